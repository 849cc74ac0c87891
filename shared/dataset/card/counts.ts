import type { DatasetArticle, DatasetHead } from '../dataset.ts'
import { Agreed } from './agreed.ts'

/** What one part of a dataset holds. */
export interface PartCount {
  articles: number
  annotations: number
  links: number
}

/** What a dataset holds, counted an article at a time; memory grows with outlets, languages and people, not with articles. */
export class DatasetCounts {
  articles = 0
  /** UTF-16 units of all texts. */
  characters = 0
  annotations = 0
  links = 0
  /** Articles in which nobody annotated anything. */
  bare = 0
  /** By tag and by type of link, each in the order in which it was met first. */
  readonly tags = new Map<string, number>()
  readonly types = new Map<string, number>()
  /** By the part of the split; '' for what is in none. */
  readonly parts = new Map<string, PartCount>()
  readonly outlets = new Map<string, number>()
  readonly languages = new Map<string, number>()
  /** Articles by annotator, and layers by how far they are. */
  readonly annotators = new Map<string, number>()
  readonly statuses = new Map<string, number>()
  /** Articles of which a field isn't known. */
  readonly unknown = { outlet: 0, published: 0, language: 0 }
  /** The days of the first and the last article, as precise as they are known; null where none is. */
  first: string | null = null
  last: string | null = null
  readonly agreed = new Agreed()
  readonly #answered = new Map<string, number>()
  readonly #codebook: DatasetHead['codebook']

  constructor({ codebook }: Pick<DatasetHead, 'codebook'>) {
    this.#codebook = codebook
  }

  add(article: DatasetArticle): void {
    const { text, metadata, split, layers } = article
    this.agreed.add(article)
    const annotations = layers.reduce((sum, layer) => sum + layer.annotations.length, 0)
    const links = layers.reduce((sum, layer) => sum + layer.links.length, 0)
    this.articles++
    this.characters += text.length
    this.annotations += annotations
    this.links += links
    if (annotations === 0) this.bare++
    const part = this.parts.get(split ?? '') ?? { articles: 0, annotations: 0, links: 0 }
    this.parts.set(split ?? '', {
      articles: part.articles + 1,
      annotations: part.annotations + annotations,
      links: part.links + links,
    })
    if (metadata.outlet) count(this.outlets, metadata.outlet)
    if (metadata.language) count(this.languages, metadata.language)
    for (const field of ['outlet', 'published', 'language'] as const) if (!metadata[field]) this.unknown[field]++
    const day = metadata.published?.slice(0, 10)
    if (day && (this.first === null || day < this.first)) this.first = day
    if (day && (this.last === null || day > this.last)) this.last = day
    for (const layer of layers) {
      count(this.annotators, layer.annotator)
      count(this.statuses, layer.status ?? '')
      for (const { type } of layer.links) count(this.types, type)
      for (const { tag, attributes } of layer.annotations) {
        count(this.tags, tag)
        for (const name of Object.keys(attributes)) count(this.#answered, JSON.stringify([tag, name]))
      }
    }
  }

  /** How many annotations of a tag don't answer a question of it. */
  unanswered(tag: string, attribute: string): number {
    return (this.tags.get(tag) ?? 0) - (this.#answered.get(JSON.stringify([tag, attribute])) ?? 0)
  }

  /** Tags of the codebook, in its order, that no annotation has. */
  unusedTags(): string[] {
    return this.#codebook.tags.flatMap(({ id, retired }) => (retired || this.tags.has(id) ? [] : [id]))
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
