import { expect, test } from 'vitest'
import { joinLines, wordsInside } from './hyphens.ts'

const inside = wordsInside(['A hard-won port, and what is co-operation here', 'is cooperation there'])

test.each([
  ['the govern-', 'ment said', 'the government said'],
  ['the govern\u2010', 'ment said', 'the government said'],
  ['the govern\u00ad', 'ment said', 'the government said'],
  ['a well-', 'known port', 'a well-known port'],
  ['a well\u00ad', 'known port', 'a well-known port'],
  ['a self-', 'made man', 'a self-made man'],
  ['GOVERN\u00ad', 'MENT SAID', 'GOVERNMENT SAID'],
  ['Franco\u00ad', 'German envoys', 'Franco-German envoys'],
  ['a state\u00adof\u00adthe\u00ad', 'art port', 'a state-of-the-art port'],
  ['A Well-', 'known port', 'A Well-known port'],
  ['a hard-', 'won port', 'a hard-won port'],
  ['A hard\u00ad', 'won port', 'A hard-won port'],
  ['the co-', 'operation of', 'the cooperation of'],
  ['a state-of-the-', 'art port', 'a state-of-the-art port'],
  ['Franco-', 'German envoys', 'Franco-German envoys'],
  ['in 2031-', '32 ships', 'in 2031-32 ships'],
  ['the F-', 'sharp of', 'the Fsharp of'],
  ['ships -', 'all laden', 'ships - all laden'],
  ['ships –', 'all laden', 'ships – all laden'],
  ['the union', 'said', 'the union said'],
  ['新聞の', '記事', '新聞の記事'],
  ['新聞', 'Courier', '新聞 Courier'],
  ['한국', '신문', '한국 신문'],
])('“%s” and “%s” are “%s”', (before, after, whole) => {
  expect(joinLines([before, after], inside)).toBe(whole)
})

test('the last word of a line isn’t known whole', () => {
  expect(wordsInside(['the well- and a port-', 'one'])).toEqual(new Set(['the', 'well', 'and', 'a']))
})
