import type { Codebook } from '../codebook/codebook.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { codebookOf } from './codebookOf.ts'
import { type Entity, entityOf, type Never, neverOf, type ProjectPerson, projectPersonOf } from './entity.ts'
import { type Assignment, assignmentOf, type Round, roundOf, type Seal, sealOf } from './organised.ts'
import {
  attributeKey,
  type Collection,
  changesCodebook,
  collections,
  type DropEdit,
  type ProjectEdit,
  partsOfProjectEdit,
  type RecordPlace,
  type SetEdit,
  type SingleProjectEdit,
} from './projectEdit.ts'
import { markLeftBy, withoutVersion } from './projectFootprint.ts'

const codebookCollections = ['tags', 'attributes', 'links', 'reasons'] as const
const isOrdered = (of: Collection) => (codebookCollections as readonly Collection[]).includes(of)

/** Keys of a record that are known, in the order in which they are written. The others follow, sorted. */
const knownKeys: Readonly<Record<RecordPlace, readonly string[]>> = {
  codebook: ['id', 'version', 'tags', 'attributes', 'links', 'reasons', 'rulesOff'],
  tags: [
    ...['id', 'label', 'key', 'colour', 'mark', 'guidance', 'examples', 'snap', 'entityKinds'],
    ...['meaningChanged', 'mergedInto', 'retired'],
  ],
  attributes: ['id', 'tag', 'label', 'kind', 'choices', 'key', 'guidance', 'folded', 'meaningChanged', 'retired'],
  links: ['id', 'label', 'from', 'to', 'attributes', 'guidance', 'retired'],
  reasons: ['id', 'label', 'guidance', 'retired'],
  entities: [
    ...['id', 'kind', 'name', 'aliases', 'roles', 'parent', 'attributes', 'externalIds'],
    ...['note', 'mergedInto'],
  ],
  people: ['id', 'name'],
  nevers: ['id', 'text', 'tag'],
  assignments: ['id', 'article', 'annotator'],
  rounds: ['id', 'name', 'annotators', 'articles', 'begun', 'opened', 'openedBy'],
  seals: ['id', 'round', 'article', 'annotator', 'sha256', 'version', 'at'],
}

/** How many times an entity that was merged is followed; a chain this long is a mistake. */
const MAX_MERGES = 1000

/**
 * A project file as records with an id, changed in place by edits. Records are
 * held as they stand in the file, unknown keys and digits included, so that
 * applying an edit and its undo gives the same bytes.
 *
 * A file without a codebook has the default one; it is written, whole, once it
 * has been edited (`completed` sees to that).
 */
export class Project {
  /** What the file says beside its records: `id`, `name`, `gold`, `settings`, and what isn't known. */
  readonly head: JsonObject
  /** The codebook's own fields; empty while the default codebook holds and isn't written. */
  #own: JsonObject
  readonly #records: Readonly<Record<Collection, Map<string, JsonObject>>>
  #codebook: Codebook | null = null
  #entities: Map<string, Entity> | null = null
  #nevers: Map<string, Never> | null = null

