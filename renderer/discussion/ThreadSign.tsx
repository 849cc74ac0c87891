import type { Thread } from '../../shared/discussion/threads.ts'
import { words as en } from '../../shared/words/words.ts'
import { stateWord } from '../commands/aboutThread.ts'

/** Whether a conversation is open, asks, was answered or is resolved: a sign, whose word is its title. */
export function ThreadSign({ thread }: { thread: Thread }) {
  const { state, isAsking, answers } = thread
  const sign = state === 'resolved' ? 'resolved' : !isAsking ? 'open' : answers > 0 ? 'answered' : 'question'
  return (
    <span className={`thread-sign ${sign}`} title={stateWord(thread)} aria-hidden="true">
      {en.discussion.signs[sign]}
    </span>
  )
}
