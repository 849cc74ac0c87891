import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../shared/problems/problem.ts'
import { serve } from './serve.ts'

/** Tasks that misbehave, for tests of the workbench. */
export const hostileTasks = {
  echo: ({ bytes }: { bytes: Uint8Array }) => ({ bytes }),
  loop: (_: null): null => {
    for (;;);
  },
  backtrack: (_: null) => /^(a+)+$/.test(`${'a'.repeat(60)}!`),
  bomb: (_: null): number => {
    const kept: object[] = []
    for (;;) kept.push({ filler: kept.length })
  },
  refuse: (_: null): null => {
    throw new Problem('no-reader', 'just so')
  },
  break: (_: null): null => {
    throw new TypeError('a bug of ours')
  },
  exit: (_: null): never => process.exit(3),
  /** Of this thread alone, as Linux tells it. */
  nice: (_: null) =>
    Number(
      readFileSync('/proc/thread-self/stat', 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[16],
    ),
  role: (_: null) => String(workerData),
}

serve(parentPort!, hostileTasks)
