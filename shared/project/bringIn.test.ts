import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { bringIn } from './bringIn.ts'
import { Project } from './project.ts'

const entity = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  kind: 'person',
  name: id,
  aliases: [],
  ...more,
})
const fileOf = (...entities: readonly JsonObject[]): JsonObject => ({
  ...{ format: 'stet-project', formatVersion: 1, id: 'p', name: 'P', entities },
})
const projectOf = (...entities: readonly JsonObject[]) => new Project(fileOf(...entities))

function broughtIn(here: Project, other: Project, agreed: Project | null = null) {
  const found = bringIn({ here, other, agreed })
  if (found.edit) here.apply(found.edit)
  return { ...found, entities: here.file()['entities'] }
}

test('what is not here is brought in, whole, and undoing the edit takes it away again', () => {
  const here = projectOf(entity('ada'))
  const before = here.file()
  const { edit, added, changed, contradictions } = bringIn({
    ...{ here, other: projectOf(entity('ada', { note: 'A mathematician' }), entity('bob', { x: 1 })), agreed: null },
  })
  expect({ added, changed, contradictions }).toEqual({ added: 1, changed: 1, contradictions: [] })
  const undo = here.apply(edit!)
  expect(here.file()['entities']).toEqual([entity('ada', { note: 'A mathematician' }), entity('bob', { x: 1 })])
  here.apply(undo)
  expect(here.file()).toEqual(before)
})

test('what both say otherwise stays as it is here, and is told', () => {
  const found = broughtIn(projectOf(entity('ada', { name: 'Ada' })), projectOf(entity('ada', { name: 'Lady Ada' })))
  expect(found.edit).toBe(null)
  expect(found.contradictions).toEqual([{ of: 'entities', id: 'ada', field: 'name', ours: 'Ada', theirs: 'Lady Ada' }])
})

test('where it is known what both began with, what only the other changed is taken, and what was only taken away stays away', () => {
  const agreed = projectOf(entity('ada'), entity('bob'), entity('cy'))
  const here = projectOf(entity('ada'))
  const other = projectOf(entity('ada', { name: 'Ada' }), entity('bob'), entity('cy', { name: 'Cyril' }))
  const found = broughtIn(here, other, agreed)
  expect(found.entities).toEqual([entity('ada', { name: 'Ada' }), entity('cy', { name: 'Cyril' })])
  expect(found.contradictions).toMatchObject([{ id: 'cy', field: '', ours: undefined }])
})

test('an older version brings nothing', () => {
  const agreed = projectOf(entity('ada'))
  expect(broughtIn(projectOf(entity('ada', { name: 'Ada' })), projectOf(entity('ada')), agreed).edit).toBe(null)
})

test('a tag of the other version comes where it stands there', () => {
  const tags = (...ids: string[]) =>
    ids.map(id => ({ id, label: id, key: '', colour: '#123456', mark: 'solid', guidance: '' }))
  const withTags = (...ids: string[]) =>
    new Project({ ...fileOf(), codebook: { id: 'c', version: 1, tags: tags(...ids), attributes: [], links: [] } })
  const here = withTags('one', 'three')
  broughtIn(here, withTags('one', 'two', 'three'))
  expect(here.codebook.tags.map(({ id }) => id)).toEqual(['one', 'two', 'three'])
})
