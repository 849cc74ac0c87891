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
  // In one of a hundred starts or so something between Electron and the story never answers; until that is found, such a
  // story is told once more, and the list calls it flaky.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: reportFiles.stories }]],
})
