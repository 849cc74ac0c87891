import type { Annotation } from '../../shared/annotation/annotation.ts'
import { adjudicatedOf } from '../../shared/review/adjudicated.ts'
import { wasOf } from '../../shared/review/judgedWas.ts'
import { reasonNamed } from '../../shared/review/reasons.ts'
import { nameOf } from '../../shared/review/stateOf.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { whoIs } from '../commands/whoIs.ts'

/** Of an annotation in gold: what it was made from, by whom, and why. Of any other nothing. */
export function MadeOf({ annotation }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  useLate(desk.reading, state => state.version)
  useValue(desk.reviewView, state => state)
  useValue(desk.discussing, state => state.voices)
  const article = useValue(desk.reading, state => state.article)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const me = useValue(desk.entrance, state => state.person?.id)
  const made = adjudicatedOf(annotation.origin)
  if (!made || !article) return null
  const verdicts = [...article.present.verdicts.values()].filter(({ gold }) => gold === annotation.id)
  const judged = new Map(verdicts.map(verdict => [nameOf(verdict.on), verdict]))
  const others = verdicts.map(({ on }) => on).filter(on => !made.of.some(one => nameOf(one) === nameOf(on)))
  const why =
    reasonNamed(made, codebook) || reasonNamed(verdicts.find(({ reason }) => reason !== undefined) ?? {}, codebook)
  return (
    <section className="made-of" aria-label={en.deciding.madeFrom}>
      <span className="label">{en.deciding.madeFrom}</span>
      <ul>
        {[...made.of, ...others].map(source => {
          const verdict = judged.get(nameOf(source))
          const was = verdict && wasOf(verdict.on)
          const quote = was?.spans.map(span => span.quote).join(' … ')
          return (
            <li key={nameOf(source)} className="small" dir="auto">
              {en.deciding.madeFromOne(
                whoIs(desk, source.layer),
                verdict ? (en.deciding.verdicts[verdict.verdict] ?? verdict.verdict) : '',
                was && quote !== undefined ? en.deciding.wasOnce(labelOf(codebook.tags, was.tag), quote) : '',
              )}
            </li>
          )
        })}
      </ul>
      <p className="small">{made.by === me ? en.deciding.decidedByYou : en.deciding.decidedBy(whoIs(desk, made.by))}</p>
      {why !== '' && <p className="small">{en.deciding.given(why)}</p>}
    </section>
  )
}
