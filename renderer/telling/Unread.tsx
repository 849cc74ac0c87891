import { words as en } from '../../shared/words/words.ts'
import type { PacketDone } from '../state/telling.ts'

/** What couldn't be read, and isn't in it. */
export function Unread({ unread }: { unread: PacketDone['unread'] }) {
  if (unread.length === 0) return null
  return (
    <ul className="tell-list wrong" aria-label={en.telling.unreadOf(unread.length)}>
      {unread.map(({ path, annotator, problem }) => (
        <li key={`${path} ${annotator}`}>
          <span className="file-path">{annotator === null ? path : `${path} (${annotator})`}</span>
          {en.problems[problem.kind].title}
        </li>
      ))}
    </ul>
  )
}
