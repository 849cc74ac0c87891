import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saying } from '../dataset/compare.ts'
import type { DatasetArticle, DatasetHead } from '../dataset/dataset.ts'
import { anyArticles, anyHead } from '../dataset/drawnDataset.laws.ts'
import { fitTo } from '../dataset/fit.ts'
import type { ReadChoices, ReadItem } from '../dataset/format.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'
import { fileOf, wordsAtCodePoints } from './brat/plainReading.laws.ts'
import { brat } from './brat.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

const text = '💩 Ada said no.\nBo, too, said\nnothing.'

function article(layer: Partial<DatasetArticle['layers'][number]>, path = 'a.txt'): DatasetArticle {
  return { path, text, metadata: {}, zones: [], layers: [{ annotator: 'ada', annotations: [], links: [], ...layer }] }
}

const head: DatasetHead = { ...anyHead, annotators: [{ id: 'ada' }] }
const ann = (one: DatasetArticle) => fileOf(written(brat, [one], {}, head), 'a.ann')

async function readFolder(files: Record<string, string | Uint8Array>, choices: Partial<ReadChoices> = {}) {
  const folder = memoryFiles(Object.entries(files).map(([file, data]) => ({ file, data })))
  const items: ReadItem[] = []
  for await (const item of brat.read!(folder, { annotator: 'me', textOf: async () => null, ...choices }))
    items.push(item)
  return {
    articles: items.flatMap(item => (item.kind === 'article' ? [item.article] : [])),
    untaken: items.flatMap(item => (item.kind === 'untaken' ? [item.untaken] : [])),
  }
}

/** The lines of an annotation file once read, and written again. */
async function throughStet(lines: readonly string[], words = text) {
  const { articles, untaken } = await readFolder({ 'a.txt': words, 'a.ann': lines.map(line => `${line}\n`).join('') })
  const entities = (articles[0]!.entities ?? []).map(entity => ({
    ...{ kind: 'person', aliases: [], roles: [], attributes: {}, externalIds: {}, ...entity },
  }))
  const parts = written(brat, articles, {}, { ...head, entities, annotators: [{ id: 'me' }] })
  return { layer: articles[0]!.layers[0]!, untaken, lines: fileOf(parts, 'a.ann').split('\n').slice(0, -1) }
}

test('out and in again is the same', () => holdsRoundTrip(brat, 150))

test('out and in again is the same with an ending for each annotator, and with names that brat doesn’t take', async () => {
  const odd = ['é “x”', 'a b', 'a_b', '', 'Org', 'Org2', 'Org22', '*', 'note', 'Arg1', 'Arg2', 'equivalence']
  const name = (seed: number) => odd[seed % odd.length]!
  const renamed = (one: DatasetArticle, seed: number): DatasetArticle => ({
    ...one,
    path: one.path.replace('.txt', seed % 2 ? '.html' : '.txt'),
    ...(seed % 3 ? {} : { split: 'train' }),
    layers: one.layers.map(({ annotator, annotations, links }) => ({
      annotator: `${annotator}_x/1`,
      annotations: annotations.map((one, i) => ({
        ...one,
        tag: name(seed + i),
        attributes: Object.fromEntries(Object.values(one.attributes).map((value, i) => [name(seed + i), value])),
      })),
      links: links.map((one, i) => ({
        ...one,
        type: name(seed + i + 4),
        attributes: Object.fromEntries(Object.values(one.attributes).map((value, j) => [name(seed + i + j), value])),
      })),
    })),
  })
  const oddHead = { ...anyHead, annotators: [{ id: 'ada_x/1' }, { id: 'bo_x/1' }] }
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.nat(30), fc.constantFrom('suffix', 'folders'), async (drawn, seed, annotators) => {
      const articles = drawn.map(one => renamed(one, seed))
      const { articles: read, untaken } = await readBack(
        brat,
        written(brat, articles, { options: { annotators } }, oddHead),
      )
      expect(untaken).toEqual([])
      const meant = articles.map(one => saying(fitTo(one, brat.says).article, brat.says, false))
      expect(read.map(one => saying(one, brat.says, false)).sort()).toEqual(meant.sort())
    }),
    { numRuns: 150 },
  )
})

