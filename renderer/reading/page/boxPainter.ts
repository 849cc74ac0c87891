import type { Mark, Tag } from '../../../shared/codebook/codebook.ts'
import type { Theme } from '../../../shared/codebook/colours.ts'
import { boxesIn, layerOf, put } from './marks.ts'
import { fontOf } from './metrics.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'
import type { Painter, Part } from './painter.ts'
import { markRules, tagClass } from './rules.ts'
import type { Face } from './strokes.ts'
import { underline } from './underlines.ts'

interface Drawn {
  readonly part: Part
  readonly mark: Mark
  readonly rank: number
  /** None before its place was measured. */
  elements: readonly Element[]
  isMeasured: boolean
}

let pages = 0

/**
 * Draws fills and underlines as boxes that lie under the letters, one for each
 * line of a part, placed where the text was laid out. The document's text stays
 * as it is: no text is laid out again, and none is painted again, when a mark
 * comes or goes. (With the CSS Custom Highlight API, Chromium paints all text
 * that bears any highlight again whenever anything in the document changes.)
 */
export class BoxPainter implements Painter {
  private readonly page = `page-${++pages}`
  private readonly sheet = new CSSStyleSheet()
  private ranks = new Map<string, { readonly rank: number; readonly mark: Mark }>()
  private emphasised: ReadonlySet<string> | null = null
  private readonly drawn = new Map<MountedChunk, Map<string, Drawn>>()
  /** What is still drawn and isn't to be, by chunk. */
  private readonly gone = new Map<MountedChunk, Element[]>()

  constructor(tags: readonly Tag[], theme: Theme) {
    document.adoptedStyleSheets.push(this.sheet)
    this.dress(tags, theme)
  }

  dress(tags: readonly Tag[], theme: Theme): void {
    this.ranks = new Map(tags.map(({ id, mark }, rank) => [id, { rank, mark }]))
    this.sheet.replaceSync(markRules(this.page, tags, theme))
  }

  emphasise(ids: ReadonlySet<string> | null): void {
    this.emphasised = ids
    for (const chunk of this.drawn.values()) for (const drawn of chunk.values()) this.weigh(drawn)
  }

  paint(chunk: MountedChunk, parts: readonly Part[]): void {
    const was = this.drawn.get(chunk)
    const is = new Map<string, Drawn>()
    for (const part of parts) {
      const look = this.ranks.get(part.tag)
      if (!look) continue
      const key = `${look.rank} ${look.mark} ${part.lane} ${part.start} ${part.end} ${part.isQuiet} ${part.id}`
      const kept = was?.get(key)
      if (kept) was?.delete(key)
      is.set(key, kept ?? { part, ...look, elements: [], isMeasured: false })
    }
    this.drawn.set(chunk, is)
    const gone = [...(was?.values() ?? [])].flatMap(({ elements }) => elements)
    if (gone.length > 0) this.gone.set(chunk, [...(this.gone.get(chunk) ?? []), ...gone])
  }

  measure(chunk: MountedChunk, isMoved: boolean): () => void {
    const gone = this.gone.get(chunk) ?? []
    this.gone.delete(chunk)
    const due = [...(this.drawn.get(chunk)?.values() ?? [])].filter(({ isMeasured }) => isMoved || !isMeasured)
    if (due.length === 0 && gone.length === 0) return () => {}
    const origin = chunk.element.getBoundingClientRect()
    const faces = new Map<string, Face>()
    const fresh = due.map(drawn => {
      const { part, mark, rank } = drawn
      const boxes = boxesIn(part.piece, part.start, part.end, origin)
      const face = mark === 'brace' ? undefined : faceOf(part.piece, faces)
      drawn.isMeasured = true
      return { drawn, boxes, face, mark, name: tagClass(this.page, rank) }
    })
    return () => {
      for (const element of gone) element.remove()
      const elements: Element[] = []
      for (const { drawn, boxes, face, mark, name } of fresh) {
        for (const element of drawn.elements) element.remove()
        drawn.elements = boxes.map(box => {
          const element = mark === 'brace' || !face ? fill() : underline(mark, drawn.part.lane, box, face)
          if (mark === 'brace') put(element, box)
          element.classList.add(name)
          return element
        })
        elements.push(...drawn.elements)
        this.weigh(drawn)
      }
      if (elements.length > 0) layerOf(chunk, 'paint').append(...elements)
    }
  }

  clear(chunk: MountedChunk): void {
    for (const { elements } of this.drawn.get(chunk)?.values() ?? []) for (const element of elements) element.remove()
    for (const element of this.gone.get(chunk) ?? []) element.remove()
    this.drawn.delete(chunk)
    this.gone.delete(chunk)
  }

  destroy(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet)
  }

  private weigh({ part, elements }: Drawn): void {
    const isStrong = this.emphasised?.has(part.id) ?? false
    for (const element of elements) {
      element.classList.toggle('page-strong', isStrong)
      element.classList.toggle('page-quiet', part.isQuiet)
    }
  }
}

function fill(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'page-fill'
  return element
}

const canvas = document.createElement('canvas').getContext('2d')

/** How the face of a piece stands on its lines; pieces of one kind are set in one face. */
function faceOf({ element }: MountedPiece, known: Map<string, Face>): Face {
  const kind = `${element.localName} ${element.className} ${element.dataset['zone']} ${element.lang}`
  const before = known.get(kind)
  if (before) return before
  const style = getComputedStyle(element)
  const size = Number.parseFloat(style.fontSize)
  if (canvas) canvas.font = fontOf(style)
  const face = { size, ascent: Math.round(canvas?.measureText('x').fontBoundingBoxAscent ?? size) }
  known.set(kind, face)
  return face
}
