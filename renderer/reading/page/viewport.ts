import type { Span } from '../../../shared/annotation/span.ts'
import { caretBar, lineBelow } from './geometry.ts'
import { KnownHeights } from './knownHeights.ts'
import type { MountedChunk, Source } from './mounted.ts'
import { MountedChunks } from './mountedChunks.ts'
import { Places } from './places.ts'
import { Scale } from './scale.ts'

/** Screens of text on either side that are mounted at least, and at most. */
const NEAR = 1.5
const FAR = 3
/** From the top of the view to a line that is brought there, CSS pixels. */
const MARGIN = 2

/** What the viewport tells. */
export interface Sights {
  mounted(chunk: MountedChunk): void
  unmounted(chunk: MountedChunk): void
  /** These chunks were laid out, for the first time or otherwise than before. Reading their geometry costs nothing. */
  laidOut(chunks: readonly MountedChunk[]): void
  /** Other chunks are mounted than before. */
  changed(): void
  /** The view stands elsewhere in the article than before. Nothing that needs a layout: this happens while scrolling. */
  moved(): void
  /** The motion has ended. */
  settled(): void
}

/** The line at the top of a view. */
export interface Place {
  readonly offset: number
  /** Its top, seen from the top of the view. */
  readonly above: number
}

/**
 * What of the article can be seen: scrolls, mounts what comes near, and keeps
 * the text still under the eye while heights turn out otherwise than guessed.
 * Geometry is read when the layout is clean: in the ResizeObserver, or where a
 * key or a call asks for a place; never while scrolling.
 */
export class Viewport {
  private readonly scroller: HTMLElement
  private readonly article: HTMLElement
  private readonly source: Source
  private readonly sights: Sights
  readonly places: Places
  private readonly mounted: MountedChunks
  private readonly heights: KnownHeights
  private readonly scale = new Scale()
  private readonly observer = new ResizeObserver(entries => this.observed(entries))
  private readonly known = new WeakMap<Element, MountedChunk>()
  private height: number
  private width: number
  /** The top of the view, in the article. */
  private y = 0
  private scrollTop = 0
  private place: Place | undefined
  private awaited: Place | undefined
  private whole = false
  private isFollowing = false
  private settling: ReturnType<typeof setTimeout> | undefined

  constructor(scroller: HTMLElement, article: HTMLElement, source: Source, sights: Sights) {
    this.scroller = scroller
    this.article = article
    this.source = source
    this.sights = sights
    this.heights = new KnownHeights(source)
    this.mounted = new MountedChunks(source, {
      mounted: chunk => {
        this.known.set(chunk.element, chunk)
        this.places.add(chunk)
        this.observer.observe(chunk.element)
        sights.mounted(chunk)
      },
      unmounted: chunk => {
        this.observer.unobserve(chunk.element)
        sights.unmounted(chunk)
      },
    })
    this.places = new Places(() => this.mounted.chunks, article)
    article.prepend(this.mounted.element)
    this.height = scroller.clientHeight
    this.width = scroller.clientWidth
    scroller.addEventListener('scroll', this.scrolled, { passive: true })
    scroller.addEventListener('scrollend', this.ended)
    this.observer.observe(scroller)
  }

  destroy(): void {
    clearTimeout(this.settling)
    this.observer.disconnect()
    this.scroller.removeEventListener('scroll', this.scrolled)
    this.scroller.removeEventListener('scrollend', this.ended)
    this.show(0, 0)
    this.mounted.element.remove()
  }

  get chunks(): readonly MountedChunk[] {
    return this.mounted.chunks
  }

  /** What holds the mounted chunks: it moves with them. */
  get element(): HTMLElement {
    return this.mounted.element
  }

  /** CSS pixels. */
  get viewHeight(): number {
    return this.height
  }

  /** The start of the first line that can be seen. */
  topOffset(): number {
    return this.place?.offset ?? this.lineAtTop()?.offset ?? this.source.chunks.span(this.heights.at(this.y)).start
  }

  /** Brings the line of `offset` to `above` CSS pixels below the top of the view, as far as the article's ends allow. At once. */
  bring(offset: number, above = MARGIN): void {
    // A view without a height shows nothing yet; it goes there as soon as it has one.
    this.awaited = this.height === 0 ? { offset, above } : undefined
    if (this.awaited) return
    this.goTo(this.heights.top(this.source.chunks.at(offset)) - above)
    this.heights.measure(this.chunks)
    const y = offset === 0 ? 0 : (this.yOf(offset) ?? this.y + above) - above
    this.goTo(y)
    this.place = undefined
    this.settleSoon()
  }

