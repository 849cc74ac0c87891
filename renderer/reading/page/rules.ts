import type { Tag } from '../../../shared/codebook/codebook.ts'
import { inkOn, papers, TEXT_CONTRAST, type Theme, tintOn } from '../../../shared/codebook/colours.ts'

/** A highlight on what bears text. Without that, every element of the window would have a style for each highlight, computed whenever it changes. */
function on(name: string): string {
  return `.page-block::highlight(${name}), .page-block mark::highlight(${name})`
}

/** The class of what is drawn for a tag: tags by their rank, for an id may hold any character. */
export function tagClass(page: string, rank: number): string {
  return `${page}-tag-${rank}`
}

export function selectionName(page: string): string {
  return `${page}-selection`
}

/** Highlights of what was searched for, and of what is looked at of it. */
export function hitNames(page: string): { readonly hit: string; readonly current: string } {
  return { hit: `${page}-hit`, current: `${page}-current-hit` }
}

/** The style sheet of a page's highlights. Colours are written out: a highlight inherits custom properties in some versions of Chromium only. */
export function highlightRules(page: string, theme: Theme): string {
  const paper = papers[theme]
  const { hit, current } = hitNames(page)
  return [
    `${on(selectionName(page))} { background-color: ${paper.selection} }`,
    `${on(hit)} { background-color: ${paper.hit}; color: ${paper.ink} }`,
    `${on(current)} { background-color: ${paper.currentHit}; color: ${paper.onCurrentHit} }`,
  ].join('\n')
}

/** The style sheet of what is drawn for the tags: the colour of underlines, and of what lies under the letters. */
export function markRules(page: string, tags: readonly Tag[], theme: Theme): string {
  const paper = papers[theme]
  return tags
    .map((tag, rank) => {
      const ink = inkOn(paper.paper, tag.colour, TEXT_CONTRAST)
      return `.${tagClass(page, rank)} { color: ${ink}; background-color: ${tag.mark === 'brace' ? tintOn(paper, tag.colour) : 'transparent'} }`
    })
    .join('\n')
}
