import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { corpus, halves, hasCorpus, patterns } from '../../shared/exporters/brat/polnear.laws.ts'
import { annFile, lacking } from './annFile.laws.ts'
import { TriedCommands } from './tried.ts'

/** `STET_WHOLE_CORPUS=1` takes all 844 articles; else these and every so many of the others. */
const isWhole = process.env['STET_WHOLE_CORPUS'] === '1'
const EVERY = 40
const withBrokenLines = [
  'nyt_2016-04-18_for-news-outlets-feeling-the-squ',
  'usa-today_2016-08-09_khans-trump-stirs-ugliness-musli',
  'wash-post_2016-06-27_byline-amber-phillips',
]

const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-polnear-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** One annotation file of the corpus. */
interface Original {
  readonly article: string
  readonly layer: string
  readonly text: string
  readonly ann: string
}

/** Lays out the part of the corpus that is taken, as it lies there. Gives its annotation files by the name of each. */
function layOut(): Map<string, Original> {
  const files = new Map<string, Original>()
  for (const half of halves) {
    const [from, to] = [join(corpus, half), join(folder, half)]
    const articles = readdirSync(join(from, 'text')).map(name => name.replace(/\.txt$/, ''))
    const taken = new Set(articles.filter((name, i) => isWhole || i % EVERY === 0 || withBrokenLines.includes(name)))
    for (const part of ['text', 'attributions']) mkdirSync(join(to, part), { recursive: true })
    for (const name of taken) cpSync(join(from, 'text', `${name}.txt`), join(to, 'text', `${name}.txt`))
    for (const name of readdirSync(join(from, 'attributions'))) {
      const [, article = '', layer = ''] = /^(.*)_([^_]+)\.ann$/.exec(name) ?? []
      if (!taken.has(article)) continue
      cpSync(join(from, 'attributions', name), join(to, 'attributions', name))
      const read = (...path: string[]) => readFileSync(join(from, ...path), 'utf8')
      files.set(name, { article, layer, text: read('text', `${article}.txt`), ann: read('attributions', name) })
    }
  }
  return files
}

interface Untaken {
  readonly file: string
  readonly line: number
  readonly detail: string
  readonly taken?: true
}

test.skipIf(!hasCorpus)(
  hasCorpus
    ? `${isWhole ? 'a whole corpus' : 'a part of a corpus'} of others goes through import, check and export with every span, role and note; broken lines are named`
    : 'a corpus of others goes through import, check and export (skipped: PolNeAR isn’t on this machine)',
  async () => {
    const originals = layOut()
    mkdirSync(join(folder, 'ws'))
    const untaken: Untaken[] = []
    for (const half of halves) {
      const where = ['--text', patterns.text, '--annotations', patterns.annotations]
      const { code, printed } = await commands.run(folder, [
        ...['import', half, '--to', 'ws', '--format', 'brat', ...where, '--json'],
      ])
      const [{ read, done }] = JSON.parse(printed).imported
      expect([code, done.notImported, done.problem, read.away]).toEqual([0, [], null, []])
      untaken.push(...read.untaken)
    }

    const checked = JSON.parse((await commands.run(folder, ['check', 'ws', '--json'])).printed)
    expect([checked.counts.errors, checked.counts.warnings]).toEqual([0, 0])

    const exported = await commands.run(folder, [
      ...['export', 'ws', '--format', 'brat', '--with', 'annotators=suffix', '--out', 'out', '--json'],
    ])
    const receipt = JSON.parse(exported.printed)
    expect(exported.code).toBe(0)
    expect(receipt.readBack).toEqual({ isEqual: true, differing: [], untaken: [], problem: null })
    expect(receipt.notTaken).toEqual([])
    // What brat's files have no words for is nothing that came out of them.
    const named = new Set(
      receipt.leftOut.map(({ kind, feature }: { kind: string; feature: string }) => `${kind} ${feature}`),
    )
    for (const one of named) expect(['article metadata', 'article zones', 'article status']).toContain(one)

    expect(
      readdirSync(join(folder, 'out'))
        .filter(name => name.endsWith('.ann'))
        .sort(),
    ).toEqual([...originals.keys()].sort())
    const mended: string[] = []
    const counts = { spans: 0, roles: 0, others: 0 }
    for (const [name, { article, text, ann }] of originals) {
      expect(readFileSync(join(folder, 'out', `${article}.txt`), 'utf8')).toBe(text)
      const [before, after] = [annFile(ann), annFile(readFileSync(join(folder, 'out', name), 'utf8'))]
      expect(after.broken, name).toEqual([])
      for (const part of ['spans', 'roles', 'others'] as const) counts[part] += before[part].length
      const differing = (part: 'spans' | 'roles' | 'others') =>
        lacking(before[part], after[part]).length + lacking(after[part], before[part]).length
      if (before.broken.length === 0) {
        expect([name, differing('spans'), differing('roles'), differing('others')]).toEqual([name, 0, 0, 0])
        continue
      }
      mended.push(name)
      // A claim across the ends of lines is written as one part a line, which is all that differs: the same words, in the same roles.
      const [gone, come] = [lacking(before.spans, after.spans), lacking(after.spans, before.spans)]
      expect([gone.length, come.length, before.roles.length]).toEqual([1, 1, after.roles.length])
      expect(wordsOf(text, come[0]!)).toBe(wordsOf(text, gone[0]!))
      const inGone = (roles: readonly string[]) => roles.map(role => role.replaceAll(come[0]!, gone[0]!)).sort()
      expect(inGone(after.roles)).toEqual(before.roles)
      expect(after.others).toEqual(before.others)
      // The report of the import names the lines, from the one that has an id.
      const first = ann.split('\n').findLastIndex((line, i) => i + 1 < before.broken[0]! && /^T\d+\t/.test(line)) + 1
      const told = untaken.filter(({ file, detail }) => file.endsWith(name) && detail.startsWith('lines'))
      expect(told).toMatchObject([{ line: first, detail: `lines ${first}–${before.broken.at(-1)}`, taken: true }])
    }
    expect(mended.map(name => name.replace(/_[^_]+$/, '')).sort()).toEqual(withBrokenLines)
    // Nothing but broken lines and parts in another order, and all of it was taken.
    expect(untaken.filter(({ detail, taken }) => !taken || !/^(?:lines |order of parts$)/.test(detail))).toEqual([])
    expect([receipt.counts.layers, counts.spans > 1000, counts.roles > 1000]).toEqual([originals.size, true, true])
    if (isWhole) console.log({ articles: receipt.counts.articles, files: originals.size, ...counts })
  },
  isWhole ? 0 : undefined,
)

/** The words at places in code points, white space left out. */
function wordsOf(text: string, span: string): string {
  const characters = [...text]
  const parts = span.replace(/^\S+ /, '').split(',')
  return parts
    .map(part => characters.slice(...(part.split('-').map(Number) as [number, number])).join(''))
    .join('')
    .replace(/\s/g, '')
}
