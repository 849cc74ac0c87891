import type { DatasetHead } from '../../shared/dataset/dataset.ts'
import { type Listed, Listing } from '../../shared/dataset/listed.ts'
import { MAX_LOSSES_LISTED } from '../../shared/limits.ts'
import type { DatasetSource, NotTaken } from '../work/datasetArticle.ts'
import type { WeighedWhole } from '../work/weighTasks.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import { aheadOf } from './aheadOf.ts'
import { ofArticle, sourcesOf } from './articleSource.ts'
import type { ExportAsked, ExportGround } from './exportDataset.ts'

/** What an export would write, what it would leave out or change, and what else could be chosen. */
export interface Weighed extends WeighedWhole {
  /** Annotations without a place in the text, files that can't be read, and those that lack what a history has. */
  readonly notTaken: Readonly<Record<NotTaken['why'], Listed<NotTaken>>>
}

/**
 * Says what `exportDataset` would do with the same articles, head and choices:
 * everything is read, fitted and made, and nothing written. Memory holds one
 * article at a time, numbers, what the format itself keeps, and of each list
 * the first `MAX_LOSSES_LISTED`. The bench weighs or writes one dataset at a
 * time.
 *
 * Throws the Problem that would prevent it, and an `AbortError` when it is
 * stopped.
 */
export async function weighExport(
  articles: readonly FoundArticle[],
  head: DatasetHead,
  asked: Omit<ExportAsked, 'out'>,
  ground: Omit<ExportGround, 'outFence'>,
): Promise<Weighed> {
  const { format, choices, selection, split } = asked
  const { disk, fence, bench, told, signal } = ground
  const weigh = (source: DatasetSource) =>
    bench.run('weigh', { source, split: split?.(source.path) ?? null }, { signal })
  const lists: Readonly<Record<NotTaken['why'], Listing<NotTaken>>> = {
    unplaced: new Listing(MAX_LOSSES_LISTED),
    problem: new Listing(MAX_LOSSES_LISTED),
    'only-in-history': new Listing(MAX_LOSSES_LISTED),
  }
  const missed = (some: readonly NotTaken[]) => {
    for (const one of some) lists[one.why].add(() => one)
  }
  await bench.run('beginWeigh', { format, head, choices, selection }, { signal })
  missed(await aheadOf(articles, asked, ground))
  let done = 0
  for await (const source of sourcesOf(disk, fence, articles)) {
    signal?.throwIfAborted()
    missed('why' in source ? [source] : await ofArticle(source.path, weigh(source)))
    told?.(++done, articles.length)
  }
  const whole = await bench.run('endWeigh', null, { signal })
  return {
    ...whole,
    notTaken: {
      unplaced: lists.unplaced.soFar,
      problem: lists.problem.soFar,
      'only-in-history': lists['only-in-history'].soFar,
    },
  }
}
