import type { Attribute } from '../codebook/codebook.ts'
import { isOffered } from '../codebook/offered.ts'
import type { Project } from '../project/project.ts'
import type { Sidecar } from '../sidecar/schema.ts'
import { checkAnswers } from './checkAnswers.ts'
import { type InFile, quoteIn } from './inFile.ts'

/** Whether the project knows the tags, answers and entities of a sidecar's annotations. */
export function checkTerms({ annotations, unplaced }: Sidecar, project: Project): InFile[] {
  const { tags, attributes } = project.codebook
  const byId = new Map(tags.map(tag => [tag.id, tag]))
  const questions = new Map(tags.map(({ id }) => [id, new Map<string, Attribute>()]))
  for (const attribute of attributes) questions.get(attribute.tag)?.set(attribute.id, attribute)
  return [...annotations, ...unplaced].flatMap(one => {
    const place = { annotation: one.id, quote: quoteIn(one) }
    const tag = byId.get(one.tag)
    if (!tag) return [{ kind: 'unknown-tag', about: one.tag, ...place }]
    const found: InFile[] = isOffered(tag) ? [] : [{ kind: 'no-longer-offered', about: one.tag, ...place }]
    found.push(...checkAnswers(one.attributes ?? {}, questions.get(tag.id)!, place))
    if (one.entity === undefined) return found
    found.push(...checkEntity(one.entity, project, place))
    const kind = project.entities.get(one.entity)?.kind
    if (kind !== undefined && isOffered(tag) && !tag.entityKinds.includes(kind))
      found.push({ kind: 'entity-kind', about: `${one.tag}: ${kind}`, ...place })
    return found
  })
}

/** Whether an entity that something refers to is in the register, and stands for itself. */
export function checkEntity(id: string, { entities }: Project, place: Omit<InFile, 'kind' | 'about'>): InFile[] {
  const entity = entities.get(id)
  if (!entity) return [{ kind: 'unknown-entity', about: id, ...place }]
  return entity.mergedInto === undefined ? [] : [{ kind: 'merged-entity', about: id, ...place }]
}
