import { type Pair, type Range, uniqueRuns } from './uniqueRuns.ts'

/** A stretch of both rows that is the same: `length` numbers from `a` on and from `b` on. */
export interface Stretch {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** What became of one row in another. */
export interface Comparison {
  /** In order, none overlapping or touching another in both rows. */
  readonly stretches: readonly Stretch[]
  /** False where time ran out: what is left between the stretches wasn't looked into. */
  readonly isWhole: boolean
}

/** Lengths of the runs by which two rows are pinned together; short ones only between what longer ones have pinned. */
const RUNS = [8, 4, 2] as const
/** Gaps of no more cells than this are compared number by number. */
const CELLS = 40_000

/**
 * Compares two rows of numbers: what stands once in both pins them together,
 * the gaps between are looked into by shorter runs, and small gaps number by
 * number. Memory grows with the rows' length alone. `isOver` is asked now and
 * then; once it says so the rest counts as different.
 */
export function compare(a: Int32Array, b: Int32Array, isOver: () => boolean): Comparison {
  const image = new Int32Array(a.length).fill(-1)
  const waiting: (Range & { readonly level: number })[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length, level: 0 }]
  let isWhole = true
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const gap = trimmed(a, b, range, image)
    const [n, m] = [gap.a1 - gap.a0, gap.b1 - gap.b0]
    if (n === 0 || m === 0) continue
    if (n * m <= CELLS) {
      matchSmall(a, b, gap, image)
      continue
    }
    if (isOver()) {
      isWhole = false
      continue
    }
    for (let level = range.level; level < RUNS.length; level++) {
      const pins = uniqueRuns(a, b, gap, RUNS[level]!)
      if (pins.length === 0) continue
      waiting.push(...gapsBetween(pins, RUNS[level]!, gap, image).map(one => ({ ...one, level })))
      break
    }
  }
  return { stretches: withoutChance(stretchesOf(image), a.length, b.length), isWhole }
}

/** Matches what is the same at both ends of a range, and returns what is left of it. */
function trimmed(a: Int32Array, b: Int32Array, range: Range, image: Int32Array): Range {
  let { a0, a1, b0, b1 } = range
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) image[a0++] = b0++
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) image[--a1] = --b1
  return { a0, a1, b0, b1 }
}

/** Matches the pins and returns the gaps before, between and after them. */
function gapsBetween(pins: readonly Pair[], length: number, { a0, a1, b0, b1 }: Range, image: Int32Array): Range[] {
  const gaps: Range[] = []
  let [a, b] = [a0, b0]
  for (const pin of pins) {
    // Pins of one run overlap: only what is beyond the one before is new.
    const done = Math.max(0, a - pin.a, b - pin.b)
    if (done >= length) continue
    if (pin.a + done - a > 0 || pin.b + done - b > 0) gaps.push({ a0: a, a1: pin.a + done, b0: b, b1: pin.b + done })
    for (let n = done; n < length; n++) image[pin.a + n] = pin.b + n
    a = pin.a + length
    b = pin.b + length
  }
  gaps.push({ a0: a, a1, b0: b, b1 })
  return gaps
}

/** The longest common part of a small gap, by the table of all its beginnings. */
function matchSmall(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Range, image: Int32Array): void {
  const [n, m] = [a1 - a0, b1 - b0]
  const width = m + 1
  const best = new Uint16Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      best[i * width + j] =
        a[a0 + i] === b[b0 + j]
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a[a0 + i] === b[b0 + j]) image[a0 + i++] = b0 + j++
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++
    else j++
  }
}

function stretchesOf(image: Int32Array): Stretch[] {
  const stretches: Stretch[] = []
  for (let a = 0; a < image.length; ) {
    const b = image[a]!
    if (b < 0) {
      a++
      continue
    }
    let length = 1
    while (a + length < image.length && image[a + length] === b + length) length++
    stretches.push({ a, b, length })
    a += length
  }
  return stretches
}

/**
 * Without the stretches that are the same by chance: "the" or a comma in the
 * midst of what was written anew, shorter than what differs on either side.
 */
function withoutChance(stretches: readonly Stretch[], n: number, m: number): Stretch[] {
  const kept: Stretch[] = []
  stretches.forEach((one, i) => {
    const before = kept.at(-1)
    const after = stretches[i + 1]
    const gapBefore = Math.max(
      one.a - (before ? before.a + before.length : 0),
      one.b - (before ? before.b + before.length : 0),
    )
    const gapAfter = Math.max((after?.a ?? n) - one.a - one.length, (after?.b ?? m) - one.b - one.length)
    if (one.length >= Math.min(gapBefore, gapAfter) || one.length >= 6) kept.push(one)
  })
  return kept
}
