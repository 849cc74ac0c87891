import type { Form, Zone } from '../../article/article.ts'
import { isElement, isText, NUMBER, type PageElement, type PageNode } from './page.ts'

/** A line of a page as a person sees it: a paragraph, a heading, an item of a list, a row of a table. */
export interface Line {
  readonly words: string
  /** What its element says that it is; null where it says nothing. */
  readonly says: Extract<Zone, 'heading' | 'quote' | 'caption'> | null
  /** How it is set; left out for a paragraph. */
  readonly form?: Form | undefined
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number
  /** The numbers of the elements that its words stand in. */
  readonly numbers: ReadonlySet<string>
  /** Whether it holds nothing but a time that the page marks as one, and little else. */
  readonly hasTime: boolean
}

interface Place {
  readonly says: Line['says']
  readonly level: number
  readonly isVerbatim: boolean
  readonly number: string
}

/** The lines of a page's body that are shown, in order. White space counts as a browser counts it; cells of a row stand apart by a tab. */
export function linesOf(body: PageElement): Line[] {
  const lines: Line[] = []
  let words = ''
  let numbers = new Set<string>()
  let hasTime = false
  /** Of the next line alone: what else stands in an item is a paragraph. */
  let form: Form | undefined
  let place: Place = { says: null, level: 0, isVerbatim: false, number: '' }

  const end = () => {
    const shown = place.isVerbatim ? words.trimEnd() : words.trim()
    if (shown !== '') {
      lines.push({ words: shown, says: place.says, level: place.level, form, numbers, hasTime })
      form = undefined
    }
    words = ''
    numbers = new Set()
    hasTime = false
  }
  const write = (text: string) => {
    if (/\S/.test(text)) numbers.add(place.number)
    if (place.isVerbatim) {
      const [first = '', ...more] = text.split(/\r\n?|\n/)
      words += first
      for (const line of more) {
        end()
        words = line
        if (/\S/.test(line)) numbers.add(place.number)
      }
    } else {
      const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
      words += words === '' || /[ \t]$/.test(words) ? collapsed.replace(/^ /, '') : collapsed
    }
  }
  const visit = (node: PageNode) => {
    if (isText(node)) write(node.textContent ?? '')
    if (!isElement(node) || isUnseen(node)) return
    const { localName } = node
    if (localName === 'br' || localName === 'hr') return end()
    if (localName === 'time') hasTime = true
    const isBlock = !inline.has(localName)
    const before = place
    if (isBlock) end()
    place = placeOf(node, before)
    const asRow = localName === 'tr' && isRow(node)
    if (localName === 'li') form = 'item'
    if (asRow) row(node)
    else visitAll(node)
    if (asRow) form = 'row'
    if (isBlock) end()
    if (asRow || localName === 'li') form = undefined
    place = before
  }
  const visitAll = (parent: PageNode) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) visit(child)
  }
  const row = (element: PageElement) => {
    let isFirst = true
    for (let cell = element.firstChild; cell; cell = cell.nextSibling) {
      if (!isElement(cell) || isUnseen(cell)) continue
      if (!isFirst) words = `${words.trimEnd()}\t`
      isFirst = false
      const before = place
      place = placeOf(cell, before)
      visitAll(cell)
      place = before
    }
  }
  visitAll(body)
  end()
  return lines
}

function placeOf(element: PageElement, outer: Place): Place {
  const { localName } = element
  const heading = /^h([1-6])$/.exec(localName)
  const number = element.getAttribute(NUMBER) ?? outer.number
  const isVerbatim = outer.isVerbatim || localName === 'pre'
  if (heading) return { says: 'heading', level: Number(heading[1]), isVerbatim, number }
  if (localName === 'blockquote') return { ...outer, says: 'quote', isVerbatim, number }
  if (localName === 'figcaption' || localName === 'caption') return { ...outer, says: 'caption', isVerbatim, number }
  return { ...outer, isVerbatim, number }
}

/** A row of words side by side. Where a cell holds paragraphs, the table only lays out a page. */
function isRow(row: PageElement): boolean {
  for (let cell = row.firstChild; cell; cell = cell.nextSibling) {
    if (!isElement(cell)) continue
    for (let child = cell.firstChild; child; child = child.nextSibling)
      if (isElement(child) && !inline.has(child.localName) && !isUnseen(child)) return false
  }
  return true
}

function isUnseen(element: PageElement): boolean {
  if (unseen.has(element.localName) || element.getAttribute('hidden') !== null) return true
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
}

const unseen: ReadonlySet<string> = new Set(
  'head script style template noscript iframe object embed canvas svg math audio video select datalist textarea input title meta link base param source track map area'.split(
    ' ',
  ),
)

/** What stands in a line with the words around it; everything else is a line, or several. */
const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark meter nobr output picture progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
