import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Receipt } from '../dataset/receipt.ts'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const article = '2031-03-04_harbour-gazette_ferry-deal.txt'
const at = '2031-03-04T05:06:07Z'
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-discussed-')))
  cpSync(sample, join(folder, 'corpus'), { recursive: true })
  const edit = (name: string, more: object) => {
    const file = join(folder, 'corpus', name)
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...more }))
  }
  const span = { start: 412, end: 421, quote: 'officials' }
  edit(`${article}.nadia.stet.json`, {
    comments: [
      comment('n1', { layer: 'tomas', annotation: 'tomas-c1' }, 'Ends too early, Tomas'),
      comment('n2', { span }, 'Who?'),
      comment('n3', { layer: 'tomas', verdict: 't9' }, 'No'),
    ],
    verdicts: [verdict('n9', { layer: 'tomas', annotation: 'tomas-a1', revision: 3 }, 'change')],
  })
  edit(`${article}.tomas.stet.json`, {
    comments: [comment('t1', { layer: 'nadia', comment: 'n1' }, 'It does')],
    verdicts: [verdict('t9', { layer: 'nadia', annotation: 'nadia-c1', revision: 3 }, 'accept')],
  })
})
afterEach(() => rmSync(folder, { recursive: true }))

const comment = (id: string, on: object, text: string) => ({ id, kind: 'note', on, text, created: at })
const verdict = (id: string, on: object, verdict: string) => ({ id, on, verdict, note: 'Seen', created: at })
const stet = (...words: string[]) => commands.run(folder, words)
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
const receipt = (name: string): Receipt => JSON.parse(read(`${name}.receipt.json`))
/** Ids of comments and verdicts by layer. */
const idsIn = (file: string) =>
  Object.fromEntries(
    JSON.parse(read(file).split('\n')[1]!).layers.map((layer: Record<string, { id: string }[]>) => [
      layer['annotator'],
      [...(layer['comments'] ?? []), ...(layer['verdicts'] ?? [])].map(({ id }) => id),
    ]),
  )

test('comments and verdicts go out, come in under other names, and go out again as they were', async () => {
  const { code, said } = await stet('export', 'corpus', '--format', 'jsonl', '--out', 'all.jsonl')
  expect([code, said.join('\n')]).toEqual([0, expect.stringContaining('6 comments or verdicts are in it in their')])
  expect(idsIn('all.jsonl')).toEqual({ nadia: ['n1', 'n2', 'n3', 'n9'], tomas: ['t1', 't9'] })
  expect(receipt('all.jsonl')).toMatchObject({ leftOut: [], readBack: { isEqual: true } })

  writeFileSync(join(folder, 'named.jsonl'), read('all.jsonl').replaceAll('"tomas"', '"Tomás Ruiz"'))
  mkdirSync(join(folder, 'there'))
  expect(await stet('import', 'named.jsonl', '--to', 'there')).toMatchObject({ code: 0 })
  const [nadia, tomas] = readdirSync(join(folder, 'there'))
    .filter(name => name.startsWith(`${article}.`) && name.endsWith('.stet.json') && !name.includes('.article.'))
    .sort()
  const id = tomas!.slice(article.length + 1, -'.stet.json'.length)
  expect(id).not.toBe('tomas')
  expect(JSON.parse(read('there', nadia!))).toMatchObject({
    comments: [
      { id: 'n1', on: { layer: id, annotation: 'tomas-c1' }, text: 'Ends too early, Tomas', created: at },
      { id: 'n2', on: { span: { start: 412, end: 421, quote: 'officials' } } },
      { id: 'n3', on: { layer: id, verdict: 't9' } },
    ],
    verdicts: [{ id: 'n9', on: { layer: id, annotation: 'tomas-a1', revision: 3 }, verdict: 'change', note: 'Seen' }],
  })
  await stet('export', 'there', '--format', 'jsonl', '--out', 'again.jsonl')
  expect(idsIn('again.jsonl')).toEqual({ nadia: ['n1', 'n2', 'n3', 'n9'], [id]: ['t1', 't9'] })
})

test('an anonymous dataset calls annotators a1, a2 in what is said of them too, and says that words stay', async () => {
  const asked = ['export', 'corpus', '--format', 'jsonl', '--anonymous'] as const
  const { printed } = await stet(...asked, '--dry-run')
  expect(printed).toContain('own words, whoever they name')
  await stet(...asked, '--out', 'some.jsonl')
  expect(read('some.jsonl')).not.toMatch(/"(nadia|tomas)"/)
  expect(JSON.parse(read('some.jsonl').split('\n')[1]!).layers).toMatchObject([
    { annotator: 'a1', comments: [{ on: { layer: 'a2' } }, {}, { on: { layer: 'a2', verdict: 't9' } }] },
    { annotator: 'a2', comments: [{ on: { layer: 'a1', comment: 'n1' } }] },
  ])
})

test('what is about annotations and layers that weren’t chosen goes with them, and is told', async () => {
  const { printed } = await stet('export', 'corpus', '--format', 'jsonl', '--tags', 'claim', '--dry-run')
  expect(printed).toMatch(/comments and verdicts: 1 time left out\n {2}since what they are about isn’t in it/)
  await stet('export', 'corpus', '--format', 'jsonl', '--tags', 'claim', '--out', 'claims.jsonl')
  expect(idsIn('claims.jsonl')).toEqual({ nadia: ['n1', 'n2', 'n3'], tomas: ['t1', 't9'] })
  expect(receipt('claims.jsonl')).toMatchObject({
    leftOut: [{ kind: 'remark', id: 'n9', feature: 'discussion', done: 'dropped', quote: 'Seen' }],
    readBack: { isEqual: true },
  })
  await stet('export', 'corpus', '--format', 'jsonl', '--layers', 'nadia', '--out', 'hers.jsonl')
  expect(idsIn('hers.jsonl')).toEqual({ nadia: ['n2'] })
  expect(read('hers.jsonl')).not.toContain('tomas')
})

test('a dataset of a newer version isn’t read', async () => {
  await stet('export', 'corpus', '--format', 'jsonl', '--out', 'all.jsonl')
  writeFileSync(join(folder, 'new.jsonl'), read('all.jsonl').replace('"formatVersion":1', '"formatVersion":2'))
  mkdirSync(join(folder, 'there'))
  const { code, said } = await stet('import', 'new.jsonl', '--to', 'there')
  expect([code, said.join('\n')]).toEqual([1, expect.stringContaining('written by a newer version of Stet')])
  expect(readdirSync(join(folder, 'there')).filter(name => name.endsWith('.txt'))).toEqual([])
})
