import { overlaps, type Span } from '../../../shared/annotation/span.ts'

/** Something that wants a lane. */
export interface Laned extends Span {
  readonly id: string
}

/**
 * Which of a few lanes each of several overlapping things is drawn in. A thing
 * keeps the lane it once got unless that comes to lie on an earlier one's, so
 * that adding one moves no other. Where more overlap than there are lanes, the
 * last ones get none: two things never share a lane. They get one as soon as
 * one is free.
 */
export class Lanes {
  private readonly taken = new Map<string, number>()

  /** Gives the things one of `count` lanes each, as far as they go round; those that overlap get different ones. Earlier things come first. */
  assign(things: readonly Laned[], count: number): ReadonlyMap<string, number> {
    const lanes = new Map<string, number>()
    for (const thing of things) {
      const kept = this.taken.get(thing.id)
      const stays = kept !== undefined && kept < count && !this.clashes(thing, kept, things, lanes)
      const lane = stays ? kept : this.free(thing, things, count)
      if (lane === undefined) {
        this.taken.delete(thing.id)
        continue
      }
      this.taken.set(thing.id, lane)
      lanes.set(thing.id, lane)
    }
    return lanes
  }

  clear(): void {
    this.taken.clear()
  }

  /** Whether an earlier one of those that overlap has the lane already. */
  private clashes(thing: Laned, lane: number, things: readonly Laned[], lanes: ReadonlyMap<string, number>): boolean {
    return things.some(other => lanes.get(other.id) === lane && other.id !== thing.id && overlaps(other, thing))
  }

  private free(thing: Laned, things: readonly Laned[], count: number): number | undefined {
    const used = new Set<number>()
    for (const other of things) {
      const lane = this.taken.get(other.id)
      if (lane !== undefined && other.id !== thing.id && overlaps(other, thing)) used.add(lane)
    }
    for (let lane = 0; lane < count; lane++) if (!used.has(lane)) return lane
    return undefined
  }
}
