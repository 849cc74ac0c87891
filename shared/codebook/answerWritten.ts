import type { AttributeValue } from '../annotation/annotation.ts'
import type { Attribute } from './codebook.ts'
import { isDate } from './isDate.ts'

/** What a person wrote as the answer to a question of a kind: null where they wrote nothing, undefined for what can't be its answer. */
export function answerWritten(kind: Attribute['kind'], written: string): AttributeValue | null | undefined {
  const text = written.trim()
  if (text === '') return null
  if (kind === 'number') {
    const number = Number(text.replace('−', '-').replace(/^([+-]?\d+),(\d+)$/, '$1.$2'))
    return Number.isFinite(number) ? number : undefined
  }
  return kind !== 'date' || isDate(text) ? text : undefined
}