test('an annotation file as brat has it', () => {
  const lines = ann(
    article({
      annotations: [
        { id: 'n1', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: { sure: true, age: 3 }, entity: 'e1' },
        { id: 'n2', tag: 'says', spans: [{ start: 7, end: 11 }], attributes: { how: 'out loud' }, cameAs: 'frame' },
        { id: 'n3', tag: 'claim of all', spans: [{ start: 12, end: 18 }], attributes: {}, note: 'Is it?\nYes.' },
        {
          id: 'n4',
          tag: 'actor',
          spans: [
            { start: 3, end: 6 },
            { start: 16, end: 18 },
          ],
          attributes: {},
        },
      ],
      links: [
        { id: 'l1', type: 'who', from: 'n2', to: { annotation: 'n1' }, attributes: {}, cameAs: 'role' },
        { id: 'l2', type: 'who', from: 'n2', to: { annotation: 'n4' }, attributes: {}, cameAs: 'role' },
        { id: 'l3', type: 'said by', from: 'n3', to: { annotation: 'n2' }, attributes: { sure: 'yes', note: 'Hm.' } },
      ],
    }),
  )
  expect(lines.split('\n')).toEqual([
    'T1\tactor 2 5\tAda',
    'T2\tactor 2 5;15 17\tAda Bo',
    'T4\tsays 6 10\tsaid',
    'T3\tclaim_of_all 11 14;15 17\tno. Bo',
    'E1\tsays:T4 who:T1 who2:T2',
    'R1\tsaid_by Arg1:T3 Arg2:E1\t',
    'A1\tsure T1',
    'A2\tage T1 3',
    'A3\thow E1 out loud',
    'A4\tsure R1 yes',
    'N1\tReference T1 stet:e1\tName of e1',
    '#1\tAnnotatorNotes T3\tIs it?',
    '#2\tAnnotatorNotes T3\tYes.',
    '#3\tAnnotatorNotes R1\tHm.',
    '',
  ])
})

