import './page.css'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Span } from '../../../shared/annotation/span.ts'
import type { Tag } from '../../../shared/codebook/codebook.ts'
import type { Theme } from '../../../shared/codebook/colours.ts'
import type { Unseen } from '../../../shared/text/unseen.ts'
import { Caret } from './caret.ts'
import { Chunks } from './chunks.ts'
import type { Comparison } from './comparison.ts'
import type { Cut } from './cuts.ts'
import { Dragging } from './dragging.ts'
import { rectsOf } from './geometry.ts'
import { moveForKey } from './keys.ts'
import type { ShownHint, ShownLinks } from './linkDrawing.ts'
import type { Source } from './mounted.ts'
import type { Move } from './moving.ts'
import { Painting } from './painting.ts'
import { withoutLineEnd } from './parts.ts'
import { type Blocks, Pieces } from './pieces.ts'
import { Pointing } from './pointing.ts'
import { Relations } from './relations.ts'
import { Selecting, spanOf, type TextSelection } from './selecting.ts'
import type { ShownThreads } from './threadSigns.ts'
import { type Place, Viewport } from './viewport.ts'
import { Walking } from './walking.ts'

/** What a page tells of what a person does on it. */
export interface Heard {
  /** The selection has changed, by mouse, by keys or by `setSelection`; a mere caret has anchor = focus. */
  selection?(selection: TextSelection | null): void
  /**
   * A click: the annotations there, the smallest first, and the one that it chooses (the next larger at each click).
   * Beside the text there are none, and no offset.
   */
  pointed?(ids: readonly string[], chosen: string | null, offset: number | undefined): void
  /** What the mouse is over; empty when it leaves. */
  hovered?(ids: readonly string[]): void
  /** The mouse has come to rest over these, the smallest first, at this offset. */
  rested?(ids: readonly string[], offset: number): void
  /** A double click on the selected annotation. */
  activated?(id: string): void
  /** Which of these annotations is meant, at this offset? */
  asked?(ids: readonly string[], offset: number): void
  /** An end of an annotation was dragged: its spans are to be these, in order, and nothing else of it is to change. */
  reshaped?(id: string, spans: readonly Span[]): void
  /** The other end of a link was asked for. */
  followed?(link: string): void
  /** A motion has come to rest with the line of this offset at the top. */
  scrolled?(topOffset: number): void
  /** The view stands elsewhere, by what a person did. Told while scrolling: nothing that needs a layout may be done. */
  moved?(): void
  /** A difference was pointed at in the margin. */
  different?(id: string): void
  /** The text was entered. */
  entered?(): void
}

/** What a page is made from. */
export interface PageStart {
  readonly text: string
  readonly blocks: Blocks
  readonly tags: readonly Tag[]
  readonly theme: Theme
  /** What a screen reader calls the page. */
  readonly label: string
  /** The annotations whose extent touches a span, in order. Asked for what is mounted, whenever it is painted. */
  annotationsIn(span: Span): readonly Annotation[]
  readonly heard: Heard
  /** What the mark says that counts annotations for which there is no room. */
  moreTitle(count: number): string
  /** What is said of a character that nobody sees. */
  unseenTitle(unseen: Unseen): string
  /** What those hear who listen to the page, of words that these annotations cover. */
  describe(covering: Cut['covering']): string
  /** Whether the ends of the selected annotation can be dragged now; left out, they can't. */
  canReshape?(): boolean
  /** Does what needn't be there when the next frame is painted, once however often it is asked for. Left out, it is done at once. */
  later?(act: () => void): void
  /** The line to begin at. */
  readonly offset?: number
}

/**
 * An article as a page: shows it in a scroller, paints its annotations, keeps
 * the selection as two offsets, and says what a person points at. It changes
 * nothing and holds no annotations: who owns them says when they have changed
 * (`repaint`). All offsets are UTF-16 offsets of the article's text.
 */
