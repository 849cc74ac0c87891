import { type Part, quotasOf } from './shares.ts'
import type { SplitArticle } from './splitArticle.ts'

/** How much of a stratum stands in a part, and how large a part of all of it that is, 0 to 1. */
export interface StratumShare {
  readonly amount: number
  readonly share: number
}

export interface PartReport {
  readonly name: string
  /** Articles that it was to have, and that it has. */
  readonly wanted: number
  readonly articles: number
  readonly annotations: number
  /** Families of several articles that it has whole. */
  readonly families: number
  /** By kind and value, both sorted; a stratum of which the part has nothing stands there with 0. */
  readonly strata: Readonly<Record<string, Readonly<Record<string, StratumShare>>>>
}

/** A family that no part but the one it is in, or not even that, could have held within its share. */
export interface LargeFamily {
  /** Sorted. */
  readonly paths: readonly string[]
  readonly part: string
  /** The parts that were to have fewer articles than the family has. */
  readonly tooLargeFor: readonly string[]
}

/** What came of a split, for whoever decides on it and for the dataset's card. */
export interface SplitReport {
  /** As they were asked for. */
  readonly parts: readonly PartReport[]
  /** Families of several articles, and how many articles those have; each stands whole in one part. */
  readonly families: { readonly count: number; readonly articles: number }
  /** The largest first. */
  readonly large: readonly LargeFamily[]
  /** Articles that stood in another part of the earlier split, sorted. */
  readonly moved: readonly string[]
}

/** Reports of a split (path → name of the part) of exactly these articles. */
export function reportSplit(
  articles: readonly SplitArticle[],
  parts: readonly Part[],
  partOf: ReadonlyMap<string, string>,
  earlier: ReadonlyMap<string, string> = new Map(),
): SplitReport {
  const quotas = quotasOf(articles.length, parts)
  const families = familiesOfSeveral(articles)
  const totals = totalsOf(articles)
  return {
    parts: parts.map(({ name }, i) => {
      const within = articles.filter(({ path }) => partOf.get(path) === name)
      return {
        name,
        wanted: quotas[i]!,
        articles: within.length,
        annotations: within.reduce((sum, { annotations }) => sum + annotations, 0),
        families: families.filter(([first]) => partOf.get(first!) === name).length,
        strata: sharesOf(totalsOf(within), totals),
      }
    }),
    families: { count: families.length, articles: families.reduce((sum, paths) => sum + paths.length, 0) },
    large: families
      .map(paths => ({
        paths,
        part: partOf.get(paths[0]!)!,
        tooLargeFor: parts.flatMap(({ name }, i) => (quotas[i]! < paths.length ? [name] : [])),
      }))
      .filter(({ tooLargeFor }) => tooLargeFor.length > 0)
      .sort((a, b) => b.paths.length - a.paths.length || (a.paths[0]! < b.paths[0]! ? -1 : 1)),
    moved: articles
      .map(({ path }) => path)
      .filter(path => earlier.has(path) && earlier.get(path) !== partOf.get(path))
      .sort(),
  }
}

function familiesOfSeveral(articles: readonly SplitArticle[]): string[][] {
  const families = new Map<string, string[]>()
  for (const { family, path } of articles) {
    const paths = families.get(family)
    if (paths) paths.push(path)
    else families.set(family, [path])
  }
  return [...families.values()].filter(paths => paths.length > 1).map(paths => paths.sort())
}

/** By kind, by value. */
type Totals = ReadonlyMap<string, ReadonlyMap<string, number>>

function totalsOf(articles: readonly SplitArticle[]): Totals {
  const totals = new Map<string, Map<string, number>>()
  for (const { strata } of articles) {
    for (const [kind, values] of Object.entries(strata)) {
      const ofKind = totals.get(kind) ?? new Map<string, number>()
      totals.set(kind, ofKind)
      for (const [value, amount] of Object.entries(values)) {
        if (amount > 0) ofKind.set(value, (ofKind.get(value) ?? 0) + amount)
      }
    }
  }
  return totals
}

function sharesOf(within: Totals, all: Totals): PartReport['strata'] {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted(all).map(([kind, values]) => [
      kind,
      Object.fromEntries(
        sorted(values).map(([value, total]) => {
          const amount = within.get(kind)?.get(value) ?? 0
          return [value, { amount, share: amount / total }]
        }),
      ),
    ]),
  )
}
