import { CannotStart } from './cannotStart.ts'
import { say } from './say.ts'
import { heedSignals } from './signals.ts'

/**
 * The edge of a command: its work decides the exit code. An expected failure is told in plain lines and
 * exits with 1; a signal before there is an app ends the command, and what it has under way is cleared away.
 */
export async function edge(work: () => Promise<number>): Promise<never> {
  heedSignals()
  try {
    process.exit(await work())
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    for (const line of error.lines()) say(line)
    process.exit(1)
  }
}
