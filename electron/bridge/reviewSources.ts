import { basename, join } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { Sealed } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Keyed } from '../../shared/sidecar/head.ts'
import { factsName, sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { OpenArticle } from '../saving/openArticle.ts'
import type { ReviewSource } from '../work/reviewTasks.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { OpenArticles } from './openArticles.ts'

export interface ReviewSourcesParts {
  /** Which layers aren't shown now, whatever is asked for. */
  sealed(): Sealed
  /** The reviewer as their gold layers know them. */
  inGold(): Promise<Keyed | null>
  /** What this device is called in its histories. */
  readonly device: string
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'found'>
  readonly open: Pick<OpenArticles, 'has' | 'get'>
  readonly disk: Disk
}

/** What of an article can't be compared, and why; null for the article itself. */
export interface Unreadable {
  readonly annotator: string | null
  readonly problem: ProblemNotice
}

/** The files of an article that are compared, and what of them can't be read. */
export interface FoundSource {
  readonly source: ReviewSource | null
  readonly unread: readonly Unreadable[]
  /** How many layers that aren't compared, and are only heard, can't be read. */
  readonly unheard: number
  /** Whether the article has a layer that was asked for and is shown. */
  readonly isAsked: boolean
  /** Whether the article has layers that were asked for and aren't shown now: they are sealed. */
  readonly isSealed: boolean
}

/** Whose layers of an article are compared, by annotator, and with whose decisions. */
export interface Wanted {
  readonly layers: readonly string[]
  /** In whose layer the decisions stand; null for nobody's. */
  readonly reviewer: string | null
  /** The reviewer's own layer. */
  readonly own: string | null
}

/**
 * An article for the worker: the layers of those who are asked for, the reviewer's,
 * and for what is said in them all others that may be seen; as they are in hand where
 * the article is open. The source is null where none of those who are asked for has a
 * layer and nothing has been decided, or the article can't be read.
 */
export async function reviewSource(
  path: string,
  { layers: asked, reviewer, own }: Wanted,
  { workspace, open, disk, sealed, inGold, device }: ReviewSourcesParts,
): Promise<FoundSource> {
  const found = workspace.found(path)
  const article = open.has(path) ? await open.get(path).catch(unlessProblem) : null
  const inHand = article && (await handedOver(article))
  const there = new Set(found?.article.layers.map(({ annotator }) => annotator))
  if (inHand?.bytes) there.add(inHand.annotator)
  const { hides } = sealed()
  const layers = asked.filter(annotator => there.has(annotator) && !hides(path, annotator))
  const isSealed = asked.some(annotator => there.has(annotator) && hides(path, annotator))
  // What was decided on a layer whose file has gone is still decided.
  const missing = asked.filter(annotator => !there.has(annotator))
  const isAsked = layers.length > 0
  const isDecided = missing.length > 0 && reviewer !== null && there.has(reviewer)
  if (!isAsked && !isDecided) return { source: null, unread: [], unheard: 0, isAsked, isSealed }
  const { fence } = workspace
  const file = join(fence.root, ...path.split('/'))
  const unread: Unreadable[] = []
  let unheard = 0
  const isOnlyHeard = (annotator: string | null) =>
    annotator !== null && annotator !== reviewer && !layers.includes(annotator)
  const read = async (place: string, mostBytes: number, annotator: string | null) => {
    const bytes = await readBounded(disk, place, mostBytes, fence).catch(asNotice)
    if (bytes instanceof Uint8Array) return bytes
    if (isOnlyHeard(annotator)) unheard++
    else unread.push({ annotator, problem: bytes })
    return null
  }
  const isReviewers = (annotator: string) => annotator === reviewer || annotator === own
  const wanted = [...there].filter(annotator => isReviewers(annotator) || !hides(path, annotator)).sort()
  const given: ReviewSource['layers'][number][] = []
  for (const annotator of wanted) {
    const isInHand = annotator === inHand?.annotator ? inHand.bytes : null
    const bytes = isInHand ?? (await read(sidecarName(file, annotator), MAX_SIDECAR_BYTES, annotator))
    if (bytes) given.push({ annotator, bytes, isCompared: layers.includes(annotator) })
  }
  const me = reviewer === null || reviewer === inHand?.annotator ? null : await inGold()
  const beyond = me && { root: fence.root, path, device, me }
  const rest = { layers: given, missing, reviewer, beyond }
  if (inHand) return { source: { article: { text: inHand.text }, ...rest }, unread, unheard, isAsked, isSealed }
  const bytes = await read(file, MAX_ARTICLE_BYTES, null)
  const facts = bytes && found?.facts ? await read(factsName(file), MAX_SIDECAR_BYTES, null) : null
  // Without the facts it could be read in another encoding than everybody else's.
  if (!bytes || (found?.facts && !facts)) return { source: null, unread, unheard, isAsked, isSealed }
  return {
    source: { article: { name: basename(path), bytes, facts }, ...rest },
    ...{ unread, unheard, isAsked, isSealed },
  }
}

/** The text that is on the desk, and the person's layer as its file would be; without bytes where they have none. */
export async function handedOver(article: OpenArticle) {
  const { text, layer, annotator } = article.live()
  return { text, annotator, bytes: layer && layer.revision > 0 ? await layer.asFile() : null }
}

function asNotice(error: unknown): ProblemNotice {
  if (error instanceof Problem) return { kind: error.kind, detail: error.detail }
  throw error
}

function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
