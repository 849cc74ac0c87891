import type { Unit } from '../unitizingAlpha.ts'

/**
 * What annotators would mark by chance (Mathet et al. 2015, section 5.2): each is
 * one of those who did, drawn at random, whose units are all moved onwards by as
 * much, what leaves the continuum coming in again at its beginning. No two are
 * moved by nearly as much, which would bring back the agreement that was there.
 */
export function shuffledContinuum(annotators: readonly (readonly Unit[])[], random: () => number): Unit[][] {
  const all = annotators.flat()
  const begin = all.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const end = all.reduce((most, unit) => Math.max(most, unit.end), Number.NEGATIVE_INFINITY)
  const length = end - begin
  // Half the mean length of a unit apart, or as much as leaves room for all.
  const apart = Math.min(
    all.reduce((sum, unit) => sum + unit.end - unit.start, 0) / all.length / 2,
    length / annotators.length / 2,
  )
  const moves: number[] = []
  return annotators.map(() => {
    const move = drawnApart(moves, apart, length, random)
    moves.push(move)
    const drawn = annotators[Math.floor(random() * annotators.length)]!
    return drawn.map(unit => moved(unit, move, begin, end))
  })
}

/** A place that is at least so far from all others, around the circle that the continuum makes. */
function drawnApart(others: readonly number[], apart: number, length: number, random: () => number): number {
  for (;;) {
    const place = random() * length
    const isNear = others.some(other => {
      const distance = Math.abs(place - other)
      return Math.min(distance, length - distance) < apart
    })
    if (!isNear) return place
  }
}

function moved({ start, end, category }: Unit, move: number, begin: number, last: number): Unit {
  const turn = start + move >= last ? last - begin : 0
  return { start: start + move - turn, end: end + move - turn, category }
}
