import type { Metadata } from '../../article/metadata.ts'
import { pageOf, type Line as ReadLine } from '../../article/page.ts'
import { rulesOfLines } from '../../article/zoneTable.ts'
import type { Line } from '../html/lines.ts'
import { type Zoned, zonesOf } from '../html/zonedLines.ts'
import type { Flow, Flowing } from './flow.ts'
import { stop } from './paragraphs.ts'

/** In sizes of the body's letters: from when on a line is a heading, and the greatest of the first page its title. */
const HEADING = 1.15
const TITLE = 1.25
/** Characters: whatever is longer is prose. */
const LONGEST_HEADING = 250
/** Lines that may stand above a title: the paper's name, the section, the day. */
const ABOVE_TITLE = 8

/** What each line of a document is: by the size of its letters, by the document's fields, and by what it says. */
export function pdfZones({ lines, body }: Flow, words: readonly string[], metadata: Metadata): Zoned[] {
  const title = titleAt(lines, body, words)
  const shown = lines.map(({ paragraph, isFurniture }, i): Line => {
    const isHeading = !isFurniture && isHeadingSized(paragraph.size, body) && words[i]!.length <= LONGEST_HEADING
    const level = i === title ? 1 : isHeading ? 2 : 0
    return { words: words[i]!, says: isHeading ? 'heading' : null, level, numbers: new Set(), hasTime: false }
  })
  const numbers = new Map(shown.map((line, i) => [line, i]))
  const zoned = zonesOf(shown, metadata, line => {
    const i = numbers.get(line)!
    return !lines[i]!.isFurniture && (title === -1 || i >= title)
  })
  return asTheySay(zoned.map((line, i) => ({ ...line, zone: zoneOf(line, i) })))

  function zoneOf({ zone, words }: Zoned, i: number): Zoned['zone'] {
    if (lines[i]!.isFurniture) return 'boilerplate'
    const isSummary = zone === 'heading' && zoned[i - 1]?.zone === 'title' && (stop.test(words) || words.length > 100)
    return isSummary ? 'standfirst' : zone
  }
}

function isHeadingSized(size: number, body: number): boolean {
  return size >= HEADING * body
}

/** The line of the greatest letters on the first page with text, if they are greater than the body's; else -1. */
function titleAt(lines: readonly Flowing[], body: number, words: readonly string[]): number {
  const first = lines.find(({ isFurniture }) => !isFurniture)?.page
  let title = -1
  let above = 0
  for (const [i, { paragraph, isFurniture, page }] of lines.entries()) {
    if (page !== first || above > ABOVE_TITLE) break
    if (isFurniture) continue
    above++
    if (paragraph.size < TITLE * body || words[i]!.length > LONGEST_HEADING || !/\p{L}{2}/u.test(words[i]!)) continue
    if (title === -1 || paragraph.size > 1.05 * lines[title]!.paragraph.size) title = i
  }
  return title
}

/** Lines of the body that say what they are: who took a picture, whose rights are reserved, who wrote it and when. */
function asTheySay(lines: readonly Zoned[]): Zoned[] {
  const text = lines.map(({ words }) => `${words}\n`).join('')
  let end = 0
  const spans = lines.map(({ words }) => {
    const start = end
    end += words.length + 1
    return { start, end }
  })
  const page = pageOf(text, spans)
  const found = new Map<number, Zoned['zone']>()
  const read: ReadLine[] = page.lines.filter(({ block }) => lines[block]!.zone === 'body')
  for (const { zone, holds } of rulesOfLines)
    for (const line of read) if (!found.has(line.block) && holds(line, page, undefined)) found.set(line.block, zone)
  return lines.map((line, i) => ({ ...line, zone: found.get(i) ?? line.zone }))
}
