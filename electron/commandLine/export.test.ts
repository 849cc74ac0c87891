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
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type NewEntry, writeEntry } from '../../shared/history/history.ts'
import { parseSidecarName } from '../../shared/sidecar/names.ts'
import type { Receipt } from '../dataset/receipt.ts'
import { historyPlace } from '../saving/places.ts'
import { sha256Of } from '../work/readArticle.ts'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-export-')))
  cpSync(sample, join(folder, 'corpus'), { recursive: true })
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const stet = (...words: string[]) => commands.run(folder, words)
const receipt = (name: string): Receipt => JSON.parse(readFileSync(join(folder, `${name}.receipt.json`), 'utf8'))
/** Names of the sample's layers, as `ARTICLE.ID.stet.json`. */
const layers = () =>
  readdirSync(join(folder, 'corpus')).filter(name => /\.[a-z-]+\.stet\.json$/.test(name) && !/\.article\./.test(name))
const layerFile = () => join(folder, 'corpus', layers()[0]!)

test('a dataset is written, read back, and its receipt names its files by their hashes', async () => {
  const { code, printed } = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'all.jsonl')
  expect(code).toBe(0)
  expect(printed).toMatch(/^all\.jsonl: 1 article, 2 layers, \d+ annotations/)
  const { files, readBack, counts, leftOut } = receipt('all.jsonl')
  expect(files).toEqual([{ file: '', sha256: sha256Of(readFileSync(join(folder, 'all.jsonl'))) }])
  expect(readBack).toEqual({ isEqual: true, differing: [], untaken: [], problem: null })
  expect([counts.articles, counts.layers, leftOut]).toEqual([1, 2, []])
  const annotations = layers().map(
    name => JSON.parse(readFileSync(join(folder, 'corpus', name), 'utf8')).annotations.length,
  )
  expect(counts.annotations).toBe(annotations.reduce((sum, count) => sum + count, 0))
})

test('what a format can’t say is told by kind, and listed by annotation with its words', async () => {
  const { code, said } = await stet('export', 'corpus', '--format', 'conll2003', '--out', 'bio')
  expect(code).toBe(0)
  expect(said.join('\n')).toMatch(/links: \d+ times left out/)
  const { leftOut } = receipt('bio')
  const kept = new Map(
    layers().flatMap(name => {
      const { annotations } = JSON.parse(readFileSync(join(folder, 'corpus', name), 'utf8'))
      return annotations.map((one: { id: string; spans: { quote: string }[] }) => [
        one.id,
        one.spans.map(({ quote }) => quote).join(' … '),
      ])
    }),
  )
  const dropped = leftOut.filter(({ kind, done }) => kind === 'annotation' && done === 'dropped')
  expect(dropped.length).toBeGreaterThan(0)
  for (const { id, quote } of dropped) expect(quote).toBe(kept.get(id))
})

test('comments and verdicts that no dataset can have are told before and after', async () => {
  const layer = JSON.parse(readFileSync(layerFile(), 'utf8'))
  writeFileSync(layerFile(), JSON.stringify({ ...layer, comments: [{ id: 'c' }], verdicts: [{ id: 'v' }] }))
  const annotator = layers()[0]!.split('.').at(-3)!
  const dry = await stet('export', 'corpus', '--format', 'jsonl', '--dry-run')
  expect(dry.printed).toMatch(
    new RegExp(`comments and verdicts: 1 time left out, and the rest kept\n.*isn’t known\n.*${annotator}`),
  )
  const { code, said } = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'all.jsonl')
  expect([code, said.join()]).toEqual([0, expect.stringMatching(/comments and verdicts: 1 time left out/)])
  expect(receipt('all.jsonl').leftOut).toMatchObject([
    { kind: 'article', annotator, feature: 'discussion', done: 'without' },
  ])
  expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).not.toContain('discussion')
})

test('an article that was read and has nothing to annotate is in it', async () => {
  for (const name of layers()) {
    const layer = JSON.parse(readFileSync(join(folder, 'corpus', name), 'utf8'))
    writeFileSync(
      join(folder, 'corpus', name),
      JSON.stringify({ ...layer, annotations: [], links: [], status: 'done' }),
    )
  }
  expect(await stet('export', 'corpus', '--format', 'jsonl', '--out', 'none.jsonl')).toMatchObject({ code: 0 })
  expect(receipt('none.jsonl').counts).toEqual({ articles: 1, layers: 2, annotations: 0, links: 0 })
  const [, line] = readFileSync(join(folder, 'none.jsonl'), 'utf8').split('\n')
  expect(JSON.parse(line!).layers.map(({ status }: { status: string }) => status)).toEqual(['done', 'done'])
})

