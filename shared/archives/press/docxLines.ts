import { isText, type PageElement, type PageNode, refuseMonsters } from '../../importers/html/page.ts'
import { unzip } from '../../importers/unzip.ts'
import { childrenOf, localNameOf, named, rootOf } from '../../importers/xml.ts'
import { Problem } from '../../problems/problem.ts'
import type { UniLine } from './nexisUni.ts'

const CONTENT = 'word/document.xml'
const RELATIONS = 'word/_rels/document.xml.rels'

/** The paragraphs of a DOCX in order, those of tables too, each with the address that a link in it leads to. Throws a Problem where it is no such document. */
export function docxLines(bytes: Uint8Array): UniLine[] {
  const files = unzip(bytes, name => name === CONTENT || name === RELATIONS)
  const content = files.text(CONTENT)
  if (content === null)
    throw new Problem('cannot-read', 'The file holds no document: it is damaged, or another kind of file.')
  const addresses = addressesIn(files.text(RELATIONS) ?? '')
  const lines: UniLine[] = []
  // Hundreds of articles have more elements than any page: paragraphs are parsed one by one.
  for (const [paragraph] of withoutBoxes(content).matchAll(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g)) {
    refuseMonsters(paragraph)
    const root = rootOf(`<r xmlns:w="w" xmlns:r="r">${paragraph}</r>`)
    if (root) lines.push(lineOf(root, addresses))
  }
  return lines
}

/** The source without what stands in boxes of text, whose paragraphs stand inside others. */
function withoutBoxes(content: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const box = content.indexOf('<w:txbxContent>', at)
    const end = box === -1 ? -1 : content.indexOf(BOX_END, box)
    if (end === -1) break
    kept.push(content.slice(at, box))
    at = end + BOX_END.length
  }
  return [...kept, content.slice(at)].join('')
}

const BOX_END = '</w:txbxContent>'

function addressesIn(relations: string): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  if (relations === '') return addresses
  for (const one of named(rootOf(relations), 'relationship')) {
    const [id, target] = [one.getAttribute('Id'), one.getAttribute('Target')]
    if (id && target && /^https?:\/\//.test(target)) addresses.set(id, target.replaceAll('&amp;', '&'))
  }
  return addresses
}

/** What is told of a paragraph in place of words: fields, what was deleted, pictures and boxes. */
const passedOver: ReadonlySet<string> = new Set('ppr instrtext deltext del drawing pict object fallback'.split(' '))

/** A paragraph; a break in it stays a line end. */
function lineOf(root: PageElement, addresses: ReadonlyMap<string, string>): UniLine {
  let words = ''
  let address: string | undefined
  const visit = (node: PageNode) => {
    for (const element of childrenOf(node)) {
      const name = localNameOf(element)
      if (passedOver.has(name)) continue
      if (name === 't')
        for (let text = element.firstChild; text; text = text.nextSibling)
          words += isText(text) ? (text.textContent ?? '') : ''
      else if (name === 'br' || name === 'cr') words += '\n'
      else if (name === 'tab') words += '\t'
      else if (name === 'nobreakhyphen') words += '\u2011'
      else {
        if (name === 'hyperlink') address ??= addresses.get(element.getAttribute('r:id') ?? '')
        visit(element)
      }
    }
  }
  visit(root)
  return address === undefined ? { words } : { words, address }
}
