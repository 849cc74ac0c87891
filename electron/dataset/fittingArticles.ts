import { makeArticleFilter } from '../../shared/search/articleFilter.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import { ofArticle, sourcesOf } from './articleSource.ts'
import type { ExportGround } from './exportDataset.ts'

/** The articles that fit a filter, by their paths, and what of the others can't be read: whether it fits isn't known. */
export interface Fitting {
  readonly paths: ReadonlySet<string>
  readonly unread: readonly NotTaken[]
}

/** Looks which articles fit a filter: of several layers the status of any may. One that can't be read fits by its path alone. */
export async function fittingArticles(
  articles: readonly FoundArticle[],
  filter: string,
  { disk, fence, bench, told, signal }: Omit<ExportGround, 'outFence'>,
): Promise<Fitting> {
  const fits = makeArticleFilter(filter)
  const paths = new Set<string>()
  const unread: NotTaken[] = []
  let done = 0
  for await (const source of sourcesOf(disk, fence, articles)) {
    signal?.throwIfAborted()
    const { path } = source
    const { known, notTaken } =
      'why' in source
        ? { known: [null], notTaken: [source] }
        : await ofArticle(path, bench.run('known', source, { signal }))
    if (known.some(known => fits({ path, known }))) paths.add(path)
    else unread.push(...notTaken)
    told?.(++done, articles.length)
  }
  return { paths, unread }
}
