import type { DatasetAttributes } from '../../dataset/dataset.ts'

/** A document of GATE, however it was written down. */
export interface GateDocument {
  readonly text: string
  readonly features: DatasetAttributes
  readonly annotations: readonly GateAnnotation[]
  readonly relations: readonly GateRelation[]
}

export interface GateAnnotation {
  /** The name of its set; '' for the usual one. */
  readonly set: string
  readonly id: string
  readonly type: string
  /** In UTF-16; null where the file says no place that the text has. */
  readonly span: { readonly start: number; readonly end: number } | null
  readonly features: DatasetAttributes
  readonly line?: number
}

export interface GateRelation {
  readonly set: string
  readonly id: string
  readonly type: string
  /** The ids of annotations of its set. */
  readonly members: readonly string[]
  readonly features: DatasetAttributes
  readonly line?: number
}
