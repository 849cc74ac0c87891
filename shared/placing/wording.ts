import type { Span } from '../annotation/span.ts'
import { compare, type Stretch } from './compare.ts'
import { type Tokens, tokensOf } from './tokens.ts'

/** A piece of a text that is shown beside another version of it. */
export interface Piece {
  readonly text: string
  /** Whether it is of the annotated words, and not of what surrounds them. */
  readonly isQuote: boolean
  /** Whether the other version hasn't it. */
  readonly isDifferent: boolean
}

/** What stands around a quote, as `Stood` has it. */
interface Words {
  readonly before: string
  readonly quote: string
  readonly after: string
}

/** Both versions of some words in their surroundings, cut where they differ and where the annotated words begin and end. */
export function wordings(was: Words, is: Words): { readonly was: Piece[]; readonly is: Piece[] } {
  const numbering = new Map<string, number>()
  const old = tokensOf(textOf(was), numbering)
  const now = tokensOf(textOf(is), numbering)
  const { stretches } = compare(old.ids, now.ids, () => false)
  return {
    was: pieces(was, gaps(old, stretches, 'a')),
    is: pieces(is, gaps(now, stretches, 'b')),
  }
}

function textOf({ before, quote, after }: Words): string {
  return before + quote + after
}

/** Where what the other version hasn't begins and ends. What is cut off at the ends of the context isn't different. */
function gaps({ starts, ends }: Tokens, stretches: readonly Stretch[], row: 'a' | 'b'): Span[] {
  const found: Span[] = []
  stretches.forEach((stretch, i) => {
    const before = stretches[i - 1]
    const from = before ? before[row] + before.length : stretch[row]
    if (from < stretch[row]) found.push({ start: starts[from]!, end: ends[stretch[row] - 1]! })
  })
  return found
}

function pieces(words: Words, different: readonly Span[]): Piece[] {
  const text = textOf(words)
  const quote = { start: words.before.length, end: words.before.length + words.quote.length }
  const cuts = [0, quote.start, quote.end, text.length, ...different.flatMap(({ start, end }) => [start, end])]
  const sorted = [...new Set(cuts)].sort((one, other) => one - other)
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i]!
    const isIn = (span: Span) => span.start <= start && end <= span.end
    return { text: text.slice(start, end), isQuote: isIn(quote), isDifferent: different.some(isIn) }
  })
}
