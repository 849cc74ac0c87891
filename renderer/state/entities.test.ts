import { expect, test } from 'vitest'
import { givenDesk } from './givenDesk.ts'

const given = {
  cats: {
    lines: [
      ['FERROW, 4 March 2031', 'dateline'],
      ['Tom sat. Tom ran. The cat Thomas slept.', 'body'],
    ],
    annotated: [['Thomas', 'actor']],
  },
} as const

async function atTheDesk(entities: readonly object[] = [{ id: 'tom', kind: 'person', name: 'Tom Cat' }]) {
  const { desk, recorded } = givenDesk(given)
  const project = JSON.stringify({ formatVersion: 1, entities })
  desk.project.show({
    ...{ ticket: 'workspace', name: 'Cats', sample: false, articles: [], strays: [], problems: [] },
    place: null,
    project,
    projectProblem: null,
    contradictions: '[]',
  })
  await desk.opening.open('cats')
  await desk.reading.getState().article!.filled
  desk.reading.select('Thomas')
  const mention = () => desk.reading.getState().article!.layer.annotations.get('Thomas')!
  return { desk, mention, recorded }
}

test('choosing and learning an alias are one undo, the project first', async () => {
  const { desk, mention, recorded } = await atTheDesk()
  expect(desk.entities.choose('tom')).toMatchObject({ count: 1, alias: 'Thomas', isNew: false })
  expect(recorded().map(({ call }) => call)).toEqual(['project.record', 'layer.record'])
  expect(mention().entity).toBe('tom')
  expect(desk.project.getState().entities.get('tom')!.aliases).toEqual(['Thomas'])
  await desk.undoing.undo()
  expect(mention()).not.toHaveProperty('entity')
  expect(desk.project.getState().entities.get('tom')!.aliases).toEqual([])
  expect(desk.reading.getState().undos).toEqual([])
})

test('a new entity under another name knows the words of its mention, and undo leaves nothing of it', async () => {
  const { desk, mention } = await atTheDesk()
  const made = desk.entities.create('Thomas the Cat', 'person')!
  expect(desk.entities.of(mention().entity)).toMatchObject({ name: 'Thomas the Cat', aliases: ['Thomas'] })
  await desk.undoing.undo()
  expect(desk.entities.of(made.entity.id)).toBeUndefined()
  expect(mention()).not.toHaveProperty('entity')
})

test('one that was merged stands for what it was merged into, and is called so', async () => {
  const { desk, mention } = await atTheDesk([
    { id: 'tom', kind: 'person', name: 'Tom Cat' },
    { id: 'old', kind: 'person', name: 'Old Tom', mergedInto: 'tom' },
  ])
  desk.entities.choose('old')
  expect(mention().entity).toBe('tom')
  expect(desk.entities.nameOf('old')).toBe('Tom Cat')
  expect(desk.entities.nameOf('nobody')).toBeUndefined()
})

test('roles are those of the day that the article was written', async () => {
  const roles = [
    { title: 'mayor', to: '2030' },
    { title: 'judge', from: '2031-03' },
  ]
  const { desk } = await atTheDesk([{ id: 'tom', kind: 'person', name: 'Tom Cat', roles }])
  expect(desk.entities.rolesHere(desk.entities.of('tom')!).map(({ title }) => title)).toEqual(['judge'])
})

test('who was chosen lately is offered first, where names fit alike', async () => {
  const two = ['ada', 'bea'].map(id => ({ id, kind: 'person', name: `Lind ${id}` }))
  const { desk } = await atTheDesk(two)
  const offered = () => desk.entities.named('lind').map(({ id }) => id)
  expect(offered()).toEqual(['ada', 'bea'])
  desk.entities.heardOf('bea', Date.UTC(2031, 0, 1))
  expect(offered()).toEqual(['bea', 'ada'])
  desk.entities.choose('ada')
  desk.entities.clear()
  expect(offered()).toEqual(['ada', 'bea'])
})
