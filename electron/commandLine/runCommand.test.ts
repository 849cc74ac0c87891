import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Of } from '../work/readArticle.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-command-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs `stet` with these words in the folder. */
const stet = (...words: string[]) => commands.run(folder, words)

/** What stands of one article in what is told of a folder. */
type Told = { readonly path: string; readonly problem?: { readonly kind: string } }

const body = 'The union said 💬 on Monday that the port would close. '
const strike = `Dockers walk out\n\nBy Jane Roe\n26 February 2031\n\n${body.repeat(5)}\n\n${body.repeat(4)}\n`

test('the text is printed letter for letter, its mark and line ends too', async () => {
  writeFileSync(join(folder, 'strike.txt'), '\ufeffOne\r\ntwo\rthree')
  expect(await stet('text', 'strike.txt')).toEqual({ code: 0, printed: '\ufeffOne\r\ntwo\rthree', said: [] })
})

test('an encoding that is named is taken in place of a guess', async () => {
  writeFileSync(join(folder, 'moscow.txt'), Uint8Array.from([0xed, 0xef, 0xf2]))
  expect((await stet('text', 'moscow.txt', '--encoding', 'koi8-r')).printed).toBe('МОР')
  expect((await stet('text', 'moscow.txt', '--encoding=windows-1251')).printed).toBe('нпт')
  const unknown = await stet('text', 'moscow.txt', '--encoding', 'klingon')
  expect(unknown).toMatchObject({ code: 2, printed: '' })
  expect(unknown.said[0]).toMatch(/klingon.*koi8-r/)
})

test('what is known of an article is one object, with offsets in code points of the printed text', async () => {
  writeFileSync(join(folder, 'strike.txt'), strike)
  const { code, printed } = await stet('info', 'strike.txt', '--json')
  const info = JSON.parse(printed)
  expect(code).toBe(0)
  expect(info).toMatchObject({
    ...{ format: 'stet-info', formatVersion: 1, file: 'strike.txt', encoding: 'utf-8', encodingBy: 'valid' },
    ...{ title: 'Dockers walk out', byline: 'By Jane Roe', published: '2031-02-26', newlines: 'LF', language: null },
    ...{ sha256: sha256Of(strike), textSha256: sha256Of(strike), textLength: [...strike].length, layers: [] },
    metadata: { title: { value: 'Dockers walk out', by: 'text' } },
  })
  const signs = [...strike]
  for (const { start, end, quote } of info.zones) expect(signs.slice(start, end).join('')).toBe(quote)
  expect(info.zones.map((zone: { zone: string }) => zone.zone)).toEqual(['title', 'byline', 'dateline'])
})

test('what its name says of an article is told with where it comes from, and goes before what its text says', async () => {
  const file = '2031-03-04_Harbour-Gazette_strike.txt'
  writeFileSync(join(folder, file), strike)
  expect(JSON.parse((await stet('info', file, '--json')).printed)).toMatchObject({
    ...{ title: 'Dockers walk out', outlet: 'Harbour Gazette', published: '2031-03-04' },
    metadata: { outlet: { by: 'name' }, published: { by: 'name' }, title: { by: 'text' } },
  })
})

test('layers beside an article are counted, and one that is damaged is told of', async () => {
  writeFileSync(join(folder, 'strike.txt'), strike)
  writeFileSync(join(folder, 'strike.txt.ada-lind.stet.json'), '{ "format": "stet-sidecar", ')
  const { code, printed } = await stet('info', 'strike.txt', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed).layers).toEqual([
    {
      ...{ annotator: 'ada-lind', file: 'strike.txt.ada-lind.stet.json' },
      problem: expect.objectContaining({ kind: 'sidecar-damaged' }),
    },
  ])
})

test('a zone that a person corrected is told as theirs', async () => {
  writeFileSync(join(folder, 'strike.txt'), strike)
  const article = { file: 'strike.txt', sha256: sha256Of(strike), textSha256: sha256Of(strike), textLength: 0 }
  const facts = {
    ...{ format: 'stet-article', formatVersion: 1, revision: 1, created: 'then', modified: 'then' },
    article: { ...article, offsetUnit: 'codepoint', encoding: 'utf-8', reader: 'plain-text/1' },
    zones: [{ start: 18, end: 30, zone: 'standfirst', quote: 'By Jane Roe\n' }],
  }
  writeFileSync(join(folder, 'strike.txt.article.stet.json'), JSON.stringify(facts))
  const info = JSON.parse((await stet('info', 'strike.txt', '--json')).printed)
  expect(info.factsProblem).toBeNull()
  expect(info.zones[1]).toEqual({ ...facts.zones[0], by: 'person' })
  expect(info.byline).toBeNull()
})

test('a folder is told of article by article, what can’t be read too', async () => {
  await mkdir(join(folder, 'more'))
  writeFileSync(join(folder, '10.txt'), 'Ten\n')
  writeFileSync(join(folder, '2.txt'), 'Two\n')
  writeFileSync(join(folder, 'more', 'data.txt'), new Uint8Array(100))
  writeFileSync(join(folder, 'paper.xyz'), 'x')
  await symlink('/etc/passwd', join(folder, 'link.txt'))
  const { code, printed } = await stet('info', '.', '--json')
  const { articles, problems } = JSON.parse(printed)
  expect(code).toBe(0)
  expect(problems).toEqual([])
  expect(Object.fromEntries(articles.map(({ path, problem }: Told) => [path, problem?.kind ?? 'read']))).toEqual({
    '2.txt': 'read',
    '10.txt': 'read',
    'link.txt': 'not-a-file',
    'more/data.txt': 'no-reader',
    'paper.xyz': 'no-reader',
  })
})

