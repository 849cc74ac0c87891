import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Span } from '../../../shared/annotation/span.ts'
import { stackAt } from '../../../shared/annotation/stack.ts'
import { characterAt } from './hit.ts'
import type { Places } from './places.ts'
import { nextOf } from './stack.ts'

/** How long the mouse must be still to have come to rest. */
const REST_MS = 450

/** What pointing needs to know and what it tells. */
export interface Pointed {
  hovered(ids: readonly string[]): void
  pointed(ids: readonly string[], chosen: string | null, offset: number | undefined): void
  activated(id: string): void
  /** The mouse has come to rest over these, the smallest first. */
  rested(ids: readonly string[], offset: number): void
  /** Which of these is meant? Asked by a click with Alt, or on the mark that counts what isn't painted. */
  asked(ids: readonly string[], offset: number): void
  /** A triple click. */
  block(offset: number): void
  selected(): string | null
  /** Whether text is selected: a drag ends in a click too. */
  isSelecting(): boolean
}

/** Finds out what a mouse points at. Highlights get no events, so the point is turned into an offset. */
export class Pointing {
  private readonly article: HTMLElement
  private readonly text: string
  private readonly places: () => Places
  private readonly annotationsIn: (span: Span) => readonly Annotation[]
  private readonly heard: Pointed
  private frame = 0
  private resting: ReturnType<typeof setTimeout> | undefined
  private last: PointerEvent | undefined
  private over = ''

  constructor(
    article: HTMLElement,
    text: string,
    places: () => Places,
    annotationsIn: (span: Span) => readonly Annotation[],
    heard: Pointed,
  ) {
    this.annotationsIn = annotationsIn
    this.heard = heard
    this.article = article
    this.text = text
    this.places = places
    article.addEventListener('pointermove', this.moved)
    article.addEventListener('pointerleave', this.left)
    article.addEventListener('pointerdown', this.pressed)
    article.addEventListener('click', this.clicked)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    clearTimeout(this.resting)
    this.article.removeEventListener('pointermove', this.moved)
    this.article.removeEventListener('pointerleave', this.left)
    this.article.removeEventListener('pointerdown', this.pressed)
    this.article.removeEventListener('click', this.clicked)
  }

  private readonly moved = (event: PointerEvent) => {
    // Once a frame, for reading geometry may lay out.
    if (this.frame === 0) this.frame = requestAnimationFrame(this.look)
    this.last = event
    clearTimeout(this.resting)
    if (event.buttons === 0) this.resting = setTimeout(this.rest, REST_MS)
  }

  private readonly look = () => {
    this.frame = 0
    const event = this.last
    if (event?.buttons !== 0) return
    const brace = braceOf(event)
    this.hover(brace ? [brace.id] : (this.under(event)?.ids ?? []))
  }

  private readonly rest = () => {
    const under = this.last && this.under(this.last)
    if (under && under.ids.length > 0) this.heard.rested(under.ids, under.offset)
  }

  private readonly pressed = () => clearTimeout(this.resting)

  private readonly left = () => {
    clearTimeout(this.resting)
    this.last = undefined
    this.hover([])
  }

  private hover(ids: readonly string[]): void {
    const over = ids.join(' ')
    if (over === this.over) return
    this.over = over
    this.heard.hovered(ids)
  }

  private readonly clicked = (event: MouseEvent) => {
    if (event.button !== 0) return
    const more = moreOf(event)
    if (more) {
      this.heard.asked(more.ids, more.offset)
      return
    }
    const under = this.under(event)
    if (event.altKey && under && under.ids.length > 0) {
      this.heard.asked(under.ids, under.offset)
      return
    }
    if (event.detail >= 3) {
      if (under) this.heard.block(under.offset)
      return
    }
    if (event.detail === 2) {
      const selected = this.heard.selected()
      if (selected !== null && under?.ids.includes(selected)) this.heard.activated(selected)
      return
    }
    const brace = braceOf(event)
    if (brace) this.heard.pointed([brace.id], brace.id, brace.offset)
    else if (!event.shiftKey && !this.heard.isSelecting()) {
      const ids = under?.ids ?? []
      this.heard.pointed(ids, nextOf(ids, this.heard.selected()) ?? null, under?.offset)
    }
  }

  private under({ clientX, clientY }: MouseEvent): { offset: number; ids: string[] } | undefined {
    const offset = characterAt(this.text, this.places(), clientX, clientY)
    if (offset === undefined) return undefined
    const stack = stackAt(this.annotationsIn({ start: offset, end: offset + 1 }), offset)
    return { offset, ids: stack.map(({ id }) => id) }
  }
}

/** The annotation whose brace an event hit. */
function braceOf({ target }: Event): { id: string; offset: number } | undefined {
  const data = target instanceof Element ? target.closest<SVGElement>('.page-brace')?.dataset : undefined
  const id = data?.['annotation']
  return id === undefined ? undefined : { id, offset: Number(data?.['offset']) }
}

/** What the mark counts that an event hit: annotations for which there was no lane. */
function moreOf({ target }: Event): { ids: string[]; offset: number } | undefined {
  const data = target instanceof Element ? target.closest<HTMLElement>('.page-more')?.dataset : undefined
  const ids = data?.['annotations']
  return ids === undefined ? undefined : { ids: JSON.parse(ids) as string[], offset: Number(data?.['offset']) }
}
