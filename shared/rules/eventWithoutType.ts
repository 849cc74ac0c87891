import { extent } from '../annotation/annotation.ts'
import { attributeOf, isUnset } from './asked.ts'
import type { Rule } from './rule.ts'

/** Tags whose annotations are hardly worth anything without an answer to `type`. */
const tags = new Set(['event'])
const ATTRIBUTE = 'type'

/** What kind of event it is hasn't been said. */
export const eventWithoutType: Rule = {
  id: 'event-without-type',
  subject: 'annotation',
  find({ layer, codebook }, id) {
    const annotation = layer.annotations.get(id)
    if (!annotation || !tags.has(annotation.tag) || !attributeOf(codebook, annotation.tag, ATTRIBUTE)) return []
    if (!isUnset(annotation, ATTRIBUTE)) return []
    return [{ key: `event-without-type/${id}`, rule: 'event-without-type', place: extent(annotation), annotation: id }]
  },
  fixes: () => [{ kind: 'attribute', attribute: ATTRIBUTE }],
}
