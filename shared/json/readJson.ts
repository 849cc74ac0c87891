import { LosslessNumber, parse } from 'lossless-json'
import { MAX_JSON_DEPTH } from '../limits.ts'
import type { Json } from './json.ts'

/** Why a text isn't JSON that we take: not JSON at all, too deep, or holding a key that can't be kept. */
export class JsonRefused extends Error {
  override readonly name = 'JsonRefused'
  readonly why: 'not-json' | 'too-deep' | 'key'

  constructor(why: JsonRefused['why'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.why = why
  }
}

/**
 * Reads JSON from outside, of bounded depth, with every number's digits kept.
 *
 * One look over the text first: deep nesting is refused before it is parsed
 * (the bridge and `structuredClone` break on it), and so are the key
 * `__proto__`, which no copy of an object would keep, the key by which numbers
 * are held as digits, and a key that stands twice in one object, of which only
 * the last would be kept. The platform's own fast
 * parser does the work unless a number is written in a way that it would change.
 */
export function readJson(text: string, maxDepth = MAX_JSON_DEPTH): Json {
  const { deepest, unkeepable, plainNumbers } = look(text)
  if (deepest > maxDepth) throw new JsonRefused('too-deep', `nested ${deepest} levels deep`)
  if (unkeepable !== undefined) throw new JsonRefused('key', `the key "${unkeepable}" cannot be kept`)
  try {
    return plainNumbers ? (JSON.parse(text) as Json) : (parse(text, null, numberOf) as Json)
  } catch (cause) {
    throw new JsonRefused('not-json', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function numberOf(digits: string): number | LosslessNumber {
  return isPlain(digits) ? Number(digits) : new LosslessNumber(digits)
}

/** Whether JavaScript writes the number back just as it stands. */
function isPlain(digits: string): boolean {
  return String(Number(digits)) === digits
}

interface Look {
  readonly deepest: number
  readonly unkeepable: string | undefined
  readonly plainNumbers: boolean
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const SPACE = 0x20
const LAST_ASCII = 0x7f

function look(text: string): Look {
  let depth = 0
  let deepest = 0
  let unkeepable: string | undefined
  let plainNumbers = true
  /** The keys of each object that is open; null for an array. */
  const keys: (Keys | null)[] = []
  let open: Keys | null = null
  /** Where the next backslash stands, from the last string on. */
  let slash = text.indexOf('\\')
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= SPACE) continue
    if (code === QUOTE) {
      const from = at
      at = text.indexOf('"', from + 1)
      if (at === -1) at = text.length
      if (slash !== -1 && slash < from) slash = text.indexOf('\\', from)
      const escaped = slash !== -1 && slash < at
      if (escaped) at = endOfString(text, slash)
      if (open === null || unkeepable !== undefined || !isKey(text, at + 1)) continue
      const key = text.slice(from + 1, at)
      unkeepable = open.takes(key) ? reservedIn(text, from, at, escaped) : key
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > deepest) deepest = depth
      if (depth > MAX_JSON_DEPTH) continue
      open = code === 0x7b ? new Keys() : null
      keys.push(open)
    } else if (code === 0x5d || code === 0x7d) {
      if (depth-- > MAX_JSON_DEPTH) continue
      keys.pop()
      open = keys[keys.length - 1] ?? null
    } else if (plainNumbers && (code === 0x2d || (code >= 0x30 && code <= 0x39))) {
      let end = at + 1
      while (isDigit(text.charCodeAt(end))) end++
      const isShort = end - at <= SURE_DIGITS && isDigit(code) && (code !== 0x30 || end === at + 1)
      if (!isShort || isOfNumber(text.charCodeAt(end))) {
        while (isOfNumber(text.charCodeAt(end))) end++
        plainNumbers = isPlain(text.slice(at, end))
      }
      at = end - 1
    }
  }
  return { deepest, unkeepable, plainNumbers }
}

/** The keys of one object, as they are written. Most have a few, which are looked through sooner than put into a set. */
class Keys {
  private readonly few: string[] = []
  private many: Set<string> | null = null

  /** False for a key that was there before. */
  takes(key: string): boolean {
    const { few } = this
    if (this.many) {
      if (this.many.has(key)) return false
      this.many.add(key)
      return true
    }
    for (let i = 0; i < few.length; i++) if (few[i] === key) return false
    few.push(key)
    if (few.length === FEW_KEYS) this.many = new Set(few)
    return true
  }
}

const FEW_KEYS = 16

/** Whole numbers of so many digits are written back as they stand. */
const SURE_DIGITS = 15

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** `.`, `-`, `+`, `e` and `E` stand in numbers too. */
function isOfNumber(code: number): boolean {
  return isDigit(code) || code === 0x2e || code === 0x2d || code === 0x2b || (code | 0x20) === 0x65
}

/** Where a string ends, from its first backslash on. */
function endOfString(text: string, slash: number): number {
  for (let at = slash; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at++
  }
  return text.length
}

/** Keys that mean something else to this program, or to JavaScript, than to whoever wrote them. */
export const reserved = ['__proto__', 'isLosslessNumber'] as const

/** The reserved word that the string token from quote to quote says. */
function reservedIn(text: string, from: number, to: number, escaped: boolean): string | undefined {
  for (const word of reserved) if (says(text, from, to, escaped, word)) return word
  return undefined
}

/** Whether the string token from quote to quote says a word, escapes included. */
function says(text: string, from: number, to: number, escaped: boolean, word: string): boolean {
  if (!escaped) return to - from === word.length + 1 && text.startsWith(word, from + 1)
  if (to - from > 6 * word.length + 1) return false
  try {
    return JSON.parse(text.slice(from, to + 1)) === word
  } catch {
    return false
  }
}

function isKey(text: string, from: number): boolean {
  let at = from
  let code = text.charCodeAt(at)
  while (code <= SPACE || code > LAST_ASCII) {
    if (!/\s/.test(text[at]!)) return false
    code = text.charCodeAt(++at)
  }
  return code === COLON
}
