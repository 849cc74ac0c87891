import { words as en } from '../../../shared/words/words.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'
import { useSealed } from '../../look/useSealed.ts'
import type { ComparedLayer } from '../../state/comparing.ts'
import { type ReviewView, shownName } from '../../state/reviewView.ts'
import { Button } from '../../ui/Button.tsx'

/** What is to be known of the comparison in this article: what of it can be changed, which layers aren't there, and what has no place. */
export function SaidOfLayers() {
  const { desk } = useWorkbench()
  useValue(desk.comparing, state => state.version)
  const { phase, problem, told, comparable } = useValue(desk.comparing, state => state)
  const article = useValue(desk.reading, state => state.article)
  const view = useValue(desk.reviewView, state => state)
  const path = useValue(desk.workspace, state => state.rows.get(article?.ticket ?? '')?.path ?? '')
  const isSealedHere = useSealed().articles.has(path)
  const lines: string[] = []
  if (problem) lines.push(en.comparing.failed(en.problems[problem.kind].title))
  else if (comparable.length === 1) lines.push(isSealedHere ? en.comparing.othersSealed : en.comparing.onlyOne)
  else if (view.layers.length < 2) lines.push(en.comparing.tooFew)
  else if (phase === 'there') {
    const isOwnThere = desk.comparing.isOwnShown() && (article?.isWritable ?? false)
    lines.push(
      isOwnThere ? en.comparing.changeable : en.comparing.readOnly,
      ...told.flatMap(layer => saidOf(view, layer)),
    )
    if (told.every(({ there }) => there !== 'yes')) lines.push(en.comparing.noneThere)
    else if (desk.comparing.differing().length === 0)
      lines.push(
        view.filters.kinds || view.filters.tags || view.filters.annotators
          ? en.comparing.noneWanted
          : en.comparing.allSame,
      )
  }
  return (
    <div className="comparing-said small" role="status">
      <p>{lines.join(' ')}</p>
      {problem && <Button onClick={() => desk.comparing.again()}>{en.comparing.again}</Button>}
    </div>
  )
}

function saidOf(view: ReviewView, { id, there, unplaced, isOfOtherText }: ComparedLayer): string[] {
  const name = shownName(view, id)
  if (there === 'sealed') return [en.comparing.sealed(name)]
  if (there === 'none') return [en.comparing.noLayer(name)]
  if (there !== 'yes') return [en.comparing.unreadable(name, en.problems[there.kind].title)]
  return [
    ...(isOfOtherText ? [en.comparing.otherText(name)] : []),
    ...(unplaced > 0 ? [en.comparing.unplaced(name, view.isBlind ? null : unplaced)] : []),
  ]
}
