import { decodeAs } from '../../text/decode.ts'
import type { Line } from '../html/lines.ts'
import { encodingOfPage } from './codePages.ts'
import { type Begun, characters, type Destination, destinations, type Gathered, signs } from './destinations.ts'
import type { RtfDocument } from './document.ts'
import { Fonts } from './fonts.ts'
import { type Kind, Paragraphs } from './paragraphs.ts'
import { format, gather, isHeard, type State, stateOutside } from './state.ts'
import { Styles } from './styles.ts'
import type { RtfListener } from './tokens.ts'

/** Control words for the encodings of other systems than Windows. */
const declared: ReadonlyMap<string, string> = new Map([
  ['mac', 'mac_roman'],
  ['pc', 'cp437'],
  ['pca', 'cp850'],
])

/** Hears rich text, and gathers what it says. */
export class Reading implements RtfListener {
  readonly #file: Uint8Array
  readonly #fonts = new Fonts()
  readonly #styles = new Styles()
  readonly #body = new Paragraphs()
  readonly #beside = { header: [] as Line[], footer: [] as Line[], comment: [] as Line[] }
  readonly #fields = { title: '', author: '' }
  readonly #states: State[] = []
  readonly #chosen: string | undefined
  #state: State
  #encoding = 'windows-1252'
  #defaultFont = 0
  #invalidBytes = 0
  /** Bytes that still stand for a character that was told. */
  #toSkip = 0
  /** Bytes that wait to be decoded together, since a character may be several. */
  #waiting: number[] = []

  constructor(file: Uint8Array, chosen: string | undefined) {
    this.#file = file
    this.#chosen = chosen
    if (chosen !== undefined) this.#encoding = chosen
    this.#state = stateOutside(this.#body)
  }

