import { expect, test } from 'vitest'
import { Tallying } from '../dataset/exportTally.ts'
import { sayLeftOut } from './sayLeftOut.ts'

test('cells that a spreadsheet would run are counted, and the receipt is named, which has each of them', () => {
  const cell = { file: 'statements.csv', row: 3, column: 'note', words: '=1+1', why: 'would-run' } as const
  const tallying = new Tallying()
  tallying.told([cell, { ...cell, row: 4 }])
  const said: string[] = []
  sayLeftOut({ tally: tallying.tally, readBack: null }, 'out.receipt.json', words => void said.push(words))
  expect(said[0]).toMatch(/^2 cells begin with =.*formulas=apostrophe/)
  expect(said[1]).toContain('out.receipt.json')
})
