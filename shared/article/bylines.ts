import type { Line, Page } from './page.ts'

/** Columns: names and a place, or a day and an hour. */
const WIDEST = 100

/** How many lines with words count as the top of a page, and as its end. */
const TOP = 15
const END = 4

function isAtAnEnd(index: number, { lines }: Page): boolean {
  return index < TOP || index >= lines.length - END
}

/** Who wrote it, by name: "By Jane Roe in Castrel", "By Jane Roe and agencies". Names only, so that "By the river, …" stays prose. */
export function isByline({ words, columns, isLong, index }: Line, page: Page): boolean {
  if (isLong || columns > WIDEST || !isAtAnEnd(index, page)) return false
  return namesWriter(words)
}

/** Whether a line's words say who wrote it, by name. */
export function namesWriter(words: string): boolean {
  return byline.test(words) || wroteThis.test(words)
}

const name = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const between =
  '(?:and|und|et|y|e|&|in|for|at|of|with|the|von|van|de|der|den|bin|ibn|al|el|our|own|staff|agencies|agency|correspondents?|reporters?|writers?|editors?|bureau|chief|diplomatic|political|foreign)'
const byline = new RegExp(
  `^(?:By|BY|by|Von|Par|Por|Di|Door|Words by|Text by|Written by|Story by)(?::|\\s)\\s*${name}(?:(?:[,;|/]?\\s+|\\s*[|/]\\s*)(?:${name}|${between}(?=[\\s,;|]|$)))*$`,
  'u',
)
const wroteThis = /^\(?(?:(?:additional )?reporting|writing|editing|written|compiled) by [\p{Lu}].{0,120}[^.]\)?\.?$/iu

/** A name alone, which counts as a byline above a date: nothing else of a page's top looks like that. */
export function isName({ words, columns, isLong }: Line): boolean {
  return !isLong && columns <= 50 && nameAlone.test(words)
}

const nameAlone = new RegExp(`^${name}(?: (?:${name}|von|van|de|der|bin|al|and)){1,5}$`, 'u')

/** When (and where) it was written, alone on a line near the top: "26 February 2031", "Last updated 5 March 2031, 22:14", "CASTREL, 2 March 2031". */
export function isDateline({ words, columns, isLong, index }: Line, page: Page): boolean {
  if (isLong || columns > WIDEST || !isAtAnEnd(index, page)) return false
  return namesDay(words)
}

/** Whether a line's words say when it was written and little else. */
export function namesDay(words: string): boolean {
  return dateline.test(words)
}

const month =
  '(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|abril|may|mai|mayo|jun[ei]?|juin|junio|jul[iy]?|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|décembre|diciembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\\.?'
const weekday =
  '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\.?,?\\s+'
const day = `(?:\\d{1,2}(?:st|nd|rd|th|\\.)?(?:\\s+de)?\\s+${month}(?:\\s+de|,)?\\s+\\d{4}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日)`
const hour =
  "(?:[\\s,|·•T@-]*(?:at|um|à)?\\s*\\d{1,2}[:.h]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?(?:\\s*(?:[A-Z]{2,5}|o['’]clock|uhr))?)?"
const said =
  '(?:(?:first |last )?(?:published|updated|modified|posted|issued|date|created)\\b\\s*(?:on|at|:)?\\s*:?\\s*)?'
const place = "(?:[\\p{Lu}][\\p{Lu} .'’-]{2,40}(?:,\\s*\\p{Lu}[\\p{L} ]{2,20})?(?:,\\s*|\\s+[–—-]\\s+))?"
const dateline = new RegExp(
  `^${place}${said}(?:${weekday})?${day}${hour}\\s*(?:\\([\\p{L} ]{2,20}\\))?\\s*[–—-]?$`,
  'iu',
)
