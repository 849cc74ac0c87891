import type { DatasetArticle, DatasetHead, DatasetLayer } from '../dataset/dataset.ts'
import { wordsOf } from '../dataset/dataset.ts'
import { htmlElement, htmlWords } from '../exporters/htmlCopy/html.ts'
import { detailsOf } from '../exporters/htmlCopy/list.ts'
import { markedText, type Numbered } from '../exporters/htmlCopy/marks.ts'
import { titleOf } from '../exporters/htmlCopy/page.ts'
import { classOf } from '../exporters/htmlCopy/style.ts'
import { words as en } from '../words/words.ts'
import { thing } from './answerPage.ts'

/** An annotation as a reviewer judges it: what it goes by, the revision of its file, and the hash of what it says. */
export interface AsJudged {
  readonly annotation: string
  readonly revision: number
  readonly says: string
}

/** What an article of a packet is made of. Names are hidden where `head.annotators` have none. */
export interface PacketArticle {
  readonly article: DatasetArticle
  /** sha256 of the text. */
  readonly textSha256: string
  asJudged(layer: string, annotation: string): AsJudged
}

/** An article as it stands in a packet. */
export interface MadeArticle {
  readonly path: string
  readonly title: string
  readonly textSha256: string
  /** How many annotations there are to judge. */
  readonly things: number
  readonly html: string
}

interface Thing extends Numbered {
  readonly layer: DatasetLayer
}

/** An article of a packet, the `place`th of it counted from 0: the text with its marks, and every annotation with what can be answered. */
export function packetArticle(
  { article, textSha256, asJudged }: PacketArticle,
  head: DatasetHead,
  place: number,
): MadeArticle {
  const prefix = `${place + 1}-`
  const title = titleOf(article)
  const things = inOrder(article)
  const cards = things.map(one => {
    const { layer, annotation } = { layer: one.layer.annotator, annotation: one.one.id }
    const on = { layer, ...asJudged(layer, annotation) }
    return card(article, one, { things, head, prefix, item: thing(place, on) })
  })
  const html = [
    `<section class="piece" id="${prefix}" aria-labelledby="${prefix}h">`,
    htmlElement('h2', { id: `${prefix}h`, dir: 'auto' }, htmlWords(title)),
    htmlElement('p', { class: 'facts' }, htmlWords(article.path)),
    '<div class="sides">',
    htmlElement('article', {}, markedText(article, things, head.codebook.tags, prefix)),
    things.length === 0
      ? htmlElement('p', { class: 'none' }, htmlWords(en.htmlCopy.noAnnotations))
      : `<div class="things">${cards.join('\n')}</div>`,
    '</div>',
    '</section>\n',
  ].join('\n')
  return { path: article.path, title, textSha256, things: things.length, html }
}

/** All layers' annotations by place, numbered from 1: whoever judges reads the text once. */
function inOrder({ layers }: DatasetArticle): Thing[] {
  return layers
    .flatMap(layer => layer.annotations.map(one => ({ layer, one })))
    .sort(
      ({ one: a }, { one: b }) => a.spans[0]!.start - b.spans[0]!.start || a.spans.at(-1)!.end - b.spans.at(-1)!.end,
    )
    .map((one, i) => ({ ...one, number: i + 1 }))
}

interface Ground {
  readonly things: readonly Thing[]
  readonly head: DatasetHead
  readonly prefix: string
  readonly item: string
}

function card(article: DatasetArticle, { number, one, layer }: Thing, ground: Ground): string {
  const { things, head, prefix, item } = ground
  const { tags } = head.codebook
  const id = `${prefix}a${number}`
  const tag = tags.find(({ id }) => id === one.tag)?.label ?? one.tag
  const name = head.annotators.find(({ id }) => id === layer.annotator)?.name ?? layer.annotator
  const annotations = things.filter(other => other.layer === layer)
  const radio = (value: 'accept' | 'reject') =>
    `<label><input type="radio" name="${id}v" value="${value}"> ${htmlWords(en.answering[value])}</label>`
  return [
    `<div class="thing ${classOf(tags, one.tag)}" id="${id}" tabindex="-1" role="group" aria-labelledby="${id}t" data-item="${htmlWords(item)}">`,
    `<p id="${id}t"><a href="#${prefix}m${number}" title="${htmlWords(en.htmlCopy.back)}">${number}</a> `,
    htmlElement('span', { class: 'tag' }, htmlWords(tag)),
    ` ${htmlElement('q', { dir: 'auto' }, htmlWords(wordsOf(article.text, one.spans)))}`,
    ` ${htmlElement('span', { class: 'faint' }, htmlWords(name))}</p>`,
    detailsOf(article, one, { layer, annotations, head, prefix }),
    `<fieldset><legend>${htmlWords(en.answering.judgement)}</legend>${radio('accept')}${radio('reject')}</fieldset>`,
    `<p class="field"><label for="${id}c">${htmlWords(en.answering.comment)}</label>`,
    `<textarea id="${id}c" data-kind="note" rows="1" maxlength="20000"></textarea></p>`,
    '</div>',
  ].join('')
}
