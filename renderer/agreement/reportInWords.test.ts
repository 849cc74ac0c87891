import { expect, test } from 'vitest'
import { agreementReport } from '../../shared/agreement/agreementReport.ts'
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
    inOrder: () => order,
    pairName: ({ a, b }: { a: string; b: string }) => [a, b].map(nameOf).sort().join(' and '),
  }
  const choices = { layers: null, tags: null, tolerance: { words: 0, ignoreEnds: false }, period: 'month' } as const
  const copied = reportInWords(report, { ...choices, open: [] }, names, tag => tag)
  expect(copied.match(/^\| [ABC] and [ABC]/gm)).toEqual(['| A and B', '| A and C', '| B and C'])
})
