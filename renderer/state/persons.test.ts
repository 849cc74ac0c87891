import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Layer } from '../../shared/annotation/layer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { follow } from './desk.ts'
import { givenCats } from './givenCats.ts'
import { changePerson } from './persons.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

const alice = { id: 'alice', name: 'Alice' }
const bob = { id: 'bob', name: 'Bob' }

async function givenAlice(answers = {}) {
  const given = await givenCats({ 'person.set': (person: typeof alice) => person, ...answers })
  given.desk.entrance.setState({ person: alice })
  return given
}

test('nothing that Alice did is undone into the layer of Bob', async () => {
  const { desk, layers, article, asked } = await givenAlice()
  desk.reading.select('The cat')
  desk.tagging.remove()
  await settle()
  layers.set('cats', new Layer())
  await changePerson(desk, bob)
  await settle()
  await desk.undoing.undo()
  expect([...article().layer.annotations.keys()]).toEqual([])
  expect(desk.reading.getState()).toMatchObject({ undos: [], redos: [] })
  expect(asked.filter(({ call }) => call === 'layer.open')).toHaveLength(2)
})

test('a note that Alice was typing is in her layer before Bob sits down', async () => {
  const { desk, asked } = await givenAlice()
  desk.tagging.writeNote('The cat', 'Who?')
  await changePerson(desk, bob)
  await settle()
  const calls = asked.map(({ call }) => call)
  expect(calls.indexOf('layer.record')).toBeGreaterThan(-1)
  expect(calls.indexOf('layer.record')).toBeLessThan(calls.indexOf('person.set'))
})

test('while the disk refuses what Alice did, nobody else sits down', async () => {
  const { desk, select, asked } = await givenAlice({
    'layer.record': () => {
      throw new Problem('disk-full')
    },
  })
  select('mat')
  desk.tagging.add('actor')
  await expect(changePerson(desk, bob)).rejects.toMatchObject({ kind: 'disk-full' })
  expect(asked.some(({ call }) => call === 'person.set')).toBe(false)
  expect(desk.entrance.getState().person).toEqual(alice)
})

test('another name under the same id changes nothing on the desk', async () => {
  const { desk, select, asked } = await givenAlice()
  select('mat')
  desk.tagging.add('actor')
  await changePerson(desk, { ...alice, name: 'Alice N.' })
  await settle()
  expect(desk.reading.getState().undos).toHaveLength(1)
  expect(asked.filter(({ call }) => call === 'article.open')).toHaveLength(1)
})

test('when another window says who sits here, this one begins anew too', async () => {
  const { desk, asked } = await givenAlice()
  let tell = (_: typeof bob) => {}
  follow(
    desk,
    (name, heard) => {
      if (name === 'person.changed') tell = heard as typeof tell
      return () => {}
    },
    { outside: { layer: '', free: '', taken: '', text: '', project: '', sealed: '', reread: '' } },
  )
  desk.tagging.toggleDone()
  desk.tagging.writeNote('The cat', 'Who?')
  tell(bob)
  await settle()
  expect(desk.entrance.getState().person).toEqual(bob)
  expect(desk.reading.getState().undos).toEqual([])
  const ofLayers = asked.map(({ call }) => call).filter(call => !call.startsWith('discussion.'))
  expect(ofLayers.slice(-4)).toEqual(['article.close', 'article.open', 'layer.open', 'layer.piece'])
})