test('only what was asked for is in it, and annotators have no names where that was asked for', async () => {
  const [id] = layers().map(name => name.split('.').at(-3)!)
  await stet(
    'export',
    'corpus',
    '--format',
    'jsonl',
    '--out',
    'one.jsonl',
    '--layers',
    id!,
    '--tags',
    'actor',
    '--anonymous',
  )
  const [, line] = readFileSync(join(folder, 'one.jsonl'), 'utf8').split('\n')
  const article = JSON.parse(line!)
  expect(article.layers.map(({ annotator }: { annotator: string }) => annotator)).toEqual(['a1'])
  expect(new Set(article.layers[0].annotations.map(({ tag }: { tag: string }) => tag))).toEqual(new Set(['actor']))
  expect(readFileSync(join(folder, 'one.jsonl'), 'utf8')).not.toContain(`"${id}"`)
})

test('a dry run writes nothing and says what an export then leaves out, and what else could be chosen', async () => {
  const before = readdirSync(folder, { recursive: true }).sort()
  const how = ['export', 'corpus', '--format', 'conll2003', '--on-overlap', 'keep-first']
  const { code, printed } = await stet(...how, '--dry-run', '--json')
  expect(code).toBe(0)
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
  const weighed = JSON.parse(printed)
  expect(weighed).toMatchObject({ format: 'stet-weighed', workspace: 'corpus', notTaken: { problem: { count: 0 } } })
  expect(await stet(...how, '--out', 'bio')).toMatchObject({ code: 0 })
  const { counts, dataset, leftOut } = receipt('bio')
  expect([weighed.counts, weighed.dataset]).toEqual([counts, dataset])
  type Loss = { feature: string; way: string; count: number; ways: { way: string; annotations: number }[] }
  const losses: Loss[] = weighed.losses
  expect(losses.map(({ feature, count }) => [feature, count]).sort()).toEqual(
    [...new Set(leftOut.map(({ feature }) => feature))]
      .map(name => [name, leftOut.filter(({ feature }) => feature === name).length])
      .sort(),
  )
  const overlap = losses.find(({ feature }) => feature === 'overlap')!
  expect(overlap.way).toBe('keep-first')
  await stet('export', 'corpus', '--format', 'conll2003', '--on-overlap', 'drop', '--out', 'dropped')
  expect(overlap.ways.find(({ way }) => way === 'drop')!.annotations).toBe(receipt('dropped').counts.annotations)
  expect((await stet(...how, '--dry-run')).printed).toMatch(
    /nothing was written\n[\s\S]*overlap: \d+ times left out\n[\s\S]*--on-overlap keep-first \(as it is chosen\): [\s\S]*“.*”/,
  )
})

test('a dry run says what can’t be read, and ends as the export would', async () => {
  writeFileSync(layerFile(), '{ "format": "stet-sidecar", ')
  const { code, printed } = await stet('export', 'corpus', '--format', 'jsonl', '--dry-run')
  expect(code).toBe(1)
  expect(printed).toMatch(/1 layer,/)
  expect(printed).toContain(`(${layers()[0]!.split('.').at(-3)!})`)
})

test('nothing that is told of an anonymous dataset names anybody', async () => {
  writeFileSync(layerFile(), '{ "format": "stet-sidecar", ')
  const ids = layers().map(name => name.split('.').at(-3)!)
  await stet('export', 'corpus', '--format', 'csv', '--out', 'all', '--anonymous', '--layers', ids.join(','))
  const text = readFileSync(join(folder, 'all.receipt.json'), 'utf8')
  for (const id of ids) expect(text).not.toContain(`"${id}"`)
  expect(receipt('all')).toMatchObject({ dataset: { layers: ['a1', 'a2'] }, notTaken: [{ annotator: 'a1' }] })
})

