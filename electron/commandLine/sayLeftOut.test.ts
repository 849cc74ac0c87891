import { expect, test } from 'vitest'
import type { Told } from '../../shared/dataset/format.ts'
import { sayLeftOut } from './sayLeftOut.ts'

const sum = { articles: 1, layers: 1, annotations: 1, links: 0, files: [], leftOut: [], notTaken: [], readBack: null }

test('cells that a spreadsheet would run are counted, and the receipt is named, which has each of them', () => {
  const cell: Told = { file: 'statements.csv', row: 3, column: 'note', words: '=1+1', why: 'would-run' }
  const said: string[] = []
  sayLeftOut({ ...sum, told: [cell, { ...cell, row: 4 }] }, 'out.receipt.json', words => void said.push(words))
  expect(said[0]).toMatch(/^2 cells begin with =.*formulas=apostrophe/)
  expect(said[1]).toContain('out.receipt.json')
})