export class Page {
  private readonly scroller: HTMLElement
  private readonly start: PageStart
  private readonly article = document.createElement('article')
  private readonly selecting: Selecting
  private readonly pointing: Pointing
  private readonly painting: Painting
  private readonly relations: Relations
  private readonly dragging: Dragging
  /** What an end that is being dragged would make of its part. */
  private moved: Span | null = null
  private viewport: Viewport
  private walking: Walking
  private caret: Caret
  private source: Source
  private selected: string | null = null
  /** Before the next frame something is drawn. */
  private frame = 0
  private isCaretStale = false

  constructor(scroller: HTMLElement, start: PageStart) {
    this.scroller = scroller
    this.start = start
    const { text, blocks, tags, theme, label, annotationsIn, moreTitle, unseenTitle, describe } = start
    const canReshape = () => start.canReshape?.() ?? false
    scroller.classList.add('page-scroller')
    this.article.className = 'page'
    this.article.tabIndex = 0
    this.article.setAttribute('aria-label', label)
    scroller.append(this.article)
    this.painting = new Painting({
      ...{ text, annotationsIn, canReshape, moreTitle, unseenTitle, describe, tags, theme },
      renewed: () => this.renewed(),
      stale: () => this.drawSoon(),
    })
    this.source = sourceOf(text, blocks)
    this.relations = new Relations(
      text,
      scroller,
      () => this.viewport,
      link => start.heard.followed?.(link),
    )
    this.viewport = this.look(this.source)
    this.walking = new Walking(this.source, this.viewport)
    this.caret = new Caret(text, this.viewport.places)
    this.selecting = new Selecting(
      scroller,
      this.article,
      () => this.viewport.places,
      selection => {
        this.showSelection()
        start.heard.selection?.(selection)
      },
      start.later ?? (act => act()),
    )
    this.pointing = new Pointing(this.article, text, () => this.viewport.places, annotationsIn, {
      hovered: ids => {
        this.painting.hover(ids[0] ?? null)
        start.heard.hovered?.(ids)
      },
      pointed: (ids, chosen, offset) => start.heard.pointed?.(ids, chosen, offset),
      rested: (ids, offset) => start.heard.rested?.(ids, offset),
      activated: id => start.heard.activated?.(id),
      asked: (ids, offset) => start.heard.asked?.(ids, offset),
      block: offset => this.setSelection(this.blockAt(offset)),
      selected: () => this.selected,
      isSelecting: () => {
        this.selecting.read()
        return this.hasSelection
      },
    })
    this.dragging = new Dragging(scroller, this.article, text, () => this.viewport.places, {
      partsOf: id => this.painting.partsOf(id),
      previewed: drag => {
        this.moved = drag?.moved ?? null
        this.painting.preview(drag && { id: drag.id, spans: drag.parts })
        this.showSelection()
      },
      reshaped: (id, parts) => start.heard.reshaped?.(id, parts),
      pressed: offset => this.setSelection({ anchor: offset, focus: offset }),
    })
    this.article.addEventListener('keydown', this.pressed)
    this.article.addEventListener('click', this.chosen, true)
    this.article.addEventListener('focusin', this.entered)
    this.article.addEventListener('copy', this.copied)
    document.fonts.addEventListener('loadingdone', this.reset)
    this.viewport.bring(start.offset ?? 0)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.selecting.destroy()
    this.pointing.destroy()
    this.dragging.destroy()
    this.viewport.destroy()
    this.painting.destroy()
    this.relations.destroy()
    document.fonts.removeEventListener('loadingdone', this.reset)
    this.article.remove()
    this.scroller.classList.remove('page-scroller', 'page-comparing')
  }

  focus(): void {
    this.article.focus({ preventScroll: true })
    // While the mouse selects, the browser's selection is the newer one.
    if (!this.isSelecting) this.selecting.show()
  }

  /** The blocks are others: a zone was corrected. The text, the place in it and the selection stay. */
  setBlocks(blocks: Blocks): void {
    const offset = this.viewport.topOffset()
    this.viewport.destroy()
    this.source = sourceOf(this.start.text, blocks)
    this.viewport = this.look(this.source)
    this.walking = new Walking(this.source, this.viewport)
    this.caret = new Caret(this.start.text, this.viewport.places)
    this.viewport.bring(offset)
    this.selecting.show()
  }

