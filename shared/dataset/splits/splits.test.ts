import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCorpus, inventedCorpus, shuffled } from './givenArticles.laws.ts'
import { chance } from './givenTexts.laws.ts'
import { type Part, quotasOf, readShares } from './shares.ts'
import type { SplitArticle } from './splitArticle.ts'
import { splitArticles } from './splits.ts'

const partsOf = (words: string) => readShares(words) as readonly Part[]
const usual = partsOf('80/10/10')
const anyParts = fc.constantFrom(usual, partsOf('80/20'), partsOf('50/50'), partsOf('25/25/25/25'), partsOf('98/1/1'))

const sizesOf = (split: ReadonlyMap<string, string>, parts: readonly Part[]) =>
  parts.map(({ name }) => [...split.values()].filter(part => part === name).length)
const sizesOfFamilies = (articles: readonly SplitArticle[]) => {
  const sizes = new Map<string, number>()
  for (const { family } of articles) sizes.set(family, (sizes.get(family) ?? 0) + 1)
  return [...sizes.values()]
}

/** Families that have articles in more than one part. */
const torn = (articles: readonly SplitArticle[], split: ReadonlyMap<string, string>) => {
  const parts = new Map<string, Set<string | undefined>>()
  for (const { family, path } of articles) parts.set(family, (parts.get(family) ?? new Set()).add(split.get(path)))
  return [...parts].filter(([, those]) => those.size > 1).map(([family]) => family)
}

test('every article is in exactly one part, and no family on two sides', () => {
  fc.assert(
    fc.property(anyCorpus, anyParts, fc.nat(), (articles, parts, seed) => {
      const split = splitArticles(articles, { parts, seed })
      expect([...split.keys()].sort()).toEqual(articles.map(({ path }) => path).sort())
      for (const part of split.values()) expect(parts.map(({ name }) => name)).toContain(part)
      expect(torn(articles, split)).toEqual([])
    }),
    { numRuns: 250 },
  )
})

test('the same articles and seed give the same split, in whatever order they and their strata are given', () => {
  const turned = (article: SplitArticle): SplitArticle => {
    const strata = Object.entries(article.strata).map(([kind, values]) => [
      kind,
      Object.fromEntries(Object.entries(values).reverse()),
    ])
    return { ...article, family: `another name of ${article.family}`, strata: Object.fromEntries(strata.reverse()) }
  }
  fc.assert(
    fc.property(anyCorpus, anyParts, fc.nat(), (articles, parts, seed) => {
      const split = splitArticles(articles, { parts, seed })
      expect(splitArticles(articles, { parts, seed })).toEqual(split)
      expect(splitArticles(shuffled(articles, seed).map(turned), { parts, seed })).toEqual(split)
    }),
    { numRuns: 150 },
  )
})

test('each part has its share as far as families allow, and to the article where each is alone', () => {
  fc.assert(
    fc.property(anyCorpus, anyParts, fc.nat(), (articles, parts, seed) => {
      const sizes = sizesOf(splitArticles(articles, { parts, seed }), parts)
      const largest = Math.max(1, ...sizesOfFamilies(articles))
      for (const [i, quota] of quotasOf(articles.length, parts).entries())
        expect(sizes[i]! - quota).toBeLessThan(largest)
      const alone = articles.map(article => ({ ...article, family: article.path }))
      expect(sizesOf(splitArticles(alone, { parts, seed }), parts)).toEqual(quotasOf(articles.length, parts))
    }),
    { numRuns: 250 },
  )
})

test('families of a few articles among many single ones leave each part its share to the article', () => {
  for (let seed = 0; seed < 20; seed++) {
    const articles = inventedCorpus(600, seed, 0.1)
    expect(sizesOf(splitArticles(articles, { parts: usual, seed }), usual)).toEqual([480, 60, 60])
  }
})

test('families stand in all parts by their shares, the large ones too', () => {
  const articles = inventedCorpus(3000, 8, 0.3)
  const split = splitArticles(articles, { parts: usual, seed: 1 })
  const sizes = new Map<string, number>()
  for (const { family } of articles) sizes.set(family, (sizes.get(family) ?? 0) + 1)
  for (const least of [2, 5]) {
    const inFamilies = articles.filter(({ family }) => sizes.get(family)! >= least)
    for (const { name, share } of usual) {
      const here = inFamilies.filter(({ path }) => split.get(path) === name).length
      expect(Math.abs((100 * here) / inFamilies.length - share)).toBeLessThan(3)
    }
  }
})

/** How far the parts are from having their shares of each stratum: the mean over strata and parts, of the stratum. */
function unevenness(
  articles: readonly SplitArticle[],
  split: ReadonlyMap<string, string>,
  parts: readonly Part[],
): number {
  const amounts = new Map<string, Map<string, number>>()
  for (const { path, strata } of articles) {
    for (const [kind, values] of Object.entries(strata)) {
      for (const [value, amount] of Object.entries(values)) {
        const ofParts = amounts.get(`${kind} ${value}`) ?? new Map<string, number>()
        amounts.set(`${kind} ${value}`, ofParts)
        ofParts.set(split.get(path)!, (ofParts.get(split.get(path)!) ?? 0) + amount)
      }
    }
  }
  const off = [...amounts.values()].flatMap(ofParts => {
    const all = [...ofParts.values()].reduce((sum, amount) => sum + amount, 0)
    return all === 0 ? [] : parts.map(({ name, share }) => Math.abs((ofParts.get(name) ?? 0) / all - share / 100))
  })
  return off.reduce((sum, one) => sum + one, 0) / off.length
}

