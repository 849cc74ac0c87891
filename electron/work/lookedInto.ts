import { wordsOf } from '../../shared/dataset/dataset.ts'
import type { ReadArticle } from '../../shared/dataset/format.ts'
import { Finding } from '../../shared/dataset/map/proposeMap.ts'

/** So many annotations of each tag are shown, and so many in all. */
const EXAMPLES_A_TAG = 2
const MOST_EXAMPLES = 60
/** Characters of an example, and on each side of it. */
const QUOTE_CHARACTERS = 200
const AROUND_CHARACTERS = 60

/** How often each name stands there, the most frequent first. */
export type Counts = readonly (readonly [name: string, count: number])[]

/** An annotation as it would stand in the workspace. */
export interface Example {
  readonly path: string
  readonly annotator: string
  readonly tag: string
  readonly quote: string
  /** The words before it and behind it. */
  readonly before: string
  readonly after: string
}

/** What a look has met, for a person who is about to decide. */
export interface LookDetails {
  /** Articles that aren't there yet, that are with this very text, and with another one. */
  readonly standing: Readonly<Record<Standing, number>>
  readonly layers: readonly (LayerSum & { readonly called: string; readonly id: string })[]
  /** As the files have it, before any map. */
  readonly found: {
    readonly tags: Counts
    readonly links: Counts
    readonly attributes: readonly (readonly [name: string, values: Counts])[]
    readonly frames: readonly (readonly [tag: string, roles: Counts])[]
  }
  /** As the map has it. */
  readonly tags: Counts
  readonly links: Counts
  readonly examples: readonly Example[]
}

export type Standing = 'fresh' | 'there' | 'other-text'

interface LayerSum {
  readonly articles: number
  readonly annotations: number
  readonly links: number
}

/** Gathers what a look meets, article by article. */
export class LookedInto {
  readonly found = new Finding()
  readonly #standing: Record<Standing, number> = { fresh: 0, there: 0, 'other-text': 0 }
  readonly #layers = new Map<string, LayerSum>()
  readonly #tags = new Map<string, number>()
  readonly #links = new Map<string, number>()
  readonly #examples: Example[] = []

  /** An article as it was read, as the map has it, and what stands where it goes. */
  add(before: ReadArticle, after: ReadArticle, standing: Standing): void {
    this.found.add(before)
    this.#standing[standing]++
    for (const { annotator, annotations, links } of after.layers) {
      const sum = this.#layers.get(annotator) ?? { articles: 0, annotations: 0, links: 0 }
      this.#layers.set(annotator, {
        articles: sum.articles + 1,
        annotations: sum.annotations + annotations.length,
        links: sum.links + links.length,
      })
      for (const { type } of links) this.#links.set(type, (this.#links.get(type) ?? 0) + 1)
      for (const { tag, spans } of annotations) {
        const count = this.#tags.get(tag) ?? 0
        this.#tags.set(tag, count + 1)
        if (count < EXAMPLES_A_TAG && this.#examples.length < MOST_EXAMPLES) {
          const [start, end] = [spans[0]!.start, spans.at(-1)!.end]
          this.#examples.push({
            ...{ path: after.path, annotator, tag, quote: wordsOf(after.text, spans).slice(0, QUOTE_CHARACTERS) },
            before: after.text.slice(Math.max(0, start - AROUND_CHARACTERS), start),
            after: after.text.slice(end, end + AROUND_CHARACTERS),
          })
        }
      }
    }
  }

  /** `ids` are those that annotators get, by what the files call them. */
  details(ids: ReadonlyMap<string, string>): LookDetails {
    const { tags, links, attributes, frames } = this.found
    return {
      standing: this.#standing,
      layers: [...this.#layers].map(([called, sum]) => ({ called, id: ids.get(called)!, ...sum })),
      found: {
        tags: inOrder(tags),
        links: inOrder(links),
        attributes: [...attributes].map(([name, values]) => [name, inOrder(values)] as const),
        frames: [...frames].map(([tag, roles]) => [tag, inOrder(roles)] as const),
      },
      tags: inOrder(this.#tags),
      links: inOrder(this.#links),
      examples: [...this.#examples].sort((one, other) => (one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0)),
    }
  }
}

function inOrder(counts: ReadonlyMap<string, number>): Counts {
  return [...counts].sort(([one, count], [other, most]) => most - count || (one < other ? -1 : 1))
}