  /** The annotations that touch `span` have changed; without a span, all. */
  repaint(span?: Span): void {
    this.painting.repaint(span)
  }

  setTags(tags: readonly Tag[], theme: Theme): void {
    this.painting.dress(tags, theme)
  }

  /** Outlines an annotation as the selected one. It is not scrolled to: that is `reveal`. */
  select(id: string | null): void {
    this.selected = id
    this.painting.select(id)
  }

  /** Whether the mouse is down in the text. */
  get isSelecting(): boolean {
    return this.selecting.isDragging
  }

  get selection(): TextSelection | null {
    return this.selecting.current
  }

  setSelection(selection: TextSelection | null): void {
    this.selecting.set(selection)
  }

  /** Takes over at once what the mouse has just selected, where the browser has yet to tell of it. */
  readSelection(): void {
    this.selecting.read()
  }

  selectAll(): void {
    this.selecting.set({ anchor: 0, focus: this.start.text.length })
  }

  /** Moves the caret, as the keys do, and scrolls after it. */
  move(move: Move): void {
    const to = this.walking.move(this.selecting.current, move)
    this.selecting.set(to)
    this.walking.follow(to.focus)
    this.showSelection()
  }

  /**
   * Paints what was searched for: sorted spans, none overlapping another, of which `current` is the index of the one
   * that is looked at. An empty list takes the paint away. The list is kept, so it mustn't change afterwards.
   */
  setHits(spans: readonly Span[], current: number | null): void {
    this.painting.setHits(spans, current)
  }

  /** Puts a sign into the margin beside each line in which a conversation begins. */
  setThreads(threads: ShownThreads): void {
    this.painting.setThreads(threads)
  }

  /** Draws the links of the selected annotation; without any, none. */
  setLinks(links: ShownLinks | null): void {
    this.relations.setLinks(links)
  }

  /** Draws letters beside places of the text. */
  setHints(hints: readonly ShownHint[]): void {
    this.relations.setHints(hints)
  }

  /** Only these annotations are marked as usual, the others more weakly; `null` marks all as usual. */
  emphasise(ids: ReadonlySet<string> | null): void {
    this.article.classList.toggle('page-fading', ids !== null)
    this.painting.emphasise(ids)
  }

  /** Draws what several layers say, one apart from the other; `null` draws annotations as usual. */
  compare(comparison: Comparison | null): void {
    this.scroller.classList.toggle('page-comparing', comparison !== null)
    this.painting.compare(comparison)
  }

  /** Where the view stands: for another page of the same text and width, which `follow`s it. */
  get top(): number {
    return this.viewport.top
  }

  follow(top: number): void {
    this.viewport.follow(top)
  }

  /** The line at the top, to be aligned with in another page. Lays out. */
  line(): Place | undefined {
    return this.viewport.line()
  }

  align(place: Place): void {
    this.viewport.align(place)
  }

  /** Scrolls so that a span, or as much of it as fits, can be read comfortably. */
  reveal(span: Span): void {
    this.viewport.reveal(span)
  }

  /** Where what is mounted of a span stands in the window, line by line: to place something beside it. */
  rectsOf({ start, end }: Span): DOMRect[] {
    const pieces = [...this.viewport.places.touching(start, end)]
    return pieces.flatMap(piece => rectsOf(piece, Math.max(start, piece.start), Math.min(end, piece.end)))
  }

  /** The start of the first line that can be seen: the place to remember. */
  topOffset(): number {
    return this.viewport.topOffset()
  }

  /** Brings the line of a remembered place to the top, at once. */
  scrollToOffset(offset: number): void {
    this.viewport.bring(offset)
  }

  /** Mounts the whole article, for printing and for reading aloud, until the function that it returns is called. */
  mountAll(): () => void {
    this.viewport.mountWhole(true)
    return () => this.viewport.mountWhole(false)
  }

