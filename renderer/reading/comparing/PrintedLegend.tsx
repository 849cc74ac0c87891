import { words as en } from '../../../shared/words/words.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'
import { letterOf, shownName } from '../../state/reviewView.ts'

/** On paper alone: whose letters stand at the marks, without names where these are hidden, and whether only some of the differences are marked. */
export function PrintedLegend({ layers }: { readonly layers: readonly string[] }) {
  const { desk } = useWorkbench()
  const view = useValue(desk.reviewView, state => state)
  const { kinds, tags, annotators } = view.filters
  return (
    <div className="printed-legend">
      <ul aria-label={en.comparing.bar}>
        {layers.map(layer => (
          <li key={layer}>
            <span className="letter-chip">{letterOf(view, layer)}</span>
            {!view.isBlind && <span dir="auto">{shownName(view, layer)}</span>}
          </li>
        ))}
      </ul>
      {(kinds || tags || annotators) && <p>{en.comparing.printedFilter}</p>}
    </div>
  )
}
