import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { emptyQuery, type Query } from '../../shared/search/query.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

const cats = 'Cats\n\nThe cat sat on the mat, said the vet. The other cat slept.\n'
const dogs = 'Dogs\n\nThe dog chased the Cat 💩 over the mat.\n'
let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let ground: DeskGround
let zoe: Sitting
let names = 0

beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))
beforeEach(async () => {
  ground = await DeskGround.make({ 'cats.txt': cats, '2018/dogs.txt': dogs, 'picture.png': 'no text' }, benches)
  zoe = await ground.sit()
})
afterEach(async () => {
  await ground.remove()
  expect(ground.bugs).toEqual([])
})

async function search(query: Partial<Query>, articles?: readonly string[], sitting = zoe) {
  const name = `search-${++names}`
  const tickets = await Promise.all((articles ?? []).map(path => sitting.ticket(path)))
  const scope = articles ? ({ kind: 'articles', articles: tickets } as const) : ({ kind: 'workspace' } as const)
  const answer = await sitting.ask('search.run', { name, query: { ...emptyQuery, ...query } as never, scope })
  const found = sitting.told.flatMap(told =>
    told.name === 'search.found' && told.value.name === name ? [told.value] : [],
  )
  const hits = found.flatMap(({ hits }) => JSON.parse(hits) as Hit[])
  expect(hits).toHaveLength(answer.hits)
  return { answer, found, hits }
}

function annotation(id: string, text: string, words: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words)
  const times = { created: '2031-01-01T00:00:00.000Z', modified: '2031-03-04T05:06:07.000Z' }
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  return { id, tag: 'actor', spans, attributes: {}, origin: { kind: 'manual' }, ...times, ...more }
}

/** Opens an article in the window and annotates it. */
async function annotates(path: string, ...annotations: Annotation[]): Promise<string> {
  const article = await zoe.ticket(path)
  await zoe.ask('article.open', article)
  await zoe.ask('layer.open', article)
  for (const one of annotations) {
    await zoe.ask('layer.record', { article, edit: { kind: 'put', annotation: one } as never })
  }
  return article
}

/** A colleague's sidecar. */
function sidecar(text: string, annotator: string, annotations: readonly Annotation[]): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return JSON.stringify({
    format: 'stet-sidecar',
    formatVersion: 1,
    revision: 1,
    article: {
      ...{ file: 'article.txt', sha256: hash, textSha256: hash, textLength: [...text].length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ zoneRules: 1, zones: [], annotator: { id: annotator, name: annotator }, status: 'done' },
    codebook: { id: 'stet-default', version: 1, hash: '0'.repeat(64) },
    ...{ created: '2031-01-01T00:00:00.000Z', modified: '2031-01-01T00:00:00.000Z' },
    ...{ annotations, unplaced: [], links: [], comments: [], verdicts: [] },
  })
}

test('words are found in the whole workspace, in its order, with what stands around them', async () => {
  const { answer, hits, found } = await search({ words: 'cat', wholeWord: true })
  expect(answer).toEqual({
    ...{ hits: 3, articles: 2, isComplete: true, isCut: false },
    ...{ unreadArticles: 0, unreadLayers: 0, unread: [], problem: null },
  })
  expect(hits.map(({ quote, zone }) => `${quote} ${zone}`)).toEqual(['Cat body', 'cat body', 'cat body'])
  expect(hits[0]).toMatchObject({
    article: await zoe.ticket('2018/dogs.txt'),
    start: dogs.indexOf('Cat'),
    end: dogs.indexOf('Cat') + 3,
    before: 'Dogs\n\nThe dog chased the ',
    after: ' 💩 over the mat.\n',
    covering: [],
  })
  expect(found.at(-1)).toMatchObject({ done: 2, total: 2 })
  expect(hits.map(({ written }) => written)).toEqual([undefined, undefined, undefined])
})

test('what was annotated a moment ago is found as it stands, while its article is closed and once it is', async () => {
  // From the first search on it is known what has histories.
  await search({ what: 'annotations' })
  const article = await annotates('cats.txt', annotation('1', cats, 'cat'))
  const closed = zoe.ask('article.close', { article, offset: 0 })
  let isClosed = false
  const whenClosed = closed.then(() => {
    isClosed = true
  })
  while (!isClosed) expect((await search({ what: 'annotations' })).answer.hits).toBe(1)
  await whenClosed
  expect((await search({ what: 'annotations' })).answer.hits).toBe(1)
})

