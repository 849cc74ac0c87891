import { useState } from 'react'
import {
  isPlannable,
  mostShare,
  type PlanField,
  type PlanNumbers,
  planFields,
  planFor,
  usualShare,
} from '../../shared/organise/planFields.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { WidthTable } from './WidthTable.tsx'

const fields = Object.keys(planFields) as PlanField[]
const usual = Object.fromEntries(fields.map(field => [field, String(planFields[field].usual)])) as Record<
  PlanField,
  string
>

/** How many articles two have to annotate for an interval of a width, by what is expected. */
export function ExpectedView() {
  const { desk } = useWorkbench()
  useValue(desk.organising, state => state.looks)
  const [typed, setTyped] = useState<Readonly<Partial<Record<PlanField, string>>>>({})
  const share = String(usualShare(Number(typed.categories ?? usual.categories)))
  const said: Readonly<Record<PlanField, string>> = { ...usual, prevalence: share, ...typed }
  const numbers = Object.fromEntries(Object.entries(said).map(([field, text]) => [field, Number(text)])) as Record<
    PlanField,
    number
  >
  const isBad = (field: PlanField) => !isPlannable(field, numbers[field], numbers)
  const { categories } = numbers
  const isTooLarge =
    fields.every(field => isPlannable(field, numbers[field]) || field === 'prevalence') &&
    numbers.prevalence > mostShare(categories)
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
              onChange={event => setTyped({ ...typed, [field]: event.target.value })}
            />
            <small className="faint">{en.organising.planHints[field]}</small>
          </label>
        ))}
      </div>
      {isGood && <Planned {...numbers} />}
      {!isGood && (
        <p className="wrong">
          {en.organising.planBad} {isTooLarge && en.planning.tooLarge(categories, mostShare(categories))}
        </p>
      )}
      {doubleDone > 0 && <p className="faint">{en.organising.planReached(doubleDone)}</p>}
    </>
  )
}

function Planned(numbers: PlanNumbers) {
  const { width } = numbers
  const { widths, alphas } = planFor(numbers)
  const { planning } = en
  const wanted = widths.find(one => one.width === width)!
  return (
    <>
      <p className="planned" role="status">
        {planning.result(wanted.articles, wanted.units, width)}
      </p>
      {wanted.isTooRare && <p className="wrong">{planning.tooRare(wanted.rarest)}</p>}
      <WidthTable
        label={planning.table}
        heads={[planning.columns.width, planning.columns.units, planning.columns.articles]}
        width={width}
        rows={widths.map(one => ({ ...one, beside: one.units }))}
      />
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
