import { expect, test } from 'vitest'
import { type AboutLevel, explainLevel } from './explainLevel.ts'
import { noLevels } from './levels.ts'

const levels = {
  ...noLevels,
  found: { both: 3, onlyA: 1, onlyB: 1 },
  tokens: { both: 30, onlyA: 5, onlyB: 5 },
  attributes: { same: 2, of: 3 },
}
const three: AboutLevel = {
  ...{ articles: 6, annotators: 3, tolerance: { words: 0, ignoreEnds: false }, interval: null },
  ...{ tag: 'Claim', pair: null },
}
const two: AboutLevel = { ...three, annotators: 2, pair: { a: 'ada', b: 'ben' } }

test('words for a paper say what was brought together how, and of two annotators nothing of pairs that were added', () => {
  expect(explainLevel(levels, 'found', three).methods).toBe(
    '3 annotators annotated 6 articles, each article at least two of them. Agreement at the level “Found” for “Claim” was measured as F₁, pairs of annotators added, over annotations that both have: the same tag on words that overlap (annotations matched by an optimal assignment; 8 in all): 0.750. Extents are the same letter for letter.',
  )
  const tokens = explainLevel(levels, 'tokens', two).methods
  expect(tokens).toContain('Two annotators annotated the same 6 articles. ')
  expect(tokens).toContain(
    'measured as F₁ over tokens under the tag in both (each token where it stands; 70 in all): 0.857.',
  )
})

test('a share says of what it is a share, and who calls such a figure agreement', () => {
  const { methods, citation } = explainLevel(levels, 'attributes', two)
  expect(methods).toContain(
    'Of 3 pairs of annotations (found by both, of which either answered a question; matched by an optimal assignment), the share with every question answered alike, the level “Attributes” for “Claim”, was 0.667.',
  )
  expect(citation).toMatch(/^Artstein, R\., & Poesio, M\. \(2008\)/)
})
