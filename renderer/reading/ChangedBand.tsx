import type { LayerHead } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { Button } from '../ui/Button.tsx'

interface Props {
  readonly article: OpenArticle
  readonly head: LayerHead
  readonly onDismiss: () => void
}

/**
 * What a changed text did to the annotations, above the text: when it was met
 * first, and again whenever the article is opened until a person has seen or
 * decided everything.
 */
export function ChangedBand({ article, head, onDismiss }: Props) {
  const { desk, run } = useWorkbench()
  useLate(desk.placing, state => state.version)
  const key = useKey('placing.review')
  const counts = desk.placing.counts()
  const open = counts.changed + counts.ambiguous + counts.lost + counts.cue + counts.moved
  const isFirst = head.problem !== null
  if (!isFirst && (open === 0 || !article.isFilled)) return null
  const stood = article.present.annotations.size - counts.moved
  return (
    <div className="problem-band" role="status">
      <div className="words">
        <p>
          <strong>{headline(head.problem)}:</strong> {en.band.became(isFirst ? stood : 0, counts, counts.cue)}
        </p>
        {!head.isPlacedWhole && open > 0 && <p>{en.band.notWhole}</p>}
      </div>
      <div className="answers">
        {open > 0 && (
          <Button keys={key} onClick={() => run('placing.review')}>
            {en.placing.review}
          </Button>
        )}
        <Button look="plain" onClick={onDismiss}>
          {en.notices.dismiss}
        </Button>
      </div>
    </div>
  )
}

function headline(problem: LayerHead['problem']): string {
  if (!problem) return en.band.toReview
  return problem.kind === 'text-read-anew' ? en.band.readAnew : en.band.changed
}
