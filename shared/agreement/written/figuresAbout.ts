import { words as en } from '../../words/words.ts'
import type { Tolerance } from '../place.ts'

/** What figures were computed from: whatever is saved or copied of them says it. */
export interface FiguresAbout {
  readonly articles: number
  /** As they are called, in the order in which they are named. */
  readonly annotators: readonly string[]
  /** Ids of the tags that were looked at; null: all. */
  readonly tags: readonly string[] | null
  readonly tolerance: Tolerance
  readonly leftOut: LeftOut
  /** What intervals were drawn from; null where there are none. */
  readonly drawn: { readonly samples: number; readonly seed: number } | null
}

/** What isn't in any figure, though it is there. */
export interface LeftOut {
  /** Files that can't be read or compared. */
  readonly unread: number
  /** Annotations without a place in the text. */
  readonly unplaced: number
  readonly sealed: { readonly layers: number; readonly articles: number }
}

export const nothingLeftOut: LeftOut = { unread: 0, unplaced: 0, sealed: { layers: 0, articles: 0 } }

/** The same in sentences. */
export function saidAbout(
  { articles, annotators, tags, tolerance, leftOut, drawn }: FiguresAbout,
  tagName: (tag: string) => string,
): string[] {
  const { agreement: told, agreeLayers, measuring } = en
  const notCompared = told.leftOut(leftOut.unread, leftOut.unplaced)
  const { sealed } = leftOut
  return [
    told.who(articles, annotators),
    measuring.report.tags(tags?.map(tagName) ?? null),
    agreeLayers.tolerated(tolerance.words, tolerance.ignoreEnds),
    ...(notCompared ? [told.leftOutEnd(notCompared)] : []),
    ...(sealed.layers > 0 ? [measuring.report.sealed(sealed.layers, sealed.articles)] : []),
    ...(drawn ? [measuring.report.drawn(drawn.samples, drawn.seed)] : []),
  ]
}
