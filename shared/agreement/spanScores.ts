import type { LayerComparison } from './compareLayers.ts'

/** What became of the annotations of a layer that is held to be right, and of one that is measured against it. */
export interface SpanScore {
  readonly correct: number
  readonly incorrect: number
  readonly partial: number
  readonly missed: number
  readonly spurious: number
  /** Null where nothing was there to be found, or nothing was found. */
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** `exact` asks for the extent, `strict` for extent and tag, `type` for the tag of what overlaps; for `partial` another extent is half right. */
export type SpanScores = Readonly<Record<'strict' | 'exact' | 'partial' | 'type', SpanScore>>

/**
 * The four scores of SemEval 2013, task 9.1 (Segura-Bedmar, Martínez and
 * Herrero-Zazo 2013, after MUC-5: Chinchor and Sundheim 1993), with the first
 * layer of the comparison held to be right.
 */
export function spanScores({
  matches,
  onlyA,
  onlyB,
}: Pick<LayerComparison, 'matches' | 'onlyA' | 'onlyB'>): SpanScores {
  const count = (is: (match: LayerComparison['matches'][number]) => boolean) => matches.filter(is).length
  const score = (correct: number, partial: number): SpanScore => {
    const incorrect = matches.length - correct - partial
    const right = correct + partial / 2
    const precision = ratio(right, matches.length + onlyB.length)
    const recall = ratio(right, matches.length + onlyA.length)
    const f1 = precision === null || recall === null ? null : ratio(2 * precision * recall, precision + recall)
    return {
      ...{ correct, incorrect, partial, missed: onlyA.length, spurious: onlyB.length },
      ...{ precision, recall, f1: f1 ?? (precision === 0 && recall === 0 ? 0 : null) },
    }
  }
  const samePlace = count(({ isSamePlace }) => isSamePlace)
  return {
    strict: score(
      count(({ isSamePlace, isSameTag }) => isSamePlace && isSameTag),
      0,
    ),
    exact: score(samePlace, 0),
    partial: score(samePlace, matches.length - samePlace),
    type: score(
      count(({ isSameTag }) => isSameTag),
      0,
    ),
  }
}

function ratio(part: number, of: number): number | null {
  return of === 0 ? null : part / of
}
