import { expect, test } from 'vitest'
import type { JsonObject } from '../../shared/json/json.ts'
import { Project } from '../../shared/project/project.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { type Dispute, makeDisputes } from './disputes.ts'

function given(entities: readonly JsonObject[]) {
  const project = new Project({
    format: 'stet-project',
    formatVersion: 1,
    id: 'p',
    name: 'Port',
    entities: [...entities],
  })
  const undos: ProjectEdit[] = []
  const disputes = makeDisputes({
    project: { getState: () => ({ project }) as never, describe: (_, id) => id.toUpperCase() },
    edit: edit => {
      undos.push(project.apply(edit))
      return true
    },
  })
  const one = () => disputes.getState().disputes[0]!
  return { project, disputes, one, undos, nameOf: (id: string) => project.record('entities', id)?.['name'] }
}

const name: Omit<Dispute, 'name'> = { of: 'entities', id: 'port', field: 'name', ours: 'Port', theirs: 'Harbour' }

test('what was made here stands, and the other side is one decision away, and back again', () => {
  const { disputes, one, nameOf, undos } = given([{ id: 'port', kind: 'organisation', name: 'Port' }])
  disputes.add([name])
  expect(one().name).toBe('PORT')
  expect([disputes.standing(one()), disputes.open()]).toEqual(['ours', 1])
  disputes.decide(one(), 'ours')
  expect([undos.length, disputes.open()]).toEqual([0, 0])
  disputes.decide(one(), 'theirs')
  expect([nameOf('port'), disputes.standing(one())]).toEqual(['Harbour', 'theirs'])
  disputes.decide(one(), 'ours')
  expect(nameOf('port')).toBe('Port')
})

test('an undo is seen, and so is what says neither by now', () => {
  const { project, disputes, one, undos } = given([{ id: 'port', kind: 'organisation', name: 'Port' }])
  disputes.add([name])
  disputes.decide(one(), 'theirs')
  project.apply(undos[0]!)
  expect(disputes.standing(one())).toBe('ours')
  project.apply({ kind: 'set', of: 'entities', id: 'port', fields: { name: 'Quay' } })
  expect(disputes.standing(one())).toBeNull()
})

test('a field that one side took away, and one that holds nothing, can be had', () => {
  const { project, disputes, one } = given([{ id: 'port', kind: 'organisation', name: 'Port', wikidata: 'Q1' }])
  disputes.add([{ ...name, field: 'wikidata', ours: 'Q1', theirs: undefined }])
  disputes.decide(one(), 'theirs')
  expect(project.record('entities', 'port')).not.toHaveProperty('wikidata')
  disputes.forget()
  disputes.add([{ ...name, field: 'wikidata', ours: undefined, theirs: null }])
  disputes.decide(one(), 'theirs')
  expect(project.record('entities', 'port')).toHaveProperty('wikidata', null)
})

test('a record that one side took away can be taken away after all, and had back', () => {
  const entity = { id: 'port', kind: 'organisation', name: 'Port' }
  const { project, disputes, one } = given([entity])
  disputes.add([{ ...name, field: '', ours: undefined, theirs: entity }])
  expect(disputes.standing(one())).toBe('theirs')
  disputes.decide(one(), 'ours')
  expect(project.record('entities', 'port')).toBeUndefined()
  disputes.decide(one(), 'theirs')
  expect(project.record('entities', 'port')).toMatchObject(entity)
})

test('told again, the same field waits for a person again', () => {
  const { disputes, one } = given([{ id: 'port', kind: 'organisation', name: 'Port' }])
  disputes.add([name])
  disputes.decide(one(), 'ours')
  disputes.add([{ ...name, theirs: 'Quay' }])
  expect([disputes.getState().disputes.length, disputes.open(), one().theirs]).toEqual([1, 1, 'Quay'])
})
