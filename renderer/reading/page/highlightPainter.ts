import type { Span } from '../../../shared/annotation/span.ts'
import type { Tag } from '../../../shared/codebook/codebook.ts'
import { LANES, type Theme } from '../../../shared/codebook/colours.ts'
import type { HitHighlights } from './hits.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'
import type { Painter, Part } from './painter.ts'
import { highlightName, highlightRules, hitNames, selectionName } from './rules.ts'
import { staticRange } from './texts.ts'

interface Painted {
  readonly highlight: Highlight
  readonly range: StaticRange
}

let pages = 0

/**
 * Paints with the CSS Custom Highlight API: the document stays as it is, no
 * text is laid out again. A fixed set of highlights, each for one tag in one
 * lane; their ranges are static, for live ones would be adjusted at every
 * change of the document.
 */
export class HighlightPainter implements Painter {
  private readonly page = `page-${++pages}`
  private readonly sheet = new CSSStyleSheet()
  private readonly selection = new Highlight()
  /** Painted over everything but the selection; the one that is looked at over that, too, since its words are selected. */
  readonly hits: HitHighlights = { hit: new Highlight(), current: new Highlight() }
  private highlights = new Map<string, Highlight>()
  private ranks = new Map<string, number>()
  private tags: readonly Tag[] = []
  private theme: Theme = 'light'
  private emphasised: ReadonlySet<string> | null = null
  private readonly painted = new Map<MountedChunk, Map<string, Painted>>()

  constructor(tags: readonly Tag[], theme: Theme) {
    this.hits.hit.priority = 1
    this.selection.priority = 2
    this.hits.current.priority = 3
    CSS.highlights.set(selectionName(this.page), this.selection)
    CSS.highlights.set(hitNames(this.page).hit, this.hits.hit)
    CSS.highlights.set(hitNames(this.page).current, this.hits.current)
    document.adoptedStyleSheets.push(this.sheet)
    this.dress(tags, theme)
  }

  dress(tags: readonly Tag[], theme: Theme): void {
    this.ranks = new Map(tags.map((tag, rank) => [tag.id, rank]))
    this.tags = tags
    this.theme = theme
    this.sheet.replaceSync(highlightRules(this.page, tags, theme, this.emphasised !== null))
    for (let rank = 0; rank < tags.length; rank++) {
      for (let lane = 0; lane < LANES; lane++) this.highlight(rank, lane)
    }
  }

  emphasise(ids: ReadonlySet<string> | null): void {
    const isOther = (ids === null) !== (this.emphasised === null)
    this.emphasised = ids
    if (isOther) this.sheet.replaceSync(highlightRules(this.page, this.tags, this.theme, ids !== null))
  }

  paint(chunk: MountedChunk, parts: readonly Part[]): void {
    const was = this.painted.get(chunk)
    const is = new Map<string, Painted>()
    for (const part of parts) {
      const rank = this.ranks.get(part.tag)
      if (rank === undefined) continue
      const isStrong = this.emphasised?.has(part.id) ?? false
      const key = `${rank} ${part.lane} ${isStrong} ${part.start} ${part.end} ${part.id}`
      const kept = was?.get(key)
      if (kept) was?.delete(key)
      is.set(key, kept ?? this.add(this.highlight(rank, part.lane, isStrong), part.piece, part))
    }
    for (const { highlight, range } of was?.values() ?? []) highlight.delete(range)
    this.painted.set(chunk, is)
  }

  clear(chunk: MountedChunk): void {
    for (const { highlight, range } of this.painted.get(chunk)?.values() ?? []) highlight.delete(range)
    this.painted.delete(chunk)
  }

  select(pieces: Iterable<MountedPiece>, { start, end }: Span): void {
    this.selection.clear()
    for (const piece of pieces) {
      this.add(this.selection, piece, { start: Math.max(start, piece.start), end: Math.min(end, piece.end) })
    }
  }

  destroy(): void {
    for (const name of [selectionName(this.page), ...Object.values(hitNames(this.page))]) CSS.highlights.delete(name)
    for (const name of this.highlights.keys()) CSS.highlights.delete(name)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet)
  }

  private add(highlight: Highlight, piece: MountedPiece, { start, end }: Span): Painted {
    const range = staticRange(piece, start, end)
    highlight.add(range)
    return { highlight, range }
  }

  private highlight(rank: number, lane: number, isStrong = false): Highlight {
    const name = highlightName(this.page, rank, lane, isStrong)
    let highlight = this.highlights.get(name)
    if (!highlight) {
      highlight = new Highlight()
      this.highlights.set(name, highlight)
      CSS.highlights.set(name, highlight)
    }
    return highlight
  }
}