  /** The top of the view, in CSS pixels from the article's: the same words for all views that are as wide and stand as near. */
  get top(): number {
    return this.y
  }

  /** Puts the top of the view there. At once; nobody is told that it moved. */
  follow(y: number): void {
    if (this.height === 0 || Math.abs(y - this.y) < 0.5) return
    this.isFollowing = true
    this.goTo(y)
    this.isFollowing = false
    this.place = undefined
    this.settleSoon()
  }

  /** The line at the top of the view, and how far its top is below that. */
  line(): Place | undefined {
    return this.lineAtTop()
  }

  /** Brings a line to where it stands in another view, unless it stands there. */
  align({ offset, above }: Place): void {
    const y = this.yOf(offset)
    if (y === undefined) this.bring(offset, above)
    else this.follow(y - above)
  }

  /** Scrolls by so many CSS pixels, and mounts what comes into view. At once. */
  scrollBy(distance: number): void {
    this.goTo(this.y + distance)
    this.place = undefined
    this.settleSoon()
  }

  /** Brings a span into view, near enough to its middle to be read, unless it stands there already. */
  reveal({ start, end }: Span): void {
    const first = this.barOf(start)
    const last = this.barOf(Math.max(start, end - 1))
    const comfortable = 0.12 * this.height
    const fits = first && last && last.bottom - first.top <= this.height - 2 * comfortable
    if (first && first.top >= comfortable && (fits ? last.bottom : first.bottom) <= this.height - comfortable) return
    this.bring(start, this.height * 0.3)
  }

  /** Scrolls as little as is needed to see what stands between two heights of the view. */
  uncover(top: number, bottom: number): void {
    const origin = this.scroller.getBoundingClientRect().top
    const room = bottom - top
    if (top - origin < room) this.scrollBy(top - origin - room)
    else if (bottom - origin > this.height - room) this.scrollBy(bottom - origin - this.height + room)
  }

  /** Mounts the whole article, for printing and for reading aloud, or goes back to what is near. */
  mountWhole(whole: boolean): void {
    if (whole === this.whole) return
    const { offset, above } = this.lineAtTop() ?? { offset: 0, above: 0 }
    this.whole = whole
    this.article.classList.toggle('page-whole', whole)
    this.scale.drift(0, 0)
    this.show(
      whole ? 0 : this.source.chunks.at(offset),
      whole ? this.source.chunks.count : this.source.chunks.at(offset) + 1,
    )
    this.bring(offset, above)
  }

  private readonly scrolled = () => {
    const top = this.scroller.scrollTop
    if (top === this.scrollTop) return
    const jumped = Math.abs(top - this.scrollTop) > 2 * this.height
    const y = jumped ? this.scale.jumpedTo(top, this.heights.total, this.height) : this.scale.y(top)
    this.scale.drift(y, top)
    this.scrollTop = top
    this.place = undefined
    const lowest = Math.max(0, this.heights.total - this.height)
    this.y = Math.max(0, Math.min(y, lowest))
    // At an end of the scroll bar that isn't an end of the article there is no way on.
    const stuck = top < 1 ? this.y > 1 : top >= this.lowestTop() - 1 && this.y < lowest - 1
    if (stuck || this.y !== y) this.rest()
    this.update()
    this.sights.moved()
    this.settleSoon()
  }

  private readonly ended = () => this.settle()

  /** Where `scrollend` doesn't come: after a resize, or a motion that moved nothing. */
  private settleSoon(): void {
    clearTimeout(this.settling)
    this.settling = setTimeout(() => this.settle(), 200)
  }

  private settle(): void {
    clearTimeout(this.settling)
    // Laid out otherwise and not observed yet, another line is at the top than was: the observer settles it.
    if (!this.heights.hold(this.chunks)) return
    this.rest()
    this.place = this.lineAtTop()
    this.sights.settled()
  }

