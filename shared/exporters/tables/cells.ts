import type { Attribute } from '../../codebook/codebook.ts'
import type { DatasetAttributes, DatasetValue } from '../../dataset/dataset.ts'
import { wordsOfValue } from '../../dataset/fit.ts'

/** What a cell of a table holds; null is an empty one. */
export type Cell = string | number | boolean | null

/** How a question is answered: what a column of answers holds. */
export type AnswerKind = Attribute['kind']

/** Between the ends of several links, or the other names of an entity, in one cell. */
export const BETWEEN = ' | '
/** Between the answers to a question that takes several. */
const AND = '; '

/** An answer as a cell: numbers and yes or no keep their type. */
export function cellOf(value: DatasetValue | undefined): Cell {
  if (value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return wordsOfValue(value)
}

/** The answer that a cell of such a question's column says; undefined where it says none. */
export function valueIn(kind: AnswerKind, words: string): DatasetValue | undefined {
  if (words === '') return undefined
  if (kind === 'several') return words.split(AND)
  if (kind === 'yes-no' && /^(?:true|false)$/i.test(words)) return /^true$/i.test(words)
  if (kind === 'number' && words === String(Number(words))) return Number(words)
  return words
}

/** The answers that their columns can't say for certain, as JSON; null where there is none. `kindOf` is undefined for an answer that has no column. */
export function inexactOf(
  attributes: DatasetAttributes,
  kindOf: (attribute: string) => AnswerKind | undefined,
): string | null {
  const inexact = Object.entries(attributes).filter(([name, value]) => {
    const kind = kindOf(name)
    return kind === undefined || JSON.stringify(valueIn(kind, String(cellOf(value)))) !== JSON.stringify(value)
  })
  return inexact.length === 0 ? null : JSON.stringify(Object.fromEntries(inexact))
}
