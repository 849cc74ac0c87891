import type { ColumnMap } from '../../shared/archives/archive.ts'
import { fieldNames } from '../../shared/article/metadata.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenedArchive } from '../state/unpacking.ts'
import { Button } from '../ui/Button.tsx'
import { articleOfRow } from './articleOfRow.ts'

type Part = keyof ColumnMap
const parts: readonly Part[] = ['text', ...fieldNames, 'key']
const SHOWN_ROWS = 3

/** What each column of a table holds, with its first rows, and what an article would be made of them. */
export function ColumnsStep() {
  const { desk } = useWorkbench()
  const { unpacking } = desk
  const opened = useValue(unpacking, state => state.opened)
  const columns = useValue(unpacking, state => state.columns)
  if (!opened?.columns || !columns) return null
  const hasText = (columns.text?.length ?? 0) > 0

  return (
    <>
      <p>
        {en.unpack.kind(opened.kind)}. {en.unpack.columnsWhy}
      </p>
      <ColumnTable columns={opened.columns} map={columns} />
      <FirstArticle rows={opened.columns.rows} map={columns} />
      <div className="answers">
        <Button onClick={unpacking.close}>{en.cancel}</Button>
        <Button look="main" disabled={!hasText} onClick={() => void unpacking.look()}>
          {en.unpack.next}
        </Button>
      </div>
    </>
  )
}

type Table = NonNullable<OpenedArchive['columns']>

function ColumnTable({ columns: { names, rows }, map }: { columns: Table; map: ColumnMap }) {
  const { desk } = useWorkbench()
  const partOf = (place: number) => parts.find(part => map[part]?.includes(place)) ?? ''
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="unpack-table" aria-label={en.unpack.columnsTitle} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{en.unpack.column}</th>
            <th scope="col">{en.unpack.holds}</th>
            <th scope="col">{en.unpack.firstRows}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, place) => {
            const label = name.trim() || en.unpack.unnamedColumn(place + 1)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one name
              <tr key={place}>
                <th scope="row" dir="auto">
                  {label}
                </th>
                <td>
                  <select
                    data-first={place === 0 ? '' : undefined}
                    aria-label={en.unpack.holdsOf(label)}
                    value={partOf(place)}
                    onChange={event => desk.unpacking.setColumn(place, (event.target.value || null) as Part | null)}
                  >
                    <option value="">{en.unpack.nothing}</option>
                    {parts.map(part => (
                      <option key={part} value={part}>
                        {en.unpack.parts[part]}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="cells" dir="auto">
                  {rows.slice(0, SHOWN_ROWS).map((row, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else to be known by
                    <span key={i}>{row[place]}</span>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** What the first row becomes, while the map is made. */
function FirstArticle({ rows, map }: { rows: Table['rows']; map: ColumnMap }) {
  const first = rows[0] && articleOfRow(rows[0], map)
  return (
    <section className="unpack-preview" aria-label={en.unpack.firstArticle}>
      <h3>{en.unpack.firstArticle}</h3>
      {first && first.text !== '' ? (
        <div dir="auto">
          <p className="title">{first.title}</p>
          <p className="faint">{first.about.join(' · ')}</p>
          <p className="text">{first.text}</p>
        </div>
      ) : (
        <p role="status">{en.unpack.noText}</p>
      )}
    </section>
  )
}
