import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { UnitReporter } from './unitReporter.ts'

/** The unit tests, which stand beside what they test, and the house rules. None of them needs an Electron. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Laws run on hundreds of random inputs; a busy machine may take its time over them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'e2e/*.test.ts'],
    // Left to itself, Vitest keeps one core free: of two that would be half of the machine, idle.
    maxWorkers: availableParallelism(),
    reporters: ['default', new UnitReporter()],
    allowOnly: false, // a forgotten `.only` would pass by leaving the others out
  },
})
