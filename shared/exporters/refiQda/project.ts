import type { ReadEntity } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json } from '../../json/json.ts'
import { childOf, childrenOf, wordsIn, type XmlElement } from '../xml/readXml.ts'
import { codesIn } from './codebook.ts'
import type { CodeName } from './codes.ts'
import { NAMES_NOTE } from './write.ts'

/** What a project says beside its sources, by guids in small letters, since programs write them as they like. */
export class ProjectRead {
  readonly origin: string
  readonly #root: XmlElement
  readonly #paths: ReadonlyMap<string, string>
  readonly #names: { readonly [guid: string]: Json }
  readonly #users: ReadonlyMap<string, string>
  readonly #variables: ReadonlyMap<string, string>
  readonly #notes: ReadonlyMap<string, XmlElement>
  readonly #usedNotes = new Set<string>()
  readonly #cases = new Map<string, ReadEntity>()
  readonly #caseOf = new Map<string, string>()
  readonly #links: readonly XmlElement[]
  /** Links by what they begin or end at. */
  readonly #linksAt = new Map<string, XmlElement[]>()
  readonly #usedLinks = new Set<XmlElement>()

  constructor(root: XmlElement) {
    this.#root = root
    this.origin = root.attributes['origin'] ?? ''
    this.#paths = new Map(codesIn(childOf(root, 'CodeBook')).map(({ guid, path }) => [guid, path]))
    this.#users = new Map(
      below(root, 'Users', 'User').map(user => {
        const { name, id } = user.attributes
        return [guidOf(user), [id, name].find(one => one) ?? guidOf(user)]
      }),
    )
    this.#variables = new Map(
      below(root, 'Variables', 'Variable').map(one => [guidOf(one), one.attributes['name'] ?? '']),
    )
    const notes = below(root, 'Notes', 'Note')
    this.#notes = new Map(notes.map(note => [guidOf(note), note]))
    const ours = notes.find(note => note.attributes['name'] === NAMES_NOTE)
    const names = ours ? namesIn(wordsIn(ours)) : {}
    if (ours) this.#usedNotes.add(guidOf(ours))
    this.#names = isObject(names['codes']) ? names['codes'] : {}
    this.#readCases(isObject(names['entities']) ? names['entities'] : {})
    this.#links = below(root, 'Links', 'Link')
    for (const link of this.#links) for (const end of new Set(endsOf(link))) pushTo(this.#linksAt, end, link)
  }

  #readCases(names: { readonly [guid: string]: Json }): void {
    for (const one of below(this.#root, 'Cases', 'Case')) {
      const guid = guidOf(one)
      const named = names[guid]
      const { id, kind } = isObject(named) ? named : {}
      const name = one.attributes['name'] ?? ''
      // MAXQDA writes cases without a name, which stand for nobody.
      if (name === '' && id === undefined) continue
      this.#cases.set(guid, {
        id: typeof id === 'string' ? id : guid,
        name: name === '' ? guid : name,
        ...(typeof kind === 'string' ? { kind } : {}),
      })
      for (const ref of childrenOf(one, 'SelectionRef')) this.#caseOf.set(targetOf(ref), guid)
    }
  }

  /** What Stet calls a code, if it wrote it: a tag, or an answer. */
  nameOf(code: string): CodeName | null {
    const name = this.#names[code]
    return Array.isArray(name) && name.every(part => typeof part === 'string') ? (name as unknown as CodeName) : null
  }

  /** The name of anybody's code, behind those above it; undefined where there is no such code. */
  pathOf(code: string): string | undefined {
    return this.#paths.get(code)
  }

  userOf(guid: string | undefined): string | undefined {
    return guid === undefined ? undefined : this.#users.get(guid.toLowerCase())
  }

  variableOf(guid: string): string {
    return this.#variables.get(guid) ?? guid
  }

  entityOf(guid: string): ReadEntity | undefined {
    return this.#cases.get(guid)
  }

  /** The entity that a selection refers to. */
  entityOfSelection(guid: string): ReadEntity | undefined {
    return this.#cases.get(this.#caseOf.get(guid) ?? '')
  }

  /** The words of the notes that elements refer to, and of those that links join to a selection, as NVivo does. */
  notesOf(elements: readonly XmlElement[], selection: string): string[] {
    const refs = elements.flatMap(element => childrenOf(element, 'NoteRef').map(targetOf))
    const linked = (this.#linksAt.get(selection) ?? []).flatMap(link => {
      const ends = endsOf(link)
      const other = ends[0] === selection ? ends[1] : ends[1] === selection ? ends[0] : ''
      if (!this.#notes.has(other)) return []
      this.#usedLinks.add(link)
      return [other]
    })
    return [...new Set([...refs, ...linked])].flatMap(guid => {
      const note = this.#notes.get(guid)
      if (!note) return []
      this.#usedNotes.add(guid)
      const words = wordsIn(childOf(note, 'PlainTextContent'))
      return [words === '' ? (note.attributes['name'] ?? '') : words]
    })
  }

  /** The links that begin at a selection; each is handed out once. */
  linksFrom(guid: string): XmlElement[] {
    const links = (this.#linksAt.get(guid) ?? []).filter(link => endsOf(link)[0] === guid && !this.#usedLinks.has(link))
    for (const link of links) this.#usedLinks.add(link)
    return links
  }

  /** Tells what of the project has no place in Stet. */
  tellRest(tell: (untakeable: Untakeable) => void): void {
    const kinds = [
      ...below(this.#root, 'Sets', 'Set'),
      ...below(this.#root, 'Graphs', 'Graph'),
      ...[...this.#notes.values()].filter(note => !this.#usedNotes.has(guidOf(note))),
      ...this.#links.filter(link => !this.#usedLinks.has(link)),
    ]
    for (const { name, attributes } of kinds)
      tell(new Untakeable('unknown-kind', shortened(attributes['name'] || attributes['guid'] || name), name))
  }
}

export function guidOf(element: XmlElement): string {
  return (element.attributes['guid'] ?? '').toLowerCase()
}

export function targetOf(element: XmlElement | undefined): string {
  return (element?.attributes['targetGUID'] ?? '').toLowerCase()
}

/** From and to. */
export function endsOf({ attributes }: XmlElement): readonly [string, string] {
  return [(attributes['originGUID'] ?? '').toLowerCase(), (attributes['targetGUID'] ?? '').toLowerCase()]
}

function below(root: XmlElement, list: string, name: string): XmlElement[] {
  const element = childOf(root, list)
  return element ? childrenOf(element, name) : []
}

function namesIn(words: string): { readonly [key: string]: Json } {
  try {
    const value: Json = JSON.parse(words)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
