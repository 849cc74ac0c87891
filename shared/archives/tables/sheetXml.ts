/** A tag of a spreadsheet's XML, and the text before it as it is written. */
export interface Tag {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly isEnd: boolean
  readonly isEmpty: boolean
  readonly attributes: string
  readonly before: string
}

/** The tags of XML in order. Spreadsheets have millions of them, and nothing in them that needs more than this. */
export function* tagsOf(xml: string): Iterable<Tag> {
  let from = 0
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', from)) {
    const isAside = xml[start + 1] === '!' || xml[start + 1] === '?'
    const [opening, closing] = isAside
      ? (asides.find(([opens]) => xml.startsWith(opens, start)) ?? ['<', '>'])
      : ['<', '>']
    const found = xml.indexOf(closing, start + opening.length)
    if (found === -1) return
    const end = found + closing.length
    if (opening === '<![CDATA[') {
      yield { name: '', isEnd: true, isEmpty: false, attributes: '', before: xml.slice(from, start) }
      yield {
        name: 'cdata',
        isEnd: true,
        isEmpty: false,
        attributes: '',
        before: xml.slice(start + opening.length, found),
      }
    } else if (!isAside) {
      const inner = xml.slice(start + 1, found)
      const [, isEnd = '', name = '', attributes = ''] = /^(\/?)(?:[^\s:/]*:)?([^\s/]*)([\s\S]*)$/.exec(inner) ?? []
      yield { name, isEnd: isEnd !== '', isEmpty: inner.endsWith('/'), attributes, before: xml.slice(from, start) }
    }
    from = end
  }
}

const asides: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** An attribute's value; null where there is none. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? plain(found[1] ?? found[2] ?? '') : null
}

/** Text as XML means it: its own five entities and characters by number. */
export function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()]!
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What a cell says: spreadsheets write characters that XML can't hold as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The strings that cells name by their number; how they are read aloud is none of their text. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let words: string | null = null
  let isText = false
  let isAloud = false
  for (const { name, isEnd, isEmpty, before } of tagsOf(xml)) {
    if (isText && words !== null && !isAloud) words += name === 'cdata' ? before : plain(before)
    if (name === 'si' && !isEnd) words = ''
    if (name === 'si' && (isEnd || isEmpty)) {
      strings.push(unescaped(words ?? ''))
      words = null
    }
    if (name === 'rPh') isAloud = !isEnd && !isEmpty
    if (name === 't') isText = !isEnd && !isEmpty
  }
  return strings
}

/** Of each style of a cell, whether it shows its number as a day. */
export function dayStyles(xml: string): boolean[] {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let isOfCells = false
  for (const { name, isEnd, attributes } of tagsOf(xml)) {
    if (name === 'cellXfs') isOfCells = !isEnd
    else if (isEnd) continue
    else if (name === 'numFmt')
      codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
    else if (name === 'xf' && isOfCells) {
      const number = Number(attributeOf(attributes, 'numFmtId'))
      const code = codes.get(number)
      styles.push(code === undefined ? isDayNumber(number) : isDayCode(code))
    }
  }
  return styles
}

/** The formats of days that every spreadsheet knows by number. */
function isDayNumber(number: number): boolean {
  return (
    (number >= 14 && number <= 17) || number === 22 || (number >= 27 && number <= 36) || (number >= 50 && number <= 58)
  )
}

function isDayCode(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').replace(/general/i, ''))
}

/** A day as spreadsheets count them, with its time where it has one. */
export function dayOf(serial: number, isFrom1904: boolean): string | null {
  // The first spreadsheet took 1900 for a leap year; so do all since.
  const days = isFrom1904 ? serial + 1462 : serial < 61 ? serial + 1 : serial
  const at = new Date(Math.round((days - 25569) * 86_400) * 1000)
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1000 || at.getUTCFullYear() > 9999) return null
  const written = at.toISOString()
  return Number.isInteger(serial) ? written.slice(0, 10) : written.slice(0, 19)
}
