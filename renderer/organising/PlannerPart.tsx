import { useState } from 'react'
import { isPlannable, type PlanField, type PlanNumbers, planFields, planFor } from '../../shared/organise/planFields.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

const fields = Object.keys(planFields) as PlanField[]
const usual = Object.fromEntries(fields.map(field => [field, String(planFields[field].usual)])) as Record<
  PlanField,
  string
>

/** How many articles two have to annotate for an interval of a width, by what is expected. */
export function PlannerPart() {
  const { desk } = useWorkbench()
  useValue(desk.organising, state => state.looks)
  const [said, setSaid] = useState<Readonly<Record<PlanField, string>>>(usual)
  const numbers = Object.fromEntries(Object.entries(said).map(([field, text]) => [field, Number(text)])) as Record<
    PlanField,
    number
  >
  const isBad = (field: PlanField) => !isPlannable(field, numbers[field])
  const isGood = !fields.some(isBad)
  const { doubleDone } = desk.organising.progress()
  return (
    <>
      <p>{en.organising.planWhat}</p>
      <div className="organising-choices plan">
        {fields.map(field => (
          <label key={field}>
            <span>{en.organising.plan[field]}</span>
            <input
              className="field number"
              type="number"
              min={planFields[field].least}
              max={planFields[field].most}
              step={planFields[field].step}
              aria-invalid={isBad(field)}
              value={said[field]}
              onChange={event => setSaid({ ...said, [field]: event.target.value })}
            />
            <small className="faint">{en.organising.planHints[field]}</small>
          </label>
        ))}
      </div>
      {isGood ? <Planned {...numbers} /> : <p className="wrong">{en.organising.planBad}</p>}
      {doubleDone > 0 && <p className="faint">{en.organising.planReached(doubleDone)}</p>}
    </>
  )
}

function Planned(numbers: PlanNumbers) {
  const { width } = numbers
  const { widths, alphas } = planFor(numbers)
  const { planning } = en
  const wanted = widths.find(one => one.width === width)!
  const most = Math.max(...widths.map(({ articles }) => articles))
  return (
    <>
      <p className="planned" role="status">
        {planning.result(wanted.articles, wanted.units, width)}
      </p>
      <table className="organising-table" aria-label={planning.table}>
        <thead>
          <tr>
            <th scope="col">{planning.columns.width}</th>
            <th scope="col">{planning.columns.units}</th>
            <th scope="col" colSpan={2}>
              {planning.columns.articles}
            </th>
          </tr>
        </thead>
        <tbody>
          {widths.map(one => (
            <tr key={one.width} aria-current={one.width === width ? 'true' : undefined}>
              <th scope="row">±{one.width}</th>
              <td>{en.number(one.units)}</td>
              <td>{en.number(one.articles)}</td>
              <td className="bar" aria-hidden="true">
                <span className="planned-bar" style={{ inlineSize: `${(100 * one.articles) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{planning.sources.kappa}</p>
      <h3>{planning.alphaTitle}</h3>
      <table className="organising-table" aria-label={planning.alphaTitle}>
        <thead>
          <tr>
            <th scope="col">{planning.alphaColumns.alpha}</th>
            <th scope="col">{planning.alphaColumns.units}</th>
            <th scope="col">{planning.alphaColumns.articles}</th>
          </tr>
        </thead>
        <tbody>
          {alphas.map(one => (
            <tr key={one.smallest}>
              <th scope="row">{one.smallest}</th>
              <td>{en.number(one.units)}</td>
              <td>{en.number(one.articles)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{planning.sources.alpha}</p>
    </>
  )
}
