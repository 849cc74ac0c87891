import type { KeptFile, RecordedEdit } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { checkSidecar, readSidecar } from './readSidecar.ts'

/** The arrays of a sidecar that edits change, and the edits that change them. */
export const lists = {
  annotations: { put: 'put', remove: 'remove', thing: 'annotation' },
  links: { put: 'putLink', remove: 'removeLink', thing: 'link' },
  unplaced: { put: 'putUnplaced', remove: 'removeUnplaced', thing: 'unplaced' },
  comments: { put: 'putComment', remove: 'removeComment', thing: 'comment' },
  verdicts: { put: 'putVerdict', remove: 'removeVerdict', thing: 'verdict' },
} as const
export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** Sidecars, as recovering them needs to know them. A name is `LIST/ID`, such as `annotations/ID`, or `status`. */
export const keptSidecar: KeptFile = {
  read: readSidecar,
  check: checkSidecar,

  replay(file, edits) {
    if (edits.length === 0) return file
    const now = new Replay(file)
    for (const { edit } of edits) now.apply(edit)
    return checkSidecar(now.result(edits.at(-1)!))
  },

  touched(edit) {
    if (edit['kind'] === 'all') return (edit['edits'] as readonly JsonObject[]).flatMap(part => this.touched(part))
    const list = listNames.find(name => edit['kind'] === lists[name].put || edit['kind'] === lists[name].remove)
    return [list ? `${list}/${idIn(edit, list)}` : 'status']
  },

  part(file, name) {
    if (name === 'status') return textOf(file['status'] ?? null)
    const [list, id] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)]
    const thing = (file[list] as readonly JsonObject[]).find(one => one['id'] === id)
    return thing && textOf(thing)
  },
}

/** A sidecar's lists by id, while edits are replayed onto them. */
class Replay {
  private readonly maps: Record<ListName, Map<unknown, JsonObject>>
  private status: JsonObject[string]
  private readonly file: JsonObject

  constructor(file: JsonObject) {
    this.file = file
    const byId = (name: ListName) => new Map((file[name] as readonly JsonObject[]).map(thing => [thing['id'], thing]))
    this.maps = Object.fromEntries(listNames.map(name => [name, byId(name)])) as typeof this.maps
    this.status = file['status'] ?? 'in-progress'
  }

  apply(edit: JsonObject): void {
    const { kind } = edit
    if (kind === 'all') {
      for (const part of edit['edits'] as readonly JsonObject[]) this.apply(part)
      return
    }
    if (kind === 'status') {
      this.status = edit['status'] ?? 'in-progress'
      return
    }
    const list = listNames.find(name => kind === lists[name].put || kind === lists[name].remove)
    if (!list) throw new RangeError(`No edit of the kind ${String(kind)}`)
    const id = idIn(edit, list)
    this.maps[list].delete(id)
    if (kind !== lists[list].put) return
    // An id is placed or unplaced, never both, as in `Layer.apply`.
    if (list === 'annotations') this.maps.unplaced.delete(id)
    if (list === 'unplaced') this.maps.annotations.delete(id)
    this.maps[list].set(id, edit[lists[list].thing] as JsonObject)
  }

  result({ revision, at }: RecordedEdit): JsonObject {
    const lists = Object.fromEntries(listNames.map(name => [name, [...this.maps[name].values()]]))
    // After somebody else's change the file may be ahead of what was recorded here.
    const grown = Math.max(revision, (this.file['revision'] as number) + 1)
    return { ...this.file, ...lists, revision: grown, status: this.status, modified: at }
  }
}

/** The id of what a plain edit of one of the lists puts or removes. */
export function idIn(edit: JsonObject, list: ListName): string {
  const { put, thing } = lists[list]
  return (edit['kind'] === put ? (edit[thing] as JsonObject)['id'] : edit['id']) as string
}
