import type { Rest } from '../annotation/annotation.ts'

/** Whose layer it is. `key` is random and stays on the person's device; without it a layer is a colleague's. */
export interface Annotator {
  readonly id: string
  readonly name: string
  readonly key?: string
  readonly rest?: Rest
}

/** Which codebook an annotation was made under. */
export interface CodebookMark {
  readonly id: string
  readonly version: number
  /** sha256 of the codebook as canonical JSON. */
  readonly hash: string
  readonly rest?: Rest
}

/** Everything that a sidecar says beside its layer and its article, carried from file to file. */
export interface Head {
  readonly revision: number
  /** ISO 8601, in UTC. */
  readonly created: string
  readonly modified: string
  readonly annotator: Annotator
  readonly codebook: CodebookMark
  /** The arrays `comments` and `verdicts`, as JSON text. */
  readonly comments: string
  readonly verdicts: string
  readonly articleRest?: Rest
  /** Unknown keys of a zone, by `start-end-zone`. */
  readonly zoneRests: ReadonlyMap<string, Rest>
  readonly rest?: Rest
}
