import { Untakeable } from '../../dataset/untakeable.ts'
import { childOf, childrenOf, wordsIn, type XmlElement } from '../xml/readXml.ts'
import { unsayableIn, xmlElement, xmlWords } from '../xml/writeXml.ts'
import {
  type BiocAnnotation,
  type BiocDocument,
  type BiocPart,
  type BiocRelation,
  type Infons,
  OWN,
} from './document.ts'

/** What a passage's infon of characters is called that XML can't say: `AT:CODE` for each, AT a UTF-16 offset of the passage. */
const UNSAYABLE = `${OWN}unsayable`

/** A document as XML. */
export function xmlOfDocument({ id, infons, parts, relations }: BiocDocument): string {
  return xmlElement(
    'document',
    {},
    xmlElement('id', {}, xmlWords(id)),
    ...xmlOfInfons(infons),
    ...parts.map(xmlOfPassage),
    ...relations.map(relation =>
      xmlElement(
        'relation',
        { id: relation.id },
        ...xmlOfInfons(relation.infons),
        ...relation.nodes.map(({ refid, role }) => xmlElement('node', { refid, role })),
      ),
    ),
  )
}

function xmlOfPassage({ offset, text, infons, annotations }: BiocPart): string {
  const unsayable = unsayableIn(text).map(({ at, code }) => `${at}:${code.toString(16)}`)
  return xmlElement(
    'passage',
    {},
    ...xmlOfInfons(unsayable.length > 0 ? { ...infons, [UNSAYABLE]: unsayable.join(' ') } : infons),
    xmlElement('offset', {}, String(offset)),
    xmlElement('text', {}, xmlWords(text)),
    ...annotations.map(({ id, infons, locations, text }) =>
      xmlElement(
        'annotation',
        { id },
        ...xmlOfInfons(infons),
        ...locations.map(({ offset, length }) => xmlElement('location', { offset, length })),
        xmlElement('text', {}, xmlWords(text)),
      ),
    ),
  )
}

export function xmlOfInfons(infons: Infons): string[] {
  return Object.entries(infons).map(([key, value]) => xmlElement('infon', { key }, xmlWords(value)))
}

/** A document out of its element. Throws an Untakeable `malformed` for a passage without a number for its offset. */
export function documentIn(element: XmlElement): BiocDocument {
  const passages = childrenOf(element, 'passage')
  const relations = [element, ...passages, ...passages.flatMap(one => childrenOf(one, 'sentence'))]
  return {
    id: wordsIn(childOf(element, 'id')),
    infons: infonsIn(element),
    parts: passages.flatMap(partsIn),
    annotations: childrenOf(element, 'annotation').map(annotationIn),
    relations: relations.flatMap(one => childrenOf(one, 'relation').map(relationIn)),
  }
}

function partsIn(passage: XmlElement): BiocPart[] {
  const sentences = childrenOf(passage, 'sentence')
  const outer = childrenOf(passage, 'annotation').map(annotationIn)
  const { type } = infonsIn(passage)
  if (sentences.length === 0) return [partIn(passage, outer)]
  return sentences.map((sentence, i) => {
    const own = partIn(sentence, childrenOf(sentence, 'annotation').map(annotationIn))
    const infons = type === undefined ? own.infons : { ...own.infons, type }
    return { ...own, infons, annotations: i === 0 ? [...outer, ...own.annotations] : own.annotations }
  })
}

function partIn(element: XmlElement, annotations: readonly BiocAnnotation[]): BiocPart {
  const offset = numberIn(wordsIn(childOf(element, 'offset')), element.line)
  const { [UNSAYABLE]: unsayable, ...infons } = infonsIn(element)
  return { offset, infons, annotations, text: restored(wordsIn(childOf(element, 'text')), unsayable) }
}

function restored(text: string, unsayable: string | undefined): string {
  if (unsayable === undefined) return text
  const units = text.split('')
  for (const one of unsayable.split(' ')) {
    const [at, code] = one.split(':')
    const code16 = Number.parseInt(code ?? '', 16)
    if (units[Number(at)] === '\ufffd' && code16 <= 0xffff) units[Number(at)] = String.fromCharCode(code16)
  }
  return units.join('')
}

function annotationIn(element: XmlElement): BiocAnnotation {
  return {
    id: element.attributes['id'] ?? '',
    infons: infonsIn(element),
    // What isn't a number is no place, which is told where annotations are placed.
    locations: childrenOf(element, 'location').map(({ attributes }) => ({
      offset: Number(attributes['offset'] ?? Number.NaN),
      length: Number(attributes['length'] ?? Number.NaN),
    })),
    text: wordsIn(childOf(element, 'text')),
  }
}

function relationIn(element: XmlElement): BiocRelation {
  const nodes = childrenOf(element, 'node').map(({ attributes: { refid = '', role = '' } }) => ({ refid, role }))
  return { id: element.attributes['id'] ?? '', infons: infonsIn(element), nodes }
}

export function infonsIn(element: XmlElement): Infons {
  return Object.fromEntries(childrenOf(element, 'infon').map(one => [one.attributes['key'] ?? '', wordsIn(one)]))
}

function numberIn(words: string, line: number): number {
  if (/^\s*\d+\s*$/.test(words)) return Number(words)
  throw new Untakeable('malformed', `offset ${words}`, `XML, line ${line}`)
}
