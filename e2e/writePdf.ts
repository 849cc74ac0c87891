import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** A line of type at a place of a page: units from its left and from its top to the letters' foot. Every letter is 0.6 of its size wide. */
export interface Mark {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  /** Degrees, anticlockwise. */
  readonly turn?: number
  /** `japanese` is written in the codes of Shift-JIS, and needs a map of characters to be read. */
  readonly font?: 'plain' | 'bold' | 'japanese'
}

export interface PdfChoices {
  /** Width and height of the pages; A4 where nothing is said. */
  readonly size?: readonly [number, number]
  /** Degrees, clockwise, by which pages are shown turned. */
  readonly rotate?: number
  readonly info?: Readonly<Record<string, string>>
  /** The document's XMP, as it stands in the file. */
  readonly xmp?: string
  /** Locks the document; without a password of its own anybody may read it, but it says that nobody may copy. */
  readonly lock?: { readonly password: string }
}

/** A PDF of these pages, for tests: its letters are any of Unicode's first plane. */
export function writePdf(pages: readonly (readonly Mark[])[], choices: PdfChoices = {}): Uint8Array {
  const { size: [width, height] = [595, 842], rotate = 0, info, xmp, lock } = choices
  const objects: Buffer[] = []
  const key = lock && keyOf(lock.password)
  const locked = (bytes: Buffer, number: number) => (key ? rc4(objectKey(key, number), bytes) : bytes)
  const put = (body: string | Buffer): number => objects.push(Buffer.from(body as string, 'latin1'))
  const stream = (bytes: Buffer, more = ''): number => {
    const content = locked(bytes, objects.length + 1)
    const head = Buffer.from(`<< /Length ${content.length} ${more} >>\nstream\n`, 'latin1')
    return put(Buffer.concat([head, content, Buffer.from('\nendstream')]))
  }
  const string = (text: string, number: number) =>
    `<${locked(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), number).toString('hex')}>`

  const shapes = put(
    '<< /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 -200 600 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  const letters = stream(Buffer.from(toUnicode))
  const fonts = (['plain', 'bold'] as const).map(name => {
    const about = `/Type /Font /BaseFont /Invented-${name}`
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'
    const descendant = put(`<< ${about} /Subtype /CIDFontType2 ${system} /DW 600 /FontDescriptor ${shapes} 0 R >>`)
    return put(
      `<< ${about} /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${letters} 0 R >>`,
    )
  })
  const kanji = put(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /InventedMincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 600 /FontDescriptor 1 0 R >>',
  )
  fonts.push(
    put(
      `<< /Type /Font /Subtype /Type0 /BaseFont /InventedMincho /Encoding /90ms-RKSJ-H /DescendantFonts [${kanji} 0 R] >>`,
    ),
  )
  const resources = `<< /Font << ${fonts.map((number, i) => `/F${i} ${number} 0 R`).join(' ')} >> >>`
  // The pages stand before the list of them, whose number is known from how many there are.
  const list = objects.length + 2 * pages.length + 1
  const kids = pages.map(marks => {
    const drawn = deflateSync(marks.map(mark => drawnMark(mark, height)).join('\n'))
    const content = stream(drawn, '/Filter /FlateDecode')
    return put(
      `<< /Type /Page /Parent ${list} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources ${resources} /Contents ${content} 0 R >>`,
    )
  })
  put(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.map(number => `${number} 0 R`).join(' ')}] >>`)
  const about = xmp === undefined ? '' : `/Metadata ${stream(Buffer.from(xmp), '/Type /Metadata /Subtype /XML')} 0 R`
  const root = put(`<< /Type /Catalog /Pages ${list} 0 R ${about} >>`)
  const own = objects.length + 1
  if (info)
    put(
      `<< ${Object.entries(info)
        .map(([name, text]) => `/${name} ${string(text, own)}`)
        .join(' ')} >>`,
    )
  const lockNumber =
    key &&
    put(
      `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> >>`,
    )
  return file(
    objects,
    `/Root ${root} 0 R ${info ? `/Info ${own} 0 R` : ''} ${lockNumber ? `/Encrypt ${lockNumber} 0 R` : ''}`,
  )
}

/** Lines below each other, the first at `y`. */
export function lines(texts: readonly string[], at: Omit<Mark, 'text'> & { readonly leading?: number }): Mark[] {
  const { leading = 1.2 * (at.size ?? 10), ...mark } = at
  return texts.map((text, i) => ({ ...mark, y: at.y + i * leading, text }))
}

function drawnMark({ x, y, text, size = 10, turn = 0, font = 'plain' }: Mark, height: number): string {
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const place = [cos, sin, -sin, cos, x, height - y].map(number => number.toFixed(4)).join(' ')
  const codes = font === 'japanese' ? shiftJis(text) : Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /F${['plain', 'bold', 'japanese'].indexOf(font)} ${size} Tf ${place} Tm <${codes}> Tj ET`
}

/** The few characters that the tests write so. */
function shiftJis(text: string): string {
  const codes: Record<string, string> = { 日: '93fa', 本: '967b', 語: '8cea', 新: '9056', 聞: '95b7' }
  return [...text].map(character => codes[character]!).join('')
}

const toUnicode = `/CIDInit /ProcSet findresource begin begincmap /CMapName /Identity def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap end`

function file(objects: readonly Buffer[], trailer: string): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n')]
  let at = parts[0]!.length
  const places = objects.map((body, i) => {
    const object = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    at += object.length
    return at - object.length
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /ID [<${identity.toString('hex')}> <${identity.toString('hex')}>] ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

// Encryption as PDF 1.1 has it (ISO 32000-1, 7.6): the oldest, which every reader knows.
const identity = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest()
const owner = rc4(md5(padded('owner')).subarray(0, 5), padded('owner'))

function keyOf(password: string): Buffer {
  const rights = Buffer.alloc(4)
  rights.writeInt32LE(-44)
  return md5(Buffer.concat([padded(password), owner, rights, identity])).subarray(0, 5)
}

function objectKey(key: Buffer, number: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([number & 255, (number >> 8) & 255, number >> 16, 0, 0])])).subarray(0, 10)
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255
    ;[state[i], state[j]] = [state[j]!, state[i]!]
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    bytes.map(byte => {
      i = (i + 1) & 255
      j = (j + state[i]!) & 255
      ;[state[i], state[j]] = [state[j]!, state[i]!]
      return byte ^ state[(state[i]! + state[j]!) & 255]!
    }),
  )
}
