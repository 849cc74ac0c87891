import type { Annotation } from '../../shared/annotation/annotation.ts'
import { reasonNamed } from '../../shared/review/reasons.ts'
import { words as en } from '../../shared/words/words.ts'
import { decidedOtherwise } from '../commands/decidedOtherwise.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { whoIs } from '../commands/whoIs.ts'
import { Button } from '../ui/Button.tsx'

/** What gold has otherwise than the person's own annotation, why, and how to disagree with that: as a letter tells it. Nothing where it has nothing else. */
export function Otherwise({ annotation }: { annotation: Annotation }) {
  const { desk, run } = useWorkbench()
  useLate(desk.discussing, state => state.version)
  useValue(desk.reviewView, state => state)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const canSay = useValue(desk.reading, ({ article }) => article?.canSay ?? false)
  const keys = useKey('discussion.disagree')
  const found = decidedOtherwise(desk, annotation)
  if (found.length === 0) return null
  return (
    <section className="made-of" aria-label={en.discussion.otherwise}>
      <span className="label">{en.discussion.otherwise}</span>
      {found.map(({ layer, verdict, final, isOpen }) => {
        const reason = reasonNamed(verdict, codebook)
        return (
          <div key={layer} className="small" dir="auto">
            <p>
              {en.deciding.madeFromOne(
                whoIs(desk, layer),
                en.deciding.verdicts[verdict.verdict] ?? verdict.verdict,
                '',
              )}
            </p>
            {final && (
              <p>
                {en.inspector.other(
                  en.letters.final,
                  en.inspector.linkTo(labelOf(codebook.tags, final.tag), `“${final.quote}”`),
                )}
              </p>
            )}
            {reason !== '' && <p>{en.inspector.other(en.letters.reason, reason)}</p>}
            {verdict.note !== undefined && <p>{en.inspector.other(en.letters.note, verdict.note)}</p>}
            {isOpen && <p>{en.letters.isOpen}</p>}
          </div>
        )
      })}
      <Button disabled={!canSay} keys={keys} onClick={() => run('discussion.disagree')}>
        {en.answering.disagree}
      </Button>
    </section>
  )
}
