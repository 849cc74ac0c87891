import { makeAnchor, stands } from '../annotation/anchor.ts'
import type { Anchor, Annotation, Link, Status, Unplaced } from '../annotation/annotation.ts'
import type { Comment } from '../annotation/comment.ts'
import { CUE_TEXT, LOST_CUE } from '../annotation/lostCue.ts'
import { isOpaqueEntry, type Opaque } from '../annotation/opaque.ts'
import type { Span } from '../annotation/span.ts'
import type { Verdict } from '../annotation/verdict.ts'
import type { JsonObject } from '../json/json.ts'
import { type OldTexts, Placer, type Recodings } from '../placing/placer.ts'
import type { Ruler } from '../text/ruler.ts'
import { anchorFromFile, annotationFromFile, linkFromFile, unplacedFromFile, untranslated } from './fileForm.ts'
import { commentFromFile, verdictFromFile } from './remarkForm.ts'
import { FileAnchor } from './schema.ts'

/** A layer with every annotation either at its words or among the unplaced. */
export interface PlacedLayer {
  readonly annotations: readonly Annotation[]
  readonly unplaced: readonly Unplaced[]
  readonly links: readonly Link[]
  readonly comments: readonly (Comment | Opaque)[]
  readonly verdicts: readonly (Verdict | Opaque)[]
  readonly status: Status
  /** Annotations that stand elsewhere than the file says. */
  readonly moved: number
  /** Annotations that had a place in the file and have none in this text. */
  readonly displaced: number
  /** Links whose cue had a place in the file and has none in this text, or the other way round. */
  readonly cuesMoved: number
  /** Comments whose words stand elsewhere than the file says, have no place any more, or have one again. */
  readonly commentsMoved: number
  /** False where time ran out: some of the unplaced may have a place that wasn't looked for. */
  readonly isWhole: boolean
}

/** What helps to place a layer in a text that has changed: the versions that are kept, and when to stop searching. */
export interface PlacingHelp {
  readonly oldTexts: OldTexts
  readonly isOver: () => boolean
  readonly recodings?: Recodings
}

const noHelp: PlacingHelp = { oldTexts: () => undefined, isOver: () => false }

/**
 * The layer of a checked sidecar, placed in the text at hand.
 *
 * In the text that it was made on, an annotation stays where its quote stands.
 * In any other text it is carried through the difference (`shared/placing/`) and
 * placed only where that is certain; where it stands elsewhere than it did, it
 * says so until a person has seen it. Otherwise it is kept, unplaced. Nothing is
 * guessed and nothing dropped.
 */
