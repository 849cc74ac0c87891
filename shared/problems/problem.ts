import type { ProblemKind } from './kinds.ts'

/**
 * A problem is a failure that we expect and can explain.
 *
 * It crosses the bridge as plain data (`kind`, `detail`); what a person reads
 * stands in `shared/words/`. Anything that isn't a Problem is a bug, and is reported
 * as one.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  /** One sentence of particulars: for the "Details" fold and the log, never for the headline. Holds no path outside the workspace. */
  readonly detail: string

  constructor(kind: ProblemKind, detail = '', options?: ErrorOptions) {
    super(detail ? `${kind}: ${detail}` : kind, options)
    this.kind = kind
    this.detail = detail
  }
}

/** A problem as data, as it crosses the bridge and stands in lists. */
export interface ProblemNotice {
  readonly kind: ProblemKind
  readonly detail: string
}
