import type { Misfit } from '../../shared/search/fits.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { nameOfLink } from '../commands/linkActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { useWhose } from '../look/useWhose.ts'
import { Tick, type Ticks } from './Tick.tsx'

interface Props extends Ticks {
  readonly hit: Hit
  readonly misfits: readonly Misfit[]
}

/** More of the words found than this is cut. */
const LONGEST = 120

/** One hit: what stands before the words, right up to them; the words; what follows. */
export function HitLine({ hit, misfits, ticked, onTick }: Props) {
  const tags = useTags()
  const { desk } = useWorkbench()
  const whose = useWhose()
  const { before, quote, after, annotation, unplaced, annotator, link } = hit
  const tag = annotation ?? unplaced
  const shown = tag && tagOf(tags, tag.tag)
  return (
    <div className={`hit-line ${misfits.length > 0 ? 'misfit' : ''}`}>
      <Tick ticked={ticked} onTick={onTick} />
      <span className="before">
        <bdi>{line(before)}</bdi>
      </span>
      <mark dir="auto">{line(quote).slice(0, LONGEST)}</mark>
      <span className="after" dir="auto">
        {line(after)}
      </span>
      <span className="more">
        {shown && <span style={{ color: shown.ink }}>{shown.label}</span>}
        {link && (
          <span className="link-of-hit">
            <bdi>{nameOfLink(desk, link)}</bdi>
          </span>
        )}
        {annotator !== undefined && <span>{en.search.by(whose(annotator))}</span>}
        {misfits[0] && <span title={misfits.map(en.tagAll.misfit).join('; ')}>{en.tagAll.misfit(misfits[0])}</span>}
        {unplaced && <span>{en.search.unplaced}</span>}
      </span>
    </div>
  )
}

/** On one line; a space at its end counts. */
function line(words: string): string {
  return withUnseenShown(words.replace(/\s+/g, ' '))
}
