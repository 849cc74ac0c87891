/** Which cases of the queue are listed, by what has been decided. What is open is what isn't decided. */
export const shownStates = ['open', 'decided', 'stale', 'all'] as const
export type Shown = (typeof shownStates)[number]

/** In which order. */
export const queueOrders = ['weight', 'article'] as const
export type QueueOrder = (typeof queueOrders)[number]
