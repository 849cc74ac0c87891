import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { FoundCases } from '../../shared/review/found.ts'
import type { Ask } from './ask.ts'

interface Listening {
  readonly take: (found: readonly FoundCases[], progress: { readonly done: number; readonly total: number }) => void
  heard: number
  /** How many differences there are, once that is known. */
  most: number
  readonly allHeard: () => void
}

/**
 * Compares layers, and hears the differences that are found. Answers and events
 * come to a window on ways of their own: a run is over once all that its answer
 * counts has been heard. What all agree on isn't to be among what is asked for.
 */
export function makeHearingCases(ask: Ask) {
  const listening = new Map<string, Listening>()
  return {
    /** Resolves to the answer once every difference that it counts has been taken, or nobody listens any more. Throws what the call throws. */
    async run(input: Input<'review.run'>, take: Listening['take']): Promise<Output<'review.run'>> {
      let allHeard = () => {}
      const isAllHeard = new Promise<void>(resolve => {
        allHeard = resolve
      })
      const mine: Listening = { take, heard: 0, most: Number.POSITIVE_INFINITY, allHeard }
      listening.set(input.name, mine)
      try {
        const answer = await ask('review.run', input)
        const counted = answer.counts.filter(({ kind }) => kind !== 'same')
        mine.most = counted.reduce((sum, { open, decided, stale }) => sum + open + decided + stale, 0)
        const isTold = answer.isComplete && !answer.isCut
        if (isTold && mine.heard < mine.most && listening.get(input.name) === mine) await isAllHeard
        return answer
      } finally {
        if (listening.get(input.name) === mine) listening.delete(input.name)
      }
    },
    /** Listens no more to a run. */
    leave(name: string): void {
      listening.get(name)?.allHeard()
      listening.delete(name)
    },
    heard({ name, found, done, total }: EventOf<'review.found'>): void {
      const mine = listening.get(name)
      if (!mine) return
      const cases = JSON.parse(found) as FoundCases[]
      for (const one of cases) mine.heard += one.cases.length
      mine.take(cases, { done, total })
      if (mine.heard >= mine.most) mine.allHeard()
    },
  }
}
