import { chunksIn, looksLikeLabel, saysChunk } from '../conll/chunkLabels.ts'
import type { TellLine, Word } from './sentences.ts'

/** What stands over words, each part from a word to a word, by their numbers in the whole document. */
export interface Mention {
  readonly tag: string
  readonly parts: readonly { readonly first: number; readonly last: number }[]
  readonly line: number
  /** Within the document; none for what isn't about an entity. */
  readonly cluster?: string
  readonly attributes: Readonly<Record<string, string>>
}

interface Part {
  readonly id: string
  readonly fields: readonly string[]
  readonly first: number
  readonly line: number
}

interface Building extends Mention {
  readonly parts: { first: number; last: number }[]
}

/** Keys whose values are brackets. */
const BRACKETS = ['Entity', 'Claim'] as const
/** What the fields of a bracket are, unless `# global.Entity` says it. */
const FIELDS = ['eid', 'etype', 'head', 'other']

/**
 * The mentions of one document, whose words are taken in their order. What is
 * open may end in a later sentence. Mentions of several parts, `e1[1/2]` and
 * `e1[2/2]`, are one.
 */
export class Mentions {
  readonly #tell: TellLine
  readonly #found: Building[] = []
  readonly #open = new Map<string, Part[]>()
  /** Mentions of several parts of which not all have come, by what tells them apart. */
  readonly #parted = new Map<string, Building>()
  #fields: Readonly<Record<string, readonly string[]>> = {}
  #count = 0

  constructor(tell: TellLine) {
    this.#tell = tell
  }

  /** The fields of a key's brackets, as a comment names them. */
  declare(key: string, fields: string): void {
    this.#fields = { ...this.#fields, [key]: fields.trim().split('-') }
  }

  takeSentence(words: readonly Word[]): void {
    for (const key of new Set(words.flatMap(({ misc }) => [...misc.keys()]))) {
      const values = words.map(({ misc }) => misc.get(key) ?? '_')
      if (BRACKETS.some(one => one === key) && values.some(value => /[()]/.test(value)))
        for (const [at, value] of values.entries()) this.#takeBrackets(key, value, this.#count + at, words[at]!)
      else if (values.every(looksLikeLabel) && values.some(saysChunk)) {
        for (const { label, first, last } of chunksIn(values, () => {}))
          this.#found.push({
            ...{ tag: label, line: words[first]!.line, attributes: {} },
            parts: [{ first: this.#count + first, last: this.#count + last }],
          })
      }
    }
    this.#count += words.length
  }

  /** All that is whole. What is open still is told. */
  end(): readonly Mention[] {
    for (const { id, line } of [...this.#open.values()].flat()) this.#tell(line, id, 'what is opened is closed')
    for (const one of this.#parted.values()) this.#tell(one.line, one.tag, 'every part of what is begun comes')
    const missing = new Set<Mention>(this.#parted.values())
    return this.#found.filter(one => !missing.has(one))
  }

  #takeBrackets(key: string, value: string, at: number, { line }: Word): void {
    for (const [piece, opened, closed] of value.matchAll(/\(([^()]+)\)?|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const fields = opened.split('-')
        const id = `${key} ${fields[this.#fieldAt(key, 'eid', 'GRP')] ?? opened}`
        const part = { id, fields, first: at, line }
        if (piece.endsWith(')')) this.#close(key, part, at)
        else this.#open.set(id, [...(this.#open.get(id) ?? []), part])
      } else {
        const part = this.#open.get(`${key} ${closed}`)?.pop()
        if (part) this.#close(key, part, at)
        else if (value !== '_') this.#tell(line, piece, 'what is closed was opened')
      }
    }
  }

  #fieldAt(key: string, ...names: readonly string[]): number {
    const fields = this.#fields[key] ?? FIELDS
    return fields.findIndex(name => names.includes(name))
  }

  #close(key: string, { id, fields, first, line }: Part, last: number): void {
    const [, bare = '', number, count] = /^\S+ (.*?)(?:\[(\d+)\/(\d+)\])?$/.exec(id) ?? []
    const parted = count === undefined ? null : `${key} ${bare} ${count}`
    const known = parted === null ? undefined : this.#parted.get(parted)
    if (known) known.parts.push({ first, last })
    else {
      const tag = fields[this.#fieldAt(key, 'etype', 'entity')]
      const made: Building = {
        tag: tag !== undefined && tag !== '' && tag !== '_' ? tag : key === 'Claim' ? 'claim' : 'mention',
        ...{ parts: [{ first, last }], line, attributes: this.#restOf(key, fields) },
        ...(key === 'Entity' ? { cluster: bare } : {}),
      }
      this.#found.push(made)
      if (parted !== null) this.#parted.set(parted, made)
    }
    if (parted !== null && number === count) this.#parted.delete(parted)
  }

  /** The fields that are neither id nor kind. */
  #restOf(key: string, fields: readonly string[]): Record<string, string> {
    const names = this.#fields[key] ?? FIELDS
    const own = [this.#fieldAt(key, 'eid', 'GRP'), this.#fieldAt(key, 'etype', 'entity')]
    return Object.fromEntries(
      fields.flatMap((value, at) =>
        own.includes(at) || value === '' || value === '_' ? [] : [[names[at] ?? `field ${at + 1}`, value]],
      ),
    )
  }
}
