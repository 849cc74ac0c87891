import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { overlaps, type Span } from '../../../shared/annotation/span.ts'
import type { Tag } from '../../../shared/codebook/codebook.ts'
import { inkOn, papers, TEXT_CONTRAST, type Theme } from '../../../shared/codebook/colours.ts'
import type { Unseen } from '../../../shared/text/unseen.ts'
import { BoxPainter } from './boxPainter.ts'
import { measureBraces } from './braces.ts'
import { type Comparison, measureComparison } from './comparison.ts'
import type { Cut } from './cuts.ts'
import { type Framed, measureFrame } from './frames.ts'
import { Highlights } from './highlights.ts'
import { Hits } from './hits.ts'
import { Lanes } from './lanes.ts'
import { measureMore } from './more.ts'
import type { MountedChunk } from './mounted.ts'
import type { Painter } from './painter.ts'
import { partsIn } from './parts.ts'
import type { Places } from './places.ts'
import { spanOf, type TextSelection } from './selecting.ts'
import { Spoken } from './spoken.ts'
import { measureThreads, type ShownThreads } from './threadSigns.ts'
import { measureUnseen } from './unseen.ts'

interface Look {
  readonly tag: Tag
  /** The tag's colour, dark or light enough for the theme's paper. */
  readonly ink: string
}

/** What a painting needs of a page. */
export interface Paintable {
  readonly text: string
  readonly annotationsIn: (span: Span) => readonly Annotation[]
  /** Whether annotations may be put on other words: the selected one gets grips then. */
  readonly canReshape: () => boolean
  /** What is said of so many annotations at one place for which there is no room. */
  readonly moreTitle: (count: number) => string
  /** What is said of a character that nobody sees. */
  readonly unseenTitle: (unseen: Unseen) => string
  /** What those hear who listen to the page, of words that these cover. */
  readonly describe: (covering: Cut['covering']) => string
  /** The text nodes of a chunk are others now: what pointed into them is stale. */
  readonly renewed: () => void
  readonly tags: readonly Tag[]
  readonly theme: Theme
  /** Something has to be drawn before the next frame: see `measure`. */
  readonly stale: () => void
}

/**
 * Everything that is drawn for the annotations of the mounted chunks: fills and
 * underlines by a painter, braces, the outlines of the selected and of the
 * hovered one. What isn't mounted costs nothing. All of it stands where the
 * layout says: it is measured and drawn once before the frame, however much changed.
 */
export class Painting {
  private readonly text: string
  private readonly annotationsIn: (span: Span) => readonly Annotation[]
  private readonly canReshape: () => boolean
  private readonly moreTitle: (count: number) => string
  private readonly unseenTitle: (unseen: Unseen) => string
  private readonly tellStale: () => void
  private readonly painter: Painter
  private readonly highlights: Highlights
  private readonly hits: Hits
  private readonly spoken: Spoken
  private readonly renewed: () => void
  private isHeard = false
  private readonly lanes = { fills: new Lanes(), lines: new Lanes(), braces: new Lanes() }
  private looks = new Map<string, Look>()
  private readonly held = new Map<MountedChunk, readonly Annotation[]>()
  /** Annotations for which there is no lane, by chunk: in the text, and in the text or the margin. */
  private readonly laneless = new Map<MountedChunk, readonly string[]>()
  private readonly hidden = new WeakMap<MountedChunk, ReadonlySet<string>>()
  private readonly laidOutOnce = new WeakSet<MountedChunk>()
  /** Chunks whose outlines have to be drawn anew, and whether the margin, too. */
  private readonly stale = new Map<MountedChunk, boolean>()
  /** Chunks whose text was laid out otherwise since it was measured. */
  private readonly moved = new Set<MountedChunk>()
  /** What the margin of a chunk was drawn for. */
  private readonly margins = new Map<MountedChunk, readonly unknown[]>()
  private threads: ShownThreads | null = null
  private selected: string | null = null
  private previewed: { readonly id: string; readonly spans: readonly Span[] } | null = null
  private hovered: string | null = null
  private emphasised: ReadonlySet<string> | null = null
  private comparison: Comparison | null = null

  constructor(given: Paintable) {
    const { text, annotationsIn, canReshape, moreTitle, unseenTitle, describe, renewed, tags, theme, stale } = given
    this.text = text
    this.annotationsIn = annotationsIn
    this.canReshape = canReshape
    this.moreTitle = moreTitle
    this.unseenTitle = unseenTitle
    this.tellStale = stale
    this.painter = new BoxPainter(tags, theme)
    this.highlights = new Highlights(theme)
    this.hits = new Hits(this.highlights.hits)
    this.spoken = new Spoken(describe)
    this.renewed = renewed
    this.look(tags, theme)
  }

  destroy(): void {
    this.painter.destroy()
    this.highlights.destroy()
  }

