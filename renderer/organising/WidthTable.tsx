import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly label: string
  /** Of the width, of what stands beside it, and of the articles. */
  readonly heads: readonly [string, string, string]
  /** The one that was asked for. */
  readonly width: number
  readonly rows: readonly { readonly width: number; readonly beside: number; readonly articles: number }[]
}

/** How many articles there have to be by the width of an interval, with bars. */
export function WidthTable({ label, heads, width, rows }: Props) {
  const most = Math.max(...rows.map(({ articles }) => articles))
  return (
    <table className="organising-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <th scope="col" colSpan={2}>
            {heads[2]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(one => (
          <tr key={one.width} aria-current={one.width === width ? 'true' : undefined}>
            <th scope="row">±{one.width}</th>
            <td>{en.number(one.beside)}</td>
            <td>{en.number(one.articles)}</td>
            <td className="bar" aria-hidden="true">
              <span className="planned-bar" style={{ inlineSize: `${(100 * one.articles) / most}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
