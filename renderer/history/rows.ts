import { annotationIn } from '../../shared/history/fields.ts'
import type { Moment } from '../../shared/history/moment.ts'
import type { Past } from '../../shared/history/past.ts'
import { heldIn, partOf, type Thing } from '../../shared/history/thing.ts'
import type { PastFilter } from '../state/past.ts'

/** A row of the list of what was done. Numbers are those of moments. */
export type Row =
  | { readonly kind: 'now' }
  /** What was done in one go; choosing it leads to its last moment. */
  | { readonly kind: 'session'; readonly first: number; readonly last: number }
  | { readonly kind: 'moment'; readonly index: number }
  /** An annotation that was deleted; the moment is the last one at which it stood. */
  | {
      readonly kind: 'deleted'
      readonly index: number
      readonly id: string
      readonly thing: Thing
      readonly at: string
    }

/** After so long without a change another sitting begins. */
const PAUSE_MS = 30 * 60_000

/** What is listed, the latest first. `selected` is the id of the selected annotation. */
export function rowsOf({ moments }: Past, filter: PastFilter, selected: string | null): Row[] {
  if (filter === 'selected') {
    const name = `annotation ${selected}`
    return momentRows(moments, ({ steps }) => steps.some(step => step.name === name))
  }
  if (filter === 'versions') return momentRows(moments, ({ version }) => version !== null)
  const rows: Row[] = [{ kind: 'now' }]
  for (let last = moments.length - 1; last >= 0; ) {
    const first = beginningOf(moments, last)
    rows.push({ kind: 'session', first, last })
    for (let index = last; index >= first; index--) rows.push({ kind: 'moment', index })
    last = first - 1
  }
  return rows
}

function momentRows(moments: readonly Moment<Thing>[], isListed: (moment: Moment<Thing>) => boolean): Row[] {
  const rows: Row[] = []
  for (let index = moments.length - 1; index >= 0; index--)
    if (isListed(moments[index]!)) rows.push({ kind: 'moment', index })
  return rows
}

/** The first moment of the sitting that ends with one: no long pause, and no midnight, in between. */
function beginningOf(moments: readonly Moment<Thing>[], last: number): number {
  let first = last
  while (first > 0 && isTogether(moments[first - 1]!.at, moments[first]!.at)) first--
  return first
}

function isTogether(before: string, after: string): boolean {
  const [from, to] = [new Date(before), new Date(after)]
  return !(to.getTime() - from.getTime() > PAUSE_MS) && from.toDateString() === to.toDateString()
}

/** Annotations that were deleted and aren't there now, the latest first: each as it stood last. */
export function deletedRows(past: Past, isGone: (name: string) => boolean): Row[] {
  const { moments } = past
  const seen = new Set<string>()
  const rows: Row[] = []
  for (let index = moments.length - 1; index >= 0; index--) {
    const { steps, device, at, isKnown } = moments[index]!
    if (!isKnown) continue
    for (const { name, was, now } of steps) {
      if (partOf(name).part !== 'annotation' || seen.has(name)) continue
      seen.add(name)
      if (now !== null || !annotationIn(was) || !isGone(name)) continue
      const before = moments.findLastIndex((one, i) => i < index && one.device === device && one.isKnown)
      if (before !== -1) rows.push({ kind: 'deleted', index: before, id: partOf(name).id, thing: was!, at })
    }
  }
  return rows
}

/** The row that stands for the moment that is looked at; -1 where it isn't listed. */
export function rowOf(rows: readonly Row[], at: number | null, selected: string | null): number {
  if (at === null) return rows.findIndex(({ kind }) => kind === 'now')
  return rows.findIndex(
    row =>
      (row.kind === 'moment' && row.index === at) ||
      (row.kind === 'deleted' && row.index === at && row.id === selected),
  )
}

/** Whether a name stands for nothing in a layer. */
export const isGoneFrom =
  (layer: Parameters<typeof heldIn>[0]) =>
  (name: string): boolean =>
    heldIn(layer, name) === null
