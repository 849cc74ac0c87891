import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { isNotice, orNotice } from './notice.ts'
import { sha256Of } from './readArticle.ts'

/** What `stet info` tells of one layer. */
export interface ToldLayer {
  readonly status: Sidecar['status']
  /** Those with a place in the text. */
  readonly annotations: number
  readonly unplaced: number
  /** How many annotations with a place each tag has, by the tag's id, in the order of ids. */
  readonly tags: Readonly<Record<string, number>>
  /** The same of links, by their type. */
  readonly links: Readonly<Record<string, number>>
  readonly formatVersion: number
  readonly revision: number
  /** What the annotator is called. */
  readonly name: string
  readonly codebook: { readonly id: string; readonly version: number; readonly hash: string }
  /** Of the sidecar's bytes. */
  readonly sha256: string
  /** Of the text that its offsets count in. */
  readonly textSha256: string
  readonly created: string
  readonly modified: string
}

/** What a sidecar's bytes say of its layer, or what is wrong with them. */
export async function tellLayer(bytes: Uint8Array): Promise<ToldLayer | { readonly problem: ProblemNotice }> {
  const read = await orNotice(() => readSidecar(bytes))
  if (isNotice(read)) return { problem: read as ProblemNotice }
  const { status, annotations, unplaced, links, formatVersion, revision, annotator, codebook, article, ...said } =
    read as unknown as Sidecar
  return {
    ...{ status, annotations: annotations.length, unplaced: unplaced.length },
    tags: countBy(annotations, ({ tag }) => tag),
    links: countBy(links, ({ type }) => type),
    ...{ formatVersion, revision, name: annotator.name },
    codebook: { id: codebook.id, version: codebook.version, hash: codebook.hash },
    ...{ sha256: sha256Of(bytes), textSha256: article.textSha256, created: said.created, modified: said.modified },
  }
}

/** How many things there are of each word, in the order of the words. */
export function countBy<T>(things: Iterable<T>, wordOf: (thing: T) => string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(wordOf(thing), (counts.get(wordOf(thing)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
}
