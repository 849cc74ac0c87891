import { useMemo } from 'react'
import { words as en } from '../../../shared/words/words.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'
import type { Side } from '../../state/comparing.ts'
import type { OpenArticle } from '../../state/openArticle.ts'
import { letterOf, shownName } from '../../state/reviewView.ts'
import { ArticlePage } from '../ArticlePage.tsx'
import { Mirror } from './mirror.ts'
import { PrintedLegend } from './PrintedLegend.tsx'

/** The page of an article; while two layers stand side by side, two pages with one scroll. */
export function ComparedPages({ article }: { article: OpenArticle }) {
  const { desk } = useWorkbench()
  const isBeside = useValue(desk.reviewView, state => state.mode === 'beside' && state.layers.length > 1)
  const mirror = useMemo(() => new Mirror(), [])
  const overlaid = useValue(desk.reviewView, state => (state.mode === 'overlaid' ? state.layers : null))
  if (!isBeside)
    return (
      <>
        {overlaid && <PrintedLegend layers={overlaid} />}
        <ArticlePage article={article} />
      </>
    )
  return (
    <div className="compared-pages">
      <OnePage article={article} side={0} mirror={mirror} />
      <OnePage article={article} side={1} mirror={mirror} />
    </div>
  )
}

function OnePage({ article, side, mirror }: { article: OpenArticle; side: Side; mirror: Mirror }) {
  const { desk } = useWorkbench()
  const view = useValue(desk.reviewView, state => state)
  useValue(desk.comparing, state => state.pair)
  const shown = desk.comparing.shownLayers()
  const layer = shown[side]!
  const other = shown[side === 0 ? 1 : 0]!
  return (
    <section
      className="compared-page"
      aria-label={en.comparing.textOf(en.comparing.page(side), shownName(view, layer))}
    >
      <label className="compared-whose">
        <span className="letter-chip" aria-hidden="true">
          {letterOf(view, layer)}
        </span>
        <select
          className="field slim"
          aria-label={en.comparing.page(side)}
          value={layer}
          onChange={event => {
            const chosen = event.target.value
            // Who stands on the other page already changes places.
            const across = chosen === other ? layer : other
            desk.comparing.setPair(side === 0 ? [chosen, across] : [across, chosen])
          }}
        >
          {view.layers.map(one => (
            <option key={one} value={one}>
              {shownName(view, one)}
            </option>
          ))}
        </select>
      </label>
      <PrintedLegend layers={[layer]} />
      <ArticlePage article={article} side={side} mirror={mirror} whose={shownName(view, layer)} />
    </section>
  )
}
