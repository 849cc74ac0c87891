import { type DatasetAnnotation, type DatasetValue, noAnswers } from '../../dataset/dataset.ts'
import type { ReadEntity } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import type { Place } from '../counting.ts'
import { childOf, childrenOf, wordsIn, type XmlElement } from '../xml/readXml.ts'
import { guidOf, type ProjectRead, targetOf } from './project.ts'

export interface ReadSelection {
  /** Undefined where nobody is named. */
  readonly annotator: string | undefined
  readonly annotation: DatasetAnnotation
  readonly entity?: ReadEntity
}

interface Reading {
  readonly project: ProjectRead
  readonly place: Place
  readonly tell: (untakeable: Untakeable) => void
}

/** What a selection is: an annotation for each code that isn't an answer. Throws an Untakeable where the text has no such place. */
export function annotationsOf(selection: XmlElement, reading: Reading): ReadSelection[] {
  const { project } = reading
  const guid = guidOf(selection)
  const spans = [spanOf(selection, reading.place)]
  const codings = childrenOf(selection, 'Coding').filter(coding => {
    const code = targetOf(childOf(coding, 'CodeRef'))
    const isKnown = project.nameOf(code) !== null || project.pathOf(code) !== undefined
    if (!isKnown) reading.tell(new Untakeable('end-missing', guidOf(coding), code))
    return isKnown
  })
  const codeOf = (coding: XmlElement) => targetOf(childOf(coding, 'CodeRef'))
  const tags = codings.filter(coding => (project.nameOf(codeOf(coding))?.length ?? 1) === 1)
  const entity = project.entityOfSelection(guid)
  const description = wordsIn(childOf(selection, 'Description'))
  const userOf = (coding?: XmlElement) =>
    project.userOf(coding?.attributes['creatingUser']) ?? project.userOf(selection.attributes['creatingUser'])
  // A selection that nobody coded is one that somebody wrote a note on.
  return (tags.length > 0 ? tags : [undefined]).map((coding, i) => {
    const code = coding && codeOf(coding)
    const tag = code === undefined ? 'selection' : (project.nameOf(code)?.[0] ?? project.pathOf(code)!)
    const notes = [
      ...(description === '' ? [] : [description]),
      ...project.notesOf(coding ? [selection, coding] : [selection], guid),
    ]
    const note = notes.join('\n\n')
    return {
      annotator: userOf(coding),
      ...(entity ? { entity } : {}),
      annotation: {
        id: i === 0 || !coding ? guid : guidOf(coding),
        ...{ tag, spans, attributes: answersIn(codings, tag, codeOf, project) },
        ...(entity ? { entity: entity.id } : {}),
        ...(note === '' ? {} : { note }),
      },
    }
  })
}

function spanOf(selection: XmlElement, place: Place) {
  const { startPosition, endPosition } = selection.attributes
  try {
    const span = { start: place(whole(startPosition)), end: place(whole(endPosition)) }
    if (span.start <= span.end) return span
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Untakeable('outside-text', guidOf(selection), `${startPosition}–${endPosition}`)
}

function whole(digits: string | undefined): number {
  return digits !== undefined && /^\s*\d+\s*$/.test(digits) ? Number(digits) : Number.NaN
}

function answersIn(
  codings: readonly XmlElement[],
  tag: string,
  codeOf: (coding: XmlElement) => string,
  project: ProjectRead,
): Record<string, DatasetValue> {
  const attributes = noAnswers()
  for (const coding of codings) {
    const [of, attribute, answer, several] = project.nameOf(codeOf(coding)) ?? []
    if (of !== tag || attribute === undefined || answer === undefined) continue
    const before = attributes[attribute]
    attributes[attribute] = several ? [...(Array.isArray(before) ? before : []), answer] : answer
  }
  return attributes
}
