import { type SnapRule, snapRules } from '../codebook/codebook.ts'
import { snapToGraphemes, trimSpace } from '../text/characters.ts'
import { isMark, type Quotation, quotationsAround } from '../text/quotations.ts'
import { wordHolding } from '../text/words.ts'
import { withoutReporting } from './reporting.ts'
import { holds, type Span } from './span.ts'

/** A span as the rules of its tag leave it. */
export interface Snapped {
  readonly span: Span
  /** The rules that changed it, in their order. */
  readonly by: readonly SnapRule[]
}

/** A rule that uncovers work for another one is followed by it; more rounds than this no words need. */
const ROUNDS = 6

/**
 * What becomes of selected words when they are tagged, by the rules of the tag:
 * the same for everybody, and the same again when it is done twice. The span is
 * of whole characters without white space around it (UTF-16), and so is what
 * comes back; nothing is ever trimmed to nothing. `blocks` are the article's,
 * without a gap; only the paragraphs at the span's ends are looked at.
 */
export function snapTo(rules: readonly SnapRule[], text: string, span: Span, blocks: readonly Span[]): Snapped {
  const quotations = rules.length > 0 ? quotationsAround(text, blocks, span) : []
  const by = new Set<SnapRule>()
  let now = span
  for (let round = 0; round < ROUNDS; round++) {
    const before = now
    for (const rule of snapRules) {
      if (!rules.includes(rule)) continue
      const next = snapped[rule](text, now, quotations)
      if (!isSame(next, now)) by.add(rule)
      now = next
    }
    if (isSame(before, now)) break
  }
  return {
    span: { start: now.start, end: now.end },
    by: isSame(span, now) ? [] : snapRules.filter(rule => by.has(rule)),
  }
}

type Rule = (text: string, span: Span, quotations: readonly Quotation[]) => Span

const snapped: Readonly<Record<SnapRule, Rule>> = {
  'whole-words': (text, { start, end }) => ({
    start: wordCutAt(text, start)?.start ?? start,
    end: wordCutAt(text, end)?.end ?? end,
  }),
  'trim-quotes': withoutMarks,
  'trim-reporting': withoutReporting,
}

/**
 * The word that a place cuts in two. Beside an apostrophe (Putin’s, l’Iran) none
 * is: the name alone may well be meant. Nor where words aren't spaced, for there
 * the segmenter guesses.
 */
function wordCutAt(text: string, offset: number): Span | null {
  const held = wordHolding(text, offset)
  // An invisible character may go with a word, as a byte order mark does.
  const word = held && trimSpace(text, held)
  if (!word || offset <= word.start || offset >= word.end) return null
  if (/['’]/.test(text.slice(offset - 1, offset + 1))) return null
  return unspaced.test(text.slice(Math.max(word.start, offset - 2), offset + 2)) ? null : word
}

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u

/** The span without the quotation marks at its ends, unless they belong to words quoted inside it. */
function withoutMarks(text: string, span: Span, quotations: readonly Quotation[]): Span {
  const whole = quotations.find(one => one.start === span.start && one.end <= span.end)
  if (whole && /^[\s.,;:!?…。，、！？]*$/u.test(text.slice(whole.end, span.end))) return withoutComma(text, whole.inner)

  let { start, end } = span
  if (!whole && isLoose(text, start) && !quotations.some(one => one.start === start && holds(span, one))) start++
  const last = /[.,;:!?…。，、！？]*$/u.exec(text.slice(Math.max(start, end - 8), end))?.index ?? 0
  const mark = Math.max(start, end - 8) + last - 1
  if (mark >= start && isLoose(text, mark) && !quotations.some(one => one.end === mark + 1 && holds(span, one)))
    end = mark
  const before = end !== span.end || quotations.some(({ inner }) => inner.end === end)
  const trimmed = start < end ? trimSpace(text, { start, end }) : null
  if (!trimmed) return span
  const left = before ? withoutComma(text, trimmed) : trimmed
  return isSame(snapToGraphemes(text, left), left) ? left : span
}

/** A mark that is certainly one for quoting, and whole. */
function isLoose(text: string, at: number): boolean {
  const sign = text.charAt(at)
  return isMark(sign) && !/['‘’]/.test(sign)
}

/** The comma before a closing mark is the quotation's, not the words'. */
function withoutComma(text: string, { start, end }: Span): Span {
  const less = /[,，]$/u.test(text.slice(start, end)) ? trimSpace(text, { start, end: end - 1 }) : null
  return less ?? { start, end }
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end
}
