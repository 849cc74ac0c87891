/** A part of an XML text, an element from its first sign to its last; UTF-16. */
export interface Piece {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly start: number
  readonly end: number
  /** Whether the text isn't cut off in it. */
  readonly isWhole: boolean
}

/**
 * The outermost elements of some names, in order, without parsing anything: so
 * each can be parsed by itself, and one that is wrong spoils no other. Comments,
 * declarations and what is quoted whole are passed over.
 */
export function* piecesIn(source: string, wanted: (name: string) => boolean): Iterable<Piece> {
  let open: { readonly start: number; readonly qualified: string; depth: number } | null = null
  for (const { start, end, qualified, isEnd, isEmpty } of tagsIn(source)) {
    if (open) {
      if (qualified !== open.qualified || isEmpty) continue
      open.depth += isEnd ? -1 : 1
      if (open.depth > 0) continue
      yield { name: localName(qualified), start: open.start, end, isWhole: true }
      open = null
    } else if (!isEnd && wanted(localName(qualified))) {
      if (isEmpty) yield { name: localName(qualified), start, end, isWhole: true }
      else open = { start, qualified, depth: 1 }
    }
  }
  if (open) yield { name: localName(open.qualified), start: open.start, end: source.length, isWhole: false }
}

/** What stands around pieces. */
export function without(source: string, pieces: readonly Piece[]): string {
  let at = 0
  let rest = ''
  for (const { start, end } of pieces) {
    rest += source.slice(at, start)
    at = end
  }
  return rest + source.slice(at)
}

/** The outermost element of an XML text: its name without a prefix, its tag as it is written, and where it begins. Null for what is no XML. */
export function rootIn(source: string): { readonly name: string; readonly tag: string; readonly start: number } | null {
  if (!/^\ufeff?\s*</.test(source)) return null
  for (const { start, end, qualified, isEnd } of tagsIn(source))
    return isEnd ? null : { name: localName(qualified), tag: source.slice(start, end), start }
  return null
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1)
}

interface Tag {
  readonly start: number
  readonly end: number
  readonly qualified: string
  readonly isEnd: boolean
  readonly isEmpty: boolean
}

function* tagsIn(source: string): Iterable<Tag> {
  const opening = /<(\/?)([\p{L}_][^\s/>]*)/uy
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at)) {
    const passed = endOfAside(source, at)
    if (passed !== null) {
      at = passed
      continue
    }
    opening.lastIndex = at
    const found = opening.exec(source)
    if (!found) {
      at++
      continue
    }
    const last = endOfTag(source, opening.lastIndex)
    yield { start: at, end: last + 1, qualified: found[2]!, isEnd: found[1] !== '', isEmpty: source[last - 1] === '/' }
    at = last + 1
  }
}

/** Where what is no tag ends: a comment, a quoted text, an instruction, a declaration. Null for a tag. */
function endOfAside(source: string, at: number): number | null {
  for (const [opens, closes] of asides) {
    if (!source.startsWith(opens, at)) continue
    // A declaration may hold others, in brackets.
    const inner = opens === '<!' ? /[[>]/.exec(source.slice(at, at + 2000))?.[0] : undefined
    const closing = inner === '[' ? ']>' : closes
    const end = source.indexOf(closing, at + opens.length)
    return end === -1 ? source.length : end + closing.length
  }
  return null
}

const asides: readonly (readonly [opens: string, closes: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/** The `>` of a tag; one in the quotation marks of an attribute ends nothing. */
function endOfTag(source: string, from: number): number {
  const mark = /[>"']/g
  mark.lastIndex = from
  for (let found = mark.exec(source); found; found = mark.exec(source)) {
    if (found[0] === '>') return found.index
    const close = source.indexOf(found[0], found.index + 1)
    const next = source.indexOf('<', found.index + 1)
    if (close !== -1 && (next === -1 || close < next)) mark.lastIndex = close + 1
  }
  return source.length
}
