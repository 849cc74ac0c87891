import { overlaps, type Span } from '../../../shared/annotation/span.ts'
import { caretBar, rectsOf } from './geometry.ts'
import { arrowHead, type LinkPath, nearestLine, pathBetween, pathToEdge } from './linkPaths.ts'
import { type Box, inside, put } from './marks.ts'
import { withoutLineEnd } from './parts.ts'
import type { Places } from './places.ts'

/** A link of the selected annotation, as it is drawn. */
export interface ShownLink {
  readonly id: string
  /** What kind of link it is. */
  readonly label: string
  /** The first words of the other end; null where it isn't in the text. */
  readonly end: Span | null
  /** What the other end is called, and where it is: said where it can't be seen. */
  readonly words: string
  readonly where: string
  /** Whether it leads to the other end, and not from there. */
  readonly isOutward: boolean
}

/** The selected annotation with its links. */
export interface ShownLinks {
  readonly spans: readonly Span[]
  readonly links: readonly ShownLink[]
  /** The words that tell of its links. */
  readonly cues: readonly Span[]
  /** Says that there are more links on that side than can be named. */
  more(count: number): string
}

/** Letters beside a place in the text. */
export interface ShownHint {
  readonly offset: number
  readonly key: string
  /** How many of the letters have been typed. */
  readonly typed: number
  /** A sign, which is nothing to be typed. */
  readonly isSign?: boolean
}

/** So many ends outside the view are named at each edge. */
const NAMED = 3
/** Beyond this many links no line can be told from another. */
const MOST_LINES = 60
const LABEL_HEIGHT = 13
/** From the column of text to the line beside it, CSS pixels. */
const MARGIN = 22
const svg = 'http://www.w3.org/2000/svg'

/** What was made of a drawing: over the text, and at the edges of what is seen. */
export interface Drawn {
  readonly marks: readonly Element[]
  readonly above: readonly Element[]
  readonly below: readonly Element[]
}
/** How far the boxes of letters reach above the capitals, in CSS pixels. */
const HINT_FOOT = 4

export const nothing: Drawn = { marks: [], above: [], below: [] }

/** One drawing: places in the text become boxes, in the coordinates of the mounted text, and lines between them. */
export class Drawing {
  private readonly text: string
  private readonly places: Places
  private readonly origin: DOMRect
  private readonly seen: { readonly top: number; readonly bottom: number }
  private readonly labels: Box[] = []

  constructor(text: string, places: Places, origin: DOMRect, seen: { top: number; bottom: number }) {
    this.text = text
    this.places = places
    this.origin = origin
    this.seen = seen
  }

  hint({ offset, key, typed, isSign }: ShownHint): HTMLElement[] {
    const piece = this.places.piece(offset)
    if (!piece) return []
    const { x, top } = caretBar(this.text, piece, offset)
    const mark = element(isSign ? 'page-hint page-sign' : 'page-hint')
    const done = element('page-typed', 'span')
    done.textContent = key.slice(0, typed)
    mark.append(done, key.slice(typed))
    mark.style.left = `${x - this.origin.left}px`
    // Its foot is where capitals end: it stands in the leading, and covers no letter of its words.
    mark.style.top = `${top + HINT_FOOT - this.origin.top}px`
    return [mark]
  }

  links({ spans, links, cues, more }: ShownLinks): Drawn {
    const own = spans.flatMap(span => this.boxes(span))
    const here = own.filter(box => this.isSeen(box))
    const cued = cues.filter(cue => !spans.some(span => overlaps(span, cue))).flatMap(cue => this.boxes(cue))
    const lines: Element[] = []
    const labels: Element[] = []
    const beyond: Record<'above' | 'below', ShownLink[]> = { above: [], below: [] }
    for (const link of links.slice(0, MOST_LINES)) {
      const other = link.end && this.boxes(link.end)[0]
      const start = other && nearestLine(here, other)
      if (other && this.isSeen(other)) {
        if (!start) continue
        const path = pathBetween(start, other)
        lines.push(...this.line(path, link))
        labels.push(...this.label(link.label, path.to.x + 5, path.to.y, path.to.down))
      } else if (link.end) beyond[this.isAbove(link.end, other ?? undefined) ? 'above' : 'below'].push(link)
      else if (own[0]) labels.push(...this.label(`${link.label} ${link.words}`, own[0].left, own[0].top, 1))
    }
    for (const link of links.slice(MOST_LINES)) {
      if (link.end) beyond[this.isAbove(link.end, undefined) ? 'above' : 'below'].push(link)
    }
    const first = here[0]
    const last = here.at(-1)
    const margin = this.margin(spans[0])
    if (first && beyond.above.length > 0)
      lines.push(...this.line(pathToEdge(first, margin, this.seen.top + 8, -1), beyond.above[0]!, 'page-link-far'))
    if (last && beyond.below.length > 0)
      lines.push(...this.line(pathToEdge(last, margin, this.seen.bottom - 8, 1), beyond.below[0]!, 'page-link-far'))
    const drawing = document.createElementNS(svg, 'svg')
    drawing.setAttribute('class', 'page-links')
    drawing.append(...lines)
    return {
      marks: [...cued.map(cueMark), drawing, ...labels],
      above: named(beyond.above, more),
      below: named(beyond.below, more),
    }
  }

