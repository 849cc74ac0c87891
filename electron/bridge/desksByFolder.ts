import type { Person, Settings } from '../../shared/contract/contract.ts'

/** A desk as other windows see it. */
export interface ShownDesk {
  /** Comes to the front with a folder that it has, or with one article in it. */
  show(path: string): Promise<void>
  /** Whether a change of many articles is being made on it, in the name of who annotates now. */
  readonly isChangingMany: boolean
  /** Somebody else sits at all desks now. */
  personChanged(person: Person, isAnother: boolean): void
  /** Another desk's window changed how every window looks. */
  settingsChanged(settings: Settings): void
  /** Assistive technology was switched on or off. */
  assistanceChanged(assisted: boolean): void
}

/** All desks, and which of them has which workspace, by the folder's real path: a workspace is open in one window at most. */
export class DesksByFolder {
  readonly #desks = new Map<string, ShownDesk>()
  readonly #all = new Set<ShownDesk>()

  join(desk: ShownDesk): void {
    this.#all.add(desk)
  }

  part(desk: ShownDesk): void {
    this.#all.delete(desk)
  }

  /** The desk that has a folder, or is opening it. */
  deskAt(folder: string): ShownDesk | null {
    return this.#desks.get(folder) ?? null
  }

  others(than: ShownDesk): ShownDesk[] {
    return [...this.#all].filter(desk => desk !== than)
  }

  get all(): ShownDesk[] {
    return [...this.#all]
  }

  take(folder: string, desk: ShownDesk): void {
    this.#desks.set(folder, desk)
  }

  /** Nothing happens where another desk has it. */
  leave(folder: string, desk: ShownDesk): void {
    if (this.#desks.get(folder) === desk) this.#desks.delete(folder)
  }
}