test('no line crosses the end of a line of the text, and each is whole for Python', () => {
  fc.assert(
    fc.property(anyArticles, articles => {
      const parts = written(brat, articles)
      for (const { file, data } of parts.filter(({ file }) => file.endsWith('.ann'))) {
        const article = fileOf(parts, file.replace(/ann$/, 'txt'))
        for (const line of (data as string).split('\n')) {
          expect(line).not.toMatch(/[\v\f\r\x1c-\x1e\x85\u2028\u2029]/)
          const [id, body, ...words] = line.split('\t')
          if (!id!.startsWith('T')) continue
          const places = /^\S+ (.*)$/.exec(body!)![1]!
          const there = wordsAtCodePoints(article, places)
          // Of an annotation that is nothing but ends of lines nothing would be left.
          if (words.join('').trim() !== '') expect(there).toBe(words.join('\t'))
          else expect(there.trim()).toBe('')
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('what brat’s own lines say comes back line for line: repeated roles, events as arguments, shared triggers, equivalences', async () => {
  const lines = [
    'T1\tActor 2 5\tAda',
    'T2\tSays 6 10\tsaid',
    'T3\tActor 15 17\tBo',
    'T7\tDenies 24 28\tsaid',
    'T5\tClaim 19 22;24 28\ttoo said',
    'T9\tClaim 11 14\tno.',
    'E2\tSays:T2 Who:T1 Who2:T3 What:E7 Arg2:T5',
    'E7\tDenies:T7',
    'E8\tDenies:T7 Who:T2',
    'R4\tAlias Arg1:T1 Arg2:E2\t',
    'R5\tCoref Anaphora:T3 Antecedent:T1\t',
    '*\tSame T1 T3 T9',
    '*\tSame T5 E2',
    'A1\tSure T1',
    'A2\tDegree T1 1.0',
    'A3\tDegree T3 7',
    'A4\tKind T3 a',
    'A5\tKind T3 b c',
    'A6\tSure T7 false',
    'A7\tSure E2 true',
    'A8\tSure R4',
    'N1\tReference T1 Wikidata:Q7\tAda',
    '#1\tAnnotatorNotes T1\t"As it stands"',
    '#2\tAnnotatorNotes E2\tone',
    '#3\tAnnotatorNotes E2\ttwo',
    '#4\tAnnotatorNotes R4\tof a relation',
  ]
  const { lines: again, untaken, layer } = await throughStet(lines)
  expect(untaken).toEqual([])
  const bare = (all: readonly string[]) => all.map(line => line.replace(/^[A#]\d+/, '')).sort()
  expect(bare(again)).toEqual(bare(lines))
  expect(layer.annotations.map(({ id }) => id).sort()).toEqual(
    ['E2:T2', 'E7:T7', 'E8:T7', 'T1', 'T2', 'T3', 'T5', 'T7', 'T9'].sort(),
  )
  expect(layer.annotations.find(({ id }) => id === 'T1')).toMatchObject({
    attributes: { Sure: true, Degree: '1.0' },
    entity: 'Wikidata:Q7',
    note: '"As it stands"',
  })
  expect(layer.annotations.find(({ id }) => id === 'T3')!.attributes).toEqual({ Degree: 7, Kind: ['a', 'b c'] })
  expect(layer.links.filter(({ from }) => from === 'E2:T2').map(({ type, to }) => [type, to])).toEqual([
    ['Who', { annotation: 'T1' }],
    ['Who', { annotation: 'T3' }],
    ['What', { annotation: 'E7:T7' }],
    ['Arg2', { annotation: 'T5' }],
  ])
})

test('modifiers of old files are attributes', async () => {
  const { lines, untaken } = await throughStet(['T1\tActor 2 5\tAda', 'E1\tActor:T1', 'M1\tNegation E1'])
  expect(untaken).toEqual([])
  expect(lines).toContain('A1\tNegation E1')
})

test('what is wrong is named by its line, and the rest is taken', async () => {
  const lines = [
    'no annotation',
    'T1\tActor 2 5\tAda',
    'T2\tActor 2 99\tAda',
    'T3\tActor 2 5\tBob',
    'T4 Actor 2 5 Ada',
    'T1\tActor 15 17\tBo',
    'T5\tActor 3\tAda',
    'T6\tActor 5 5\t',
    'E1\tSays:T9 Who:T1',
    'E2\tSays:T1 Who:T9 Whom:T1 none',
    'R1\tAlias Arg1:T1',
    'R2\tAlias Arg1:T1 Arg2:T9\t',
    '*\tSame T1 T9',
    'A1\tSure T9',
    'A2\tSure',
    'N1\tReference T1 nothing\tx',
    '#1\tAnnotationError T1\tx',
    '#2\tAnnotatorNotes T9\tx',
    'X1\tWhat T1',
    'T8\tClaim 15 17;6 10\tBo said',
  ]
  const { untaken, layer } = await throughStet(lines)
  expect(
    untaken
      .map(({ line, why, taken }) => [line, why, ...(taken ? ['taken'] : [])])
      .sort((a, b) => Number(a[0]) - Number(b[0])),
  ).toEqual([
    [1, 'malformed'],
    [3, 'outside-text'],
    [4, 'other-words'],
    [5, 'malformed'],
    [6, 'twice'],
    [7, 'malformed'],
    [8, 'no-words'],
    [9, 'end-missing'],
    [10, 'malformed'],
    [10, 'end-missing'],
    [11, 'malformed'],
    [12, 'end-missing'],
    [13, 'end-missing'],
    [13, 'malformed'],
    [14, 'end-missing'],
    [15, 'malformed'],
    [16, 'malformed'],
    [17, 'unknown-kind'],
    [18, 'end-missing'],
    [19, 'unknown-kind'],
    [20, 'malformed', 'taken'],
  ])
  expect(layer.annotations.map(({ id }) => id)).toEqual(['E2:T1', 'T1', 'T8'])
  expect(layer.links.map(({ type }) => type)).toEqual(['Whom'])
})

test('words that broke a line of the file are put together where the text says so; else each line is named', async () => {
  const broken = await throughStet(
    ['T1\tClaim 11 22;24 28\tno.', '', 'Bo, too said', 'T2\tActor 2 5\tAda'],
    'xx Ada said no.\n\nBo, too, said',
  )
  expect(broken.untaken).toMatchObject([
    { line: 1, why: 'other-words' },
    { line: 3, why: 'malformed' },
    { line: 4, why: 'other-words' },
  ])
  const words = 'xx Ada said no.\n\nBo, too, said'
  const right = await throughStet(['T1\tClaim 12 24;26 30\tno.', '', 'Bo, too said', 'T2\tActor 3 6\tAda'], words)
  expect(right.untaken).toMatchObject([{ line: 1, why: 'malformed', taken: true, detail: 'lines 1–3' }])
  expect(right.layer.annotations.map(({ spans }) => spans)).toEqual([
    [{ start: 3, end: 6 }],
    [
      { start: 12, end: 24 },
      { start: 26, end: 30 },
    ],
  ])
  expect(right.lines).toContain('T1\tClaim 12 15;17 24;26 30\tno. Bo, too said')
})

test('texts with CR LF are taken with offsets that count both, or one; a mark at the beginning likewise; what counted otherwise is said', async () => {
  const crlf = '💩 Ada said\r\nno.\r\nBo said so.'
  const both = await readFolder({ 'a.txt': crlf, 'a.ann': 'T1\tActor 17 19\tBo\r\nT2\tActor 2 5\tAda\r\n' })
  const one = await readFolder({ 'a.txt': crlf, 'a.ann': 'T1\tActor 15 17\tBo\nT2\tActor 2 5\tAda\n' })
  const units = await readFolder({ 'a.txt': crlf, 'a.ann': 'T1\tActor 18 20\tBo\nT2\tActor 3 6\tAda\n' })
  const mark = await readFolder({ 'a.txt': '\ufeffBo said so.', 'a.ann': 'T1\tActor 0 2\tBo\n' })
  for (const { articles } of [both, one, units])
    expect(articles[0]!.layers[0]!.annotations.map(({ spans }) => crlf.slice(spans[0]!.start, spans[0]!.end))).toEqual([
      'Ada',
      'Bo',
    ])
  expect(mark.articles[0]!.layers[0]!.annotations[0]!.spans).toEqual([{ start: 1, end: 3 }])
  expect([both, one, units, mark].map(({ untaken }) => untaken.map(({ what }) => what))).toEqual([
    [],
    ['CR LF as one'],
    ['utf16'],
    ['no mark'],
  ])
  expect(both.articles[0]!.text).toBe(crlf)
})

test('files of shared tasks: what was given and what was found are one layer', async () => {
  const files = { 'a.txt': text, 'a.a1': 'T1\tActor 2 5\tAda\n', 'a.a2': 'T2\tSays 6 10\tsaid\nE1\tSays:T2 Who:T1\n' }
  const { articles, untaken } = await readFolder(files)
  expect(untaken).toEqual([])
  expect(articles[0]!.layers).toMatchObject([{ annotator: 'me', links: [{ type: 'Who', from: 'E1:T2' }] }])
})

test('annotation files of several annotators stand beside their text, or apart where a pattern says so', async () => {
  const line = 'T1\tActor 2 5\tAda\n'
  const beside = await readFolder({
    'x/a_b.txt': text,
    'x/a_b_ada.ann': line,
    'x/a_b_bo.ann': line,
    'x/z_bo.ann': line,
  })
  expect(beside.articles).toMatchObject([{ path: 'x/a_b.txt', layers: [{ annotator: 'ada' }, { annotator: 'bo' }] }])
  expect(beside.untaken).toMatchObject([{ file: 'x/z_bo.ann', why: 'no-text' }])
  const patterns = { text: 'text/{article}.txt', annotations: 'attributions/{article}_{layer}.ann' }
  const files = {
    'text/a.txt': text,
    'text/a_b.txt': text,
    'attributions/a_b_ada.ann': line,
    'attributions/a_bo.ann': line,
  }
  const apart = await readFolder(files, { patterns })
  expect(apart.articles).toMatchObject([
    { path: 'a.txt', layers: [{ annotator: 'bo' }] },
    { path: 'a_b.txt', layers: [{ annotator: 'ada' }] },
  ])
  expect(apart.untaken).toMatchObject([{ file: 'attributions/a_b_ada.ann', what: 'a_b', detail: 'a', taken: true }])
  await expect(readFolder(files, { patterns: { ...patterns, text: 'text/*.txt' } })).rejects.toThrow('{article}')
})

test('several annotators have a folder each, which brat opens; or an ending, as chosen', () => {
  const layers = ['ada@x.org', 'Bo'].map(annotator => ({ annotator, annotations: [], links: [] }))
  const both = { ...anyHead, annotators: [{ id: 'ada@x.org' }, { id: 'Bo' }] }
  const one = { ...article({}, 'news/a.html'), layers }
  const names = (annotators: string) => written(brat, [one], { options: { annotators } }, both).map(({ file }) => file)
  expect(names('folders')).toEqual([
    'stet-brat.jsonl',
    'ada-x-org/news/a.html.txt',
    'ada-x-org/news/a.html.ann',
    'Bo/news/a.html.txt',
    'Bo/news/a.html.ann',
    'stet-brat.jsonl',
    'annotation.conf',
  ])
  expect(names('suffix').slice(1, 4)).toEqual(['news/a.html.txt', 'news/a.html_ada-x-org.ann', 'news/a.html_Bo.ann'])
})

test('without their texts articles are read where the texts are at hand', async () => {
  const annotations = [{ id: 'a', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: {} }]
  const parts = written(brat, [article({ annotations })], { withText: false }, head)
  expect(parts.map(({ file }) => file)).not.toContain('a.txt')
  const { articles } = await readBack(brat, parts, name => (name === 'a.txt' ? text : null))
  expect(articles[0]!.layers[0]!.annotations).toMatchObject([{ tag: 'actor', spans: [{ start: 3, end: 6 }] }])
  expect((await readBack(brat, parts)).untaken).toMatchObject([{ file: 'a.ann', why: 'no-text' }])
})

test('annotation.conf lists what the codebook offers and what is used', () => {
  const one = article({
    annotations: [
      {
        id: 'a',
        tag: 'Says',
        spans: [{ start: 7, end: 11 }],
        attributes: { Mood: 'calm', Free: 'a b' },
        cameAs: 'frame',
      },
      { id: 'b', tag: 'Person', spans: [{ start: 3, end: 6 }], attributes: { Sure: true } },
    ],
    links: [
      { id: 'l', type: 'Who', from: 'a', to: { annotation: 'b' }, attributes: {}, cameAs: 'role' },
      { id: 'm', type: 'Alias', from: 'b', to: { annotation: 'b' }, attributes: { equivalence: '1' } },
      { id: 'n', type: 'Knows', from: 'b', to: { annotation: 'a' }, attributes: { Sure: true } },
    ],
  })
  const codebook = {
    ...anyHead.codebook,
    tags: anyHead.codebook.tags.filter(({ id }) => id === 'claim'),
    links: [],
    attributes: anyHead.codebook.attributes.filter(({ id, tag }) => id === 'type' && tag === 'claim'),
  }
  const conf = fileOf(written(brat, [one], {}, { ...head, codebook }), 'annotation.conf')
  expect(conf).toMatch(/^\[entities\]\n\nclaim\nPerson\n\n\[relations\]\n\n/)
  expect(conf).toContain('Knows\tArg1:Person, Arg2:Says\n')
  expect(conf).toContain('Alias\tArg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive\n')
  expect(conf).toContain('[events]\n\nSays\tWho*:Person\n')
  expect(conf).toContain('Mood\tArg:Says, Value:calm\n')
  expect(conf).toContain('Free\tArg:Says\n')
  expect(conf).toContain('Sure\tArg:Person|<RELATION>\n')
  for (const { choices } of codebook.attributes)
    for (const { id } of choices) expect(conf).toMatch(new RegExp(`Value:[^\\n]*${id}`))
})

test('what was changed in brat since then counts, not what was known when it was written', async () => {
  const annotations = [{ id: 'a', tag: 'actor', spans: [{ start: 12, end: 20 }], attributes: {} }]
  const parts = written(brat, [article({ annotations })], {}, head)
  expect(fileOf(parts, 'a.ann')).toBe('T1\tactor 11 14;15 19\tno. Bo, \n')
  const whole = await readBack(brat, parts)
  expect(whole.articles[0]!.layers[0]!.annotations[0]!.spans).toEqual([{ start: 12, end: 20 }])
  const changed = parts.map(part =>
    part.file === 'a.ann' ? { ...part, data: 'T1\tactor 11 14;15 17\tno. Bo\n' } : part,
  )
  const { articles } = await readBack(brat, changed)
  expect(articles[0]!.layers[0]!.annotations[0]!.spans).toEqual([
    { start: 12, end: 15 },
    { start: 16, end: 18 },
  ])
})
