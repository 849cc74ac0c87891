import { fieldNames } from '../../article/metadata.ts'
import type { DatasetArticle, DatasetHead } from '../../dataset/dataset.ts'
import { words as en } from '../../words/words.ts'
import { htmlBegin, htmlElement, htmlWords } from './html.ts'
import { listOf, type NumberedLayer } from './list.ts'
import { markedText } from './marks.ts'
import { hashNamed } from './policy.ts'
import { classOf, styleOf } from './style.ts'

/** An article in the list of all. */
export interface Listed {
  readonly href: string
  readonly title: string
  readonly outlet: string
  readonly published: string
  readonly annotations: number
}

/** The pages of one dataset, which share a style. */
export class Pages {
  readonly #head: DatasetHead
  readonly #style: string
  readonly #policy: string

  constructor(head: DatasetHead) {
    this.#head = head
    this.#style = styleOf(head.codebook.tags)
    this.#policy = `default-src 'none'; style-src ${hashNamed(this.#style)}`
  }

  /** What a page begins with, up to and with `<main>`. Nothing is loaded or run: the style is known by its hash. */
  begin(title: string): string {
    const head = [
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${htmlWords(this.#policy)}">`,
      '<meta name="viewport" content="width=device-width">',
      '<meta name="generator" content="Stet">',
      htmlElement('title', {}, htmlWords(title)),
      `<style>${this.#style}</style>`,
    ]
    return `${htmlBegin()}\n<head>\n${head.join('\n')}\n</head>\n<body>\n<main>\n`
  }

  get end(): string {
    return '</main>\n</body>\n</html>\n'
  }

  /** One article with its annotations. `prefix` keeps its ids from those of others on the page; `home` leads to the list. */
  article(article: DatasetArticle, prefix: string, home: string): string {
    const layers = numbered(article)
    const all = layers.flatMap(({ annotations }) => annotations)
    const title = titleOf(article)
    const parts = [
      htmlElement('nav', {}, htmlElement('a', { href: home }, htmlWords(en.htmlCopy.toList))),
      htmlElement('h1', { id: prefix === '' ? undefined : prefix, dir: 'auto' }, htmlWords(title)),
      facts(article),
      htmlElement('article', {}, markedText(article, all, this.#head.codebook.tags, prefix)),
      ...(all.length === 0
        ? [htmlElement('p', { class: 'none' }, htmlWords(en.htmlCopy.noAnnotations))]
        : [this.#legend(all.map(({ one }) => one.tag)), htmlElement('h2', {}, htmlWords(en.htmlCopy.annotations))]),
      ...layers
        .filter(({ layer, annotations }) => annotations.length > 0 || layer.status !== undefined)
        .map(layer => listOf(article, layer, this.#head, prefix)),
    ]
    return `${parts.join('\n')}\n`
  }

  #legend(used: readonly string[]): string {
    const { tags } = this.#head.codebook
    const items = [...new Set(used)].map(id => {
      const look = classOf(tags, id)
      const sample = htmlElement('span', { class: `m ${look} d0 b e` }, htmlWords(en.htmlCopy.sample))
      const tag = tags.find(one => one.id === id)
      const count = en.htmlCopy.countOf(used.filter(one => one === id).length)
      return htmlElement(
        'li',
        {},
        `${sample} `,
        htmlElement('b', {}, htmlWords(tag?.label ?? id)),
        htmlWords(`: ${count}`),
      )
    })
    return htmlElement('h2', {}, htmlWords(en.htmlCopy.legend)) + htmlElement('ul', { class: 'legend' }, ...items)
  }

  /** All articles as a list of ways to them. */
  list(articles: readonly Listed[]): string {
    const rows = articles.map(({ href, title, outlet, published, annotations }) =>
      htmlElement(
        'tr',
        {},
        htmlElement('td', { dir: 'auto' }, htmlElement('a', { href }, htmlWords(title))),
        ...[outlet, published, en.htmlCopy.countOf(annotations)].map(words => htmlElement('td', {}, htmlWords(words))),
      ),
    )
    const titles = [
      en.htmlCopy.fields.title,
      en.htmlCopy.fields.outlet,
      en.htmlCopy.fields.published,
      en.htmlCopy.annotations,
    ]
    const header = htmlElement('tr', {}, ...titles.map(title => htmlElement('th', { scope: 'col' }, htmlWords(title))))
    return [
      htmlElement('h1', { id: 'top' }, htmlWords(this.#head.name)),
      htmlElement('table', { class: 'index' }, htmlElement('thead', {}, header), htmlElement('tbody', {}, ...rows)),
      '',
    ].join('\n')
  }
}

/** What an article is called: its title, or its path. */
export function titleOf({ metadata, path }: DatasetArticle): string {
  return metadata.title ?? path
}

/** What is known of the article. */
function facts({ path, metadata }: DatasetArticle): string {
  const known = fieldNames.flatMap(name => {
    const value = metadata[name]
    return name === 'title' || value === undefined ? [] : [[en.htmlCopy.fields[name], value] as const]
  })
  const rows = [...known, [en.htmlCopy.path, path] as const].map(
    ([name, value]) => htmlElement('dt', {}, htmlWords(name)) + htmlElement('dd', { dir: 'auto' }, htmlWords(value)),
  )
  return htmlElement('dl', {}, ...rows)
}

/** Layer after layer, its annotations by place: each has a number of its own on the page. */
function numbered({ layers }: DatasetArticle): NumberedLayer[] {
  let number = 0
  return layers.map(layer => ({ layer, annotations: layer.annotations.map(one => ({ number: ++number, one })) }))
}
