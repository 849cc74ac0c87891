import type { Line } from '../html/lines.ts'
import { type Place, placeOfName, plain } from './styles.ts'
import type { WordDocument, WordNode } from './word.ts'

/** A line of a document; `zone` where its style leaves no doubt. */
export type WordLine = Line & Place

/** No line of a document stands in elements of a page. */
const none: ReadonlySet<string> = new Set()

/**
 * The paragraphs of a document, in order; a break within one begins another
 * line. A row whose cells hold a paragraph each is one line, its cells apart by
 * a tab. Notes follow the paragraph, or the row, that they belong to. `places` is
 * what the document's styles make of a paragraph, by their ids.
 */
export function linesOfWord(
  { children, notes }: Pick<WordDocument, 'children' | 'notes'>,
  places: ReadonlyMap<string, Place>,
): WordLine[] {
  const lines: WordLine[] = []
  let words = ''
  let place = plain
  let asides: (readonly WordNode[])[] = []
  let isInRow = false

  const end = (shown: string) => {
    words = ''
    if (shown.trim() === '') return
    lines.push({ ...place, words: shown, numbers: none, hasTime: false })
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
    place = places.get(node.styleId ?? '') ?? placeOfName(node.styleName ?? node.styleId ?? '') ?? plain
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
