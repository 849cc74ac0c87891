import { trimSpace } from '../text/characters.ts'
import type { Quotation } from '../text/quotations.ts'
import { accordingTo, beginsSaid, beginsSubject, elidedThat, helps, joins, reports, that } from './reportingWords.ts'
import { holds, type Span } from './span.ts'

/** In how many units from either end of a span "she said" is looked for. */
const REACH = 240
/** How many words may name who said it and where: "the mayor of Ferrow told reporters on Monday". */
const MOST_WORDS = 12

interface Word extends Span {
  /** In small letters, without punctuation around it. */
  readonly word: string
  readonly isCapital: boolean
  /** What stands right after its letters, up to the next word. */
  readonly after: string
}

/**
 * The span without the words at its beginning or end that say who said it:
 * `She said that …`, `She said: “…”`, `“…”, sagte er`, `…, a déclaré X`,
 * `…, according to X`. The same span where nothing says so for certain; never
 * less than a word. `quotations` are those nearby. Offsets are UTF-16.
 */
export function withoutReporting(text: string, span: Span, quotations: readonly Quotation[]): Span {
  const inSpan = quotations.filter(one => holds(span, one))
  const start = endOfLeading(text, span, inSpan)
  const end = startOfTrailing(text, { start, end: span.end }, inSpan)
  const left = trimSpace(text, { start, end })
  return left && /[\p{L}\p{N}]/u.test(text.slice(left.start, left.end)) ? left : span
}

/** Where what was said begins. */
function endOfLeading(text: string, span: Span, quotations: readonly Quotation[]): number {
  const limit = Math.min(span.end, span.start + REACH)
  const quotation = quotations.find(({ start }) => start > span.start && start < limit)
  const words = wordsIn(text, { start: span.start, end: quotation?.start ?? limit })
  const source = accordingTo.exec(text.slice(span.start, limit))
  if (source) {
    const comma = words.findIndex(({ after }) => /^,\s/.test(after))
    return comma > 0 && comma < MOST_WORDS ? words[comma]!.end + 1 : span.start
  }
  const verb = words.findIndex(({ word }) => reports(word))
  // Whoever said it is named before the verb, in one go.
  if (verb < 0 || verb > 9 || words.slice(0, verb).some(({ after }) => /[.!?:;“”"«»]/u.test(after))) return span.start
  if (joins.test(words[0]!.word)) return span.start

  for (const [i, { after, end }] of words.slice(verb, verb + 8).entries()) {
    const next = words[verb + i + 1]
    if (next && that.test(next.word) && /^,?\s+$/.test(after)) return next.end
    if (next && elidedThat.test(next.word)) return next.start + next.word.search(/['’]/) + 1
    if (/^\s*[:：]/u.test(after)) return end + after.search(/[:：]/u) + 1
    // "She said, “…”" and "She said “…”"
    if (!next && quotation && (i === 0 || /^,\s*$/.test(after))) return quotation.start
    if (/[.!?;]/.test(after)) return span.start
  }
  const next = words[verb + 1]
  const isBare = verb > 0 && /^(?:said|says|sagte|meinte)$/.test(words[verb]!.word) && words[verb]!.after.trim() === ''
  return isBare && next && beginsSaid.test(next.word) && words.length > verb + 2 ? next.start : span.start
}

/** Where what was said ends. */
function startOfTrailing(text: string, span: Span, quotations: readonly Quotation[]): number {
  const from = Math.max(span.start, span.end - REACH)
  const quotation = quotations.findLast(({ end }) => end < span.end && end > from)
  const ends = quotation ? [quotation.end] : []
  const isQuoted = (at: number) => quotations.some(({ start, end }) => start < at && at < end)
  for (const { index } of text.slice(from, span.end).matchAll(/[,，،]|\s(?=according to\s)/gu))
    if (from + index > span.start && !isQuoted(from + index)) ends.push(from + index)
  for (const end of ends.sort((one, other) => one - other)) {
    if (quotation && end < quotation.end) continue
    const tail = text.slice(end, span.end)
    const words = wordsIn(text, { start: end, end: span.end })
    if (words.length > 0 && words.length <= MOST_WORDS && saysWho(tail.replace(/^[\s,，،]+/u, ''), words)) return end
  }
  return span.end
}

/** Whether the end of a span says no more than who said the rest. */
function saysWho(tail: string, words: readonly Word[]): boolean {
  if (accordingTo.test(tail)) return true
  if (/[“”„"«»:;!?]/u.test(tail) || /[.]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(tail)) return false
  if (words.at(-1)!.word === 'zufolge') return true
  const verb = words.findIndex(({ word }) => reports(word))
  if (verb < 0 || verb > 6 || joins.test(words[0]!.word)) return false
  const after = words.slice(verb + 1)
  if (after.some(({ word }) => that.test(word)) || (after[0]?.word === 'to' && after[1]?.word === 'be')) return false
  const before = words.slice(0, verb)
  // Whoever said it stands after the verb: "said the mayor", "sagte er", "a déclaré Anne".
  if (before.every(({ word }) => helps(word)))
    return after[0] !== undefined &&
      (after[0].isCapital || beginsSubject.test(after[0].word) || isPronounVerb(words[verb]!))
      ? true
      : isPronounVerb(words[verb]!) || before.some(({ word }) => /^a-t-/.test(word))
  // Or before it: "she said", "the ministry said on Monday".
  const isSubject = before[0]!.isCapital || beginsSubject.test(before[0]!.word)
  return isSubject && before.every(({ after }) => !/,/.test(after))
}

/** dit-il, explique-t-elle */
function isPronounVerb({ word }: Word): boolean {
  return /-(?:il|elle)$/.test(word)
}

function wordsIn(text: string, { start, end }: Span): Word[] {
  const found = [...text.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*(?<![.'’-])/gu)]
  return found.map(({ 0: letters, index }, i) => ({
    start: start + index,
    end: start + index + letters.length,
    word: letters.toLowerCase(),
    isCapital: /^\p{Lu}/u.test(letters),
    after: text.slice(start + index + letters.length, start + (found[i + 1]?.index ?? end - start)),
  }))
}
