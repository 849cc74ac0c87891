import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { SpanOrder } from '../../shared/annotation/spanOrder.ts'
import type { Edited } from './edited.ts'

/**
 * What lists and the status line ask of a layer: how many annotations stand in
 * boilerplate, and those of one tag in order. Kept up by each edit, so that
 * nothing is counted anew on a key press.
 */
export class Tally {
  inBoilerplate = 0
  private readonly orders = new Map<string, SpanOrder>()
  private readonly isBoilerplate: (offset: number) => boolean

  constructor(isBoilerplate: (offset: number) => boolean) {
    this.isBoilerplate = isBoilerplate
  }

  follow({ was, now }: Edited): void {
    if (was) {
      this.orders.get(was.tag)?.remove(was)
      this.inBoilerplate -= this.weigh(was)
    }
    if (now) {
      const order = this.orders.get(now.tag) ?? new SpanOrder()
      this.orders.set(now.tag, order)
      order.put(now)
      this.inBoilerplate += this.weigh(now)
    }
  }

  /** Zones under these annotations are about to change: `recount` them before, with -1, and after, with 1. */
  recount(annotations: readonly Annotation[], by: 1 | -1): void {
    for (const annotation of annotations) this.inBoilerplate += by * this.weigh(annotation)
  }

  /** Annotations of one tag, in order. */
  ofTag(tag: string): SpanOrder {
    return this.orders.get(tag) ?? new SpanOrder()
  }

  private weigh(annotation: Annotation): number {
    return this.isBoilerplate(extent(annotation).start) ? 1 : 0
  }
}
