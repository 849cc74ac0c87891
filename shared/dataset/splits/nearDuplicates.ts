import { bandsFor } from './bands.ts'
import { bucketsOf, divided, MOST_ARTICLES } from './buckets.ts'
import { joinAlike } from './joinAlike.ts'
import { agreement, PERMUTATIONS, resemblance, type Signature } from './signature.ts'
import { UnionFind } from './unionFind.ts'

/**
 * Two articles are near-duplicates where half of all that either says is said
 * by both. Copies of one report of an agency lie above it, two reports of one
 * event far below.
 */
export const DEFAULT_THRESHOLD = 0.5

/** Which articles belong together, by their paths. */
export interface Families {
  /** For each article the name of its family: the first path in it, by UTF-16 units. One that resembles none is a family by itself. */
  readonly familyOf: ReadonlyMap<string, string>
  /**
   * How many articles stand in a crowd of such as resemble each other almost
   * enough, where not each was compared with each: among them more pairs may
   * have been missed than `bandsFor` says, those just above the threshold first.
   * Mostly none.
   */
  readonly crowded: number
}

/**
 * Families of near-duplicates. Articles that resemble each other by at least
 * `threshold` are of one family, and so are those that others join; articles
 * without words resemble none.
 *
 * Only articles that share a band are compared (see `bandsFor`, which says how
 * many of a hundred pairs are found), by `resemblance`: none is joined for less
 * than the threshold. In whichever order they are given the families are the
 * same. Time and memory grow with the number of articles. Throws `RangeError`
 * for a threshold that has no bands, and for more than two million articles.
 */
export function familiesOf(
  signatures: ReadonlyMap<string, Signature>,
  threshold: number = DEFAULT_THRESHOLD,
): Families {
  const { bands, rows } = bandsFor(threshold)
  const paths = [...signatures.keys()].sort()
  if (paths.length > MOST_ARTICLES) throw new RangeError(`too many articles: ${paths.length}`)
  const inOrder = paths.map(path => signatures.get(path)!)
  const sets = new UnionFind(paths.length)
  const crowded = new Set<number>()
  /** Where the bands begin in which whoever met was compared: those needn't be again. */
  const settled: number[] = []
  const alike = (a: number, b: number) => {
    const [one, other] = [inOrder[a]!, inOrder[b]!]
    if (settled.some(from => sameRows(one, other, from, rows))) return false
    return agreement(one, other) >= glance(threshold) && resemblance(one, other) >= threshold
  }
  /** A crowd is divided by one permutation more at a time, from the one at `next` on, until it can be looked through. False for a crowd. */
  const look = (bucket: readonly number[], next: number, last: number): boolean => {
    if (joinAlike(bucket, sets, alike)) return true
    for (const article of bucket) crowded.add(article)
    if (next < last) for (const part of divided(bucket, inOrder, next % PERMUTATIONS)) look(part, next + 1, last)
    return false
  }
  for (let from = 0; from < bands * rows; from += rows) {
    let isSettled = true
    for (const bucket of bucketsOf(inOrder, from, rows)) {
      if (!look(bucket, from + rows, from + PERMUTATIONS)) isSettled = false
    }
    if (isSettled) settled.push(from)
  }
  return { familyOf: new Map(paths.map((path, i) => [path, paths[sets.find(i)]!])), crowded: crowded.size }
}

/** Below this agreement no pair is looked at closely. Four standard errors: of 100,000 pairs at the threshold three are turned away. */
function glance(threshold: number): number {
  return threshold - 4 * Math.sqrt((threshold * (1 - threshold)) / PERMUTATIONS)
}

function sameRows(a: Signature, b: Signature, from: number, rows: number): boolean {
  for (let i = from; i < from + rows; i++) if (a[i] !== b[i]) return false
  return true
}
