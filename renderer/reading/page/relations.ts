import { Drawing, element, nothing, type ShownHint, type ShownLinks } from './linkDrawing.ts'
import type { Places } from './places.ts'

/** The part of the viewport that relations are drawn over. */
interface View {
  readonly places: Places
  /** What holds the mounted text, and scrolls with it. */
  readonly element: HTMLElement
}

/**
 * Draws links of the selected annotation and the letters of linking mode over
 * the mounted text. What is drawn scrolls with the text and is drawn anew when
 * a motion has ended: while scrolling, no geometry is read. It costs what the
 * one annotation's links cost.
 */
export class Relations {
  private readonly text: string
  private readonly scroller: HTMLElement
  private readonly view: () => View
  private readonly followed: (link: string) => void
  private readonly overlay = element('page-relations')
  private readonly edges = { top: element('page-edge page-edge-top'), bottom: element('page-edge page-edge-bottom') }
  private links: ShownLinks | null = null
  private hints: readonly ShownHint[] = []
  private frame = 0

  constructor(text: string, scroller: HTMLElement, view: () => View, followed: (link: string) => void) {
    this.text = text
    this.scroller = scroller
    this.view = view
    this.followed = followed
    scroller.prepend(this.edges.top)
    scroller.append(this.edges.bottom)
    scroller.addEventListener('scroll', this.moving, { passive: true })
    for (const edge of Object.values(this.edges)) edge.addEventListener('click', this.clicked)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.scroller.removeEventListener('scroll', this.moving)
    for (const edge of Object.values(this.edges)) edge.remove()
    this.overlay.remove()
  }

  setLinks(links: ShownLinks | null): void {
    if (links === null && this.links === null) return
    this.links = links
    this.soon()
  }

  setHints(hints: readonly ShownHint[]): void {
    if (hints.length === 0 && this.hints.length === 0) return
    this.hints = hints
    this.soon()
  }

  /** Other text is mounted: what is drawn stands no longer where it did. */
  changed(): void {
    this.overlay.classList.add('page-stale')
  }

  /** The layout is clean and nothing moves. */
  settled(): void {
    if (!this.isEmpty) this.draw()
  }

  private get isEmpty(): boolean {
    return this.links === null && this.hints.length === 0
  }

  private soon(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.draw())
  }

  private readonly moving = () => {
    if (!this.isEmpty) this.scroller.classList.add('page-moving')
  }

  private readonly clicked = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('[data-link]')?.dataset['link'] : undefined
    if (link !== undefined) this.followed(link)
  }

  private draw(): void {
    const { element: window, places } = this.view()
    if (this.isEmpty) {
      this.overlay.replaceChildren()
      this.edges.top.replaceChildren()
      this.edges.bottom.replaceChildren()
      return
    }
    const origin = window.getBoundingClientRect()
    const seen = this.scroller.getBoundingClientRect()
    const drawing = new Drawing(this.text, places, origin, {
      top: seen.top - origin.top,
      bottom: seen.bottom - origin.top,
    })
    const hints = this.hints.flatMap(hint => drawing.hint(hint))
    const drawn = this.links ? drawing.links(this.links) : nothing
    // Everything is measured; from here on nothing is read.
    if (this.overlay.parentElement !== window) window.append(this.overlay)
    this.overlay.replaceChildren(...drawn.marks, ...hints)
    this.edges.top.replaceChildren(...drawn.above)
    this.edges.bottom.replaceChildren(...drawn.below)
    this.overlay.classList.remove('page-stale')
    this.scroller.classList.remove('page-moving')
  }
}
