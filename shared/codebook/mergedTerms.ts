import type { Codebook, Tag } from './codebook.ts'
import { resolveTag } from './migration.ts'

/** Tags, questions and choices that were merged, with what stands for them now, as data that a worker can be handed. Those that stand for themselves aren't in it. */
export interface MergedTerms {
  readonly tags: ReadonlyMap<string, string>
  /** Questions that are called otherwise since their tag was merged into another, by `questionName`. */
  readonly questions: ReadonlyMap<string, string>
  /** By `choiceName`, or `linkChoiceName`. */
  readonly choices: ReadonlyMap<string, string>
}

/** What a codebook says of it. */
export function mergedTerms({ tags, attributes, links }: Pick<Codebook, 'tags' | 'attributes' | 'links'>): MergedTerms {
  const ofTags = attributes.flatMap(({ tag, id, choices }) =>
    [...standing(choices)].map(([from, into]): [string, string] => [choiceName(tag, id, from), into]),
  )
  const ofLinks = links.flatMap(({ id: type, attributes: asked }) =>
    asked.flatMap(({ id, choices }) =>
      [...standing(choices)].map(([from, into]): [string, string] => [linkChoiceName(type, id, from), into]),
    ),
  )
  const standingTags = standing(tags)
  const questions = movedQuestions(tags, standingTags, attributes)
  return { tags: standingTags, questions, choices: new Map([...ofTags, ...ofLinks]) }
}

/** What tells a question from those of other tags. `tag` is the one that it was asked of. */
export function questionName(tag: string, question: string): string {
  return JSON.stringify([tag, question])
}

/** What tells a choice from all of other questions. */
export function choiceName(tag: string, question: string, choice: string): string {
  return JSON.stringify([tag, question, choice])
}

/** What tells a choice of a link's question from all others. */
export function linkChoiceName(type: string, question: string, choice: string): string {
  return JSON.stringify(['link', type, question, choice])
}

/** The tags that stand for some, each of them once. */
export function standingTags(ids: readonly string[], { tags }: Pick<MergedTerms, 'tags'>): string[] {
  return [...new Set(ids.map(id => tags.get(id) ?? id))]
}

/**
 * What questions of merged tags are called at the tag that stands: `TAG-ID`, where that tag asks something else by the
 * same id (`migrateCodebook`), once for each merge that it went through.
 */
function movedQuestions(
  tags: readonly Tag[],
  ends: ReadonlyMap<string, string>,
  attributes: Codebook['attributes'],
): Map<string, string> {
  const found = new Map<string, string>()
  for (const [from, end] of ends) {
    const chain = chainOf(tags, from, end)
    for (const { id } of attributes.filter(({ tag }) => tag === end))
      for (const asked of withoutPrefixes(id, chain)) {
        const name = questionName(from, asked)
        if ((found.get(name)?.length ?? 0) < id.length) found.set(name, id)
      }
  }
  return found
}

/** The tags on the way from one to what stands for it, without that. */
function chainOf(tags: readonly Tag[], from: string, end: string): string[] {
  const chain: string[] = []
  for (let at: string | undefined = from; at !== undefined && at !== end; )
    at = tags.find(({ id }) => id === chain[chain.push(at!) - 1])?.mergedInto
  return chain
}

/** What a question may have been called before these merges, the last of them first taken off. */
function withoutPrefixes(id: string, chain: readonly string[]): readonly string[] {
  let names = [id]
  for (const tag of chain.toReversed())
    names = names.flatMap(name => (name.startsWith(`${tag}-`) ? [name, name.slice(tag.length + 1)] : [name]))
  return names.filter(name => name !== id && name !== '')
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
