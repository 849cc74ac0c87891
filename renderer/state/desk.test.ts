import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noLayer } from '../../shared/contract/noLayer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type GivenArticle, givenDesk, textOf } from './givenDesk.ts'

const cats: GivenArticle = {
  lines: [
    ['Cats', 'title'],
    ['The cat sat on the mat.', 'body'],
    ['Share this', 'boilerplate'],
  ],
  annotated: [
    ['The cat', 'actor'],
    ['Share', 'event'],
  ],
}
const dogs: GivenArticle = { lines: [['The dog barked.', 'body']] }
const quoted: GivenArticle = { lines: [['It “will sail,” she said.', 'body']] }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = () => vi.advanceTimersByTimeAsync(0)

async function givenOpen(article = 'cats', answers = {}) {
  const given = givenDesk({ cats, dogs, quoted }, answers)
  await given.desk.opening.open(article)
  await settle()
  const { desk } = given
  const select = (words: string, text = textOf({ cats, dogs, quoted }[article]!)) =>
    desk.reading.selectText({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const layer = () => desk.reading.getState().article!.layer
  const quotes = () => [...layer().inOrder()].map(one => `${one.tag}: ${one.spans[0]!.quote}`)
  return { ...given, select, layer, quotes }
}

test('tagging a selection makes an annotation of whole words, without the space around them, and selects it', async () => {
  const { desk, select, quotes } = await givenOpen()
  select(' sat on ')
  const made = desk.tagging.add('claim')!
  expect(quotes()).toContain('claim: sat on')
  expect(made.spans[0]).toMatchObject({ before: 'Cats\nThe cat ', after: ' the mat.\nShare this\n' })
  expect(desk.reading.getState().selected).toBe(made.id)
})

test('the rules of the tag change what was selected, one undo gives that back, and the next takes the annotation away', async () => {
  const { desk, select, quotes } = await givenOpen('quoted')
  select('“will sail,” sh')
  expect(desk.tagging.snapFor('claim', desk.reading.getState().selection!)?.by).toEqual(['whole-words'])
  select('“will sail,”')
  expect(desk.tagging.add('claim')!.spans[0]!.quote).toBe('will sail')
  await desk.undoing.undo()
  expect(quotes()).toEqual(['claim: “will sail,”'])
  await desk.undoing.undo()
  expect(quotes()).toEqual([])
})

test('a tag that is changed later leaves the words alone', async () => {
  const { desk, select, quotes } = await givenOpen('quoted')
  select('“will sail,”')
  desk.tagging.add('event')
  desk.tagging.retag('claim', desk.workspace.getState().codebook)
  expect(quotes()).toEqual(['claim: “will sail,”'])
})

test('a selection of nothing but space makes no annotation', async () => {
  const { desk, select, recorded } = await givenOpen()
  select(' ')
  expect(desk.tagging.add('claim')).toBeNull()
  expect(recorded()).toEqual([])
})

test('an edit is on the screen before it is on disk', async () => {
  const { desk, select, quotes } = await givenOpen('cats', { 'layer.record': () => new Promise(() => {}) })
  select('mat')
  desk.tagging.add('actor')
  expect(quotes()).toContain('actor: mat')
  expect(desk.recorder.getState().waiting.get('cats')).toBe(1)
})

test('undo and redo go through layer and facts in the order of the work', async () => {
  const { desk, select, quotes } = await givenOpen()
  const zones = () => desk.reading.getState().article!.blocks.map(block => block.zone)
  const before = quotes()
  select('mat')
  desk.tagging.add('actor')
  desk.tagging.setZone('caption')
  desk.tagging.setAttribute('mention', 'nominal')
  expect(zones()).toEqual(['title', 'caption', 'boilerplate'])

  for (let i = 0; i < 3; i++) await desk.undoing.undo()
  expect([quotes(), zones()]).toEqual([before, ['title', 'body', 'boilerplate']])
  expect(desk.reading.getState().undos).toEqual([])

  for (let i = 0; i < 3; i++) await desk.undoing.redo()
  expect(zones()).toEqual(['title', 'caption', 'boilerplate'])
  expect(desk.reading.getState().article!.layer.annotations.get('new-1')?.attributes).toEqual({ mention: 'nominal' })
})

test('every edit, undo and redo is handed to the desktop in the same order', async () => {
  const { desk, select, recorded } = await givenOpen()
  select('mat')
  desk.tagging.add('actor')
  desk.tagging.setZone('caption')
  await desk.undoing.undo()
  await desk.undoing.undo()
  await settle()
  expect(
    recorded().map(({ call, input }) => [call, (input as { edit: { kind: string; zone?: string } }).edit]),
  ).toMatchObject([
    ['layer.record', { kind: 'put' }],
    ['facts.record', { kind: 'zone', zone: 'caption' }],
    ['facts.record', { kind: 'zone', zone: null }],
    ['layer.record', { kind: 'remove', id: 'new-1' }],
  ])
})

test('undoing an edit of another article opens that article first', async () => {
  const { desk, select } = await givenOpen()
  select('mat')
  desk.tagging.add('actor')
  await desk.opening.open('dogs')
  await settle()
  expect(desk.reading.getState().article?.ticket).toBe('dogs')

  const undoing = desk.undoing.undo()
  await settle()
  await undoing
  expect(desk.reading.getState().article?.ticket).toBe('cats')
  expect(desk.reading.getState()).toMatchObject({ undos: [], redos: [{ changes: [{ article: 'cats' }] }] })
})

test('an undo whose words are gone from the text is refused and stays', async () => {
  const { desk } = await givenOpen()
  desk.reading.select('The cat')
  desk.tagging.remove()
  const { article, undos } = desk.reading.getState()
  Object.assign(article!, { text: 'Another text entirely.' })
  await desk.undoing.undo()
  expect(desk.reading.getState().undos).toBe(undos)
  expect(desk.notices.getState().notices).toHaveLength(1)
})

test('typing a note is one edit at a pause', async () => {
  const { desk, layer, recorded } = await givenOpen()
  for (const note of ['W', 'Wh', 'Who?']) {
    desk.tagging.writeNote('The cat', note)
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(recorded()).toEqual([])
  await vi.advanceTimersByTimeAsync(400)
  expect(recorded()).toHaveLength(1)
  expect(layer().annotations.get('The cat')?.note).toBe('Who?')
})

test('a note in the making is an edit before any other one', async () => {
  const { desk, recorded } = await givenOpen()
  desk.reading.select('The cat')
  desk.tagging.writeNote('The cat', 'Who?')
  desk.tagging.remove()
  await settle()
  expect(recorded().map(({ input }) => (input as { edit: { kind: string } }).edit.kind)).toEqual(['put', 'remove'])
  await desk.undoing.undo()
  expect(desk.reading.getState().article!.layer.annotations.get('The cat')?.note).toBe('Who?')
})

test('an emptied note is gone from the annotation, not kept as nothing', async () => {
  const { desk, layer } = await givenOpen()
  desk.tagging.writeNote('The cat', 'Who?')
  desk.tagging.settle()
  desk.tagging.writeNote('The cat', '')
  desk.tagging.settle()
  expect(layer().annotations.get('The cat')).not.toHaveProperty('note')
})

test('setting what is set already is no edit', async () => {
  const { desk, recorded } = await givenOpen()
  desk.reading.select('The cat')
  desk.tagging.setAttribute('mention', 'name')
  desk.tagging.setAttribute('mention', 'name')
  expect(desk.reading.getState().undos).toHaveLength(1)
  desk.tagging.setAttribute('mention', null)
  expect(desk.reading.getState().article!.layer.annotations.get('The cat')?.attributes).toEqual({})
  await settle()
  expect(recorded()).toHaveLength(2)
})

test('annotations in boilerplate are counted apart, also when the zone changes and changes back', async () => {
  const { desk, select } = await givenOpen()
  const { tally } = desk.reading.getState().article!
  expect(tally.inBoilerplate).toBe(1)
  select('The cat')
  desk.tagging.setZone('boilerplate')
  expect(tally.inBoilerplate).toBe(2)
  await desk.undoing.undo()
  expect(tally.inBoilerplate).toBe(1)
})

test('an article that cannot be opened says why, and nothing else is on the desk', async () => {
  const { desk } = await givenOpen('cats', {
    'article.open': (ticket: string) => {
      throw new Problem(ticket === 'cats' ? 'too-large' : 'cannot-read')
    },
  })
  expect(desk.reading.getState()).toMatchObject({
    article: null,
    failed: { ticket: 'cats', problem: { kind: 'too-large' } },
  })
})

test('the article that was chosen last is shown, although it was read first', async () => {
  let deliverCats = () => {}
  const read = givenDesk({ cats, dogs })
  const { desk, asked } = givenDesk(
    { cats, dogs },
    {
      'article.open': async (ticket: string) => {
        if (ticket === 'cats')
          await new Promise<void>(resolve => {
            deliverCats = resolve
          })
        return read.desk.ask('article.open', ticket)
      },
    },
  )
  void desk.opening.open('cats')
  void desk.opening.open('dogs')
  await settle()
  deliverCats()
  await settle()
  expect(desk.reading.getState().article?.ticket).toBe('dogs')
  expect(asked).toContainEqual({ call: 'article.close', input: { article: 'cats', offset: 0 } })
})

test('after something else was done, what was undone cannot be done again', async () => {
  const { desk, select } = await givenOpen()
  select('mat')
  desk.tagging.add('actor')
  await desk.undoing.undo()
  select('sat')
  desk.tagging.add('event')
  expect(desk.reading.getState()).toMatchObject({ undos: [{}], redos: [] })
})

test('an article that is left before its edits are durable is closed only when they are', async () => {
  let answer = (_: unknown) => {}
  const recording = new Promise(resolve => {
    answer = resolve
  })
  const { desk, select, asked } = await givenOpen('cats', { 'layer.record': () => recording })
  select('mat')
  desk.tagging.add('actor')
  await desk.opening.open('dogs')
  await settle()
  const closed = () =>
    asked.filter(({ call, input }) => call === 'article.close' && (input as { article: string }).article === 'cats')
  expect(closed()).toEqual([])

  await desk.opening.open('cats')
  expect(asked.filter(one => one.call === 'article.open')).toHaveLength(2)
  expect(desk.reading.getState().article!.layer.annotations.has('new-1')).toBe(true)
  answer({ revision: 2 })
  await settle()
  expect(closed()).toEqual([])
})

test('a piece of the layer that comes late does not bring back what was removed meanwhile', async () => {
  let deliver = (_: string) => {}
  const piece = new Promise<string>(resolve => {
    deliver = resolve
  })
  const { desk, select, layer } = await givenOpen('cats', { 'layer.piece': () => piece })
  select('mat')
  const made = desk.tagging.add('actor')
  desk.tagging.remove()
  deliver(JSON.stringify([made]))
  await settle()
  expect([...layer().annotations.keys()]).toEqual([])
})

test('a layer that can only be read is not edited', async () => {
  const problem = { kind: 'layer-in-use', detail: '' }
  const { desk, select, recorded } = await givenOpen('cats', {
    'layer.open': () => ({ ...noLayer, problem, revision: 1, annotations: 2, pieces: [0] }),
  })
  select('mat')
  expect(desk.tagging.add('actor')).toBeNull()
  expect(recorded()).toEqual([])
})
