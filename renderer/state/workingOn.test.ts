import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Layer } from '../../shared/annotation/layer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { circumstancesOn } from './desk.ts'
import { givenCats } from './givenCats.ts'
import { changePerson } from './persons.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

const alice = { id: 'alice', name: 'Alice' }

async function givenAlice(answers = {}) {
  const given = await givenCats({
    'layer.workOn': () => null,
    'person.set': (person: typeof alice) => person,
    ...answers,
  })
  given.desk.entrance.setState({ person: alice })
  given.desk.workspace.setState({ ticket: 'workspace' })
  return given
}

test('what was done in the own layer is on disk before gold is worked on, and isn’t undone there', async () => {
  const { desk, layers, article, asked } = await givenAlice()
  desk.reading.select('The cat')
  desk.tagging.remove()
  await settle()
  desk.tagging.writeNote('mat', 'Whose?')
  layers.set('cats', new Layer())
  expect(await desk.workingOn.workOn('gold')).toBe(true)
  await settle()
  const calls = asked.map(({ call }) => call)
  expect(calls.lastIndexOf('layer.record')).toBeLessThan(calls.indexOf('layer.workOn'))
  expect(calls.lastIndexOf('layer.open')).toBeGreaterThan(calls.indexOf('layer.workOn'))
  await desk.undoing.undo()
  expect([...article().layer.annotations.keys()]).toEqual([])
  expect(desk.reading.getState()).toMatchObject({ undos: [], redos: [] })
  expect(desk.workingOn.me()).toBe('gold-alice')
  expect([...circumstancesOn(desk)]).toContain('on-gold')

  desk.tagging.toggleDone()
  expect(article().layer.status).toBe('adjudicated')
  desk.tagging.toggleDone()
  expect(article().layer.status).toBe('in-progress')
})

test('what was done in a layer can be undone and done again once that is come back to, and what was done in the codebook anywhere', async () => {
  const { desk, layers, article } = await givenAlice()
  const ids = () => [...article().layer.annotations.keys()]
  const all = ids()
  desk.reading.select('The cat')
  desk.tagging.remove()
  await settle()
  desk.project.edit({ kind: 'set', of: 'tags', id: 'claim', fields: { label: 'Statement' } })
  const own = article().layer
  layers.set('cats', new Layer())
  await desk.workingOn.workOn('gold')
  await desk.undoing.undo()
  expect(desk.project.getState().codebook.tags.find(({ id }) => id === 'claim')?.label).toBe('Claim')
  await desk.undoing.undo()
  expect([ids(), desk.reading.getState().undos]).toEqual([[], []])

  layers.set('cats', new Layer(own.contents()))
  await desk.workingOn.workOn('own')
  expect(ids()).not.toContain('The cat')
  await desk.undoing.undo()
  expect(ids().toSorted()).toEqual(all.toSorted())
  await desk.undoing.redo()
  expect(ids()).not.toContain('The cat')
  await changePerson(desk, { id: 'bob', name: 'Bob' })
  await settle()
  expect(desk.reading.getState()).toMatchObject({ undos: [], redos: [] })
})

test('what was done in the codebook before something in a layer isn’t taken back before that, over a switch of layers', async () => {
  const { desk, layers, article } = await givenAlice()
  const label = () => desk.project.getState().codebook.tags.find(({ id }) => id === 'claim')?.label
  const rename = (to: string) => desk.project.edit({ kind: 'set', of: 'tags', id: 'claim', fields: { label: to } })
  rename('First')
  desk.reading.select('The cat')
  desk.tagging.remove()
  await settle()
  const own = article().layer
  layers.set('cats', new Layer())
  await desk.workingOn.workOn('gold')
  await desk.undoing.undo()
  expect(label()).toBe('First')
  rename('Second')
  layers.set('cats', new Layer(own.contents()))
  await desk.workingOn.workOn('own')
  await desk.undoing.undo()
  expect([label(), article().layer.annotations.has('The cat')]).toEqual(['First', false])
  await desk.undoing.undo()
  expect([label(), article().layer.annotations.has('The cat')]).toEqual(['First', true])
  await desk.undoing.undo()
  expect(label()).toBe('Claim')
})

test('while the disk refuses what was done, or the desktop the switch, the own layer is worked on', async () => {
  const refuse = () => {
    throw new Problem('disk-full')
  }
  const { desk, select, asked } = await givenAlice({ 'layer.record': refuse })
  select('mat')
  desk.tagging.add('actor')
  expect(await desk.workingOn.workOn('gold')).toBe(false)
  expect(asked.some(({ call }) => call === 'layer.workOn')).toBe(false)

  const busy = await givenAlice({
    'layer.workOn': () => {
      throw new Problem('change-under-way')
    },
  })
  expect(await busy.desk.workingOn.workOn('gold')).toBe(false)
  expect(busy.desk.workingOn.me()).toBe('alice')
})

test('somebody else begins on their own layer', async () => {
  const { desk } = await givenAlice()
  await desk.workingOn.workOn('gold')
  await changePerson(desk, { id: 'bob', name: 'Bob' })
  await settle()
  expect(desk.workingOn.me()).toBe('bob')
})
