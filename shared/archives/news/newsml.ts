import type { Metadata } from '../../article/metadata.ts'
import type { PageElement } from '../../importers/html/page.ts'
import { childrenOf, localNameOf, named } from '../../importers/xml.ts'
import { Problem } from '../../problems/problem.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Archive, Unpacked } from '../archive.ts'
import { datesOf } from '../dates.ts'
import { extensions } from '../extensions.ts'
import { fieldsOf as said } from '../fieldOf.ts'
import { Keys } from '../keys.ts'
import { nitfIn } from './nitf.ts'
import { type Piece, piecesIn, rootIn } from './pieces.ts'
import { child, elementOf, first, headOf, paragraphsOf, paragraphsOfHtml, textOf, wordsOf, xmlOf } from './words.ts'

/** What else than an article an item can be, and why it has no text. */
const others: Readonly<Record<string, string>> = {
  packageItem: 'It is a package: it names other items and has no text of its own.',
  conceptItem: 'It describes a person, a place, an event or an idea, and is no article.',
  knowledgeItem: 'It is a list of ideas that items are sorted by, and no article.',
  catalogItem: 'It is a list of schemes that items are sorted by, and no article.',
  planningItem: 'It says what will be written, and is no article.',
}
const items: ReadonlySet<string> = new Set(['newsItem', ...Object.keys(others)])

/** News as agencies send it, one item or a message of many. */
export const newsml: Archive = {
  id: 'newsml-g2/1',
  title: 'newsml',
  extensions: [...extensions.newsml, 'xml'],
  recognises(head) {
    const text = headOf(head)
    const root = rootIn(text)
    if (!root) return false
    if (items.has(root.name) || root.name === 'newsMessage') return /iptc\.org\/std\/nar|NewsML-G2/i.test(text)
    return root.name === 'contentSet' && /<inlineXML\b|<inlineData\b/.test(text)
  },
  async *articles(source) {
    const text = await xmlOf(source)
    const keys = new Keys()
    let number = 0
    const isFragment = rootIn(text)?.name === 'contentSet'
    for (const piece of piecesIn(text, name => (isFragment ? name === 'contentSet' : items.has(name)))) {
      number++
      try {
        yield await itemOf(text.slice(piece.start, piece.end), piece, number, keys)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        yield { kind: 'unread', key: `Item ${number}`, problem: { kind: error.kind, detail: error.detail } }
      }
    }
    if (number === 0) throw new Problem('empty-text', 'There is no item in this file.')
  },
}

async function itemOf(source: string, piece: Piece, number: number, keys: Keys): Promise<Unpacked> {
  if (!piece.isWhole) throw new Problem('cannot-read', `Item ${number} is cut off: the file ends in it.`)
  const item = elementOf(source)
  const guid = item.getAttribute('guid')?.trim()
  const none = (detail: string): Unpacked => ({
    kind: 'unread',
    key: guid || `Item ${number}`,
    problem: { kind: 'empty-text', detail },
  })
  const other = Object.hasOwn(others, piece.name) ? others[piece.name] : undefined
  if (other) return none(other)
  const set = piece.name === 'contentSet' ? item : child(item, 'contentset')
  const { text, metadata } = contentOf(set)
  if (text === '') return none(whyNone(item, set))
  const hash = () => sha256(text)
  const fields = piece.name === 'contentSet' ? metadata : { ...metadata, ...fieldsOf(item, metadata) }
  return {
    kind: 'article',
    key: await keys.unique(guid || (await hash()).slice(0, 32), hash),
    metadata: fields,
    content: { text },
  }
}

/** The text of the first rendition that has one: the others say the same. */
function contentOf(set: PageElement | null): { readonly text: string; readonly metadata: Metadata } {
  for (const part of set ? childrenOf(set) : []) {
    const name = localNameOf(part)
    const inner = name === 'inlinexml' ? [...childrenOf(part)][0] : undefined
    if (inner && localNameOf(inner) === 'nitf') {
      const { text, metadata } = nitfIn(inner)
      if (text !== '') return { text, metadata }
    } else if (inner && isProse(inner)) {
      const text = textOf(paragraphsOf(first(inner, 'body') ?? inner))
      if (text !== '') return { text, metadata: {} }
    } else if (name === 'inlinedata') {
      const words = part.textContent ?? ''
      const isHtml = /html/i.test(part.getAttribute('contenttype') ?? '')
      const text = isHtml ? textOf(paragraphsOfHtml(words)) : words.replace(/^\s*\n|\s+$/g, '')
      if (text.trim() !== '') return { text, metadata: {} }
    }
  }
  return { text: '', metadata: {} }
}

/** Whether XML holds paragraphs that somebody reads, and not results of matches or dates of events as data. */
function isProse(element: PageElement): boolean {
  return localNameOf(element) === 'html' || first(element, 'p') !== null
}

/** An item with a picture, a sound or a film has no text; where a text stands elsewhere, that is said. */
function whyNone(item: PageElement, set: PageElement | null): string {
  const kind = /(picture|audio|video|graphic|animated|composite)/.exec(
    first(item, 'itemclass')?.getAttribute('qcode') ?? '',
  )?.[1]
  if (kind) return `It is of the kind “${kind}” and has no text.`
  if (child(set, 'inlinexml')) return 'It holds data for programs, and no text.'
  return child(set, 'remotecontent') ? 'Its text stands elsewhere: only an address is given.' : 'It has no text.'
}

function fieldsOf(item: PageElement, inText: Metadata): Metadata {
  const [meta, content] = [child(item, 'itemmeta'), child(item, 'contentmeta')]
  const nameOf = (element: PageElement | null) =>
    wordsOf(child(element, 'name')) ?? element?.getAttribute('literal') ?? undefined
  const creators = [...named(content, 'creator')].flatMap(creator => nameOf(creator) ?? [])
  return said({
    title: wordsOf(child(content, 'headline')) ?? wordsOf(child(meta, 'title')),
    outlet: nameOf(child(meta, 'provider')) ?? wordsOf(first(first(item, 'copyrightholder'), 'name')),
    byline: inText.byline?.value ?? wordsOf(child(content, 'by')) ?? creators.join(', '),
    published: dates(wordsOf(child(meta, 'versioncreated')) ?? wordsOf(child(content, 'contentcreated')) ?? ''),
    language: child(content, 'language')?.getAttribute('tag') ?? item.getAttribute('xml:lang'),
  })
}

const dates = datesOf([])