/** Families drawn by lot until each part is full. */
function atRandom(articles: readonly SplitArticle[], parts: readonly Part[], seed: number): Map<string, string> {
  const families = new Map<string, string[]>()
  for (const { family, path } of articles) families.set(family, [...(families.get(family) ?? []), path])
  const room = quotasOf(articles.length, parts)
  const split = new Map<string, string>()
  const random = chance(seed)
  for (const paths of shuffled([...families.values()], seed)) {
    let at = random() * room.reduce((sum, left) => sum + Math.max(0, left), 0)
    let part = 0
    while (part < parts.length - 1 && at >= Math.max(0, room[part]!)) at -= Math.max(0, room[part++]!)
    room[part]! -= paths.length
    for (const path of paths) split.set(path, parts[part]!.name)
  }
  return split
}

test('outlets, months and tags are shared out far more evenly than at random', () => {
  let [stratified, random, better] = [0, 0, 0]
  for (let seed = 0; seed < 40; seed++) {
    const articles = inventedCorpus(400, seed)
    const ours = unevenness(articles, splitArticles(articles, { parts: usual, seed }), usual)
    const byLot = unevenness(articles, atRandom(articles, usual, seed), usual)
    stratified += ours
    random += byLot
    if (ours < byLot) better++
  }
  expect(better).toBe(40)
  expect(stratified / random).toBeLessThan(0.6)
})

test('another seed gives another split', () => {
  const articles = inventedCorpus(200, 3)
  const one = splitArticles(articles, { parts: usual, seed: 1 })
  const other = splitArticles(articles, { parts: usual, seed: 2 })
  expect(articles.filter(({ path }) => one.get(path) !== other.get(path)).length).toBeGreaterThan(20)
})

test('what stood in an earlier split stays there, whatever is added', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 119 }), anyParts, (seed, known, parts) => {
      const articles = inventedCorpus(120, seed)
      const before = articles.slice(0, known)
      const earlier = splitArticles(before, { parts, seed })
      const split = splitArticles(shuffled(articles, seed), { parts, seed: seed + 1, earlier })
      for (const { path } of before) expect(split.get(path)).toBe(earlier.get(path))
      expect(torn(articles, split)).toEqual([])
      expect(split.size).toBe(120)
    }),
    { numRuns: 150 },
  )
})

test('what is added to an earlier split fills what its parts lack', () => {
  const articles = inventedCorpus(1000, 5, 0)
  const earlier = splitArticles(articles.slice(0, 700), { parts: usual, seed: 7 })
  const split = splitArticles(articles, { parts: usual, seed: 7, earlier })
  expect(sizesOf(split, usual)).toEqual([800, 100, 100])
})

const article = (path: string, family = path): SplitArticle => ({ path, family, strata: {}, annotations: 0 })

test('a family whose articles stood apart goes where most of them were, and of as many to the first part', () => {
  const earlier = new Map([
    ['a', 'test'],
    ['b', 'test'],
    ['c', 'train'],
    ['x', 'test'],
    ['y', 'validation'],
    ['z', 'a part of another split'],
  ])
  const articles = [
    article('a', 'one'),
    article('b', 'one'),
    article('c', 'one'),
    article('x', 'two'),
    article('y', 'two'),
  ]
  const split = splitArticles(articles, { parts: usual, seed: 1, earlier })
  expect(Object.fromEntries(split)).toEqual({ a: 'test', b: 'test', c: 'test', x: 'validation', y: 'validation' })
})

test('a family that fits in no part goes where there is most room', () => {
  const family = Array.from({ length: 95 }, (_, i) => article(`copy-${i}`, 'one report'))
  const articles = [...family, ...Array.from({ length: 5 }, (_, i) => article(`own-${i}`))]
  const split = splitArticles(articles, { parts: usual, seed: 1 })
  expect(split.get('copy-0')).toBe('train')
  expect(sizesOf(split, usual).reduce((sum, size) => sum + size, 0)).toBe(100)
  expect(sizesOf(split, usual)[0]).toBe(95)
})

test('a family that is larger than a part goes where it fits, and no part has more than its share for it', () => {
  for (let seed = 0; seed < 20; seed++) {
    const families = [1, 2, 3, 4, 5, 6].flatMap(name =>
      Array.from({ length: 12 }, (_, i) => article(`${name}-${i}`, `report ${name}`)),
    )
    const articles = [...families, ...Array.from({ length: 28 }, (_, i) => article(`own-${i}`))]
    const split = splitArticles(articles, { parts: usual, seed })
    for (const { path } of families) expect(split.get(path)).toBe('train')
    expect(sizesOf(split, usual)).toEqual([80, 10, 10])
  }
})

test('articles of which nothing is known are shared out too', () => {
  const articles = Array.from({ length: 50 }, (_, i) => article(`${i}.txt`))
  expect(sizesOf(splitArticles(articles, { parts: usual, seed: 1 }), usual)).toEqual([40, 5, 5])
  expect(splitArticles([], { parts: usual, seed: 1 }).size).toBe(0)
})

test('a path that is there twice is refused', () => {
  expect(() => splitArticles([article('a', 'one'), article('a', 'two')], { parts: usual, seed: 1 })).toThrow(RangeError)
})

// What was published with a seed is made again with it: a change here is a change of every split.
test('the split of a seed never changes', () => {
  const split = splitArticles(inventedCorpus(30, 9), { parts: usual, seed: 7 })
  const inTest = [...split].filter(([, part]) => part === 'test').map(([path]) => path)
  expect(inTest.sort()).toEqual(['0/article-7.txt', '4/article-2.txt', '4/article-21.txt'])
})