test('a search in some articles looks at no others, and a title is a title', async () => {
  expect((await search({ words: 'cat' }, ['2018/dogs.txt'])).hits).toHaveLength(1)
  const { hits } = await search({ words: 'cats', zones: ['title'] })
  expect(hits.map(({ start, zone }) => [start, zone])).toEqual([[0, 'title']])
  expect((await search({ words: 'sat', zones: ['title'] })).hits).toEqual([])
})

test('what was read once isn’t read again, and what has changed is', async () => {
  await search({ words: 'cat' })
  let taken = 0
  const run = benches.searchBench.run.bind(benches.searchBench)
  const spy = vi.spyOn(benches.searchBench, 'run').mockImplementation((name, ...rest) => {
    if (name === 'read') taken++
    return run(name, ...rest)
  })
  await search({ words: 'mat' })
  expect(taken).toBe(0)
  await ground.write('cats.txt', `${cats}A mat more.\n`)
  await vi.waitFor(async () => expect((await search({ words: 'mat' })).answer.hits).toBe(3), { timeout: 60_000 })
  expect(taken).toBe(1)
  spy.mockRestore()
})

test('an open article is searched as it stands: text, corrected zones and edits that have no file yet', async () => {
  const article = await annotates('cats.txt', annotation('one', cats, 'cat', { entity: 'tom' }))
  const first = await search({ words: 'cat', wholeWord: true }, ['cats.txt'])
  expect(first.hits.map(({ covering }) => covering)).toEqual([[{ id: 'one', tag: 'actor', entity: 'tom' }], []])
  await zoe.ask('layer.record', { article, edit: { kind: 'remove', id: 'one' } })
  await zoe.ask('layer.record', {
    article,
    edit: { kind: 'put', annotation: annotation('two', cats, 'other cat') } as never,
  })
  const second = await search({ words: 'cat', wholeWord: true }, ['cats.txt'])
  expect(second.hits.map(({ covering }) => covering)).toEqual([[], [{ id: 'two', tag: 'actor' }]])
  expect((await search({ what: 'annotations' })).hits.map(({ annotation }) => annotation?.id)).toEqual(['two'])
  expect((await search({ what: 'annotations', tags: ['claim'] })).hits).toEqual([])

  const edit = { kind: 'zone', span: { start: 0, end: 5 }, quote: 'Cats\n', zone: 'heading' } as const
  await zoe.ask('facts.record', { article, edit })
  expect((await search({ words: 'cats' }, ['cats.txt'])).hits[0]!.zone).toBe('heading')
  await zoe.ask('article.close', { article, offset: 0 })
  await vi.waitFor(async () => {
    const { hits } = await search({ words: 'cats' }, ['cats.txt'])
    expect(hits[0]!.zone).toBe('heading')
    expect((await search({ what: 'annotations' })).hits.map(({ quote }) => quote)).toEqual(['other cat'])
  }, 60_000)
})

test('edits that stand only in the history, as after a crash, are found as well', async () => {
  const found = async (sitting: Sitting) =>
    (await search({ what: 'annotations' }, undefined, sitting)).hits.map(({ annotation }) => annotation!.id).join(' ')
  const covering = async (sitting: Sitting) =>
    (await search({ words: 'cat', wholeWord: true }, ['cats.txt'], sitting)).hits.map(({ covering }) => covering.length)
  /** The history's last lines, that tell of the sidecar, and the sidecar itself go. */
  const crash = async (sidecar: string | null) => {
    await zoe.desk.leave()
    const folder = ground.at('.stet/history')
    const name = (await readdir(folder)).find(name => name.startsWith('cats.txt.zo.'))!
    const lines = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n')
    while (JSON.parse(lines.at(-1)!).kind !== 'edit') lines.pop()
    await writeFile(join(folder, name), `${lines.join('\n')}\n`)
    const whole = await readFile(ground.at('cats.txt.zo.stet.json'), 'utf8')
    if (sidecar === null) await rm(ground.at('cats.txt.zo.stet.json'))
    else await ground.write('cats.txt.zo.stet.json', sidecar)
    zoe = await ground.sit(null)
    return whole
  }
  await annotates('cats.txt', annotation('one', cats, 'cat'))
  const first = await crash(null)
  expect(await found(zoe)).toBe('one')
  expect(await covering(zoe)).toEqual([1, 0])

  await zoe.desk.leave()
  await ground.write('cats.txt.zo.stet.json', first)
  zoe = await ground.sit(null)
  await annotates('cats.txt', annotation('two', cats, 'other cat'))
  await crash(first)
  expect(await found(zoe)).toBe('one two')
  expect(await covering(zoe)).toEqual([1, 1])
  await zoe.ask('layer.open', await openedIn(zoe))
  await zoe.ask('article.close', { article: await zoe.ticket('cats.txt'), offset: 0 })
  expect(await found(zoe)).toBe('one two')
})

