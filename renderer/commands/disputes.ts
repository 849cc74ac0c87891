import type { Json } from '../../shared/json/json.ts'
import type { Side } from '../../shared/merging/contradiction.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { Dispute } from '../state/disputes.ts'

/** A person has looked at what was changed on both sides of the project: what stands there stays. */
export function settleDisputes({ disputes, notices, stage }: Desk): void {
  disputes.forget()
  notices.say(en.merging.project.doneSaid)
  stage.page?.focus()
}

/** What one side says, as a person reads it. */
export function spellDisputed(one: Dispute, side: Side): string {
  const value = one[side]
  if (one.field === '') return value === undefined ? en.merging.removed : en.merging.kept(one.name)
  return value === undefined ? en.merging.unset : spelled(value)
}

/** As much of a value as stands in a field. */
const SHOWN = 400

function spelled(value: Json): string {
  const isList = Array.isArray(value) && value.every(one => typeof one === 'string')
  const text = typeof value === 'string' ? value : isList ? value.join(', ') : JSON.stringify(value)
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text
}
