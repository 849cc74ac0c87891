import type { Span } from '../../annotation/span.ts'
import type { DatasetAnnotation } from '../../dataset/dataset.ts'
import { tokensOf } from '../../dataset/tokens.ts'

/**
 * The sentences of a text, each as its tokens (UTF-16 offsets). Sentences that
 * an annotation reaches across are one here: formats that count tokens end
 * whatever is open at the end of a sentence.
 */
export function sentencesUnder(text: string, annotations: readonly DatasetAnnotation[]): (readonly Span[])[] {
  const { sentences, sentenceAt } = tokensOf(text)
  const goesOn = new Set<number>()
  for (const { spans } of annotations) {
    const last = sentenceAt(spans.at(-1)!.end - 1)
    for (let at = sentenceAt(spans[0]!.start); at < last; at++) goesOn.add(at)
  }
  const out: Span[][] = []
  sentences.forEach((tokens, at) => {
    if (goesOn.has(at - 1)) out.at(-1)!.push(...tokens)
    else out.push([...tokens])
  })
  return out
}

/** The words of a token as they stand in a column: characters that other programs take for the end of a line or a column are U+FFFD. As long as the token. */
export function wordOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/[\0-\x1f\x7f\x85]/g, '\ufffd')
}

/** A name as it stands in a column: white space and `%` are written as in an address. */
export function inColumn(name: string): string {
  return name.replace(/[\s%\0-\x1f\x7f\x85]/g, character => encodeURIComponent(character))
}

/** What `inColumn` was made of; a name that wasn't made so comes back as it is. */
export function outOfColumn(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
