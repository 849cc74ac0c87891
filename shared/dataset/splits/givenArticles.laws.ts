import fc from 'fast-check'
import { chance } from './givenTexts.laws.ts'
import type { SplitArticle } from './splitArticle.ts'

/**
 * A corpus as one meets them: a few outlets that publish much and many that
 * publish little, two years of months, tags of which some are scarce, and
 * families of a few articles, now and then of many.
 */
export function inventedCorpus(count: number, seed: number, inFamilies = 0.2): SplitArticle[] {
  const random = chance(seed)
  const below = (most: number) => Math.floor(most * random())
  let family = 0
  let leftInFamily = 0
  return Array.from({ length: count }, (_, i) => {
    if (leftInFamily-- <= 0) {
      family++
      leftInFamily = random() < inFamilies ? 1 + below(random() < 0.1 ? 20 : 3) : 0
    }
    const tag = { claim: below(12), actor: below(20), ...(random() < 0.15 ? { event: 1 + below(4) } : {}) }
    return {
      path: `${below(10)}/article-${i}.txt`,
      family: `family ${family}`,
      annotations: Object.values(tag).reduce((sum, amount) => sum + amount, 0),
      strata: {
        outlet: { [`outlet ${Math.floor(25 * random() ** 3)}`]: 1 },
        month: { [`${2030 + below(2)}-${String(1 + below(12)).padStart(2, '0')}`]: 1 },
        tag,
      },
    }
  })
}

/** Such corpora, small enough to have every oddity and large enough to be split. */
export const anyCorpus = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.nat(), fc.integer({ min: 0, max: 9 }))
  .map(([count, seed, tenths]) => inventedCorpus(count, seed, tenths / 10))

/** The same articles in another order. */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const random = chance(seed)
  return things
    .map(thing => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}