const table = 'id,head,day,body\n1,Ferry,2031-03-04,No ferry sails.\n2,Bread,2031-03-05,Bread is dear.\n3,Empty,,\n'

test('a file of many articles is unpacked, what can’t be read is said, and a second run finds the rest there', async () => {
  writeFileSync(join(folder, 'week.csv'), table)
  await mkdir(join(folder, 'corpus'))
  const first = await stet(
    'unpack',
    'week.csv',
    '--to',
    'corpus',
    '--into',
    'week',
    '--column',
    'title=head',
    '--column=text=4',
    '--json',
  )
  expect(JSON.parse(first.printed)).toMatchObject({
    ...{
      format: 'stet-unpack',
      formatVersion: 1,
      archive: 'week.csv',
      kind: 'csv/1',
      found: 3,
      there: 0,
      problem: null,
    },
    written: [{ path: 'week/2031-03-04_ferry.txt', key: '1', title: 'Ferry' }, { key: '2' }],
  })
  expect(first).toMatchObject({ code: 0, said: [expect.stringMatching(/no text/)] })
  expect(readFileSync(join(folder, 'corpus/week/2031-03-04_ferry.txt'), 'utf8')).toMatch(
    /^Ferry\n\n2031-03-04\n\nNo ferry/,
  )
  const second = await stet('unpack', 'week.csv', '--to=corpus', '--column', 'title=2', '--column', 'text=body')
  expect(second.printed).toBe('week.csv → corpus: 3 articles, 0 written, 2 there already, 1 that can’t be read\n')
})

test.each([
  [['unpack', 'week.csv'], 2, /--to/],
  [['unpack'], 2, /which file/],
  [['unpack', 'week.csv', '--to', '.', '--name', 'all'], 2, /\{slug\}/],
  [['unpack', 'week.csv', '--to', '.', '--column', 'body=3'], 2, /text=3/],
  [['unpack', 'week.csv', '--to', '.', '--column', 'text=9'], 2, /2 head/],
  [['unpack', 'note.zip', '--to', '.', '--column', 'text=9'], 1, /cannot open this kind/],
  [['unpack', 'week.csv', '--to', '.', '--encoding', 'utf-8'], 2, /--encoding/],
  [['unpack', 'week.csv', '--to', 'nowhere'], 1, /folder is not there/],
  [['unpack', 'week.csv', '--to', '.', '--into', '../out'], 1, /outside/],
  [['unpack', 'nothing.csv', '--to', '.'], 1, /not there/],
  [['text', 'week.csv', '--to', '.'], 2, /--to/],
])('%j ends with %i, writes nothing and says why', async (words, code, sentence) => {
  writeFileSync(join(folder, 'week.csv'), table)
  writeFileSync(join(folder, 'note.zip'), 'no archive')
  expect(await stet(...words)).toMatchObject({
    code,
    printed: '',
    said: expect.arrayContaining([expect.stringMatching(sentence)]),
  })
  expect(readdirSync(folder).sort()).toEqual(['note.zip', 'week.csv'])
})

test.each([
  [['text', 'nothing.txt'], 1, /not there/],
  [['text', 'data.txt'], 1, /cannot open this kind of file/],
  [['text', 'paper.xyz'], 1, /cannot open this kind of file/],
  [['text', '.'], 2, /one file/],
  [['text'], 2, /which file/],
  [['text', 'a.txt', 'b.txt'], 2, /b\.txt/],
  [['text', 'a.txt', '--json'], 2, /--json/],
  [['text', 'a.txt', '--loud'], 2, /--loud/],
  [['info', 'nothing.txt'], 1, /not there/],
  [['info', '.', '--json', '--encoding', 'utf-8'], 2, /folder/],
  [['shout'], 2, /shout/],
  [[], 2, /what to do/],
])('%j ends with %i and one sentence of why', async (words, code, sentence) => {
  writeFileSync(join(folder, 'data.txt'), new Uint8Array(100))
  writeFileSync(join(folder, 'paper.xyz'), 'x')
  const ended = await stet(...words)
  expect(ended).toMatchObject({ code, printed: '' })
  expect(ended.said[0]).toMatch(sentence)
})

test('the command itself, as it is called, prints the very bytes', () => {
  const project = fileURLToPath(new URL('../..', import.meta.url))
  writeFileSync(join(folder, 'strike.txt'), strike)
  const printed = execFileSync('npm', ['run', '-s', '--prefix', project, 'stet', '--', 'text', 'strike.txt'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  expect(printed.toString()).toBe(strike)
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const texts = join(samples, 'articles', 'encodings')
const hasSamples = existsSync(texts)

test.skipIf(!hasSamples)(
  hasSamples ? 'texts that others wrote, in many encodings' : 'texts that others wrote (skipped: not on this machine)',
  async () => {
    const { files } = JSON.parse(readFileSync(join(samples, 'expected', 'articles-encodings.json'), 'utf8')) as {
      files: Record<string, { starts: string; sha256_of_utf8?: string }>
    }
    // Rare code pages, two hundred bytes each: right, or shown as a guess that a person can change.
    const named: Record<string, string> = { 'seed/ISO-8859-16.ro.txt': 'iso-8859-16' }
    const wrong: string[] = []
    for (const [name, { starts, sha256_of_utf8 }] of Object.entries(files)) {
      const encoding = named[name] === undefined ? [] : ['--encoding', named[name]]
      const { printed } = await stet('text', join(texts, name), ...encoding)
      const text = printed.replace(/^\ufeff/, '')
      // Some have bytes that mean nothing, and no hash.
      const isRight = text.startsWith(starts) && (!sha256_of_utf8 || sha256Of(text) === sha256_of_utf8)
      if (!isRight) wrong.push(name)
    }
    expect(readdirSync(texts).length).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  },
)
