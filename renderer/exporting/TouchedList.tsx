import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Weighed } from '../state/exporting.ts'

interface Props {
  readonly touched: Weighed['losses'][number]['touched']
  /** Of all of them, more than are named. */
  readonly count: number
}

type Kind = Props['touched'][number]['kind']

/** What has no words to show. */
function nameless(kind: Kind): string {
  if (kind === 'remark') return en.exporting.ofRemark
  return kind === 'link' ? en.exporting.ofLink : en.exporting.ofArticle
}

/** The annotations that something touches: their words, and where they stand. */
export function TouchedList({ touched, count }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <div className="export-touched" tabIndex={0}>
      <ul>
        {touched.map(({ path, annotator, kind, quote }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one annotation may be touched several times
          <li key={i}>
            <span className="quote" dir="auto">
              {quote === '' ? nameless(kind) : withUnseenShown(quote)}
            </span>
            <span className="file-path" translate="no" dir="auto">
              {withUnseenShown(path)}
              {annotator === null ? '' : ` · ${annotator}`}
            </span>
          </li>
        ))}
      </ul>
      {touched.length < count && <p className="faint">{en.exporting.notAll(touched.length)}</p>}
    </div>
  )
}
