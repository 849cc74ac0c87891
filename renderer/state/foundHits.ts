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
  /** Whether hits that were found before were ticked, by what makes them the same; undefined where nothing was. */
  #before: ReadonlyMap<string, boolean> | undefined
  /** The search before, until the first hit comes: what is ticked in it meanwhile counts. */
  #former: FoundHits | undefined

  /**
   * `me` is the annotator whose own annotations may be changed. What the search
   * `before` had found is ticked here as it was there: it is the same search,
   * looking again.
   */
  constructor(me: string, before?: FoundHits) {
    this.#me = me
    this.#former = before
  }

  /** The hit that is the same as one of another search; null where it wasn't found, or hasn't been yet. */
  indexOf(hit: Hit): number | null {
    const group = this.list.groupOf(hit.article)
    const asked = sameHit(hit)
    for (let index = group?.first ?? 0; group && index < group.first + group.count; index++)
      if (sameHit(this.list.hits[index]!) === asked) return index
    return null
  }

  /** What a person ticked or unticked; where nothing ever was, nothing needs to be remembered. */
  #ticks(): ReadonlyMap<string, boolean> | undefined {
    this.#takeOver()
    if (this.ticked.size === 0 && !this.#fitting && !this.#before) return undefined
    const ticks = new Map<string, boolean>()
    this.list.hits.forEach((hit, index) => {
      const same = sameHit(hit)
      ticks.set(same, (ticks.get(same) ?? true) && this.ticked.has(index))
    })
    // What this search hasn't come to yet is as it was before it.
    return this.#before ? new Map([...this.#before, ...ticks]) : ticks
  }

  #takeOver(): void {
    const former = this.#former
    this.#former = undefined
    if (former) this.#before = former.#ticks()
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
    if (hits.length > 0) this.#takeOver()
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

  /** Nothing is ticked, whatever was before. */
  untickAll(): void {
    this.ticked.clear()
    this.#before = undefined
    this.#former = undefined
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
    const was = before ? undefined : this.#before?.get(sameHit(this.list.hits[index]!))
    if (was !== undefined) {
      if (was) this.ticked.add(index)
      else this.ticked.delete(index)
      return
    }
    if (!this.#fitting) return
    const fits = this.#misfits[index]!.length === 0
    if (before && fits === (before.length === 0)) return
    if (fits) this.ticked.add(index)
    else this.ticked.delete(index)
  }
}

/** What makes hits of two searches the same: words by what stands around them, since a text may have moved; else what they are. */
function sameHit({ article, annotation, unplaced, link, annotator, quote, before, after }: Hit): string {
  const thing = annotation ?? unplaced ?? link
  return JSON.stringify(thing ? [article, annotator, thing.id] : [article, before, quote, after])
}
