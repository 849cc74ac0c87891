import { words as en } from '../../shared/words/words.ts'
import type { ThreadState } from '../commands/aboutThread.ts'

/** Whether a conversation is open, asks, disagrees, was answered or is resolved: a sign, whose word is its title. */
export function ThreadSign({ state }: { state: ThreadState }) {
  return (
    <span className={`thread-sign ${state}`} title={en.discussion.states[state]} aria-hidden="true">
      {en.discussion.signs[state]}
    </span>
  )
}