async function openedIn(sitting: Sitting): Promise<string> {
  const article = await sitting.ticket('cats.txt')
  await sitting.ask('article.open', article)
  return article
}

test('what is prepared needs no reading when it is searched, and says nothing', async () => {
  const names: string[] = []
  const run = benches.searchBench.run.bind(benches.searchBench)
  const spy = vi.spyOn(benches.searchBench, 'run').mockImplementation((name, ...rest) => {
    names.push(name)
    return run(name, ...rest)
  })
  await zoe.ask('search.prepare', { scope: { kind: 'workspace' } })
  await vi.waitFor(() => expect(names).toContain('forget'), { timeout: 60_000 })
  expect(names).toContain('read')
  expect(zoe.told.some(({ name }) => name === 'search.found')).toBe(false)
  names.length = 0
  expect((await search({ words: 'cat' })).hits).toHaveLength(4)
  expect(names).not.toContain('read')
  spy.mockRestore()
})

test('every filter holds for annotations, and for the words that they cover', async () => {
  const bob = sidecar(dogs, 'bob', [
    annotation('b1', dogs, 'The dog', {
      tag: 'claim',
      attributes: { type: 'factual', topics: ['x', 'y'] },
      note: 'Rex?',
    }),
    // File offsets count code points: the emoji is one of them.
    { ...annotation('b2', dogs, 'mat'), spans: [{ ...annotation('b2', dogs, 'mat').spans[0]!, start: 41, end: 44 }] },
  ] as Annotation[])
  const at = dogs.indexOf('mat')
  expect([...dogs].slice(at - 1, at + 2).join('')).toBe('mat')
  await ground.write(
    '2018/dogs.txt.bob.stet.json',
    bob.replaceAll('"start":41,"end":44', `"start":${at - 1},"end":${at + 2}`),
  )
  await annotates(
    'cats.txt',
    annotation('z1', cats, 'The cat', { entity: 'tom', modified: '2032-01-01T00:00:00.000Z' }),
  )
  await vi.waitFor(async () => expect((await search({ what: 'annotations' })).hits).toHaveLength(3), {
    timeout: 60_000,
  })

  const ids = async (query: Partial<Query>) =>
    (await search({ what: 'annotations', ...query })).hits.map(({ annotation }) => annotation!.id).join(' ')
  expect(await ids({})).toBe('b1 b2 z1')
  expect(await ids({ tags: ['actor'] })).toBe('b2 z1')
  expect(await ids({ entities: ['tom', 'jerry'] })).toBe('z1')
  expect(await ids({ annotators: ['bob'] })).toBe('b1 b2')
  expect(await ids({ attributes: [{ tag: 'claim', id: 'type', value: 'factual' }] })).toBe('b1')
  expect(await ids({ attributes: [{ tag: 'claim', id: 'topics', value: 'y' }] })).toBe('b1')
  expect(await ids({ attributes: [{ tag: 'claim', id: 'type', value: 'demand' }] })).toBe('')
  expect(await ids({ attributes: [{ tag: 'actor', id: 'mention', value: null }] })).toBe('b2 z1')
  expect(await ids({ from: '2032' })).toBe('z1')
  expect(await ids({ to: '2031-03-04' })).toBe('b1 b2')
  expect(await ids({ from: '2031-03-05', to: '2031-12' })).toBe('')
  expect(await ids({ words: 'the', wholeWord: true })).toBe('b1 z1')
  expect(await ids({ zones: ['title'] })).toBe('')
  const notes = await search({ what: 'notes', words: 'rex' })
  expect(notes.hits).toMatchObject([
    { quote: 'Rex', before: '', after: '?', annotation: { id: 'b1' }, annotator: 'bob' },
  ])

  const words = async (query: Partial<Query>) =>
    (await search({ words: 'the', ...query })).hits.map(({ start }) => start)
  expect(await words({ annotators: ['bob'] })).toEqual([6])
  // What covers a hit is one's own, also where a colleague's layer was asked for.
  expect((await search({ words: 'the', annotators: ['bob'] })).hits[0]!.covering).toEqual([])
  expect(await words({ tags: ['claim', 'actor'] })).toEqual([6, 6])
  expect(await words({ entities: ['tom'] })).toEqual([6])
})

