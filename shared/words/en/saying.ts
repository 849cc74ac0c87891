export const lists = new Intl.ListFormat('en')

export const numbers = new Intl.NumberFormat('en')

export const clocks = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

/** A part of a whole in per cent. */
export const shareOf = (part: number, of: number) => (of === 0 ? '0 %' : `${Math.round((100 * part) / of)} %`)

export const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

export const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A day as it is spoken; a month or a year as it is. */
export function spokenDate(date: string): string {
  return date.length === 10 ? days.format(new Date(date)) : date
}

/** When something was, ISO 8601: the time alone where that was today. */
export function moment(at: string): string {
  const then = new Date(at)
  return (then.toDateString() === new Date().toDateString() ? clocks : times).format(then)
}

/** Numbers in rising order as a person lists them: `1–3, 7`. */
export function rangesOf(sorted: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const one of sorted) {
    const range = ranges.at(-1)
    if (range && one === range.last + 1) range.last = one
    else ranges.push({ first: one, last: one })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/** The first of many names: `a, b, c and 4 more`. */
export function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, LISTED_NAMES)
  const more = count - shown.length
  return `${shown.map(name => `“${name}”`).join(', ')}${more > 0 ? ` and ${numbers.format(more)} more` : ''}`
}

const LISTED_NAMES = 12

/** A number with its word: `counted(2, 'article', 'articles')` is "2 articles". */
export function counted(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

/** How often something is meant, as one hears it. */
export function meant(own: number, others: number): string {
  const mine = own > 0 ? `${counted(own, 'time', 'times')} by you` : ''
  return [mine, others > 0 ? `${numbers.format(others)} by colleagues` : ''].filter(Boolean).join(', ')
}
