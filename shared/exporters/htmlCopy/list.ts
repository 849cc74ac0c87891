import {
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetAttributes,
  type DatasetHead,
  type DatasetLayer,
  type DatasetLink,
  type DatasetValue,
  wordsOf,
} from '../../dataset/dataset.ts'
import { wordsOfValue } from '../../dataset/fit.ts'
import { words as en } from '../../words/words.ts'
import { htmlElement, htmlWords } from './html.ts'
import type { Numbered } from './marks.ts'
import { classOf } from './style.ts'

/** A layer with its annotations as they are numbered on their page. */
export interface NumberedLayer {
  readonly layer: DatasetLayer
  readonly annotations: readonly Numbered[]
}

/** The annotations of one layer as a list, each with what is said of it. */
export function listOf(
  article: DatasetArticle,
  { layer, annotations }: NumberedLayer,
  head: DatasetHead,
  prefix: string,
): string {
  const { annotator, status } = layer
  const name = head.annotators.find(({ id }) => id === annotator)?.name ?? annotator
  const heading = status ? `${name} (${en.htmlCopy.status[status]})` : name
  const items = annotations.map(numbered => item(article, numbered, { layer, annotations, head, prefix }))
  return htmlElement(
    'section',
    {},
    htmlElement('h3', {}, htmlWords(heading)),
    htmlElement('ol', { class: 'list' }, ...items),
  )
}

/** What an annotation is told with: its layer, and what begins the ids on its page. */
export interface Listing extends NumberedLayer {
  readonly head: DatasetHead
  readonly prefix: string
}

function item(article: DatasetArticle, { number, one }: Numbered, listing: Listing): string {
  const { head, prefix } = listing
  const { tags } = head.codebook
  return htmlElement(
    'li',
    { id: `${prefix}a${number}`, class: classOf(tags, one.tag) },
    `${htmlElement('a', { href: `#${prefix}m${number}`, title: en.htmlCopy.back }, String(number))} `,
    `${htmlElement('span', { class: 'tag' }, htmlWords(tags.find(({ id }) => id === one.tag)?.label ?? one.tag))} `,
    htmlElement('q', { dir: 'auto' }, htmlWords(wordsOf(article.text, one.spans))),
    detailsOf(article, one, listing),
  )
}

/** What is said of an annotation beside its tag and its words; '' where that is nothing. */
export function detailsOf(article: DatasetArticle, one: DatasetAnnotation, listing: Listing): string {
  const { head, layer } = listing
  const questions = head.codebook.attributes
  const rows = [
    ...answers(one.attributes, name => questions.find(({ id, tag }) => id === name && tag === one.tag)),
    ...(one.entity === undefined ? [] : [row(en.htmlCopy.entity, htmlWords(entityName(one.entity, head)))]),
    ...(one.note === undefined
      ? []
      : [row(en.htmlCopy.note, htmlElement('span', { class: 'note' }, htmlWords(one.note)))]),
    ...layer.links.filter(({ from }) => from === one.id).map(link => linkRow(article, link, listing)),
  ]
  return rows.length === 0 ? '' : htmlElement('dl', {}, ...rows)
}

type Question = Pick<DatasetHead['codebook']['attributes'][number], 'label' | 'choices'>

function answers(attributes: DatasetAttributes, questionOf: (name: string) => Question | undefined): string[] {
  return Object.entries(attributes).map(([name, value]) => {
    const question = questionOf(name)
    return row(question?.label ?? name, htmlWords(answer(value, question)))
  })
}

function answer(value: DatasetValue, question: Question | undefined): string {
  if (typeof value === 'boolean') return value ? en.htmlCopy.yes : en.htmlCopy.no
  const all = Array.isArray(value) ? value : [wordsOfValue(value)]
  return all.map((one: string) => question?.choices.find(({ id }) => id === one)?.label ?? one).join(', ')
}

function linkRow(article: DatasetArticle, { type, to, cue, attributes }: DatasetLink, listing: Listing): string {
  const { head, prefix, annotations } = listing
  const kind = head.codebook.links.find(({ id }) => id === type)
  const other = 'annotation' in to ? annotations.find(({ one }) => one.id === to.annotation) : undefined
  const end = other
    ? `${htmlElement('a', { href: `#${prefix}a${other.number}` }, String(other.number))} ${htmlElement('q', { dir: 'auto' }, htmlWords(wordsOf(article.text, other.one.spans)))}`
    : htmlWords('entity' in to ? entityName(to.entity, head) : en.htmlCopy.author)
  const more = [
    ...(cue ? [en.htmlCopy.cue(article.text.slice(cue.start, cue.end))] : []),
    ...Object.entries(attributes).map(([name, value]) => {
      const question = kind?.attributes.find(({ id }) => id === name)
      return `${question?.label ?? name}: ${answer(value, question)}`
    }),
  ]
  const rest = more.length === 0 ? '' : ` ${htmlElement('span', { class: 'faint' }, htmlWords(`(${more.join('; ')})`))}`
  return row(kind?.label ?? type, end + rest)
}

function row(name: string, html: string): string {
  return htmlElement('dt', {}, htmlWords(name)) + htmlElement('dd', {}, html)
}

function entityName(id: string, head: DatasetHead): string {
  return head.entities.find(one => one.id === id)?.name ?? id
}
