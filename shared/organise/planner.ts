/**
 * How many articles two annotators both have to annotate for an interval of a wished width around how far they agree.
 * Widths are half widths: 0.1 is ±0.1.
 */

/** What somebody expects of a codebook's agreement before there is any. */
export interface Expected {
  /** κ, from -1 to 1, as it is expected. */
  readonly agreement: number
  /** How often each category occurs, two at least; they add up to 1. */
  readonly shares: readonly number[]
  /** From 0 to 1: 0.95. */
  readonly confidence: number
}

/** How units stand in articles. */
export interface Texts {
  /** Units that an article has, on average: more than 0. */
  readonly unitsPerArticle: number
  /**
   * How many times larger the variance is than with units drawn one by one, since those of one article are alike
   * (Kish 1965): 1 where they aren't, up to the units of an article where they all are.
   */
  readonly designEffect: number
}

/**
 * The variance of Cohen's κ times the number of units, for large numbers (Fleiss, Cohen and Everitt 1969, “Large
 * sample standard errors of kappa and weighted kappa”, formula 13). `table[i][j]` is the
 * probability that the first chooses category i and the second j.
 */
export function varianceOfKappa(table: readonly (readonly number[])[]): number {
  const rows = table.map(row => row.reduce((sum, p) => sum + p, 0))
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0))
  const same = table.reduce((sum, row, i) => sum + row[i]!, 0)
  const byChance = rows.reduce((sum, p, i) => sum + p * columns[i]!, 0)
  let on = 0
  let off = 0
  for (const [i, row] of table.entries())
    for (const [j, p] of row.entries()) {
      if (i === j) on += p * (1 - byChance - (columns[i]! + rows[i]!) * (1 - same)) ** 2
      else off += p * (columns[i]! + rows[j]!) ** 2
    }
  return (on + (1 - same) ** 2 * off - (same * byChance - 2 * byChance + same) ** 2) / (1 - byChance) ** 4
}

/** What two annotators choose who use categories equally often and agree as far as κ says (the common correlation model, Bloch and Kraemer 1989). */
export function expectedTable({ agreement, shares }: Pick<Expected, 'agreement' | 'shares'>): number[][] {
  return shares.map((p, i) => shares.map((q, j) => (1 - agreement) * p * q + (i === j ? agreement * p : 0)))
}

/** Units that both have to code, so that κ is known to ± `width` (Cantor 1996, “Sample-size calculations for Cohen's kappa”, with the variance of `varianceOfKappa`). */
export function unitsForKappa(expected: Expected, width: number): number {
  const z = normalQuantile((1 + expected.confidence) / 2)
  return Math.max(2, Math.ceil((z ** 2 * Math.max(0, varianceOfKappa(expectedTable(expected)))) / width ** 2 - 1e-9))
}

/**
 * Units that have to be coded, so that an α of at least `smallest` can be told from less (Krippendorff 2019, “Content
 * Analysis”, after Bloch and Kraemer 1989, formula 3.7). It is not for an interval's width. `share` is that of the rarest
 * category; `significance` one-sided, as 0.05.
 */
export function unitsForAlpha(choice: {
  readonly smallest: number
  readonly share: number
  readonly significance: number
  readonly annotators: number
}): number {
  const { smallest, share, significance, annotators } = choice
  const z = normalQuantile(1 - significance)
  const spread = ((1 + smallest) * (3 - smallest)) / (4 * (1 - smallest) * share * (1 - share)) - smallest
  return Math.ceil(annotators * z ** 2 * spread)
}

/** Articles that hold so many units, as far as units of one article say the same: at most as if each article were one unit. */
export function articlesFor(units: number, { unitsPerArticle, designEffect }: Texts): number {
  const effect = Math.min(designEffect, Math.max(1, unitsPerArticle))
  return Math.max(2, Math.ceil((units * effect) / unitsPerArticle - 1e-9))
}

/**
 * Articles that are needed in all, by those that two have annotated already; null where their interval has no width, as
 * where all of them say the same: nothing can be told by it. It is taken that an interval becomes narrower with
 * the root of the number of articles, and that those to come are like those at hand.
 */
export function articlesFromPilot(
  pilot: { readonly articles: number; readonly low: number; readonly high: number },
  width: number,
): number | null {
  const half = (pilot.high - pilot.low) / 2
  if (!(half > 0)) return null
  return Math.max(2, Math.ceil(pilot.articles * (half / width) ** 2 - 1e-9))
}

/** Whether a pilot is so small that its intervals tend to be narrower than they should be: a rule of thumb. */
export function isFew(articles: number): boolean {
  return articles < 20
}

/** The widths that a table shows, with the one that was asked for. */
export function widthsAround(width: number): number[] {
  return [...new Set([0.05, 0.075, 0.1, 0.15, 0.2, width])].sort((one, other) => one - other)
}

/** The number that a standard normal one stays below with probability `p`, from 0 to 1, both without. */
export function normalQuantile(p: number): number {
  let [low, high] = [-9, 9]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a standard normal number is below x (Marsaglia 2004, “Evaluating the Normal Distribution”). */
function normalBelow(x: number): number {
  let [sum, term, before] = [x, x, 0]
  for (let i = 3; sum !== before; i += 2) {
    before = sum
    term *= (x * x) / i
    sum += term
  }
  return Math.min(1, Math.max(0, 0.5 + sum * Math.exp(-0.5 * x * x - 0.9189385332046727)))
}
