import type { Span } from '../../annotation/span.ts'

/**
 * How labels say where a chunk begins and goes on. IOB2 (also called BIO): `B-`
 * begins it. IOB1: `B-` only right after another of its kind, else `I-`. BIOES:
 * `E-` ends it, `S-` is one of a single token.
 */
export const schemes = ['IOB2', 'IOB1', 'BIOES'] as const
export type Scheme = (typeof schemes)[number]

/** Tokens of a sentence, the first and the last of them by number, that have a label. */
export interface Chunk {
  readonly label: string
  readonly first: number
  readonly last: number
}

/** The label of each of a sentence's tokens. Chunks are in order and share no token. */
export function labelsOf(count: number, chunks: readonly Chunk[], scheme: Scheme): string[] {
  const labels = new Array<string>(count).fill('O')
  chunks.forEach(({ label, first, last }, i) => {
    const before = chunks[i - 1]
    const touches = before !== undefined && before.last === first - 1 && before.label === label
    for (let at = first; at <= last; at++) labels[at] = `I-${label}`
    if (scheme !== 'IOB1' || touches) labels[first] = `B-${label}`
    if (scheme === 'BIOES') {
      labels[last] = `E-${label}`
      if (first === last) labels[last] = `S-${label}`
    }
  })
  return labels
}

/** The chunks whose tokens are those of spans, in their order; every span begins and ends with a token. */
export function chunksOf(tokens: readonly Span[], marked: readonly (Span & { readonly label: string })[]): Chunk[] {
  const starts = new Map(tokens.map(({ start }, i) => [start, i]))
  const ends = new Map(tokens.map(({ end }, i) => [end, i]))
  return marked
    .filter(({ start }) => starts.has(start))
    .map(({ start, end, label }) => ({ label, first: starts.get(start)!, last: ends.get(end)! }))
    .sort((one, other) => one.first - other.first)
}

const LABEL = /^([BIEMSLUW])-(.+)$/
const NONE = /^(?:O|_|-|-X-)$/

/** Whether a cell could be one of a column of labels, in any scheme. */
export function looksLikeLabel(cell: string): boolean {
  return NONE.test(cell) || LABEL.test(cell)
}

/** Whether a cell says that a chunk is there. */
export function saysChunk(cell: string): boolean {
  return LABEL.test(cell)
}

/**
 * The chunks of one sentence's labels, in whatever scheme: IOB1, IOB2, BIOES
 * (`M` for `I`, `W` for `S`) and BILOU. `B`, `S`, `U` and `W` begin one; `I`,
 * `M`, `E` and `L` go on with one of their kind, and begin one where there is
 * none; `E`, `L`, `S`, `U` and `W` end it. What is no label is told by number
 * and counts as `O`.
 */
export function chunksIn(labels: readonly string[], tell: (at: number) => void): Chunk[] {
  const chunks: Chunk[] = []
  let open: { label: string; first: number } | null = null
  const close = (last: number) => {
    if (open) chunks.push({ ...open, last })
    open = null
  }
  labels.forEach((cell, at) => {
    const [, how, label] = LABEL.exec(cell) ?? []
    if (how === undefined || label === undefined) {
      if (!NONE.test(cell)) tell(at)
      close(at - 1)
      return
    }
    const goesOn = /[IMEL]/.test(how) && open?.label === label
    if (!goesOn) {
      close(at - 1)
      open = { label, first: at }
    }
    if (/[ELSUW]/.test(how)) close(at)
  })
  close(labels.length - 1)
  return chunks
}
