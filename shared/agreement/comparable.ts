import type { DatasetLayer } from '../dataset/dataset.ts'
import { MAX_COVERED_CHARACTERS, MAX_MEETINGS, MAX_STACKED_CHARACTERS, MAX_TAGS_BY_PARTS } from '../limits.ts'
import { Problem } from '../problems/problem.ts'

/**
 * Whether the layers of an article can be compared in bounded room and time, which is looked at before anything is held of
 * a comparison. Throws Problem `too-entangled` where it can't be: no person writes such layers, and an article of which that
 * is so must not keep others from being compared.
 */
export function refuseEntangled(layers: readonly DatasetLayer[]): void {
  const tags = new Set<string>()
  let [parts, covered] = [0, 0]
  for (const { annotations } of layers)
    for (const { tag, spans } of annotations) {
      tags.add(tag)
      parts += spans.length
      for (const { start, end } of spans) covered += end - start
    }
  hold(covered, MAX_COVERED_CHARACTERS, 'characters under annotations')
  hold(tags.size * parts, MAX_TAGS_BY_PARTS, 'tags times parts of annotations')
  hold(stackedIn(layers), MAX_STACKED_CHARACTERS, 'characters of tags over stretches of the text')
  hold(meetingsIn(layers), MAX_MEETINGS, 'pairs of annotations that share words')
}

function hold(count: number, most: number, what: string): void {
  if (count > most) throw new Problem('too-entangled', `${Math.round(count)} ${what}; ${most} are compared.`)
}

/** How many characters the tags have that stand over each stretch between two ends, all stretches together. */
function stackedIn(layers: readonly DatasetLayer[]): number {
  const ends = layers.flatMap(({ annotations }) =>
    annotations.flatMap(({ tag, spans }) =>
      spans.flatMap(({ start, end }) => [
        { at: start, more: tag.length + 1 },
        { at: end, more: -tag.length - 1 },
      ]),
    ),
  )
  ends.sort((one, other) => one.at - other.at)
  let [stacked, over] = [0, 0]
  for (const [i, { at, more }] of ends.entries()) {
    if (i > 0 && at > ends[i - 1]!.at) stacked += over
    over += more
  }
  return stacked
}

/** How many pairs of annotations of two layers share a stretch from first to last word, each the heavier the more parts annotations have. */
function meetingsIn(layers: readonly DatasetLayer[]): number {
  const sides = layers.map(({ annotations }) => ({
    starts: Float64Array.from(annotations, ({ spans }) => spans[0]!.start).sort(),
    ends: Float64Array.from(annotations, ({ spans }) => spans.at(-1)!.end).sort(),
    parts: annotations.reduce((sum, { spans }) => sum + spans.length, 0) / Math.max(1, annotations.length),
  }))
  let meetings = 0
  for (const [i, one] of sides.entries())
    for (const other of sides.slice(i + 1)) {
      const all = one.starts.length * other.starts.length
      const apart = endedBefore(one.ends, other.starts) + endedBefore(other.ends, one.starts)
      meetings += ((all - apart) * (one.parts + other.parts)) / 2
      if (meetings > MAX_MEETINGS) return meetings
    }
  return meetings
}

/** How many pairs there are of an end and a start that comes after it. Both are sorted. */
function endedBefore(ends: Float64Array, starts: Float64Array): number {
  let [pairs, ended] = [0, 0]
  for (const start of starts) {
    while (ended < ends.length && ends[ended]! <= start) ended++
    pairs += ended
  }
  return pairs
}
