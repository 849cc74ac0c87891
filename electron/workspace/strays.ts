import { basename, dirname, join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle, FoundLayer, Orphan } from './listing.ts'

/** An offer: the layers of an article that is gone may follow an article of the same bytes. */
export interface StrayOffer {
  /** Where the article was, and where it seems to be. Paths inside the workspace, with `/`. */
  readonly was: string
  readonly is: string
  readonly annotators: readonly string[]
  /** Whether the facts of the article would follow too. */
  readonly facts: boolean
}

export interface StrayParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
}

/** An article in the workspace, with the hash of its bytes. */
export interface Candidate {
  readonly found: FoundArticle
  readonly sha256: string
  readonly hasFacts: boolean
}

/**
 * Finds which articles the layers of articles that are gone were made on. A
 * sidecar is read once, and again only when it changes.
 */
export class StrayFinder {
  readonly #parts: StrayParts
  /** By sidecar and state: the hash of the article it was made on, or null where it can't be read. */
  readonly #hashes = new Map<string, string | null>()

  constructor(parts: StrayParts) {
    this.#parts = parts
  }

  /**
   * Every offer there is. Where several articles have the same bytes, each is
   * an offer of its own: which one is meant, only a person can say.
   */
  async offers(orphans: readonly Orphan[], candidates: Iterable<Candidate>): Promise<StrayOffer[]> {
    if (orphans.length === 0) return []
    const byHash = grouped(candidates)
    const offers: StrayOffer[] = []
    for (const orphan of orphans) offers.push(...(await this.#offersFor(orphan, byHash)))
    return offers
  }

  async #offersFor(orphan: Orphan, byHash: ReadonlyMap<string, readonly Candidate[]>): Promise<StrayOffer[]> {
    const annotators = new Map<Candidate, string[]>()
    for (const layer of orphan.layers) {
      const sha256 = await this.#hashOf(orphan.path, layer)
      for (const candidate of (sha256 && byHash.get(sha256)) || []) {
        if (candidate.found.layers.some(({ annotator }) => annotator === layer.annotator)) continue
        annotators.set(candidate, [...(annotators.get(candidate) ?? []), layer.annotator])
      }
    }
    return [...annotators].map(([{ found, hasFacts }, who]) => ({
      was: orphan.path,
      is: found.path,
      annotators: who,
      facts: orphan.hasFacts && !hasFacts,
    }))
  }

  async #hashOf(article: string, layer: FoundLayer): Promise<string | null> {
    const path = sidecarName(article, layer.annotator)
    const key = `${layer.bytes} ${layer.mtimeMs} ${path}`
    const known = this.#hashes.get(key)
    if (known !== undefined) return known
    const hash = await this.#readHash(path).catch(unlessProblem)
    this.#hashes.set(key, hash)
    return hash
  }

  async #readHash(path: string): Promise<string> {
    const { disk, fence, workbench } = this.#parts
    const bytes = await readBounded(disk, join(fence.root, ...path.split('/')), MAX_SIDECAR_BYTES, fence)
    return (await workbench.run('sidecarArticle', { bytes }, { lane: 'background' })).sha256
  }
}

/**
 * What follows an article and an annotator in the names of the layer's
 * histories: a device's name, never another annotator's. Those that were set
 * aside as damaged belong to it too, and so does a damaged sidecar.
 */
const isOfLayer = /^[^.]+\.ndjson(\.damaged-\d+)?$|^stet\.json\.[0-9a-f]*\.damaged$/

/** Where each file of an offer goes, inside the workspace: histories first and sidecars last, for it is those that make the offer. */
export async function movesOf(
  disk: Disk,
  fence: Fence,
  { was, is, annotators, facts }: StrayOffer,
): Promise<[string, string][]> {
  const who = facts ? [...annotators, 'article'] : annotators
  const names = await disk.readdir(join(fence.root, '.stet', 'history', ...dirname(was).split('/'))).catch(noFolder)
  const histories = who.flatMap(annotator => {
    const beginning = `${basename(was)}.${annotator}.`
    return names.filter(name => name.startsWith(beginning) && isOfLayer.test(name.slice(beginning.length)))
  })
  const moves = histories.map((name): [string, string] => [
    join('.stet', 'history', dirname(was), name),
    join('.stet', 'history', dirname(is), `${basename(is)}${name.slice(basename(was).length)}`),
  ])
  if (facts) moves.push([sidecarName(was, 'article'), sidecarName(is, 'article')])
  for (const annotator of annotators) moves.push([sidecarName(was, annotator), sidecarName(is, annotator)])
  return moves
}

function grouped(candidates: Iterable<Candidate>): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.sha256)
    if (group) group.push(candidate)
    else groups.set(candidate.sha256, [candidate])
  }
  return groups
}

function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