test('articles are chosen by the filter of the window’s list, and what it can’t tell of is said', async () => {
  const [layer] = layers()
  const put = (name: string, outlet: string, status: string) => {
    writeFileSync(
      join(folder, 'corpus', `${name}.html`),
      `<!doctype html><meta property="og:site_name" content="${outlet}"><p>No ferry sails.</p>`,
    )
    const sidecar = JSON.parse(readFileSync(join(sample, layer!), 'utf8'))
    writeFileSync(join(folder, 'corpus', `${name}.html.ada.stet.json`), JSON.stringify({ ...sidecar, status }))
  }
  put('one', 'Le Quai', 'done')
  put('two', 'Le Quai', 'in-progress')
  put('three', 'Gazette', 'done')
  const paths = async (filter: string, ...more: string[]) => {
    const { code, printed, said } = await stet(
      'export',
      'corpus',
      '--format',
      'jsonl',
      '--articles',
      filter,
      '--out',
      'some.jsonl',
      ...more,
    )
    if (code === 2) return said
    const lines = readFileSync(join(folder, 'some.jsonl'), 'utf8').trimEnd().split('\n').slice(1)
    const { articles } = receipt('some.jsonl').dataset
    for (const name of ['some.jsonl', 'some.jsonl.receipt.json']) rmSync(join(folder, name))
    expect(printed).toContain('some.jsonl')
    expect(articles).toEqual({ filter })
    return [...lines.map(line => JSON.parse(line).path), ...said.filter(words => /\.html \(/.test(words))]
  }
  expect(await paths('outlet:quai')).toEqual(['one.html', 'two.html'])
  expect(await paths('outlet:"le quai" status:done')).toEqual(['one.html'])
  expect(await paths('STATUS:open html')).toEqual(['two.html'])
  expect(await paths('three.html', '--split', '50/50')).toEqual(['three.html'])
  expect((await paths('outlet:nobody')).join()).toMatch(/No article fits “outlet:nobody”/)
  expect((await paths('outlets:quai')).join()).toMatch(/knows no outlets:.*outlet/)
  expect(await paths('"outlets:quai" ')).toEqual([expect.stringMatching(/No article fits/)])
  writeFileSync(join(folder, 'corpus', 'two.html.ada.stet.json'), '{ "format": ')
  expect(await paths('status:done html')).toEqual([
    'one.html',
    'three.html',
    expect.stringMatching(/two\.html \(ada\)/),
  ])
})

test('a layer that can’t be read is named, the rest is written, and the exit code says so', async () => {
  writeFileSync(layerFile(), '{ "format": "stet-sidecar", ')
  const { code, said } = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'rest.jsonl')
  expect(code).toBe(1)
  expect(said.join('\n')).toContain(layers()[0]!.split('.').at(-3)!)
  expect(receipt('rest.jsonl')).toMatchObject({
    counts: { layers: 1 },
    notTaken: [{ why: 'problem', problem: { kind: 'sidecar-damaged' } }],
  })
})

test('an annotation without a place in the text isn’t in it, and is named', async () => {
  const layer = JSON.parse(readFileSync(layerFile(), 'utf8'))
  const [lost] = layer.annotations.splice(0, 1)
  layer.unplaced = [
    { ...lost, placement: 'lost', textSha256: layer.article.textSha256, spans: [{ start: 0, end: 5, quote: 'zzzzz' }] },
  ]
  layer.links = []
  writeFileSync(layerFile(), JSON.stringify(layer))
  const { code } = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'placed.jsonl')
  expect(code).toBe(0)
  expect(receipt('placed.jsonl').notTaken).toMatchObject([{ id: lost.id, why: 'unplaced' }])
})

/** Writes what a device did to somebody's layer of an article. */
function historyOf(article: string, annotator: string, ...entries: readonly NewEntry[]): void {
  let last = ''
  const lines = entries.map(entry => {
    const written = writeEntry(entry, last, sha256Of)
    last = written.last
    return written.line
  })
  const place = historyPlace(join(folder, 'corpus'), article, annotator, 'device1')
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, lines.join(''))
}

