import type { AttributeValue } from '../annotation/annotation.ts'
import type { Codebook, Question } from '../codebook/codebook.ts'
import { wordsOfValue } from '../dataset/fit.ts'
import type { CaseLink, Opinion } from '../review/case.ts'
import { words as en } from '../words/words.ts'
import type { Correction } from './corrections.ts'

/** One thing that is said of a place: what the annotator said, and what is final. '' where nothing is said. */
export interface Row {
  readonly name: string
  readonly said: string
  readonly final: string
}

/** What ids are called. */
export interface Called {
  readonly codebook: Pick<Codebook, 'tags' | 'attributes' | 'links'>
  readonly entities: ReadonlyMap<string, string>
}

/** Tag and words always; of everything else what isn't the same. Where there is only one side, all that it says. */
export function rowsOf({ said, final }: Correction, called: Called): Row[] {
  const [left, right] = [said ? saidBy(said, called) : none, final ? saidBy(final, called) : none]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return names
    .map(name => ({ name, said: left.get(name) ?? '', final: right.get(name) ?? '' }))
    .filter(({ said, final }, i) => i < ALWAYS || said !== final)
}

/** Tag and words. */
const ALWAYS = 2
const none: ReadonlyMap<string, string> = new Map()

function saidBy(opinion: Opinion, { codebook, entities }: Called): Map<string, string> {
  const { tag, quote, attributes, note, links } = opinion
  const entity = (id: string) => entities.get(id) ?? id
  const rows = new Map([
    [en.letters.tag, codebook.tags.find(({ id }) => id === tag)?.label ?? tag],
    [en.letters.words, quote],
  ])
  for (const [name, value] of Object.entries(attributes)) {
    const question = codebook.attributes.find(one => one.id === name && one.tag === tag)
    rows.set(question?.label ?? name, answerOf(value, question))
  }
  if (opinion.entity !== undefined) rows.set(en.htmlCopy.entity, entity(opinion.entity))
  for (const link of links) {
    const type = codebook.links.find(({ id }) => id === link.type)
    const name = type?.label ?? link.type
    const before = rows.get(name)
    const end = endOf(link, type?.attributes ?? [], entity)
    rows.set(name, before === undefined ? end : `${before}; ${end}`)
  }
  if (note !== undefined && note !== '') rows.set(en.htmlCopy.note, note)
  return rows
}

function endOf({ to, attributes }: CaseLink, questions: readonly Question[], entity: (id: string) => string): string {
  const end = 'annotation' in to ? `“${to.quote}”` : 'entity' in to ? entity(to.entity) : en.htmlCopy.author
  const answers = Object.entries(attributes).map(([name, value]) => {
    const question = questions.find(({ id }) => id === name)
    return `${question?.label ?? name}: ${answerOf(value, question)}`
  })
  return answers.length === 0 ? end : `${end} (${answers.join('; ')})`
}

function answerOf(value: AttributeValue, question: Pick<Question, 'choices'> | undefined): string {
  if (typeof value === 'boolean') return value ? en.htmlCopy.yes : en.htmlCopy.no
  const all = Array.isArray(value) ? value : [wordsOfValue(value as Exclude<AttributeValue, readonly string[]>)]
  return all.map((one: string) => question?.choices.find(({ id }) => id === one)?.label ?? one).join(', ')
}
