import type { Block } from './article.ts'

/** The months in the languages of newspapers that name them alike: a line for each month, without accents. */
const months = `
january jan janvier janv januar janner enero ene gennaio gen janeiro januari января
february feb fevrier fevr februar feber febrero febbraio fevereiro fev februari февраля
march mar mars marz maerz mrz marzo marco maart mrt марта
april apr avril avr abril abr aprile апреля
may mai mayo maggio mag maio mei мая
june jun juin juni junio giugno giu junho июня
july jul juillet juil juli julio luglio lug julho июля
august aug aout agosto ago augustus августа
september sep sept septembre septiembre setiembre settembre setembro сентября
october oct octobre oktober okt octubre ottobre ott outubro октября
november nov novembre noviembre novembro ноября
december dec decembre dezember dez diciembre dic dicembre dezembro декабря`
  .trim()
  .split('\n')
const numbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, i) => names.split(' ').map(name => [name, i + 1])),
)
const dayFirst =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}]{2,10})\.?\s*,?\s+(?:(?:de|del)\s+)?(\d{4})(?!\d)/giu
const monthFirst = /(?<![\p{L}\d])(\p{L}[\p{L}\p{M}]{2,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)/giu
const monthAlone = /^(?:le\s+)?(\p{L}[\p{L}\p{M}]{2,10})\.?\s*,?\s+(?:(?:de|del)\s+)?(\d{4})$/iu
const eastern = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/
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
  const east = eastern.exec(words)
  if (east) return dayOf(Number(east[1]), Number(east[2]), Number(east[3]))
  for (const [, day, name, year] of words.matchAll(dayFirst)) {
    const month = monthNumber(name!)
    if (month) return dayOf(Number(year), month, Number(day))
  }
  for (const [, name, day, year] of words.matchAll(monthFirst)) {
    const month = monthNumber(name!)
    if (month) return dayOf(Number(year), month, Number(day))
  }
  return null
}

/** A month's number by its name or what it is shortened to; undefined for any other word. */
function monthNumber(name: string): number | undefined {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return numbers.get(plain)
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
  if (iso && (iso.length > 4 || said.trim().length === 4)) return iso.replace(' ', 'T')
  return dateIn(said) ?? monthIn(said.trim()) ?? iso ?? null
}

/** A month and its year, where words say nothing else. */
function monthIn(words: string): string | null {
  const [, name = '', year] = monthAlone.exec(words) ?? []
  const month = monthNumber(name)
  return month ? `${year}-${String(month).padStart(2, '0')}` : null
}
