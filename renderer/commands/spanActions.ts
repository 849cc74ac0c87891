import type { NudgeUnit } from '../../shared/annotation/reshape.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { Reshaped } from '../state/reshaping.ts'
import { keyOf } from './keyOf.ts'

/** How much of the words at an end is said, in UTF-16 units. */
const SAID = 30

/** Moves an end of the selected annotation, and says which words it stands at now. */
export function nudgeAndSay(desk: Desk, end: 'start' | 'end', by: 1 | -1, unit: NudgeUnit): void {
  const done = desk.reshaping.nudge(end, by, unit)
  if (!done) desk.notices.say(en.said.noFurther)
  else if (end === 'start') desk.notices.say(en.said.startsAt(beginning(desk, done.part)))
  else desk.notices.say(en.said.endsAt(ending(desk, done.part)))
}

/** Grows or shrinks the selected text or annotation, and says to what. */
export function growAndSay(desk: Desk, which: 'grow' | 'shrink'): void {
  const done = desk.reshaping[which]()
  desk.notices.say(done ? sentence(desk, done) : en.said.noFurther)
}

/** Makes the selected words a part of the annotation selected before them. */
export function addSpanAndSay(desk: Desk): void {
  const done = desk.reshaping.addSpan()
  if (done) desk.notices.say(en.said.partAdded(whole(desk, done.part), done.parts))
  else desk.notices.news(en.news.nothingToAdd)
}

/** Takes away a part of the selected annotation: the one at the caret, or at `offset`. */
export function removePartAndSay(desk: Desk, offset?: number): void {
  const done = desk.reshaping.removePart(offset)
  if (done) desk.notices.say(en.said.partRemoved(done.parts))
  else desk.notices.news(en.news.lastPart(keyOf(desk, 'annotation.remove')))
}

function sentence(desk: Desk, { unit, part }: Reshaped): string {
  return unit ? en.said.grown(unit, whole(desk, part)) : en.said.shrunkBack(whole(desk, part))
}

function wordsOf({ reading }: Desk, { start, end }: Span): string {
  return reading.getState().article!.text.slice(start, end).replace(/\s+/g, ' ')
}

function beginning(desk: Desk, { start, end }: Span): string {
  return end - start > SAID
    ? `${cut(wordsOf(desk, { start, end: start + SAID }), 'end')} …`
    : wordsOf(desk, { start, end })
}

function ending(desk: Desk, { start, end }: Span): string {
  return end - start > SAID
    ? `… ${cut(wordsOf(desk, { start: end - SAID, end }), 'start')}`
    : wordsOf(desk, { start, end })
}

function whole(desk: Desk, part: Span): string {
  const { start, end } = part
  return end - start > 3 * SAID ? `${beginning(desk, part)} ${ending(desk, part).slice(2)}` : wordsOf(desk, part)
}

/** Without the word that was cut in two, where there is another. */
function cut(words: string, at: 'start' | 'end'): string {
  const left = at === 'end' ? words.replace(/\s\S*$/u, '') : words.replace(/^\S*\s/u, '')
  return left === '' ? words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '') : left
}
