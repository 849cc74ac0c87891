import { isOpaqueEntry, type Opaque } from '../annotation/opaque.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { isObject } from '../json/json.ts'
import { jsonOf, textOf } from '../json/rest.ts'
import type { Answer } from './answer.ts'
import { idsOf } from './takeAnswer.ts'

/**
 * What stands among the verdicts of a person's own layer once an answer of theirs was taken up in it:
 * `{"id": "letter-…:latest", "answered": "2031-05-02T…"}`, when the latest answer to that packet or letter was made.
 * It judges nothing, so that everything carries it as it came and shows it nowhere; one undo takes it back with the
 * answer. Files that answers alone made say so at their top (`withAnswered`).
 */
export function lastTakenMark(answer: Pick<Answer, 'to' | 'from' | 'made'>): Opaque {
  const id = markId(answer)
  return { id, json: textOf({ id, answered: answer.made }) }
}

/** When the latest answer to that packet or letter was made of which these verdicts know; '' for none. */
export function lastTaken(verdicts: Iterable<Verdict | Opaque>, answer: Pick<Answer, 'to' | 'from'>): string {
  const id = markId(answer)
  for (const one of verdicts) if (one.id === id) return answeredAt(one)
  return ''
}

/** Whether it is such a mark, of any packet or letter. */
export function isLastTakenMark(entry: Verdict | Opaque): boolean {
  return /^(?:packet|letter)-[0-9a-z-]+:(?:[0-9a-f]{16}:)?latest$/.test(entry.id) && answeredAt(entry) !== ''
}

function markId(answer: Pick<Answer, 'to' | 'from'>): string {
  return `${idsOf(answer)}latest`
}

function answeredAt(entry: Verdict | Opaque): string {
  const said = isOpaqueEntry(entry) ? jsonOf(entry.json) : null
  const at = isObject(said) ? said['answered'] : undefined
  return typeof at === 'string' ? at : ''
}
