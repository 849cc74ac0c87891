import type { Span } from '../../annotation/span.ts'

/**
 * A layer in the terms of UIMA, as INCEpTION uses them: spans of a type with
 * features; slots, which fill a frame's roles; features that refer to other
 * spans; and relations from a governor to a dependent. WebAnno TSV, CAS XMI
 * and JSON CAS are three ways to write it down. Offsets are UTF-16.
 */
export interface CasLayer {
  readonly spans: readonly CasSpan[]
  readonly relations: readonly CasRelation[]
}

/** A value of a feature; several are an array of strings. `json` is a value of another shape, as JSON text. */
export type CasValue = string | number | boolean | readonly string[] | { readonly json: string }
export type CasFeatures = ReadonlyMap<string, CasValue>

export interface CasSpan extends Span {
  /** Unique in the layer. */
  readonly key: string
  readonly type: string
  readonly features: CasFeatures
  readonly slots: readonly CasSlot[]
  readonly references: readonly CasReference[]
  /** Of the file it was read from, counted from 1. */
  readonly line?: number
}

/** A filler of a role; one without a name is null. */
export interface CasSlot {
  readonly feature: string
  readonly role: string | null
  readonly to: string
}

/** A feature whose value is another span. */
export interface CasReference {
  readonly feature: string
  readonly to: string
}

export interface CasRelation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly features: CasFeatures
  readonly line?: number
}

/** What a feature of a type holds, or what a type is. */
export type FeatureKind = 'text' | 'number' | 'yes' | 'several' | 'json' | 'slot' | 'reference'

/** What features and types are already, so that none becomes two things. */
export interface Declared {
  /** Whether a feature of a type may hold this; from the first yes on it holds nothing else. */
  takes(type: string, feature: string, kind: FeatureKind): boolean
  /** Whether a type may be one of spans or of relations; from the first yes on it is. */
  is(type: string, what: 'span' | 'relation'): boolean
}
