import type { Annotation } from '../annotation/annotation.ts'
import { withSpans } from '../annotation/reshape.ts'
import type { Rule } from './rule.ts'

/**
 * A part begins or ends between two letters. Apostrophes and hyphens part
 * words ("Ana" of "Ana's" is whole), and so does any place in a script that
 * writes no spaces.
 */
export const insideAWord: Rule = {
  id: 'inside-a-word',
  subject: 'annotation',
  find({ layer, text }, id) {
    const annotation = layer.annotations.get(id)
    const cut = annotation?.spans.find(({ start, end }) => isInside(text, start) || isInside(text, end))
    if (!annotation || !cut) return []
    const { start, end } = cut
    return [{ key: `inside-a-word/${id}`, rule: 'inside-a-word', place: { start, end }, annotation: id }]
  },
  fixes({ layer, text }, finding) {
    const annotation = layer.annotations.get(finding.annotation ?? '')
    if (!annotation) return []
    return [
      {
        kind: 'edit',
        what: 'grow',
        label: '',
        edit: modified => ({ kind: 'put', annotation: { ...grown(annotation, text), modified } }),
      },
    ]
  },
}

function grown(annotation: Annotation, text: string): Annotation {
  return withSpans(
    annotation,
    text,
    annotation.spans.map(({ start, end }) => ({ start: out(text, start, -1), end: out(text, end, 1) })),
  )
}

/** The end of the word that `offset` cuts, in one direction; `offset` itself where it cuts none. */
function out(text: string, offset: number, by: 1 | -1): number {
  let at = offset
  while (isInside(text, at)) at += by
  return at
}

const letter = /[\p{L}\p{N}\p{M}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether an offset stands between two letters of one word, or in the middle of one. */
export function isInside(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  if (isPairAt(text, offset - 1)) return true
  const before = isPairAt(text, offset - 2) ? text.slice(offset - 2, offset) : text.charAt(offset - 1)
  const after = String.fromCodePoint(text.codePointAt(offset)!)
  if (!letter.test(before) || !letter.test(after)) return false
  return !(unspaced.test(before) || unspaced.test(after))
}

function isPairAt(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}
