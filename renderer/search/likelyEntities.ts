import type { Entity } from '../../shared/project/entity.ts'

/** So many a menu can hold. */
const MOST = 60

/** Entities for a menu: those that share a word with one of the quotes first, each by name; merged ones are left out. */
export function likelyEntities(entities: Iterable<Entity>, quotes: readonly string[]): Entity[] {
  const words = new Set(quotes.flatMap(wordsOf))
  const isLikely = ({ name, aliases }: Entity) =>
    [name, ...aliases].some(one => wordsOf(one).some(word => words.has(word)))
  const all = [...entities].filter(({ mergedInto }) => mergedInto === undefined)
  const ranked = all.map(entity => ({ entity, rank: isLikely(entity) ? 0 : 1 }))
  ranked.sort((one, other) => one.rank - other.rank || (one.entity.name < other.entity.name ? -1 : 1))
  return ranked.slice(0, MOST).map(({ entity }) => entity)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
}
