import { assign } from './assignment.ts'

/** A text cut into segments: how many units (sentences, say) stand in each, in order; none is 0. */
export type Masses = readonly number[]

/**
 * WindowDiff (Pevzner and Hearst 2002): of all windows of `k` places, the part in
 * which two segmentations have another number of boundaries, 0 where they are the
 * same. A place is 1 where a segment ends after its unit, else 0; as many on
 * both sides (RangeError), and `k` no more than these.
 */
export function windowDiff(one: readonly number[], other: readonly number[], k: number): number {
  const windows = windowsOf(one, other, k)
  let differing = 0
  for (let at = 0; at < windows; at++) if (sum(one, at, at + k) !== sum(other, at, at + k)) differing++
  return differing / windows
}

/**
 * Pk (Beeferman, Berger and Lafferty 1999): of all windows of `k` places, the part
 * in which one segmentation has a boundary and the other has none.
 */
export function pk(one: readonly number[], other: readonly number[], k: number): number {
  const windows = windowsOf(one, other, k)
  let differing = 0
  for (let at = 0; at < windows; at++) if (sum(one, at, at + k) > 0 !== sum(other, at, at + k) > 0) differing++
  return differing / windows
}

/**
 * Boundary similarity (Fournier 2013, “Evaluating Text Segmentation using Boundary
 * Edit Distance”): 1 less the edits that make one segmentation the other, of all
 * edits and boundaries that are the same. A boundary that is moved by fewer than
 * `near` places counts by how far, as a part of an edit. 1 where neither has a
 * boundary. Throws a RangeError where the texts aren't equally long.
 */
export function boundarySimilarity(one: Masses, other: Masses, near = 2): number {
  const [a, b] = [boundariesOf(one), boundariesOf(other)]
  if (sum(one, 0, one.length) !== sum(other, 0, other.length)) throw new RangeError('These segment two texts')
  const same = a.filter(at => b.includes(at)).length
  const [onlyA, onlyB] = [a.filter(at => !b.includes(at)), b.filter(at => !a.includes(at))]
  const key = (at: number) => String(at).padStart(9, '0')
  const pairs = onlyA.flatMap(from => onlyB.map(to => ({ left: key(from), right: key(to), by: Math.abs(from - to) })))
  const moved = assign(
    pairs.filter(({ by }) => by < near),
    ({ by }) => 2 * near - by,
  )
  const added = onlyA.length + onlyB.length - 2 * moved.length
  const all = added + moved.length + same
  const edits = added + moved.reduce((total, { by }) => total + by / near, 0)
  return all === 0 ? 1 : 1 - edits / all
}

/** After how many units segments end, but for the last. */
function boundariesOf(masses: Masses): number[] {
  return masses.slice(0, -1).map((_, i) => sum(masses, 0, i + 1))
}

function windowsOf(one: readonly number[], other: readonly number[], k: number): number {
  if (one.length !== other.length || k < 1 || k > one.length)
    throw new RangeError('These can’t be looked at side by side')
  return one.length - k + 1
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0
  for (let at = from; at < to; at++) total += values[at]!
  return total
}
