/** A name, and the entity that an annotation refers to by it. */
export interface Held {
  readonly name: string
  readonly entity: string
}

type Holders = Map<string, Set<string>>

/**
 * Which annotations refer to which entities by the same name: kept up by each
 * edit, so that asking doesn't cost what the number of mentions costs.
 */
export class Names {
  private readonly heldBy = new Map<string, Held>()
  private readonly holders = new Map<string, Holders>()
  /** Names that are held by more than one entity. */
  readonly shared = new Set<string>()

  /**
   * What the annotation holds from now on; null for nothing. Answers the names
   * that have to be looked at anew, the one before among them.
   */
  set(annotation: string, held: Held | null): readonly string[] {
    const before = this.heldBy.get(annotation)
    if (before) this.let(annotation, before)
    if (held) {
      this.heldBy.set(annotation, held)
      const holders: Holders = this.holders.get(held.name) ?? new Map()
      this.holders.set(held.name, holders)
      holders.set(held.entity, (holders.get(held.entity) ?? new Set()).add(annotation))
      if (holders.size > 1) this.shared.add(held.name)
    }
    return [...new Set([before?.name, held?.name])].filter(name => name !== undefined)
  }

  /** The ids of the annotations on a name, by the entity that they refer to, in no particular order. */
  on(name: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.holders.get(name) ?? none
  }

  private let(annotation: string, { name, entity }: Held): void {
    this.heldBy.delete(annotation)
    const holders = this.holders.get(name)!
    const ids = holders.get(entity)!
    ids.delete(annotation)
    if (ids.size === 0) holders.delete(entity)
    if (holders.size < 2) this.shared.delete(name)
    if (holders.size === 0) this.holders.delete(name)
  }
}

const none: ReadonlyMap<string, ReadonlySet<string>> = new Map()
