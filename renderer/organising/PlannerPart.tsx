import { useState } from 'react'
import { articlesFor, unitsForKappa, widthsAround } from '../../shared/organise/planner.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

const usual = { width: '0.1', agreement: '0.7', categories: '2', prevalence: '0.3', units: '10', effect: '2' }
type Field = keyof typeof usual
const bounds: Readonly<Record<Field, { readonly least: number; readonly most: number; readonly step: number }>> = {
  width: { least: 0.01, most: 0.5, step: 0.01 },
  agreement: { least: 0, most: 0.99, step: 0.01 },
  categories: { least: 2, most: 50, step: 1 },
  prevalence: { least: 0.001, most: 0.999, step: 0.01 },
  units: { least: 0.1, most: 10_000, step: 1 },
  effect: { least: 1, most: 1000, step: 0.1 },
}

/** How many articles two have to annotate for an interval of a width, by what is expected. */
export function PlannerPart() {
  const { desk } = useWorkbench()
  useValue(desk.organising, state => state.looks)
  const [said, setSaid] = useState<Readonly<Record<Field, string>>>(usual)
  const numbers = Object.fromEntries(Object.entries(said).map(([field, text]) => [field, Number(text)])) as Record<
    Field,
    number
  >
  const fields = Object.keys(usual) as Field[]
  const isBad = (field: Field) => !(numbers[field] >= bounds[field].least && numbers[field] <= bounds[field].most)
  const isGood = !fields.some(isBad) && Number.isInteger(numbers.categories)
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
              min={bounds[field].least}
              max={bounds[field].most}
              step={bounds[field].step}
              aria-invalid={isBad(field)}
              value={said[field]}
              onChange={event => setSaid({ ...said, [field]: event.target.value })}
            />
            <small className="faint">{en.organising.planHints[field]}</small>
          </label>
        ))}
      </div>
      {isGood ? <Planned {...numbers} /> : <p className="wrong">{en.organising.planBad}</p>}
      <p className="faint">{en.organising.planSource}</p>
      {doubleDone > 0 && <p className="faint">{en.organising.planReached(doubleDone)}</p>}
    </>
  )
}

function Planned({ width, agreement, categories, prevalence, units, effect }: Readonly<Record<Field, number>>) {
  const others = Array.from({ length: categories - 1 }, () => (1 - prevalence) / (categories - 1))
  const expected = { agreement, shares: [prevalence, ...others], confidence: 0.95 }
  const needed = widthsAround(width).map(one => {
    const needs = unitsForKappa(expected, one)
    return { width: one, units: needs, articles: articlesFor(needs, { unitsPerArticle: units, designEffect: effect }) }
  })
  const wanted = needed.find(one => one.width === width)!
  const most = Math.max(...needed.map(({ articles }) => articles))
  return (
    <>
      <p className="planned" role="status">
        {en.organising.planResult(wanted.articles, wanted.units, width)}
      </p>
      <table className="organising-table" aria-label={en.organising.planTable}>
        <thead>
          <tr>
            <th scope="col">{en.organising.planColumns.width}</th>
            <th scope="col">{en.organising.planColumns.units}</th>
            <th scope="col" colSpan={2}>
              {en.organising.planColumns.articles}
            </th>
          </tr>
        </thead>
        <tbody>
          {needed.map(one => (
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
    </>
  )
}
