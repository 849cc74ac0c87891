/** Where a person searches: in the open article, in those that the list shows as it is filtered, or everywhere. */
export const searchScopes = ['article', 'listed', 'workspace'] as const
export type SearchScope = (typeof searchScopes)[number]
