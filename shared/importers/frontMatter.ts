import { parse } from 'yaml'
import { dateOf } from '../article/dateOfArticle.ts'
import type { Field, FieldName, Metadata } from '../article/metadata.ts'

/** What people call the fields there. */
const names: Readonly<Record<FieldName, readonly string[]>> = {
  title: ['title', 'headline'],
  outlet: ['outlet', 'source', 'publication', 'newspaper', 'site'],
  byline: ['byline', 'author', 'authors', 'by'],
  published: ['published', 'date', 'pubdate'],
  section: ['section', 'category'],
  page: ['page', 'pages'],
  language: ['language', 'lang'],
  address: ['url', 'link', 'address', 'canonical'],
}

/** Lines of a head, at most: it is a handful of fields. */
const LONGEST_HEAD = 20_000
const LONGEST_FIELD = 1000

/** The fields that stand as YAML between two lines of `---` before a text, and the text without them. A head that is no YAML is text. */
export function frontMatterOf(source: string): { readonly metadata: Metadata; readonly rest: string } {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source.slice(0, LONGEST_HEAD))
  const said = found && readHead(found[1]!)
  if (!said) return { metadata: {}, rest: source }
  const metadata: Partial<Record<FieldName, Field>> = {}
  for (const [field, spellings] of Object.entries(names) as [FieldName, readonly string[]][]) {
    const value = spellings.map(name => wordsOf(said.get(name))).find(words => words !== '')
    const shown = field === 'published' && value ? dateOf(value) : value
    if (shown) metadata[field] = { value: shown.slice(0, LONGEST_FIELD), by: 'head' }
  }
  return { metadata, rest: source.slice(found[0].length) }
}

function readHead(head: string): ReadonlyMap<string, unknown> | null {
  try {
    // Names of values are left alone: a head that refers to itself is made to hurt.
    const said: unknown = parse(head, { maxAliasCount: 0, schema: 'failsafe' })
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return null
    return new Map(Object.entries(said).map(([name, value]) => [name.toLowerCase(), value]))
  } catch {
    return null
  }
}

/** A value as one line; several are told one after the other. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}
