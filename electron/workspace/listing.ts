import { hasReader } from '../../shared/importers/extensions.ts'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { FACTS, parseSidecarName } from '../../shared/sidecar/names.ts'
import { PROJECT_FILE } from '../saving/places.ts'

/** What stands under a name in a folder: looked at from outside, never opened. */
export type Entry =
  | { readonly kind: 'file'; readonly bytes: number; readonly mtimeMs: number }
  | { readonly kind: 'folder' }
  /** A link, a pipe, a device, or something that can't be looked at; `problem` says which. */
  | { readonly kind: 'other'; readonly problem: ProblemNotice }

/** One annotator's sidecar of an article. */
export interface FoundLayer {
  readonly annotator: string
  readonly bytes: number
  readonly mtimeMs: number
}

/** One file that is, or could be, an article. */
export interface FoundArticle {
  /** Inside the workspace, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly mtimeMs: number
  /** Why it can't be opened; null for one that can. */
  readonly problem: ProblemNotice | null
  /** The layers beside it, gold ones too, by annotator. */
  readonly layers: readonly FoundLayer[]
}

/** Layers, and perhaps facts, of an article that isn't there. */
export interface Orphan {
  /** Where the article was, inside the workspace, with `/`. */
  readonly path: string
  readonly layers: readonly FoundLayer[]
  readonly hasFacts: boolean
}

/** Whether a name in a folder is none of a list's business: hidden things (`.stet`, drafts) and the project file. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === PROJECT_FILE
}

/** What one folder holds, kept name by name, so that a single change needs no look at the rest. */
export class Listing {
  /** Inside the workspace, with `/`; '' for the workspace itself. */
  readonly folder: string
  readonly #entries = new Map<string, Entry>()
  /** Sidecars by article and annotator; facts stand under `article`. */
  readonly #sidecars = new Map<string, Map<string, FoundLayer>>()

  constructor(folder: string, entries: Iterable<readonly [string, Entry]> = []) {
    this.folder = folder
    for (const [name, entry] of entries) this.set(name, entry)
  }

  /** Notes what stands under a name; null for nothing. Gives the name of the article that this concerns, or null where it changes nothing. */
  set(name: string, entry: Entry | null): string | null {
    const sidecar = parseSidecarName(name)
    if (sidecar && entry?.kind !== 'folder' && entry?.kind !== 'other') {
      return this.#setSidecar(sidecar.article, sidecar.annotator, entry) ? sidecar.article : null
    }
    if (sidecar) this.#setSidecar(sidecar.article, sidecar.annotator, null)
    const was = this.#entries.get(name) ?? null
    if (isAlike(was, entry)) return null
    if (entry) this.#entries.set(name, entry)
    else this.#entries.delete(name)
    return name
  }

  article(name: string): FoundArticle | null {
    const entry = this.#entries.get(name)
    if (!entry || entry.kind === 'folder') return null
    const place = { path: this.#pathOf(name), layers: this.#layersOf(name) }
    if (entry.kind === 'other') return { ...place, bytes: 0, mtimeMs: 0, problem: entry.problem }
    const { bytes, mtimeMs } = entry
    return { ...place, bytes, mtimeMs, problem: refusal(name, bytes) }
  }

  *articles(): Iterable<FoundArticle> {
    for (const name of this.#entries.keys()) {
      const article = this.article(name)
      if (article) yield article
    }
  }

  *orphans(): Iterable<Orphan> {
    for (const [name, sidecars] of this.#sidecars) {
      if (this.#entries.get(name)?.kind === 'file') continue
      const layers = this.#layersOf(name)
      if (layers.length > 0) yield { path: this.#pathOf(name), layers, hasFacts: sidecars.has(FACTS) }
    }
  }

  /** The folders in this one, inside the workspace, with `/`. */
  subfolders(): string[] {
    return [...this.#entries].flatMap(([name, { kind }]) => (kind === 'folder' ? [this.#pathOf(name)] : []))
  }

  /** Every name that is here, also that of an article of which only layers are left. */
  names(): string[] {
    return [...new Set([...this.#entries.keys(), ...this.#sidecars.keys()])]
  }

  /** The names of all files and folders here, those of sidecars too. */
  namesOnDisk(): string[] {
    const sidecars = [...this.#sidecars].flatMap(([article, by]) =>
      [...by.keys()].map(annotator => `${article}.${annotator}.stet.json`),
    )
    return [...this.#entries.keys(), ...sidecars]
  }

  hasFacts(name: string): boolean {
    return this.facts(name) !== null
  }

  /** The file of an article's facts. */
  facts(name: string): FoundLayer | null {
    return this.#sidecars.get(name)?.get(FACTS) ?? null
  }

  #setSidecar(article: string, annotator: string, entry: Extract<Entry, { kind: 'file' }> | null): boolean {
    const beside = this.#sidecars.get(article) ?? new Map<string, FoundLayer>()
    const was = beside.get(annotator)
    if (was?.bytes === entry?.bytes && was?.mtimeMs === entry?.mtimeMs) return false
    if (entry) beside.set(annotator, { annotator, bytes: entry.bytes, mtimeMs: entry.mtimeMs })
    else beside.delete(annotator)
    if (beside.size > 0) this.#sidecars.set(article, beside)
    else this.#sidecars.delete(article)
    return true
  }

  #layersOf(name: string): FoundLayer[] {
    const layers = [...(this.#sidecars.get(name)?.values() ?? [])].filter(({ annotator }) => annotator !== FACTS)
    return layers.sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
  }

  #pathOf(name: string): string {
    return this.folder === '' ? name : `${this.folder}/${name}`
  }
}

function refusal(name: string, bytes: number): ProblemNotice | null {
  if (!hasReader(name)) return { kind: 'no-reader', detail: '' }
  return bytes > MAX_ARTICLE_BYTES ? { kind: 'too-large', detail: `${bytes} bytes.` } : null
}

function isAlike(one: Entry | null, other: Entry | null): boolean {
  if (one?.kind !== other?.kind) return false
  if (one?.kind === 'file' && other?.kind === 'file') return one.bytes === other.bytes && one.mtimeMs === other.mtimeMs
  if (one?.kind === 'other' && other?.kind === 'other') return one.problem.detail === other.problem.detail
  return true
}
