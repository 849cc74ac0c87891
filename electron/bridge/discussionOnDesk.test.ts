import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { ToldQuestion } from '../../shared/discussion/question.ts'
import type { ToldVoice } from '../../shared/discussion/voice.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround } from './deskGround.ts'

const text = 'Cats 💬\n\nThe cat sat on the mat.\n'
const at = '2031-03-04T05:06:07.000Z'
let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let ground: DeskGround

beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))
afterEach(async () => {
  await ground.remove()
  expect(ground.bugs).toEqual([])
})

/** Bob's file: he tagged the cat, asks about words that begin at a code point, and answers Alice. */
function bobs(comments: readonly object[]): string {
  const hash = createHash('sha256').update(text).digest('hex')
  const span = { start: 12, end: 15, quote: 'cat', before: '', after: '' }
  return `${JSON.stringify(
    {
      ...{ format: 'stet-sidecar', formatVersion: 1, revision: 3 },
      article: {
        ...{ file: 'cats.txt', sha256: hash, textSha256: hash, textLength: [...text].length },
        ...{ offsetUnit: 'codepoint', encoding: 'utf-8', reader: 'plain-text/1' },
      },
      ...{ zoneRules: 1, zones: [], annotator: { id: 'bob', name: 'Bob Roe' } },
      ...{ codebook: { id: 'stet-default', version: 1, hash }, status: 'done', created: at, modified: at },
      annotations: [{ id: 'b', tag: 'actor', spans: [span], created: at, modified: at }],
      ...{ unplaced: [], links: [], comments, verdicts: [] },
    },
    null,
    2,
  )}\n`
}
const onTheCat = { span: { start: 12, end: 15, quote: 'cat', before: '', after: '' } }
const asked = { id: 'q', kind: 'question', on: onTheCat, text: 'Whose?', created: at }
const files = { 'cats.txt': text, 'cats.txt.bob.stet.json': bobs([asked]), 'calm.txt': 'A calm day.\n' }

async function sitDown(all: Readonly<Record<string, string>> = files) {
  ground = await DeskGround.make(all, benches)
  const desk = await ground.sit('Alice')
  const article = await desk.ticket('cats.txt')
  await desk.ask('article.open', article)
  await desk.ask('layer.open', article)
  const voices = async (about: { layer: string; id: string }[] = []) => {
    const { voices, mine } = await desk.ask('discussion.article', { article, about })
    expect(mine).toBe('alice')
    return JSON.parse(voices) as ToldVoice[]
  }
  const questions = async (name: string, articles: string[] | null = null) => {
    await desk.ask('discussion.questions', { workspace: desk.workspace, name, articles })
    return desk.told.flatMap(one =>
      one.name === 'discussion.found' && one.value.name === name
        ? (JSON.parse(one.value.found) as [string, ToldQuestion[]][])
        : [],
    )
  }
  return { desk, article, voices, questions }
}

test('what a colleague asks is told at its words, with those annotations of theirs that are asked for', async () => {
  const { voices, questions, article } = await sitDown()
  const start = text.indexOf('cat ')
  expect(await voices()).toMatchObject([
    {
      layer: 'bob',
      name: 'Bob Roe',
      comments: [{ id: 'q', on: { span: { start, end: start + 3 } } }],
      annotations: [],
    },
  ])
  expect(await voices([{ layer: 'bob', id: 'b' }])).toMatchObject([
    { annotations: [{ id: 'b', tag: 'actor', quote: 'cat', span: { start, end: start + 3 } }] },
  ])
  expect(await questions('one')).toMatchObject([
    [
      article,
      [
        {
          quote: 'cat',
          about: 'words',
          text: 'Whose?',
          who: 'Bob Roe',
          answers: 0,
          isResolved: false,
          layers: ['bob'],
        },
      ],
    ],
  ])
  expect(await readFile(join(ground.folder, 'cats.txt.bob.stet.json'), 'utf8')).toBe(bobs([asked]))
})

test('of an open article questions are told as it is in hand, also before its file is written; others aren’t asked for', async () => {
  const { desk, article, questions } = await sitDown()
  const resolve = {
    id: 'r',
    kind: 'resolve',
    on: { layer: 'bob', comment: 'q' },
    text: '',
    created: '2031-03-05T05:06:07.000Z',
  }
  await desk.ask('layer.record', { article, edit: { kind: 'putComment', comment: resolve } })
  const own = { id: 'a', kind: 'question', on: { article: true as const }, text: 'All of it?', created: at }
  await desk.ask('layer.record', { article, edit: { kind: 'putComment', comment: own } })
  expect(await questions('one', [article])).toMatchObject([
    [
      article,
      [
        { text: 'All of it?', about: 'article', isResolved: false },
        { text: 'Whose?', isResolved: true, layers: ['alice', 'bob'] },
      ],
    ],
  ])
  expect(await questions('two', [await desk.ticket('calm.txt')])).toEqual([])
})

