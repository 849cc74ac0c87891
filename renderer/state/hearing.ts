import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { Hit } from '../../shared/search/hit.ts'
import type { Ask } from './ask.ts'
import { makeUntilHeard } from './untilHeard.ts'

/** How far a search is, in articles. */
export type SearchProgress = Pick<EventOf<'search.found'>, 'done' | 'total'>

/** Searches, and hears what they find (`makeUntilHeard`). */
export function makeHearing(ask: Ask) {
  const { run, leave, heard } = makeUntilHeard<readonly Hit[], SearchProgress>()
  return {
    /** Resolves to the answer once every hit that it counts has been taken, or nobody listens any more. Throws what the call throws. */
    search(
      input: Input<'search.run'>,
      take: (hits: readonly Hit[], progress: SearchProgress) => void,
    ): Promise<Output<'search.run'>> {
      return run(
        input.name,
        () => ask('search.run', input),
        ({ hits }) => hits,
        take,
      )
    },
    leave,
    heard({ name, hits, done, total }: EventOf<'search.found'>): void {
      const read = () => {
        const found = JSON.parse(hits) as Hit[]
        return { found, count: found.length }
      }
      heard(name, read, { done, total })
    },
  }
}
