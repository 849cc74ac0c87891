import { dateOf } from '../article/dateOfArticle.ts'

/**
 * How a table writes its days, found by some of them: `3/4/2031` is the fourth
 * of March where another row says `3/14/2031`, and nothing where none does.
 * What it hands back is as precise as it is said, as `published` is.
 */
export function datesOf(some: readonly string[]): (said: string) => string | null {
  const slashed = some.flatMap(said => {
    const found = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(said)
    return found ? [[Number(found[1]), Number(found[2])] as const] : []
  })
  const isDayFirst = slashed.some(([first]) => first > 12)
  const isMonthFirst = slashed.some(([, second]) => second > 12)
  const order = isDayFirst === isMonthFirst ? null : isDayFirst ? 'day' : 'month'
  // Midnight sharp, of no zone, is how programs write a day.
  return said => dateIn(said.slice(0, LONGEST).trim(), order)?.replace(/T00:00(?::00(?:\.0+)?)?$/, '') ?? null
}

/** Characters in which a day is looked for. */
const LONGEST = 200

function dateIn(said: string, order: 'day' | 'month' | null): string | null {
  if (/^\d{10}(?:\.\d+)?$/.test(said)) return new Date(Number(said) * 1000).toISOString().replace('.000Z', 'Z')
  if (/^\d{13}$/.test(said)) return new Date(Number(said)).toISOString().replace('.000Z', 'Z')
  const [, year, month, day, time = ''] =
    /^(\d{4})(\d{2})(\d{2})(?:[T ](\d{2}:?\d{2}(?::?\d{2})?.*))?$/.exec(said) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ](\d{2}:?\d{2}(?::?\d{2})?.*))?$/.exec(said) ??
    []
  if (year && month && day) return dayOf(year, month, day, time)
  const [, first, second, inYear, then = ''] =
    /^(\d{1,2})([/.-]\d{1,2})[/.-](\d{4})(?:[T ,]+(\d{2}:\d{2}.*))?$/.exec(said) ?? []
  if (first && second && inYear) {
    const other = second.slice(1)
    const isDayFirst = second.startsWith('.') || order === 'day' || Number(first) > 12
    const isMonthFirst = order === 'month' || Number(other) > 12
    if (isDayFirst === isMonthFirst) return first === other ? dayOf(inYear, first, other, then) : null
    return isDayFirst ? dayOf(inYear, other, first, then) : dayOf(inYear, first, other, then)
  }
  const written = mailDate(said) ?? named(said) ?? dateOf(said)
  return written && isDay(`${written.slice(0, 10)}${'-01-01'.slice(written.length - 4)}`.slice(0, 10)) ? written : null
}

function dayOf(year: string, month: string, day: string, time: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(date)) return null
  const [, hours, minutes, seconds, zone = ''] =
    /^(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(time) ?? []
  return hours && Number(hours) < 24 && Number(minutes) < 60
    ? `${date}T${hours}:${minutes}${seconds ? `:${seconds}` : ''}${zone}`
    : date
}

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

/** As mail and feeds write it: `Tue, 04 Mar 2031 10:00:00 +0100`. */
export function mailDate(said: string): string | null {
  const [, day, month, year, time = '', zone = ''] =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([+-]\d{4}|[a-z]{1,4})?$/i.exec(
      said.trim(),
    ) ?? []
  const number = month ? mailMonths.indexOf(month.toLowerCase()) + 1 : 0
  if (!day || !year || number === 0) return null
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year
  const offset = zones.get(zone.toUpperCase()) ?? (/\d/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : '')
  return dayOf(full, String(number), day, `${time.padStart(time.length + (/^\d:/.test(time) ? 1 : 0), '0')}${offset}`)
}

const mailMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const zones: ReadonlyMap<string, string> = new Map([
  ...['GMT', 'UT', 'UTC', 'Z'].map(name => [name, 'Z'] as const),
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
])

/** A day with its month's name in French, German or Spanish. */
function named(said: string): string | null {
  const [, day, month = '', year] =
    /(?:^|\s)(\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?(\p{L}{3,})\.?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/iu.exec(said) ?? []
  const plain = month.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const number = day && year ? names.findIndex(forms => forms.some(form => form === plain)) + 1 : 0
  return number > 0 ? dayOf(year!, String(number), day!, '') : null
}

const names: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'januar', 'janner', 'enero', 'ene'],
  ['fevrier', 'fevr', 'februar', 'febrero'],
  ['mars', 'marz', 'maerz', 'mrz', 'marzo'],
  ['avril', 'avr', 'abril', 'abr'],
  ['mai', 'mayo'],
  ['juin', 'juni', 'junio'],
  ['juillet', 'juil', 'juli', 'julio'],
  ['aout', 'august', 'agosto', 'ago'],
  ['septembre', 'sept', 'septiembre', 'setiembre'],
  ['octobre', 'oktober', 'okt', 'octubre'],
  ['novembre', 'noviembre'],
  ['decembre', 'dezember', 'dez', 'diciembre', 'dic'],
]
