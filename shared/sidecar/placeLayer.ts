import { makeAnchor, placeAnchor, stands } from '../annotation/anchor.ts'
import type { Anchor, Annotation, Link, Status, Unplaced } from '../annotation/annotation.ts'
import { LOST_CUE } from '../annotation/lostCue.ts'
import type { JsonObject } from '../json/json.ts'
import type { Ruler } from '../text/ruler.ts'
import { anchorFromFile, annotationFromFile, linkFromFile, unplacedFromFile, untranslated } from './fileForm.ts'
import { FileAnchor } from './schema.ts'

/** A layer with every annotation either at its words or among the unplaced. */
export interface PlacedLayer {
  readonly annotations: readonly Annotation[]
  readonly unplaced: readonly Unplaced[]
  readonly links: readonly Link[]
  readonly status: Status
  /** Annotations that stand elsewhere than the file says. */
  readonly moved: number
  /** Annotations that had a place in the file and have none in this text. */
  readonly displaced: number
  /** Links whose cue had a place in the file and has none in this text, or the other way round. */
  readonly cuesMoved: number
}

/**
 * The layer of a checked sidecar, placed in the text at hand.
 *
 * In the text that it was made on, an annotation stays where its quote stands.
 * In any other text it is placed only where quote and surroundings stand once;
 * otherwise it is kept, unplaced. Nothing is guessed and nothing dropped.
 */
export function placeLayer(file: JsonObject, text: string, textSha256: string, ruler: Ruler): PlacedLayer {
  const madeOn = (file['article'] as JsonObject)['textSha256'] as string
  const annotations: Annotation[] = []
  const unplaced: Unplaced[] = []
  let moved = 0
  let displaced = 0

  for (const entry of file['annotations'] as readonly JsonObject[]) {
    const here = madeOn === textSha256 ? annotationAt(entry, text, ruler) : undefined
    if (here) {
      annotations.push(here)
      continue
    }
    const far = annotationFromFile(entry, untranslated)
    const found = find(far, text)
    if (found === 'lost' || found === 'ambiguous') {
      unplaced.push({ ...far, placement: found, textSha256: madeOn })
      displaced++
    } else {
      annotations.push(found)
      if (hasMoved(far, found, ruler)) moved++
    }
  }

  for (const entry of file['unplaced'] as readonly JsonObject[]) {
    const far = unplacedFromFile(entry)
    const { placement: _, textSha256: countedIn, ...annotation } = far
    const back = countedIn === textSha256 ? annotationAt(entry, text, ruler) : undefined
    const found = back ? { ...annotation, spans: back.spans } : find(annotation, text)
    if (found === 'lost' || found === 'ambiguous') unplaced.push(far)
    else {
      annotations.push(found)
      moved++
    }
  }

  const entries = file['links'] as readonly JsonObject[]
  const links = entries.map(entry => placeLink(entry, text, madeOn === textSha256, ruler))
  const cuesMoved = links.filter((link, i) => (link.cue === undefined) !== (entries[i]!['cue'] === undefined)).length
  return { annotations, unplaced, links, status: file['status'] as Status, moved, displaced, cuesMoved }
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

/** The annotation with each span at its one place in the text, in their old order and without overlap. */
function find(annotation: Annotation, text: string): Annotation | 'lost' | 'ambiguous' {
  const spans: Anchor[] = []
  for (const anchor of inOrder(annotation).spans) {
    const place = placeAnchor(text, anchor)
    if (place.kind === 'lost' || place.kind === 'ambiguous') return place.kind
    if (place.span.start < (spans.at(-1)?.end ?? 0)) return 'ambiguous'
    const { rest } = anchor
    spans.push({ ...makeAnchor(text, place.span), ...(rest === undefined ? {} : { rest }) })
  }
  return { ...annotation, spans }
}

function inOrder(annotation: Annotation): Annotation {
  const { spans } = annotation
  const sorted = spans.every((span, i) => i === 0 || spans[i - 1]!.start <= span.start)
  return sorted ? annotation : { ...annotation, spans: [...spans].sort((a, b) => a.start - b.start) }
}

/** Whether an annotation stands elsewhere than it said (`far` counts code points, `near` UTF-16). */
function hasMoved(far: Annotation, near: Annotation, { toCodePoint }: Ruler): boolean {
  return near.spans.some((span, i) => toCodePoint(span.start) !== inOrder(far).spans[i]!.start)
}

/**
 * A link with its cue at its words. A cue whose words are gone is carried in
 * the link's rest as it stood, and comes back when its words do.
 */
function placeLink(entry: JsonObject, text: string, same: boolean, ruler: Ruler): Link {
  const { cue, [LOST_CUE]: lost, ...without } = entry
  if (cue === undefined) {
    const found = FileAnchor.safeParse(lost).success ? findCue(lost as JsonObject, text) : undefined
    return found ? { ...linkFromFile(without, ruler), cue: found } : linkFromFile(entry, ruler)
  }
  if (same) {
    try {
      const link = linkFromFile(entry, ruler)
      if (link.cue && stands(text, link.cue)) return link
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  const found = findCue(cue as JsonObject, text)
  return found ? { ...linkFromFile(without, ruler), cue: found } : linkFromFile({ ...without, [LOST_CUE]: cue }, ruler)
}

/** A cue of a file at its one place in the text. */
function findCue(file: JsonObject, text: string): Anchor | undefined {
  const far = anchorFromFile(file, untranslated)
  const place = placeAnchor(text, far)
  if (!('span' in place)) return undefined
  return { ...makeAnchor(text, place.span), ...(far.rest === undefined ? {} : { rest: far.rest }) }
}
