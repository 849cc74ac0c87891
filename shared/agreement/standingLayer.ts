import type { DatasetLayer } from '../dataset/dataset.ts'
import type { MergedEntities } from '../project/mergedEntities.ts'

/**
 * A layer with the entities that stand now for those that it names: who was merged into another is that other. The layer
 * itself where none of its entities was merged.
 */
export function standingLayer<L extends DatasetLayer>(layer: L, merged: MergedEntities): L {
  const { annotations, links } = layer
  const isGone = (entity: string | undefined) => entity !== undefined && merged.has(entity)
  if (
    merged.size === 0 ||
    !(annotations.some(one => isGone(one.entity)) || links.some(({ to }) => 'entity' in to && isGone(to.entity)))
  )
    return layer
  return {
    ...layer,
    annotations: annotations.map(one => (isGone(one.entity) ? { ...one, entity: merged.get(one.entity!)! } : one)),
    links: links.map(one =>
      'entity' in one.to && isGone(one.to.entity) ? { ...one, to: { entity: merged.get(one.to.entity)! } } : one,
    ),
  }
}
