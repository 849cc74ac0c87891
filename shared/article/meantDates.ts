import type { Span } from '../annotation/span.ts'

/** Words of a text, and a date that they mean, in ISO 8601 or its extension EDTF: `2031-03-04`, `2031-03`, `2031`, or the days of a week with `/` between. */
export interface MeantDate {
  readonly words: string
  readonly date: string
}

/** More than these are no help. */
const MOST = 4

/**
 * What words like “Tuesday”, “yesterday”, “last month” or “3 March” mean in a
 * text that was published on a day: those nearest to `at` first. A day of the
 * week is the last one up to that day, or else the next one after it: both are
 * offered, for grammar alone tells which. Nothing is said where it isn't known
 * to the day when the text was published. `at` is in UTF-16 units.
 *
 * The words are those that the platform (Unicode CLDR) has for a language, in
 * their basic form; a language that it doesn't know is read as English.
 */
export function meantDates(text: string, at: Span, published: string, language = 'en'): MeantDate[] {
  const day = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(published)
  if (!day) return []
  const from = dayNumber(Number(day[1]), Number(day[2]) - 1, Number(day[3]))
  const { phrases, pattern, months } = wordingOf(language)
  const found = [...text.matchAll(pattern)].flatMap(match => {
    const far = farness(text, { start: match.index, end: match.index + match[0].length }, at)
    const { before, monthAfter, monthBefore, after, year } = match.groups!
    const name = monthAfter ?? monthBefore
    const dates = name
      ? daysOfMonth(months.get(same(name)), name, Number(before ?? after), year, from)
      : (phrases.get(same(match[0]))?.(from) ?? [])
    return dates.map(date => ({ words: match[0], date, far }))
  })
  const dates = new Map<string, MeantDate>()
  for (const { words, date } of found.sort((one, other) => one.far - other.far))
    if (!dates.has(date)) dates.set(date, { words, date })
  return [...dates.values()].slice(0, MOST)
}

/** How far words stand from others: what lies in another clause is farther. */
function farness(text: string, { start, end }: Span, at: Span): number {
  const between = text.slice(Math.min(end, at.end), Math.max(start, at.start))
  return between.length + 20 * (between.match(/[,;:–—]/g)?.length ?? 0)
}

interface Month {
  /** From 0. */
  readonly number: number
  readonly name: string
}

interface Wording {
  /** What a phrase means that is said on a day, by the phrase as `same` has it. Days are counted from 1970. */
  readonly phrases: ReadonlyMap<string, (from: number) => string[]>
  readonly months: ReadonlyMap<string, Month>
  /** Finds phrases, and days of months. */
  readonly pattern: RegExp
}

const wordings = new Map<string, Wording>()

function wordingOf(language: string): Wording {
  const tag = isKnown(language) ? language : 'en'
  const wording = wordings.get(tag) ?? makeWording(tag)
  wordings.set(tag, wording)
  return wording
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0
  } catch {
    return false // no tag of a language at all
  }
}

function makeWording(language: string): Wording {
  const phrases = phrasesOf(language)
  const months = monthsOf(language)
  const month = alternatives(months.keys())
  const nth = '(?:st|nd|rd|th|er|º|\\.)?'
  const year = '(?:,?\\s+(?:de\\s+)?(?<year>\\d{4})(?!\\d))?'
  const dayFirst = `(?<before>\\d{1,2})${nth}\\s+(?:de\\s+|of\\s+)?(?<monthAfter>${month})\\.?`
  const monthFirst = `(?<monthBefore>${month})\\.?\\s+(?<after>\\d{1,2})(?!\\d)${nth}`
  const anything = `(?:${alternatives(phrases.keys())}|(?:${dayFirst}|${monthFirst})${year})`
  // Where words stand without spaces, one begins wherever it is found.
  const apart = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test([...phrases.keys()].join(''))
  const source = apart ? `(?<![\\p{L}\\p{N}])${anything}(?![\\p{L}\\p{N}])` : anything
  return { phrases, months, pattern: new RegExp(source, 'giu') }
}

function phrasesOf(language: string): Wording['phrases'] {
  const phrases = new Map<string, (from: number) => string[]>()
  const say = (phrase: string, meaning: (from: number) => string[]) => {
    // “In 2 days” is how the platform says what a language has no word for.
    if (!/\p{Nd}/u.test(phrase)) phrases.set(same(phrase), meaning)
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const away of [-2, -1, 0, 1, 2]) say(relative.format(away, 'day'), from => [written(from + away)])
  for (const away of [-1, 0, 1]) {
    say(relative.format(away, 'week'), from => [weekOf(from + 7 * away)])
    say(relative.format(away, 'month'), from => [monthFrom(from, away)])
    say(relative.format(away, 'year'), from => [written(from, 'year', away)])
  }
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  for (let day = 0; day < 7; day++)
    say(weekday.format(dateOf(day)), from => {
      const last = from - ((((from - day) % 7) + 7) % 7)
      return [written(last), written(last + 7)]
    })
  return phrases
}

/** As they stand beside a day, in full and short. */
function monthsOf(language: string): Wording['months'] {
  const months = new Map<string, Month>()
  for (const month of ['short', 'long'] as const) {
    const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' })
    for (let number = 0; number < 12; number++) {
      const said = format.formatToParts(Date.UTC(2031, number, 3)).find(({ type }) => type === 'month')?.value ?? ''
      const name = said.replace(/\.$/, '')
      if (name !== '' && !/\p{Nd}/u.test(name)) months.set(same(name), { number, name })
    }
  }
  // Newspapers have four letters for it, the platform three.
  const sep = months.get('sep')
  if (sep) months.set('sept', { ...sep, name: 'Sept' })
  return months
}

/** A day of a month, in the year that is said or else in the nearest. “May 5” is one where “may 5” is none. */
function daysOfMonth(
  month: Month | undefined,
  name: string,
  day: number,
  year: string | undefined,
  from: number,
): string[] {
  if (!month || (isCapital(month.name) && !isCapital(name))) return []
  const around = dateOf(from).getUTCFullYear()
  const years = year ? [Number(year)] : [around - 1, around, around + 1]
  const days = years.map(one => ({ one, number: dayNumber(one, month.number, day) }))
  const real = days.filter(({ number }) => dateOf(number).getUTCMonth() === month.number && day > 0)
  real.sort((a, b) => Math.abs(a.number - from) - Math.abs(b.number - from))
  return real.slice(0, 1).map(({ number }) => written(number))
}

function isCapital(name: string): boolean {
  return name[0] !== name[0]!.toLowerCase()
}

/** As phrases are compared: small letters, one kind of apostrophe. */
function same(words: string): string {
  return words.toLowerCase().replaceAll('’', "'")
}

/** A pattern for any of some phrases, the longest first, with either apostrophe. */
function alternatives(phrases: Iterable<string>): string {
  const sources = [...phrases].sort((one, other) => other.length - one.length)
  return sources.map(phrase => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]")).join('|')
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / 86_400_000
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000)
}

/** A day, or the year that it lies in and some more. */
function written(day: number, as: 'day' | 'year' = 'day', away = 0): string {
  const date = dateOf(day)
  return as === 'day' ? date.toISOString().slice(0, 10) : String(date.getUTCFullYear() + away)
}

/** From Monday to Sunday, as ISO 8601 has weeks. */
function weekOf(day: number): string {
  const monday = day - ((((day - 4) % 7) + 7) % 7)
  return `${written(monday)}/${written(monday + 6)}`
}

function monthFrom(day: number, away: number): string {
  const date = dateOf(day)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + away, 1)).toISOString().slice(0, 7)
}
