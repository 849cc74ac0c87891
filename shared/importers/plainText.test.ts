import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article, Zone } from '../article/article.ts'
import { documentOf, textOf } from '../article/document.ts'
import { zoneRules } from '../article/zones.ts'
import { MAX_ARTICLE_BYTES, READ_DEADLINE_MS } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { makeRuler } from '../text/ruler.ts'
import { spentMs } from '../text/spentMs.laws.ts'
import { plainText } from './plainText.ts'

const root = resolve(import.meta.dirname, '../..')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (path: string) => plainText.read(new Uint8Array(readFileSync(path)))

/** Which blocks, counted from 1 as an editor counts lines, are of which zone; the rest is body. */
type Zones = Partial<Record<Zone, readonly number[]>>
function zonesOf({ blocks }: Article): Zones {
  const found: Partial<Record<Zone, number[]>> = {}
  for (const [i, { zone }] of blocks.entries()) if (zone !== 'body') found[zone] = [...(found[zone] ?? []), i + 1]
  return found
}

test('an article is its text, and its blocks are the text, whatever valid file is read', () => {
  const file = fc
    .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '\ufeff', 'قال', '💩'), fc.string({ unit: 'grapheme' })))
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(file, text => {
      const article = plainText.read(bytesOf(text))
      expect(article.text).toBe(text)
      expect(textOf(documentOf(text, article.blocks))).toBe(text)
      expect(article).toMatchObject({
        reader: 'plain-text/1',
        zoneRules,
        encoding: 'utf-8',
        invalidBytes: 0,
        textInSidecar: false,
      })
    }),
    { numRuns: 500 },
  )
})

test('an empty file is an article with one empty block and no title', () => {
  expect(plainText.read(bytesOf(''))).toMatchObject({
    text: '',
    title: '',
    blocks: [{ start: 0, end: 0, zone: 'body', by: 'reader' }],
    textInSidecar: false,
  })
})

test.each([
  ['plain UTF-8', bytesOf('“One.”\r\n'), false],
  ['UTF-8 with a mark', bytesOf('\ufeffOne.'), false],
  ['UTF-8 with a bad byte', Uint8Array.of(...bytesOf('“One” – é'), 0xff), true],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0), true],
  ['windows-1252', Uint8Array.from([...'It\x92s Iran\x92s turn'], sign => sign.charCodeAt(0)), true],
])('the sidecar holds the text only where the file isn’t plain valid UTF-8: %s', (_what, bytes, textInSidecar) => {
  expect(plainText.read(bytes).textInSidecar).toBe(textInSidecar)
})

test('a file larger than the limit is a Problem, and is not looked at', () => {
  const began = spentMs()
  expect(() => plainText.read(new Uint8Array(MAX_ARTICLE_BYTES + 1))).toThrow(Problem)
  expect(spentMs() - began).toBeLessThan(1_000)
})

describe('the sample', () => {
  const sample = join(root, 'resources/sample')
  const files = existsSync(sample) ? readdirSync(sample, { recursive: true, encoding: 'utf8' }) : []

  const expected: readonly (readonly [file: string, title: string, zones: Zones])[] = [
    [
      '2031-02/2031-02-26_castrel-courier_leaked-draft.txt',
      'Ferry firm was warned of faulty bow door three months before Linnet capsized, draft report says',
      {
        boilerplate: [1, 3, 43, 44, 46],
        title: [5],
        standfirst: [7],
        byline: [9],
        dateline: [11],
        caption: [21],
        heading: [27],
      },
    ],
    [
      '2031-02/2031-02-27_npa_minister-denies.txt',
      'Maravel minister says port deal will go ahead despite leak',
      { title: [1], byline: [3, 33], caption: [13, 29] },
    ],
    [
      '2031-02/2031-02-28_berthwire_corvane-statement.txt',
      'Corvane Lines reaffirms its commitment to Port Elden',
      { boilerplate: [1, 5, 46, 48], title: [3], heading: [13, 27, 42] },
    ],
    [
      '2031-03/2031-03-02_daily-klaxon_march.txt',
      "'NINE THOUSAND' ROAR ON THE QUAY: \"You can't buy a river!\"",
      {
        boilerplate: [1, 2, 4, 51, 54, 56],
        title: [6],
        standfirst: [9],
        byline: [12],
        dateline: [13],
        caption: [30],
        heading: [32],
      },
    ],
    [
      '2031-03/2031-03-04_harbour-gazette_ferry-deal.txt',
      'Minister admits he was "briefed" on Linnet as ferry deal goes to the vote',
      { boilerplate: [1, 3, 50, 51], title: [5], standfirst: [7], byline: [9], caption: [23], heading: [25, 41] },
    ],
    [
      '2031-03/2031-03-05_maravel24_vote-live.txt',
      'LIVE: Deputies back Port Elden ferry deal by five votes',
      {
        boilerplate: [1, 78, 79],
        title: [3],
        standfirst: [5],
        dateline: [7],
        heading: [10, 15, 22, 33, 40, 45, 50, 57, 68, 73],
        caption: [37],
      },
    ],
    [
      '2031-03-06_qasira-morning_families.txt',
      'Qasira summons Maravel envoy over ferry dead after port vote',
      { boilerplate: [1, 43], title: [3], standfirst: [5], byline: [7], caption: [25, 41], heading: [31] },
    ],
    [
      '2031-03-07_saltry-echo_court-ruling.txt',
      'Court puts ferry deal on hold for 30 days',
      { boilerplate: [1, 3, 39], title: [5], standfirst: [7], caption: [19], heading: [23, 29] },
    ],
    [
      '2031-03-08_slow-ledger_analysis.txt',
      'Analysis: The word that moved',
      {
        boilerplate: [1, 3, 36],
        title: [5],
        standfirst: [7],
        byline: [9],
        dateline: [10],
        heading: [20, 28],
        caption: [24],
      },
    ],
  ]
  test.each(expected)('%s is read as a person reads it', (file, title, zones) => {
    const article = read(join(sample, file))
    expect(article.title).toBe(title)
    expect(zonesOf(article)).toEqual(zones)
  })

  test('every article of it is in the list above', () => {
    expect(files.filter(file => file.endsWith('.txt')).sort()).toEqual(expected.map(([file]) => file).sort())
  })

  test('its layers have the zones that the rules find', () => {
    for (const file of files.filter(name => /\.txt\..*\.stet\.json$/.test(name))) {
      const layer = JSON.parse(readFileSync(join(sample, file), 'utf8'))
      if (!Array.isArray(layer.zones)) continue
      const { text, blocks } = read(join(sample, file.replace(/(\.txt)\..*$/, '$1')))
      const { toCodePoint } = makeRuler(text)
      const zones = blocks
        .filter(({ zone }) => zone !== 'body')
        .map(({ start, end, zone, by }) => ({ start: toCodePoint(start), end: toCodePoint(end), zone, by }))
      expect(layer.zones, file).toEqual(zones)
    }
  })
})