  mounted(chunk: MountedChunk): void {
    this.paint(chunk)
    this.hits.mounted(chunk)
  }

  unmounted(chunk: MountedChunk): void {
    this.painter.clear(chunk)
    this.hits.unmounted(chunk)
    this.held.delete(chunk)
    this.laneless.delete(chunk)
    this.stale.delete(chunk)
    this.moved.delete(chunk)
    this.margins.delete(chunk)
  }

  laidOut(chunks: readonly MountedChunk[]): void {
    for (const chunk of chunks) {
      this.laidOutOnce.add(chunk)
      this.moved.add(chunk)
      this.margins.delete(chunk)
      this.outdate(chunk, true)
    }
  }

  /** All that is mounted is laid out otherwise than it was. */
  laidOutAnew(): void {
    this.laidOut([...this.held.keys()])
  }

  /** The annotations that touch `span` aren't what they were; without a span, none may be. */
  repaint(span?: Span): void {
    if (!span) {
      this.lanes.fills.clear()
      this.lanes.lines.clear()
      this.lanes.braces.clear()
    }
    const touched = [...this.held.keys()].filter(chunk => !span || overlaps(chunk, span))
    for (const chunk of touched) this.paint(chunk)
  }

  dress(tags: readonly Tag[], theme: Theme): void {
    this.look(tags, theme)
    this.painter.dress(tags, theme)
    this.highlights.dress(theme)
    this.margins.clear()
    this.repaint()
  }

  select(id: string | null): void {
    this.change([this.selected, id], () => {
      this.selected = id
    })
  }

  hover(id: string | null): void {
    if (id === this.hovered) return
    this.change([this.hovered, id], () => {
      this.hovered = id
    })
  }

  /** The parts of an annotation that is mounted, at least in part. */
  partsOf(id: string): readonly Span[] | undefined {
    return this.find(id)?.spans
  }

  /** Outlines the selected annotation where it would stand after a drag; null: where it stands. */
  preview(previewed: { readonly id: string; readonly spans: readonly Span[] } | null): void {
    const was = this.previewed
    this.previewed = previewed
    const around = [...(was?.spans ?? []), ...(previewed?.spans ?? [])]
    const extent = { start: around[0]?.start ?? 0, end: 0 }
    for (const { start, end } of around) {
      extent.start = Math.min(extent.start, start)
      extent.end = Math.max(extent.end, end)
    }
    for (const chunk of this.held.keys()) {
      if (overlaps(chunk, extent)) this.outdate(chunk, false)
    }
  }

  showSelection(places: Places, selection: TextSelection | null): void {
    const span = selection ? spanOf(selection) : { start: 0, end: 0 }
    this.highlights.select(places.touching(span.start, span.end), span)
  }

  /** All but these are marked more weakly; `null` marks all as usual. */
  emphasise(ids: ReadonlySet<string> | null): void {
    if (ids === null && this.emphasised === null) return
    this.emphasised = ids
    this.painter.emphasise(ids)
  }

  /** From now on layers are compared, or no more: all is drawn anew. */
  compare(comparison: Comparison | null): void {
    if (!comparison && !this.comparison) return
    this.comparison = comparison
    this.margins.clear()
    this.repaint()
  }

  /** From now on annotations are marked up for those who listen, or no more. */
  hear(isHeard: boolean): void {
    if (isHeard === this.isHeard) return
    this.isHeard = isHeard
    for (const chunk of this.held.keys()) this.markUp(chunk, this.held.get(chunk)!)
    for (const chunk of this.held.keys()) this.paint(chunk)
  }

  /** Sorted spans that were searched for, and which of them is looked at. */
  setHits(spans: readonly Span[], current: number | null): void {
    this.hits.set(spans, current)
  }

  /** Where conversations begin: signs in the margin. */
  setThreads(threads: ShownThreads): void {
    if (!this.threads && threads.places.length === 0) return
    this.threads = threads
    for (const chunk of this.held.keys()) this.outdate(chunk, true)
  }

  private look(tags: readonly Tag[], theme: Theme): void {
    const { paper } = papers[theme]
    this.looks = new Map(tags.map(tag => [tag.id, { tag, ink: inkOn(paper, tag.colour, TEXT_CONTRAST) }]))
  }

  private paint(chunk: MountedChunk): void {
    const annotations = this.annotationsIn(chunk)
    this.held.set(chunk, annotations)
    const markOf = (tag: string) => this.looks.get(tag)?.tag.mark
    const isQuiet = (id: string) => this.comparison?.standingOf(id) === 'same'
    const { parts, laneless } = partsIn(this.text, chunk, annotations, markOf, this.lanes, isQuiet)
    this.laneless.set(chunk, laneless)
    if (this.isHeard) this.markUp(chunk, annotations)
    this.painter.paint(chunk, parts)
    this.outdate(chunk, true)
  }