test('layers that can’t be read are counted, and the others searched', async () => {
  await ground.write('cats.txt.bob.stet.json', '{"format": "stet-side')
  await ground.write('cats.txt.eve.stet.json', sidecar(cats, 'eve', [annotation('e1', cats, 'vet')]))
  await vi.waitFor(async () => {
    const { answer, hits } = await search({ what: 'annotations' })
    expect(answer.unread).toEqual([{ article: await zoe.ticket('cats.txt'), annotator: 'bob' }])
    expect([answer.unreadLayers, answer.isComplete, hits.map(({ annotator }) => annotator)]).toEqual([1, true, ['eve']])
  }, 60_000)
  expect((await search({ words: 'cat' })).answer.unreadLayers).toBe(0)
})

test('annotations whose words are gone are found too, and have no place', async () => {
  await ground.write(
    'cats.txt.eve.stet.json',
    sidecar('Another text', 'eve', [annotation('e1', 'Another text', 'Another')]),
  )
  await vi.waitFor(async () => {
    const { hits } = await search({ what: 'annotations', tags: ['actor'] })
    expect(hits).toMatchObject([{ start: 0, end: 0, quote: 'Another', annotator: 'eve', unplaced: { id: 'e1' } }])
  }, 60_000)
})

test('an expression without end is stopped; what was found stays, and the next search is answered', async () => {
  await ground.write('2018/aaa.txt', `Aaa\n\n${'a'.repeat(60)}!\n`)
  await ground.write('2018/a.txt', 'First\n\nb b b b\n')
  await vi.waitFor(async () => expect((await search({ words: 'a' })).found.at(-1)!.total).toBe(4), { timeout: 60_000 })
  const { answer, hits } = await search({ words: '^(a+)+$|b', regex: true })
  expect(answer).toMatchObject({ isComplete: false, problem: { kind: 'search-too-slow' } })
  expect(hits).toHaveLength(4)
  expect((await search({ words: 'cat' })).answer).toMatchObject({ hits: 4, isComplete: true })
})

test('a wrong expression is said before anything is searched', async () => {
  await expect(search({ words: '(', regex: true })).rejects.toMatchObject({ kind: 'search-pattern' })
})

test('a search of the same name ends the one before, and a cancelled one says that it isn’t complete', async () => {
  const query = { ...emptyQuery, words: 'cat' } as never
  const scope = { kind: 'workspace' } as const
  const first = zoe.ask('search.run', { name: 'same', query, scope })
  const second = zoe.ask('search.run', { name: 'same', query, scope })
  expect(await first).toMatchObject({ isComplete: false, problem: null })
  expect(await second).toMatchObject({ isComplete: true, hits: 4 })
  const third = zoe.ask('search.run', { name: 'same', query, scope })
  await zoe.ask('search.cancel', { name: 'same' })
  expect(await third).toMatchObject({ isComplete: false, problem: null })
})

test('of too many hits so many are kept, and that is said', async () => {
  await ground.write('long.txt', 'ab'.repeat(100_500))
  await vi.waitFor(async () => expect((await search({ words: 'cat' })).found.at(-1)!.total).toBe(3), {
    timeout: 60_000,
  })
  const { answer, hits } = await search({ words: 'ab' })
  expect(answer).toMatchObject({ hits: 100_000, isCut: true, isComplete: false, articles: 1 })
  expect(new Set(hits.map(({ start }) => start)).size).toBe(100_000)
})
