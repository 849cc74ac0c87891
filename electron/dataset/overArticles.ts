import type { DatasetSource, NotTaken } from '../work/datasetArticle.ts'

/** So many articles one worker goes through alone: of a few all are done before another has started. */
const FEW = 16

/** What goes through articles: two workers take turns. */
export interface OverArticles<T> {
  readonly sources: () => AsyncGenerator<DatasetSource | NotTaken>
  readonly make: (source: DatasetSource, lane: 'foreground' | 'background') => Promise<T>
  readonly unread: (source: NotTaken) => T
  readonly told: (done: number, of: number) => void
  readonly of: number
}

/** What `make` makes of each article, in no order: each of a workbench's workers takes the next article as soon as it is done with one. */
export async function overArticles<T>({ sources, make, unread, told, of }: OverArticles<T>): Promise<T[]> {
  const made: T[] = []
  const coming = sources()
  const work = async (lane: 'foreground' | 'background') => {
    for (let next = await coming.next(); !next.done; next = await coming.next()) {
      made.push('why' in next.value ? unread(next.value) : await make(next.value, lane))
      told(made.length, of)
    }
  }
  await Promise.all([work('foreground'), ...(of > FEW ? [work('background')] : [])])
  return made
}
