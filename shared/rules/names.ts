/** Which annotations stand on the same name: kept up by each edit, so that asking costs nothing. */
export class Names {
  private readonly nameOf = new Map<string, string>()
  private readonly holders = new Map<string, Set<string>>()

  /**
   * The annotation stands on this name from now on; null for none. Answers the
   * names that have to be looked at anew, the one before among them.
   */
  set(annotation: string, name: string | null): readonly string[] {
    const before = this.nameOf.get(annotation)
    const touched = [...new Set([before, name])].filter(one => one !== undefined && one !== null)
    if (before === (name ?? undefined)) return touched
    if (before !== undefined) {
      const holders = this.holders.get(before)!
      holders.delete(annotation)
      if (holders.size === 0) this.holders.delete(before)
    }
    this.nameOf.delete(annotation)
    if (name === null) return touched
    this.nameOf.set(annotation, name)
    this.holders.set(name, (this.holders.get(name) ?? new Set()).add(annotation))
    return touched
  }

  /** The ids of the annotations on a name, in no particular order. */
  on(name: string): ReadonlySet<string> {
    return this.holders.get(name) ?? none
  }
}

const none: ReadonlySet<string> = new Set()
