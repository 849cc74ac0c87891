import type { JsonObject } from '../json/json.ts'
import { isObject } from '../json/json.ts'
import type { Entity } from '../project/entity.ts'
import { keyOf, Project } from '../project/project.ts'
import type { Collection } from '../project/projectEdit.ts'
import { readProjectFile } from '../project/projectFile.ts'
import { ProjectFile } from '../project/projectSchema.ts'
import type { Finding } from './finding.ts'
import type { InFile } from './inFile.ts'
import { readWhole } from './readWhole.ts'
import { idsTwice } from './sidecarFile.ts'

/** A project file as it was found; `project` is null where it can't be read, so that nothing can be held against it. */
export function checkProject(
  name: string,
  bytes: Uint8Array,
): { readonly project: Project | null; readonly findings: readonly Finding[] } {
  const { file, findings } = readWhole(name, bytes, { read: readProjectFile, shape: ProjectFile, twins })
  if (!file) return { project: null, findings }
  const project = new Project(file)
  const inside = [...sameAnswers(project), ...references(project), ...circles(project)].map(one => ({
    ...one,
    file: name,
  }))
  return { project, findings: [...findings, ...inside] }
}

function twins(file: JsonObject): Omit<Finding, 'kind' | 'file'>[] {
  const book = isObject(file['codebook']) ? file['codebook'] : {}
  const idsOf = (holder: JsonObject, of: Collection) =>
    idsTwice(((holder[of] ?? []) as readonly JsonObject[]).map(record => ({ id: keyOf(of, record) })))
  return [
    ...(['tags', 'attributes', 'links', 'reasons'] as const).flatMap(of =>
      idsOf(book, of).map(id => ({ about: `${of}: ${id}` })),
    ),
    ...idsOf(file, 'entities').map(id => ({ about: `entities: ${id}`, entity: id })),
    ...(['people', 'nevers', 'assignments', 'rounds', 'seals'] as const).flatMap(of =>
      idsOf(file, of).map(id => ({ about: `${of}: ${id}` })),
    ),
  ]
}

/** Answers of one question, and questions of one kind of link, that share an id: nobody can say which is meant. */
function sameAnswers({ codebook: { attributes, links } }: Project): InFile[] {
  const ofLinks = links.flatMap(({ id, attributes }) => attributes.map(question => ({ at: `links/${id}`, question })))
  const ofTags = attributes.map(question => ({ at: `attributes/${question.tag}`, question }))
  const lists = [
    ...[...ofTags, ...ofLinks].map(({ at, question }) => ({ at: `${at}/${question.id}`, things: question.choices })),
    ...links.map(({ id, attributes: things }) => ({ at: `links/${id}`, things })),
  ]
  return lists.flatMap(({ at, things }) =>
    idsTwice(things).map((id): InFile => ({ kind: 'two-of-one-id', about: `${at}: ${id}` })),
  )
}

/** What names something that isn't there. */
function references({ codebook, entities, nevers }: Project): InFile[] {
  const tags = new Set(codebook.tags.map(({ id }) => id))
  const ends = new Set([...tags, 'author', 'entity'])
  const found: InFile[] = []
  const refer = (to: string | undefined, known: { has(id: string): boolean }, from: string, entity?: string) => {
    if (to === undefined || known.has(to)) return
    found.push({ kind: 'unknown-reference', about: `${from}: ${to}`, ...(entity === undefined ? {} : { entity }) })
  }
  for (const { id, mergedInto } of codebook.tags) refer(mergedInto, tags, `tags/${id}/mergedInto`)
  for (const { id, tag, choices } of codebook.attributes) {
    refer(tag, tags, `attributes/${id}/tag`)
    const known = new Set(choices.map(choice => choice.id))
    for (const choice of choices) refer(choice.mergedInto, known, `attributes/${tag}/${id}/${choice.id}/mergedInto`)
  }
  for (const { id, from, to } of codebook.links) {
    for (const end of from) refer(end, tags, `links/${id}/from`)
    for (const end of to) refer(end, ends, `links/${id}/to`)
  }
  for (const { id, parent, mergedInto } of entities.values()) {
    refer(parent, entities, `entities/${id}/parent`, id)
    refer(mergedInto, entities, `entities/${id}/mergedInto`, id)
  }
  for (const { id, tag } of nevers.values()) refer(tag, tags, `nevers/${id}/tag`)
  return found
}

function circles({ codebook, entities }: Project): InFile[] {
  const all: readonly Entity[] = [...entities.values()]
  const ofEntities = (['parent', 'mergedInto'] as const).flatMap(field =>
    circlesIn(all.map(entity => [entity.id, entity[field]])).map(ids => ({ ids, entity: ids[0]! })),
  )
  const ofTags = circlesIn(codebook.tags.map(({ id, mergedInto }) => [id, mergedInto])).map(ids => ({ ids }))
  return [...ofEntities, ...ofTags].map(({ ids, ...place }) => ({
    kind: 'in-circle',
    about: [...ids, ids[0]!].join(' → '),
    ...place,
  }))
}

/** The circles of things that each lead to one other, each circle once, from the one that comes first. */
function circlesIn(steps: readonly (readonly [id: string, to: string | undefined])[]): string[][] {
  const next = new Map(steps)
  const done = new Set<string>()
  const found: string[][] = []
  for (const [first] of steps) {
    const path: string[] = []
    const places = new Map<string, number>()
    let at: string | undefined = first
    for (; at !== undefined && !done.has(at) && !places.has(at); at = next.get(at)) {
      places.set(at, path.length)
      path.push(at)
    }
    const from = at === undefined ? undefined : places.get(at)
    if (from !== undefined) found.push(path.slice(from))
    for (const id of path) done.add(id)
  }
  return found
}
