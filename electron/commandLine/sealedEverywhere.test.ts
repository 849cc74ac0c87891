import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { words as en } from '../../shared/words/words.ts'
import type { CommandName } from './command.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
const around = mkdtempSync(join(tmpdir(), 'stet-sealed-'))
afterAll(async () => {
  await commands.close()
  rmSync(around, { recursive: true })
})

const text = 'The dockers walked out on Tuesday.\n'
const hash = createHash('sha256').update(text).digest('hex')
const time = '2031-01-01T00:00:00.000Z'

/** A layer with something in every place where a layer says something. The second annotation stands at words that aren't there. */
function layerOf(annotator: string): string {
  const said = { attributes: {}, created: time, modified: time }
  return JSON.stringify({
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 1, zoneRules: 1, zones: [], status: 'done' },
    article: {
      ...{ file: 'a.txt', sha256: hash, textSha256: hash, textLength: text.length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ annotator: { id: annotator, name: annotator }, created: time, modified: time },
    codebook: { id: 'stet-default', version: 1, hash: '0'.repeat(64) },
    annotations: [
      ...[
        { id: `${annotator}-one`, tag: 'claim', spans: [{ start: 4, end: 11, quote: 'dockers' }], note: 'whispered' },
      ],
      ...[{ id: `${annotator}-two`, tag: 'hushtag', spans: [{ start: 12, end: 18, quote: 'hushed' }] }],
    ].map(one => ({ ...said, ...one })),
    ...{ unplaced: [], links: [], verdicts: [] },
    comments: [{ id: `${annotator}-says`, on: { article: true }, text: 'murmured', created: time, modified: time }],
  })
}

/** What of a sealed layer nobody may read, but for its hash. */
const secrets = /alice-|bob-|whispered|hushtag|hushed|murmured|claim-without-source|claim [0-9]/

/** How each command is asked about a sealed workspace; null where it is told of files by their names, and reads no others. */
const asked: Readonly<Record<CommandName, readonly (readonly string[])[] | null>> = {
  text: [['a.txt']],
  info: [['.'], ['.', '--json'], ['a.txt'], ['a.txt', '--json']],
  check: [['.'], ['.', '--json', '--hints', '--all']],
  export: [
    ['.', '--format', 'jsonl', '--out', '../out.jsonl'],
    ['.', '--format', 'jsonl', '--out', '-'],
    ['.', '--format', 'conll2003', '--dry-run', '--json'],
  ],
  formats: null,
  agree: [['.'], ['.', '--json', '--pairs', '--gamma']],
  plan: [
    ['--pilot', '.'],
    ['--pilot', '.', '--json'],
  ],
  review: [['.'], ['.', '--json', '--gold', 'gold-carol']],
  letters: [['.', '--gold', 'gold-carol', '--out', '../letters']],
  packet: [['.', '--layers', 'alice,bob', '--out', '../packet.html']],
  answer: null,
  seal: [['.'], ['.', '--json']],
  unpack: null,
  import: null,
  merge: null,
  'git-setup': null,
}

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(around, 'run-')), 'w')
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.txt'), text)
  for (const id of ['alice', 'bob']) writeFileSync(join(folder, `a.txt.${id}.stet.json`), layerOf(id))
  const open = { whispered: 'told', murmured: 'said', hush: 'open', '"claim"': '"actor"' }
  const gold = Object.entries(open).reduce((file, [was, is]) => file.replaceAll(was, is), layerOf('gold-carol'))
  writeFileSync(join(folder, 'a.txt.gold-carol.stet.json'), gold)
  const seal = { id: 's', round: 'r', article: 'a.txt', annotator: 'alice', sha256: 'a'.repeat(64), at: time }
  const round = { id: 'r', annotators: ['alice', 'bob'], articles: ['a.txt'], begun: time }
  writeFileSync(join(folder, 'stet.json'), JSON.stringify({ formatVersion: 1, rounds: [round], seals: [seal] }))
})

/** Where else the project may stand that seals. */
const places = {
  ' in a folder of a workspace': partOfWorkspace,
  ' in a folder of a workspace that has a project of its own': () => {
    partOfWorkspace()
    writeFileSync(join(folder, 'stet.json'), JSON.stringify({ formatVersion: 1 }))
  },
}

for (const [name, ways] of Object.entries(asked))
  for (const words of ways ?? [])
    for (const [where, prepare] of Object.entries({ '': null, ...places }))
      test(`“${[name, ...words].join(' ')}” shows nothing of what a sealed layer says${where}`, async () => {
        prepare?.()
        const { code, printed, said } = await commands.run(folder, [name, ...words])
        expect(code, said.join('\n')).not.toBe(2)
        const made = ['out.jsonl', 'out.jsonl.receipt.json', 'packet.html'].map(file => join(folder, '..', file))
        const files = made.filter(existsSync).map(file => readFileSync(file, 'utf8'))
        for (const told of [printed, ...said, ...files]) expect(told).not.toMatch(secrets)
      })

