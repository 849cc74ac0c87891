import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Span } from '../../../shared/annotation/span.ts'
import type { Case } from '../../../shared/review/case.ts'
import { differsIn, lettersAt, marginOf, saysOf } from '../../commands/saidOfCase.ts'
import { type Marks, within } from '../../state/comparedMarks.ts'
import type { Side } from '../../state/comparing.ts'
import type { Desk } from '../../state/desk.ts'
import type { OpenArticle } from '../../state/openArticle.ts'
import type { Comparison, ShownDifference, ShownLetters } from '../page/comparison.ts'
import type { Page } from '../page/Page.ts'

/** What a page shows of layers that are compared; null where it shows annotations as usual. */
export function comparedIn(
  { comparing }: Desk,
  article: OpenArticle,
  side: Side,
  span: Span,
): readonly Annotation[] | null {
  if (article.past || !article.compared) return null
  return comparing.marks(side)?.layer.touching(span) ?? []
}

/** Keeps what a page draws of a comparison in step with it, until the function that it returns is called. */
export function joinComparing(page: Page, article: OpenArticle, desk: Desk, side: Side): () => void {
  const { comparing, reviewView, past } = desk
  let shown: Marks | null = null
  let current: string | null = null

  function show(): void {
    const marks = article.past ? null : (comparing.marks(side) ?? null)
    const now = comparing.getState().current
    if (marks === shown && now === current) return
    shown = marks
    current = now
    page.compare(marks && comparisonOf(desk, marks))
  }

  const stops = [
    comparing.subscribe(show),
    past.subscribe(show),
    // Names instead of letters, and letters in another order, come with marks of their own.
    reviewView.subscribe(show),
  ]
  show()
  return () => {
    for (const stop of stops) stop()
  }
}

function comparisonOf(desk: Desk, marks: Marks): Comparison {
  const { comparing, reviewView } = desk
  const view = reviewView.getState()
  const differing = comparing.differing()
  const current = comparing.current()
  return {
    standingOf: id => marks.byId.get(id)?.standing,
    lettersIn: span =>
      within(marks.letters, span, ({ offset }) => offset).map(
        ({ offset, side: beside, places }): ShownLetters => ({
          offset,
          side: beside,
          letters: lettersAt(view, places),
        }),
      ),
    differencesIn: span => within(differing, span, ({ extent }) => extent.start).map(one => differenceOf(desk, one)),
    current: current?.id ?? null,
    gaps: current ? gapsOf(desk, current, marks) : [],
  }
}

function differenceOf(desk: Desk, one: Case): ShownDifference {
  const view = desk.reviewView.getState()
  const title = [differsIn(view, one), ...saysOf(desk, one)].join('\n')
  return { id: one.id, offset: one.extent.start, words: marginOf(view, one), title }
}

/** Of two pages, the one whose layer says nothing of the case that is looked at shows where it would. */
function gapsOf({ reviewView }: Desk, one: Case, marks: Marks): readonly Span[] {
  const isBeside = reviewView.getState().mode === 'beside'
  return isBeside && (marks.ofCase.get(one.id) ?? []).length === 0 ? [one.extent] : []
}
