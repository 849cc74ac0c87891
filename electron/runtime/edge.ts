import { CannotStart } from './cannotStart.ts'
import { say } from './say.ts'

/**
 * The edge of a command: its work decides the exit code. An expected failure is told in plain lines and
 * exits with 1; a signal before there is an app ends the command, and what it has under way is cleared away.
 */
export async function edge(work: () => Promise<number>): Promise<never> {
  const interrupt = () => process.exit(130)
  const terminate = () => process.exit(143)
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  try {
    process.exit(await work())
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    for (const line of error.lines()) say(line)
    process.exit(1)
  }
}
