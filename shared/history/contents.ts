import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { idIn, type ListName, listNames, lists } from '../sidecar/keptSidecar.ts'
import { FileAnnotation, FileLink, FileUnplaced, Sidecar } from '../sidecar/schema.ts'
import type { Step } from './moment.ts'

/** Where a thing stands in a sidecar. */
export type Place = ListName | 'status'

/** How a thing of a sidecar is to be held. `file` is the sidecar that it belongs to, which says in which text it counts. */
export interface Form<T> {
  of(place: Place, value: Json, file: JsonObject): T
  isSame(one: T, other: T): boolean
}

interface Held<T> {
  readonly place: Place
  readonly value: T
}

/** What a layer holds at one moment, by name, while its history is read. */
export class Contents<T> {
  private readonly form: Form<T>
  private readonly file: JsonObject
  private readonly held: Map<string, Held<T>>

  /** Everything that a checked sidecar holds. */
  constructor(file: JsonObject, form: Form<T>) {
    this.form = form
    this.file = file
    this.held = new Map([['status', this.hold('status', file['status'] ?? 'in-progress')]])
    for (const list of listNames)
      for (const thing of file[list] as readonly JsonObject[])
        this.held.set(nameOf(list, String(thing['id'])), this.hold(list, thing))
  }

  /** Each thing by its name. */
  values(): Map<string, T> {
    return new Map([...this.held].map(([name, { value }]) => [name, value]))
  }

  /** Does what an edit of the history says; each thing that it changed, once. Throws a RangeError, and changes nothing, for an edit that it doesn't know. */
  apply(edit: JsonObject): Step<T>[] {
    const before = new Map<string, Held<T> | undefined>()
    try {
      this.change(edit, before)
    } catch (error) {
      for (const [name, was] of before) this.put(name, was)
      throw error
    }
    return [...before].flatMap(([name, was]) => this.step(name, was?.value, this.held.get(name)?.value))
  }

  /** What has to change for these contents to be those. */
  differences(next: Contents<T>): Step<T>[] {
    const names = new Set([...this.held.keys(), ...next.held.keys()])
    return [...names].flatMap(name => this.step(name, this.held.get(name)?.value, next.held.get(name)?.value))
  }

  private change(edit: JsonObject, before: Map<string, Held<T> | undefined>): void {
    if (edit['kind'] === 'all') {
      for (const part of partsOf(edit)) this.change(part, before)
      return
    }
    if (edit['kind'] === 'status') {
      if (!Sidecar.shape.status.safeParse(edit['status']).success) throw notAnEdit(edit)
      this.set('status', this.hold('status', edit['status']!), before)
      return
    }
    const list = listNames.find(name => edit['kind'] === lists[name].put || edit['kind'] === lists[name].remove)
    if (!list) throw notAnEdit(edit)
    const isPut = edit['kind'] === lists[list].put
    if (isPut && !shapes[list].safeParse(edit[lists[list].thing]).success) throw notAnEdit(edit)
    const name = nameOf(list, String(idIn(edit, list)))
    if (isPut) this.set(name, this.hold(list, edit[lists[list].thing] as JsonObject), before)
    // What is removed from one list may stand in the other, and stays there.
    else if (this.held.get(name)?.place === list) this.set(name, undefined, before)
  }

  private set(name: string, held: Held<T> | undefined, before: Map<string, Held<T> | undefined>): void {
    if (!before.has(name)) before.set(name, this.held.get(name))
    this.put(name, held)
  }

  private put(name: string, held: Held<T> | undefined): void {
    if (held) this.held.set(name, held)
    else this.held.delete(name)
  }

  private hold(place: Place, value: Json): Held<T> {
    return { place, value: this.form.of(place, value, this.file) }
  }

  private step(name: string, was: T | undefined, now: T | undefined): Step<T>[] {
    if (was === undefined ? now === undefined : now !== undefined && this.form.isSame(was, now)) return []
    return [{ name, was: was ?? null, now: now ?? null }]
  }
}

const { comments, verdicts } = Sidecar.shape
const shapes = {
  annotations: FileAnnotation,
  links: FileLink,
  unplaced: FileUnplaced,
  comments: comments.element,
  verdicts: verdicts.element,
} as const

function partsOf({ edits }: JsonObject): readonly JsonObject[] {
  if (!Array.isArray(edits) || !edits.every(isObject)) throw new RangeError('No list of edits')
  return edits
}

function notAnEdit({ kind }: JsonObject): RangeError {
  return new RangeError(`No edit of the kind ${String(kind)}`)
}

/** An id is placed or unplaced, never both: it has one name. */
function nameOf(list: ListName, id: string): string {
  return list === 'unplaced' ? `annotation ${id}` : `${lists[list].thing} ${id}`
}
