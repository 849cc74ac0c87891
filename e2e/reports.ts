import { fileURLToPath } from 'node:url'

/** Where the test runners write what their tests came to. */
export const reportFiles = {
  unit: fileURLToPath(new URL('../node_modules/.stet/unit.json', import.meta.url)),
  stories: fileURLToPath(new URL('../node_modules/.stet/stories.json', import.meta.url)),
  faults: fileURLToPath(new URL('../node_modules/.stet/faults.json', import.meta.url)),
} as const