test('what was said of words goes with them where the article has changed, is kept where they are gone, and stays where an annotation was deleted', async () => {
  const long = { start: 8, end: 31, quote: 'The cat sat on the mat.', before: '\n\n', after: '\n' }
  const gone = { start: 0, end: 6, quote: 'Cats 💬', before: '', after: '\n\nThe' }
  const said = (id: string, on: object) => ({ id, kind: 'question', on, text: `${id}?`, created: at })
  const comments = [
    said('words', { span: long }),
    said('gone', { span: gone }),
    said('deleted', { layer: 'bob', annotation: 'was-here' }),
    said('entry', { entry: { kind: 'tag', id: 'no-tag' } }),
    said('verdict', { layer: 'gold-bob', verdict: 'v' }),
  ]
  const changed = 'Dogs\n\nIt rained.\n\nThe cat sat on the mat.\n'
  const { voices, questions } = await sitDown({ 'cats.txt': changed, 'cats.txt.bob.stet.json': bobs(comments) })
  const start = changed.indexOf('The cat')
  const [bob] = await voices()
  expect(bob!.comments).toMatchObject([
    { id: 'words', on: { span: { start, end: start + 23, quote: long.quote } } },
    { id: 'gone', on: { lost: { quote: 'Cats 💬' } } },
    { id: 'deleted', on: { annotation: 'was-here' } },
    { id: 'entry' },
    { id: 'verdict' },
  ])
  const [[, all]] = (await questions('one')) as [[string, ToldQuestion[]]]
  expect(all.map(({ text, about }) => `${about} ${text}`).sort()).toEqual([
    'annotation deleted?',
    'entry entry?',
    'verdict verdict?',
    'words gone?',
    'words words?',
  ])
})

test('what gold has otherwise than the layer in hand is told, with what stands there instead; and of no other layer', async () => {
  const judged = (id: string, verdict: string, more = {}) => {
    return { id, on: { layer: 'alice', annotation: id, revision: 1 }, verdict, created: at, ...more }
  }
  const verdicts = [judged('v1', 'reject'), judged('v2', 'change', { gold: 'b' }), judged('v3', 'accept')]
  const others = { ...judged('v4', 'reject'), on: { layer: 'bob', annotation: 'b', revision: 1 } }
  const file = JSON.stringify({ ...JSON.parse(bobs([])), verdicts: [...verdicts, others] })
  const { voices } = await sitDown({ ...files, 'cats.txt.gold-bob.stet.json': file, 'cats.txt.carl.stet.json': file })
  expect(
    (await voices()).map(({ layer, verdicts, annotations }) =>
      [layer, verdicts, annotations].flatMap(all => (typeof all === 'string' ? [all] : all.map(({ id }) => id))),
    ),
  ).toEqual([['bob'], ['carl'], ['gold-bob', 'v1', 'v2', 'b']])
})

test('a file without a comment asks nothing', async () => {
  const { voices, questions } = await sitDown({ ...files, 'cats.txt.bob.stet.json': bobs([]) })
  expect(await voices()).toMatchObject([{ layer: 'bob', comments: [] }])
  expect(await questions('one')).toEqual([])
})

test('what is sealed is heard from nobody', async () => {
  const { desk, voices, questions } = await sitDown()
  const round = { annotators: ['alice', 'bob'], articles: ['cats.txt'], begun: at }
  const edit = { kind: 'set' as const, of: 'rounds' as const, id: 'r', fields: round }
  await desk.ask('project.record', { workspace: desk.workspace, edit })
  expect(await voices([{ layer: 'bob', id: 'b' }])).toEqual([])
  expect(await questions('two')).toEqual([])
})

test('a comment that doesn’t stand at its words never reaches the file', async () => {
  const { desk, article } = await sitDown()
  const span = { ...makeAnchor(text, { start: 0, end: 4 }), quote: 'Dogs' }
  const comment = { id: 'c', kind: 'note', on: { span }, text: 'Hm.', created: at }
  await expect(desk.ask('layer.record', { article, edit: { kind: 'putComment', comment } })).rejects.toThrow()
  ground.bugs.length = 0
})