export function placeLayer(
  file: JsonObject,
  text: string,
  textSha256: string,
  ruler: Ruler,
  { oldTexts, isOver, recodings }: PlacingHelp = noHelp,
): PlacedLayer {
  const article = file['article'] as JsonObject
  const madeOn = article['textSha256'] as string
  const isSameText = madeOn === textSha256
  const lengthOf = (sha256: string) => (sha256 === madeOn ? (article['textLength'] as number) : null)
  const placer = new Placer(text, textSha256, oldTexts, isOver, lengthOf, recodings)
  const annotations: Annotation[] = []
  const unplaced: Unplaced[] = []
  let moved = 0
  let displaced = 0

  for (const entry of file['annotations'] as readonly JsonObject[]) {
    const here = isSameText ? annotationAt(entry, text, ruler) : undefined
    if (here) {
      annotations.push(here)
      continue
    }
    const far = inOrder(annotationFromFile(entry, untranslated))
    const found = placer.placeAll(far.spans, madeOn)
    if (found.kind === 'placed') {
      const near = at(far, found.spans, text)
      const isElsewhere = hasMoved(far, near, ruler)
      annotations.push(isElsewhere ? carried(near, far, madeOn, textSha256, ruler) : near)
      if (isElsewhere) moved++
    } else {
      unplaced.push({ ...far, placement: found.kind, textSha256: madeOn })
      displaced++
    }
  }

  for (const entry of file['unplaced'] as readonly JsonObject[]) {
    const far = unplacedFromFile(entry)
    const { placement: _, textSha256: countedIn, ...lost } = far
    const annotation = inOrder(lost)
    const back = countedIn === textSha256 ? annotationAt(entry, text, ruler) : undefined
    // In the text that it was found unplaced in it stays so, until a person or another text decides.
    const found = back || isSameText ? undefined : placer.placeAll(annotation.spans, countedIn)
    if (back) annotations.push({ ...annotation, spans: back.spans })
    else if (found?.kind === 'placed')
      annotations.push(carried(at(annotation, found.spans, text), annotation, countedIn, textSha256, ruler))
    else unplaced.push(found ? { ...far, placement: found.kind } : far)
    if (back || found?.kind === 'placed') moved++
  }

  const entries = file['links'] as readonly JsonObject[]
  const links = entries.map(entry =>
    placeLink(entry, text, ruler, { madeOn, textSha256 }, (cue, on) => placer.place(cue, on)),
  )
  const cuesMoved = links.filter((link, i) => (link.cue === undefined) !== (entries[i]!['cue'] === undefined)).length
  let commentsMoved = 0
  const comments = (file['comments'] as readonly JsonObject[]).map(entry => {
    const { comment, isElsewhere } = placeComment(entry, text, ruler, { madeOn, textSha256 }, (words, on) =>
      placer.place(words, on),
    )
    if (isElsewhere) commentsMoved++
    return comment
  })
  const verdicts = (file['verdicts'] as readonly JsonObject[]).map(verdictFromFile)
  const status = file['status'] as Status
  const { isWhole } = placer
  const counts = { moved, displaced, cuesMoved, commentsMoved }
  return { annotations, unplaced, links, comments, verdicts, status, ...counts, isWhole }
}

/** An annotation of a checked file at the place where it says, if all its quotes stand there in the text. */
export function annotationAt(entry: JsonObject, text: string, ruler: Ruler): Annotation | undefined {
  try {
    const annotation = inOrder(annotationFromFile(entry, ruler))
    const { spans } = annotation
    const apart = spans.every(({ start, end }, i) => start < end && (i === 0 || spans[i - 1]!.end <= start))
    return apart && spans.every(span => stands(text, span)) ? annotation : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined // offsets outside this text
    throw error
  }
}

/** The annotation at its new places, with the surroundings that it has there. */
function at(annotation: Annotation, places: readonly Span[], text: string): Annotation {
  return { ...annotation, spans: annotation.spans.map((anchor, i) => anchorAt(anchor, places[i]!, text)) }
}

function anchorAt({ rest }: Anchor, place: Span, text: string): Anchor {
  return { ...makeAnchor(text, place), ...(rest === undefined ? {} : { rest }) }
}

/**
 * The annotation with a mark of where it stood (`far`, in code points of the
 * text `madeOn`), for a person to see. Carried on, it keeps the mark of the
 * first time; back where that says, it needs none.
 */
function carried(near: Annotation, far: Annotation, madeOn: string, textSha256: string, ruler: Ruler): Annotation {
  const from = far.carriedFrom ?? { textSha256: madeOn, starts: far.spans.map(({ start }) => start) }
  const { carriedFrom: _, ...unmarked } = near
  const isBack =
    from.textSha256 === textSha256 && near.spans.every(({ start }, i) => ruler.toCodePoint(start) === from.starts[i])
  return isBack ? unmarked : { ...near, carriedFrom: from }
}

function inOrder(annotation: Annotation): Annotation {
  const { spans } = annotation
  const sorted = spans.every((span, i) => i === 0 || spans[i - 1]!.start <= span.start)
  return sorted ? annotation : { ...annotation, spans: [...spans].sort((a, b) => a.start - b.start) }
}

