import { familiesOf } from '../../shared/dataset/splits/nearDuplicates.ts'
import type { Part } from '../../shared/dataset/splits/shares.ts'
import type { Signature } from '../../shared/dataset/splits/signature.ts'
import type { SplitArticle } from '../../shared/dataset/splits/splitArticle.ts'
import { reportSplit, type SplitReport } from '../../shared/dataset/splits/splitReport.ts'
import { splitArticles } from '../../shared/dataset/splits/splits.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import { sourcesOf } from './articleSource.ts'
import type { ExportAsked, ExportGround } from './exportDataset.ts'

/** Into which parts articles are put, and how they are drawn. */
export interface SplitAsked {
  readonly parts: readonly Part[]
  readonly seed: number
  /** From which resemblance on two articles are a family: 0 to 1. */
  readonly threshold: number
  /** A split that was made before, of these articles or some of them, by path: they keep their parts, see `splitArticles`. */
  readonly earlier?: ReadonlyMap<string, string>
}

/** A split with how it came out. `crowded` articles were compared less closely; see `Families`. */
export interface Split {
  readonly asked: SplitAsked
  readonly partOf: ReadonlyMap<string, string>
  readonly report: SplitReport
  readonly crowded: number
  /** What became of the earlier split; null where there was none. */
  readonly earlier: EarlierKept | null
}

/** How much of an earlier split is kept. */
export interface EarlierKept {
  /** Articles that are in the part that they were in. */
  readonly kept: number
  /** Articles that aren't in this dataset, or can't be read. */
  readonly gone: number
  /** Articles that are in another part now, since those that resemble them were in several, sorted by path. */
  readonly moved: readonly { readonly path: string; readonly from: string; readonly to: string }[]
}

/**
 * Puts articles into parts, such that near-duplicates stay together. They must
 * be all that the dataset has: of a dataset in shards those of every shard, so
 * that every process finds the same. An article that can't be read is in none.
 */
export async function splitDataset(
  articles: readonly FoundArticle[],
  { selection }: Pick<ExportAsked, 'selection'>,
  asked: SplitAsked,
  { disk, fence, bench, told, signal }: Omit<ExportGround, 'outFence'>,
): Promise<Split> {
  const signatures = new Map<string, Signature>()
  const surveyed: Omit<SplitArticle, 'family'>[] = []
  let done = 0
  for await (const source of sourcesOf(disk, fence, articles)) {
    signal?.throwIfAborted()
    const found = 'why' in source ? null : await bench.run('survey', { source, selection }, { signal })
    told?.(++done, articles.length)
    if (!found) continue
    signatures.set(source.path, found.signature)
    surveyed.push(found.article)
  }
  const { familyOf, crowded } = familiesOf(signatures, asked.threshold)
  const all = surveyed.map(one => ({ ...one, family: familyOf.get(one.path)! }))
  const partOf = splitArticles(all, asked)
  const report = reportSplit(all, asked.parts, partOf, asked.earlier)
  return { asked, partOf, report, crowded, earlier: asked.earlier ? keptOf(asked.earlier, partOf, report) : null }
}

function keptOf(
  earlier: ReadonlyMap<string, string>,
  partOf: ReadonlyMap<string, string>,
  { moved }: SplitReport,
): EarlierKept {
  const there = [...earlier.keys()].filter(path => partOf.has(path)).length
  return {
    kept: there - moved.length,
    gone: earlier.size - there,
    moved: moved.map(path => ({ path, from: earlier.get(path)!, to: partOf.get(path)! })),
  }
}
