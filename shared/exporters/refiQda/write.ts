import { strToU8, Zip, ZipDeflate } from 'fflate'
import { fieldNames } from '../../article/metadata.ts'
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetHead,
  DatasetLayer,
  DatasetLink,
} from '../../dataset/dataset.ts'
import { wordsOf } from '../../dataset/dataset.ts'
import { wordsOfValue } from '../../dataset/fit.ts'
import type { Part, Writer } from '../../dataset/format.ts'
import { makeRuler, type Ruler } from '../../text/ruler.ts'
import { nameBasedUuid } from '../nameBasedUuid.ts'
import { xmlElement, xmlWords } from '../xml/writeXml.ts'
import { Codes } from './codes.ts'

/** What the note is called that says how Stet calls codes, cases and users. */
export const NAMES_NOTE = 'Stet: names'

/** Writes a project: each text as it comes, and `project.qde`, which is held until the end, as what the standard demands first is known last. */
export function projectWriter(head: DatasetHead): Writer {
  const project = new Project(head)
  const archive = new Archive()
  return {
    begin: () => [],
    add: article => {
      const file = nameBasedUuid('text', article.path)
      project.add(article, `${file}.txt`)
      return archive.add(`sources/${file}.txt`, article.text)
    },
    end: () => [...archive.add('project.qde', project.xml()), ...archive.end()],
  }
}

/** A ZIP archive that is made piece by piece; the same files make the same bytes. */
class Archive {
  #made: Uint8Array[] = []
  readonly #zip = new Zip((error, bytes) => {
    if (error) throw error
    this.#made.push(bytes)
  })

  add(name: string, words: string): Part[] {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = new Date(1980, 0, 1)
    this.#zip.add(file)
    file.push(strToU8(words), true)
    return this.#taken()
  }

  end(): Part[] {
    this.#zip.end()
    return this.#taken()
  }

  #taken(): Part[] {
    const parts = this.#made.map(data => ({ file: '', data }))
    this.#made = []
    return parts
  }
}

class Project {
  readonly #head: DatasetHead
  readonly #codes: Codes
  readonly #sources: string[] = []
  readonly #notes: string[] = []
  readonly #links: string[] = []
  /** Guids of selections by the id of the entity that they refer to. */
  readonly #cases = new Map<string, string[]>()
  readonly #annotators: Set<string>

  constructor(head: DatasetHead) {
    this.#head = head
    this.#codes = new Codes(head.codebook)
    this.#annotators = new Set(head.annotators.map(({ id }) => id))
  }

  add(article: DatasetArticle, file: string): void {
    const { path, metadata, split, layers, text } = article
    const ruler = makeRuler(text)
    const selections = layers.flatMap(layer => {
      this.#annotators.add(layer.annotator)
      for (const link of layer.links) this.#links.push(this.#link(link, article, layer))
      return layer.annotations.map(one => this.#selection(one, article, layer, ruler))
    })
    const known = { ...metadata, ...(split === undefined ? {} : { split }) }
    const values = Object.entries(known).map(([name, value]) =>
      xmlElement(
        'VariableValue',
        {},
        xmlElement('VariableRef', { targetGUID: nameBasedUuid('variable', name) }),
        xmlElement('TextValue', {}, xmlWords(value)),
      ),
    )
    const guid = nameBasedUuid('source', path)
    this.#sources.push(
      xmlElement('TextSource', { guid, name: path, plainTextPath: `internal://${file}` }, ...selections, ...values),
    )
  }

