import type { Anchor, Annotation, Carried, Unplaced } from '../annotation/annotation.ts'
import type { LostCue } from '../annotation/lostCue.ts'
import type { Span } from '../annotation/span.ts'
import { makeRuler, type Ruler } from '../text/ruler.ts'
import { type OldTexts, Placer, type Recodings, spanIn } from './placer.ts'

/** Words as they stood in an old text, with some of what surrounded them. */
export interface Stood {
  readonly before: string
  readonly quote: string
  readonly after: string
}

/** What a person is shown of one annotation whose place they have to see or decide. */
export interface ReviewEntry {
  /** Of the annotation; of a cue what `cueKey` says. */
  readonly id: string
  /** Each part of it as it stood; empty where nothing of that is kept. */
  readonly stood: readonly Stood[]
  /** Places for all its parts in the present text (UTF-16), the likeliest first; none for what was carried. */
  readonly candidates: readonly (readonly Span[])[]
  /** Where it stood, as a UTF-16 offset of the present text; null where that can't be told. */
  readonly near: number | null
}

/** What there is to be decided. */
export interface Review {
  readonly entries: readonly ReviewEntry[]
  /** False where the texts could not be compared to the end: places may be missing. */
  readonly isWhole: boolean
}

/** UTF-16 units of context that are shown on either side. */
const SHOWN = 40

export interface ReviewedThings {
  readonly carried: readonly (Pick<Annotation, 'id' | 'spans'> & { readonly carriedFrom: Carried })[]
  readonly unplaced: readonly Unplaced[]
  /** Cues of links that have no place, by the link. */
  readonly cues: readonly (LostCue & { readonly link: string })[]
}

/** What the lost cue of a link is called among annotations. */
export function cueKey(link: string): string {
  return `cue ${link}`
}

/** What there is to be decided in a text, with the places that may be meant. */
export function reviewOf(
  { carried, unplaced, cues }: ReviewedThings,
  { text, textSha256 }: { readonly text: string; readonly textSha256: string },
  oldTexts: OldTexts,
  isOver: () => boolean,
  recodings?: Recodings,
): Review {
  const placer = new Placer(text, textSha256, oldTexts, isOver, undefined, recodings)
  const rulers = new Map<string, Ruler>()
  const rulerOf = (sha256: string, was: string) => {
    const ruler = rulers.get(sha256) ?? makeRuler(was)
    rulers.set(sha256, ruler)
    return ruler
  }
  const moved = carried.map(({ id, spans, carriedFrom: { textSha256, starts } }) => {
    const was = oldTexts(textSha256)
    const stood =
      was === undefined ? [] : spans.map((span, i) => stoodAt(was, rulerOf(textSha256, was), span, starts[i]))
    return { id, stood: stood.filter(one => one !== null), candidates: [], near: null }
  })
  const lost = (id: string, anchors: readonly Anchor[], madeOn: string): ReviewEntry => {
    const was = oldTexts(madeOn)
    const place = placer.placeAll(anchors, madeOn)
    const stood = anchors.map(
      anchor => (was === undefined ? null : stoodOf(was, rulerOf(madeOn, was), anchor)) ?? plain(anchor),
    )
    // What could have been placed for certain was left by a person, or came back: it is offered like any other.
    if (place.kind === 'placed') return { id, stood, candidates: [place.spans], near: place.spans[0]!.start }
    return { id, stood, candidates: place.candidates, near: place.near }
  }
  const open = unplaced.map(({ id, spans, textSha256 }) => lost(id, spans, textSha256))
  const words = cues.map(({ link, anchor, textSha256 }) => lost(cueKey(link), [anchor], textSha256 ?? ''))
  return { entries: [...moved, ...open, ...words], isWhole: placer.isWhole }
}

function plain({ before, quote, after }: Anchor): Stood {
  return { before, quote, after }
}

function stoodOf(was: string, ruler: Ruler, anchor: Anchor): Stood | null {
  const span = spanIn(was, ruler, anchor)
  return span && around(was, span)
}

/** Words that were carried letter for letter stood where their mark says, in the same length. */
function stoodAt(was: string, ruler: Ruler, { quote }: Anchor, start: number | undefined): Stood | null {
  if (start === undefined) return null
  try {
    const from = ruler.toUtf16(start)
    return was.startsWith(quote, from) ? around(was, { start: from, end: from + quote.length }) : null
  } catch (error) {
    if (error instanceof RangeError) return null // not a place in this text
    throw error
  }
}

/** Words of a text with what surrounds them; no word is cut in two, nor a character where words aren't set apart. */
export function around(text: string, { start, end }: Span): Stood {
  const from = Math.max(0, start - SHOWN)
  const to = Math.min(text.length, end + SHOWN)
  const before = from === 0 ? text.slice(0, start) : afterCut(text.slice(from, start))
  const after = to === text.length ? text.slice(end) : beforeCut(text.slice(end, to))
  return { before, quote: text.slice(start, end), after }
}

/** Without the piece of a word that it begins with. */
function afterCut(words: string): string {
  const [piece = ''] = /^\S*\s/.exec(words) ?? /^[\udc00-\udfff]/.exec(words) ?? []
  return words.slice(piece.length)
}

/** Without the piece of a word that it ends with. */
function beforeCut(words: string): string {
  const [piece = ''] = /\s\S*$/.exec(words) ?? /[\ud800-\udbff]$/.exec(words) ?? []
  return words.slice(0, words.length - piece.length)
}
