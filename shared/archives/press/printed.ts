import type { FieldName, Metadata } from '../../article/metadata.ts'
import { Problem } from '../../problems/problem.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Unpacked } from '../archive.ts'
import { fieldOf } from '../fieldOf.ts'

/** An article as the download of a press database shows it. */
export interface Printed {
  /** The database's own number of it; '' where it tells none. */
  readonly number: string
  /** What the database says of it, each on one line; `published` as dates are written in metadata. */
  readonly fields: Readonly<Partial<Record<FieldName, string | null>>>
  /** What was printed below the title: standfirst, dateline, and the paragraphs of the body, letter for letter. Who writes the file puts the title above it. */
  readonly text: readonly string[]
  /**
   * What was printed beside it or is said of its rights: a line each with the
   * database's label before it, so that it stands below the article as what it
   * is. What only files the article (subjects, codes, counts of words) is left
   * out: it is the database's, nobody printed it, and the download keeps it.
   */
  readonly notes: readonly string[]
}

/**
 * Articles out of the parts of a download, in order. `read` makes an article of
 * a part; a Problem that it throws is told of in that article's place. Throws a
 * Problem where there is no part at all.
 */
export async function* articlesOf<Part>(parts: Iterable<Part>, read: (part: Part) => Printed): AsyncIterable<Unpacked> {
  const seen = new Map<string, number>()
  let count = 0
  for (const part of parts) {
    count++
    try {
      const printed = read(part)
      if (printed.text.join('').trim() === '') throw new Problem('empty-text', `Document ${count} holds no text.`)
      yield {
        kind: 'article',
        key: keyAmong(seen, printed.number || (await keyOf(printed))),
        metadata: metadataOf(printed),
        content: { text: textOf(printed) },
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const detail = error.detail || `Document ${count} can’t be read.`
      yield { kind: 'unread', key: `document ${count}`, problem: { kind: error.kind, detail } }
    }
  }
  if (count === 0) throw new Problem('cannot-read', 'There is no document in this file.')
}

/** What stands between two paragraphs. */
const APART = '\n\n'

function textOf({ text, notes }: Printed): string {
  return `${[...text, ...notes].join(APART)}\n`
}

function metadataOf({ fields }: Printed): Metadata {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, said]) => {
      const field = fieldOf(name as FieldName, said)
      return field ? [[name, field]] : []
    }),
  )
}

/** Words on one line, with single spaces. */
export function oneLine(words: string): string {
  return words.replace(/[\s\u200b\u2060\ufeff]+/g, ' ').trim()
}

/** How much of a text tells it from others: a later download may have the end of it corrected. */
const TELLING = 400

/** What an article without a number is known by: where and when it was printed, its title, how it begins. */
async function keyOf({ fields, text }: Printed): Promise<string> {
  const beginning = oneLine(text.join(' ').slice(0, 4 * TELLING)).slice(0, TELLING)
  const { outlet = '', published = '', title = '' } = fields
  const hash = await sha256([outlet, published, title, beginning].map(one => oneLine(one ?? '')).join('\n'))
  return hash.slice(0, 32)
}

/** A key, with a count behind it from the second time on that it stands in one download. */
function keyAmong(seen: Map<string, number>, key: string): string {
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return count === 1 ? key : `${key} ${count}`
}
