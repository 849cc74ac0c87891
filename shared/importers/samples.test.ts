import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { importerFor } from './index.ts'

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)

/** What is known of a document that somebody else wrote. */
interface Expected {
  readonly contains?: readonly string[]
  readonly contains_whitespace_removed?: readonly string[]
  readonly contains_in_order?: readonly string[]
  readonly contains_whitespace_collapsed?: readonly string[]
  readonly not_contains?: readonly string[]
  readonly text?: string | null
  readonly must?: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly subject?: string
  /** A name and an address. */
  readonly from?: string
  readonly attachments?: readonly string[]
}

/** Whose expectation the file itself belies: it has another title. */
const belied = new Set(['epub/w3c-pkg-title-order.epub: title'])

test.skipIf(!hasSamples)(
  hasSamples ? 'documents that others wrote' : 'documents that others wrote (skipped: not on this machine)',
  async () => {
    const files = JSON.parse(readFileSync(join(samples, 'expected', 'articles-documents.json'), 'utf8')) as Record<
      string,
      Expected
    >
    const wrong: string[] = []
    let count = 0
    for (const [name, expected] of Object.entries(files)) {
      const reader = importerFor(name)
      // Pages of a collection have a test of their own, and files of many articles are no articles.
      if (!reader || /^(?:html\/readability|exports|encodings)\//.test(name)) continue
      count++
      const bytes = new Uint8Array(readFileSync(join(samples, 'articles', name)))
      // Of what has no text, a person is told that.
      if (expected.must === 'say that there is no text') {
        await expect(reader.read(bytes), name).rejects.toThrow('no-text')
        continue
      }
      const { text, title, metadata } = await reader.read(bytes)
      const { contains = [], contains_in_order = [], not_contains = [] } = expected
      const { contains_whitespace_collapsed: words = [] } = expected
      const collapsed = text.replace(/\s+/g, ' ')
      if (!contains.every(words => text.includes(words))) wrong.push(`${name}: contains`)
      if (!words.every(part => collapsed.includes(part))) wrong.push(`${name}: contains`)
      const letters = text.replace(/\s/g, '')
      if (!(expected.contains_whitespace_removed ?? []).every(words => letters.includes(words)))
        wrong.push(`${name}: letters`)
      if (!standInOrder(text, contains_in_order)) wrong.push(`${name}: order`)
      if (not_contains.some(words => text.includes(words))) wrong.push(`${name}: too much`)
      if (expected.title !== undefined && ![title, metadata.title?.value].includes(expected.title))
        wrong.push(`${name}: title`)
      if (expected.author !== undefined && metadata.byline?.value !== expected.author) wrong.push(`${name}: author`)
      const { date, subject = title, from, attachments = [] } = expected
      if (date !== undefined && !isSameTime(metadata.published?.value, date)) wrong.push(`${name}: date`)
      if (title !== subject) wrong.push(`${name}: subject`)
      if (from !== undefined && !from.startsWith(`${metadata.byline?.value} <`)) wrong.push(`${name}: from`)
      if (!attachments.every(file => text.endsWith(`\n${file}\n`))) wrong.push(`${name}: attachments`)
    }
    expect(wrong.filter(one => !belied.has(one))).toEqual([])
    expect(count).toBeGreaterThan(10)
  },
)

/** A moment may be told by the clock of any zone. */
function isSameTime(one: string | undefined, other: string): boolean {
  return one === other || (one !== undefined && one.length > 10 && Date.parse(one) === Date.parse(other))
}

function standInOrder(text: string, parts: readonly string[]): boolean {
  let at = 0
  return parts.every(part => {
    at = text.indexOf(part, at)
    return at++ !== -1
  })
}
