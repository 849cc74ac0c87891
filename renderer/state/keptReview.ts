import type { Output } from '../../shared/contract/contract.ts'
import type { ReviewingStore } from './reviewing.ts'
import type { QueueEntry } from './reviewQueue.ts'
import type { ReviewViewStore } from './reviewView.ts'

/** What was compared last in a workspace, what of it was shown, and where in the queue somebody was. */
export type KeptReview = NonNullable<Output<'workspace.recall'>['review']>

interface Needs {
  readonly view: ReviewViewStore
  readonly reviewing: Pick<ReviewingStore, 'getState' | 'subscribe' | 'current' | 'setOrder' | 'show'>
  readonly keep: (kept: KeptReview) => void
}

/** Remembers how differences are looked at in a workspace, whenever something else is chosen, and takes it up when the workspace is opened again. */
export function makeKeptReview({ view, reviewing, keep }: Needs) {
  /** The case that was at hand last; it stays while nobody goes to another. */
  let at: KeptReview['at'] = null
  /** What is remembered of the workspace; null where nothing is, and before that is known. */
  let kept: KeptReview | null = null
  let isKnown = false

  function follow(): void {
    const { layers, filters, way, isBlind } = view.getState()
    const { order, shown } = reviewing.getState()
    const entry = reviewing.current()
    // Sorted: where names are hidden the order is that of letters, which is nobody's business the next day.
    const chosen = { layers: [...layers].sort(), filters: copied(filters), order, shown, way, isBlind }
    if (layers.length > 0) {
      if (entry) at = { article: entry.article, case: entry.case.id }
      remember({ ...chosen, at })
    } else if (isKnown && isBlind !== (kept?.isBlind ?? false)) {
      // Nothing is chosen before anybody has chosen, and after a workspace was left; names may be hidden all the same.
      remember({ ...(kept ?? { ...chosen, at }), isBlind })
    }
  }
  function remember(now: KeptReview): void {
    if (JSON.stringify(now) === JSON.stringify(kept)) return
    kept = now
    keep(now)
  }
  view.subscribe(follow)
  reviewing.subscribe(follow)

  return {
    /** Null: nothing is remembered of the workspace. */
    recall(before: KeptReview | null): void {
      isKnown = true
      // What somebody has chosen meanwhile is what they want; but nobody who hid names is to see them.
      const isChosen = view.getState().layers.length > 0
      if (!isChosen) kept = before
      if (before?.isBlind) view.setBlind(true)
      if (!before || isChosen) return
      at = before.at
      reviewing.setOrder(before.order)
      reviewing.show(before.shown)
      view.setWay(before.way)
      view.filter(before.filters)
      view.choose(before.layers)
    },

    /** The case of these that was at hand last; the first where it isn't among them. */
    placeIn(entries: readonly QueueEntry[]): QueueEntry | undefined {
      return entries.find(one => one.article === at?.article && one.case.id === at.case) ?? entries[0]
    },

    /** Another workspace: what was at hand here is in no queue of that. */
    forget(): void {
      at = null
      kept = null
      isKnown = false
    },
  }
}

function copied({
  kinds,
  tags,
  annotators,
}: ReturnType<ReviewViewStore['getState']>['filters']): KeptReview['filters'] {
  return { kinds: kinds && [...kinds], tags: tags && [...tags], annotators: annotators && [...annotators] }
}
