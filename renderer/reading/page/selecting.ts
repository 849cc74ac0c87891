import type { Span } from '../../../shared/annotation/span.ts'
import type { Places } from './places.ts'

/** A selection in the article: two offsets in UTF-16, whatever of it is mounted. The caret stands at `focus`; both are equal where nothing is selected. */
export interface TextSelection {
  readonly anchor: number
  readonly focus: number
}

export function spanOf({ anchor, focus }: TextSelection): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/**
 * Keeps the selection, and the browser's own in step with it as far as the text
 * is mounted. The mouse selects natively and is listened to; what else changes
 * the browser's selection (nodes that go, other panes) is not.
 */
export class Selecting {
  private readonly scroller: HTMLElement
  private readonly article: HTMLElement
  private readonly places: () => Places
  private readonly changed: (selection: TextSelection | null) => void
  private selection: TextSelection | null = null
  private dragging = false
  /** What the browser's selection was last set to or read as. */
  private native: TextSelection | null = null
  /** Where the mouse is while it selects. */
  private pointer = { x: 0, y: 0 }
  private frame = 0
  private loose = false
  /** The browser's selection is to be ours, and isn't yet. */
  private behind = false
  private readonly later: (act: () => void) => void

  constructor(
    scroller: HTMLElement,
    article: HTMLElement,
    places: () => Places,
    changed: (selection: TextSelection | null) => void,
    later: (act: () => void) => void,
  ) {
    this.later = later
    this.changed = changed
    this.scroller = scroller
    this.article = article
    this.places = places
    document.addEventListener('selectionchange', this.read)
    article.addEventListener('pointerdown', this.began)
    window.addEventListener('pointermove', this.moved)
    scroller.addEventListener('scroll', this.scrolled, { passive: true })
    window.addEventListener('pointerup', this.ended)
    window.addEventListener('pointercancel', this.ended)
    // Text is not dragged about: a press on selected text begins a new selection.
    article.addEventListener('dragstart', refuse)
  }

  destroy(): void {
    this.behind = false
    document.removeEventListener('selectionchange', this.read)
    this.article.removeEventListener('pointerdown', this.began)
    window.removeEventListener('pointermove', this.moved)
    this.scroller.removeEventListener('scroll', this.scrolled)
    cancelAnimationFrame(this.frame)
    window.removeEventListener('pointerup', this.ended)
    window.removeEventListener('pointercancel', this.ended)
    this.article.removeEventListener('dragstart', refuse)
  }

  get current(): TextSelection | null {
    return this.selection
  }

  /** Whether the mouse is selecting. */
  get isDragging(): boolean {
    return this.dragging
  }

  set(selection: TextSelection | null): void {
    const same = selection?.anchor === this.selection?.anchor && selection?.focus === this.selection?.focus
    this.selection = selection
    // What is set in the middle of a press, as by a triple click, ends it.
    this.dragging = false
    // Nobody sees the browser's selection, and setting it costs a layout.
    this.behind = true
    this.later(this.catchUp)
    if (!same) this.changed(selection)
  }

  /** Other text is mounted: the browser's selection has lost hold, and means nothing until it is tightened. */
  loosen(): void {
    this.loose = true
  }

  tighten(): void {
    if (this.loose) this.show()
  }

  private readonly catchUp = () => {
    if (this.behind) this.show()
  }

  /** Gives the browser's selection what is mounted of ours. */
  show(): void {
    this.loose = false
    this.behind = false
    const active = document.activeElement
    // In a field of another pane the browser's selection is that field's.
    if (active !== this.article && active !== document.body) return
    const native = document.getSelection()
    if (!native) return
    if (!this.selection) {
      if (this.article.contains(native.anchorNode)) native.removeAllRanges()
      return
    }
    const anchor = this.places().dom(this.selection.anchor)
    const focus = this.places().dom(this.selection.focus)
    if (!anchor || !focus) return
    if (this.dragging && native.focusNode && this.article.contains(native.focusNode)) {
      if (this.places().chunk(this.selection.anchor) && native.anchorNode !== anchor.node) {
        native.setBaseAndExtent(anchor.node, anchor.offset, native.focusNode, native.focusOffset)
      }
      return
    }
    native.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
    this.native = this.readNative()
  }

  private readonly began = (event: PointerEvent) => {
    if (event.button !== 0) return
    this.dragging = true
    this.pointer = event
    // Shift goes on from our anchor. What is pressed anew gets its anchor from the browser, which is
    // rid of the old selection first, for it would wait to see whether that is to be dragged away.
    if (event.shiftKey) return
    this.native = null
    document.getSelection()?.removeAllRanges()
  }

  private readonly moved = (event: PointerEvent) => {
    if (!this.dragging) return
    this.pointer = event
    this.scrolled()
  }

  /** The text may have gone on under a mouse that rests. */
  private readonly scrolled = () => {
    if (this.dragging && this.frame === 0) this.frame = requestAnimationFrame(this.follow)
  }

  /**
   * Outside the page a browser takes the nearest text of the whole window; we
   * take the nearest that can be seen of the page.
   */
  private readonly follow = () => {
    this.frame = 0
    if (!this.dragging || !this.selection || !this.isOutside()) return
    const { left, right, top, bottom } = this.scroller.getBoundingClientRect()
    const x = Math.max(left + 2, Math.min(this.pointer.x, right - 2))
    const y = Math.max(top + 2, Math.min(this.pointer.y, bottom - 2))
    const caret = document.caretPositionFromPoint(x, y)
    const focus = caret && this.places().offset({ node: caret.offsetNode, offset: caret.offset })
    if (focus === null || focus === undefined || focus === this.selection.focus) return
    this.selection = { anchor: this.selection.anchor, focus }
    this.changed(this.selection)
  }

  private isOutside(): boolean {
    const { left, right, top, bottom } = this.scroller.getBoundingClientRect()
    const { x, y } = this.pointer
    return x < left || x >= right || y < top || y >= bottom
  }

  private readonly ended = () => {
    if (!this.dragging) return
    // The browser finishes its selection after the event.
    setTimeout(() => {
      this.read()
      this.dragging = false
      this.show()
    })
  }

  /** Takes over what the mouse has selected; the browser tells of it a moment later than of a click. */
  readonly read = (): void => {
    const active = document.activeElement === this.article
    if (this.behind) return
    if (this.dragging ? this.isOutside() : this.loose || !active) return
    const read = this.readNative()
    if (!read || (read.anchor === this.native?.anchor && read.focus === this.native?.focus)) return
    const fresh = this.native === null
    this.native = read
    // The anchor's node may have left the page while the mouse went on; ours stays.
    const lost = this.dragging && !fresh && this.selection && !this.places().chunk(this.selection.anchor)
    const selection = lost && this.selection ? { anchor: this.selection.anchor, focus: read.focus } : read
    if (selection.anchor === this.selection?.anchor && selection.focus === this.selection.focus) return
    this.selection = selection
    this.changed(selection)
  }

  private readNative(): TextSelection | null {
    const native = document.getSelection()
    if (!native?.anchorNode || !native.focusNode) return null
    const anchor = this.places().offset({ node: native.anchorNode, offset: native.anchorOffset })
    const focus = this.places().offset({ node: native.focusNode, offset: native.focusOffset })
    return anchor === undefined || focus === undefined ? null : { anchor, focus }
  }
}

function refuse(event: Event): void {
  event.preventDefault()
}
