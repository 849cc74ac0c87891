import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { UnitReporter } from './unitReporter.ts'

/** The window's stores, joined to the desktop's own saving. */
const joined = 'renderer/commands/thereAndBack.test.ts'

/** The unit tests, which stand beside what they test, and the house rules. None of them needs an Electron. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A busy machine is slow, and no reason to fail: this only says when to give up.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Left to itself, Vitest keeps one core free: of two that would be half of the machine, idle.
    maxWorkers: availableParallelism(),
    reporters: ['default', new UnitReporter()],
    allowOnly: false, // a forgotten `.only` would pass by leaving the others out
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['shared/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
          exclude: [joined],
          // Nothing here leaves anything behind: no state of its own outlives a test, and what one replaces it puts back. So
          // a process takes one file after the other, and loads what they import once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          include: ['electron/**/*.test.ts', 'e2e/*.test.ts', joined],
          globalSetup: 'e2e/builtWorkers.ts',
        },
      },
    ],
  },
})
