import { byPlace, type DatasetAnnotation, type DatasetLink } from '../../dataset/dataset.ts'
import type { ReadEntity, Untaken } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import type { AnnotationLine } from './annotationLines.ts'
import { Answers } from './answers.ts'
import { into } from './into.ts'
import { areUsual, ENDS, EQUIVALENCE, NOTE, ROLE_ENDS } from './links.ts'
import { type Place, type PlacesReading, placesIn } from './places.ts'
import { unnumbered } from './roles.ts'
import { Telling } from './telling.ts'

export interface LayerReading extends PlacesReading {
  readonly tell: (untaken: Untaken) => void
}

/** What the lines of one annotator's files of an article say. */
export interface LayerRead {
  readonly annotations: readonly DatasetAnnotation[]
  readonly links: readonly DatasetLink[]
  readonly entities: readonly ReadEntity[]
}

/** Takes a layer up out of its lines; what can't be taken is told by its line. */
export function readLayer(lines: readonly AnnotationLine[], reading: LayerReading): LayerRead {
  return new LayerReader(reading).read(lines)
}

interface Event {
  readonly line: AnnotationLine
  readonly type: string
  readonly trigger: string
  readonly args: readonly { readonly role: string; readonly ref: string }[]
}

/** A link whose ends are called as lines call them. */
type LinkRead = Omit<DatasetLink, 'to'> & { readonly to: string }

class LayerReader {
  readonly #reading: LayerReading
  readonly #telling: Telling
  readonly #answers: Answers
  readonly #events = new Map<string, Event>()
  readonly #links: LinkRead[] = []
  /** What lines speak of: a trigger among them is an annotation of its own. */
  readonly #spokenOf = new Set<string>()
  #places: ReadonlyMap<string, Place> = new Map()
  #groups = 0

  constructor(reading: LayerReading) {
    this.#reading = reading
    this.#telling = new Telling(reading.tell)
    this.#answers = new Answers(reading.side, this.#telling)
  }