/** The project stands in the folder above, and means what is in this one. */
function partOfWorkspace(): void {
  const file = readFileSync(join(folder, 'stet.json'), 'utf8')
  writeFileSync(join(folder, '..', 'stet.json'), file.replaceAll('a.txt', 'w/a.txt'))
  rmSync(join(folder, 'stet.json'))
}

test('a folder of a workspace shows what isn’t sealed in it, whatever is elsewhere in the workspace', async () => {
  partOfWorkspace()
  const project = join(folder, '..', 'stet.json')
  writeFileSync(project, readFileSync(project, 'utf8').replaceAll('w/a.txt', 'elsewhere/b.txt'))
  mkdirSync(join(folder, '..', 'elsewhere'))
  writeFileSync(join(folder, '..', 'elsewhere', 'b.txt'), text)
  expect((await commands.run(folder, ['info', '.'])).printed).toMatch(secrets)
  rmSync(join(folder, '..', 'elsewhere', 'b.txt'))
  expect((await commands.run(folder, ['info', '.'])).printed).not.toMatch(secrets)
})

test('the same is told once both are done: what is looked for here can be found', async () => {
  const file = JSON.parse(readFileSync(join(folder, 'stet.json'), 'utf8'))
  file.seals.push({ ...file.seals[0], id: 't', annotator: 'bob' })
  writeFileSync(join(folder, 'stet.json'), JSON.stringify(file))
  for (const words of [
    ['info', '.'],
    ['check', '.'],
    ['export', '.', '--format', 'jsonl', '--out', '-'],
  ])
    expect((await commands.run(folder, words)).printed).toMatch(secrets)
})

test('where stet.json can’t be read, nobody knows what is sealed, and nothing of anybody is told', async () => {
  writeFileSync(join(folder, 'stet.json'), '{ "formatVersion": 1, "rounds": [')
  for (const words of [
    ['info', '.'],
    ['info', 'a.txt'],
    ['check', '.'],
  ])
    expect((await commands.run(folder, words)).printed).not.toMatch(secrets)
})

test('a check counts no annotation of a sealed layer, and says so nowhere by a total', async () => {
  const annotations = async () => JSON.parse((await commands.run(folder, ['check', '.', '--json'])).printed).checked
  expect(await annotations()).toMatchObject({ layers: 3, annotations: 2 })
  const file = JSON.parse(readFileSync(join(folder, 'stet.json'), 'utf8'))
  file.seals.push({ ...file.seals[0], id: 't', annotator: 'bob' })
  writeFileSync(join(folder, 'stet.json'), JSON.stringify(file))
  expect(await annotations()).toMatchObject({ layers: 3, annotations: 6 })
})

test('an export takes sealed layers in where that was said, and says so, in the receipt too', async () => {
  const without = await commands.run(folder, ['export', '.', '--format', 'jsonl', '--out', '../out.jsonl'])
  expect(without.said).toContain(en.sealing.notExported(2))
  const receipt = (name: string) => JSON.parse(readFileSync(join(folder, '..', `${name}.receipt.json`), 'utf8'))
  expect(receipt('out.jsonl')).toMatchObject({
    dataset: { sealed: { layers: 2, areIn: false } },
    counts: { layers: 1 },
  })
  const words = ['export', '.', '--format', 'jsonl', '--out', '../all.jsonl', '--sealed']
  const withThem = await commands.run(folder, words)
  expect(withThem.said).toContain(en.sealing.exported(2))
  expect(readFileSync(join(folder, '..', 'all.jsonl'), 'utf8')).toMatch('whispered')
  expect(receipt('all.jsonl')).toMatchObject({ dataset: { sealed: { layers: 2, areIn: true } }, counts: { layers: 3 } })
})

for (const name of ['new/a.txt', 'renamed.txt'])
  test(`an article that was moved to ${name} with its layers stays sealed for every command`, async () => {
    mkdirSync(join(folder, 'new'))
    for (const end of ['', '.alice.stet.json', '.bob.stet.json'])
      renameSync(join(folder, `a.txt${end}`), join(folder, `${name}${end}`))
    for (const words of [
      ['info', '.'],
      ['info', name],
      ['check', '.'],
      ['export', '.', '--format', 'jsonl', '--out', '-'],
    ])
      expect((await commands.run(folder, words)).printed).not.toMatch(secrets)
    expect((await commands.run(folder, ['agree', '.'])).said.join()).toContain(en.sealing.leftOut(2))
  })
