import { test as base } from 'playwright/test'
import { Analyst } from './analyst.ts'

export { expect } from 'playwright/test'

/** A test in the real program. Whoever is still at their desk when it is over, for it failed, is sent away: nothing of it outlasts it. */
export const test = base.extend<{ readonly nobodyStays: undefined }>({
  nobodyStays: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      await use(undefined)
      await Analyst.sendAwayAll()
    },
    { auto: true },
  ],
})