test('edits that a history has and a file lacks are told before and after, and the exit code says so', async () => {
  const { article, annotator } = parseSidecarName(layers()[0]!)!
  const at = '2031-03-04T05:06:07.000Z'
  const sha256 = sha256Of(readFileSync(layerFile()))
  const begun: NewEntry[] = [
    { kind: 'base', at, sha256: 'a'.repeat(64), parts: null },
    { kind: 'edit', at, revision: 1, edit: { kind: 'status', status: 'done' } },
  ]
  historyOf(article, annotator, ...begun)
  historyOf(article, 'nobody-yet', ...begun)
  const dry = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'x.jsonl', '--dry-run')
  expect([dry.code, dry.printed]).toEqual([
    1,
    expect.stringContaining(`${article} (${annotator}): a history has edits`),
  ])
  const { code, said } = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'behind.jsonl')
  expect([code, said.filter(line => line.includes('a history has edits'))]).toMatchObject([1, { length: 2 }])
  const behind = receipt('behind.jsonl').notTaken
  expect(behind.map(({ annotator, why }) => `${annotator} ${why}`).sort()).toEqual(
    [`${annotator} only-in-history`, 'nobody-yet only-in-history'].sort(),
  )
  const some = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'some.jsonl', '--layers', annotator)
  expect([some.code, receipt('some.jsonl').notTaken]).toMatchObject([1, { length: 1 }])

  const written: NewEntry[] = [...begun, { kind: 'checkpoint', at, sha256, lacks: 0 }]
  historyOf(article, annotator, ...written)
  expect((await stet('export', 'corpus', '--format', 'jsonl', '--out', 'y.jsonl', '--layers', annotator)).code).toBe(0)
  historyOf(article, annotator, ...written, { kind: 'kept', at, sha256 })
  expect((await stet('export', 'corpus', '--format', 'jsonl', '--out', 'z.jsonl', '--layers', annotator)).code).toBe(0)
})

test('a dataset of one file goes through a pipe as it would stand in a file, read back before it is printed', async () => {
  expect(await stet('export', 'corpus', '--format', 'jsonl', '--out', 'all.jsonl')).toMatchObject({ code: 0 })
  const kept = readdirSync(folder).sort()
  const passing = join(folder, 'passing')
  mkdirSync(passing)
  vi.stubEnv('TMPDIR', passing)
  const { code, printed, said } = await stet(
    'export',
    'corpus',
    '--format',
    'jsonl',
    '--out',
    '-',
    '--receipt',
    'r.json',
  )
  expect(code).toBe(0)
  expect(printed).toBe(readFileSync(join(folder, 'all.jsonl'), 'utf8'))
  expect(said.join('\n')).toMatch(/1 article, 2 layers[\s\S]*Read back: every article says what it should/)
  const { files, program } = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as Receipt
  expect(files).toEqual(receipt('all.jsonl').files)
  expect(program).toMatch(/^stet \d+\.\d+\.\d+/)
  expect(readdirSync(folder).sort()).toEqual([...kept, 'passing', 'r.json'].sort())
  expect(readdirSync(passing)).toEqual([])

  expect(await commands.run(folder, ['import', '-', '--to', 'empty', '--format', 'jsonl'], printed)).toMatchObject({
    code: 1,
  })
  mkdirSync(join(folder, 'empty'))
  for (const words of [
    ['--format', 'jsonl'],
    ['--as', 'x.jsonl', '--dry-run'],
  ])
    expect(await commands.run(folder, ['import', '-', '--to', 'empty', ...words], printed)).toMatchObject({ code: 0 })
  await stet('export', 'empty', '--format', 'jsonl', '--out', 'again.jsonl')
  const [, article] = readFileSync(join(folder, 'again.jsonl'), 'utf8').split('\n')
  expect(JSON.parse(article!).layers.map(({ annotations }: { annotations: unknown[] }) => annotations.length)).toEqual(
    JSON.parse(printed.split('\n')[1]!).layers.map(({ annotations }: { annotations: unknown[] }) => annotations.length),
  )
  expect(readdirSync(passing)).toEqual([])
})

test('nothing is written over, and nothing is left of what failed', async () => {
  writeFileSync(join(folder, 'mine.jsonl'), 'mine')
  const before = readdirSync(folder)
  expect(await stet('export', 'corpus', '--format', 'jsonl', '--out', 'mine.jsonl')).toMatchObject({ code: 1 })
  expect(readFileSync(join(folder, 'mine.jsonl'), 'utf8')).toBe('mine')
  expect(readdirSync(folder)).toEqual(before)
})

