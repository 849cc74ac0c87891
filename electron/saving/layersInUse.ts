/**
 * Which layers are open for writing, in all windows of this process. Two
 * workspaces may overlap, so it is the file's absolute path that counts.
 */
export class LayersInUse {
  readonly #holders = new Map<string, object>()

  /** Whether the layer is now the holder's; false while another has it. */
  take(path: string, holder: object): boolean {
    const present = this.#holders.get(path)
    if (present && present !== holder) return false
    this.#holders.set(path, holder)
    return true
  }

  /** Gives back everything that the holder has. */
  leave(holder: object): void {
    for (const [path, present] of this.#holders) if (present === holder) this.#holders.delete(path)
  }
}
