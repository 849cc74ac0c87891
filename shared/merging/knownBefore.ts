import type { Entry } from '../history/history.ts'
import { isSame } from '../json/isSame.ts'
import type { JsonObject } from '../json/json.ts'
import { type Collection, collections, entriesOf, fieldsOf } from './sidecarEntries.ts'

/**
 * What a copy of a layer was probably made from: of each of its entries, the
 * state that this device's history knows and that the copy differs from the
 * least, of several the first: in doubt a person is asked. An entry that was never known here is the
 * copy's own. So what the copy merely remembers from earlier is no change of
 * it, and what was deleted here since stays deleted.
 *
 * A sidecar in the form of files, to be merged with as what both began with.
 */
export function knownBefore(copy: JsonObject, current: JsonObject, history: readonly Entry[]): JsonObject {
  const past = new Past()
  for (const entry of history) {
    if (entry.kind === 'base' && entry.file) past.file(entry.file)
    if (entry.kind === 'edit') past.edit(entry.edit)
  }
  past.file(current)
  const nearest = (of: Collection) =>
    [...entriesOf(copy, of)].flatMap(([id, entry]) => past.nearest(of, id, entry) ?? [])
  return {
    ...current,
    annotations: nearest('annotations'),
    unplaced: [],
    links: nearest('links'),
    status: past.statuses.has(copy['status'] as string) ? copy['status']! : current['status']!,
  }
}

/** Every state of every entry that a history tells of. */
class Past {
  /** A layer begins like that, before anything is said of it. */
  readonly statuses = new Set<string>(['in-progress'])
  readonly #states: Record<Collection, Map<string, JsonObject[]>> = { annotations: new Map(), links: new Map() }

  file(file: JsonObject): void {
    for (const of of collections) for (const entry of entriesOf(file, of).values()) this.#add(of, entry)
    this.statuses.add(file['status'] as string)
  }

  edit(edit: JsonObject): void {
    const { kind } = edit
    if (kind === 'all') for (const part of edit['edits'] as readonly JsonObject[]) this.edit(part)
    if (kind === 'put') this.#add('annotations', edit['annotation'] as JsonObject)
    if (kind === 'putUnplaced') this.#add('annotations', edit['unplaced'] as JsonObject)
    if (kind === 'putLink') this.#add('links', edit['link'] as JsonObject)
    if (kind === 'status') this.statuses.add(edit['status'] as string)
  }

  nearest(of: Collection, id: string, entry: JsonObject): JsonObject | undefined {
    let best: JsonObject | undefined
    let least = Number.POSITIVE_INFINITY
    for (const state of this.#states[of].get(id) ?? []) {
      const distance = differences(state, entry)
      if (distance >= least) continue
      best = state
      least = distance
    }
    return best
  }

  #add(of: Collection, entry: JsonObject): void {
    const id = entry['id'] as string
    const states = this.#states[of].get(id)
    if (states) states.push(entry)
    else this.#states[of].set(id, [entry])
  }
}

/** In how many fields two states differ. */
function differences(one: JsonObject, other: JsonObject): number {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)]
  return [...new Set([...fields.keys(), ...others.keys()])].filter(name => !isSame(fields.get(name), others.get(name)))
    .length
}