  /** `file` is a project file that has passed the schema, or an empty object. */
  constructor(file: JsonObject = {}) {
    const book = isObject(file['codebook']) ? file['codebook'] : null
    const records = book ?? asFile(defaultCodebook)
    this.head = without(file, ['codebook', ...collections])
    this.#own = book ? without(book, codebookCollections) : {}
    this.#records = {
      tags: byKey('tags', records['tags']),
      attributes: byKey('attributes', records['attributes']),
      links: byKey('links', records['links']),
      reasons: byKey('reasons', records['reasons']),
      entities: byKey('entities', file['entities']),
      people: byKey('people', file['people']),
      nevers: byKey('nevers', file['nevers']),
      assignments: byKey('assignments', file['assignments']),
      rounds: byKey('rounds', file['rounds']),
      seals: byKey('seals', file['seals']),
    }
  }

  /** The codebook that holds; another object whenever it has changed. */
  get codebook(): Codebook {
    const { tags, attributes, links, reasons } = this.#records
    this.#codebook ??= codebookOf({
      own: { id: defaultCodebook.id, version: defaultCodebook.version, rulesOff: [], ...this.#own },
      tags: tags.values(),
      attributes: attributes.values(),
      links: links.values(),
      reasons: reasons.values(),
    })
    return this.#codebook
  }

  /** The register by id, in no order. It changes in place. */
  get entities(): ReadonlyMap<string, Entity> {
    this.#entities ??= viewOf(this.#records.entities, entityOf)
    return this.#entities
  }

  get nevers(): ReadonlyMap<string, Never> {
    this.#nevers ??= viewOf(this.#records.nevers, neverOf)
    return this.#nevers
  }

  get people(): readonly ProjectPerson[] {
    return [...this.#records.people.values()].map(projectPersonOf)
  }

  /** Who is to annotate what, a record for each annotator of an article. */
  get assignments(): readonly Assignment[] {
    return [...this.#records.assignments.values()].map(assignmentOf)
  }

  /** The sealed codings that were begun. */
  get rounds(): readonly Round[] {
    return [...this.#records.rounds.values()].map(roundOf)
  }

  /** What annotators sealed when they were done. */
  get seals(): readonly Seal[] {
    return [...this.#records.seals.values()].map(sealOf)
  }

  /** A record as it stands in the file; undefined where there is none. */
  record(of: RecordPlace, id: string): JsonObject | undefined {
    return of === 'codebook' ? this.#own : this.#records[of].get(id)
  }

  /** The names of a record's fields that this version doesn't know; those that hold null are left out. */
  unknownIn(of: RecordPlace, id: string): string[] {
    const record = this.record(of, id) ?? {}
    return Object.keys(record).filter(name => !knownKeys[of].includes(name) && record[name] !== null)
  }

  /** How many records a list has. */
  count(of: Collection): number {
    return this.#records[of].size
  }

  /** A record's place in its list, counted from 0; undefined where it isn't, or where the list has no order. */
  placeOf(of: RecordPlace, id: string): number | undefined {
    if (of === 'codebook' || !isOrdered(of)) return undefined
    const place = [...this.#records[of].keys()].indexOf(id)
    return place === -1 ? undefined : place
  }

  /**
   * The id of the entity that stands for this one now: itself, or where it was
   * merged into another, however often. Of entities that were merged in a circle
   * the same one stands for all. The id needn't be in the register.
   */
  resolve(id: string): string {
    const path = [id]
    for (let at = id; path.length <= MAX_MERGES; path.push(at)) {
      const next = this.#records.entities.get(at)?.['mergedInto']
      if (typeof next !== 'string') return at
      const seen = path.indexOf(next)
      if (seen !== -1) return path.slice(seen).reduce((one, other) => (other < one ? other : one))
      at = next
    }
    return id
  }

  /**
   * An edit with all that follows from it: a change of the codebook makes a new
   * version of it, and writes the default codebook whole where it held so far.
   *
   * What takes a change back makes a new version too: sidecars name the one that
   * was taken back, and its number may never stand for anything else. Only a
   * later version, or another codebook, comes with the number that it says.
   */
  completed(edit: ProjectEdit): ProjectEdit {
    if (!changesCodebook(edit)) return edit
    const { id, version } = this.codebook
    const said = markLeftBy(edit)
    const isAnother = typeof said.id === 'string' && said.id !== id
    if (typeof said.version === 'number' && (said.version > version || isAnother)) return edit
    const written = said.id === null ? defaultCodebook.id : isAnother || 'id' in this.#own ? undefined : id
    const fields = { ...(written === undefined ? {} : { id: written }), version: version + 1 }
    const next: SetEdit = { kind: 'set', of: 'codebook', id, fields }
    return { kind: 'all', edits: [...partsOfProjectEdit(withoutVersion(edit)), next] }
  }

  /** Does what the edit says and returns the edit that undoes it. Dropping what isn't there does nothing. */
  apply(edit: ProjectEdit): ProjectEdit {
    if (edit.kind === 'all') return { kind: 'all', edits: edit.edits.map(part => this.#applyOne(part)).reverse() }
    return this.#applyOne(edit)
  }

  /** The file as it is written: known keys first, records without an order by id, nothing that is empty. */
  file(): JsonObject {
    const { format, formatVersion, id, name, ...others } = this.head as Record<string, Json | undefined>
    const said: Record<string, Json | undefined> = {
      format: format ?? 'stet-project',
      formatVersion: formatVersion ?? 1,
      id,
      name,
      codebook: this.#codebookFile(),
      entities: this.#sorted('entities'),
      people: this.#sorted('people'),
      nevers: this.#sorted('nevers'),
      assignments: this.#sorted('assignments'),
      rounds: this.#sorted('rounds'),
      seals: this.#sorted('seals'),
      ...others,
    }
    return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, Json] => entry[1] !== undefined))
  }

  #codebookFile(): JsonObject | undefined {
    if (!('id' in this.#own)) return undefined
    // A codebook without reasons is written as it was before there were any.
    const written = codebookCollections.filter(of => of !== 'reasons' || this.#records.reasons.size > 0)
    const lists = written.map(of => [of, [...this.#records[of].values()].map(one => inOrder(of, one))])
    return inOrder('codebook', { ...this.#own, ...Object.fromEntries(lists) })
  }

  #sorted(of: Collection): Json | undefined {
    const records = this.#records[of]
    if (records.size === 0) return undefined
    return [...records.keys()].sort(byCodeUnit).map(id => inOrder(of, records.get(id)!))
  }

  #applyOne(edit: SingleProjectEdit): SingleProjectEdit {
    if (changesCodebook(edit)) this.#codebook = null
    const undo = edit.kind === 'drop' ? this.#drop(edit) : this.#set(edit)
    if (edit.of === 'entities' && this.#entities) follow(this.#entities, this.#records.entities, edit.id, entityOf)
    if (edit.of === 'nevers' && this.#nevers) follow(this.#nevers, this.#records.nevers, edit.id, neverOf)
    return undo
  }

  #drop({ of, id }: DropEdit): SingleProjectEdit {
    const was = this.#records[of].get(id)
    if (!was) return { kind: 'drop', of, id }
    const at = this.placeOf(of, id)
    this.#records[of].delete(id)
    return { kind: 'set', of, id, ...spelled(was, Object.keys(was)), ...(at === undefined ? {} : { at }) }
  }

  #set(edit: SetEdit): SingleProjectEdit {
    const { of, id, at } = edit
    const was = this.record(of, id)
    const now = changed(was ?? (of === 'attributes' ? {} : { id }), edit)
    if (of === 'codebook') {
      this.#own = now
      return { kind: 'set', of, id, ...spelled(was!, namesIn(edit)) }
    }
    const place = this.placeOf(of, id)
    this.#records[of].set(id, now)
    const moves = at !== undefined && isOrdered(of) && at !== place
    if (moves) this.#move(of, id, at)
    if (!was) return { kind: 'drop', of, id }
    return { kind: 'set', of, id, ...spelled(was, namesIn(edit)), ...(moves ? { at: place! } : {}) }
  }

  #move(of: Collection, id: string, at: number): void {
    const records = this.#records[of]
    const entries = [...records].filter(([key]) => key !== id)
    entries.splice(at, 0, [id, records.get(id)!])
    records.clear()
    for (const [key, record] of entries) records.set(key, record)
  }
}

/** The fields that an edit names. */
function namesIn({ fields, nulls = [] }: SetEdit): string[] {
  return [...new Set([...Object.keys(fields), ...nulls])]
}

function changed(was: JsonObject, { fields, nulls = [] }: SetEdit): JsonObject {
  const now = new Map(Object.entries(was))
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) now.delete(name)
    else now.set(name, value)
  }
  for (const name of nulls) now.set(name, null)
  return Object.fromEntries(now)
}

/** How a record says these fields, as an edit spells it. */
function spelled(record: JsonObject, names: readonly string[]): Pick<SetEdit, 'fields' | 'nulls'> {
  const nulls = names.filter(name => Object.hasOwn(record, name) && record[name] === null)
  const others = names.filter(name => !nulls.includes(name))
  const fields = Object.fromEntries(
    others.map(name => [name, Object.hasOwn(record, name) ? record[name]! : null] as const),
  )
  return nulls.length > 0 ? { fields, nulls } : { fields }
}

/** What a record is called in its list. */
export function keyOf(of: Collection, record: JsonObject): string {
  return of === 'attributes' ? attributeKey(record as { tag: string; id: string }) : (record['id'] as string)
}

function byKey(of: Collection, records: Json | undefined): Map<string, JsonObject> {
  return new Map(((records as readonly JsonObject[] | undefined) ?? []).map(record => [keyOf(of, record), record]))
}

function viewOf<V>(records: ReadonlyMap<string, JsonObject>, read: (record: JsonObject) => V): Map<string, V> {
  return new Map([...records].map(([id, record]) => [id, read(record)]))
}

function follow<V>(
  view: Map<string, V>,
  records: ReadonlyMap<string, JsonObject>,
  id: string,
  read: (record: JsonObject) => V,
): void {
  const record = records.get(id)
  if (record) view.set(id, read(record))
  else view.delete(id)
}

function inOrder(of: RecordPlace, record: JsonObject): JsonObject {
  const known = knownKeys[of].filter(key => Object.hasOwn(record, key))
  const others = Object.keys(record)
    .filter(key => !knownKeys[of].includes(key))
    .sort(byCodeUnit)
  return Object.fromEntries([...known, ...others].map(key => [key, record[key]!]))
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))
}

/** A codebook as it stands in a file. */
function asFile(codebook: Codebook): JsonObject {
  return codebook as unknown as JsonObject
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
