import type { Span } from '../../../shared/annotation/span.ts'
import { type End, moveEnd, settledEnd, wholeWord } from './ends.ts'
import { gripOf } from './handles.ts'
import type { Places } from './places.ts'

/** A press that moves no further than this is a click, CSS pixels. */
const CLICK = 3
/** After a click on a grip the text beneath it can be pointed at until the mouse has gone this far. */
const AWAY = 16
/** CSS pixels a frame for each one that the mouse is beyond the page. */
const PULL = 0.4

/** What dragging needs to know and what it tells. */
export interface Dragged {
  /** The parts of the annotation that has grips. */
  partsOf(id: string): readonly Span[] | undefined
  /** While an end is moved: where the parts would stand, and which of them is moved. Null when it is over. */
  previewed(drag: { readonly id: string; readonly parts: readonly Span[]; readonly moved: Span } | null): void
  /** The end was let go somewhere else: the parts of the annotation are to be these. */
  reshaped(id: string, parts: readonly Span[]): void
  /** A grip was pressed and not moved: the caret belongs there. */
  pressed(offset: number): void
}

interface Drag {
  readonly id: string
  readonly end: End
  readonly pointer: number
  readonly from: { readonly x: number; readonly y: number }
  readonly before: readonly Span[]
  parts: readonly Span[]
  hasMoved: boolean
}

/**
 * The ends of the selected annotation, dragged by their grips. One press is one change, told when it ends; Escape gives it
 * up. A press that doesn't move is a click on the text beneath.
 */
export class Dragging {
  private readonly scroller: HTMLElement
  private readonly article: HTMLElement
  private readonly text: string
  private readonly places: () => Places
  private readonly heard: Dragged
  private drag: Drag | undefined
  private pointer = { x: 0, y: 0, shiftKey: false }
  private frame = 0
  /** The click that follows a drag is none. */
  private ends = false
  private clicked: { readonly x: number; readonly y: number } | undefined

  constructor(scroller: HTMLElement, article: HTMLElement, text: string, places: () => Places, heard: Dragged) {
    this.scroller = scroller
    this.article = article
    this.text = text
    this.places = places
    this.heard = heard
    // Before anybody else hears of it: a press on a grip selects no text.
    article.addEventListener('pointerdown', this.began, true)
    article.addEventListener('mousedown', this.held, true)
    article.addEventListener('click', this.clickedAfter, true)
    article.addEventListener('pointermove', this.moved)
    article.addEventListener('pointerup', this.ended)
    article.addEventListener('pointercancel', this.cancel)
    article.addEventListener('lostpointercapture', this.cancel)
  }

  destroy(): void {
    this.cancel()
    this.article.removeEventListener('pointerdown', this.began, true)
    this.article.removeEventListener('mousedown', this.held, true)
    this.article.removeEventListener('click', this.clickedAfter, true)
    this.article.removeEventListener('pointermove', this.moved)
    this.article.removeEventListener('pointerup', this.ended)
    this.article.removeEventListener('pointercancel', this.cancel)
    this.article.removeEventListener('lostpointercapture', this.cancel)
  }

  private readonly began = (event: PointerEvent) => {
    this.ends = false
    const grip = event.button === 0 && event.isPrimary ? gripOf(event.target) : undefined
    const parts = grip && this.heard.partsOf(grip.id)
    if (!grip || !parts?.[grip.end.part]) return
    event.stopPropagation()
    this.drag = {
      ...grip,
      pointer: event.pointerId,
      from: { x: event.clientX, y: event.clientY },
      before: parts,
      parts,
      hasMoved: false,
    }
    this.article.setPointerCapture(event.pointerId)
    window.addEventListener('keydown', this.keyed, true)
  }

  private readonly held = (event: MouseEvent) => {
    if (!this.drag) return
    event.preventDefault()
    event.stopPropagation()
    this.article.focus({ preventScroll: true })
  }

