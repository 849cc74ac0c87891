import type { LeftOut } from '../../shared/dataset/fit.ts'
import type { Told, ToldWhy } from '../../shared/dataset/format.ts'
import type { NotTaken } from '../work/datasetArticle.ts'

/** What isn't in a dataset as it was meant, by kind: how much of it there is, where the lists of it may be long. */
export interface ExportTally {
  /** In the order in which they were met. */
  readonly leftOut: readonly (Pick<LeftOut, 'feature' | 'done'> & { readonly count: number })[]
  /** Annotations without a place in the text. */
  readonly unplaced: number
  /** Articles, facts and layers that couldn't be read. */
  readonly unread: readonly NotTaken[]
  /** Layers and facts of which histories have more than their files. */
  readonly ahead: readonly NotTaken[]
  readonly told: ReadonlyMap<ToldWhy, number>
}

/** Counts while a dataset is written. */
export class Tallying {
  readonly #leftOut = new Map<string, Pick<LeftOut, 'feature' | 'done'> & { count: number }>()
  readonly #unread: NotTaken[] = []
  readonly #ahead: NotTaken[] = []
  readonly #told = new Map<ToldWhy, number>()
  #unplaced = 0

  leftOut(some: readonly LeftOut[]): void {
    for (const { feature, done } of some) {
      const kind = `${feature} ${done}`
      const known = this.#leftOut.get(kind)
      if (known) known.count++
      else this.#leftOut.set(kind, { feature, done, count: 1 })
    }
  }

  notTaken(some: readonly NotTaken[]): void {
    for (const one of some) {
      if (one.why === 'unplaced') this.#unplaced++
      else (one.why === 'problem' ? this.#unread : this.#ahead).push(one)
    }
  }

  told(some: readonly Told[]): void {
    for (const { why } of some) this.#told.set(why, (this.#told.get(why) ?? 0) + 1)
  }

  get tally(): ExportTally {
    const leftOut = [...this.#leftOut.values()]
    return { leftOut, unplaced: this.#unplaced, unread: this.#unread, ahead: this.#ahead, told: this.#told }
  }
}
