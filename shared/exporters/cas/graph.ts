import type { CasValue } from './model.ts'

/** Feature structures as a file has them, before anything is made of them. */
export interface CasGraph {
  readonly structures: ReadonlyMap<string, StructureRead>
  readonly sofas: readonly Sofa[]
  /** The structures that are in the index of a text, by its id. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether a type is another or comes from it, by what is known of types. */
  readonly isKind: (type: string, kind: string) => boolean
}

/** A text that structures stand in; null where the file only says where it is. */
export interface Sofa {
  readonly id: string
  readonly name: string
  readonly text: string | null
}

export interface StructureRead {
  readonly id: string
  readonly type: string
  /** The text that it stands in; null for what has no place. In UTF-16. */
  readonly place: { readonly sofa: string; readonly begin: number; readonly end: number } | null
  readonly values: ReadonlyMap<string, CasValue>
  /** What its features refer to; several where a feature is an array. */
  readonly references: ReadonlyMap<string, readonly string[]>
  readonly line?: number
}