  /** Lays what is mounted out at the width of paper and draws its marks there at once, for a printer waits for nothing; or goes back to the screen's. */
  print(isPrinting: boolean): void {
    this.scroller.classList.toggle('page-printing', isPrinting)
    this.painting.laidOutAnew()
    if (isPrinting) this.painting.measure()()
  }

  /** Marks annotations up for those who listen to the page, or no more. */
  hear(isHeard: boolean): void {
    this.painting.hear(isHeard)
  }

  /** Text nodes were replaced: the browser's selection and the painted one are given the new ones. */
  private renewed(): void {
    if (!this.selecting) return
    this.selecting.loosen()
    this.selecting.tighten()
    this.paintSelection()
  }

  private look(source: Source): Viewport {
    return new Viewport(this.scroller, this.article, source, {
      mounted: chunk => this.painting.mounted(chunk),
      unmounted: chunk => this.painting.unmounted(chunk),
      laidOut: chunks => {
        this.painting.laidOut(chunks)
        this.selecting?.tighten()
        this.showSelection()
        this.draw()
        this.relations.settled()
      },
      // Nothing that needs a layout: this happens while scrolling.
      changed: () => {
        this.relations.changed()
        this.selecting?.loosen()
        if (this.selecting) this.paintSelection()
      },
      moved: () => this.start.heard.moved?.(),
      settled: () => {
        this.selecting?.tighten()
        this.relations.settled()
        this.start.heard.scrolled?.(this.viewport.topOffset())
      },
    })
  }

  private showSelection(): void {
    // The first chunks come while the page is being made.
    if (!this.selecting) return
    this.paintSelection()
    this.isCaretStale = true
    this.drawSoon()
  }

  /** Once a frame, after everything that a key or a click has changed. */
  private drawSoon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw())
  }

  /** All is measured before anything is drawn: the layout is made once. */
  private draw(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const marks = this.painting.measure()
    const caret = this.isCaretStale ? this.measureCaret() : undefined
    this.isCaretStale = false
    marks()
    caret?.()
  }

  private measureCaret(): () => void {
    const focus = this.selecting.current?.focus
    return this.caret.measure(focus, focus !== undefined && this.walking.isUpstream(focus))
  }

  private paintSelection(): void {
    const { moved } = this
    const shown = moved ? { anchor: moved.start, focus: moved.end } : this.selecting.current
    this.painting.showSelection(this.viewport.places, shown)
  }

  private get hasSelection(): boolean {
    const selection = this.selecting.current
    return selection !== null && selection.anchor !== selection.focus
  }

  /** The block at an offset, without its line end. */
  private blockAt(offset: number): TextSelection {
    const { start, end } = this.source.blocks.at(this.source.pieces.block(this.source.pieces.at(offset)))!
    return { anchor: start, focus: withoutLineEnd(this.start.text, start, end) }
  }

  private readonly pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const move = moveForKey(event)
    const all = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'a'
    if (!move && !all) return
    event.preventDefault()
    if (move) this.move(move)
    else this.selectAll()
  }

  private readonly entered = () => this.start.heard.entered?.()

  /** A difference in the margin is pointed at, and nothing under it. */
  private readonly chosen = (event: MouseEvent) => {
    const { target } = event
    const id = target instanceof Element ? target.closest<HTMLElement>('.page-difference')?.dataset['case'] : undefined
    if (id === undefined) return
    event.stopPropagation()
    this.start.heard.different?.(id)
  }

  /** Another face has come: words may stand elsewhere on their lines, in paragraphs that are as high as before. */
  private readonly reset = () => {
    this.painting.laidOut(this.viewport.chunks)
    this.showSelection()
  }

  private readonly copied = (event: ClipboardEvent) => {
    if (!this.hasSelection || !this.selecting.current) return
    const { start, end } = spanOf(this.selecting.current)
    event.clipboardData?.setData('text/plain', this.start.text.slice(start, end))
    event.preventDefault()
  }
}

function sourceOf(text: string, blocks: Blocks): Source {
  const pieces = new Pieces(text, blocks)
  return { text, blocks, pieces, chunks: new Chunks(pieces) }
}
