import type { Codebook } from '../../codebook/codebook.ts'
import type { DatasetArticle } from '../dataset.ts'
import { wordsOfValue } from '../fit.ts'
import { emptyMap, type TagMap } from './tagMap.ts'

/** What stands in articles that were read, by name, with how often. */
export interface Found {
  readonly tags: ReadonlyMap<string, number>
  /** By attribute of annotations and of links: its values as words. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly links: ReadonlyMap<string, number>
  /** By tag of a frame: its roles. */
  readonly frames: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** More values of an attribute than a map could be made of by hand; of those that come later nothing is kept. */
const MOST_VALUES = 1000

/** Gathers what stands in articles, one after the other. */
export class Finding implements Found {
  readonly tags = new Map<string, number>()
  readonly attributes = new Map<string, Map<string, number>>()
  readonly links = new Map<string, number>()
  readonly frames = new Map<string, Map<string, number>>()

  add({ layers }: Pick<DatasetArticle, 'layers'>): void {
    for (const { annotations, links } of layers) {
      const frames = new Map(annotations.filter(({ cameAs }) => cameAs === 'frame').map(({ id, tag }) => [id, tag]))
      for (const tag of frames.values()) inside(this.frames, tag)
      for (const { tag, attributes } of annotations) {
        count(this.tags, tag)
        this.#answers(attributes)
      }
      for (const { type, from, cameAs, attributes } of links) {
        const frame = cameAs === 'role' ? frames.get(from) : undefined
        count(frame === undefined ? this.links : inside(this.frames, frame), type)
        this.#answers(attributes)
      }
    }
  }

  #answers(attributes: DatasetArticle['layers'][number]['annotations'][number]['attributes']): void {
    for (const [name, value] of Object.entries(attributes)) {
      const known = inside(this.attributes, name)
      for (const one of Array.isArray(value) ? value : [wordsOfValue(value)])
        if (known.has(one) || known.size < MOST_VALUES) count(known, one)
    }
  }
}

/**
 * A map to begin with: what is called as something of the codebook, by its
 * label or its id, whatever the capitals, becomes that. The rest stays as it
 * is; what becomes of frames only a person knows.
 */
export function proposeMap(found: Found, codebook: Pick<Codebook, 'tags' | 'attributes' | 'links'>): TagMap {
  const questions = [...codebook.attributes, ...codebook.links.flatMap(({ attributes }) => attributes)]
  const attributes: Record<string, TagMap['attributes'][string]> = {}
  for (const [name, values] of found.attributes) {
    const question = alike(name, questions)
    if (!question) continue
    const choices = questions.filter(({ id }) => id === question.id).flatMap(({ choices }) => choices)
    const renamed = [...values.keys()].flatMap(value => {
      const choice = alike(value, choices)
      return choice && choice.id !== value ? [[value, choice.id]] : []
    })
    if (question.id !== name || renamed.length > 0)
      attributes[name] = { to: question.id, ...(renamed.length > 0 ? { values: Object.fromEntries(renamed) } : {}) }
  }
  return {
    ...emptyMap,
    tags: renames(found.tags.keys(), codebook.tags),
    attributes,
    links: renames(found.links.keys(), codebook.links),
  }
}

interface Labelled {
  readonly id: string
  readonly label: string
  readonly retired?: true
  readonly mergedInto?: string
}

function renames(names: Iterable<string>, known: readonly Labelled[]): Record<string, { to: string }> {
  return Object.fromEntries(
    [...names].flatMap(name => {
      const one = alike(name, known)
      return one && one.id !== name ? [[name, { to: one.id }]] : []
    }),
  )
}

/** What has a name as its id, or as its id or label but for capitals and what stands between words. */
function alike<T extends Labelled>(name: string, known: readonly T[]): T | undefined {
  const bare = (words: string) =>
    words
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim()
  const offered = known.filter(({ retired, mergedInto }) => !retired && mergedInto === undefined)
  return (
    offered.find(({ id }) => id === name) ??
    offered.find(({ label }) => bare(label) === bare(name)) ??
    offered.find(({ id }) => bare(id) === bare(name))
  )
}

function count(map: Map<string, number>, name: string): void {
  map.set(name, (map.get(name) ?? 0) + 1)
}

function inside(map: Map<string, Map<string, number>>, name: string): Map<string, number> {
  const known = map.get(name) ?? new Map<string, number>()
  map.set(name, known)
  return known
}
