import type { Span } from '../../annotation/span.ts'
import type { Segment } from '../cas/segments.ts'

/** A row of the file: a token, or a stretch that is not whole tokens and stands below one. */
export interface Unit extends Span {
  /** `SENTENCE-TOKEN` or `SENTENCE-TOKEN.STRETCH`, counted from 1. */
  readonly name: string
}

/** The rows of an article: its tokens, and what stands below them because an annotation begins or ends there. */
export class Units {
  readonly #tokens: readonly Token[]
  readonly #sentences: readonly (readonly Token[])[]

  constructor(segments: readonly Segment[]) {
    this.#sentences = segments.map(({ tokens }, s) =>
      tokens.map(({ start, end }, t) => ({ start, end, name: `${s + 1}-${t + 1}`, below: new Map() })),
    )
    this.#tokens = this.#sentences.flat()
  }

  /** The rows that say a span: the first begins where it does, the last ends where it does. */
  covering(span: Span): Key[] {
    const first = this.#lastFrom(span.start)
    const token = this.#tokens[first]!
    const next = this.#tokens[first + 1]?.start ?? Number.POSITIVE_INFINITY
    if (span.start === token.start && span.end === token.end) return [token]
    if (span.end <= next) return [below(token, span)]
    const rows: Key[] = []
    if (span.start === token.start) rows.push(token)
    else rows.push(below(token, { start: span.start, end: span.start < token.end ? token.end : next }))
    for (let i = first + 1; ; i++) {
      const at = this.#tokens[i]
      if (!at || at.start >= span.end) break
      if (at.end > span.end) rows.push(below(at, { start: at.start, end: span.end }))
      else {
        rows.push(at)
        const isLast = (this.#tokens[i + 1]?.start ?? Number.POSITIVE_INFINITY) >= span.end
        if (isLast && at.end < span.end) rows.push(below(at, { start: at.end, end: span.end }))
      }
    }
    return rows
  }

  /** All rows by sentence, in the order of the file. Asked for once every span has its rows: only then do all have names. */
  inOrder(): { key: Key; unit: Unit }[][] {
    return this.#sentences.map(tokens =>
      tokens.flatMap(token => [
        { key: token as Key, unit: token },
        ...[...token.below.values()]
          .sort((one, other) => one.start - other.start || one.end - other.end)
          .map((key, i) => ({ key, unit: { ...key, name: `${token.name}.${i + 1}` } })),
      ]),
    )
  }

  /** The number of the last token that begins at or before an offset. */
  #lastFrom(offset: number): number {
    let low = 0
    let high = this.#tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#tokens[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** A row before it has its name: told by identity. */
export type Key = Span

interface Token extends Unit {
  readonly below: Map<string, Key>
}

function below(token: Token, { start, end }: Span): Key {
  const name = `${start}-${end}`
  const key = token.below.get(name) ?? { start, end }
  token.below.set(name, key)
  return key
}
