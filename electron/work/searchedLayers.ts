import type { Annotation, Link, Unplaced } from '../../shared/annotation/annotation.ts'
import { compare } from '../../shared/annotation/spanOrder.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Standing } from '../../shared/search/covers.ts'
import type { SearchedLayer, WholeLayer } from '../../shared/search/look.ts'
import { isOwnKey, type Keyed } from '../../shared/sidecar/head.ts'
import { openLayer } from '../../shared/sidecar/openLayer.ts'
import { placeLayer } from '../../shared/sidecar/placeLayer.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import { sha256Of } from './readArticle.ts'
import type { SearchedText } from './searchedText.ts'

/** Who searches. */
export type Searcher = Keyed

/** A layer out of a sidecar, each annotation at its place in a text. */
export interface ReadLayer extends WholeLayer {
  readonly annotations: readonly Annotation[]
  /** What tells a person's own layer from another's of the same id. */
  readonly key: string | undefined
}

/** Reads a sidecar. Throws what `readSidecar` throws. */
export function readLayer(bytes: Uint8Array, text: SearchedText): ReadLayer {
  const file = readSidecar(bytes)
  const { annotations, unplaced, links } = placeLayer(file, text.text, text.sha256, text.ruler)
  return { annotations: [...annotations].sort(compare), unplaced, links, key: headOf(file).annotator.key }
}

/** What this device remembers of a layer beyond its file: the history, the file that it began with, and whose it is. */
export interface Beyond {
  readonly history: Uint8Array
  readonly copy: Uint8Array | null
  readonly me: Searcher
}

/**
 * A layer that the history of this device knows more of than its file, as it
 * would be opened. `bytes` is null where there is no file. Throws the Problem
 * by which nothing of it can be read.
 */
export function takeUpLayer(
  bytes: Uint8Array | null,
  { history, copy, me }: Beyond,
  { text, sha256 }: SearchedText,
): ReadLayer {
  const hashed = (file: Uint8Array | null) => file && { bytes: file, sha256: sha256Of(file) }
  const source = { sidecar: hashed(bytes), history, copy: hashed(copy), text, textSha256: sha256, oldTexts: {}, me }
  const { layer, head, problem } = openLayer(source, sha256Of, () => performance.now())
  if (!head && problem) throw new Problem(problem.kind, problem.detail)
  const { annotations, unplaced, links } = layer
  return { annotations: [...annotations].sort(compare), unplaced, links, key: head?.annotator.key }
}

/** A sidecar's layer as it is searched. */
export function searchedLayer(annotator: string, layer: ReadLayer, me: Searcher | null): SearchedLayer {
  return {
    annotator,
    isOwn: annotator === me?.id && isOwnKey(layer.key, me),
    standing: () => layer.annotations,
    whole: () => layer,
  }
}

/** How much of an open layer is known here: nothing, where its annotations stand, or all. */
export type LiveForm = 'none' | 'spans' | 'whole'

/** What became of things in an open layer since it was told last. */
export interface LiveNews {
  /** As JSON text: arrays of annotations (or, in the form `spans`, of `Standing`), unplaced ones and links. */
  readonly annotations: string
  readonly unplaced: string
  readonly links: string
  /** Ids of what isn't there any more. */
  readonly gone: readonly string[]
}

/** The person's own layer of an open article, as it is edited. */
export class LiveLayer {
  form: LiveForm = 'none'
  #annotations = new Map<string, Standing>()
  #unplaced = new Map<string, Unplaced>()
  #links = new Map<string, Link>()

  begin(form: LiveForm): void {
    this.form = form
    this.#annotations = new Map()
    this.#unplaced = new Map()
    this.#links = new Map()
  }

  hear({ annotations, unplaced, links, gone }: LiveNews): void {
    for (const id of gone) for (const map of [this.#annotations, this.#unplaced, this.#links]) map.delete(id)
    for (const one of JSON.parse(annotations) as Standing[]) this.#annotations.set(one.id, one)
    for (const one of JSON.parse(unplaced) as Unplaced[]) this.#unplaced.set(one.id, one)
    for (const one of JSON.parse(links) as Link[]) this.#links.set(one.id, one)
  }

  /** About how many bytes it takes. */
  get size(): number {
    return this.#annotations.size * (this.form === 'whole' ? 1500 : 300) + this.#links.size * 500
  }

  searched(annotator: string): SearchedLayer {
    return {
      annotator,
      isOwn: true,
      standing: () => this.#annotations.values(),
      whole: () => {
        if (this.form !== 'whole') throw new RangeError(`Of this layer only ${this.form} is known here`)
        const annotations = this.#annotations.values() as Iterable<Standing & Annotation>
        return { annotations, unplaced: this.#unplaced.values(), links: this.#links.values() }
      },
    }
  }
}
