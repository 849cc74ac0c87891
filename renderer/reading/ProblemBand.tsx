import { useState } from 'react'
import type { LayerHead } from '../../shared/contract/contract.ts'
import type { ProblemKind } from '../../shared/problems/kinds.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProblemText } from '../../shared/problems/problemText.ts'
import { words as en } from '../../shared/words/words.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { Button } from '../ui/Button.tsx'
import { ChangedBand } from './ChangedBand.tsx'

/**
 * What stands in the way of the open layer, or what became of it, above the
 * text. What blocks stays as long as it does; news can be dismissed.
 */
export function ProblemBand({ article }: { article: OpenArticle }) {
  const { desk } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const [dismissed, setDismissed] = useState<LayerHead | null>(null)
  const { head } = article
  if (head && head !== dismissed && (head.problem === null || isOfText(head.problem.kind)))
    return <ChangedBand article={article} head={head} onDismiss={() => setDismissed(head)} />
  if (!head?.problem || head === dismissed) return null
  const { kind, detail } = head.problem
  const { title, meaning, remedy } = wordsFor(head.problem, head.holder)
  const blocks = head.access === 'read'
  return (
    <div className={`problem-band ${blocks ? 'blocks' : ''}`} role={blocks ? 'alert' : 'status'}>
      <div className="words">
        <p>
          <strong>{title}.</strong> {`${meaning} ${remedy}`}
        </p>
        {detail && (
          <details>
            <summary>{en.details}</summary>
            <p>{detail}</p>
          </details>
        )}
      </div>
      <div className="answers">
        <Remedy kind={kind} holder={head.holder} />
        {!blocks && (
          <Button look="plain" onClick={() => setDismissed(head)}>
            {en.notices.dismiss}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What a person reads of it. Who has the layer is said by name, and since when. */
function wordsFor({ kind }: ProblemNotice, holder: LayerHead['holder']): ProblemText {
  if (!holder) return en.problems[kind]
  const { where, computer, since, mayBeGone } = holder
  const { meaning, remedy } = en.problems[kind]
  const title = en.band.held[where](computer, since)
  return mayBeGone ? { title, meaning: en.band.heldGone, remedy: '' } : { title, meaning, remedy }
}

/** Trying again may change something about these. */
const passing = new Set<ProblemKind>([
  'layer-in-use',
  'sidecar-damaged',
  'sidecar-changed',
  'sidecar-git-unmergeable',
  'cannot-read',
])

/** What can be done about it from here. */
function Remedy({ kind, holder }: { kind: ProblemKind; holder: LayerHead['holder'] }) {
  const { desk, run } = useWorkbench()
  const undecided = useValue(desk.merging, state => state.contradictions.length)
  if (kind === 'annotator-taken') {
    return (
      <>
        <Button onClick={() => run('layer.own')}>{en.band.own}</Button>
        <Button look="plain" onClick={() => run('person.change')}>
          {en.band.otherId}
        </Button>
      </>
    )
  }
  if (kind === 'sidecar-git-conflict') {
    return <Button onClick={() => run('merge.open')}>{en.merging.copies.merge}</Button>
  }
  if (kind === 'sidecar-changed' && undecided > 0) {
    return <Button onClick={() => run('merge.open')}>{en.merging.decide}</Button>
  }
  if (holder) return holder.mayBeGone ? <Button onClick={() => run('layer.takeOver')}>{en.band.takeOver}</Button> : null
  if (!passing.has(kind)) return null
  return <Button onClick={() => void desk.opening.reread()}>{en.band.readAgain}</Button>
}

/** Whether what is said is that the annotations were made on another text. */
function isOfText(kind: string): boolean {
  return kind === 'text-changed' || kind === 'text-read-anew'
}
