import type { TimeWindow, Window } from './network.ts'

/** The window that a date is in, of ISO 8601 as precise as it is known; null where it isn't precise enough, or no window was asked for. */
export function windowOf(published: string | undefined, window: Window): TimeWindow | null {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(published ?? '') ?? []
  if (window === 'none' || year === undefined) return null
  if (window === 'year') return { name: year, start: `${year}-01-01`, end: `${year}-12-31` }
  const number = Number(month)
  if (month === undefined || number < 1 || number > 12) return null
  if (window === 'month') return { name: `${year}-${month}`, start: `${year}-${month}-01`, end: lastDay(year, number) }
  const quarter = Math.ceil(number / 3)
  const first = String(quarter * 3 - 2).padStart(2, '0')
  return { name: `${year}-Q${quarter}`, start: `${year}-${first}-01`, end: lastDay(year, quarter * 3) }
}

function lastDay(year: string, month: number): string {
  // The day before the first of the next month.
  const day = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${day}`
}
