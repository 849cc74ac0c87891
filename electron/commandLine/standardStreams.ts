import { Problem } from '../../shared/problems/problem.ts'
import type { CommandGround } from './command.ts'

/**
 * Standard input, output and error of this process. Whoever reads the output may stop reading (`| head`): then no more
 * is written, and what the command does beside that is done.
 */
export function standardStreams({
  stdin,
  stdout,
  stderr,
}: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'> = process): Pick<
  CommandGround,
  'print' | 'taken' | 'say' | 'progress' | 'input'
> {
  let isHeard = true
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isHeard = false
  })
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const say = (said: string) => void stderr.write(`stet: ${said.replace(/\n$/, '')}\n`)
  return {
    print: printed => void (isHeard && stdout.write(printed)),
    say,
    progress: line => void (stderr.isTTY && say(line)),
    taken: () =>
      new Promise(resolve => {
        if (isHeard) stdout.write('', () => resolve(isHeard))
        else resolve(false)
      }),
    input: async mostBytes => {
      const parts: Uint8Array[] = []
      let size = 0
      for await (const part of stdin as AsyncIterable<Uint8Array>) {
        size += part.byteLength
        if (size > mostBytes) throw new Problem('too-large', `More than ${mostBytes} bytes.`)
        parts.push(part)
      }
      // A buffer of its own: it changes hands.
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}
