import { CONTEXT, makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { carry } from '../../shared/placing/carry.ts'
import { changes, newsOf, type Random, randomOf, traced, truthOf } from '../../shared/placing/drifted.laws.ts'
import type { Placing } from '../../shared/placing/placing.ts'
import { Seeker } from '../../shared/placing/seeker.ts'
import { Terrain } from '../../shared/placing/terrain.ts'

/** What came of annotations in texts that were changed at random and whose truth is known. */
export interface DriftFigures {
  readonly rounds: number
  readonly annotations: number
  /** Certain, and not where the words went. Must be none. */
  readonly wrong: number
  /**
   * Of several changes in a row some cancel out: a paragraph that stood twice is taken away here and copied there, and
   * the text is as if nothing had happened. Certain ones that stand among the very surroundings that they had, line upon
   * line, while the history says otherwise. No reader of the text could tell; they are counted apart.
   */
  readonly beyondTelling: number
  /** The first of them, with the seed that makes it again. */
  readonly firstWrong: string | null
  /** Annotations whose words stand letter for letter in the changed text. */
  readonly intact: number
  /** Of those, how many were placed for certain. */
  readonly certain: number
  /** Of those, how many were placed, or had their place among what is offered to a person. */
  readonly offered: number
  /** The same where the old text isn't kept, and only its length and what each annotation remembers is known. */
  readonly withoutOldText: {
    /** Must be none. */
    readonly wrong: number
    /** What stands unmoved in all that surrounds it, while the history says that it is a copy (`hasStayed`). */
    readonly beyondTelling: number
    readonly firstWrong: string | null
    readonly certain: number
    readonly offered: number
  }
  /** By the kind of change, where it was the only one: how many intact ones there were, and how many were certain. */
  readonly byChange: Readonly<Record<string, { readonly intact: number; readonly certain: number }>>
}

/** Runs the programme: each round is one text, one to four changes, and twenty annotations. */
export function drift({ rounds, seed }: { readonly rounds: number; readonly seed: number }): DriftFigures {
  const kinds = Object.keys(changes)
  const byChange: Record<string, { intact: number; certain: number }> = {}
  const figures = {
    annotations: 0,
    wrong: 0,
    beyondTelling: 0,
    firstWrong: null as string | null,
    intact: 0,
    certain: 0,
    offered: 0,
  }
  const withoutOldText = { wrong: 0, beyondTelling: 0, firstWrong: null as string | null, certain: 0, offered: 0 }
  const lengthOf = (text: string) => [...text].length
  for (let round = 0; round < rounds; round++) {
    const random = randomOf(seed + round)
    const was = newsOf(random)
    let now = traced(was)
    const made: string[] = []
    for (let n = 1 + Math.floor(random() * random() * 4); n > 0; n--) {
      const kind = kinds[Math.floor(random() * kinds.length)]!
      made.push(kind)
      now = changes[kind]!(now, random)
    }
    const terrain = new Terrain(was, now.text, () => false)
    const seeker = new Seeker(now.text)
    for (let n = 0; n < 20; n++) {
      const span = spanOf(was, random)
      const anchor = makeAnchor(was, span)
      const { quote } = anchor
      const placing = carry(terrain, span, () => false)
      const truth = truthOf(now, was, span)
      const isCertain = 'span' in placing
      figures.annotations++
      if (isCertain && now.text.slice(placing.span.start, placing.span.end) !== quote) figures.wrong++
      if (isCertain && !truth.isRight(placing.span)) {
        if (
          (made.length > 1 || plain(now.text) === plain(was)) &&
          (hasSameSurroundings(was, span, now.text, placing.span) || isUnbroken(was, span, now.text, placing.span))
        )
          figures.beyondTelling++
        else {
          figures.wrong++
          figures.firstWrong ??= `seed ${seed + round}, ${made.join(', ')}: “${quote}” from ${span.start} to ${placing.span.start}`
        }
      }
      const blind = seeker.seek(anchor, lengthOf(was), () => false)
      if (truth.intact && 'span' in blind) withoutOldText.certain++
      if (truth.intact && placesOf(blind).some(truth.isRight)) withoutOldText.offered++
      if ('span' in blind && !truth.isRight(blind.span)) {
        if (hasStayed(was, span, now.text, blind.span)) withoutOldText.beyondTelling++
        else {
          withoutOldText.wrong++
          withoutOldText.firstWrong ??= `seed ${seed + round}, ${made.join(', ')}: “${quote}” from ${span.start} to ${blind.span.start}`
        }
      }
      if (!truth.intact) continue
      const isOffered = isCertain || placesOf(placing).some(truth.isRight)
      const name = made.length === 1 ? made[0]! : 'several'
      byChange[name] ??= { intact: 0, certain: 0 }
      const count = byChange[name]
      count.intact++
      figures.intact++
      if (isCertain) {
        count.certain++
        figures.certain++
      }
      if (isOffered) figures.offered++
    }
  }
  return { rounds, ...figures, withoutOldText, byChange }
}

function placesOf(placing: Placing): Span[] {
  return 'span' in placing ? [placing.span] : placing.candidates.map(({ span }) => span)
}

/**
 * Whether a place is where the words stood, by all that a reader of both texts could see: everything from the
 * beginning of the text through the words and what an anchor remembers beyond them is as it was, or everything from
 * there to the end; or it is as far from one of these as it was, among the very lines that surrounded it. Of two equal
 * paragraphs in a row nobody can say which was taken away, or which one is the copy.
 */
function hasStayed(was: string, old: Span, is: string, place: Span): boolean {
  const by = place.start - old.start
  if (by !== 0 && by !== is.length - was.length) return false
  const before = Math.min(CONTEXT, old.start)
  const after = Math.min(CONTEXT, was.length - old.end)
  const isBeginning = was.slice(0, old.end + after) === is.slice(0, place.end + after)
  const isEnd = place.start >= before && was.slice(old.start - before) === is.slice(place.start - before)
  return isBeginning || isEnd || hasSameSurroundings(was, old, is, place)
}

/** Whether everything from the beginning of the text through the words is as it was, or everything from the words to the end. */
function isUnbroken(was: string, old: Span, is: string, place: Span): boolean {
  return was.slice(0, old.end) === is.slice(0, place.end) || was.slice(old.start) === is.slice(place.start)
}

/** Half as much again as an anchor remembers, on either side. */
const LINE = 48

/** A text without what line ends, the composing of letters and misread bytes change. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^ -~]+/g, ' ')
    .replace(/ +/g, ' ')

function hasSameSurroundings(was: string, old: Span, is: string, place: Span): boolean {
  const before = (text: string, { start }: Span) => plain(text.slice(Math.max(0, start - 2 * LINE), start)).slice(-LINE)
  const after = (text: string, { end }: Span) => plain(text.slice(end, end + 2 * LINE)).slice(0, LINE)
  return before(was, old) === before(is, place) && after(was, old) === after(is, place)
}

/** A few words, or a sentence, of a text. */
function spanOf(text: string, random: Random): Span {
  const words = [...text.matchAll(/[\p{L}\p{N}’]+/gu)]
  const first = Math.floor(random() * words.length)
  const last = Math.min(words.length - 1, first + Math.floor(random() * random() * 14))
  const end = words[last]!.index + words[last]![0].length
  return { start: words[first]!.index, end: end + (text[end] === '.' && random() < 0.5 ? 1 : 0) }
}
