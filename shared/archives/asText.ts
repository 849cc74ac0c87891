import type { Zone } from '../article/article.ts'
import type { Metadata } from '../article/metadata.ts'
import { plainText } from '../importers/plainText.ts'

interface TopLine {
  readonly line: string
  readonly zone: Zone
}

/**
 * The text file that an unpacked article becomes: its title, who wrote it, the
 * day, and its paragraphs as they are. A byline or a day that a reader wouldn't
 * take for one is left to the fields, where it stands anyway; a text that begins
 * with its title stays as it is. Ends with a line's end.
 */
export function asText(metadata: Metadata, text: string): string {
  const title = metadata.title?.value ?? ''
  const body = text.replace(/^(?:[^\S\n]*\n)+/, '')
  const rest = body.endsWith('\n') ? body : `${body}\n`
  if (title !== '' && oneLine(body.slice(0, title.length + 200).split('\n', 1)[0]!) === oneLine(title)) return rest
  const top = title === '' ? '' : `${title}\n\n`
  for (const lines of choicesOf(metadata)) {
    const whole = `${top}${lines.map(({ line }) => `${line}\n`).join('')}\n${rest}`
    if (areRecognised(whole, top.length, lines)) return whole
  }
  return `${top}${rest}`
}

/** Byline and day, the day alone, the byline alone. */
function choicesOf({ byline, published }: Metadata): TopLine[][] {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(published?.value ?? '')?.[0]
  const dated: TopLine[] = day === undefined ? [] : [{ line: day, zone: 'dateline' }]
  const signed: TopLine[] = byline === undefined ? [] : [{ line: byline.value, zone: 'byline' }]
  const both = signed.length > 0 && dated.length > 0 ? [[...signed, ...dated]] : []
  return [...both, dated, signed].filter(lines => lines.length > 0)
}

function areRecognised(text: string, from: number, lines: readonly TopLine[]): boolean {
  const blocks = plainText.skim(new TextEncoder().encode(text)).blocks()
  let at = from
  return lines.every(({ line, zone }) => {
    const start = at
    at += line.length + 1
    return blocks.some(block => block.start === start && block.end === at && block.zone === zone)
  })
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
