import type { Span } from '../../annotation/span.ts'
import { zones as zoneNames } from '../../article/article.ts'
import {
  type DatasetAnnotation,
  type DatasetAttributes,
  type DatasetLink,
  type DatasetZone,
  wordsOf,
} from '../../dataset/dataset.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import type { Ruler, Unit } from '../../text/ruler.ts'
import { type AnswerKind, valueIn } from './cells.ts'
import { attributeOf } from './layout.ts'

/** A row of a table that is read. */
export interface ReadRow {
  readonly file: string
  /** Counted from 1; null where there are no lines. */
  readonly line: number | null
  /** By the names of the columns; an empty cell is ''. */
  readonly cells: Readonly<Record<string, string>>
}

/** A row, and the table that it stands in. */
export interface TakenRow extends ReadRow {
  readonly table: string
}

/** What a row's places count, unless it says so itself, and in which text. */
export interface Place {
  readonly text: string
  readonly ruler: Ruler
  readonly unit: Unit
}

/** How a question is answered, as the codebook says. */
type KindOf = (attribute: string) => AnswerKind

/** The tables that hold annotations, and the tag of those that don't say it. */
export const annotationTables = { statements: 'claim', actors: 'actor', events: 'event', annotations: '' } as const

/** A zone. Throws Untakeable. */
export function zoneIn({ cells }: ReadRow, place: Place): DatasetZone {
  const zone = zoneNames.find(name => name === cells['zone'])
  if (!zone) throw new Untakeable('unknown-kind', shortened(cells['zone'] ?? ''))
  return {
    ...spanIn(cells['start'], cells['end'], 'zone', { ...place, unit: unitIn(cells['unit']) ?? place.unit }),
    zone,
  }
}

/** An annotation whose words stand where it says; its id joins those that are `there`. Throws Untakeable. */
export function annotationIn(
  { cells, table }: TakenRow,
  place: Place,
  kindOf: (tag: string) => KindOf,
  there: Set<string>,
): DatasetAnnotation {
  const { id = '', quote = '', start, end, spans = '', entity, note } = cells
  const tag = cells['tag'] || annotationTables[table as keyof typeof annotationTables]
  if (id === '' || tag === '') throw new Untakeable('malformed', id === '' ? 'id' : id, id === '' ? '' : 'tag')
  if (there.has(id)) throw new Untakeable('twice', id)
  const own = { ...place, unit: unitIn(cells['unit']) ?? place.unit }
  const parts = spans === '' ? [[start, end]] : spans.split(/[\s;]+/).map(part => part.split('-'))
  const found = parts.map(([from, to]) => spanIn(from, to, id, own))
  if (found.some(({ start, end }, i) => start >= end || (i > 0 && start < found[i - 1]!.end)))
    throw new Untakeable('malformed', id, spans || `${start}–${end}`)
  const words = wordsOf(place.text, found)
  if (quote !== '' && quote !== words) throw new Untakeable('other-words', id, shortened(words))
  there.add(id)
  return {
    ...{ id, tag, spans: found },
    attributes: answersIn('annotations', cells, id, kindOf(tag)),
    ...(entity ? { entity } : {}),
    ...(note ? { note } : {}),
    ...(cells['came_as'] === 'frame' ? { cameAs: 'frame' } : {}),
  }
}

/** A link whose ends are `there`. Throws Untakeable. */
export function linkIn(
  { cells }: TakenRow,
  place: Place,
  kindOf: (type: string) => KindOf,
  there: ReadonlySet<string>,
): DatasetLink {
  const { id = '', type = '', from = '', to = '', to_kind: kind, cue, cue_start, cue_end } = cells
  if (id === '' || type === '') throw new Untakeable('malformed', id === '' ? 'id' : id, id === '' ? '' : 'type')
  const end = kind === 'author' ? ({ author: true } as const) : kind === 'entity' ? { entity: to } : { annotation: to }
  if (!there.has(from) || ('annotation' in end && !there.has(to))) throw new Untakeable('end-missing', id)
  const own = { ...place, unit: unitIn(cells['unit']) ?? place.unit }
  const told = cue_start ? spanIn(cue_start, cue_end, id, own) : null
  if (told && cue && cue !== wordsOf(place.text, [told]))
    throw new Untakeable('other-words', id, shortened(wordsOf(place.text, [told])))
  return {
    ...{ id, type, from, to: end },
    attributes: answersIn('links', cells, id, kindOf(type)),
    ...(told ? { cue: told } : {}),
    ...(cells['came_as'] === 'role' ? { cameAs: 'role' } : {}),
  }
}

function answersIn(
  of: 'annotations' | 'links',
  cells: ReadRow['cells'],
  id: string,
  kindOf: (attribute: string) => AnswerKind,
): DatasetAttributes {
  const answers: [string, DatasetAttributes[string]][] = []
  for (const [column, words] of Object.entries(cells)) {
    const attribute = words === '' ? null : attributeOf(of, column)
    const value = attribute === null ? undefined : valueIn(kindOf(attribute), words)
    if (attribute !== null && value !== undefined) answers.push([attribute, value])
  }
  const { other_attributes: other = '' } = cells
  if (other === '') return Object.fromEntries(answers)
  try {
    const exact: unknown = JSON.parse(other)
    if (typeof exact === 'object' && exact !== null && !Array.isArray(exact))
      return Object.fromEntries([...answers, ...(Object.entries(exact) as typeof answers)])
  } catch {
    // Told below: what isn't JSON is no object either.
  }
  throw new Untakeable('malformed', id, shortened(other))
}

function spanIn(start: string | undefined, end: string | undefined, what: string, { ruler, unit }: Place): Span {
  const isNumber = (words: string | undefined) => words !== undefined && /^\d+(?:\.0*)?$/.test(words.trim())
  try {
    if (!isNumber(start) || !isNumber(end)) throw new RangeError()
    return { start: ruler.toUtf16(Number(start), unit), end: ruler.toUtf16(Number(end), unit) }
  } catch (error) {
    if (error instanceof RangeError) throw new Untakeable('outside-text', what, `${start}–${end}`)
    throw error
  }
}

/** A unit by its name; null for no such. */
export function unitIn(words: string | undefined): Unit | null {
  return words === 'codepoint' || words === 'utf16' || words === 'utf8' ? words : null
}
