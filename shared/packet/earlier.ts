/** Of what an earlier answer of the same person brought: how much says something else now, and how much is taken away. */
export interface Earlier {
  readonly verdictsReplaced: number
  readonly commentsReplaced: number
  readonly verdictsWithdrawn: number
  readonly commentsWithdrawn: number
}

/** Nothing of it goes. */
export const noneEarlier: Earlier = {
  ...{ verdictsReplaced: 0, commentsReplaced: 0 },
  ...{ verdictsWithdrawn: 0, commentsWithdrawn: 0 },
}

/** What goes in several articles. */
export function earlierOf(some: readonly Earlier[]): Earlier {
  const sum = (of: keyof Earlier) => some.reduce((sum, one) => sum + one[of], 0)
  return {
    ...{ verdictsReplaced: sum('verdictsReplaced'), commentsReplaced: sum('commentsReplaced') },
    ...{ verdictsWithdrawn: sum('verdictsWithdrawn'), commentsWithdrawn: sum('commentsWithdrawn') },
  }
}

/** Whether anything goes. */
export function isAnyEarlier(one: Earlier): boolean {
  return Object.values(one).some(count => count > 0)
}
