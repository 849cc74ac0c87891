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
  private readonly article: HTMLElement
  private readonly places: () => Places
  private readonly changed: (selection: TextSelection | null) => void
  private selection: TextSelection | null = null
  private dragging = false
  /** What the browser's selection was last set to or read as. */
  private native: TextSelection | null = null

  constructor(article: HTMLElement, places: () => Places, changed: (selection: TextSelection | null) => void) {
    this.changed = changed
    this.article = article
    this.places = places
    document.addEventListener('selectionchange', this.read)
    article.addEventListener('pointerdown', this.began)
    window.addEventListener('pointerup', this.ended)
    window.addEventListener('pointercancel', this.ended)
    // Text is not dragged about: a press on selected text begins a new selection.
    article.addEventListener('dragstart', refuse)
  }

  destroy(): void {
    document.removeEventListener('selectionchange', this.read)
    this.article.removeEventListener('pointerdown', this.began)
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
    this.show()
    if (!same) this.changed(selection)
  }

  /** Gives the browser's selection what is mounted of ours. */
  show(): void {
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
    // What is pressed anew gets its anchor from the browser; Shift goes on from ours.
    if (!event.shiftKey) this.native = null
  }

  private readonly ended = () => {
    if (!this.dragging) return
    this.read()
    this.dragging = false
    this.show()
  }

  private readonly read = () => {
    const active = document.activeElement === this.article
    if (!this.dragging && !active) return
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
