import fc from 'fast-check'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { anyArticle } from '../dataset/drawnDataset.laws.ts'
import type { ReviewedLayer } from './casesOf.ts'

/** Test ground: random articles with three layers, the third of them much like the first. */
export const anyReviewed = fc
  .tuple(anyArticle('one.txt'), fc.nat(), fc.nat(9))
  .map(([{ text, layers }, left, revision]) => ({
    text,
    layers: [...layers, without(layers[0]!, left)].map((layer): ReviewedLayer => ({ ...layer, revision })),
  }))

function without(layer: DatasetLayer, at: number): DatasetLayer {
  const { annotations, links } = layer
  const left = annotations[at % (annotations.length + 1)]?.id
  return {
    ...layer,
    annotator: 'cy',
    annotations: annotations.filter(({ id }) => id !== left),
    links: links.filter(({ from, to }) => from !== left && !('annotation' in to && to.annotation === left)),
  }
}

/** A layer whose annotations and links have other ids. */
export function withIds<L extends DatasetLayer>(layer: L, renamed: (id: string) => string): L {
  const names = new Map(layer.annotations.map(({ id }) => [id, renamed(id)]))
  return {
    ...layer,
    annotations: layer.annotations.map(one => ({ ...one, id: names.get(one.id)! })),
    links: layer.links.map(one => ({
      ...one,
      id: renamed(one.id),
      from: names.get(one.from)!,
      to: 'annotation' in one.to ? { annotation: names.get(one.to.annotation)! } : one.to,
    })),
  }
}
