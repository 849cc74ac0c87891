import type {
  DatasetAnnotation,
  DatasetAttributes,
  DatasetLayer,
  DatasetLink,
  DatasetValue,
} from '../../dataset/dataset.ts'
import type { Entity } from '../../project/entity.ts'
import type { Used } from './config.ts'
import { brokenAtLineEnds, sameSpans, wordsOfFragments } from './fragments.ts'
import { endOf, endsOf, NOTE, sortLinks } from './links.ts'
import { numberLines } from './numbering.ts'
import { numbered } from './roles.ts'
import type { SafeNames } from './safeNames.ts'
import type { NameKind } from './sideFile.ts'
import { writtenValue, writtenWords } from './values.ts'

export interface Writing {
  readonly text: string
  /** The code point position of a UTF-16 offset. */
  readonly toCodePoint: (offset: number) => number
  readonly names: Readonly<Record<NameKind, SafeNames>>
  readonly entities: ReadonlyMap<string, Entity>
  readonly used: Used
  /** Told of an annotation that stands in brat's file otherwise than it is. Spans count code points. */
  readonly broken: (id: string, spans: [number, number][]) => void
}

/** The lines of a layer's annotation file, each with its end. */
export function linesOfLayer(layer: DatasetLayer, writing: Writing): string {
  const { names, used } = writing
  const lines: string[] = []
  const links = sortLinks(layer)
  const spokenOf = new Set<string | undefined>()
  for (const link of layer.links) {
    spokenOf.add(link.from)
    spokenOf.add(endOf(link))
  }
  const byId = new Map(layer.annotations.map(one => [one.id, one]))
  const { refs, triggers, relations } = numberLines(layer.annotations, links.relations, id => {
    const { attributes, entity, note } = byId.get(id)!
    return spokenOf.has(id) || entity !== undefined || !!note || Object.keys(attributes).length > 0
  })
  const refOf = (id: string | undefined) => refs.get(id!)!
  const tagOf = (id: string | undefined) => names.tag.idOf(byId.get(id!)!.tag)

  const written = new Set<string>()
  const plainFirst = [...layer.annotations].sort((a, b) => Number(a.cameAs === 'frame') - Number(b.cameAs === 'frame'))
  const textBounds = new Map<string, string>()
  for (const one of plainFirst) {
    const id = triggers.get(one.id) ?? refOf(one.id)
    if (!written.has(id)) textBounds.set(one.id, textBound(id, one, writing))
    written.add(id)
  }
  for (const { id } of layer.annotations) if (textBounds.has(id)) lines.push(textBounds.get(id)!)

  for (const { id, tag, cameAs } of layer.annotations) {
    if (cameAs !== 'frame') {
      used.tag(names.tag.idOf(tag))
      continue
    }
    const roles = links.roles.get(id) ?? []
    const ids = roles.map(({ type }) => names.link.idOf(type))
    const behind = new Map(roles.map(({ type }, i) => [ids[i]!, type]))
    const event = names.tag.idOf(tag)
    const parts = numbered(ids, role => names.link.withoutNumber(behind.get(role)!)).map(
      (role, i) => ` ${role}:${refOf(endOf(roles[i]!))}`,
    )
    used.event(
      event,
      ids.map((role, i) => [role, tagOf(endOf(roles[i]!))]),
    )
    lines.push(`${refOf(id)}\t${event}:${triggers.get(id)}${parts.join('')}`)
  }
  for (const link of links.relations) {
    const type = names.link.idOf(link.type)
    const { ends } = endsOf(link)
    used.relation(type, [ends[0], tagOf(link.from)], [ends[1], tagOf(endOf(link))])
    const args = `${ends[0]}:${refOf(link.from)} ${ends[1]}:${refOf(endOf(link))}`
    lines.push(`${relations.get(link.id)}\t${type} ${args}\t`)
  }
  for (const chain of links.equivalences) {
    const type = names.link.idOf(chain[0]!.type)
    const members = [chain[0]!.from, ...chain.map(endOf)]
    for (const member of members) used.equivalence(type, tagOf(member))
    lines.push(`*\t${type} ${members.map(refOf).join(' ')}`)
  }
  lines.push(...furtherLines(layer, links.relations, refOf, relations, writing))
  return lines.map(line => `${line}\n`).join('')
}

function textBound(
  id: string,
  { tag, spans }: DatasetAnnotation,
  { text, toCodePoint, names, broken }: Writing,
): string {
  const inFile = (all: DatasetAnnotation['spans']) =>
    all.map(({ start, end }): [number, number] => [toCodePoint(start), toCodePoint(end)])
  const fragments = brokenAtLineEnds(text, spans)
  if (!sameSpans(fragments, spans)) broken(id, inFile(spans))
  const places = inFile(fragments).map(place => place.join(' '))
  return `${id}\t${names.tag.idOf(tag)} ${places.join(';')}\t${wordsOfFragments(text, fragments)}`
}

/** Attributes, entities and notes, each numbered from 1. */
function furtherLines(
  { annotations }: DatasetLayer,
  links: readonly DatasetLink[],
  refOf: (id: string) => string,
  relations: ReadonlyMap<string, string>,
  { names, used, entities }: Writing,
): string[] {
  const attributes: string[] = []
  const references: string[] = []
  const notes: string[] = []
  const ask = (said: DatasetAttributes | [string, unknown][], ref: string, of: string) => {
    for (const [name, value] of Array.isArray(said) ? said : Object.entries(said)) {
      const id = names.attribute.idOf(name)
      const several = Array.isArray(value) && value.length > 1
      for (const one of several ? value.map(writtenWords) : [writtenValue(value as DatasetValue)]) {
        used.attribute(id, of, one)
        attributes.push(`A${attributes.length + 1}\t${id} ${ref}${one === null ? '' : ` ${one}`}`)
      }
    }
  }
  const tell = (note: string, ref: string) => {
    for (const line of note.split('\n'))
      notes.push(`#${notes.length + 1}\tAnnotatorNotes ${ref}\t${line === '' ? '' : writtenWords(line)}`)
  }
  for (const { id, tag, attributes, entity, note } of annotations) {
    ask(attributes, refOf(id), names.tag.idOf(tag))
    if (note) tell(note, refOf(id))
    if (entity === undefined) continue
    const { name = '', externalIds = {} } = entities.get(entity) ?? {}
    const own = writtenReference(entity)
    const others = Object.entries(externalIds).map(([register, there]) => `${escapedId(register)}:${escapedId(there)}`)
    for (const reference of [own, ...others.filter(other => other !== own && isReference(other))])
      references.push(`N${references.length + 1}\tReference ${refOf(id)} ${reference}\t${name && writtenWords(name)}`)
  }
  for (const link of links) {
    const ref = relations.get(link.id)!
    const { rest } = endsOf(link)
    const note = rest.find(([name, value]) => name === NOTE && typeof value === 'string' && value !== '')
    ask(
      rest.filter(one => one !== note),
      ref,
      '<RELATION>',
    )
    if (note) tell(note[1] as string, ref)
  }
  return [...attributes, ...references, ...notes]
}

/** An entity as brat refers to one, `register:id`: what isn't of that form is of the register `stet`. */
function writtenReference(entity: string): string {
  return isReference(entity) && !entity.startsWith('stet:') ? entity : `stet:${escapedId(entity)}`
}

function isReference(words: string): boolean {
  return /^[^\s:%]+:[^\s%\0-\x1f\x7f-\x9f]+$/.test(words)
}

function escapedId(id: string): string {
  return id.replace(/[\s%\0-\x1f\x7f-\x9f]/g, encodeURIComponent)
}
