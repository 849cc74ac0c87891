import type { Metadata } from '../../article/metadata.ts'
import type { PageElement } from '../../importers/html/page.ts'
import { childrenOf, localNameOf } from '../../importers/xml.ts'
import { Problem } from '../../problems/problem.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Archive, Unpacked } from '../archive.ts'
import { datesOf } from '../dates.ts'
import { extensions } from '../extensions.ts'
import { fieldsOf as said } from '../fieldOf.ts'
import { Keys } from '../keys.ts'
import { type Piece, piecesIn, rootIn, without } from './pieces.ts'
import {
  child,
  elementOf,
  first,
  headOf,
  lineOfHtml,
  paragraphsOf,
  paragraphsOfHtml,
  textOf,
  wordsOf,
  xmlOf,
} from './words.ts'

/** Feeds that were saved as files: RSS from 0.9 to 2.0, and Atom. */
export const feed: Archive = {
  id: 'feed/1',
  title: 'feed',
  extensions: [...extensions.feed, 'xml', 'rdf'],
  recognises(head) {
    const root = rootIn(headOf(head))
    if (!root) return false
    if (root.name === 'rss') return true
    if (root.name === 'RDF') return /purl\.org\/rss\/|netscape\.com\/rdf/.test(root.tag)
    return root.name === 'feed' && /w3\.org\/2005\/Atom|purl\.org\/atom/.test(root.tag)
  },
  async *articles(source) {
    const text = await xmlOf(source)
    const pieces = [...piecesIn(text, name => name === 'item' || name === 'entry')]
    const around = elementOf(without(text, pieces))
    const channel = child(around, 'channel') ?? around
    const keys = new Keys()
    for (const [i, piece] of pieces.entries()) {
      try {
        yield await itemOf(text.slice(piece.start, piece.end), piece, channel, i + 1, keys)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        yield { kind: 'unread', key: `Item ${i + 1}`, problem: { kind: error.kind, detail: error.detail } }
      }
    }
    if (pieces.length === 0) throw new Problem('empty-text', 'There is no item in this feed.')
  },
}

async function itemOf(
  source: string,
  piece: Piece,
  channel: PageElement,
  number: number,
  keys: Keys,
): Promise<Unpacked> {
  if (!piece.isWhole) throw new Problem('cannot-read', `Item ${number} is cut off: the file ends in it.`)
  const item = elementOf(source)
  const text = textIn(item)
  const guid = wordsOf(child(item, 'guid')) ?? wordsOf(child(item, 'id')) ?? item.getAttribute('rdf:about')?.trim()
  const metadata = fieldsOf(item, channel, guid)
  const known = guid || metadata.address?.value
  if (text === '') {
    const detail = `Item ${number}${metadata.title ? `, “${metadata.title.value}”,` : ''} has no text.`
    return { kind: 'unread', key: known || `Item ${number}`, problem: { kind: 'empty-text', detail } }
  }
  const hash = () => sha256(text)
  return {
    kind: 'article',
    key: await keys.unique(known || (await hash()).slice(0, 32), hash),
    metadata,
    content: { text },
  }
}

/** The whole text where the feed has it, else what describes it. */
function textIn(item: PageElement): string {
  for (const name of ['encoded', 'content', 'body', 'description', 'summary']) {
    for (const element of childrenOf(item)) {
      // A picture may be called `media:content`.
      if (localNameOf(element) !== name || /^media:/i.test(element.localName)) continue
      const text = textOf(paragraphsIn(element, name))
      if (text !== '') return text
    }
  }
  return ''
}

function paragraphsIn(element: PageElement, name: string): string[] {
  const type = element.getAttribute('type') ?? ''
  const isAtom = name === 'content' || name === 'summary'
  if ([...childrenOf(element)].length > 0) return paragraphsOf(element)
  if (isAtom && (type === '' || type === 'text' || type === 'text/plain'))
    return [element.textContent?.trim() ?? ''].filter(Boolean)
  return paragraphsOfHtml(element.textContent ?? '')
}

function fieldsOf(item: PageElement, channel: PageElement, guid: string | undefined): Metadata {
  const people = [...childrenOf(item)].filter(element => ['author', 'creator'].includes(localNameOf(element)))
  const names = people.flatMap(person => wordsOf(child(person, 'name') ?? person) ?? [])
  const topics = [...childrenOf(item)].filter(element => ['category', 'subject'].includes(localNameOf(element)))
  const sections = topics.flatMap(topic => topic.getAttribute('term') ?? lineOfHtml(wordsOf(topic)) ?? [])
  const origin = child(item, 'source')
  const when = ['pubdate', 'published', 'issued', 'date', 'updated', 'modified']
  return said({
    title: lineOfHtml(wordsOf(child(item, 'title'))),
    outlet: lineOfHtml(wordsOf(child(origin, 'title') ?? origin) ?? wordsOf(child(channel, 'title'))),
    // RSS wants `address (name)`; only the name says who wrote it.
    byline: [...new Set(names.map(name => /^\S+@\S+\s*\((.+)\)$/.exec(name)?.[1] ?? name))].join(', '),
    published: dates(when.map(name => wordsOf(child(item, name))).find(Boolean) ?? ''),
    section: [...new Set(sections)].join(', '),
    language:
      item.getAttribute('xml:lang') ??
      wordsOf(child(item, 'language')) ??
      wordsOf(first(channel, 'language')) ??
      channel.getAttribute('xml:lang'),
    address: addressOf(item) ?? guid,
  })
}

const dates = datesOf([])

function addressOf(item: PageElement): string | undefined {
  const links = [...childrenOf(item)].filter(element => localNameOf(element) === 'link')
  const page = links.find(link => [null, 'alternate'].includes(link.getAttribute('rel')))
  return page?.getAttribute('href')?.trim() || wordsOf(page)
}
