import type { Hit } from '../../shared/search/hit.ts'
import { words as en } from '../../shared/words/words.ts'
import { tagOf, useTags } from '../look/useTags.ts'

/** More of the words found than this is cut. */
const LONGEST = 120

/** One hit: what stands before the words, right up to them; the words; what follows. */
export function HitLine({ hit }: { hit: Hit }) {
  const tags = useTags()
  const { before, quote, after, annotation, unplaced, annotator } = hit
  const tag = annotation ?? unplaced
  const shown = tag && tagOf(tags, tag.tag)
  return (
    <div className="hit-line">
      <span className="before">
        <bdi>{line(before)}</bdi>
      </span>
      <mark dir="auto">{line(quote).slice(0, LONGEST)}</mark>
      <span className="after" dir="auto">
        {line(after)}
      </span>
      <span className="more">
        {shown && <span style={{ color: shown.ink }}>{shown.label}</span>}
        {annotator !== undefined && <span>{en.search.by(annotator)}</span>}
        {unplaced && <span>{en.search.unplaced}</span>}
      </span>
    </div>
  )
}

/** On one line; a space at its end counts. */
function line(words: string): string {
  return words.replace(/\s+/g, ' ')
}
