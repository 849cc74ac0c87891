import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { reportFiles } from './reports.ts'

/** The stories, told in the real Electron that `STET_ELECTRON` names. No browser is needed. */
export default defineConfig({
  testDir: './stories',
  testMatch: '*.story.ts',
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  // A busy machine is slow, and no reason to fail: these only say when to give up.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A story that fails is told once more, so that the list says whether it always does. The closing line counts it as failed
  // all the same: one that fails now and then is a fault to be found.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: reportFiles.stories }]],
})
