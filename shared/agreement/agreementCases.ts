import type { Span } from '../annotation/span.ts'
import type { Scope } from './agreementReport.ts'
import { type AnatomyPart, partsOf } from './anatomy.ts'
import type { ArticleComparison } from './compareLayers.ts'
import { NOTHING } from './ratingsOfUnits.ts'
import type { Readied } from './readied.ts'

/** Which places are wanted: those that differ in something, or of which two tags meet (`NOTHING` for none). */
export type WantedCases =
  | { readonly kind: 'part'; readonly part: AnatomyPart }
  | { readonly kind: 'cell'; readonly row: string; readonly column: string }

/** What one of two layers has at a place. Offsets are UTF-16. */
export interface CaseSide {
  readonly annotation: string
  readonly tag: string
  readonly spans: readonly Span[]
  readonly quote: string
}

/** A place at which two layers were compared. */
export interface AgreementCase {
  /** The annotators, and what each has; null where one has nothing. */
  readonly a: string
  readonly b: string
  readonly inA: CaseSide | null
  readonly inB: CaseSide | null
  readonly parts: readonly AnatomyPart[]
  /** From the first character of either to the last, with the words around it. */
  readonly span: Span
  readonly before: string
  readonly after: string
}

/** Places of several articles, by their tickets, and how many there are beyond those that are told. */
export interface ToldCases {
  readonly cases: readonly (AgreementCase & { readonly article: string })[]
  readonly total: number
}

const missed: readonly AnatomyPart[] = ['missed']

const AROUND = 60
/** Of long quotes the beginning is told. */
const QUOTED = 300

/** The wanted places of an article whose layers were compared, within a scope, in the order of the text. */
export function casesIn(
  text: string,
  { comparisons }: Pick<ArticleComparison, 'comparisons'>,
  { pair, tag }: Scope,
  wanted: WantedCases,
): AgreementCase[] {
  return comparisons
    .filter(({ a, b }) => pair === null || (a === pair.a && b === pair.b))
    .flatMap(({ a, b, matches, onlyA, onlyB }) => [
      ...matches.map(match => ({ a, b, one: match.a, other: match.b, parts: partsOf(match.differences) })),
      ...onlyA.map(one => ({ a, b, one, other: null, parts: missed })),
      ...onlyB.map(other => ({ a, b, one: null, other, parts: missed })),
    ])
    .filter(({ one, other, parts }) => {
      const [inA, inB] = [tagOf(one), tagOf(other)]
      if (wanted.kind === 'part') return parts.includes(wanted.part) && (tag === null || inA === tag || inB === tag)
      const { row, column } = wanted
      // Without a pair nobody is first: the matrix is its own mirror.
      return (inA === row && inB === column) || (pair === null && inA === column && inB === row)
    })
    .map(({ a, b, one, other, parts }) => told(text, a, b, one, other, parts))
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
}

function tagOf(one: Readied | null): string {
  return one?.annotation.tag ?? NOTHING
}

function told(
  text: string,
  a: string,
  b: string,
  one: Readied | null,
  other: Readied | null,
  parts: readonly AnatomyPart[],
): AgreementCase {
  const spans = [one, other].flatMap(side => side?.annotation.spans ?? [])
  const start = Math.min(...spans.map(span => span.start))
  const end = Math.max(...spans.map(span => span.end))
  return {
    ...{ a, b, parts, span: { start, end } },
    ...{ inA: one && sideOf(text, one), inB: other && sideOf(text, other) },
    ...{ before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) },
  }
}

function sideOf(text: string, { annotation: { id, tag, spans } }: Readied): CaseSide {
  const quote = spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return { annotation: id, tag, spans, quote: quote.length > QUOTED ? `${quote.slice(0, QUOTED)}…` : quote }
}
