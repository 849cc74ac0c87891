import type { StrayRow } from './events.ts'
import type { StrayOffer } from './strays.ts'

/**
 * The offers that a person is shown: one for each article that is gone. Where
 * several articles have its bytes, the one of the same file name comes first;
 * another is offered once the person has left that one. An offer that is shown
 * stays as long as it holds, so that nobody agrees to another than they read.
 */
export class Offers {
  readonly #left = new Set<string>()
  #all: readonly StrayOffer[] = []
  #shown = new Map<string, StrayOffer>()

  /** Takes every offer that there is. Whether what is shown has changed by it. */
  take(offers: readonly StrayOffer[]): boolean {
    this.#all = offers
    return this.#choose()
  }

  /** Makes the offer that is shown no more, and shows the next. */
  leave(was: string): boolean {
    const shown = this.#shown.get(was)
    if (shown) this.#left.add(keyOf(shown))
    return this.#choose()
  }

  of(was: string): StrayOffer | null {
    return this.#shown.get(was) ?? null
  }

  rows(): StrayRow[] {
    return [...this.#shown.values()].map(({ was, is, annotators }) => ({ was, is, annotators: [...annotators] }))
  }

  #choose(): boolean {
    const before = JSON.stringify(this.rows())
    const chosen = new Map<string, StrayOffer>()
    for (const offer of this.#all) {
      if (this.#left.has(keyOf(offer))) continue
      const rival = chosen.get(offer.was)
      if (!rival || this.#rank(offer) > this.#rank(rival)) chosen.set(offer.was, offer)
    }
    this.#shown = chosen
    return JSON.stringify(this.rows()) !== before
  }

  #rank(offer: StrayOffer): number {
    if (this.#shown.get(offer.was)?.is === offer.is) return 2
    return nameOf(offer.was) === nameOf(offer.is) ? 1 : 0
  }
}

function keyOf({ was, is }: StrayOffer): string {
  return JSON.stringify([was, is])
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
