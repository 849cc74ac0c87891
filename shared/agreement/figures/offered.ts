import type { Attribute, Codebook } from '../../codebook/codebook.ts'
import { isOffered } from '../../codebook/offered.ts'
import type { Value } from '../coefficients/ratings.ts'
import { NOTHING } from '../ratingsOfUnits.ts'

/** What is known of a codebook's question: its kind says at which levels answers are measured, its choices what could be answered. */
export type Question = Pick<Attribute, 'id' | 'tag' | 'kind'> & {
  readonly choices: readonly (Pick<Attribute['choices'][number], 'id' | 'label'> &
    Partial<Pick<Attribute['choices'][number], 'mergedInto' | 'retired'>>)[]
}

/**
 * What annotators could choose from, whether anybody did or not: measures by which chance is a matter of how many
 * categories there are (Bennett's S, Gwet's AC1 and AC2) count it.
 */
export interface Offered {
  readonly questions: readonly Question[]
  /** Ids of the tags that a unit could have been given. */
  readonly tags: readonly string[]
}

/** What a codebook offers; of its tags, with `asked`, those that are looked at alone. What it doesn't offer isn't made a choice by being asked for. */
export function offeredBy(
  { tags, attributes }: Pick<Codebook, 'tags' | 'attributes'>,
  asked: readonly string[] | null,
): Offered {
  const offered = tags.filter(isOffered).map(({ id }) => id)
  return { questions: attributes, tags: asked === null ? offered : offered.filter(id => asked.includes(id)) }
}

/**
 * The answers that a question offers, as they are rated, with leaving it open, which anybody can, whether anybody did or not;
 * none where anything can be answered, or there are as many answers as sets of choices.
 */
export function answersOffered(question: Question | undefined): readonly Value[] {
  const offered = choicesOffered(question)
  return offered.length > 0 ? [...offered, NOTHING] : []
}

function choicesOffered(question: Question | undefined): readonly Value[] {
  if (question?.kind === 'yes-no') return ['true', 'false']
  return question?.kind === 'choice' ? question.choices.filter(isOffered).map(({ id }) => id) : []
}
