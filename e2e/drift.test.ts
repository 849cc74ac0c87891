import { expect, test } from 'vitest'
import { drift } from './faults/drift.ts'

test('in texts that are changed at random no annotation is certain and wrong, and most of those that stand are found', () => {
  const seed = 31_415
  const figures = drift({ rounds: 60, seed })
  expect(figures.firstWrong, `npx tsx: drift({ rounds: 60, seed: ${seed} })`).toBeNull()
  expect(figures.wrong).toBe(0)
  expect(figures.withoutOldText.firstWrong).toBeNull()
  expect(figures.withoutOldText.wrong).toBe(0)
  expect(figures.annotations).toBe(1200)
  expect(figures.certain / figures.intact).toBeGreaterThan(0.75)
  expect(figures.offered / figures.intact).toBeGreaterThan(0.99)
  expect(figures.withoutOldText.certain / figures.intact).toBeGreaterThan(0.25)
  expect(figures.withoutOldText.offered / figures.intact).toBeGreaterThan(0.99)
})
