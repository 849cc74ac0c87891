import { Problem } from '../../problems/problem.ts'
import { parse } from './libraries.ts'

/** A node of a parsed page, as much of it as is looked at. */
export interface PageNode {
  readonly nodeType: number
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly textContent: string | null
}

/** An element; its name is in small letters. */
export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
}

export interface PageDocument extends PageNode {
  readonly documentElement: PageElement
  readonly body: PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** An element's number among all of a page, in order, stands under this name: it survives what readers of pages do to them. */
export const NUMBER = 'data-stet-number'

/** A page has some thousand elements; the longest that people save, some tens of thousands. */
const MAX_ELEMENTS = 100_000
/** Pages nest some dozens deep; what nests deeper is made to hurt. */
const MAX_DEPTH = 500

/**
 * A page out of its source; scripts are not run and nothing is fetched. Its
 * elements are numbered, so that two parses of one source can be compared.
 * Throws Problem `cannot-read` for what is no page that anybody wrote.
 */
export function parsePage(source: string): PageDocument {
  refuseMonsters(source)
  const document = wholePage(source)
  let number = 0
  for (const element of elementsBelow(document.documentElement)) element.setAttribute(NUMBER, String(number++))
  return document
}

/** Parsing takes a time that grows with the square of the depth, so that tags are counted first: as many as are open at once, and as many as there are. */
export function refuseMonsters(source: string): void {
  let open = 0
  let all = 0
  for (const [, end, name] of source.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (!end) all++
    if (!endsByItself.test(name!)) open = end ? Math.max(0, open - 1) : open + 1
    if (open > MAX_DEPTH) throw new Problem('cannot-read', `The page nests more than ${MAX_DEPTH} levels deep.`)
    if (all > MAX_ELEMENTS) throw new Problem('too-large', `The page has more than ${MAX_ELEMENTS} elements.`)
  }
}

/** Elements without an end, and those that the next of their kind ends. */
const endsByItself =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup)$/i

/** A page may leave out the tags that go without saying, which the parser doesn't add. */
function wholePage(source: string): PageDocument {
  const { document } = parse(source)
  const hasBody = document.documentElement?.localName === 'html' && /<body[\s>]/i.test(source)
  if (hasBody) return document
  const inner = source.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, '')
  return parse(`<!doctype html><html><head></head><body>${inner}</body></html>`).document
}

/** Every element below a node, in order. */
export function* elementsBelow(node: PageNode): Iterable<PageElement> {
  const waiting = [node.firstChild]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (!next) continue
    waiting.push(next.nextSibling)
    if (!isElement(next)) continue
    yield next
    waiting.push(next.firstChild)
  }
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3 || node.nodeType === 4
}
