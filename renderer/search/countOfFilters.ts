import type { Query } from '../../shared/search/query.ts'

/** How many filters a query has. */
export function countOfFilters({ tags, attributes, entities, annotators, zones, from, to }: Query): number {
  const lists = [tags, attributes, entities, annotators, zones]
  return lists.reduce((sum, list) => sum + list.length, 0) + (from ? 1 : 0) + (to ? 1 : 0)
}
