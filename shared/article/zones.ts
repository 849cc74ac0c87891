import type { Span } from '../annotation/span.ts'
import type { Block, Zone } from './article.ts'
import { findTitle } from './headline.ts'
import { type Line, type Page, pageOf } from './page.ts'
import { rulesOfLines, rulesOfPlaces, type ZoneRule } from './zoneTable.ts'

/** The version of the rules in `zoneTable.ts`: whoever changes what they find counts on. */
export const zoneRules = 2

/**
 * The blocks of a plain text with their zones, as the rules see them. Blank
 * lines and whatever no rule speaks of are body. Costs what the text's lines
 * cost, each at most a few hundred characters.
 */
export function recogniseZones(text: string, spans: readonly Span[]): Block[] {
  const page = pageOf(text, spans)
  apply(rulesOfLines, page, undefined)
  apply(rulesOfPlaces, page, findTitle(page))

  const found = new Map<number, Zone>()
  for (const { block, zone } of page.lines) if (zone) found.set(block, zone)
  return spans.map(({ start, end }, i) => ({ start, end, zone: found.get(i) ?? 'body', by: 'reader' }))
}

function apply(rules: readonly ZoneRule[], page: Page, title: Line | undefined): void {
  for (const { zone, holds } of rules)
    for (const line of page.lines) if (line.zone === undefined && holds(line, page, title)) line.zone = zone
}

/** The words of the title among blocks, on one line, or '' where there is none. */
export function titleOf(text: string, blocks: readonly Block[]): string {
  const title = blocks.find(({ zone }) => zone === 'title')
  if (!title) return ''
  return text
    .slice(title.start, title.end)
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim()
}
