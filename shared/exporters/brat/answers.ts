import type { DatasetValue } from '../../dataset/dataset.ts'
import type { ReadEntity } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import type { AnnotationLine } from './annotationLines.ts'
import { into } from './into.ts'
import type { Side } from './sideFile.ts'
import type { Telling } from './telling.ts'
import { readValue, readWords } from './values.ts'

interface Reference {
  readonly register: string
  readonly id: string
  readonly name: string
  readonly line: AnnotationLine
}

/** What lines say of annotations and relations beside where they stand: attributes, notes and references, by the id that lines call them. */
export class Answers {
  /** What references refer to. */
  readonly entities = new Map<string, ReadEntity>()
  readonly #attributes = new Map<string, Map<string, (string | null)[]>>()
  readonly #notes = new Map<string, string[]>()
  readonly #references = new Map<string, Reference[]>()
  readonly #side: Side
  readonly #telling: Telling

  constructor(side: Side, telling: Telling) {
    this.#side = side
    this.#telling = telling
  }

  /** Takes a line up, and says what it speaks of; null for lines of other kinds. Throws Untakeable. */
  take(line: AnnotationLine): string | null {
    if (/^[TER*]/.test(line.id)) return null
    if (/^[AM]/.test(line.id)) return this.#takeAttribute(line)
    if (line.id.startsWith('N')) return this.#takeReference(line)
    if (line.id.startsWith('#')) return this.#takeNote(line)
    throw new Untakeable('unknown-kind', shortened(line.words), line.id)
  }

  /** Several lines of one attribute are several answers; one without a value says yes. */
  attributesOf(ref: string): Record<string, DatasetValue> {
    return Object.fromEntries(
      [...(this.#attributes.get(ref) ?? [])].map(([name, values]): [string, DatasetValue] => {
        if (values.length > 1) return [name, values.map(value => readWords(value!))]
        return [name, values[0] === null ? true : readValue(values[0]!)]
      }),
    )
  }

  /** Several notes are its lines; '' for none. */
  noteOf(ref: string): string {
    return this.#notes.get(ref)?.join('\n') ?? ''
  }

  /** The entity of an annotation: ours, or the first reference; what else stands there are its ids in other registers. */
  entityOf(ref: string): string | undefined {
    const references = this.#references.get(ref)
    if (!references) return undefined
    const own = references.find(({ register }) => register === 'stet') ?? references[0]!
    const id = own.register === 'stet' ? decoded(own.id) : `${own.register}:${own.id}`
    const externalIds = new Map(Object.entries(this.entities.get(id)?.externalIds ?? {}))
    for (const one of references) {
      if (one === own && one.register === 'stet') continue
      const [register, there] = [decoded(one.register), decoded(one.id)]
      if (register === 'stet' || (externalIds.get(register) ?? there) !== there)
        this.#telling.untaken(one.line, new Untakeable('twice', shortened(one.line.words)))
      else externalIds.set(register, there)
    }
    const ids = externalIds.size > 0 ? { externalIds: Object.fromEntries(externalIds) } : {}
    this.entities.set(id, { id, name: own.name || id, ...ids })
    return id
  }

  #takeAttribute({ body, words }: AnnotationLine): string {
    const [, name, ref, value = null] = /^(\S+) +(\S+)(?: (.+))?$/.exec(body.trimEnd()) ?? []
    if (!name || !ref) throw new Untakeable('malformed', shortened(words))
    const of = into(this.#attributes, ref, () => new Map<string, (string | null)[]>())
    const values = into(of, this.#side.nameOf('attribute', name), () => [] as (string | null)[])
    if (values.length > 0 && (value === null || values[0] === null)) throw new Untakeable('twice', shortened(words))
    values.push(value)
    return ref
  }

  #takeReference(line: AnnotationLine): string {
    const [, type, ref, register, id] = /^(\S+) +(\S+) +([^\s:]+):(\S+)\s*$/.exec(line.body) ?? []
    if (!type || !ref || !register || !id) throw new Untakeable('malformed', shortened(line.words))
    if (type !== 'Reference') throw new Untakeable('unknown-kind', shortened(line.words), type)
    into(this.#references, ref, () => []).push({ register, id, name: readWords(line.tail), line })
    return ref
  }

  #takeNote({ body, tail, words }: AnnotationLine): string {
    const [, type, ref] = /^(\S+) +(\S+)\s*$/.exec(body) ?? []
    if (!type || !ref) throw new Untakeable('malformed', shortened(words))
    if (type !== 'AnnotatorNotes') throw new Untakeable('unknown-kind', shortened(words), type)
    into(this.#notes, ref, () => []).push(readWords(tail))
    return ref
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
