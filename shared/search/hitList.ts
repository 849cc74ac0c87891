import type { Span } from '../annotation/span.ts'
import type { Hit } from './hit.ts'
import { hitStands } from './hitStands.ts'

/** The hits of one article, which stand together in the list. */
export interface HitGroup {
  readonly article: string
  /** The index of its first hit. */
  readonly first: number
  /** Grows while hits come. */
  count: number
}

/** A line of the list: the article that the hits after it are of, or a hit. */
export type HitRow =
  | { readonly kind: 'article'; readonly group: HitGroup }
  | { readonly kind: 'hit'; readonly hit: Hit; readonly index: number }

/** What is painted in one article: spans in order, none overlapping another, and of which hit each is. */
export interface PaintedHits {
  readonly spans: readonly Span[]
  readonly indexes: readonly number[]
}

/**
 * Hits in the order that they were found, article by article, as the rows of a
 * list: each article has a row before its hits. Adding costs what is added;
 * finding a row halves its way to it.
 */
export class HitList {
  readonly hits: Hit[] = []
  readonly groups: HitGroup[] = []

  add(hits: readonly Hit[]): void {
    for (const hit of hits) {
      const last = this.groups.at(-1)
      if (last?.article === hit.article) last.count++
      else this.groups.push({ article: hit.article, first: this.hits.length, count: 1 })
      this.hits.push(hit)
    }
  }

  get rows(): number {
    return this.hits.length + this.groups.length
  }

  /** Undefined beyond the last row. */
  at(row: number): HitRow | undefined {
    if (row < 0 || row >= this.rows) return undefined
    const at = this.lastGroup(
      group => group <= row,
      (group, number) => group.first + number,
    )
    const group = this.groups[at]!
    const index = row - at - 1
    return index < group.first ? { kind: 'article', group } : { kind: 'hit', hit: this.hits[index]!, index }
  }

  /** The row of a hit. */
  rowOf(index: number): number {
    return (
      index +
      1 +
      this.lastGroup(
        first => first <= index,
        group => group.first,
      )
    )
  }

  /** The hits of an article; undefined where there are none. */
  groupOf(article: string): HitGroup | undefined {
    return this.groups.find(group => group.article === article)
  }

  groupAt(index: number): HitGroup | undefined {
    return this.groups[
      this.lastGroup(
        first => first <= index,
        group => group.first,
      )
    ]
  }

  /** What is painted of an article's hits in its text: those that stand there, of overlapping ones the first. */
  painted(article: string, text: string): PaintedHits {
    const group = this.groupOf(article)
    if (!group) return { spans: [], indexes: [] }
    const all = Array.from({ length: group.count }, (_, i) => group.first + i)
    const placed = all.filter(index => hitStands(this.hits[index]!, text))
    placed.sort((one, other) => this.hits[one]!.start - this.hits[other]!.start || one - other)
    let end = 0
    const indexes = placed.filter(index => {
      const hit = this.hits[index]!
      if (hit.start < end) return false
      end = hit.end
      return true
    })
    return { spans: indexes.map(index => this.hits[index]!), indexes }
  }

  /** The number of the last group whose value is small enough. */
  private lastGroup(isEnough: (value: number) => boolean, value: (group: HitGroup, number: number) => number): number {
    let low = 0
    let high = this.groups.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (isEnough(value(this.groups[middle]!, middle))) low = middle
      else high = middle - 1
    }
    return low
  }
}
