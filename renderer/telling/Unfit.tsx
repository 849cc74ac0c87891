import { words as en } from '../../shared/words/words.ts'
import type { AnswerDone } from '../state/telling.ts'

/** What of an answer is left out, one by one; and what can't be read or written. */
export function Unfit({ done: { unfit, unfitNamed, failed, unread } }: { done: AnswerDone }) {
  if (unfit + failed.length + unread.length === 0) return null
  return (
    <section className="tell-part" aria-label={en.telling.leftOut(unfit)}>
      {unfit > 0 && <h3>{en.telling.leftOut(unfit)}</h3>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <ul className="tell-list" tabIndex={0}>
        {unfitNamed.map(({ path, layer, why, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
          <li key={i} dir="auto">
            <span className="file-path">{path}</span>
            {en.telling.unfitLine(layer, en.telling.unfitWhys[why], text)}
          </li>
        ))}
        {[...failed, ...unread].map(({ path, problem }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may be named twice
          <li key={i} className="wrong">
            <span className="file-path">{path}</span>
            {en.problems[problem.kind].title}
          </li>
        ))}
      </ul>
      {unfitNamed.length < unfit && <p className="faint">{en.telling.andMore(unfit - unfitNamed.length)}</p>}
    </section>
  )
}
