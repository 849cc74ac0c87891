import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { Hit } from '../../shared/search/hit.ts'
import type { Ask } from './ask.ts'

/** How far a search is, in articles. */
export type SearchProgress = Pick<EventOf<'search.found'>, 'done' | 'total'>

interface Listening {
  readonly take: (hits: readonly Hit[], progress: SearchProgress) => void
  heard: number
  /** How many hits there are, once that is known. */
  most: number
  readonly allHeard: () => void
}

/**
 * Searches, and hears what they find. Answers and events come to a window on
 * ways of their own, so that hits may come after the answer that counts them:
 * a search is over once all of them have been heard.
 */
export function makeHearing(ask: Ask) {
  const listening = new Map<string, Listening>()

  return {
    /** Resolves to the answer once every hit that it counts has been taken, or nobody listens any more. Throws what the call throws. */
    async search(input: Input<'search.run'>, take: Listening['take']): Promise<Output<'search.run'>> {
      let allHeard = () => {}
      const isAllHeard = new Promise<void>(resolve => {
        allHeard = resolve
      })
      const mine: Listening = { take, heard: 0, most: Number.POSITIVE_INFINITY, allHeard }
      listening.set(input.name, mine)
      try {
        const answer = await ask('search.run', input)
        mine.most = answer.hits
        if (mine.heard < mine.most && listening.get(input.name) === mine) await isAllHeard
        return answer
      } finally {
        if (listening.get(input.name) === mine) listening.delete(input.name)
      }
    },
    /** Listens no more to a search. False where nobody did. */
    leave(name: string): boolean {
      listening.get(name)?.allHeard()
      return listening.delete(name)
    },
    heard({ name, hits, done, total }: EventOf<'search.found'>): void {
      const mine = listening.get(name)
      if (!mine) return
      const found = JSON.parse(hits) as Hit[]
      mine.heard += found.length
      mine.take(found, { done, total })
      if (mine.heard >= mine.most) mine.allHeard()
    },
  }
}
