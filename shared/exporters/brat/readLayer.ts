import type { Span } from '../../annotation/span.ts'
import { byPlace, type DatasetAnnotation, type DatasetLink, type DatasetValue } from '../../dataset/dataset.ts'
import type { ReadEntity, Untaken } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { makeRuler, type Ruler, type Unit } from '../../text/ruler.ts'
import type { AnnotationLine } from './annotationLines.ts'
import { brokenAtLineEnds, sameSpans } from './fragments.ts'
import { areUsual, ENDS, EQUIVALENCE, NOTE, ROLE_ENDS } from './links.ts'
import { reckoningOf, standsThere, type TextBound } from './reckoning.ts'
import { unnumbered } from './roles.ts'
import type { Side } from './sideFile.ts'
import { readValue, readWords } from './values.ts'

export interface LayerReading {
  readonly text: string
  readonly unit?: Unit
  readonly side: Side
  readonly tell: (untaken: Untaken) => void
}

/** What the lines of one annotator's files of an article say. */
export interface LayerRead {
  readonly annotations: readonly DatasetAnnotation[]
  readonly links: readonly DatasetLink[]
  readonly entities: readonly ReadEntity[]
}

interface Event {
  readonly line: AnnotationLine
  readonly type: string
  readonly trigger: string
  readonly args: readonly { readonly role: string; readonly ref: string }[]
}

/** Takes a layer up out of its lines; what can't be taken is told by its line. */
export function readLayer(lines: readonly AnnotationLine[], reading: LayerReading): LayerRead {
  return new LayerReader(reading).read(lines)
}

class LayerReader {
  readonly #reading: LayerReading
  readonly #ruler: Ruler
  readonly #places = new Map<string, { readonly bound: TextBound; readonly spans: readonly Span[] }>()
  readonly #events = new Map<string, Event>()
  /** By what lines call it: the attributes and notes of an annotation or a link, as they come. */
  readonly #answers = new Map<string, Map<string, (string | null)[]>>()
  readonly #notes = new Map<string, string[]>()
  readonly #references = new Map<string, { register: string; id: string; name: string; line: AnnotationLine }[]>()
  readonly #entities = new Map<string, ReadEntity>()
  readonly #spokenOf = new Set<string>()

  constructor(reading: LayerReading) {
    this.#reading = reading
    this.#ruler = makeRuler(reading.text)
  }