  private markUp(chunk: MountedChunk, annotations: readonly Annotation[]): void {
    if (!this.spoken.mark(chunk, this.isHeard ? annotations : [])) return
    this.painter.clear(chunk)
    this.hits.mounted(chunk)
    this.renewed()
  }

  /** Measures all that has to be drawn anew and has its place from the layout, and returns what draws it. */
  measure(): () => void {
    const draws = [...this.stale].flatMap(([chunk, isWhole]) => {
      const marks = this.painter.measure(chunk, this.moved.has(chunk))
      const unseen = this.moved.has(chunk) ? [measureUnseen(this.text, chunk, this.unseenTitle)] : []
      const margin = isWhole ? [...this.margin(chunk), this.compared(chunk)] : []
      const threads = isWhole && this.threads ? [measureThreads(this.text, chunk, this.threads)] : []
      return [marks, ...unseen, ...margin, ...threads, this.outline(chunk)]
    })
    this.stale.clear()
    this.moved.clear()
    return () => {
      for (const draw of draws) draw()
    }
  }

  /** A chunk that waits for its layout is drawn when it has one. */
  private outdate(chunk: MountedChunk, isWhole: boolean): void {
    if (!this.held.has(chunk) || !this.laidOutOnce.has(chunk)) return
    this.stale.set(chunk, isWhole || (this.stale.get(chunk) ?? false))
    this.tellStale()
  }

  /** Measures what stands beside a chunk's text, and returns what draws it. */
  private margin(chunk: MountedChunk): (() => void)[] {
    const annotations = this.held.get(chunk) ?? []
    const claims = annotations.filter(({ tag }) => this.looks.get(tag)?.tag.mark === 'brace')
    const laneless = this.laneless.get(chunk) ?? []
    // With everything in a lane nothing but claims stands in the margin.
    const drawnFor = [...claims, ...laneless, ...(laneless.length > 0 ? annotations : [])]
    const before = this.margins.get(chunk)
    const isSame = before?.length === drawnFor.length && before.every((one, i) => one === drawnFor[i])
    if (isSame && (this.hidden.get(chunk)?.size ?? 0) === laneless.length) return []
    this.margins.set(chunk, drawnFor)
    const look = ({ id, tag }: Annotation) => ({ colour: this.looks.get(tag)!.ink, strong: id === this.selected })
    const braces = measureBraces(this.text, chunk, claims, look, this.lanes.braces)
    const hidden = new Set([...laneless, ...braces.laneless])
    this.hidden.set(chunk, hidden)
    return [braces.draw, measureMore(this.text, chunk, annotations, hidden, this.moreTitle)]
  }

  /** Measures what is drawn of a comparison. */
  private compared(chunk: MountedChunk): () => void {
    const inkOf = (tag: string) => this.looks.get(tag)?.ink ?? 'currentColor'
    return measureComparison(this.text, chunk, this.held.get(chunk) ?? [], this.comparison, inkOf)
  }

  private outline(chunk: MountedChunk): () => void {
    const { selected, hovered } = this
    const frames = measureFrame(this.text, chunk, 'frames', this.framed(chunk, selected))
    const hover = measureFrame(this.text, chunk, 'hover', this.framed(chunk, hovered === selected ? null : hovered))
    return () => {
      frames()
      hover()
      for (const brace of chunk.marks.querySelectorAll<SVGElement>('.page-brace')) {
        const id = brace.dataset['annotation']
        brace.classList.toggle('page-strong', id === selected)
        brace.classList.toggle('page-warm', id === hovered)
        if (this.comparison) brace.classList.toggle('page-quiet', this.comparison.standingOf(id ?? '') === 'same')
      }
    }
  }

  private framed(chunk: MountedChunk, id: string | null): Framed | undefined {
    if (id === null) return undefined
    const previewed = this.previewed?.id === id && id === this.selected ? this.previewed : undefined
    const annotation = this.held.get(chunk)?.find(one => one.id === id)
    if (!annotation && !previewed) return undefined
    const look = this.looks.get((annotation ?? this.find(id))?.tag ?? '')
    return {
      id,
      spans: previewed?.spans ?? annotation!.spans,
      colour: look?.ink ?? 'currentColor',
      hasBrace: look?.tag.mark === 'brace' && !this.hidden.get(chunk)?.has(id),
      hasGrips: this.canReshape(),
    }
  }

  private find(id: string): Annotation | undefined {
    for (const annotations of this.held.values()) {
      const found = annotations.find(one => one.id === id)
      if (found) return found
    }
    return undefined
  }

  /** Draws anew the chunks that hold one of these. */
  private change(ids: readonly (string | null)[], change: () => void): void {
    change()
    for (const [chunk, annotations] of this.held) {
      if (annotations.some(({ id }) => ids.includes(id))) this.outdate(chunk, false)
    }
  }
}
