import { type FitRules, type Misfit, misfitsOf, type Original } from '../../shared/search/fits.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { HitList } from '../../shared/search/hitList.ts'

/** Why a hit can't be ticked. */
export type Untickable = 'colleague' | 'not-placed' | 'link' | 'already-tagged'

/**
 * What one search found, which of it is ticked, and what speaks against each
 * where words are tagged everywhere. Changes in place; whoever holds it counts
 * its versions.
 */
export class FoundHits {
  readonly list = new HitList()
  readonly ticked = new Set<number>()
  #misfits: (readonly Misfit[])[] = []
  #fitting: { readonly original: Original; readonly rules: FitRules } | null = null
  #tickable = 0
  readonly #me: string

  /** `me` is the annotator whose own annotations may be changed. */
  constructor(me: string) {
    this.#me = me
  }

  get count(): number {
    return this.list.hits.length
  }

  /** How many there are that can be ticked. */
  get tickable(): number {
    return this.#tickable
  }

  add(hits: readonly Hit[]): void {
    const before = this.count
    this.list.add(hits)
    for (let index = before; index < this.count; index++) this.#judge(index)
  }

  /**
   * From now on hits are occurrences of these words, and those that fit are
   * ticked. One that was judged before keeps what the person did with it, unless
   * it fits now and didn't, or the other way round.
   */
  judgeBy(original: Original, rules: FitRules): void {
    const before = this.#misfits
    this.#fitting = { original, rules }
    this.#misfits = []
    this.#tickable = 0
    for (let index = 0; index < this.count; index++) this.#judge(index, before[index])
  }

  misfits(index: number): readonly Misfit[] {
    return this.#misfits[index] ?? []
  }

  /** Null for a hit that can be ticked. */
  untickable(index: number): Untickable | null {
    const hit = this.list.hits[index]!
    if (hit.annotator !== undefined && hit.annotator !== this.#me) return 'colleague'
    if (hit.start >= hit.end) return 'not-placed'
    if (hit.link) return 'link'
    return this.misfits(index).some(({ kind }) => kind === 'already-tagged') ? 'already-tagged' : null
  }

  /** Ticks or unticks what can be ticked of the hits from one index to another, both included. */
  tick(from: number, to: number, on: boolean): void {
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
      if (!on) this.ticked.delete(index)
      else if (this.untickable(index) === null) this.ticked.add(index)
    }
  }

  /** Whether all that can be ticked from one index to another is; `some` where a part is, and null where nothing can be. */
  tickedFrom(first: number, count: number): 'all' | 'some' | 'none' | null {
    let can = 0
    let has = 0
    for (let index = first; index < first + count; index++) {
      if (this.untickable(index) !== null) continue
      can++
      if (this.ticked.has(index)) has++
    }
    if (can === 0) return null
    return has === 0 ? 'none' : has === can ? 'all' : 'some'
  }

  tickedHits(): Hit[] {
    return [...this.ticked].sort((one, other) => one - other).map(index => this.list.hits[index]!)
  }

  #judge(index: number, before?: readonly Misfit[]): void {
    if (this.#fitting) {
      const { original, rules } = this.#fitting
      this.#misfits[index] = misfitsOf(original, this.list.hits[index]!, rules)
    }
    if (this.untickable(index) !== null) {
      this.ticked.delete(index)
      return
    }
    this.#tickable++
    if (!this.#fitting) return
    const fits = this.#misfits[index]!.length === 0
    if (before && fits === (before.length === 0)) return
    if (fits) this.ticked.add(index)
    else this.ticked.delete(index)
  }
}