/** Whether an annotation stands elsewhere than it said (`far` counts code points, `near` UTF-16). */
function hasMoved(far: Annotation, near: Annotation, { toCodePoint }: Ruler): boolean {
  return near.spans.some((span, i) => toCodePoint(span.start) !== far.spans[i]!.start)
}

/** Where a cue is whose offsets count in the text with the hash. */
type PlaceCue = (cue: Anchor, madeOn: string) => { readonly span: Span } | object

/**
 * A link with its cue at its words. A cue whose words have no certain place is
 * kept in the link's rest as it stood, with the hash of the text that its
 * offsets count in. It comes back with that text, or where another one leaves no doubt.
 */
function placeLink(
  entry: JsonObject,
  text: string,
  ruler: Ruler,
  { madeOn, textSha256 }: { readonly madeOn: string; readonly textSha256: string },
  place: PlaceCue,
): Link {
  const { cue, [LOST_CUE]: lost, ...without } = entry
  const find = ({ [CUE_TEXT]: _, ...file }: JsonObject, on: string): Anchor | undefined => {
    const far = anchorFromFile(file, untranslated)
    const found = spanIn(place(far, on))
    return found && anchorAt(far, found, text)
  }
  if (cue === undefined) {
    if (!FileAnchor.safeParse(lost).success) return linkFromFile(entry, ruler)
    const countedIn = (lost as JsonObject)[CUE_TEXT]
    // In the text that it was lost in it stays so, until a person or another text decides.
    const found =
      madeOn === textSha256 && countedIn !== textSha256
        ? undefined
        : find(lost as JsonObject, typeof countedIn === 'string' ? countedIn : '')
    return found ? { ...linkFromFile(without, ruler), cue: found } : linkFromFile(entry, ruler)
  }
  if (madeOn === textSha256) {
    try {
      const link = linkFromFile(entry, ruler)
      if (link.cue && stands(text, link.cue)) return link
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  const found = find(cue as JsonObject, madeOn)
  if (found) return { ...linkFromFile(without, ruler), cue: found }
  return linkFromFile({ ...without, [LOST_CUE]: { ...(cue as JsonObject), [CUE_TEXT]: madeOn } }, ruler)
}

function spanIn(found: ReturnType<PlaceCue>): Span | undefined {
  return 'span' in found ? found.span : undefined
}

/** A comment with the words that it is about at their place. Words without a certain place are kept as they stood, like the cue of a link. */
function placeComment(
  entry: JsonObject,
  text: string,
  ruler: Ruler,
  { madeOn, textSha256 }: { readonly madeOn: string; readonly textSha256: string },
  place: PlaceCue,
): { readonly comment: Comment | Opaque; readonly isElsewhere: boolean } {
  const far = commentFromFile(entry, untranslated)
  if (isOpaqueEntry(far) || !('span' in far.on || 'lost' in far.on)) return { comment: far, isElsewhere: false }
  const words = 'span' in far.on ? far.on.span : far.on.lost
  const countedIn = 'span' in far.on ? madeOn : far.on.textSha256
  const rest = far.on.rest === undefined ? {} : { rest: far.on.rest }
  if ('span' in far.on && madeOn === textSha256) {
    const here = commentFromFile(entry, ruler)
    if (!isOpaqueEntry(here) && 'span' in here.on && stands(text, here.on.span))
      return { comment: here, isElsewhere: false }
  }
  // In the text that they were lost in they stay so, until another text decides.
  const isStillLost = 'lost' in far.on && madeOn === textSha256 && countedIn !== textSha256
  const found = isStillLost ? undefined : spanIn(place(words, countedIn))
  if (!found) {
    if ('lost' in far.on) return { comment: far, isElsewhere: false }
    return { comment: { ...far, on: { lost: words, textSha256: madeOn, ...rest } }, isElsewhere: true }
  }
  const near = anchorAt(words, found, text)
  const isElsewhere = 'lost' in far.on || ruler.toCodePoint(near.start) !== words.start
  return { comment: { ...far, on: { span: near, ...rest } }, isElsewhere }
}