  finish(): RtfDocument {
    this.#flush()
    while (this.#states.length > 0) this.close()
    return {
      lines: this.#body.finish(this.#kind()),
      beside: this.#beside,
      title: this.#fields.title.trim(),
      author: this.#fields.author.trim(),
      encoding: this.#encoding,
      invalidBytes: this.#invalidBytes,
    }
  }

  open(): void {
    this.#flush()
    this.#toSkip = 0
    this.#states.push(this.#state)
    this.#state = { ...this.#state, gathered: null, isFresh: true, mayBeIgnored: false }
  }

  close(): void {
    this.#flush()
    this.#toSkip = 0
    const before = this.#states.pop()
    if (!before) return
    if (this.#states.length === 0) this.#body.endLine(this.#kind(), this.#state.isInTable)
    const { gathered, paragraphs } = this.#state
    if (gathered) {
      const lines = paragraphs.finish(this.#kind())
      if (gathered === 'aside') before.paragraphs.putBeside(lines)
      else for (const line of lines) this.#beside[gathered].push(line)
    }
    this.#state = before
  }

  bytes(from: number, to: number): void {
    const skipped = Math.min(this.#toSkip, to - from)
    this.#toSkip -= skipped
    if (!isHeard(this.#state)) return
    const bytes = this.#file.subarray(from + skipped, to)
    if (this.#waiting.length === 0 && isAscii(bytes)) this.#write(asciiOf(bytes).text)
    else for (const byte of bytes) this.#waiting.push(byte)
  }

  byte(value: number): void {
    if (this.#toSkip > 0) this.#toSkip--
    else if (isHeard(this.#state)) this.#waiting.push(value)
  }

  sign(sign: string): void {
    this.#flush()
    if (sign === '*') this.#state.mayBeIgnored = this.#state.isFresh
    else if (sign === '\n') this.word('par', null)
    else if (signs.has(sign)) {
      if (this.#toSkip > 0) this.#toSkip--
      else this.#write(signs.get(sign)!)
    }
  }

  word(name: string, parameter: number | null): void {
    this.#flush()
    this.#toSkip = 0
    const state = this.#state
    if (state.isNever) return
    const { isFresh, mayBeIgnored } = state
    state.isFresh = false
    if (isFresh) {
      const begun = destinations.get(name) ?? (mayBeIgnored ? 'never' : undefined)
      // Where the number of an item stands, an item begins.
      if (name === 'listtext' || name === 'pntext') state.paragraphs.beginItem()
      if (begun !== undefined) {
        this.#begin(begun)
        return
      }
    }
    if (name === 'u') this.#character(parameter ?? 0)
    else if (state.destination === 'fonts') this.#fonts.word(name, parameter ?? 0)
    else if (state.destination === 'styles') this.#styles.word(name, parameter)
    else if (characters.has(name)) this.#write(characters.get(name)!)
    else if (!this.#declare(name, parameter) && !format(state, name, parameter, this.#defaultFont)) this.#end(name)
  }

  /** A group of its own kind begins. */
  #begin(begun: Begun): void {
    const state = this.#state
    if (begun === 'never') state.isNever = true
    else if (begun === 'around') state.destination = this.#around()
    else if (isGathered(begun)) gather(state, begun)
    else state.destination = begun
  }

  /** What the words around the groups are for that are for nothing. */
  #around(): Destination {
    return this.#states.findLast(({ destination }) => destination !== 'nothing')?.destination ?? 'text'
  }

  /** Hears a control word that says what the document is in. The answer is whether it is one. */
  #declare(name: string, parameter: number | null): boolean {
    if (name === 'deff') {
      this.#defaultFont = parameter ?? 0
      this.#state.font = this.#defaultFont
    } else if (name === 'ansicpg' || declared.has(name)) {
      const found = declared.get(name) ?? encodingOfPage(parameter ?? 0)
      this.#encoding = this.#chosen ?? found ?? this.#encoding
    } else return false
    return true
  }

  /** What ends a line, a paragraph, a cell or a row. */
  #end(name: string): void {
    const { destination, paragraphs, isInTable } = this.#state
    if (destination !== 'text') return
    if (name === 'par' || name === 'sect') paragraphs.endParagraph(this.#kind(), isInTable)
    else if (name === 'line' || name === 'page' || name === 'column' || name === 'softline')
      paragraphs.endLine(this.#kind(), isInTable)
    else if (name === 'cell') paragraphs.endCell(this.#kind())
    else if (name === 'row') paragraphs.endRow()
    // A row of a table within a cell is a line of that cell.
    else if (name === 'nestcell') paragraphs.write('\t')
    else if (name === 'nestrow') paragraphs.endLine(this.#kind(), true)
  }

  #kind(): Kind {
    const { style, level } = this.#state
    return level > 0 ? { says: 'heading', level } : this.#styles.kindOf(style)
  }

  /** A character by its number, as a signed half of UTF-16; a pair of them is one. */
  #character(number: number): void {
    const isWhole = number > 0xffff && number <= 0x10ffff
    this.#write(isWhole ? String.fromCodePoint(number) : String.fromCharCode(number & 0xffff))
    this.#toSkip = this.#state.fallback
  }

  #flush(): void {
    if (this.#waiting.length === 0) return
    const bytes = new Uint8Array(this.#waiting)
    this.#waiting = []
    const isPlain = isAscii(bytes)
    const { text, invalidBytes } = isPlain ? asciiOf(bytes) : decodeAs(bytes, this.#encodingOfFont())
    this.#invalidBytes += invalidBytes
    this.#write(text)
  }

  /** A font's own encoding. Western ones may well be the document's, so that a person's choice counts for them too. */
  #encodingOfFont(): string {
    const own = this.#fonts.encodingOf(this.#state.font)
    return own === undefined || (own === 'windows-1252' && this.#chosen !== undefined) ? this.#encoding : own
  }

  #write(words: string): void {
    if (!isHeard(this.#state)) return
    const { destination, paragraphs } = this.#state
    if (destination === 'text') paragraphs.write(words)
    else if (destination === 'styles') this.#styles.write(words)
    else if (destination === 'title' || destination === 'author') this.#fields[destination] += words
  }
}

function isGathered(begun: Begun): begun is Gathered {
  return begun === 'aside' || begun === 'header' || begun === 'footer' || begun === 'comment'
}

const ascii = new TextDecoder()

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80)
}
function asciiOf(bytes: Uint8Array) {
  return { text: ascii.decode(bytes), invalidBytes: 0 }
}
