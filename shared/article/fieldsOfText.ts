import type { Block } from './article.ts'
import { dateOfArticle } from './dateOfArticle.ts'
import { LONGEST_FIELD, type Metadata } from './metadata.ts'
import { titleOf } from './zones.ts'

/** The fields that lines of an article's text speak for, by what its blocks are. */
export function fieldsOfText(text: string, blocks: readonly Block[]): Metadata {
  const title = titleOf(text, blocks)
  const byline = blocks.find(({ zone }) => zone === 'byline')
  const published = dateOfArticle(text, blocks)
  const found = { title, byline: byline && text.slice(byline.start, byline.end).trim(), published }
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) =>
      value ? [[name, { value: asLine(value), by: 'text' as const }]] : [],
    ),
  )
}

/** A block may have several lines, and be of any length. Cut between characters, never inside one. */
function asLine(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= LONGEST_FIELD ? line : line.slice(0, LONGEST_FIELD).replace(/[\ud800-\udbff]$/, '')
}