  /** A line with its halo, which keeps it apart from the letters, and the head of its arrow. */
  private line(path: LinkPath, { id, isOutward }: ShownLink, more = ''): Element[] {
    const parts = [
      ['page-link-halo', path.outline],
      ['page-link', path.outline],
      ['page-link-head', arrowHead(isOutward ? path.to : path.from)],
    ]
    return parts.map(([name, outline]) => {
      const part = document.createElementNS(svg, 'path')
      part.setAttribute('class', `${name} ${more}`.trim())
      part.setAttribute('d', outline!)
      part.dataset['link'] = id
      return part
    })
  }

  /** The kind of a link, in the space between two lines of text; none where there is no room beside other labels. */
  private label(words: string, x: number, y: number, down: 1 | -1): Element[] {
    const width = words.length * 6 + 8
    const top = down === 1 ? y - LABEL_HEIGHT + 2 : y - 2
    let box = { left: x, top, right: x + width, bottom: top + LABEL_HEIGHT }
    for (let tries = 0; tries < 4; tries++) {
      const taken = this.labels.find(
        one => one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom,
      )
      if (!taken) break
      box = { ...box, left: taken.right + 3, right: taken.right + 3 + width }
      if (tries === 3) return []
    }
    if (box.right > this.origin.width) return []
    this.labels.push(box)
    const label = element('page-link-label')
    label.textContent = words
    label.style.left = `${box.left}px`
    label.style.top = `${box.top}px`
    return [label]
  }

  private boxes({ start, end }: Span): Box[] {
    const boxes: Box[] = []
    for (const piece of this.places.touching(start, end)) {
      const from = Math.max(start, piece.start)
      const to = withoutLineEnd(this.text, from, Math.min(end, piece.end))
      if (from >= to) continue
      for (const rect of rectsOf(piece, from, to)) if (rect.width > 0.5) boxes.push(inside(rect, this.origin))
    }
    return boxes
  }

  /** The middle of the margin after the column. */
  private margin(span: Span | undefined): number {
    const piece = span && [...this.places.touching(span.start, span.end)][0]
    const column = piece ? piece.element.getBoundingClientRect().right - this.origin.left : this.origin.width
    return Math.min(column + MARGIN, this.origin.width - 12)
  }

  private isSeen({ top, bottom }: Box): boolean {
    return bottom > this.seen.top + 4 && top < this.seen.bottom - 4
  }

  private isAbove({ start }: Span, box: Box | undefined): boolean {
    if (box) return box.top < this.seen.top + 4
    const first = this.places.dom(0)
    const offset = first && this.places.offset(first)
    return offset !== undefined && start < offset
  }
}

/** The ends beyond an edge, each with what it is and where. */
function named(links: readonly ShownLink[], more: (count: number) => string): HTMLElement[] {
  if (links.length === 0) return []
  const list = element('page-beyond')
  for (const { id, label, words, where } of links.slice(0, NAMED)) {
    const one = element('page-beyond-end')
    one.dataset['link'] = id
    const kind = element('page-beyond-kind', 'span')
    kind.textContent = `${label} `
    const end = element('page-beyond-words', 'span')
    end.textContent = words
    const place = element('page-beyond-kind', 'span')
    place.textContent = ` ${where}`
    one.append(kind, end, place)
    list.append(one)
  }
  if (links.length > NAMED) {
    const rest = element('page-beyond-kind')
    rest.textContent = more(links.length - NAMED)
    list.append(rest)
  }
  return [list]
}

function cueMark(box: Box): HTMLElement {
  const mark = element('page-cue')
  put(mark, { ...box, top: box.bottom - 3, bottom: box.bottom + 1 })
  return mark
}

/** Everything here is shown elsewhere too, for those who don't see it. */
export function element(name: string, tag = 'div'): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  made.setAttribute('aria-hidden', 'true')
  return made
}
