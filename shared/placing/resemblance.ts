import type { Span } from '../annotation/span.ts'

/** Words found in a text with some letters wrong, missing or too many. Offsets count in the text that was searched. */
export interface Near extends Span {
  readonly errors: number
}

/**
 * Where `words` stand in `text` with the fewest errors, if those are no more
 * than `most`: Sellers' search, whose cost is the product of both lengths.
 * Of equally good places the first is given.
 */
export function nearest(words: string, text: string, most: number): Near | null {
  const length = words.length
  let errors = new Int32Array(length + 1)
  let starts = new Int32Array(length + 1)
  let nextErrors = new Int32Array(length + 1)
  let nextStarts = new Int32Array(length + 1)
  for (let i = 0; i <= length; i++) errors[i] = i
  let best: Near | null = null
  for (let j = 0; j < text.length; j++) {
    const unit = text.charCodeAt(j)
    nextErrors[0] = 0
    nextStarts[0] = j + 1
    for (let i = 1; i <= length; i++) {
      const change = errors[i - 1]! + (words.charCodeAt(i - 1) === unit ? 0 : 1)
      const more = errors[i]! + 1
      const less = nextErrors[i - 1]! + 1
      if (change <= more && change <= less) {
        nextErrors[i] = change
        nextStarts[i] = starts[i - 1]!
      } else if (more <= less) {
        nextErrors[i] = more
        nextStarts[i] = starts[i]!
      } else {
        nextErrors[i] = less
        nextStarts[i] = nextStarts[i - 1]!
      }
    }
    ;[errors, nextErrors] = [nextErrors, errors]
    ;[starts, nextStarts] = [nextStarts, starts]
    if (errors[length]! <= most && errors[length]! < (best?.errors ?? most + 1))
      best = { start: starts[length]!, end: j + 1, errors: errors[length]! }
  }
  return best
}

/** How many letters must be changed, left out or put in to make one of the other; anything above `most` is `most + 1`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Int32Array.from({ length: other.length + 1 }, (_, j) => j)
  let next = new Int32Array(other.length + 1)
  for (let i = 0; i < one.length; i++) {
    next[0] = i + 1
    let least = i + 1
    for (let j = 0; j < other.length; j++) {
      const change = row[j]! + (one.charCodeAt(i) === other.charCodeAt(j) ? 0 : 1)
      next[j + 1] = Math.min(change, row[j + 1]! + 1, next[j]! + 1)
      least = Math.min(least, next[j + 1]!)
    }
    if (least > most) return most + 1
    ;[row, next] = [next, row]
  }
  return Math.min(row[other.length]!, most + 1)
}

/**
 * For each offset of `was` (0 to its length) the offset of `is` that it became,
 * where as few letters as possible are changed, left out or put in.
 */
export function offsetsAcross(was: string, is: string): Int32Array {
  const [n, m] = [was.length, is.length]
  const width = m + 1
  const cost = new Uint16Array((n + 1) * width)
  for (let i = n; i >= 0; i--)
    for (let j = m; j >= 0; j--) {
      if (i === n || j === m) cost[i * width + j] = n - i + m - j
      else {
        const change = cost[(i + 1) * width + j + 1]! + (was.charCodeAt(i) === is.charCodeAt(j) ? 0 : 1)
        cost[i * width + j] = Math.min(change, cost[(i + 1) * width + j]! + 1, cost[i * width + j + 1]! + 1)
      }
    }
  const across = new Int32Array(n + 1)
  for (let i = 0, j = 0; i < n; ) {
    across[i] = j
    const here = cost[i * width + j]!
    const change = j < m ? cost[(i + 1) * width + j + 1]! + (was.charCodeAt(i) === is.charCodeAt(j) ? 0 : 1) : Infinity
    if (here === change) {
      i++
      j++
    } else if (here === cost[(i + 1) * width + j]! + 1) i++
    else j++
  }
  across[n] = m
  return across
}
