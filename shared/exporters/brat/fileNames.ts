import type { DatasetArticle, DatasetHead } from '../../dataset/dataset.ts'
import type { Layout } from './sideFile.ts'

/** What the files of articles and annotators are called. */
export class FileNames {
  readonly layout: Layout
  /** What an annotator's folder or ending is called, by id. */
  readonly annotators: ReadonlyMap<string, string>
  readonly #taken = new Set<string>()

  constructor({ annotators }: Pick<DatasetHead, 'annotators'>, layout: Layout) {
    this.layout = layout
    const names = new Map<string, string>()
    const taken = new Set<string>()
    for (const { id } of annotators) {
      // Without `_`, so that an ending can be told from the name before it.
      const wanted = id.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'annotator'
      let name = wanted
      for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}-${number}`
      taken.add(name.toLowerCase())
      names.set(id, name)
    }
    this.annotators = names
  }

  /** An article's file without an ending: its path, under its part of a split; no two have the same, however the disk sees capitals. */
  stemOf({ path, split }: DatasetArticle): string {
    const wanted = `${split === undefined ? '' : `${split}/`}${path.endsWith('.txt') ? path.slice(0, -4) : path}`
    let stem = wanted
    for (let number = 2; this.#taken.has(stem.toLowerCase()); number++) stem = `${wanted}.${number}`
    this.#taken.add(stem.toLowerCase())
    return stem
  }

  /** The text's file, and the annotations', for one annotator. */
  filesOf(stem: string, annotator: string): { text: string; annotations: string } {
    const name = this.annotators.get(annotator) ?? annotator
    if (this.layout === 'folders') return { text: `${name}/${stem}.txt`, annotations: `${name}/${stem}.ann` }
    return { text: `${stem}.txt`, annotations: `${stem}${this.layout === 'suffix' ? `_${name}` : ''}.ann` }
  }
}
