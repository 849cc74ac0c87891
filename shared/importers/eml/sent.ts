import { dateOf } from '../../article/dateOfArticle.ts'
import { isPublished } from '../../article/metadata.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Hours by which the zones that mail names by letters are from UTC. */
const zones: ReadonlyMap<string, string> = new Map([
  ...['ut', 'utc', 'gmt', 'z'].map(name => [name, 'Z'] as const),
  ...(['e', 'c', 'm', 'p'] as const).flatMap((letter, i) => [
    [`${letter}st`, `-0${5 + i}:00`] as const,
    [`${letter}dt`, `-0${4 + i}:00`] as const,
  ]),
])

/**
 * When a message was sent, `2031-03-04T08:00:00+02:00`, by the clock of whoever
 * sent it: the day that they wrote is the day that "today" means. Null where
 * its date can't be read for certain.
 */
export function sentOn(written: string): string | null {
  const found =
    /\b(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2}|\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([+-]\d{4}|[a-z]{1,3})\b)?/i.exec(
      written,
    )
  const date = found ? mailDate(found) : dateOf(written)
  return date !== null && isPublished(date) ? date : null
}

function mailDate([
  ,
  day = '',
  name = '',
  year = '',
  hour = '',
  minute = '',
  second = '00',
  zone = '',
]: RegExpExecArray) {
  const month = months.indexOf(name.toLowerCase()) + 1
  if (month === 0) return null
  const whole = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (zones.get(zone.toLowerCase()) ?? '')
  const two = (part: string | number) => String(part).padStart(2, '0')
  return `${whole}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`
}
