import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { smallestFirst, stackAt } from '../../../shared/annotation/stack.ts'

/** Tops that differ by less belong to one line, CSS pixels. */
const SAME_LINE = 6

/** Annotations of one line for which there is no lane. */
export interface Crowd {
  /** How many aren't painted. */
  readonly count: number
  /** All that are stacked there, painted or not, the smallest first. */
  readonly ids: readonly string[]
  /** Where the first of those that aren't painted begins, UTF-16. */
  readonly offset: number
}

/** What is stacked where these begin, whether it is painted or not. */
export function crowdOf(
  hidden: readonly { readonly id: string; readonly offset: number }[],
  annotations: readonly Annotation[],
): Crowd {
  const stacked = new Set(hidden.flatMap(({ offset }) => stackAt(annotations, offset)))
  const ids = smallestFirst([...stacked]).map(({ id }) => id)
  return { count: hidden.length, ids, offset: Math.min(...hidden.map(({ offset }) => offset)) }
}

/** Those that begin on one line each. */
export function linesOf<Begin extends { readonly top: number }>(begins: readonly Begin[]): Begin[][] {
  const lines: Begin[][] = []
  for (const begin of [...begins].sort((one, other) => one.top - other.top)) {
    const line = lines.at(-1)
    if (line && begin.top - line[0]!.top < SAME_LINE) line.push(begin)
    else lines.push([begin])
  }
  return lines
}
