import type { Article } from '../article/article.ts'
import type { FieldName } from '../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { decode } from '../text/decode.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import type { Line } from './html/lines.ts'
import { isElement, isText, type PageElement, type PageNode } from './html/page.ts'
import { textOf, zonesOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'
import { unzip } from './unzip.ts'
import { childrenOf, headFields, localNameOf, named, refuseMonstrousXml, rootOf } from './xml.ts'

const id = 'odt/1'

/** A text of LibreOffice and its kin, zipped or as one file of XML. Footnotes follow the paragraph that they belong to; comments and what was deleted under review are no text. */
export const odt = {
  id,
  title: 'OpenDocument text',
  extensions: extensions.odt,

  read(bytes: Uint8Array): Article {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const { content, head } = partsOf(bytes)
    refuseMonstrousXml(content)
    const body = [...named(rootOf(content), 'body')][0]
    const text = body && [...childrenOf(body)].find(element => localNameOf(element) === 'text')
    if (!text) throw new Problem('cannot-read', 'There is no text in this document.')
    const metadata = headFields([...named(head === null ? null : rootOf(head), 'meta')][0] ?? null, names, true)
    const shown = textOf(zonesOf(paragraphsOf(text), metadata), metadata)
    const encoded = { encoding: 'utf-8', encodingBy: 'declared', invalidBytes: 0 } as const
    return { ...shown, ...encoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer

/** The XML of a document's text and of what it says of itself. */
function partsOf(bytes: Uint8Array): { readonly content: string; readonly head: string | null } {
  if (bytes[0] === 0x3c || bytes[0] === 0xef) {
    const { text } = decode(bytes)
    return { content: text, head: text }
  }
  const files = unzip(bytes, name => ['content.xml', 'meta.xml', 'META-INF/manifest.xml'].includes(name))
  if (/encryption-data/.test(files.text('META-INF/manifest.xml') ?? '')) throw new Problem('password-needed')
  const content = files.text('content.xml')
  if (content === null)
    throw new Problem('cannot-read', 'The file holds no document: it is damaged, or another kind of file.')
  return { content, head: files.text('meta.xml') }
}

/** What is no text of the article: comments, what was deleted under review, and what only the program needs. */
const passedOver: ReadonlySet<string> = new Set(
  'annotation tracked-changes sequence-decls variable-decls user-field-decls forms note-citation title desc'.split(' '),
)

/** What stands in the middle of a paragraph and is none of it: notes, and what is drawn beside it. */
const aside: ReadonlySet<string> = new Set(['note-body', 'frame', 'custom-shape', 'text-box', 'g'])

function paragraphsOf(text: PageElement): Line[] {
  const lines: Line[] = []
  let words = ''
  let asides: PageElement[] = []
  let isInParagraph = false
  let form: Line['form']

  const end = (level: number) => {
    const shown = words.trim()
    words = ''
    if (shown !== '')
      lines.push({ words: shown, says: level > 0 ? 'heading' : null, level, form, numbers: new Set(), hasTime: false })
    form = undefined
    const following = asides
    asides = []
    isInParagraph = false
    for (const one of following) visitAll(one, 0)
  }
  const visitAll = (parent: PageNode, level: number) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) visit(child, level)
  }
  const visit = (node: PageNode, level: number) => {
    // White space counts once; more of it stands as elements.
    if (isText(node)) words += (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ')
    if (!isElement(node)) return
    const name = localNameOf(node)
    if (passedOver.has(name) || name.endsWith('-source')) return
    if (name === 's') words += ' '.repeat(Math.min(100, Number(attributeOf(node, 'c')) || 1))
    else if (name === 'tab') words += '\t'
    else if (name === 'line-break') end(level)
    else if (aside.has(name) && isInParagraph) asides.push(node)
    else if (name === 'p' || name === 'h') {
      isInParagraph = true
      const own = name === 'h' ? Math.min(6, Number(attributeOf(node, 'outline-level')) || 1) : 0
      visitAll(node, own)
      end(own)
    } else if (name === 'table-row') row(node)
    else {
      // What else stands in an item is a paragraph.
      if (name === 'list-item') form = 'item'
      visitAll(node, level)
      if (name === 'list-item') form = undefined
    }
  }
  /** A row of cells with one paragraph each is one line; else each paragraph is. */
  const row = (element: PageElement) => {
    const cells = [...childrenOf(element)].filter(cell => localNameOf(cell) === 'table-cell')
    const isPlain = cells.every(
      cell => [...childrenOf(cell)].every(part => localNameOf(part) === 'p') && [...childrenOf(cell)].length < 2,
    )
    if (!isPlain) return visitAll(element, 0)
    for (const [i, cell] of cells.entries()) {
      if (i > 0) words += '\t'
      isInParagraph = true
      for (const paragraph of childrenOf(cell)) visitAll(paragraph, 0)
    }
    form = 'row'
    end(0)
  }
  visitAll(text, 0)
  end(0)
  return lines
}

function attributeOf(element: PageElement, name: string): string | null {
  return element.getAttribute(`text:${name}`)
}

/** Which element of a document's head says which field. When it was made isn't when it was published. */
const names: Readonly<Record<string, FieldName>> = {
  title: 'title',
  'initial-creator': 'byline',
  language: 'language',
}
