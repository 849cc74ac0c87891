import { Problem } from '../../problems/problem.ts'

/** Who hears what stands in rich text, in order. */
export interface RtfListener {
  open(): void
  close(): void
  /** A control word without its backslash; `parameter` is null where it has none. */
  word(name: string, parameter: number | null): void
  /** A control sign, for instance `~`; the end of a line is `\n`. */
  sign(sign: string): void
  /** A byte that is written as two hexadecimal digits. */
  byte(value: number): void
  /** Bytes of text that stand there as they are, by where in the file. */
  bytes(from: number, to: number): void
}

/** Programs nest some dozens deep; what nests deeper is made to hurt. */
const MAX_DEPTH = 1000

const [BACKSLASH, OPEN, CLOSE, LF, CR, NUL] = [0x5c, 0x7b, 0x7d, 0x0a, 0x0d, 0]

/**
 * Goes through rich text up to the end of its outermost group, or as far as it
 * goes where it is cut off. Throws Problem `cannot-read` where it nests deeper
 * than anybody writes.
 */
export function tokenize(file: Uint8Array, listener: RtfListener): void {
  let at = 0
  let depth = 0
  while (at < file.length) {
    const byte = file[at]!
    if (byte === BACKSLASH) at = control(file, at + 1, listener)
    else if (byte === OPEN) {
      if (++depth > MAX_DEPTH)
        throw new Problem('cannot-read', `The document nests more than ${MAX_DEPTH} levels deep.`)
      listener.open()
      at++
    } else if (byte === CLOSE) {
      listener.close()
      at++
      if (--depth <= 0) return
    } else if (byte === LF || byte === CR || byte === NUL) at++
    else {
      const from = at
      while (at < file.length && !isSpecial(file[at]!)) at++
      listener.bytes(from, at)
    }
  }
}

function isSpecial(byte: number): boolean {
  return byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === LF || byte === CR || byte === NUL
}

/** Reads what follows a backslash; the answer is where it ends. */
function control(file: Uint8Array, start: number, listener: RtfListener): number {
  let at = start
  while (at - start < LONGEST_WORD && isLetter(file[at])) at++
  if (at === start) return sign(file, start, listener)
  const name = String.fromCharCode(...file.subarray(start, at))
  const isNegative = file[at] === 0x2d
  const digits = isNegative ? at + 1 : at
  let end = digits
  while (end - digits < LONGEST_NUMBER && isDigit(file[end])) end++
  const value = end > digits ? Number(String.fromCharCode(...file.subarray(digits, end))) : null
  if (value !== null) at = end
  if (file[at] === 0x20) at++
  // So many bytes of a picture follow, in which braces mean nothing.
  if (name === 'bin' && value !== null && !isNegative) return Math.min(file.length, at + value)
  listener.word(name, value !== null && isNegative ? -value : value)
  return at
}

const LONGEST_WORD = 64
const LONGEST_NUMBER = 10

function sign(file: Uint8Array, at: number, listener: RtfListener): number {
  const byte = file[at]
  if (byte === undefined) return at
  if (byte === 0x27) {
    const value = Number.parseInt(String.fromCharCode(...file.subarray(at + 1, at + 3)), 16)
    const isWhole = isHexadecimal(file[at + 1]) && isHexadecimal(file[at + 2])
    if (isWhole) listener.byte(value)
    return at + (isWhole ? 3 : 1)
  }
  if (byte === CR) {
    listener.sign('\n')
    return file[at + 1] === LF ? at + 2 : at + 1
  }
  listener.sign(String.fromCharCode(byte))
  return at + 1
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}
function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}
function isHexadecimal(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
}
