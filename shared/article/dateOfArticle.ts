import type { Block } from './article.ts'

const months = 'january february march april may june july august september october november december'.split(' ')
const month = months.map(name => `${name.slice(0, 3)}(?:${name.slice(3)}|\\.|t\\.?)?`).join('|')
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(${month})\\s*,?\\s+(\\d{4})\\b`, 'i')
const monthFirst = new RegExp(`\\b(${month})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})\\b`, 'i')
const iso = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/

/**
 * When an article was written, `2031-03-04`, as its dateline or byline says it;
 * null where they say nothing that can be read for certain (`3/4/2031` can't).
 */
export function dateOfArticle(text: string, blocks: readonly Block[]): string | null {
  for (const { start, end, zone } of blocks) {
    if (zone !== 'dateline' && zone !== 'byline') continue
    const date = dateIn(text.slice(start, Math.min(end, start + 400)))
    if (date) return date
  }
  return null
}

/** The first day that words name for certain, `2031-03-04`; null where there is none. */
function dateIn(words: string): string | null {
  const written = iso.exec(words)
  if (written) return dayOf(Number(written[1]), Number(written[2]), Number(written[3]))
  const day = dayFirst.exec(words)
  if (day) return dayOf(Number(day[3]), monthNumber(day[2]!), Number(day[1]))
  const named = monthFirst.exec(words)
  return named && dayOf(Number(named[3]), monthNumber(named[1]!), Number(named[2]))
}

function monthNumber(name: string): number {
  return months.findIndex(one => one.startsWith(name.slice(0, 3).toLowerCase())) + 1
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** A date as precisely as it is said: `2024-04-28T08:52:55+02:00`, `2024-04`. Null for what can't be read for certain. */
export function dateOf(said: string): string | null {
  const [iso] =
    /^\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?(?!\d)/.exec(said.trim()) ??
    []
  return iso ? iso.replace(' ', 'T') : dateIn(said)
}
