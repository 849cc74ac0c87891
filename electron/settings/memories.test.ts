import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MAX_RIGHT_AS_IS } from '../../shared/limits.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import {
  type KeptComparing,
  type KeptDraft,
  type KeptExporting,
  type KeptReviewing,
  type KeptSearch,
  openMemories,
} from './memories.ts'

let root: string
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'stet-memory-')))
})
afterEach(() => rm(root, { recursive: true }))

const search = { query: { ...emptyQuery, words: 'cat' }, scope: 'listed', recent: ['cat'] } as unknown as KeptSearch
const exporting: KeptExporting = {
  ...{ format: 'brat', layers: ['ada'], tags: null, zones: null, articles: 'all', anonymous: true, split: null },
  formats: { brat: { unit: null, withText: true, fittings: { discontinuous: 'hull' }, options: {} } },
}
const agreement: KeptComparing = {
  ...{ layers: ['ada', 'bo'], tags: null, tolerance: { words: 2, ignoreEnds: true }, period: 'week' },
}
const review: KeptReviewing = {
  ...{ layers: ['ada', 'bo'], filters: { kinds: ['tag'], tags: null, annotators: ['bo'] }, order: 'article' },
  ...{ shown: 'all', way: 'beside', isBlind: true, at: { article: 'in/a.txt', case: 'c1' } },
}
const right = (key: string) => ({ article: 'a.txt', annotator: 'ada', key })

test('each workspace has a memory of its own, and one part of it leaves the other as it was', async () => {
  const memories = await openMemories({ root })
  await memories.remember('/one', { search })
  await memories.remember('/one', { right: [right('x')] })
  await memories.remember('/two', { right: [right('y')] })
  await memories.remember('/two', { exporting })
  await memories.remember('/two', { agreement })
  await memories.remember('/two', { review })
  const again = await openMemories({ root })
  expect(again.of('/one')).toEqual({
    ...{ search, exporting: null, agreement: null, review: null, right: [right('x')], settled: [], drafts: [] },
  })
  expect(again.of('/two')).toEqual({
    search: null,
    exporting,
    agreement,
    review,
    right: [right('y')],
    settled: [],
    drafts: [],
  })
  expect(again.of('/three')).toEqual({
    ...{ search: null, exporting: null, agreement: null, review: null, right: [], settled: [], drafts: [] },
  })
})

test('comments that are being written are remembered by the path of their article; one that another version wrote costs no other', async () => {
  const on = { span: { start: 4, end: 7, quote: 'cat', before: 'The ', after: ' sat' } }
  const draft = (text: string): KeptDraft => ({
    ...{ article: 'in/a.txt', layer: 'ada', on, kind: 'note', text, thread: null, changes: null },
  })
  const memories = await openMemories({ root })
  await memories.remember('/one', { drafts: [draft('Whose cat?'), draft('Later')] })
  await memories.remember('/one', { search })
  const file = join(root, 'memory.json')
  expect((await openMemories({ root })).of('/one').drafts).toEqual([draft('Whose cat?'), draft('Later')])
  await writeFile(file, (await readFile(file, 'utf8')).replace('"note"', '"shout"'))
  expect((await openMemories({ root })).of('/one').drafts).toEqual([draft('Later')])
})

test('the oldest of too many are forgotten, and a search that another version wrote costs nothing else', async () => {
  const memories = await openMemories({ root })
  await memories.remember('/one', {
    search,
    right: Array.from({ length: MAX_RIGHT_AS_IS + 1 }, (_, i) => right(`${i}`)),
  })
  expect(memories.of('/one').right[0]).toEqual(right('1'))
  const file = join(root, 'memory.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"listed"', '"everywhere at once"'))
  const { search: kept, right: said } = (await openMemories({ root })).of('/one')
  expect([kept, said.length]).toEqual([null, MAX_RIGHT_AS_IS])
})
