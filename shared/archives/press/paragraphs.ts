import { isElement, isText, type PageElement, type PageNode } from '../../importers/html/page.ts'

/**
 * The paragraphs of parts of a page that follow each other, in order: every block is one, and an
 * empty line begins another. White space counts once, as a browser counts it;
 * a line break inside a paragraph stays a line end.
 */
export function paragraphsOf(...roots: readonly PageNode[]): string[] {
  const paragraphs: string[] = []
  let words = ''
  const end = () => {
    for (const part of words.split(/\n[^\S\n]*\n\s*/)) {
      const lines = part.split('\n').map(line => line.trim())
      const shown = lines.join('\n').trim()
      if (shown !== '') paragraphs.push(shown)
    }
    words = ''
  }
  const visit = (node: PageNode) => {
    if (isText(node)) {
      const shown = (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ')
      words += /[ \n]$/.test(words) ? shown.replace(/^ /, '') : shown
    }
    if (!isElement(node) || unseen.has(node.localName)) return
    if (node.localName === 'br') words += '\n'
    const isBlock = blocks.has(node.localName)
    if (isBlock) end()
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
    if (isBlock) end()
  }
  for (const root of roots) visit(root)
  end()
  return paragraphs
}

/** All words of an element on one line. */
export function wordsOf(element: PageElement | undefined): string {
  return element ? paragraphsOf(element).join(' ').replace(/\s+/g, ' ') : ''
}

const unseen: ReadonlySet<string> = new Set(
  'head script style template noscript iframe object embed svg audio video select textarea input button'.split(' '),
)

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
