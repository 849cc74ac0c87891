import { shortened, Untakeable } from '../../dataset/untakeable.ts'

/** An element of a document, its names without the prefixes of their namespaces unless they were asked for. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** The line on which it begins, counted from 1. */
  readonly line: number
}

/** Documents nest some dozens deep; what nests deeper is made to hurt. */
const MAX_DEPTH = 500

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
  readonly line: number
}

/**
 * A document of XML as its outermost element. Nothing outside the document is
 * looked for: a document type is passed over, and no entity is known but those
 * of XML itself. Throws an Untakeable `malformed` that names the line for what
 * isn't well-formed, nests too deep, or declares entities. `keepsPrefixes`:
 * names are those that stand there.
 */
export function readXml(source: string, keepsPrefixes = false): XmlElement {
  const nameOf = keepsPrefixes ? (name: string) => name : local
  // What a standard reader does with line ends: those that are meant are written as references.
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const open: Open[] = []
  let root: XmlElement | null = null
  let line = 1
  const fail = (what: string): never => {
    throw new Untakeable('malformed', shortened(what.trim()), `XML, line ${line}`)
  }
  const put = (child: XmlElement | string) => {
    const parent = open.at(-1)
    if (parent) parent.children.push(child)
    else if (typeof child !== 'string') root = root ? fail(child.name) : child
    else if (child.trim() !== '') fail(child)
  }
  TOKEN.lastIndex = 0
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(text) ?? fail(text.slice(at, at + 80))
    const [all, data, end, start, attributes, isClosed, words] = token
    if (data !== undefined) put(data)
    else if (words !== undefined) put(decoded(words, fail))
    else if (start !== undefined) {
      const element = {
        name: nameOf(start),
        attributes: attributesIn(attributes ?? '', nameOf, fail),
        children: [],
        line,
      }
      if (isClosed) put(element)
      else if (open.push(element) > MAX_DEPTH) fail(start)
    } else if (end !== undefined) {
      const last = open.pop()
      if (last?.name !== nameOf(end)) fail(all)
      else put(last)
    }
    line += linesIn(all)
  }
  if (open.length > 0 || !root) fail(open.at(-1)?.name ?? text.slice(0, 80))
  return root as unknown as XmlElement
}

/** The elements right below one that have a name, in order. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  )
}

/** The first element right below one that has a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childrenOf(element, name)[0]
}

/** All words in an element, those of elements in it too. */
export function wordsIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(child => (typeof child === 'string' ? child : wordsIn(child))).join('')
}

function linesIn(token: string): number {
  let lines = 0
  for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) lines++
  return lines
}

type Fail = (what: string) => never

function attributesIn(source: string, nameOf: (name: string) => string, fail: Fail): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [all, name, double, single] of source.matchAll(ATTRIBUTE)) {
    const key = name!.startsWith('xmlns') ? name! : nameOf(name!)
    if (key in attributes) fail(all)
    // White space that is meant is written as references.
    attributes[key] = decoded((double ?? single!).replace(/[\t\n]/g, ' '), fail)
  }
  return attributes
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(words: string, fail: Fail): string {
  if (!words.includes('&')) return words
  return words.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([^;&\s]{1,40}));|&/gi, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.NaN
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    return name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name]! : fail(all)
  })
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
