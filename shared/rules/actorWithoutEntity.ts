import { extent } from '../annotation/annotation.ts'
import { attributeOf } from './asked.ts'
import type { Rule } from './rule.ts'

/** Somebody is called by name, and nobody has said yet who that is. */
export const actorWithoutEntity: Rule = {
  id: 'actor-without-entity',
  subject: 'annotation',
  find({ layer, codebook }, id) {
    const annotation = layer.annotations.get(id)
    if (!annotation || annotation.entity !== undefined || annotation.attributes['mention'] !== 'name') return []
    const tag = codebook.tags.find(one => one.id === annotation.tag)
    if (!tag || tag.entityKinds.length === 0 || !attributeOf(codebook, tag.id, 'mention')) return []
    return [
      { key: `actor-without-entity/${id}`, rule: 'actor-without-entity', place: extent(annotation), annotation: id },
    ]
  },
  fixes: () => [{ kind: 'entity' }],
}
