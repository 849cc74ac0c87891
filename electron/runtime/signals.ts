import { constants } from 'node:os'

const heeded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
type Answer = (signal: NodeJS.Signals) => void

/** Until there is an app, a signal ends the command; what it has under way is cleared away as it exits. */
const endCommand: Answer = signal => process.exit(128 + constants.signals[signal])

let answer: Answer = endCommand

/** Listen to the signals that ask a command to end. */
export function heedSignals(): void {
  for (const signal of heeded) process.on(signal, () => answer(signal))
}

/**
 * Answer these signals oneself; calling the result gives them back. There is one answer at a time, and
 * listeners are never taken off for it: the runner of our TypeScript has its own among them, and kills
 * a program that has lost it.
 */
export function answerSignals(mine: Answer): () => void {
  answer = mine
  return () => {
    answer = endCommand
  }
}
