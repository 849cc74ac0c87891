import { isArchiveName } from '../../shared/archives/extensions.ts'
import { hasReader } from '../../shared/importers/extensions.ts'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import { type CopyMaker, parseConflictCopy, parseLayerCopy } from '../../shared/merging/conflictCopy.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { FACTS, parseSidecarName } from '../../shared/sidecar/names.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import { isRestOfPage } from './savedPage.ts'

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

/** A copy that a sync service made of a layer, of facts or of the project, because it was changed in two places. */
export interface FoundCopy {
  /** The file's name, in the article's folder, or the project's. */
  readonly name: string
  /** Whose layer; `article` for facts, '' for the project. */
  readonly annotator: string
  readonly by: CopyMaker
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
  /** The file of its facts; null where there is none. */
  readonly facts: Pick<FoundLayer, 'bytes' | 'mtimeMs'> | null
  /** What sync services left of those, and of its facts, by name. */
  readonly copies: readonly FoundCopy[]
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

/** Which article's a file beside it is: a sidecar, facts, or a copy of one of them; its own name for any other file. */
export function articleOf(name: string): string {
  return (parseSidecarName(name) ?? parseLayerCopy(name))?.article ?? name
}

const noCopies: readonly FoundCopy[] = []

/** What one folder holds, kept name by name, so that a single change needs no look at the rest. */
export class Listing {
  /** Inside the workspace, with `/`; '' for the workspace itself. */
  readonly folder: string
  readonly #entries = new Map<string, Entry>()
  /** Sidecars by article and annotator; facts stand under `article`. */
  readonly #sidecars = new Map<string, Map<string, FoundLayer>>()
  /** Copies of sidecars by article, then by name. */
  readonly #copies = new Map<string, Map<string, FoundCopy>>()
  /** Copies of the project file by name. */
  readonly #projectCopies = new Map<string, FoundCopy>()

  constructor(folder: string, entries: Iterable<readonly [string, Entry]> = []) {
    this.folder = folder
    for (const [name, entry] of entries) this.set(name, entry)
  }

  /** Notes what stands under a name; null for nothing. Gives the name of the article that this concerns, or null where it changes nothing. */
  set(name: string, entry: Entry | null): string | null {
    const copy = parseConflictCopy(name)
    if (copy?.of === PROJECT_FILE && this.folder === '') {
      if (entry?.kind === 'file') {
        const { bytes, mtimeMs } = entry
        this.#projectCopies.set(name, { name, annotator: '', by: copy.by, bytes, mtimeMs })
      } else this.#projectCopies.delete(name)
      if (entry?.kind === 'file' || entry === null) return null
    }
    const layerCopy = copy && parseLayerCopy(name)
    if (layerCopy && entry?.kind !== 'folder' && entry?.kind !== 'other')
      return this.#setCopy(name, layerCopy, entry) ? layerCopy.article : null
    const sidecar = parseSidecarName(name)
    if (sidecar && entry?.kind !== 'folder' && entry?.kind !== 'other') {
      return this.#setSidecar(sidecar.article, sidecar.annotator, entry) ? sidecar.article : null
    }
    if (layerCopy) this.#setCopy(name, layerCopy, null)
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
    const place = {
      ...{ path: this.#pathOf(name), layers: this.#layersOf(name) },
      ...{ facts: this.facts(name), copies: this.#copiesOf(name) },
    }
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

  /** The articles that have facts, and those that only facts remember. */
  *withFacts(): Iterable<{ readonly path: string; readonly isThere: boolean }> {
    for (const [name, sidecars] of this.#sidecars)
      if (sidecars.has(FACTS)) yield { path: this.#pathOf(name), isThere: this.#entries.get(name)?.kind === 'file' }
  }

  /** The folders in this one that may have articles, inside the workspace, with `/`. */
  subfolders(): string[] {
    const isFile = (name: string) => this.#entries.get(name)?.kind === 'file'
    return [...this.#entries].flatMap(([name, { kind }]) =>
      kind === 'folder' && !isRestOfPage(name, isFile) ? [this.#pathOf(name)] : [],
    )
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
    const copies = [...this.#copies.values()].flatMap(byName => [...byName.keys()])
    return [...this.#entries.keys(), ...sidecars, ...copies, ...this.#projectCopies.keys()]
  }

  /** What sync services left of a project file here, by name. */
  projectCopies(): FoundCopy[] {
    return sortedByName(this.#projectCopies.values())
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

  #setCopy(
    name: string,
    { article, annotator, by }: { article: string; annotator: string; by: CopyMaker },
    entry: Extract<Entry, { kind: 'file' }> | null,
  ): boolean {
    const beside = this.#copies.get(article) ?? new Map<string, FoundCopy>()
    const was = beside.get(name)
    if (was?.bytes === entry?.bytes && was?.mtimeMs === entry?.mtimeMs) return false
    if (entry) beside.set(name, { name, annotator, by, bytes: entry.bytes, mtimeMs: entry.mtimeMs })
    else beside.delete(name)
    if (beside.size > 0) this.#copies.set(article, beside)
    else this.#copies.delete(article)
    return true
  }

  #copiesOf(name: string): readonly FoundCopy[] {
    const copies = this.#copies.get(name)
    return copies ? sortedByName(copies.values()) : noCopies
  }

  #layersOf(name: string): FoundLayer[] {
    const layers = [...(this.#sidecars.get(name)?.values() ?? [])].filter(({ annotator }) => annotator !== FACTS)
    return layers.sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
  }

  #pathOf(name: string): string {
    return this.folder === '' ? name : `${this.folder}/${name}`
  }
}

function sortedByName(copies: Iterable<FoundCopy>): FoundCopy[] {
  return [...copies].sort((one, other) => (one.name < other.name ? -1 : 1))
}

function refusal(name: string, bytes: number): ProblemNotice | null {
  if (!hasReader(name)) return { kind: isArchiveName(name) ? 'many-articles' : 'no-reader', detail: '' }
  return bytes > MAX_ARTICLE_BYTES ? { kind: 'too-large', detail: `${bytes} bytes.` } : null
}

function isAlike(one: Entry | null, other: Entry | null): boolean {
  if (one?.kind !== other?.kind) return false
  if (one?.kind === 'file' && other?.kind === 'file') return one.bytes === other.bytes && one.mtimeMs === other.mtimeMs
  if (one?.kind === 'other' && other?.kind === 'other') return one.problem.detail === other.problem.detail
  return true
}