const seeds = resolve(root, '../shared/seeds')
const hasSeeds = existsSync(seeds)
describe.skipIf(!hasSeeds)(
  hasSeeds
    ? 'the real articles'
    : 'the real articles (skipped: they stand beside the repository where it is developed, and not here)',
  () => {
    // Not a sentence of theirs may stand in the repository: blocks by number, titles by hash.
    const expected: readonly (readonly [file: string, blocks: number, titleSha256: string, zones: Zones])[] = [
      [
        '000_fc19d5106ea80344.txt',
        20,
        '9a3b8bbae8dcff33007693f49dddd9f2c66cee1e0b47d538ca0be82efa7d1fd6',
        { title: [1] },
      ],
      [
        '001_84e7bfe14a8c25fc.txt',
        49,
        'a83af3609268e14422dc93d99e0bc6458445d3511e924f5a7bf0aa1b1fe6c768',
        { boilerplate: [1, 48, 49], title: [3], caption: [5, 17, 33] },
      ],
      [
        '002_f91c40fb5c9215a3.txt',
        28,
        '3c2c0d3d15209b2568d33f31ec452da0b2881ec5d59c1df68721036f0e26b315',
        { boilerplate: [1], title: [3] },
      ],
      [
        '003_2a0ef4d6d7bdbffd.txt',
        51,
        '3d920a248336f3690932b7a459772b17b54a4e5478cdfa6a7df39eb26ca48695',
        { boilerplate: [1, 51], title: [3], standfirst: [5] },
      ],
      [
        '004_a34c021ee5fc7817.txt',
        50,
        'b483433f575c29227f8a89f0fe4eb3a40a1515cd202830a8f0166df44be0af83',
        { boilerplate: [1, 50], title: [3], standfirst: [5], caption: [6], heading: [28] },
      ],
    ]
    test.each(expected)('%s is read as a person reads it', (file, blocks, titleSha256, zones) => {
      const article = read(join(seeds, file))
      expect(createHash('sha256').update(article.title).digest('hex')).toBe(titleSha256)
      expect(zonesOf(article)).toEqual(zones)
      expect(article.blocks).toHaveLength(blocks)
      expect(article).toMatchObject({ encoding: 'utf-8', encodingBy: 'valid', textInSidecar: false })
    })
  },
)

test.each([
  [
    '64 MiB of paragraphs',
    `${'The harbour council said on Monday that it would wait. '.repeat(8)}\n\n`,
    MAX_ARTICLE_BYTES,
  ],
  ['one line of 5 MB', 'The harbour council said on Monday that it would wait. ', 5_000_000],
  ['5 MB of Arabic in one line', 'قال المجلس يوم الاثنين إنه سينتظر. ', 5_000_000],
])('%s are read in seconds', (_what, words, size) => {
  const unit = bytesOf(words)
  const bytes = new Uint8Array(Math.floor(size / unit.length) * unit.length)
  for (let at = 0; at < bytes.length; at += unit.length) bytes.set(unit, at)
  const began = spentMs()
  const article = plainText.read(bytes)
  expect(spentMs() - began).toBeLessThan(READ_DEADLINE_MS)
  expect(article.blocks.at(-1)!.end).toBe(article.text.length)
})
