import type { Entity } from '../../shared/project/entity.ts'

/** So many different words are looked up. */
const MOST_WORDS = 12
/** So many entities are offered. */
const MOST = 8

/** Entities that words of the hits name, those that most hits name first. `find` looks one stretch of words up in the register. */
export function likelyEntities(quotes: readonly string[], find: (words: string) => readonly Entity[]): Entity[] {
  const often = new Map<string, number>()
  for (const quote of quotes) {
    const words = quote.trim().replace(/\s+/g, ' ')
    if (/[\p{L}\p{N}]/u.test(words)) often.set(words, (often.get(words) ?? 0) + 1)
  }
  const most = [...often].sort((one, other) => other[1] - one[1]).slice(0, MOST_WORDS)
  const found = most.flatMap(([words]) => {
    const whole = find(words)
    if (whole.length > 0) return whole
    const longest = (words.match(/[\p{L}\p{N}]{2,}/gu) ?? []).sort((one, other) => other.length - one.length)[0]
    return longest === undefined ? [] : find(longest)
  })
  return [...new Map(found.map(entity => [entity.id, entity])).values()].slice(0, MOST)
}
