import type { TokenCut } from '../dataset/tokenCut.ts'
import type { RatedRow } from './articleAgreement.ts'
import type { Tally } from './levels.ts'
import { NOTHING } from './ratingsOfUnits.ts'
import type { Readied, ReadiedLayer } from './readied.ts'

/** Tokens that look alike: under which tags each annotator has them, and how many there are. */
export interface TaggedTokens {
  /** By annotator, in the order of the layers: ids of tags, sorted. */
  readonly tags: readonly (readonly string[])[]
  readonly times: number
}

/**
 * The tokens of an article by what stands on them. A token stands under a tag
 * where an annotation has at least a character of it. Each token goes, tag after
 * tag, from one kind to the next, so that no token is looked at where nothing stands.
 */
export function taggedTokens({ starts, ends }: TokenCut, layers: readonly ReadiedLayer[]): TaggedTokens[] {
  const tags = [...new Set(layers.flatMap(layer => layer.annotations.map(({ annotation }) => annotation.tag)))].sort()
  const numberOf = new Map(tags.map((tag, i) => [tag, i]))
  const kinds: { readonly before: number; readonly step: number }[] = [{ before: -1, step: -1 }]
  const nextOf = new Map<number, number>()
  const kindOf = new Int32Array(starts.length)
  const lastStep = new Int32Array(starts.length).fill(-1)
  for (const [i, { annotations }] of layers.entries())
    for (const [number, own] of byNumber(annotations, numberOf)) {
      const step = i * tags.length + number
      for (const { place } of own)
        for (const { start, end } of place)
          for (let at = firstEndingAfter(ends, start); at < starts.length && starts[at]! < end; at++) {
            if (lastStep[at] === step) continue
            lastStep[at] = step
            const from = kindOf[at]!
            const key = from * layers.length * tags.length + step
            let kind = nextOf.get(key)
            if (kind === undefined) {
              kind = kinds.push({ before: from, step }) - 1
              nextOf.set(key, kind)
            }
            kindOf[at] = kind
          }
    }
  const times = new Float64Array(kinds.length)
  for (const kind of kindOf) times[kind]!++
  const tagsOf = (kind: number) => {
    const own: string[][] = layers.map(() => [])
    for (let at = kind; at !== 0; at = kinds[at]!.before) {
      const { step } = kinds[at]!
      own[Math.floor(step / tags.length)]!.unshift(tags[step % tags.length]!)
    }
    return own
  }
  return kinds.flatMap((_, kind) => (times[kind]! > 0 ? [{ tags: tagsOf(kind), times: times[kind]! }] : []))
}

/** Annotations by the number of their tag, in the order of the numbers. */
function byNumber(annotations: readonly Readied[], numberOf: ReadonlyMap<string, number>) {
  const own = new Map<number, Readied[]>()
  for (const one of annotations) {
    const number = numberOf.get(one.annotation.tag)!
    const known = own.get(number)
    if (known) known.push(one)
    else own.set(number, [one])
  }
  return [...own].sort(([one], [other]) => one - other)
}

/** Whether tokens stand under a tag, as rows of ratings: the tag's id, or `NOTHING`. */
export function underTag(tokens: readonly TaggedTokens[], tag: string): RatedRow[] {
  return tokens.map(({ tags, times }) => ({ values: tags.map(own => (own.includes(tag) ? tag : NOTHING)), times }))
}

/** All tags that tokens stand under, as rows of ratings whose values are sets (`setText`). */
export function tagSets(tokens: readonly TaggedTokens[], isAsked: (tag: string) => boolean): RatedRow[] {
  return tokens.map(({ tags, times }) => ({ values: tags.map(own => setText(own.filter(isAsked))), times }))
}

/** A set as the value of a rating: JSON text of its members, sorted. */
export function setText(members: readonly string[]): string {
  return JSON.stringify([...members].sort())
}

/** How many tokens of a tag two annotators, by their places among the layers, have in common. */
export function inCommon(tokens: readonly TaggedTokens[], tag: string, a: number, b: number): Tally {
  let [both, onlyA, onlyB] = [0, 0, 0]
  for (const { tags, times } of tokens) {
    const isA = tags[a]!.includes(tag)
    const isB = tags[b]!.includes(tag)
    if (isA && isB) both += times
    else if (isA) onlyA += times
    else if (isB) onlyB += times
  }
  return { both, onlyA, onlyB }
}

function firstEndingAfter(ends: Int32Array, offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}
