import type { Codebook } from './codebook.ts'
import { resolveTag } from './migration.ts'

/** Tags and choices that were merged, with what stands for them now, as data that a worker can be handed. Those that stand for themselves aren't in it. */
export interface MergedTerms {
  readonly tags: ReadonlyMap<string, string>
  /** By `choiceName`. */
  readonly choices: ReadonlyMap<string, string>
}

/** What a codebook says of it. */
export function mergedTerms({ tags, attributes }: Pick<Codebook, 'tags' | 'attributes'>): MergedTerms {
  return {
    tags: standing(tags),
    choices: new Map(
      attributes.flatMap(({ tag, id, choices }) =>
        [...standing(choices)].map(([from, into]): [string, string] => [choiceName(tag, id, from), into]),
      ),
    ),
  }
}

/** What tells a choice from all of other questions. */
export function choiceName(tag: string, question: string, choice: string): string {
  return JSON.stringify([tag, question, choice])
}

function standing(terms: readonly Parameters<typeof resolveTag>[0][number][]): Map<string, string> {
  const merged = terms.filter(({ mergedInto }) => mergedInto !== undefined)
  return new Map(
    merged.flatMap(({ id }): [string, string][] => {
      const end = resolveTag(merged, id)
      return end === id ? [] : [[id, end]]
    }),
  )
}
