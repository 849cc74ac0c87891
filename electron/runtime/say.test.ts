import { expect, test } from 'vitest'
import { amount, showProgress } from './say.ts'

function written(isTTY: boolean, total: number | undefined, steps: readonly number[]): string {
  let text = ''
  const progress = showProgress('it', total, { isTTY, write: piece => (text += piece) })
  for (const bytes of steps) progress.show(bytes)
  progress.end()
  return text
}

test('a log gets a line at each quarter and not one more', () => {
  const lines = written(false, 100e6, [1e6, 26e6, 27e6, 80e6, 100e6, 200e6])
  expect(lines).toBe('stet: it: 26 of 100 MB (26 %)\nstet: it: 80 of 100 MB (80 %)\nstet: it: 100 of 100 MB (100 %)\n')
})

test('where the total is not known a log gets a line every 50 MB', () => {
  expect(written(false, undefined, [10e6, 60e6, 70e6, 110e6])).toBe('stet: it: 60 MB\nstet: it: 110 MB\n')
})

test('a terminal gets one line, rewritten, and a fresh one at the end', () => {
  expect(written(true, undefined, [1e6, 2e6])).toBe('\r\x1b[Kstet: it: 1 MB\r\x1b[Kstet: it: 2 MB\n')
})

test('there is never more than all of it', () => {
  expect(amount(300e6, 196e6)).toBe('196 of 196 MB (100 %)')
})
