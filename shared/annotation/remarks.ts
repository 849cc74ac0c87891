import { isOpaqueEntry, type Opaque } from './opaque.ts'

/**
 * Comments, or verdicts, of a layer by id: those that are understood, and those
 * that can only be carried. An id is one or the other, never both.
 */
export class Remarks<T extends { readonly id: string }> {
  readonly known = new Map<string, T>()
  readonly opaque = new Map<string, Opaque>()

  constructor(entries: Iterable<T | Opaque>) {
    for (const entry of entries) this.put(entry)
  }

  get(id: string): T | Opaque | undefined {
    return this.known.get(id) ?? this.opaque.get(id)
  }

  /** What stood there under its id. */
  put(entry: T | Opaque): T | Opaque | undefined {
    const was = this.remove(entry.id)
    if (isOpaqueEntry(entry)) this.opaque.set(entry.id, entry)
    else this.known.set(entry.id, entry)
    return was
  }

  /** What stood there. */
  remove(id: string): T | Opaque | undefined {
    const was = this.get(id)
    this.known.delete(id)
    this.opaque.delete(id)
    return was
  }

  /** All of them, in no particular order. */
  all(): (T | Opaque)[] {
    return [...this.known.values(), ...this.opaque.values()]
  }
}
