import type { Zone } from '../../article/article.ts'
import type { Line } from '../html/lines.ts'
import type { WordDocument, WordNode } from './word.ts'

/** A line of a document; `zone` where its style leaves no doubt. */
export interface WordLine extends Line {
  readonly zone: Zone | null
}

type Place = Pick<WordLine, 'says' | 'level' | 'zone' | 'form'>

const plain: Place = { says: null, level: 0, zone: null }

/**
 * The paragraphs of a document, in order; a break within one begins another
 * line. A row whose cells hold a paragraph each is one line, its cells apart by
 * a tab. Notes follow the paragraph, or the row, that they belong to.
 */
export function linesOfWord({ children, notes }: Pick<WordDocument, 'children' | 'notes'>): WordLine[] {
  const lines: WordLine[] = []
  let words = ''
  let place = plain
  let asides: (readonly WordNode[])[] = []
  let isInRow = false

  const end = (shown: string) => {
    words = ''
    if (shown.trim() === '') return
    lines.push({ ...place, words: shown, numbers: new Set(), hasTime: false })
    // What else stands in an item is a paragraph.
    place = { ...place, form: undefined }
  }
  const endAsides = () => {
    const following = asides
    asides = []
    for (const one of following) for (const node of one) visit(node)
  }
  const visit = (node: WordNode) => {
    if (node.type === 'text') words += (node.value ?? '').replace(/[\r\n]/g, ' ')
    else if (node.type === 'tab') words += '\t'
    else if (node.type === 'checkbox') words += node.checked ? '☒' : '☐'
    else if (node.type === 'break') end(words.trim())
    else if (node.type === 'noteReference') asides.push(notes.resolve(node)?.body ?? [])
    else if (node.type === 'paragraph') paragraph(node)
    else if (node.type === 'tableRow' && isPlainRow(node)) row(node)
    else for (const child of node.children ?? []) visit(child)
  }
  const paragraph = (node: WordNode) => {
    if (isInRow) {
      for (const child of node.children ?? []) visit(child)
      return
    }
    end(words.trim())
    place = placeOf(node)
    if (node.numbering && place.level === 0) place = { ...place, form: 'item' }
    for (const child of node.children ?? []) visit(child)
    end(words.trim())
    place = plain
    endAsides()
  }
  const row = ({ children: cells = [] }: WordNode) => {
    isInRow = true
    for (const [i, cell] of cells.entries()) {
      if (i > 0) words += '\t'
      visit(cell)
    }
    isInRow = false
    place = { ...plain, form: 'row' }
    end(words)
    place = plain
    endAsides()
  }
  for (const child of children) visit(child)
  end(words.trim())
  return lines
}

/** A row of words side by side. Where a cell holds several paragraphs, or another table, the table only lays out a page. */
function isPlainRow(row: WordNode): boolean {
  return (row.children ?? []).every(cell => {
    const parts = (cell.children ?? []).filter(part => part.type !== 'paragraph' || !isEmpty(part))
    return parts.length < 2 && parts.every(part => part.type === 'paragraph' && !holds(part, 'break'))
  })
}

function isEmpty(paragraph: WordNode): boolean {
  return !['text', 'tab', 'noteReference', 'checkbox'].some(type => holds(paragraph, type))
}

/** Whether something of a type stands in a node; texts of nothing but space don't count. */
function holds({ type, value, children = [] }: WordNode, wanted: string): boolean {
  return (type === wanted && value?.trim() !== '') || children.some(child => holds(child, wanted))
}

/** What a paragraph is by its style's name, or by the style's id where it has none. */
function placeOf({ styleName, styleId }: WordNode): Place {
  const style = (styleName ?? styleId ?? '').toLowerCase().replace(/[\s_-]/g, '')
  const heading = /^heading([1-9]?)$/.exec(style)
  if (style === 'title') return { says: 'heading', level: 1, zone: null }
  if (style === 'subtitle') return { ...plain, zone: 'standfirst' }
  if (heading) return { says: 'heading', level: Math.min(6, Number(heading[1] || 1)), zone: null }
  if (/^(?:intense)?quote$|^quotations?$|^blocktext$/.test(style)) return { ...plain, says: 'quote' }
  if (/^caption$|^figure$|^illustration$/.test(style)) return { ...plain, says: 'caption' }
  return plain
}
