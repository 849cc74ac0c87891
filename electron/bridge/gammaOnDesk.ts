import { type GammaReport, gammaOf } from '../../shared/agreement/gamma/articleGamma.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Merged } from '../../shared/project/merged.ts'
import { sourcesOf } from '../dataset/articleSource.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { overArticles } from '../dataset/overArticles.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { GAMMA_DEADLINE_MS, gammaPrecision } from '../work/gammaArticle.ts'
import type { FoundArticle } from '../workspace/listing.ts'

interface Parts {
  readonly disk: Disk
  readonly fence: Fence
  readonly startBench: () => DatasetBench
  readonly told: (done: number, of: number) => void
}

/** γ of a workspace, in workers of its own that end with it: whatever else is asked meanwhile doesn't wait for it. */
export class GammaOnDesk {
  readonly #parts: Parts
  #stop = new AbortController()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** γ of these articles, of some tags (null: all), what was `merged` being one, with how many couldn't be measured; null where it was stopped, as by the next one. */
  async measure(
    articles: readonly FoundArticle[],
    tags: readonly string[] | null,
    merged: Merged,
  ): Promise<{ readonly report: GammaReport; readonly unread: number } | null> {
    this.stop()
    const stop = new AbortController()
    this.#stop = stop
    const { disk, fence, startBench, told } = this.#parts
    const bench = startBench()
    const asked = { tags, pairs: true, merged, precision: gammaPrecision(articles.length), seed: 1 }
    try {
      const made = await overArticles({
        sources: () => sourcesOf(disk, fence, articles),
        make: (source, lane) =>
          bench
            .run('gammaArticle', { source, ...asked }, { lane, deadlineMs: GAMMA_DEADLINE_MS, signal: stop.signal })
            .catch(orUnread),
        unread: () => null,
        told: (done, of) => !stop.signal.aborted && told(done, of),
        of: articles.length,
      })
      if (stop.signal.aborted) return null
      const known = made.flatMap(one => one ?? [])
      return { report: gammaOf(known), unread: articles.length - known.length }
    } catch (error) {
      if (stop.signal.aborted) return null
      throw error
    } finally {
      await bench.close()
    }
  }

  stop(): void {
    this.#stop.abort()
  }
}

/** An article that can't be read, or takes too long, is left out and counted. */
function orUnread(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