  private readonly moved = (event: PointerEvent) => {
    if (this.clicked && distance(this.clicked, event) > AWAY) this.ungrip(undefined)
    const { drag } = this
    if (!drag || event.pointerId !== drag.pointer) return
    this.pointer = { x: event.clientX, y: event.clientY, shiftKey: event.shiftKey }
    if (!drag.hasMoved) {
      if (distance(drag.from, event) <= CLICK) return
      drag.hasMoved = true
      this.article.classList.add('page-dragging')
    }
    if (this.frame === 0) this.frame = requestAnimationFrame(this.follow)
  }

  /** Once a frame, for reading geometry may lay out. Goes on by itself while the mouse is above or below the page. */
  private readonly follow = () => {
    this.frame = 0
    if (!this.drag?.hasMoved) return
    const { top, bottom } = this.scroller.getBoundingClientRect()
    const beyond = Math.min(0, this.pointer.y - top) + Math.max(0, this.pointer.y - bottom)
    if (beyond !== 0) {
      this.scroller.scrollTop += beyond * PULL
      this.frame = requestAnimationFrame(this.follow)
    }
    this.take()
  }

  /** Moves the end to where the pointer is now. */
  private take(): void {
    const { drag } = this
    const offset = this.offsetAt(this.pointer)
    if (!drag || offset === undefined) return
    const to = this.pointer.shiftKey ? wholeWord(this.text, drag.end, offset) : offset
    drag.parts = moveEnd(this.text, drag.before, drag.end, to)
    this.heard.previewed({ id: drag.id, parts: drag.parts, moved: drag.parts[drag.end.part]! })
  }

  private readonly ended = (event: PointerEvent) => {
    const { drag } = this
    if (!drag || event.pointerId !== drag.pointer) return
    if (!drag.hasMoved) {
      this.stop()
      this.ungrip({ x: event.clientX, y: event.clientY })
      const offset = this.offsetAt({ x: event.clientX, y: event.clientY })
      if (offset !== undefined) this.heard.pressed(offset)
      return
    }
    this.take()
    const parts = settledEnd(this.text, drag.before, drag.parts, drag.end)
    this.ends = true
    this.stop()
    if (parts) this.heard.reshaped(drag.id, parts)
  }

  private readonly cancel = () => {
    if (!this.drag) return
    this.ends = this.drag.hasMoved
    this.stop()
  }

  private readonly keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.drag) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.cancel()
  }

  private stop(): void {
    const { drag } = this
    this.drag = undefined
    cancelAnimationFrame(this.frame)
    this.frame = 0
    window.removeEventListener('keydown', this.keyed, true)
    this.article.classList.remove('page-dragging')
    if (!drag) return
    if (this.article.hasPointerCapture(drag.pointer)) this.article.releasePointerCapture(drag.pointer)
    if (drag.hasMoved) this.heard.previewed(null)
  }

  private readonly clickedAfter = (event: MouseEvent) => {
    if (!this.ends) return
    this.ends = false
    event.stopPropagation()
  }

  /** Lets clicks through to the text, for a second click would be a word's. */
  private ungrip(at: { readonly x: number; readonly y: number } | undefined): void {
    this.clicked = at
    this.article.classList.toggle('page-ungripped', at !== undefined)
  }

  /** The place in the text that is nearest to a point of the window. */
  private offsetAt({ x, y }: { readonly x: number; readonly y: number }): number | undefined {
    const { left, right, top, bottom } = this.scroller.getBoundingClientRect()
    const within = (low: number, at: number, high: number) => Math.max(low + 2, Math.min(at, high - 2))
    const caret = document.caretPositionFromPoint(within(left, x, right), within(top, y, bottom))
    return caret ? this.places().offset({ node: caret.offsetNode, offset: caret.offset }) : undefined
  }
}

function distance(from: { readonly x: number; readonly y: number }, { clientX, clientY }: MouseEvent): number {
  return Math.hypot(clientX - from.x, clientY - from.y)
}
