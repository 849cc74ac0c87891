import { expect, test } from 'vitest'
import { agreementReport } from '../../shared/agreement/agreementReport.ts'
import { nothingLeftOut } from '../../shared/agreement/written/figuresAbout.ts'
import { reportInWords } from './reportInWords.ts'

test('pairs are copied in the order of names that are shown: that of ids would tell whose letters they are', () => {
  const nothing = agreementReport([])
  const pair = (a: string, b: string) => ({ ...nothing, a, b })
  const pairs = [pair('ada', 'ben'), pair('ada', 'cleo'), pair('ben', 'cleo')]
  const report = { ...nothing, annotators: ['ada', 'ben', 'cleo'], pairs }
  const order = ['cleo', 'ada', 'ben']
  const nameOf = (annotator: string) => 'ABC'[order.indexOf(annotator)]!
  const names = {
    nameOf,
    hidesCounts: () => false,
    inOrder: () => order,
    pairName: ({ a, b }: { a: string; b: string }) => [a, b].map(nameOf).sort().join(' and '),
  }
  const about = { tags: null, tolerance: { words: 0, ignoreEnds: false }, leftOut: nothingLeftOut }
  const copied = reportInWords(report, about, names, tag => tag)
  expect(copied.match(/^\| [ABC] and [ABC]/gm)).toEqual(['| A and B', '| A and C', '| B and C'])
})

test('the copied report says which tags were looked at and what was left out; where names are hidden, pairs have no counts', () => {
  const empty = agreementReport([])
  const all = { ...empty.all, found: { both: 3, onlyA: 1, onlyB: 1 } }
  const pairs = [{ ...empty, a: 'ada', b: 'ben', all }]
  const report = { ...empty, articles: 2, annotators: ['ada', 'ben', 'cleo'], pairs, all }
  const names = (isBlind: boolean) => ({
    ...{ nameOf: (one: string) => one, inOrder: (all: readonly string[]) => all, pairName: () => 'A and B' },
    hidesCounts: (pair: object | null) => isBlind && pair !== null,
  })
  const about = {
    ...{ tags: ['claim'], tolerance: { words: 2, ignoreEnds: false } },
    leftOut: { unread: 1, unplaced: 0, sealed: { layers: 3, articles: 2 } },
  }
  const copied = (isBlind: boolean) => reportInWords(report, about, names(isBlind), () => 'Claim')
  for (const says of [
    'Only these tags were looked at: Claim.',
    'Extents are the same up to 2 words apart.',
    'Not compared: 1 file can’t be read or compared.',
    '3 layers in 2 articles',
  ])
    expect(copied(false)).toContain(says)
  expect(copied(false)).toMatch(/^\| A and B \| 0\.750 \(n 8\)/m)
  expect(copied(true)).toMatch(/^\| A and B \| 0\.750 \|/m)
  expect(copied(true)).toContain('Counts of two annotators are left out')
})