test('two shards together hold each article once', async () => {
  const [layer] = layers()
  for (let i = 0; i < 12; i++) {
    const article = layer!.replace(/\.[^.]+\.stet\.json$/, '')
    cpSync(join(sample, article), join(folder, 'corpus', `${i}-${article}`))
    cpSync(join(sample, layer!), join(folder, 'corpus', `${i}-${layer}`))
  }
  const paths = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => JSON.parse(line).path)
  await stet('export', 'corpus', '--format', 'jsonl', '--out', 'whole.jsonl')
  for (const i of [1, 2])
    await stet('export', 'corpus', '--format', 'jsonl', '--out', `${i}.jsonl`, '--shard', `${i}/2`)
  const shards = [paths('1.jsonl'), paths('2.jsonl')]
  expect(shards.flat().sort()).toEqual(paths('whole.jsonl'))
  expect(shards.every(({ length }) => length > 0)).toBe(true)
})

test.each([
  [['export', 'corpus'], /--format/],
  [['export', 'corpus', '--format', 'klingon', '--out', 'x'], /klingon.*jsonl/],
  [['export', 'corpus', '--format', 'jsonl'], /--out/],
  [['export', 'corpus', '--format', 'conll2003', '--out', '-'], /folder/],
  [['export', 'corpus', '--format', 'jsonl', '--out', '-', '--json'], /both print/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--receipt', 'y'], /--out -/],
  [['import', 'a', '--to', 'corpus', '--as', 'y'], /--as/],
  [['import', '-', '-', '--to', 'corpus'], /more than one/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--unit', 'miles'], /miles.*codepoint/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--layers', 'nobody'], /nobody/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--zones', 'attic'], /attic.*body/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--shard', '9/8'], /9\/8/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--split', '80/30'], /80\/30/],
  [['export', 'corpus', '--format', 'conll2003', '--out', 'x', '--on-overlap', 'hull'], /hull.*keep-longest/],
  [['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--with', 'colour=red'], /colour/],
])('%j is wrong usage', async (words, sentence) => {
  const { code, said } = await stet(...words)
  expect(code).toBe(2)
  expect(said.join('\n')).toMatch(sentence)
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('every format is listed, with what it can’t say', async () => {
  const { printed } = await stet('formats', '--json')
  const { formats } = JSON.parse(printed)
  expect(formats.find(({ id }: { id: string }) => id === 'jsonl')).toMatchObject({
    out: true,
    in: true,
    units: ['codepoint', 'utf16', 'utf8'],
  })
  expect((await stet('formats')).printed).toMatch(/conll2003 [\s\S]*can’t say:.*links/)
})

/** Articles of words that resemble no other's, with a layer each; the annotations have no place in them, which is no matter. */
function putArticles(names: readonly string[], words: (name: string) => string = wordsOf) {
  for (const name of names) {
    writeFileSync(join(folder, 'corpus', `${name}.txt`), `${words(name)}\n`)
    cpSync(join(sample, layers()[0]!), join(folder, 'corpus', `${name}.txt.nadia.stet.json`))
  }
}

const wordsOf = (name: string) => Array.from({ length: 300 }, (_, n) => `${name}${(n * 7919) % 5003}`).join(' ')

const splitIn = (name: string) => new Map(Object.entries(receipt(name).dataset.split!.articles))

test('a corpus that grows keeps its split: what was in a part stays in it, and what resembles it follows', async () => {
  const old = Array.from({ length: 16 }, (_, i) => `old${i}`)
  putArticles(old)
  const how = ['export', 'corpus', '--format', 'conll2003', '--split', 'train=50/test=50', '--articles', 'old']
  expect(await stet(...how, '--out', 'first')).toMatchObject({ code: 0 })
  const first = splitIn('first')
  expect([first.size, receipt('first').leftOut.length > 0]).toEqual([16, true])
  putArticles(Array.from({ length: 20 }, (_, i) => `new${i}`))
  putArticles(['copy-of-old0', 'copy-of-old1', 'copy-of-old2', 'copy-of-old3'], name =>
    wordsOf(name.slice('copy-of-'.length)),
  )
  const grown = [
    'export',
    'corpus',
    '--format',
    'jsonl',
    '--split',
    'train=50/test=50',
    '--seed',
    '5',
    '--articles',
    '.txt',
  ]
  const { code, said } = await stet(...grown, '--earlier', 'first.receipt.json', '--out', 'second.jsonl')
  expect(code).toBe(0)
  expect(said.join()).toMatch(/16 articles are in the part that the earlier split put them in/)
  const second = splitIn('second.jsonl')
  for (const [path, part] of first) expect(second.get(path)).toBe(part)
  for (let i = 0; i < 4; i++) expect(second.get(`copy-of-old${i}.txt`)).toBe(first.get(`old${i}.txt`))
  expect(receipt('second.jsonl').dataset.split!.earlier).toEqual({ kept: 16, gone: 0, moved: [] })
  // Without it the other seed puts them elsewhere.
  await stet(...grown, '--out', 'anew.jsonl')
  expect([...first].some(([path, part]) => splitIn('anew.jsonl').get(path) !== part)).toBe(true)
})

test('where an earlier split can’t be kept it is told, article by article, and the exit code says so', async () => {
  putArticles(['a', 'b', 'c', 'd'], name => wordsOf(name === 'd' ? 'd' : 'same'))
  const earlier = { 'a.txt': 'train', 'b.txt': 'train', 'c.txt': 'test', 'gone.txt': 'test' }
  writeFileSync(join(folder, 'earlier.json'), JSON.stringify(earlier))
  const how = ['export', 'corpus', '--format', 'jsonl', '--split', 'train=50/test=50', '--earlier', 'earlier.json']
  const { code, said } = await stet(...how, '--out', 'x.jsonl')
  expect(code).toBe(1)
  expect(said.join('\n')).toMatch(
    /1 article of the earlier split isn’t in this[\s\S]*1 article is in another part[\s\S]*c\.txt: test → train/,
  )
  expect(receipt('x.jsonl').dataset.split!.earlier).toEqual({
    ...{ kept: 2, gone: 1, moved: [{ path: 'c.txt', from: 'test', to: 'train' }] },
  })
  const dry = await stet(...how, '--dry-run')
  expect(dry.code).toBe(1)
  expect(dry.printed).toMatch(/c\.txt: test → train/)
})

test('an earlier split that is none, or of other parts, is wrong usage', async () => {
  const how = ['export', 'corpus', '--format', 'jsonl', '--out', 'x', '--earlier', 'earlier.json']
  const of = async (earlier: string, ...more: string[]) => {
    writeFileSync(join(folder, 'earlier.json'), earlier)
    const { code, said } = await stet(...how, ...more)
    expect([code, existsSync(join(folder, 'x'))]).toEqual([2, false])
    return said.join()
  }
  expect(await of('{}')).toMatch(/--split/)
  for (const earlier of ['{}', 'train', '[1]', '{"a.txt": 1}', '{"dataset": {"split": null}}'])
    expect(await of(earlier, '--split', '80/10/10')).toMatch(/no split in it/)
  expect(await of('{"a.txt": "dev"}', '--split', '80/10/10')).toMatch(/dev.*train, validation, test/)
})

test('a split puts each article into one part, wire copy together, and every shard has the same split', async () => {
  const [layer] = layers()
  // Of other words; the annotations have no place in them, which is no matter here.
  for (let i = 0; i < 12; i++) {
    const words = Array.from({ length: 900 }, (_, n) => `w${(n * 7919 + i * 104729) % 5003}`).join(' ')
    writeFileSync(join(folder, 'corpus', `${i}.txt`), `${words}\n`)
    cpSync(join(sample, layer!), join(folder, 'corpus', `${i}.txt.nadia.stet.json`))
  }
  // Each twice, letter for letter.
  for (let i = 0; i < 12; i++)
    for (const end of ['.txt', '.txt.nadia.stet.json'])
      cpSync(join(folder, 'corpus', `${i}${end}`), join(folder, 'corpus', `copy of ${i}${end}`))
  const splits = (name: string): [string, string][] =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => JSON.parse(line))
      .map(({ path, split }) => [path, split])
  const how = ['export', 'corpus', '--format', 'jsonl', '--split', '60/20/20', '--seed', '7']
  expect(await stet(...how, '--out', 'whole.jsonl')).toMatchObject({ code: 0 })
  const whole = new Map(splits('whole.jsonl'))
  expect(whole.size).toBe(25)
  expect(new Set(whole.values())).toEqual(new Set(['train', 'validation', 'test']))
  for (let i = 0; i < 12; i++) expect(whole.get(`copy of ${i}.txt`)).toBe(whole.get(`${i}.txt`))
  expect(receipt('whole.jsonl').dataset.split).toMatchObject({
    seed: 7,
    report: { families: { count: 12, articles: 24 } },
  })
  for (const i of [1, 2]) await stet(...how, '--out', `${i}.jsonl`, '--shard', `${i}/2`)
  expect(new Map([...splits('1.jsonl'), ...splits('2.jsonl')])).toEqual(whole)
})
