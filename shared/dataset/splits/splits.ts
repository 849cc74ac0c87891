import { Balance } from './balance.ts'
import { Scarcest } from './scarcest.ts'
import type { Part } from './shares.ts'
import type { SplitArticle } from './splitArticle.ts'
import { type Unit, unitsOf } from './units.ts'

export interface SplitChoices {
  readonly parts: readonly Part[]
  /** A whole number; another one gives another split that is as good. */
  readonly seed: number
  /** A split that was made before, of these articles or some of them: path → name of the part. */
  readonly earlier?: ReadonlyMap<string, string>
}

/**
 * Puts each article into one part: path → name of the part.
 *
 * No family falls on both sides, and the parts are alike in every stratum as
 * far as families allow: iterative stratification (Sechidis, Tsoumakas,
 * Vlahavas, “On the Stratification of Multi-Label Data”, 2011) with families in
 * the place of examples and amounts in the place of labels. Families of several
 * articles go first, the largest before all, while there is room for them, and
 * are shared out among the parts as they come, so that each part has its share
 * of them too; single articles then even out what is left uneven. Where every family
 * is one article each part has its share to the article; else no part has more
 * than its share and the largest family but one article.
 *
 * The same articles, parts and seed give the same split, in whatever order they
 * are given and on any machine. One article more may move many others, since
 * all of them are balanced against each other: whoever adds to a published
 * dataset gives the `earlier` split. Then nothing in it moves, but for families
 * that a new article joins, or whose articles stood apart: they go where most of
 * them are. Throws `RangeError` for a path that is there twice.
 */
export function splitArticles(articles: readonly SplitArticle[], choices: SplitChoices): Map<string, string> {
  const { parts, seed, earlier = new Map<string, string>() } = choices
  const { units, strata } = unitsOf(articles, seed)
  const balance = new Balance(units, parts, strata)
  const partOf = new Map<string, string>()
  const put = (unit: Unit, part: number) => {
    balance.put(unit, part)
    for (const path of unit.paths) partOf.set(path, parts[part]!.name)
  }
  const names = parts.map(({ name }) => name)
  for (const unit of units) {
    const part = earlierPartOf(unit, names, earlier)
    if (part !== undefined) put(unit, part)
  }
  const left = units.filter(({ paths }) => !partOf.has(paths[0]!))
  for (const unit of left) if (unit.paths.length > 1) put(unit, balance.soFar(unit))
  const single = left.filter(({ paths }) => paths.length === 1)
  for (const [unit, stratum] of new Scarcest(single, strata).all()) put(unit, balance.forStratum(unit, stratum))
  return partOf
}

/** The part in which most of a unit's articles were, of several the first; none where none of them was in any. */
function earlierPartOf(
  { paths }: Unit,
  names: readonly string[],
  earlier: ReadonlyMap<string, string>,
): number | undefined {
  const counts = names.map(name => paths.filter(path => earlier.get(path) === name).length)
  const most = Math.max(...counts)
  return most === 0 ? undefined : counts.indexOf(most)
}
