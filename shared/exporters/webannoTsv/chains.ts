import type { DatasetLayer } from '../../dataset/dataset.ts'
import { isTypeName } from '../cas/names.ts'

const CHAIN_FEATURES = new Set(['referenceType', 'referenceRelation'])

/**
 * The tags whose annotations are linked to chains and say nothing that a layer
 * of chains has no column for: each has at most one `next` and is that of at
 * most one, and no chain comes back to where it began.
 */
export function chainTypes({ annotations, links }: DatasetLayer): ReadonlySet<string> {
  const tags = new Map(annotations.map(({ id, tag }) => [id, tag]))
  const next = new Map<string, string>()
  const before = new Set<string>()
  const chained = new Set<string>()
  const not = new Set<string>()
  for (const { tag, spans, attributes, entity, note, cameAs } of annotations) {
    const isMore = Object.entries(attributes).some(
      ([name, value]) => !CHAIN_FEATURES.has(name) || typeof value !== 'string',
    )
    if (!isTypeName(tag) || spans.length > 1 || isMore || entity !== undefined || note !== undefined || cameAs)
      not.add(tag)
  }
  for (const { type, from, to, attributes, cue, cameAs } of links) {
    const tag = tags.get(from)!
    if (type !== 'next' || cameAs) continue
    const isPlain =
      'annotation' in to && tags.get(to.annotation) === tag && !cue && Object.keys(attributes).length === 0
    if (!isPlain || next.has(from) || before.has(to.annotation)) {
      not.add(tag)
      continue
    }
    next.set(from, to.annotation)
    before.add(to.annotation)
    chained.add(tag)
  }
  // Whoever is reached from where a chain begins is in no circle.
  const reached = new Set<string>()
  for (const id of next.keys())
    if (!before.has(id)) for (let at: string | undefined = id; at !== undefined; at = next.get(at)) reached.add(at)
  for (const id of before) if (!reached.has(id)) not.add(tags.get(id)!)
  return new Set([...chained].filter(tag => !not.has(tag)))
}
