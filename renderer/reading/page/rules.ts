import type { Mark, Tag } from '../../../shared/codebook/codebook.ts'
import { inkOn, LANES, papers, TEXT_CONTRAST, type Theme, tintOn } from '../../../shared/codebook/colours.ts'

/** Below the letters, in ems: one underline under another. Leading leaves room for four. */
const offsets = [0.15, 0.31, 0.47, 0.63]

const lines: Record<Exclude<Mark, 'brace'>, { style: string; thickness: number }> = {
  solid: { style: 'solid', thickness: 0.085 },
  double: { style: 'double', thickness: 0.055 },
  dotted: { style: 'dotted', thickness: 0.11 },
  wavy: { style: 'wavy', thickness: 0.05 },
}

/** A highlight on what bears text. Without that, every element of the window would have a style for each highlight, computed whenever it changes. */
function on(name: string): string {
  return `.page-block::highlight(${name}), .page-block mark::highlight(${name})`
}

/** The name under which a highlight is registered: tags by their rank, for an id may hold any character. */
export function highlightName(page: string, tag: number, lane: number, isStrong = false): string {
  return `${page}-${tag}-${lane}${isStrong ? '-strong' : ''}`
}

export function selectionName(page: string): string {
  return `${page}-selection`
}

/** Highlights of what was searched for, and of what is looked at of it. */
export function hitNames(page: string): { readonly hit: string; readonly current: string } {
  return { hit: `${page}-hit`, current: `${page}-current-hit` }
}

/**
 * The style sheet of a page's highlights. While some annotations are
 * emphasised all others fade: those have highlights of their own. Colours are written out: a highlight
 * inherits custom properties in some versions of Chromium only.
 */
export function highlightRules(page: string, tags: readonly Tag[], theme: Theme, isFading = false): string {
  const paper = papers[theme]
  const { hit, current } = hitNames(page)
  const rules = [
    `${on(selectionName(page))} { background-color: ${paper.selection} }`,
    `${on(hit)} { background-color: ${paper.hit}; color: ${paper.ink} }`,
    `${on(current)} { background-color: ${paper.currentHit}; color: ${paper.onCurrentHit} }`,
  ]
  tags.forEach((tag, rank) => {
    const ink = inkOn(paper.paper, tag.colour, TEXT_CONTRAST)
    for (let lane = 0; lane < LANES; lane++) {
      const look = lookOf(tag.mark, tintOn(paper, tag.colour), ink, lane)
      const weak = isFading ? lookOf(tag.mark, faded(tintOn(paper, tag.colour)), faded(`${ink}ff`), lane) : look
      rules.push(`${on(highlightName(page, rank, lane))} { ${weak} }`)
      rules.push(`${on(highlightName(page, rank, lane, true))} { ${look} }`)
    }
  })
  return rules.join('\n')
}

function lookOf(mark: Mark, tint: string, ink: string, lane: number): string {
  return mark === 'brace' ? `background-color: ${tint}` : underline(mark, ink, lane)
}

/** What is left of a colour (`#rrggbbaa`) that stands back. */
function faded(colour: string): string {
  const alpha = Math.round(Number.parseInt(colour.slice(7), 16) * 0.4)
  return colour.slice(0, 7) + alpha.toString(16).padStart(2, '0')
}

function underline(mark: Exclude<Mark, 'brace'>, ink: string, lane: number): string {
  const { style, thickness } = lines[mark]
  return `text-decoration: underline ${style} ${ink} ${thickness}em; text-underline-offset: ${offsets[lane]}em; text-decoration-skip-ink: none`
}
