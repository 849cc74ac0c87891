import type { DatasetAnnotation } from '../dataset/dataset.ts'
import type { RatedRow } from './articleAgreement.ts'
import type { Value } from './coefficients/ratings.ts'
import type { MatchedUnit } from './matchedUnits.ts'
import { NOTHING, RatingsTally } from './ratingsOfUnits.ts'
import { setText } from './tokenTags.ts'

/** By tag, by question, both sorted: rows of ratings. */
export type Answers = Readonly<Record<string, Readonly<Record<string, readonly RatedRow[]>>>>

/**
 * How questions were answered: a row for each matched unit that two annotators
 * or more gave the same tag, of a question that one of them answered. Who left it
 * open rated `NOTHING`; who hasn't the unit with that tag rated nothing at all.
 */
export function answersOf(
  units: readonly MatchedUnit[],
  annotators: readonly string[],
  isAsked: (tag: string) => boolean,
): Answers {
  const tallies = new Map<string, Map<string, RatingsTally>>()
  for (const unit of units)
    for (const [tag, having] of byTag(unit)) {
      if (having.size < 2 || !isAsked(tag)) continue
      const known = tallies.get(tag) ?? new Map<string, RatingsTally>()
      tallies.set(tag, known)
      for (const question of new Set([...having.values()].flatMap(one => Object.keys(one.attributes)))) {
        const tally = known.get(question) ?? new RatingsTally(annotators)
        known.set(question, tally)
        tally.add(
          tally.annotators.map(id => {
            const one = having.get(id)
            return one ? ratedAs(one.attributes[question]) : null
          }),
        )
      }
    }
  return sorted(tallies, questions => sorted(questions, tally => tally.rows()))
}

/** An answer as a value: numbers as they are, several as a set (`setText`), no answer as `NOTHING`. */
function ratedAs(answer: DatasetAnnotation['attributes'][string] | undefined): Value {
  if (answer === undefined) return NOTHING
  if (typeof answer === 'string' || typeof answer === 'number') return answer
  if (typeof answer === 'boolean') return String(answer)
  return 'json' in answer ? answer.json : setText(answer)
}

function byTag(unit: MatchedUnit): Map<string, Map<string, DatasetAnnotation>> {
  const tags = new Map<string, Map<string, DatasetAnnotation>>()
  for (const [annotator, { annotation }] of unit) {
    const known = tags.get(annotation.tag) ?? new Map<string, DatasetAnnotation>()
    tags.set(annotation.tag, known.set(annotator, annotation))
  }
  return tags
}

function sorted<T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U): Readonly<Record<string, U>> {
  const entries = [...map].sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)]))
}
