import { extent } from '../annotation/annotation.ts'
import { isOfOlderMeaning } from '../codebook/migration.ts'
import type { Fix, Rule } from './rule.ts'

/** The tag, or a question that is answered, came to mean something else after the annotation was last looked at. */
export const olderMeaning: Rule = {
  id: 'older-meaning',
  subject: 'annotation',
  find({ layer, codebook }, id) {
    const annotation = layer.annotations.get(id)
    if (!annotation || !isOfOlderMeaning(annotation, codebook)) return []
    return [{ key: `older-meaning/${id}`, rule: 'older-meaning', place: extent(annotation), annotation: id }]
  },
  fixes({ layer }, finding): readonly Fix[] {
    const annotation = layer.annotations.get(finding.annotation ?? '')
    if (!annotation) return []
    return [
      {
        kind: 'edit',
        what: 'still-right',
        label: '',
        edit: modified => ({ kind: 'put', annotation: { ...annotation, modified } }),
      },
      { kind: 'retag' },
    ]
  },
}
