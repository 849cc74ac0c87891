import type { Block, Zone } from '../article/article.ts'
import type { DatasetLayer } from './dataset.ts'
import { renamedTargets } from './discussed.ts'

/** What of a workspace goes into a dataset. */
export interface Selection {
  /** Ids of tags; null: all. */
  readonly tags: readonly string[] | null
  /** Annotations that begin in one of these zones; null: in any. */
  readonly zones: readonly Zone[] | null
  /** What annotators are called instead, by their ids; null: they keep their ids. */
  readonly aliases: Readonly<Record<string, string>> | null
}

/** Everything. */
export const all: Selection = { tags: null, zones: null, aliases: null }

/** What is selected of a layer. Links whose ends weren't selected aren't either. `blocks` are the article's. */
export function chosenLayer(layer: DatasetLayer, blocks: readonly Block[], { tags, zones }: Selection): DatasetLayer {
  if (tags === null && zones === null) return layer
  const zoneAt = (offset: number) => blocks.find(({ end }) => end > offset)?.zone
  const annotations = layer.annotations.filter(({ tag, spans }) => {
    const zone = zones && zoneAt(spans[0]!.start)
    return (tags === null || tags.includes(tag)) && (zones === null || (zone != null && zones.includes(zone)))
  })
  const there = new Set(annotations.map(({ id }) => id))
  const links = layer.links.filter(
    ({ from, to }) => there.has(from) && (!('annotation' in to) || there.has(to.annotation)),
  )
  return { ...layer, annotations, links }
}

/** Layers under what their annotators are called instead, in what they say of each other too. */
export function anonymous(layers: readonly DatasetLayer[], { aliases }: Selection): DatasetLayer[] {
  if (aliases === null) return [...layers]
  return layers.map(layer => ({
    ...renamedTargets(layer, id => (Object.hasOwn(aliases, id) ? aliases[id] : undefined)),
    annotator: aliases[layer.annotator] ?? layer.annotator,
  }))
}

/** Names that tell nothing, for annotators in the order of their ids: `a1`, `a2`… */
export function aliasesFor(annotators: readonly string[]): Record<string, string> {
  return Object.fromEntries([...annotators].sort().map((id, i) => [id, `a${i + 1}`]))
}
