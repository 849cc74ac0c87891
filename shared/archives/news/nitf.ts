import type { Metadata } from '../../article/metadata.ts'
import type { PageElement } from '../../importers/html/page.ts'
import { childrenOf, localNameOf, named } from '../../importers/xml.ts'
import { Problem } from '../../problems/problem.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Archive, Unpacked } from '../archive.ts'
import { datesOf } from '../dates.ts'
import { extensions } from '../extensions.ts'
import { fieldsOf } from '../fieldOf.ts'
import { rootIn } from './pieces.ts'
import { child, elementOf, first, headOf, paragraphsOf, textOf, wordsOf, xmlOf } from './words.ts'

/** An article as news agencies and newspapers write it. */
export const nitf: Archive = {
  id: 'nitf/1',
  title: 'nitf',
  extensions: [...extensions.nitf, 'xml'],
  recognises: head => rootIn(headOf(head))?.name === 'nitf',
  async *articles(source) {
    const root = elementOf(await xmlOf(source))
    const { text, metadata, key } = nitfIn(root)
    if (text === '') throw new Problem('empty-text', 'There is no text in this article.')
    const known = key ?? metadata.address?.value ?? (await sha256(text)).slice(0, 32)
    yield { kind: 'article', key: known, metadata, content: { text } } satisfies Unpacked
  },
}

/** What an element `nitf` holds: '' where there is no text. */
export function nitfIn(root: PageElement): {
  readonly text: string
  readonly metadata: Metadata
  readonly key: string | undefined
} {
  const [head, body] = [child(root, 'head'), child(root, 'body')]
  const top = child(body, 'body.head')
  const published = first(head, 'pubdata')
  const metadata = fieldsOf({
    title: wordsOf(child(head, 'title')) ?? wordsOf(first(top, 'hl1')),
    outlet: published?.getAttribute('name') ?? first(head, 'doc.copyright')?.getAttribute('holder'),
    byline: wordsOf(first(top, 'byline')),
    published: dates(
      published?.getAttribute('date.publication') ??
        first(head, 'date.issue')?.getAttribute('norm') ??
        first(head, 'date.release')?.getAttribute('norm') ??
        first(top, 'story.date')?.getAttribute('norm') ??
        '',
    ),
    section: published?.getAttribute('position.section') ?? metaOf(head, 'online_sections') ?? metaOf(head, 'dsk'),
    page: published?.getAttribute('position.sequence') ?? metaOf(head, 'print_page_number'),
    language: root.getAttribute('xml:lang'),
    address: published?.getAttribute('ex-ref'),
  })
  const key = first(head, 'doc-id')?.getAttribute('id-string')?.trim() || undefined
  return { text: body ? textOf(paragraphsOf(withoutLead(body))) : '', metadata, key }
}

const dates = datesOf([])

function metaOf(head: PageElement | null, name: string): string | null {
  for (const meta of named(head, 'meta')) if (meta.getAttribute('name') === name) return meta.getAttribute('content')
  return null
}

/** Some newspapers give the first paragraphs twice, alone and in the whole text: then only the whole text counts. */
function withoutLead(body: PageElement): PageElement {
  const content = child(body, 'body.content')
  const blocks = content ? [...childrenOf(content)].filter(element => localNameOf(element) === 'block') : []
  const lead = blocks.find(block => block.getAttribute('class') === 'lead_paragraph')
  const whole = blocks.find(block => block.getAttribute('class') === 'full_text')
  if (!lead || !whole) return body
  const paragraphs = paragraphsOf(whole)
  if (paragraphsOf(lead).every((words, i) => words === paragraphs[i]))
    (lead as PageElement & { remove(): void }).remove()
  return body
}
