import type { SplitArticle } from './splitArticle.ts'
import { stableHash } from './stableHash.ts'

/** What a split may not take apart: the articles of one family. */
export interface Unit {
  /** Sorted by UTF-16 units. */
  readonly paths: readonly string[]
  /** Of each stratum, by its number, how much the articles have between them. */
  readonly amounts: ReadonlyMap<number, number>
  /** Drawn by the seed and the first path, and by nothing else. */
  readonly lot: bigint
}

/**
 * The units of some articles, the largest first and of one size by lot, and how
 * many strata there are. Strata are numbered by kind and value, so that nothing
 * depends on the order in which articles are given. Throws `RangeError` for a
 * path that is there twice.
 */
export function unitsOf(articles: readonly SplitArticle[], seed: number): { units: Unit[]; strata: number } {
  const paths = new Set(articles.map(({ path }) => path))
  if (paths.size < articles.length) throw new RangeError('an article is there twice')
  const inOrder = articles.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const numbers = new Map([...new Set(inOrder.flatMap(labelsOf))].sort().map((label, i) => [label, i]))
  const families = new Map<string, SplitArticle[]>()
  for (const article of inOrder) {
    const family = families.get(article.family)
    if (family) family.push(article)
    else families.set(article.family, [article])
  }
  const units = [...families.values()].map(family => ({
    paths: family.map(({ path }) => path),
    amounts: amountsOf(family, numbers),
    lot: stableHash(`${seed}/${family[0]!.path}`),
  }))
  return { units: units.sort(largestFirst), strata: numbers.size }
}

function largestFirst(a: Unit, b: Unit): number {
  return b.paths.length - a.paths.length || Number(a.lot > b.lot) - Number(a.lot < b.lot)
}

function labelsOf({ strata }: SplitArticle): string[] {
  return Object.entries(strata).flatMap(([kind, values]) =>
    Object.entries(values).flatMap(([value, amount]) => (amount > 0 ? [labelOf(kind, value)] : [])),
  )
}

const labelOf = (kind: string, value: string) => JSON.stringify([kind, value])

function amountsOf(family: readonly SplitArticle[], numbers: ReadonlyMap<string, number>): Map<number, number> {
  const amounts = new Map<number, number>()
  for (const { strata } of family) {
    for (const [kind, values] of Object.entries(strata)) {
      for (const [value, amount] of Object.entries(values)) {
        const number = amount > 0 ? numbers.get(labelOf(kind, value)) : undefined
        if (number !== undefined) amounts.set(number, (amounts.get(number) ?? 0) + amount)
      }
    }
  }
  return new Map([...amounts].sort(([a], [b]) => a - b))
}
