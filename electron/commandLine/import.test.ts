import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-import-')))
  mkdirSync(join(folder, 'ws'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const stet = (...words: string[]) => commands.run(folder, words)
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
const layer = (...path: string[]) => JSON.parse(read(...path))

/** A dataset of one article with one layer, as JSON Lines. */
function given(change: object = {}): void {
  const text = '💩 Ada said no.'
  const annotations = [
    { id: 'c', tag: 'Content', spans: [{ start: 11, end: 13, quote: 'no' }], attributes: { sure: true, how: 'flat' } },
    { id: 's', tag: 'actor', spans: [{ start: 2, end: 5, quote: 'Ada' }], attributes: {}, entity: 'q7259' },
  ]
  const links = [{ id: 'l', type: 'Source', from: 'c', to: { annotation: 's' }, attributes: {} }]
  const article = { path: 'folder/a.txt', text, layers: [{ annotator: 'Zoë', annotations, links }], ...change }
  writeFileSync(join(folder, 'in.jsonl'), `{"format": "stet-dataset"}\n${JSON.stringify(article)}\n`)
}

test('an article and its layer come in, and the codebook learns what it lacks', async () => {
  given()
  const { code, printed } = await stet('import', 'in.jsonl', '--to', 'ws')
  expect(code).toBe(0)
  expect(printed).toBe('in.jsonl: 1 article written, 0 there already, 1 layer with 2 annotations and 1 link\n')
  expect(read('ws', 'folder', 'a.txt')).toBe('💩 Ada said no.')
  expect(layer('ws', 'folder', 'a.txt.zoe.stet.json')).toMatchObject({
    annotator: { id: 'zoe', name: 'Zoë' },
    annotations: [
      { id: 's', entity: 'q7259', spans: [{ start: 2, end: 5, quote: 'Ada', before: '💩 ', after: ' said no.' }] },
      { id: 'c', attributes: { sure: true, how: 'flat' }, origin: { kind: 'imported', from: 'jsonl' } },
    ],
    links: [{ id: 'l', from: 'c', to: { annotation: 's' } }],
  })
  const { codebook, entities } = layer('ws', 'stet.json')
  expect(codebook.tags.map(({ id }: { id: string }) => id)).toEqual(['claim', 'actor', 'event', 'Content'])
  expect(codebook.links.find(({ id }: { id: string }) => id === 'Source')).toMatchObject({
    from: ['Content'],
    to: ['actor'],
  })
  expect(codebook.attributes.filter(({ tag }: { tag: string }) => tag === 'Content')).toMatchObject([
    { id: 'sure', kind: 'yes-no' },
    { id: 'how', kind: 'choice', choices: [{ id: 'flat' }] },
  ])
  expect(entities).toMatchObject([{ id: 'q7259', name: 'q7259' }])
  expect(layer('ws', 'folder', 'a.txt.zoe.stet.json').codebook.version).toBe(codebook.version)
})

test('imported again, everything is there already, and nothing is wrong', async () => {
  given()
  await stet('import', 'in.jsonl', '--to', 'ws')
  const again = await stet('import', 'in.jsonl', '--to', 'ws', '--json')
  expect(again.code).toBe(0)
  expect(JSON.parse(again.printed).imported[0].done).toMatchObject({ written: 0, there: 1, layers: 0, layersThere: 1 })
})

test('nothing is written over: the same text gets the layer, another text and a layer that is there stay', async () => {
  given()
  await stet('import', 'in.jsonl', '--to', 'ws')
  given({ layers: [{ annotator: 'Zoë', annotations: [], links: [] }] })
  const before = read('ws', 'folder', 'a.txt.zoe.stet.json')
  const again = await stet('import', 'in.jsonl', '--to', 'ws')
  expect(again.code).toBe(1)
  expect(again.said.join('\n')).toContain('zoe')
  expect(read('ws', 'folder', 'a.txt.zoe.stet.json')).toBe(before)
  given({ layers: [{ annotator: 'bo', annotations: [], links: [] }] })
  expect(await stet('import', 'in.jsonl', '--to', 'ws')).toMatchObject({ code: 0 })
  given({ text: 'Other words.', layers: [{ annotator: 'cy', annotations: [], links: [] }] })
  const other = await stet('import', 'in.jsonl', '--to', 'ws')
  expect(other).toMatchObject({ code: 1 })
  expect(read('ws', 'folder', 'a.txt')).toBe('💩 Ada said no.')
  expect(readdirSync(join(folder, 'ws', 'folder')).sort()).toEqual([
    'a.txt',
    'a.txt.bo.stet.json',
    'a.txt.zoe.stet.json',
  ])
})

test('an article that a dataset has once for each annotator comes in once, with all its layers', async () => {
  given()
  const again = JSON.parse(read('in.jsonl').split('\n')[1]!)
  const lines = ['bo', 'cy'].map(annotator => ({ ...again, layers: [{ ...again.layers[0], annotator }] }))
  const other = { ...again, text: 'Other words.', layers: [{ annotator: 'di', annotations: [], links: [] }] }
  writeFileSync(
    join(folder, 'in.jsonl'),
    read('in.jsonl') + [...lines, other].map(one => `${JSON.stringify(one)}\n`).join(''),
  )
  const { code, printed } = await stet('import', 'in.jsonl', '--to', 'ws', '--json')
  expect(code).toBe(1)
  const { written, layers, notImported } = JSON.parse(printed).imported[0].done
  expect([written, layers]).toEqual([1, 3])
  expect(notImported).toMatchObject([{ path: 'folder/a.txt', annotator: null, why: 'other-text' }])
  expect(readdirSync(join(folder, 'ws', 'folder')).sort()).toEqual([
    'a.txt',
    'a.txt.bo.stet.json',
    'a.txt.cy.stet.json',
    'a.txt.zoe.stet.json',
  ])
})

test('a dry run says what there is and writes nothing', async () => {
  given()
  const { code, printed } = await stet('import', 'in.jsonl', '--to', 'ws', '--dry-run', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed).imported[0]).toMatchObject({
    format: 'jsonl',
    read: { articles: 1, annotations: 2, links: 1, annotators: { Zoë: 'zoe' }, untaken: [] },
    added: { tags: ['Content'], links: ['Source'], entities: 1 },
    done: null,
  })
  expect(readdirSync(join(folder, 'ws'))).toEqual([])
})

test('what can’t be taken is named by its line, the rest is taken, and the exit code says so', async () => {
  given()
  writeFileSync(join(folder, 'in.jsonl'), `${read('in.jsonl')}broken\n`)
  const { code, said } = await stet('import', 'in.jsonl', '--to', 'ws')
  expect(code).toBe(1)
  expect(said.join('\n')).toMatch(/in\.jsonl|:3: can’t be understood: broken/)
  expect(existsSync(join(folder, 'ws', 'folder', 'a.txt.zoe.stet.json'))).toBe(true)
})

test('out and in again gives the same layers', async () => {
  cpSync(sample, join(folder, 'corpus'), { recursive: true })
  await stet('export', 'corpus', '--format', 'jsonl', '--out', 'out')
  expect(await stet('import', 'out', '--to', 'ws')).toMatchObject({ code: 0 })
  await stet('export', 'ws', '--format', 'jsonl', '--out', 'again')
  const layers = (name: string) => JSON.parse(read(name).split('\n')[1]!).layers
  expect(layers('again')).toEqual(layers('out'))
})

test('a folder of standoff files comes in where patterns say that they stand, and a map makes links of its events', async () => {
  mkdirSync(join(folder, 'in', 'text'), { recursive: true })
  mkdirSync(join(folder, 'in', 'ann'))
  writeFileSync(join(folder, 'in', 'text', 'a.txt'), 'Ada said no.')
  const lines = ['T1\tSource 0 3\tAda', 'T2\tCue 4 8\tsaid', 'T3\tContent 9 11\tno', 'T4\tAttribution 4 8\tsaid']
  writeFileSync(
    join(folder, 'in', 'ann', 'a_x1.ann'),
    `${[...lines, 'E1\tAttribution:T4 Source:T1 Content:T3 Cue:T2'].join('\n')}\n`,
  )
  const map = {
    ...{ format: 'stet-map', formatVersion: 1 },
    tags: { Source: { to: 'actor' }, Content: { to: 'claim' } },
    frames: [{ frame: 'Attribution', link: 'attributed-to', from: 'Content', to: 'Source', cue: 'Cue', without: null }],
  }
  writeFileSync(join(folder, 'map.json'), JSON.stringify(map))
  const patterns = ['--text', 'text/{article}.txt', '--annotations', 'ann/{article}_{layer}.ann']
  await stet('import', 'in', '--to', 'ws', '--format', 'brat', ...patterns, '--map', 'map.json')
  const { annotations, links } = layer('ws', 'a.txt.x1.stet.json')
  expect(annotations.map(({ tag }: { tag: string }) => tag).sort()).toEqual(['actor', 'claim'])
  expect(links).toMatchObject([{ type: 'attributed-to', cue: { quote: 'said' } }])
})

test.each([
  [['import'], /file/],
  [['import', 'in.jsonl'], /--to/],
  [['import', 'in.jsonl', '--to', 'ws', '--format', 'klingon'], /klingon/],
  [['import', 'in.jsonl', '--to', 'ws', '--format', 'graphml'], /graphml/],
  [['import', 'in.jsonl', '--to', 'ws', '--text', '{article}.txt'], /--annotations/],
])('%j is wrong usage', async (words, sentence) => {
  given()
  const { code, said } = await stet(...words)
  expect(code).toBe(2)
  expect(said.join('\n')).toMatch(sentence)
})

test('an article whose name would be hidden gets one that is listed', async () => {
  given({ path: '.git/..hooks/.a.txt' })
  expect((await stet('import', 'in.jsonl', '--to', 'ws')).code).toBe(0)
  expect(read('ws', '_.git', '_..hooks', '_.a.txt')).toBe('💩 Ada said no.')
  expect((await stet('export', 'ws', '--format', 'jsonl', '--out', 'back.jsonl')).printed).toMatch(
    /1 article, 1 layer, 2 ann/,
  )
})

test('what no layer’s file can keep is told, and the layer is read', async () => {
  const attributes = '{"__proto__":"x","how":"so"}'
  const [one, empty] = [attributes, '{}'].map(said => ({ spans: [{ start: 2, end: 5 }], attributes: JSON.parse(said) }))
  given({
    layers: [
      {
        annotator: 'ada',
        annotations: [
          { id: 'a', tag: 'actor', ...one },
          { id: 'b', tag: '', ...empty },
        ],
      },
    ],
  })
  const { code, said } = await stet('import', 'in.jsonl', '--to', 'ws')
  expect([code, said.join('\n')]).toEqual([1, expect.stringMatching(/a, __proto__[\s\S]*b: /)])
  expect((await stet('export', 'ws', '--format', 'jsonl', '--out', 'back.jsonl')).printed).toMatch(
    /1 layer, 1 annotation/,
  )
})