  read(all: readonly AnnotationLine[]): LayerRead {
    const lines = this.#withoutDoubles(all)
    const each = (kind: string, take: (line: AnnotationLine) => void) => {
      for (const line of lines) if (line.id.startsWith(kind)) this.#telling.attempt(line, () => take(line))
    }
    this.#places = placesIn(
      lines.filter(({ id }) => id.startsWith('T')),
      this.#reading,
      this.#telling,
    )
    each('E', line => this.#takeEvent(line))
    this.#takeRoles()
    each('R', line => this.#takeRelation(line))
    each('*', line => this.#takeEquivalence(line))
    const relations = new Set(this.#links.map(({ id }) => id).filter(id => id.startsWith('R')))
    each('', line => {
      const ref = this.#answers.take(line)
      if (ref === null) return
      if (!this.#isThere(ref) && !relations.has(ref)) throw new Untakeable('end-missing', shortened(line.words), ref)
      this.#spokenOf.add(ref)
    })
    for (const line of lines) if (!line.id.startsWith('T')) this.#telling.strays(line)
    return this.#put()
  }

  /** Of lines with one id the first counts. */
  #withoutDoubles(lines: readonly AnnotationLine[]): AnnotationLine[] {
    const ids = new Set<string>()
    return lines.filter(line => {
      if (line.id === '*' || line.id === '#') return true
      if (ids.has(line.id)) this.#telling.untaken(line, new Untakeable('twice', shortened(line.words)))
      return !ids.has(line.id) && ids.add(line.id)
    })
  }

  #isThere(ref: string): boolean {
    return this.#places.has(ref) || this.#events.has(ref)
  }

  #takeEvent(line: AnnotationLine): void {
    const [head = '', ...rest] = line.body.trim().split(/\s+/)
    const [, type, trigger] = /^(.+):([^:]+)$/.exec(head) ?? []
    if (!type || !trigger) throw new Untakeable('malformed', shortened(line.words))
    if (!this.#places.has(trigger)) throw new Untakeable('end-missing', shortened(line.words), trigger)
    const args = rest.flatMap(arg => {
      const [, role, ref] = /^(.+):([^:]+)$/.exec(arg) ?? []
      if (role && ref) return [{ role, ref }]
      this.#telling.untaken(line, new Untakeable('malformed', arg))
      return []
    })
    const roles = unnumbered(args.map(({ role }) => role))
    this.#events.set(line.id, { line, type, trigger, args: args.map(({ ref }, i) => ({ role: roles[i]!, ref })) })
  }

  /** Once all events are known: they are roles of each other. */
  #takeRoles(): void {
    for (const [from, { line, args }] of this.#events)
      for (const [i, { role, ref }] of args.entries()) {
        if (this.#isThere(ref)) this.#link({ id: `${from}.${i + 1}`, type: role, from, to: ref, cameAs: 'role' })
        else this.#telling.untaken(line, new Untakeable('end-missing', `${from} ${role}:${ref}`))
      }
  }

  #takeRelation(line: AnnotationLine): void {
    const found = /^(\S+)\s+(\S+):(\S+)\s+(\S+):(\S+)\s*$/.exec(line.body)
    if (!found) throw new Untakeable('malformed', shortened(line.words))
    const [, type, one, from, other, to] = found as unknown as [string, string, string, string, string, string]
    for (const ref of [from, to])
      if (!this.#isThere(ref)) throw new Untakeable('end-missing', shortened(line.words), ref)
    const usual = areUsual(one, other)
    const isRole = usual && [one, other].includes(ROLE_ENDS[0])
    this.#link({
      ...{ id: line.id, type, attributes: usual ? {} : { [ENDS[0]]: one, [ENDS[1]]: other } },
      ...(usual && one > other ? { from: to, to: from } : { from, to }),
      ...(isRole ? { cameAs: 'role' } : {}),
    })
  }

  #takeEquivalence(line: AnnotationLine): void {
    const [type, ...members] = line.body.trim().split(/\s+/)
    const there = members.filter(ref => this.#isThere(ref))
    for (const gone of members.filter(ref => !this.#isThere(ref)))
      this.#telling.untaken(line, new Untakeable('end-missing', shortened(line.words), gone))
    if (!type || there.length < 2) throw new Untakeable('malformed', shortened(line.words))
    const group = ++this.#groups
    for (const [i, to] of there.slice(1).entries())
      this.#link({
        ...{ id: `*${group}.${i + 1}`, type, from: there[i]!, to },
        attributes: { [EQUIVALENCE]: String(group) },
      })
  }

  #link(link: Omit<LinkRead, 'attributes'> & Partial<Pick<LinkRead, 'attributes'>>): void {
    this.#spokenOf.add(link.from).add(link.to)
    this.#links.push({ attributes: {}, ...link })
  }

  #put(): LayerRead {
    const { side } = this.#reading
    const answers = this.#answers
    const events = new Map<string, Set<string>>()
    for (const { trigger, type } of this.#events.values()) into(events, trigger, () => new Set<string>()).add(type)
    const annotations: DatasetAnnotation[] = []
    const ids = new Map<string, string>()
    const add = (ref: string, id: string, tag: string, { spans }: Place, rest: Pick<DatasetAnnotation, 'cameAs'>) => {
      ids.set(ref, id)
      const [note, entity] = [answers.noteOf(ref), answers.entityOf(ref)]
      annotations.push({
        ...{ id, tag: side.nameOf('tag', tag), spans, attributes: answers.attributesOf(ref) },
        ...(entity === undefined ? {} : { entity }),
        ...(note === '' ? {} : { note }),
        ...rest,
      })
    }
    for (const [ref, place] of this.#places)
      if (this.#spokenOf.has(ref) || !events.get(ref)?.has(place.type)) add(ref, ref, place.type, place, {})
    for (const [ref, { type, trigger }] of this.#events)
      add(ref, `${ref}:${trigger}`, type, this.#places.get(trigger)!, { cameAs: 'frame' })
    const links = this.#links.map(({ from, to, ...link }): DatasetLink => {
      const note = answers.noteOf(link.id)
      return {
        ...{ ...link, type: side.nameOf('link', link.type), from: ids.get(from)!, to: { annotation: ids.get(to)! } },
        attributes: { ...link.attributes, ...answers.attributesOf(link.id), ...(note === '' ? {} : { [NOTE]: note }) },
      }
    })
    return { annotations: annotations.sort(byPlace), links, entities: [...answers.entities.values()] }
  }
}
