import type { Rest } from '../annotation/annotation.ts'

/** Whose layer it is. `key` is random and stays on the person's device; without it a layer is a colleague's. */
export interface Annotator {
  readonly id: string
  readonly name: string
  readonly key?: string
  readonly rest?: Rest
}

/** A person, and what tells their layers from those of another of the same id. */
export interface Keyed {
  readonly id: string
  /** For layers that are made on this device. */
  readonly key: string
  /** Of layers that the person made on other devices, as they said. */
  readonly also?: readonly string[]
}

/** Whether a layer of a person's id is theirs; one without a key is whoever's it says. */
export function isOwnKey(key: string | undefined, me: Keyed): boolean {
  return key === undefined || key === me.key || (me.also?.includes(key) ?? false)
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
  readonly articleRest?: Rest
  /** Unknown keys of a zone, by `start-end-zone`. */
  readonly zoneRests: ReadonlyMap<string, Rest>
  readonly rest?: Rest
}
