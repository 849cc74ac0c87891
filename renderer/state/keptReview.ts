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
  let last = ''

  function follow(): void {
    const { layers, filters } = view.getState()
    // Nothing is chosen before anybody has chosen, and after a workspace was left.
    if (layers.length === 0) return
    const entry = reviewing.current()
    if (entry) at = { article: entry.article, case: entry.case.id }
    const { order, shown } = reviewing.getState()
    // Sorted: where names are hidden the order is that of letters, which is nobody's business the next day.
    const kept = { layers: [...layers].sort(), filters: copied(filters), order, shown, at }
    const text = JSON.stringify(kept)
    if (text === last) return
    last = text
    keep(kept)
  }
  view.subscribe(follow)
  reviewing.subscribe(follow)

  return {
    recall({ layers, filters, order, shown, at: before }: KeptReview): void {
      // What somebody has chosen meanwhile is what they want.
      if (view.getState().layers.length > 0) return
      at = before
      reviewing.setOrder(order)
      reviewing.show(shown)
      view.filter(filters)
      view.choose(layers)
    },

    /** The case of these that was at hand last; the first where it isn't among them. */
    placeIn(entries: readonly QueueEntry[]): QueueEntry | undefined {
      return entries.find(one => one.article === at?.article && one.case.id === at.case) ?? entries[0]
    },

    /** Another workspace: what was at hand here is in no queue of that. */
    forget(): void {
      at = null
      last = ''
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
