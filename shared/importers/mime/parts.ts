import { Problem } from '../../problems/problem.ts'
import { decodeLabelled } from '../html/charset.ts'

/** A part of a message, its transfer encoding undone; a message is a part too. */
export interface Part {
  /** In small letters, for instance `text/plain` or `multipart/mixed`. */
  readonly type: string
  /** What its type says besides, by name in small letters: `charset`, `format`, `start` … */
  readonly parameters: Readonly<Record<string, string>>
  /** The first header of a name (small letters) on one line, its encoded words decoded; null where there is none. */
  header(name: string): string | null
  /** Who its header of a name names first, by name, or by address where there is no name. */
  personIn(name: string): string | null
  readonly fileName: string | null
  readonly isAttached: boolean
  readonly contentId: string | null
  readonly bytes: Uint8Array
  readonly parts: readonly Part[]
}

/** What we use of postal-mime's tree; its own answer has the bodies joined already, and the bytes of none. */
interface Node {
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly contentType: { readonly parsed: Parsed }
  readonly contentDisposition: { readonly parsed: Parsed }
  readonly contentId?: string
  readonly content: ArrayBuffer | null
  readonly childNodes: readonly Node[]
}
interface Parsed {
  readonly value: string
  readonly params: Readonly<Record<string, string>>
}
interface Library {
  readonly default: new (choices: {
    readonly forceRfc822Attachments: boolean
    readonly maxNestingDepth: number
  }) => { parse(bytes: Uint8Array): Promise<unknown>; readonly root: Node }
  decodeWords(words: string): string
  addressParser(words: string, choices: { readonly flatten: true }): readonly { name: string; address: string }[]
}

/** Messages nest a few parts deep; what nests deeper is made to hurt. */
const MAX_DEPTH = 100

/**
 * The parts of a message; messages in it are parts whose own parts are not
 * looked at. One that is cut off is read as far as it goes. Throws Problem
 * `cannot-read` for what is no message, or nests too deep.
 */
export async function readMime(bytes: Uint8Array): Promise<Part> {
  const library = (await import('postal-mime')) as unknown as Library
  const parser = new library.default({ forceRfc822Attachments: true, maxNestingDepth: MAX_DEPTH })
  try {
    await parser.parse(withReadableHead(bytes))
  } catch (error) {
    const why = /nesting/.test(String(error))
      ? `The message nests more than ${MAX_DEPTH} parts deep.`
      : 'The message is damaged: its head cannot be read.'
    throw new Problem('cannot-read', why, { cause: error })
  }
  return partOf(parser.root, library)
}

/** A message whose head has letters that are neither encoded nor UTF-8, as programs used to write them, with that head in UTF-8. */
function withReadableHead(bytes: Uint8Array): Uint8Array {
  const end = headEnd(bytes)
  const head = bytes.subarray(0, end)
  if (head.every(byte => byte < 0x80)) return bytes
  const [, label = null] = /charset="?([\w.:-]+)/i.exec(new TextDecoder().decode(head)) ?? []
  const { text } = decodeLabelled(head, label)
  const readable = new TextEncoder().encode(text.replace(/^\ufeff/, ''))
  const whole = new Uint8Array(readable.length + bytes.length - end)
  whole.set(readable)
  whole.set(bytes.subarray(end), readable.length)
  return whole
}

/** Where the first blank line begins. */
function headEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    const next = bytes[at + 1] === 0x0d ? at + 2 : at + 1
    if (bytes[next] === 0x0a) return at
  }
  return bytes.length
}

function partOf(node: Node, library: Library): Part {
  const { value: type, params: parameters } = node.contentType.parsed
  const { value: disposition, params } = node.contentDisposition.parsed
  const written = (name: string) => node.headers.find(({ key }) => key === name)?.value ?? ''
  const line = (words: string) => library.decodeWords(words).replace(/\s+/g, ' ').trim() || null
  return {
    type,
    parameters,
    header: name => line(written(name)),
    personIn(name) {
      const [first] = library.addressParser(written(name), { flatten: true })
      return first ? line(first.name) || line(first.address) : null
    },
    fileName: line(params['filename'] ?? parameters['name'] ?? ''),
    isAttached: disposition === 'attachment',
    contentId: node.contentId ?? null,
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(child => partOf(child, library)),
  }
}
