/** A desk as other windows see it. */
export interface ShownDesk {
  /** Comes to the front with a folder that it has, or with one article in it. */
  show(path: string): Promise<void>
  /** Somebody else sits at all desks now. */
  personChanged(): void
}

/** Which desk has which workspace, by the folder's real path: a workspace is open in one window at most. */
export class DesksByFolder {
  readonly #desks = new Map<string, ShownDesk>()

  /** The desk that has a folder, or is opening it. */
  deskAt(folder: string): ShownDesk | null {
    return this.#desks.get(folder) ?? null
  }

  all(): ShownDesk[] {
    return [...new Set(this.#desks.values())]
  }

  take(folder: string, desk: ShownDesk): void {
    this.#desks.set(folder, desk)
  }

  /** Nothing happens where another desk has it. */
  leave(folder: string, desk: ShownDesk): void {
    if (this.#desks.get(folder) === desk) this.#desks.delete(folder)
  }
}
