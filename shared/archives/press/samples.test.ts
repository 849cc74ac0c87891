import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { archiveFor, HEAD_BYTES } from '../index.ts'
import { pressArchives } from './index.ts'
import { articlesIn } from './unpackedPress.ts'

const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)

interface ExpectedArticle {
  readonly id?: string
  readonly headline?: string
  readonly source?: string
  readonly date?: string
  readonly byline?: string
  readonly section?: string
}

interface Expected {
  readonly articles: number
  readonly items?: readonly ExpectedArticle[]
  readonly last?: ExpectedArticle
}

/** What the files themselves belie: that one holds three, with three titles and numbers. */
const reallyHas: Readonly<Record<string, number>> = { 'exports/europresse_test1.html': 3 }

/** What stands at the beginning of each file's first body, and at the end of its last. */
const bodies: Readonly<Record<string, readonly [first: string, last: string]>> = {
  'exports/LexisNexisTools-sample.TXT': ['Lorem ipsum dolor sit amet, consectetur', 'in all languages across Turkey.'],
  'exports/europresse_test1.html': [
    'Some text, and a few accentuated characters: éèêù.',
    '© 2012 Magazine 1. Tous droits réservés.',
  ],
  'exports/factiva_test.xml': ['This is the lead paragraph of the first', '(c) 2012 Corporation'],
  'exports/lexisnexis_test_en.html': ['Some text.', 'Copyright 1990 My Company'],
}

const names = hasSamples ? Object.keys(bodies) : ['no file']
test.skipIf(!hasSamples).each(names)(
  hasSamples ? 'a download that others wrote: %s' : 'downloads that others wrote (skipped: not on this machine): %s',
  async name => {
    const all = JSON.parse(readFileSync(join(samples, 'expected', 'articles-documents.json'), 'utf8'))
    const expected = all[name] as Expected
    const bytes = new Uint8Array(readFileSync(join(samples, 'articles', name)))
    const kind = archiveFor(bytes.subarray(0, HEAD_BYTES), name.slice(name.indexOf('/') + 1))!
    const articles = await articlesIn(kind, bytes)
    expect(articles.length).toBe(reallyHas[name] ?? expected.articles)

    const told = [
      ...(expected.items ?? []).entries(),
      ...(expected.last ? [[articles.length - 1, expected.last] as const] : []),
    ]
    for (const [place, { id, headline, source, date, byline, section }] of told) {
      const { key, fields } = articles[place]!
      if (id) expect(key).toBe(id)
      if (headline) expect(fields.title).toBe(headline)
      if (source) expect(fields.outlet).toBe(source)
      if (date) expect(fields.published?.slice(0, 10)).toBe(date)
      if (byline) expect(fields.byline).toBe(byline)
      if (section) expect(fields.section).toBe(section)
    }
    const [first, last] = bodies[name]!
    expect(articles[0]!.paragraphs[0]!.startsWith(first)).toBe(true)
    expect(articles.at(-1)!.paragraphs.at(-1)!.endsWith(last)).toBe(true)
    for (const { paragraphs } of articles) expect(paragraphs.filter(words => label.test(words))).toEqual([])
  },
)

/** What a database files an article by: none of it is the article's. */
const label =
  /^(?:BYLINE|SECTION|LENGTH|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE)\s?:|^(?:HD|PD|SN|LP|TD|AN)\b|Ce certificat|Num[ée]ro de document/

test.skipIf(!hasSamples)('no article that others wrote is taken for a download', () => {
  const taken = readdirSync(join(samples, 'articles'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.parentPath.includes('/exports'))
    .filter(({ parentPath, name }) => {
      const head = new Uint8Array(readFileSync(join(parentPath, name))).subarray(0, HEAD_BYTES)
      return pressArchives.some(kind => kind.recognises(head, name))
    })
  expect(taken.map(({ name }) => name)).toEqual([])
})
