/**
 * A comment or a verdict that isn't shaped like one that this version knows:
 * carried as it came, and shown nowhere.
 */
export interface Opaque {
  readonly id: string
  /** All of it as JSON text, digit for digit. */
  readonly json: string
}

/** Whether an entry can only be carried. */
export function isOpaqueEntry(entry: object): entry is Opaque {
  return 'json' in entry
}
