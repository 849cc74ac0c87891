import type { Span } from '../annotation/span.ts'

/**
 * Direct quotations in a passage, marks included, in order: from an opening
 * mark to the one that closes it. Within one pair the other marks are words.
 * A quotation that isn't closed ends with the passage, as one that goes on in
 * the next paragraph does. Offsets are UTF-16 of the whole text.
 */
export function quotationsIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  const marks = /["“„”«»‹›「」『』]|(?<![\p{L}\p{N}])‘|(?<=[^\s])’(?![\p{L}\p{N}])/gu
  marks.lastIndex = start
  let open: { readonly at: number; readonly closedBy: string } | null = null
  for (let match = marks.exec(text); match && match.index < end; match = marks.exec(text)) {
    const [mark] = match
    if (open) {
      if (!open.closedBy.includes(mark)) continue
      found.push({ start: open.at, end: match.index + 1 })
      open = null
    } else {
      const closedBy = closings[mark]
      if (closedBy !== undefined && opens(text, match.index, mark)) open = { at: match.index, closedBy }
    }
  }
  if (open && open.closedBy !== '’') {
    const words = text.slice(open.at, end).trimEnd()
    found.push({ start: open.at, end: open.at + words.length })
  }
  return found
}

const closings: Record<string, string> = {
  '"': '"',
  '“': '”"',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '‘': '’',
}

/** A mark that also closes opens only where words don't stand before it: 5" and a stray » open nothing. */
function opens(text: string, at: number, mark: string): boolean {
  if (!'"”»›'.includes(mark)) return true
  return !/[\p{L}\p{N}\p{Po}]/u.test(text.charAt(at - 1)) && /[^\s]/.test(text.charAt(at + 1))
}
