import type { Question } from '../codebook/codebook.ts'
import { isDate } from '../codebook/isDate.ts'
import { isOffered } from '../codebook/offered.ts'
import { isDigits, type Json } from '../json/json.ts'
import type { InFile } from './inFile.ts'

/** Whether answers are to questions that are asked, and such as the questions allow. An empty answer is none. */
export function checkAnswers(
  answers: Readonly<Record<string, unknown>>,
  questions: ReadonlyMap<string, Question & { readonly retired?: true }>,
  place: Pick<InFile, 'annotation' | 'link' | 'quote'>,
): InFile[] {
  return Object.entries(answers).flatMap(([id, answer]): InFile[] => {
    const question = questions.get(id)
    if (!question) return [{ kind: 'unknown-attribute', about: id, ...place }]
    const about = `${id}: ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`
    if (!isAllowed(question, answer as Json)) return [{ kind: 'value-not-allowed', about, ...place }]
    if (!isOffered(question)) return [{ kind: 'no-longer-offered', about: id, ...place }]
    const chosen = Array.isArray(answer) ? answer : [answer]
    const isGivenUp = question.choices.some(choice => chosen.includes(choice.id) && !isOffered(choice))
    return isGivenUp ? [{ kind: 'no-longer-offered', about, ...place }] : []
  })
}

function isAllowed({ kind, choices }: Question, answer: Json): boolean {
  if (answer === '') return true
  const isChoice = (one: Json) => choices.some(({ id }) => id === one)
  if (kind === 'choice') return isChoice(answer)
  if (kind === 'several') return Array.isArray(answer) && answer.every(isChoice)
  if (kind === 'yes-no') return typeof answer === 'boolean'
  if (kind === 'number') return typeof answer === 'number' || isDigits(answer)
  return typeof answer === 'string' && (kind !== 'date' || isDate(answer))
}
