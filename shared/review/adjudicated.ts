import type { Origin } from '../annotation/annotation.ts'
import { isObject, type Json } from '../json/json.ts'

/** What an annotation in gold was made of, by whom and why. */
export interface Adjudicated {
  /** Of which annotations: in whose layer, and the revision of that layer's file. Sorted by layer and id. */
  readonly of: readonly AdjudicatedFrom[]
  /** The reviewer's id. */
  readonly by: string
  /** The id of one of the codebook's reasons. */
  readonly reason?: string
  /** What it was called then. */
  readonly reasonLabel?: string
}

export interface AdjudicatedFrom {
  readonly layer: string
  readonly annotation: string
  readonly revision: number
}

/** The origin of an annotation in gold. */
export function adjudicatedOrigin({ of, by, reason, reasonLabel }: Adjudicated): Origin {
  const sources = of.map(({ layer, annotation, revision }) => ({ layer, annotation, revision })).sort(bySource)
  return {
    kind: 'adjudicated',
    rest: JSON.stringify({ of: sources, by, ...reasonOf({ reason, reasonLabel }) }),
  }
}

/** What an origin says of what was decided; null where it isn't of a decision, or isn't understood. */
export function adjudicatedOf({ kind, rest }: Origin): Adjudicated | null {
  if (kind !== 'adjudicated' || rest === undefined) return null
  const said = JSON.parse(rest) as Json
  if (!isObject(said)) return null
  const { of, by, reason, reasonLabel } = said as { readonly [key: string]: Json }
  if (!Array.isArray(of) || typeof by !== 'string' || !of.every(isSource)) return null
  return { of, by, ...reasonOf({ reason, reasonLabel }) }
}

/** A reason with what it was called, as far as they are there. */
export function reasonOf({
  reason,
  reasonLabel,
}: {
  readonly reason?: Json | undefined
  readonly reasonLabel?: Json | undefined
}) {
  if (typeof reason !== 'string') return {}
  return { reason, ...(typeof reasonLabel === 'string' ? { reasonLabel } : {}) }
}

function isSource(value: unknown): value is AdjudicatedFrom {
  if (!isObject(value as Json)) return false
  const { layer, annotation, revision } = value as { readonly [key: string]: Json }
  return typeof layer === 'string' && typeof annotation === 'string' && typeof revision === 'number'
}

function bySource(one: AdjudicatedFrom, other: AdjudicatedFrom): number {
  return compare(one.layer, other.layer) || compare(one.annotation, other.annotation)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
