import type * as z from 'zod'
import { stands } from '../annotation/anchor.ts'
import { spanOf } from '../annotation/comment.ts'
import { LOST_CUE } from '../annotation/lostCue.ts'
import type { JsonObject } from '../json/json.ts'
import { anchorFromFile, untranslated } from '../sidecar/fileForm.ts'
import { annotationAt, type PlacingHelp, placeLayer } from '../sidecar/placeLayer.ts'
import { commentFromFile } from '../sidecar/remarkForm.ts'
import type { FileAnchor, Sidecar } from '../sidecar/schema.ts'
import type { Ruler } from '../text/ruler.ts'
import { type CheckedArticle, type InFile, quoteIn, unplacedIn } from './inFile.ts'

type FileSpan = Pick<z.infer<typeof FileAnchor>, 'start' | 'end' | 'quote'>

/** So much of what stands at a place is shown. */
const SHOWN = 60

/**
 * Whether each annotation stands at its words. In the text that the file was made on every quote has to stand where the
 * file says; in another one it is told what opening it would carry elsewhere, and what would be left without a place.
 */
export function checkPlaces(file: JsonObject, article: CheckedArticle, placing: PlacingHelp): InFile[] {
  const sidecar = file as unknown as Sidecar
  const isSameText = sidecar.article.textSha256 === article.textSha256
  const found = isSameText ? standing(file, article) : carried(file, article, placing)
  const lostCues = sidecar.links
    .filter(link => link[LOST_CUE] !== undefined)
    .map(({ id }): InFile => ({ kind: 'lost-cue', about: '', link: id }))
  return [...found, ...unplacedIn(sidecar), ...lostCues]
}

function standing(file: JsonObject, { text, ruler }: CheckedArticle): InFile[] {
  const found: InFile[] = []
  const { annotations, links } = file as unknown as Sidecar
  annotations.forEach((annotation, i) => {
    if (annotationAt((file['annotations'] as readonly JsonObject[])[i]!, text, ruler)) return
    const place = { annotation: annotation.id, quote: quoteIn(annotation) }
    const isBad = !areApart(annotation.spans)
    const wrong = annotation.spans.find(span => !standsAt(span, text, ruler))
    if (isBad || !wrong) found.push({ kind: 'bad-spans', about: annotation.spans.map(spelled).join(', '), ...place })
    else found.push({ kind: 'wrong-quote', about: thereAt(wrong, text, ruler), ...place })
  })
  for (const { id, cue } of links)
    if (cue && !standsAt(cue, text, ruler))
      found.push({ kind: 'wrong-quote', about: thereAt(cue, text, ruler), link: id, quote: cue.quote })
  for (const entry of file['comments'] as readonly JsonObject[]) {
    const comment = commentFromFile(entry, untranslated)
    const words = spanOf(comment)
    if (words && !standsAt(words, text, ruler))
      found.push({ kind: 'wrong-quote', about: thereAt(words, text, ruler), comment: comment.id, quote: words.quote })
  }
  return found
}

function carried(file: JsonObject, { text, textSha256, ruler }: CheckedArticle, placing: PlacingHelp): InFile[] {
  const { annotations, links } = file as unknown as Sidecar
  const placed = placeLayer(file, text, textSha256, ruler, placing)
  const here = new Map(placed.annotations.map(one => [one.id, one]))
  const withCue = new Set(placed.links.flatMap(({ id, cue }) => (cue ? [id] : [])))
  const found: InFile[] = [{ kind: 'text-changed', about: '' }]
  if (!placed.isWhole) found.push({ kind: 'not-checked', about: '' })
  const lost = new Map(placed.unplaced.map(one => [one.id, one.placement]))
  for (const one of annotations) {
    const place = { annotation: one.id, quote: quoteIn(one) }
    const now = here.get(one.id)
    if (!now) found.push({ kind: 'no-place', about: lost.get(one.id) ?? 'lost', ...place })
    else if (now.spans.some((span, i) => ruler.toCodePoint(span.start) !== one.spans[i]?.start))
      found.push({ kind: 'carried', about: String(ruler.toCodePoint(now.spans[0]!.start)), ...place })
  }
  for (const { id, cue } of links)
    if (cue && !withCue.has(id)) found.push({ kind: 'lost-cue', about: '', link: id, quote: cue.quote })
  const words = (file['comments'] as readonly JsonObject[]).map(entry => spanOf(commentFromFile(entry, untranslated)))
  placed.comments.forEach((comment, i) => {
    const was = words[i]
    if (was && !spanOf(comment)) found.push({ kind: 'lost-words', about: '', comment: comment.id, quote: was.quote })
  })
  return found
}

function areApart(spans: readonly FileSpan[]): boolean {
  const inOrder = [...spans].sort((one, other) => one.start - other.start)
  return inOrder.every(({ start, end }, i) => start < end && (i === 0 || inOrder[i - 1]!.end <= start))
}

function standsAt(span: FileSpan, text: string, ruler: Ruler): boolean {
  try {
    return stands(text, anchorFromFile(span as unknown as JsonObject, ruler))
  } catch (error) {
    if (error instanceof RangeError) return false // offsets outside this text
    throw error
  }
}

/** What stands where a file says that something else stands; '' where the text has no such place. */
function thereAt({ start, end }: FileSpan, text: string, ruler: Ruler): string {
  try {
    const there = text.slice(ruler.toUtf16(start), ruler.toUtf16(end))
    return there.length > SHOWN ? `${there.slice(0, SHOWN)}…` : there
  } catch (error) {
    if (error instanceof RangeError) return ''
    throw error
  }
}

function spelled({ start, end }: FileSpan): string {
  return `${start}–${end}`
}
