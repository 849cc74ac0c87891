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
}

/** A split with how it came out. `crowded` articles were compared less closely; see `Families`. */
export interface Split {
  readonly asked: SplitAsked
  readonly partOf: ReadonlyMap<string, string>
  readonly report: SplitReport
  readonly crowded: number
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
  return { asked, partOf, report: reportSplit(all, asked.parts, partOf), crowded }
}
