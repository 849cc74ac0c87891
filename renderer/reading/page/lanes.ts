import { overlaps, type Span } from '../../../shared/annotation/span.ts'

/** Something that wants a lane. */
export interface Laned extends Span {
  readonly id: string
}

/**
 * Which of a few lanes each of several overlapping things is drawn in. A thing
 * keeps the lane it once got unless that comes to lie on an earlier one's, so
 * that adding one moves no other. Where more overlap than there are lanes, the
 * last lane is shared.
 */
export class Lanes {
  private readonly count: number
  private readonly taken = new Map<string, number>()

  constructor(count: number) {
    this.count = count
  }

  /** Gives every thing its lane; those that overlap get different ones. Earlier things come first. */
  assign(things: readonly Laned[]): ReadonlyMap<string, number> {
    const lanes = new Map<string, number>()
    for (const thing of things) {
      const kept = this.taken.get(thing.id)
      const clashes = things.some(
        other => lanes.get(other.id) === kept && other.id !== thing.id && overlaps(other, thing),
      )
      const lane = kept === undefined || clashes ? this.free(thing, things) : kept
      this.taken.set(thing.id, lane)
      lanes.set(thing.id, lane)
    }
    return lanes
  }

  clear(): void {
    this.taken.clear()
  }

  private free(thing: Laned, things: readonly Laned[]): number {
    let used = 0
    for (const other of things) {
      const lane = this.taken.get(other.id)
      if (lane !== undefined && other.id !== thing.id && overlaps(other, thing)) used |= 1 << lane
    }
    for (let lane = 0; lane < this.count; lane++) if (!(used & (1 << lane))) return lane
    return this.count - 1
  }
}