  private observed(entries: readonly ResizeObserverEntry[]): void {
    const anchor = this.heights.at(this.y)
    const part = (this.y - this.heights.top(anchor)) / (this.heights.height(anchor) || 1)
    const laidOut: MountedChunk[] = []
    let again = false
    for (const entry of entries) {
      const chunk = this.known.get(entry.target)
      if (!chunk) {
        const { clientHeight, clientWidth } = this.scroller
        again ||= clientWidth !== this.width
        this.height = clientHeight
        this.width = clientWidth
      } else if (this.mounted.holds(chunk.index)) {
        again = this.heights.remember(chunk, entry.borderBoxSize[0]?.blockSize ?? 0) || again
        laidOut.push(chunk)
      }
    }
    if (again) this.heights.guessAgain(this.chunks)
    const exact = again && this.place ? this.yOf(this.place.offset) : undefined
    this.y =
      exact === undefined || !this.place
        ? this.heights.top(anchor) + part * this.heights.height(anchor)
        : exact - this.place.above
    this.y = Math.max(0, Math.min(this.y, this.heights.total - this.height))
    this.scrollTop = this.scroller.scrollTop
    this.scale.drift(this.y, this.scrollTop)
    if (this.awaited && this.height > 0) {
      this.bring(this.awaited.offset, this.awaited.above)
      return
    }
    // First what reads geometry, then what changes it.
    this.sights.laidOut(laidOut)
    this.stand()
    this.update()
    this.settleSoon()
  }

  /** Puts the top of the view at `y` and mounts what is near it. */
  private goTo(y: number): void {
    this.y = Math.max(0, Math.min(y, this.heights.total - this.height))
    this.rest()
    this.update()
    if (!this.isFollowing) this.sights.moved()
  }

  /** Sets the scroll bar right without moving the text. */
  private rest(): void {
    const total = this.heights.total
    const top = this.whole ? this.y : this.scale.restingTop(this.y, total, this.height)
    if (Math.abs(top - this.scroller.scrollTop) >= 1) {
      this.scale.drift(this.y, top)
      this.stand()
      this.scroller.scrollTop = top
    }
    // The browser rounds to whole device pixels, and knows the ends better.
    this.scrollTop = this.scroller.scrollTop
    this.scale.drift(this.y, this.whole ? this.y : this.scrollTop)
    this.stand()
  }

  /** Mounts what is near. Most frames change nothing: chunks stay until they are far. */
  private update(): void {
    if (this.whole || this.height === 0) return
    const near = this.range(NEAR)
    const far = this.range(FAR)
    const { first, last } = this.mounted
    const apart = last <= near.first || first >= near.last
    this.show(
      apart ? near.first : Math.min(near.first, Math.max(first, far.first)),
      apart ? near.last : Math.max(near.last, Math.min(last, far.last)),
    )
  }

  private range(screens: number): { first: number; last: number } {
    const beyond = screens * this.height
    return { first: this.heights.at(this.y - beyond), last: this.heights.at(this.y + this.height + beyond) + 1 }
  }

  private show(first: number, last: number): void {
    if (!this.mounted.show(first, last)) return
    this.stand()
    this.sights.changed()
  }

  /** Puts the mounted chunks where they belong. */
  private stand(): void {
    const { style } = this.article
    if (this.whole) {
      style.paddingTop = '0px'
      style.height = 'auto'
      return
    }
    style.paddingTop = `${this.scale.inCanvas(this.heights.top(this.mounted.first))}px`
    style.height = `${this.scale.canvas(this.heights.total)}px`
  }

  private lowestTop(): number {
    return Math.max(0, this.scale.canvas(this.heights.total) - this.height)
  }

  private lineAtTop(): Place | undefined {
    const top = this.scroller.getBoundingClientRect().top
    for (const { element, pieces } of this.chunks) {
      if (element.getBoundingClientRect().bottom <= top + MARGIN) continue
      const piece = pieces.find(({ element }) => element.getBoundingClientRect().bottom > top + 2 * MARGIN)
      if (!piece) continue
      const line = lineBelow(this.source.text, piece, top + 2 * MARGIN)
      return { offset: this.y < 1 ? 0 : line.start, above: line.top - top }
    }
    return undefined
  }

  /** Where an offset stands in the view, if it is mounted. */
  private barOf(offset: number): { top: number; bottom: number } | undefined {
    const piece = this.places.piece(offset)
    if (!piece) return undefined
    const origin = this.scroller.getBoundingClientRect().top
    const { top, bottom } = caretBar(this.source.text, piece, offset)
    return { top: top - origin, bottom: bottom - origin }
  }

  /** Where the line of a mounted offset begins, in the article. */
  private yOf(offset: number): number | undefined {
    const piece = this.places.piece(offset)
    if (!piece) return undefined
    const origin = this.mounted.element.getBoundingClientRect().top
    return caretBar(this.source.text, piece, offset).top - origin + this.heights.top(this.mounted.first)
  }
}
