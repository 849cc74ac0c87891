import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { FoundCases } from '../../shared/review/found.ts'
import type { Ask } from './ask.ts'
import { makeUntilHeard } from './untilHeard.ts'

type Progress = Pick<EventOf<'review.found'>, 'done' | 'total'>

/** Compares layers, and hears the differences that are found (`makeUntilHeard`). What all agree on isn't to be among what is asked for. */
export function makeHearingCases(ask: Ask) {
  const { run, leave, heard } = makeUntilHeard<readonly FoundCases[], Progress>()
  return {
    /** Resolves to the answer once every difference that it counts has been taken, or nobody listens any more. Throws what the call throws. */
    run(
      input: Input<'review.run'>,
      take: (found: readonly FoundCases[], progress: Progress) => void,
    ): Promise<Output<'review.run'>> {
      return run(input.name, () => ask('review.run', input), countOf, take)
    },
    leave,
    heard({ name, found, done, total }: EventOf<'review.found'>): void {
      const read = () => {
        const cases = JSON.parse(found) as FoundCases[]
        return { found: cases, count: cases.reduce((sum, one) => sum + one.cases.length, 0) }
      }
      heard(name, read, { done, total })
    },
  }
}

/** How many differences an answer says have been told; null where it was ended before, or more were found than are told. */
function countOf({ counts, isComplete, isCut }: Output<'review.run'>): number | null {
  if (!isComplete || isCut) return null
  const differing = counts.filter(({ kind }) => kind !== 'same')
  return differing.reduce((sum, { open, decided, stale }) => sum + open + decided + stale, 0)
}