  read(all: readonly AnnotationLine[]): LayerRead {
    const lines = this.#withoutDoubles(all)
    this.#takePlaces(lines.filter(({ id }) => id.startsWith('T')))
    for (const line of lines.filter(({ id }) => id.startsWith('E'))) this.#attempt(line, () => this.#takeEvent(line))
    const isThere = (ref: string) => this.#places.has(ref) || this.#events.has(ref)
    const links: { link: DatasetLink; ref: string }[] = []
    const speak = (ref: string) => {
      this.#spokenOf.add(ref)
      return ref
    }
    const roles = [...this.#events].flatMap(([ref, { line, args }]) =>
      args.flatMap((arg, i) => {
        if (!isThere(arg.ref)) {
          this.#tell(line, new Untakeable('end-missing', `${ref} ${arg.role}:${arg.ref}`))
          return []
        }
        return [{ from: ref, to: speak(arg.ref), type: arg.role, id: `${ref}.${i + 1}` }]
      }),
    )
    const equivalences: { type: string; members: string[] }[] = []
    for (const line of lines) {
      if (line.id === '*')
        this.#attempt(line, () => {
          const [type, ...members] = line.body.trim().split(/\s+/)
          const there = members.filter(isThere)
          for (const gone of members.filter(ref => !isThere(ref)))
            this.#tell(line, new Untakeable('end-missing', shortened(line.words), gone))
          if (!type || there.length < 2) throw new Untakeable('malformed', shortened(line.words))
          equivalences.push({ type, members: there.map(speak) })
        })
      else if (line.id.startsWith('R')) this.#attempt(line, () => links.push(this.#relation(line, isThere, speak)))
    }
    const relations = new Set(links.map(({ ref }) => ref))
    for (const line of lines)
      this.#attempt(line, () => {
        const ref = this.#takeFurther(line)
        if (ref !== null && !isThere(ref) && !relations.has(ref))
          throw new Untakeable('end-missing', shortened(line.words), ref)
      })
    return this.#put(roles, links, equivalences)
  }

  /** Of lines with one id the first counts. */
  #withoutDoubles(lines: readonly AnnotationLine[]): AnnotationLine[] {
    const ids = new Set<string>()
    return lines.filter(line => {
      if (line.id === '*' || line.id === '#') return true
      if (ids.has(line.id)) this.#tell(line, new Untakeable('twice', shortened(line.words)))
      return !ids.has(line.id) && ids.add(line.id)
    })
  }

  #takePlaces(lines: readonly AnnotationLine[]): void {
    const { text, unit, side } = this.#reading
    const bounds: TextBound[] = []
    for (const line of lines) this.#attempt(line, () => bounds.push(boundOf(line)))
    const reckoning = reckoningOf(text, bounds, unit)
    if (reckoning.name !== '' && reckoning.name !== unit)
      this.#reading.tell({
        file: bounds[0]!.file,
        line: null,
        what: reckoning.name,
        why: 'other-words',
        detail: 'offsets',
        taken: true,
      })
    for (const bound of bounds)
      this.#attempt(bound, () => {
        const spans = spansOf(bound, reckoning.toUtf16)
        const how = standsThere(text, bound, reckoning)
        if (how === null) throw new Untakeable('other-words', shortened(bound.words), shortened(wordsAt(text, spans)))
        const sorted = [...spans].sort((one, other) => one.start - other.start || one.end - other.end)
        if (sorted.some(({ start }, i) => i > 0 && start < sorted[i - 1]!.end))
          throw new Untakeable('malformed', shortened(bound.words), 'parts overlap')
        if (how === 'broken') this.#tellTaken(bound, 'malformed', `lines ${bound.line}–${bound.more.at(-1)!.line}`)
        else if (sorted.some((span, i) => span !== spans[i])) this.#tellTaken(bound, 'malformed', 'order of parts')
        if (how === 'whole') this.#tellStrays(bound)
        this.#places.set(bound.id, { bound, spans: this.#unbroken(bound, sorted, side) })
      })
  }

  /** The spans that were broken at the ends of lines, where that is all that was done to them. */
  #unbroken({ file, id }: TextBound, fragments: readonly Span[], side: Side): readonly Span[] {
    const known = side.spansOf(file, id)
    if (!known) return fragments
    try {
      const spans = known.map(([start, end]) => ({
        start: this.#ruler.toUtf16(start),
        end: this.#ruler.toUtf16(end),
      }))
      return sameSpans(brokenAtLineEnds(this.#reading.text, spans), fragments) ? spans : fragments
    } catch {
      // Changed since it was written, or bent: the annotation file counts.
      return fragments
    }
  }

  #takeEvent(line: AnnotationLine): void {
    const [head = '', ...rest] = line.body.trim().split(/\s+/)
    const [, type, trigger] = /^(.+):([^:]+)$/.exec(head) ?? []
    if (!type || !trigger) throw new Untakeable('malformed', shortened(line.words))
    if (!this.#places.has(trigger)) throw new Untakeable('end-missing', shortened(line.words), trigger)
    const args = rest.flatMap(arg => {
      const [, role, ref] = /^(.+):([^:]+)$/.exec(arg) ?? []
      if (role && ref) return [{ role, ref }]
      this.#tell(line, new Untakeable('malformed', arg))
      return []
    })
    const roles = unnumbered(args.map(({ role }) => role))
    this.#events.set(line.id, { line, type, trigger, args: args.map(({ ref }, i) => ({ role: roles[i]!, ref })) })
  }

  #relation(line: AnnotationLine, isThere: (ref: string) => boolean, speak: (ref: string) => string) {
    const found = /^(\S+)\s+(\S+):(\S+)\s+(\S+):(\S+)\s*$/.exec(line.body)
    if (!found) throw new Untakeable('malformed', shortened(line.words))
    const [, type, one, from, other, to] = found as unknown as string[]
    for (const ref of [from!, to!]) if (!isThere(ref)) throw new Untakeable('end-missing', shortened(line.words), ref)
    const usual = areUsual(one!, other!)
    const isTurned = usual && one! > other!
    const ends = isTurned ? [to!, from!] : [from!, to!]
    const isRole = usual && (one === ROLE_ENDS[0] || other === ROLE_ENDS[0])
    const link: DatasetLink = {
      id: line.id,
      type: this.#reading.side.nameOf('link', type!),
      from: speak(ends[0]!),
      to: { annotation: speak(ends[1]!) },
      attributes: usual ? {} : { [ENDS[0]]: one!, [ENDS[1]]: other! },
      ...(isRole ? { cameAs: 'role' as const } : {}),
    }
    return { link, ref: line.id }
  }

  /** Attributes, references and notes; returns what they speak of, null for lines of other kinds. */
  #takeFurther(line: AnnotationLine): string | null {
    const { id, body, tail } = line
    if (/^[TER*]/.test(id)) return null
    if (/^[AM]/.test(id)) {
      const [, name, ref, value = null] = /^(\S+) +(\S+)(?: (.+))?$/.exec(body.trimEnd()) ?? []
      if (!name || !ref) throw new Untakeable('malformed', shortened(line.words))
      const answers = into(this.#answers, ref, () => new Map<string, (string | null)[]>())
      const values = into(answers, this.#reading.side.nameOf('attribute', name), () => [] as (string | null)[])
      if (values.length > 0 && (value === null || values[0] === null))
        throw new Untakeable('twice', shortened(line.words))
      values.push(value)
      this.#spokenOf.add(ref)
      return ref
    }
    if (id.startsWith('N')) {
      const [, type, ref, register, there] = /^(\S+) +(\S+) +([^\s:]+):(\S+)\s*$/.exec(body) ?? []
      if (!type || !ref || !register || !there) throw new Untakeable('malformed', shortened(line.words))
      if (type !== 'Reference') throw new Untakeable('unknown-kind', shortened(line.words), type)
      into(this.#references, ref, () => []).push({ register, id: there, name: readWords(tail), line })
      this.#spokenOf.add(ref)
      return ref
    }
    if (!id.startsWith('#')) throw new Untakeable('unknown-kind', shortened(line.words), id)
    const [, type, ref] = /^(\S+) +(\S+)\s*$/.exec(body) ?? []
    if (!type || !ref) throw new Untakeable('malformed', shortened(line.words))
    if (type !== 'AnnotatorNotes') throw new Untakeable('unknown-kind', shortened(line.words), type)
    into(this.#notes, ref, () => []).push(readWords(tail))
    this.#spokenOf.add(ref)
    return ref
  }

  #put(
    roles: readonly { from: string; to: string; type: string; id: string }[],
    relations: readonly { link: DatasetLink; ref: string }[],
    equivalences: readonly { type: string; members: readonly string[] }[],
  ): LayerRead {
    const { side } = this.#reading
    const triggers = new Map<string, string[]>()
    for (const { trigger, type } of this.#events.values()) into(triggers, trigger, () => []).push(type)
    const annotations: DatasetAnnotation[] = []
    const ids = new Map<string, string>()
    const add = (ref: string, id: string, tag: string, spans: readonly Span[], rest: { cameAs?: 'frame' }) => {
      ids.set(ref, id)
      const [note, entity] = [this.#notes.get(ref)?.join('\n'), this.#entityOf(ref)]
      annotations.push({
        ...{ id, tag: side.nameOf('tag', tag), spans, attributes: this.#attributesOf(ref) },
        ...(entity === undefined ? {} : { entity }),
        ...(note ? { note } : {}),
        ...rest,
      })
    }
    for (const [ref, { bound, spans }] of this.#places)
      if (this.#spokenOf.has(ref) || !triggers.get(ref)?.includes(bound.type)) add(ref, ref, bound.type, spans, {})
    for (const [ref, { type, trigger }] of this.#events)
      add(ref, `${ref}:${trigger}`, type, this.#places.get(trigger)!.spans, { cameAs: 'frame' })
    const idOf = (ref: string) => ids.get(ref)!
    const links: DatasetLink[] = [
      ...roles.map(({ id, type, from, to }) => ({
        ...{ id, type: side.nameOf('link', type), from: idOf(from), to: { annotation: idOf(to) }, attributes: {} },
        cameAs: 'role' as const,
      })),
      ...relations.map(({ link, ref }) => {
        const note = this.#notes.get(ref)?.join('\n')
        return {
          ...{
            ...link,
            from: idOf(link.from),
            to: { annotation: idOf((link.to as { annotation: string }).annotation) },
          },
          attributes: { ...link.attributes, ...this.#attributesOf(ref), ...(note ? { [NOTE]: note } : {}) },
        }
      }),
      ...equivalences.flatMap(({ type, members }, group) =>
        members.slice(1).map((member, i) => ({
          ...{ id: `*${group + 1}.${i + 1}`, type: side.nameOf('link', type), from: idOf(members[i]!) },
          ...{ to: { annotation: idOf(member) }, attributes: { [EQUIVALENCE]: String(group + 1) } },
        })),
      ),
    ]
    return { annotations: annotations.sort(byPlace), links, entities: [...this.#entities.values()] }
  }

  #attributesOf(ref: string): Record<string, DatasetValue> {
    return Object.fromEntries(
      [...(this.#answers.get(ref) ?? [])].map(([name, values]): [string, DatasetValue] => {
        if (values.length > 1) return [name, values.map(value => readWords(value!))]
        return [name, values[0] === null ? true : readValue(values[0]!)]
      }),
    )
  }

  /** The entity of an annotation: the first reference, or ours; what else stands there are its ids in other registers. */
  #entityOf(ref: string): string | undefined {
    const references = this.#references.get(ref)
    if (!references) return undefined
    const own = references.find(({ register }) => register === 'stet') ?? references[0]!
    const id = own.register === 'stet' ? decoded(own.id) : `${own.register}:${own.id}`
    const externalIds: Record<string, string> = { ...this.#entities.get(id)?.externalIds }
    for (const one of references) {
      if (one.register === 'stet') {
        if (one !== own) this.#tell(one.line, new Untakeable('twice', shortened(one.line.words)))
        continue
      }
      const [register, there] = [decoded(one.register), decoded(one.id)]
      if (externalIds[register] !== undefined && externalIds[register] !== there)
        this.#tell(one.line, new Untakeable('twice', shortened(one.line.words)))
      else externalIds[register] = there
    }
    const hasIds = Object.keys(externalIds).length > 0
    this.#entities.set(id, { id, name: own.name || id, ...(hasIds ? { externalIds } : {}) })
    return id
  }

  #attempt(line: AnnotationLine, take: () => void): void {
    try {
      take()
      if (!line.id.startsWith('T')) this.#tellStrays(line)
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      this.#tell(line, error)
      this.#tellStrays(line)
    }
  }

  #tell({ file, line }: AnnotationLine, { what, why, message }: Untakeable): void {
    this.#reading.tell({ file, line, what, why, detail: message })
  }

  #tellTaken({ file, line, words }: AnnotationLine, why: Untaken['why'], detail: string): void {
    this.#reading.tell({ file, line, what: shortened(words), why, detail, taken: true })
  }

  /** Lines after this one that are none, and aren't the rest of it; told once. */
  #tellStrays({ more }: AnnotationLine): void {
    for (const { file, line, words } of more)
      if (words.trim() !== '' && !this.#told.has(`${file}\n${line}`)) {
        this.#told.add(`${file}\n${line}`)
        this.#reading.tell({ file, line, what: shortened(words), why: 'malformed', detail: '' })
      }
  }
  readonly #told = new Set<string>()
}

function boundOf(line: AnnotationLine): TextBound {
  const [, type, places] = /^(.+?) +(\d+ \d+(?:;\d+ \d+)*)\s*$/.exec(line.body) ?? []
  if (!type || !places) throw new Untakeable('malformed', shortened(line.words))
  const spans = places.split(';').map(place => {
    const [start, end] = place.split(' ').map(Number) as [number, number]
    return { start, end }
  })
  if (spans.some(({ start, end }) => start > end)) throw new Untakeable('malformed', shortened(line.words))
  if (spans.some(({ start, end }) => start === end)) throw new Untakeable('no-words', shortened(line.words))
  return { ...line, type, places: spans }
}

function spansOf({ places, words }: TextBound, toUtf16: (place: number) => number): Span[] {
  try {
    return places.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }))
  } catch (error) {
    if (error instanceof RangeError) throw new Untakeable('outside-text', shortened(words))
    throw error
  }
}

const wordsAt = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ')

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function into<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
