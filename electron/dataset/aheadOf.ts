import { isInShard } from '../../shared/dataset/splits/shard.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import type { ExportAsked, ExportGround } from './exportDataset.ts'

/**
 * What of an export's layers, and of its articles' facts, only histories have: a
 * layer that has no file yet, too. An export takes what is in the files.
 */
export async function aheadOf(
  articles: readonly FoundArticle[],
  { layers, selection, shard, articles: chosen }: Omit<ExportAsked, 'out'>,
  { bench, fence, signal }: Pick<ExportGround, 'bench' | 'fence' | 'signal'>,
): Promise<NotTaken[]> {
  const found = await bench.run('historiesAhead', { root: fence.root }, { signal })
  const taken = new Set(articles.map(({ path }) => path))
  const isWanted = (path: string) => (chosen?.has(path) ?? true) && (shard === null || isInShard(path, shard))
  return found.flatMap(({ path, annotator }) => {
    const concerns = annotator === null ? taken.has(path) : isWanted(path) && (layers?.includes(annotator) ?? true)
    if (!concerns) return []
    const { aliases } = selection
    // Nobody's id stands in what is told of an anonymous dataset.
    const named = aliases === null || annotator === null ? annotator : (aliases[annotator] ?? null)
    return [{ path, annotator: named, id: '', why: 'only-in-history' as const, problem: null }]
  })
}
