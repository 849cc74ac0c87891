import { isElement, isText, type PageNode } from '../html/page.ts'
import { localNameOf, refuseMonstrousXml, rootOf } from '../xml.ts'

/** The lines that stand above or below every page, each once, out of the XML of the document's headers or footers. */
export function edgeLines(sources: readonly string[]): string[] {
  const lines = new Set<string>()
  for (const source of sources) {
    refuseMonstrousXml(source)
    let words = ''
    const end = () => {
      if (words.trim() !== '') lines.add(words.trim())
      words = ''
    }
    const visit = (node: PageNode) => {
      if (!isElement(node)) return
      const name = localNameOf(node)
      if (unsaid.has(name)) return
      if (name === 'tab') words += '\t'
      if (name === 'br' || name === 'cr' || name === 'p') end()
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (name === 't' && isText(child)) words += child.textContent ?? ''
        visit(child)
      }
      if (name === 'p') end()
    }
    visit(rootOf(source)!)
  }
  return [...lines]
}

/** Properties, codes of fields, what was deleted, and what stands there a second time for older programs. */
const unsaid: ReadonlySet<string> = new Set('ppr rpr instrtext deltext del fallback'.split(' '))
