import type { Attribute, Codebook } from '../../shared/codebook/codebook.ts'
import type { AskedAttribute, HowAsked } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'

/** One way to ask for the answer to a question: a value at once, or one that is written first. */
export type AnswerChoice = { readonly label: string } & (
  | { readonly asked: AskedAttribute }
  | { readonly write: { readonly attribute: Attribute; readonly how: HowAsked | undefined } }
)

/** Every way to ask for answers of a codebook, question by question; also for those that are offered no more. */
export function answerChoices(codebook: Codebook): AnswerChoice[] {
  return codebook.attributes.flatMap(attribute => {
    const { tag, id, choices } = attribute
    const name = nameOfQuestion(codebook, attribute)
    const value = (shown: string, asked: AskedAttribute['value']): AnswerChoice => ({
      label: en.search.attributeIs(name, shown),
      asked: { tag, id, value: asked },
    })
    const written = waysOf(attribute).map(
      (how): AnswerChoice => ({ label: en.search.asking(name, how), write: { attribute, how } }),
    )
    const given =
      attribute.kind === 'yes-no'
        ? [value(en.inspector.yes, true), value(en.inspector.no, false)]
        : choices.map(choice => value(choice.label, choice.id))
    return [...written, ...given, value(en.search.notSet, null)]
  })
}

/** What a chosen filter is called; the id of its question where the codebook doesn't know that. */
export function nameOfAsked(codebook: Codebook, { tag, id, value, how }: AskedAttribute): string {
  const attribute = codebook.attributes.find(one => one.tag === tag && one.id === id)
  const name = attribute ? nameOfQuestion(codebook, attribute) : id
  if (value === null) return en.search.attributeIs(name, en.search.notSet)
  if (typeof value === 'boolean') return en.search.attributeIs(name, value ? en.inspector.yes : en.inspector.no)
  const choice = attribute?.choices.find(one => one.id === value)
  if (choice) return en.search.attributeIs(name, choice.label)
  return en.search.asked(name, how, typeof value === 'number' ? en.number(value) : value)
}

/** A question as it is called where those of several tags stand together. */
export function nameOfQuestion({ tags }: Pick<Codebook, 'tags'>, { tag, label }: Attribute): string {
  return en.search.question(tags.find(one => one.id === tag)?.label ?? tag, label)
}

function waysOf({ kind }: Attribute): readonly (HowAsked | undefined)[] {
  if (kind === 'text') return ['contains', undefined]
  return kind === 'number' || kind === 'date' ? [undefined, 'from', 'until'] : []
}
