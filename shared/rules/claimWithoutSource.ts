import type { Annotation } from '../annotation/annotation.ts'
import { extent } from '../annotation/annotation.ts'
import { isOffered } from '../codebook/offered.ts'
import { attributeOf, isUnset } from './asked.ts'
import type { Finding, Fix, Rule, View } from './rule.ts'

/** The link that names the source, the attribute that says why there is none, and the answer that promises one. */
const LINK = 'attributed-to'
const ATTRIBUTE = 'source'
const PROMISE = 'stated'

/** Tags that the codebook lets be attributed: nobody knows yet who said this, nor that it can't be known. */
export const claimWithoutSource: Rule = {
  id: 'claim-without-source',
  subject: 'annotation',
  find(view, id): readonly Finding[] {
    const annotation = view.layer.annotations.get(id)
    if (!annotation || !isAttributed(view, annotation.tag) || hasSource(view, annotation)) return []
    return [
      { key: `claim-without-source/${id}`, rule: 'claim-without-source', place: extent(annotation), annotation: id },
    ]
  },
  fixes(view, finding): readonly Fix[] {
    const annotation = view.layer.annotations.get(finding.annotation ?? '')
    if (!annotation) return []
    const choices = attributeOf(view.codebook, annotation.tag, ATTRIBUTE)?.choices ?? []
    const answers = choices.filter(choice => choice.id !== PROMISE && isOffered(choice))
    return [
      { kind: 'link' },
      ...answers.map(({ id, label }): Fix => {
        const attributes = { ...annotation.attributes, [ATTRIBUTE]: id }
        return {
          kind: 'edit',
          what: 'set',
          label,
          edit: modified => ({ kind: 'put', annotation: { ...annotation, attributes, modified } }),
        }
      }),
    ]
  },
}

/** Whether the codebook lets annotations of a tag be attributed to somebody. */
export function isAttributed({ codebook }: Pick<View, 'codebook'>, tag: string): boolean {
  return codebook.links.some(type => type.id === LINK && type.from.includes(tag))
}

function hasSource({ layer, codebook }: View, annotation: Annotation): boolean {
  if (layer.linksOf(annotation.id).some(link => link.type === LINK && link.from === annotation.id)) return true
  if (!attributeOf(codebook, annotation.tag, ATTRIBUTE) || isUnset(annotation, ATTRIBUTE)) return false
  return annotation.attributes[ATTRIBUTE] !== PROMISE
}
