/** A year, and as far as they are given a month and a day. */
type Point = readonly number[]

/** Whether a date, as `isDate` takes it, may lie at or after a bound: as far as both are given. */
export function mayBeFrom(date: string, bound: string): boolean {
  const [point, from] = [pointOf(date.split('/').at(-1)!, '9'), pointOf(bound, '0')]
  return point === 'open' || (point !== null && from !== null && from !== 'open' && compare(point, from) >= 0)
}

/** Whether a date may lie at or before a bound: `2031` holds all of that year. */
export function mayBeUntil(date: string, bound: string): boolean {
  const [point, until] = [pointOf(date.split('/')[0]!, '0'), pointOf(bound, '9')]
  return point === 'open' || (point !== null && until !== null && until !== 'open' && compare(point, until) <= 0)
}

/** `unknown` is the digit that stands for those of a year that nobody knows; what isn't known of a month or a day isn't given. */
function pointOf(word: string, unknown: string): Point | 'open' | null {
  if (word === '..') return 'open'
  const found = /^(-?[\dX]{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?/.exec(word)
  if (!found) return null
  const given = [found[1]!.replaceAll('X', unknown), found[2], found[3]]
  const point: number[] = []
  for (const part of given) {
    // A season says no more than its year does.
    if (part === undefined || part === 'XX' || (point.length === 1 && Number(part) > 12)) break
    point.push(Number(part))
  }
  return point
}

function compare(one: Point, other: Point): number {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const difference = one[i]! - other[i]!
    if (difference !== 0) return difference
  }
  return 0
}
