import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly title: string
  /** The same reason once, with how often. */
  readonly groups: readonly { readonly why: string; readonly count: number }[]
  /** The first, one by one. */
  readonly entries: readonly string[]
  /** Of all of them. */
  readonly count: number
}

/** What isn't taken, or not as it was, and why: counted by reason, and one by one. */
export function Troubles({ title, groups, entries, count }: Props) {
  if (count === 0) return null
  return (
    <details className="bring-troubles">
      <summary>{title}</summary>
      {groups.length > 1 && (
        <ul className="groups">
          {groups.map(({ why, count }) => (
            <li key={why}>{en.bring.group(count, why)}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <ul className="entries" tabIndex={0} aria-label={title}>
        {entries.map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same
          <li key={i} dir="auto">
            {withUnseenShown(entry)}
          </li>
        ))}
      </ul>
      {entries.length < count && <p className="faint">{en.bring.notAll(entries.length, count)}</p>}
    </details>
  )
}
