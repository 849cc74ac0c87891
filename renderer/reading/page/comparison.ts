import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Span } from '../../../shared/annotation/span.ts'
import { graphemeAfter, graphemeBefore } from '../../../shared/text/characters.ts'
import { apart, type LettersPlaced } from './apart.ts'
import { boxesOf, columnOf, findLayer, layerOf, put } from './marks.ts'
import type { MountedChunk } from './mounted.ts'

/** How an annotation stands among several layers: all say the same; or it differs, and is outlined in the way of this number. */
export type Standing = 'same' | number

/** Whose a mark is, beside its first or its last character. Offsets are UTF-16. */
export interface ShownLetters {
  readonly offset: number
  readonly side: 'begins' | 'ends'
  readonly letters: string
}

/** What is said in the margin of one place. */
export interface ShownDifference {
  /** The case. */
  readonly id: string
  readonly offset: number
  /** A word or two. */
  readonly words: string
  /** All of it. */
  readonly title: string
}

/** What a page shows while layers are compared. */
export interface Comparison {
  standingOf(annotation: string): Standing | undefined
  lettersIn(span: Span): readonly ShownLetters[]
  differencesIn(span: Span): readonly ShownDifference[]
  /** The case that is looked at. */
  readonly current: string | null
  /** Words of the case that is looked at of which this page's layers say nothing. */
  readonly gaps: readonly Span[]
}

/** Ways to outline: beyond them they come again. */
export const OUTLINES = 4
/** From the letters to the first outline, and from one to the next, CSS pixels: those of the same words don't hide each other. */
const ROOM = 1
const STEP = 1.5
/** How tall letters are, and as much as is drawn around them, CSS pixels. */
const TALL = 12
/** From the text to the words in the margin, CSS pixels. */
const GAP = 10

/**
 * Measures what is drawn of a comparison in a chunk: outlines around what differs, the letters of the layers at them, and
 * in the margin what the difference is. Returns what draws it: nothing without a comparison. The chunk has been laid out.
 */
export function measureComparison(
  text: string,
  chunk: MountedChunk,
  annotations: readonly Annotation[],
  comparison: Comparison | null,
  inkOf: (tag: string) => string,
): () => void {
  if (!comparison)
    return () => {
      for (const name of ['outlines', 'letters', 'differences'] as const) findLayer(chunk, name)?.remove()
    }
  const outlines = annotations.flatMap(({ id, tag, spans }) => {
    const standing = comparison.standingOf(id)
    return typeof standing === 'number' ? outline(text, chunk, spans, standing, inkOf(tag)) : []
  })
  for (const gap of comparison.gaps) outlines.push(...gapAround(text, chunk, gap))
  const letters = apart(comparison.lettersIn(chunk).flatMap(one => placeOf(text, chunk, one))).map(letterElement)
  const differences = inMargin(text, chunk, comparison)
  return () => {
    layerOf(chunk, 'outlines').replaceChildren(...outlines)
    layerOf(chunk, 'letters').replaceChildren(...letters)
    layerOf(chunk, 'differences').replaceChildren(...differences)
  }
}

function outline(text: string, chunk: MountedChunk, spans: readonly Span[], standing: number, ink: string) {
  const room = ROOM + STEP * (standing % OUTLINES)
  return spans.flatMap(span =>
    boxesOf(text, chunk, span).map(({ left, top, right, bottom }) => {
      const element = document.createElement('div')
      element.className = `page-outline page-outline-${standing % OUTLINES}`
      element.style.borderColor = ink
      put(element, { left: left - room, top: top - room, right: right + room, bottom: bottom + room })
      return element
    }),
  )
}

/** Around words of which nothing is said. */
function gapAround(text: string, chunk: MountedChunk, span: Span): HTMLDivElement[] {
  return boxesOf(text, chunk, span).map(box => {
    const element = document.createElement('div')
    element.className = 'page-gap'
    put(element, box)
    return element
  })
}

function placeOf(text: string, chunk: MountedChunk, { offset, side, letters }: ShownLetters): LettersPlaced[] {
  const at = side === 'begins' ? offset : graphemeBefore(text, offset)
  if (at < chunk.start || at >= chunk.end) return []
  const [box] = boxesOf(text, chunk, { start: at, end: graphemeAfter(text, at) })
  if (!box) return []
  const isLeftward = chunk.pieces.find(piece => piece.end > at)?.element.dir === 'rtl'
  const left = (side === 'begins') === isLeftward ? box.right : box.left
  // What stands out of the chunk would be cut off.
  return [{ left, top: Math.max(box.top + 2, TALL), letters }]
}

function letterElement({ left, top, letters }: LettersPlaced): HTMLElement {
  const element = document.createElement('span')
  element.className = 'page-letter'
  element.textContent = letters
  element.style.left = `${left}px`
  element.style.top = `${top}px`
  return element
}

/** One line of the margin says what differs in it: the first place in words, and how many more. */
function inMargin(text: string, chunk: MountedChunk, comparison: Comparison): HTMLElement[] {
  const column = columnOf(chunk)
  const onLeft = chunk.pieces[0]?.element.dir === 'rtl'
  const lines: { top: number; height: number; all: ShownDifference[] }[] = []
  for (const one of comparison.differencesIn(chunk)) {
    if (one.offset < chunk.start || one.offset >= chunk.end) continue
    const [box] = boxesOf(text, chunk, { start: one.offset, end: graphemeAfter(text, one.offset) })
    if (!box) continue
    const line = lines.find(({ top }) => Math.abs(top - box.top) < 4)
    if (line) line.all.push(one)
    else lines.push({ top: box.top, height: box.bottom - box.top, all: [one] })
  }
  return lines.map(({ top, height, all }) => {
    const shown = all.find(({ id }) => id === comparison.current) ?? all[0]!
    const element = document.createElement('div')
    element.className = 'page-difference'
    element.classList.toggle('page-current', shown.id === comparison.current)
    const rest = all.filter(one => one !== shown)
    element.append(span('page-what', shown.words))
    if (rest.length > 0) element.append(span('page-rest', ` +${rest.length}`))
    // On paper they are all told.
    element.dataset['rest'] = rest.map(({ words }) => `; ${words}`).join('')
    element.title = all.map(({ title }) => title).join('\n\n')
    // A press on the line goes through what stands in it.
    const next = all[(all.findIndex(({ id }) => id === comparison.current) + 1) % all.length]!
    element.dataset['case'] = next.id
    element.style.top = `${top}px`
    element.style.height = `${height}px`
    element.style.maxWidth = `${(onLeft ? column.left : chunk.element.clientWidth - column.right) - GAP - 2}px`
    if (onLeft) element.style.right = `calc(100% - ${column.left - GAP}px)`
    else element.style.left = `${column.right + GAP}px`
    return element
  })
}

function span(name: string, words: string): HTMLElement {
  const element = document.createElement('span')
  element.className = name
  element.textContent = words
  return element
}