  xml(): string {
    const variables = [...fieldNames, 'split'].map(name =>
      xmlElement('Variable', { guid: nameBasedUuid('variable', name), name, typeOfVariable: 'Text' }),
    )
    const users = [...this.#annotators].map(id =>
      xmlElement('User', {
        guid: userGuid(id),
        name: this.#head.annotators.find(one => one.id === id)?.name ?? id,
        id,
      }),
    )
    const cases = [...this.#cases].map(([id, selections]) => {
      const name = this.#head.entities.find(one => one.id === id)?.name ?? id
      const refs = selections.map(targetGUID => xmlElement('SelectionRef', { targetGUID }))
      return xmlElement('Case', { guid: caseGuid(id), name }, ...refs)
    })
    const names = note(nameBasedUuid('note', 'names'), NAMES_NOTE, JSON.stringify(this.#names()))
    const project = xmlElement(
      'Project',
      { xmlns: 'urn:QDA-XML:project:1.0', name: this.#head.name, origin: 'Stet' },
      xmlElement('Users', {}, ...users),
      this.#codes.xml(),
      xmlElement('Variables', {}, ...variables),
      cases.length === 0 ? '' : xmlElement('Cases', {}, ...cases),
      xmlElement('Sources', {}, ...this.#sources),
      xmlElement('Notes', {}, ...this.#notes, names),
      this.#links.length === 0 ? '' : xmlElement('Links', {}, ...this.#links),
    )
    return `<?xml version="1.0" encoding="utf-8"?>\n${project}\n`
  }

  #names() {
    const entities = [...this.#cases.keys()].map(id => {
      const kind = this.#head.entities.find(one => one.id === id)?.kind
      return [caseGuid(id), { id, ...(kind === undefined ? {} : { kind }) }]
    })
    return { codes: this.#codes.names, entities: Object.fromEntries(entities) }
  }

  #selection(
    one: DatasetAnnotation,
    { path, text }: DatasetArticle,
    { annotator }: DatasetLayer,
    ruler: Ruler,
  ): string {
    const guid = selectionGuid(path, annotator, one.id)
    const creatingUser = userGuid(annotator)
    const [{ start, end }] = one.spans as readonly [{ start: number; end: number }]
    const codings = [this.#codes.tag(one.tag), ...this.#answers(one)].map((targetGUID, i) =>
      xmlElement(
        'Coding',
        { guid: nameBasedUuid('coding', guid, String(i)), creatingUser },
        xmlElement('CodeRef', { targetGUID }),
      ),
    )
    if (one.entity !== undefined) this.#case(one.entity).push(guid)
    const noteGuid = nameBasedUuid('note', guid)
    if (one.note !== undefined)
      this.#notes.push(note(noteGuid, wordsOf(text, one.spans).slice(0, 50), one.note, creatingUser))
    return xmlElement(
      'PlainTextSelection',
      {
        guid,
        name: text.slice(start, end),
        startPosition: ruler.toCodePoint(start),
        endPosition: ruler.toCodePoint(end),
        creatingUser,
      },
      ...codings,
      one.note === undefined ? '' : xmlElement('NoteRef', { targetGUID: noteGuid }),
    )
  }

  #answers({ tag, attributes }: DatasetAnnotation): string[] {
    return Object.entries(attributes).flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((answer: string) => this.#codes.answer(tag, name, answer, true))
        : [this.#codes.answer(tag, name, wordsOfValue(value), false)],
    )
  }

  #case(entity: string): string[] {
    const selections = this.#cases.get(entity) ?? []
    this.#cases.set(entity, selections)
    return selections
  }

  #link({ id, type, from, to }: DatasetLink, { path }: DatasetArticle, { annotator }: DatasetLayer): string {
    if ('entity' in to) this.#case(to.entity)
    const targetGUID =
      'annotation' in to
        ? selectionGuid(path, annotator, to.annotation)
        : 'entity' in to
          ? caseGuid(to.entity)
          : nameBasedUuid('source', path)
    return xmlElement('Link', {
      guid: nameBasedUuid('link', path, annotator, id),
      name: type,
      direction: 'OneWay',
      originGUID: selectionGuid(path, annotator, from),
      targetGUID,
    })
  }
}

const userGuid = (id: string) => nameBasedUuid('annotator', id)
const caseGuid = (id: string) => nameBasedUuid('entity', id)
const selectionGuid = (path: string, annotator: string, id: string) => nameBasedUuid('annotation', path, annotator, id)

function note(guid: string, name: string, words: string, creatingUser?: string): string {
  return xmlElement('Note', { guid, name, creatingUser }, xmlElement('PlainTextContent', {}, xmlWords(words)))
}
