import type { Entry } from '../history/history.ts'
import { isSame } from '../json/isSame.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { listNames, lists } from '../sidecar/keptSidecar.ts'
import { type Collection, collections, entriesOf, fieldsOf } from './sidecarEntries.ts'

/**
 * What a copy of a layer was probably made from: of each of its entries, the
 * state that this device's history knows and that the copy differs from the
 * least, of several the first: in doubt a person is asked. An entry that was never known here is the
 * copy's own. So what the copy merely remembers from earlier is no change of
 * it, and what was deleted here since stays deleted.
 *
 * Where somebody else's change replaced an entry, as a sync service does that
 * takes the other version, no earlier state of it says what both began with.
 *
 * A sidecar in the form of files, to be merged with as what both began with;
 * null where the history tells of no beginning. `fileOf` gives the file that a
 * history began with by its hash, where the history doesn't hold it itself.
 */
export function knownBefore(
  copy: JsonObject,
  current: JsonObject,
  history: readonly Entry[],
  fileOf: (sha256: string) => JsonObject | null = () => null,
): JsonObject | null {
  const past = new Past()
  for (const entry of history) {
    const file = entry.kind === 'base' ? (entry.file ?? fileOf(entry.sha256!)) : null
    if (file) past.file(file)
    if (entry.kind === 'edit') past.edit(entry.edit)
  }
  if (!past.hasBegun) return null
  past.file(current)
  const nearest = (of: Collection) =>
    [...entriesOf(copy, of)].flatMap(([id, entry]) => past.nearest(of, id, entry) ?? [])
  const { status: _, ...others } = current
  const status = past.statusBefore(copy['status'])
  return {
    ...others,
    annotations: nearest('annotations'),
    unplaced: [],
    links: nearest('links'),
    comments: nearest('comments'),
    verdicts: nearest('verdicts'),
    ...(status === undefined ? {} : { status }),
  }
}

/** The states of one entry, the first of them first. */
interface States {
  readonly all: JsonObject[]
  /** Whether the first of them came from elsewhere, so that nobody knows what it was made from. */
  readonly isForeign: boolean
  /** Whether it was taken away here. */
  isGone: boolean
}

/** Every state of every entry that a history tells of. */
class Past {
  hasBegun = false
  readonly #states = Object.fromEntries(collections.map(of => [of, new Map()])) as Record<
    Collection,
    Map<string, States>
  >
  /** A layer begins like that, before anything is said of it. */
  #statuses: Json[] = ['in-progress']
  #isStatusForeign = false

  /** A file as it was found. What it says otherwise than all that went before came from elsewhere, but for what it all begins with. */
  file(file: JsonObject): void {
    const isForeign = this.hasBegun
    for (const of of collections) {
      const [states, entries] = [this.#states[of], entriesOf(file, of)]
      for (const [id, { isGone }] of states) if (!isGone && !entries.has(id)) states.delete(id)
      for (const [id, entry] of entries) {
        const before = states.get(id)
        if (!before || before.isGone || differences(before.all.at(-1)!, entry) > 0)
          states.set(id, { all: [entry], isForeign, isGone: false })
      }
    }
    const status = file['status'] as Json
    if (status !== this.#statuses.at(-1)) {
      this.#statuses = isForeign ? [status] : [...this.#statuses, status]
      this.#isStatusForeign = isForeign
    }
    this.hasBegun = true
  }

  edit(edit: JsonObject): void {
    const { kind } = edit
    if (kind === 'all') for (const part of edit['edits'] as readonly JsonObject[]) this.edit(part)
    for (const list of listNames) {
      const of = list === 'unplaced' ? 'annotations' : list
      const { put, remove, thing } = lists[list]
      if (kind === put) this.#add(of, edit[thing] as JsonObject)
      if (kind === remove) this.#remove(of, edit['id'] as string)
    }
    if (kind === 'status') this.#statuses.push(edit['status'] as Json)
  }

  /** What the copy's status says nothing new against; undefined where nobody knows. */
  statusBefore(status: Json | undefined): Json | undefined {
    if (status !== undefined && this.#statuses.includes(status)) return status
    return this.#isStatusForeign ? undefined : this.#statuses.at(-1)
  }

  nearest(of: Collection, id: string, entry: JsonObject): JsonObject | undefined {
    const states = this.#states[of].get(id)
    let best: JsonObject | undefined
    let least = states?.isForeign ? 1 : Number.POSITIVE_INFINITY
    for (const state of states?.all ?? []) {
      const distance = differences(state, entry)
      if (distance >= least || (distance > 0 && isLater(state, entry))) continue
      best = state
      least = distance
    }
    return best
  }

  #add(of: Collection, entry: JsonObject): void {
    const id = entry['id'] as string
    const states = this.#states[of].get(id)
    if (!states) this.#states[of].set(id, { all: [entry], isForeign: false, isGone: false })
    else {
      states.all.push(entry)
      states.isGone = false
    }
  }

  #remove(of: Collection, id: string): void {
    const states = this.#states[of].get(id)
    if (states) states.isGone = true
  }
}

/** Whether a state was made after an entry that says something else: then the entry wasn't made from it. */
function isLater(state: JsonObject, entry: JsonObject): boolean {
  const [one, other] = [state['modified'], entry['modified']]
  return typeof one === 'string' && typeof other === 'string' && one > other
}

/** In how many fields two states differ. */
function differences(one: JsonObject, other: JsonObject): number {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)]
  return [...new Set([...fields.keys(), ...others.keys()])].filter(name => !isSame(fields.get(name), others.get(name)))
    .length
}
