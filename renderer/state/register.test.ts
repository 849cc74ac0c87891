import { expect, test } from 'vitest'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { givenDesk } from './givenDesk.ts'

/** What the desktop would answer of a search: the hits, and what it says in the end. */
interface Told {
  hits: Partial<Hit>[]
  readonly answer: Record<string, unknown>
}

/** A register with Robin Hood and Robert Hood, who are to become one, in a workspace where searches find what the test says. */
async function givenTwo(told: Told) {
  const recorded: { readonly changes: readonly { readonly article: string }[] }[] = []
  const given = givenDesk(
    { a: { lines: [['Robin met Robert.', 'body']] } },
    {
      'search.run': ({ name, query }: { name: string; query: { what: string } }) => {
        const hits = query.what === 'annotations' ? told.hits : []
        desk.register.heard({ name, hits: JSON.stringify(hits), done: 1, total: 1 })
        desk.gathering.heard({ name, hits: JSON.stringify(hits), done: 1, total: 1 })
        const over = { articles: 1, isComplete: true, isCut: false, unreadArticles: 0, unreadLayers: 0, unread: [] }
        return { ...over, hits: hits.length, problem: null, ...told.answer }
      },
      'search.cancel': () => null,
      'layers.record': (input: { changes: string[] }) => {
        const changes = outOfPieces<{ article: string }>(input.changes)
        recorded.push({ changes })
        return {
          done: inPieces(changes.map(({ article }) => ({ article, undo: { kind: 'all', edits: [] } }))),
          refused: [],
          projectUndo: null,
        }
      },
    },
  )
  const { desk } = given
  desk.entrance.setState({ person: { id: 'ada', name: 'Ada' } })
  for (const [id, name] of [
    ['robin', 'Robin Hood'],
    ['robert', 'Robert Hood'],
  ] as const)
    desk.project.edit({ kind: 'set', of: 'entities', id, fields: { name, kind: 'person' } })
  desk.register.tick('robin')
  desk.register.tick('robert')
  desk.register.beginMerge()
  await untilLooked()
  async function untilLooked(): Promise<void> {
    while (!desk.register.getState().mentions.isDone) await new Promise(resolve => setTimeout(resolve))
  }
  const merge = () => desk.register.merge('Merging', { keep: 'robin', gone: ['robert'] })
  return { desk, recorded, merge }
}

function meant(id: string): Partial<Hit> {
  const annotation = { id, tag: 'actor', entity: 'robert', spans: [], attributes: {} } as unknown as Annotation
  return { article: 'a', annotator: 'ada', annotation, start: 0, end: 5, quote: 'Robin', before: '', after: '' }
}

test.each([
  ['was ended by a problem', { problem: { kind: 'took-too-long', detail: '' } }],
  ['did not come to the end', { isComplete: false }],
  ['found more than can be kept', { isCut: true, isComplete: false }],
])('what a search that %s has found is not enough to merge by', async (_, answer) => {
  const { desk, recorded, merge } = await givenTwo({ hits: [meant('x')], answer })
  expect(desk.register.getState().mentions.problem).not.toBe(null)
  await expect(merge()).rejects.toThrow(RangeError)
  expect(recorded).toEqual([])
})

test('articles and layers that could not be read are named, each once', async () => {
  const unread = [{ article: 'a', annotator: 'bob' }]
  const { desk, merge } = await givenTwo({ hits: [], answer: { unreadLayers: 1, unread } })
  const { mentions } = desk.register.getState()
  expect([mentions.unread, mentions.unreadCount, mentions.problem]).toEqual([unread, 1, null])
  expect((await merge()).kind).toBe('done')
})

test('where something else is touched than what was looked at, that is shown first and nothing is merged', async () => {
  const told: Told = { hits: [meant('x')], answer: {} }
  const { desk, recorded, merge } = await givenTwo(told)
  told.hits = [meant('x'), meant('y')]
  expect((await merge()).kind).toBe('changed')
  expect(recorded).toEqual([])
  expect(desk.register.getState().mentions.hits.length).toBe(2)
  expect((await merge()).kind).toBe('done')
  expect(recorded.map(({ changes }) => changes.length)).toEqual([1])
})

test('mentions are not taken out where they changed after they were picked', async () => {
  const told: Told = { hits: [meant('x')], answer: {} }
  const { desk, recorded } = await givenTwo(told)
  desk.register.leaveTask()
  desk.register.select('robert')
  while (!desk.register.getState().mentions.isDone) await new Promise(resolve => setTimeout(resolve))
  desk.register.pick(['a\nada\nx'])
  const split = () => desk.register.split('Moving', { kind: 'other', id: 'robin' }, [])
  told.hits = []
  expect((await split()).kind).toBe('changed')
  expect(recorded).toEqual([])
  told.hits = [meant('x')]
  desk.register.refresh()
  while (!desk.register.getState().mentions.isDone) await new Promise(resolve => setTimeout(resolve))
  desk.register.pick(['a\nada\nx'])
  expect((await split()).kind).toBe('done')
})
