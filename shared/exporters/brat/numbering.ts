import type { Span } from '../../annotation/span.ts'
import type { DatasetAnnotation, DatasetLink } from '../../dataset/dataset.ts'
import { sameSpans } from './fragments.ts'

/** What a layer's annotations and links are called in brat's lines. Ids that came from there stay: `T3`, `E1:T3` (an event and its trigger), `R1`. */
export interface Numbering {
  /** By annotation: `T3`, or `E1` for a frame: what other lines call it. */
  readonly refs: ReadonlyMap<string, string>
  /** By frame: the trigger's `T3`, which frames with the same words may share. */
  readonly triggers: ReadonlyMap<string, string>
  /** By link: its `R1`. */
  readonly relations: ReadonlyMap<string, string>
}

/** Numbers the lines of a layer, of its links those that become lines of their own. `isOwn` says of an annotation that other lines speak of it itself, so that it isn't taken for a mere trigger. */
export function numberLines(
  annotations: readonly DatasetAnnotation[],
  links: readonly DatasetLink[],
  isOwn: (id: string) => boolean,
): Numbering {
  const taken = new Set<string>()
  const refs = new Map<string, string>()
  const triggers = new Map<string, string>()
  const relations = new Map<string, string>()
  const keep = (id: string) => !taken.has(id) && taken.add(id) !== undefined
  const next = { T: 0, E: 0, R: 0 }
  const fresh = (letter: 'T' | 'E' | 'R') => {
    do next[letter]++
    while (taken.has(`${letter}${next[letter]}`))
    taken.add(`${letter}${next[letter]}`)
    return `${letter}${next[letter]}`
  }

  const plain = annotations.filter(({ cameAs }) => cameAs !== 'frame')
  const frames = annotations.filter(({ cameAs }) => cameAs === 'frame')
  const standing = new Map<string, DatasetAnnotation>()
  for (const one of plain)
    if (/^T\d+$/.test(one.id) && keep(one.id)) {
      refs.set(one.id, one.id)
      standing.set(one.id, one)
    }
  for (const { id } of links) if (/^R\d+$/.test(id) && keep(id)) relations.set(id, id)

  const shared = new Map<string, { readonly tag: string; readonly spans: readonly Span[] }>()
  const freshFrames: DatasetAnnotation[] = []
  for (const one of frames) {
    const [, event, trigger] = /^(E\d+):(T\d+)$/.exec(one.id) ?? []
    if (!event || !trigger || taken.has(event) || !maySpeakOf(trigger, one)) {
      freshFrames.push(one)
      continue
    }
    taken.add(event)
    taken.add(trigger)
    if (!standing.has(trigger)) shared.set(trigger, one)
    refs.set(one.id, event)
    triggers.set(one.id, trigger)
  }
  function maySpeakOf(trigger: string, frame: DatasetAnnotation): boolean {
    const there = standing.get(trigger)
    if (there) return sameSpans(there.spans, frame.spans) && (isOwn(there.id) || there.tag !== frame.tag)
    const other = shared.get(trigger)
    return other ? other.tag === frame.tag && sameSpans(other.spans, frame.spans) : true
  }

  const freshTriggers = new Map<string, string>()
  for (const one of annotations) if (one.cameAs !== 'frame' && !refs.has(one.id)) refs.set(one.id, fresh('T'))
  for (const one of freshFrames) {
    const key = JSON.stringify([one.tag, one.spans])
    const trigger = freshTriggers.get(key) ?? fresh('T')
    freshTriggers.set(key, trigger)
    refs.set(one.id, fresh('E'))
    triggers.set(one.id, trigger)
  }
  for (const { id } of links) if (!relations.has(id)) relations.set(id, fresh('R'))
  return { refs, triggers, relations }
}
