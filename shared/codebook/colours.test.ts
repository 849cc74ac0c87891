import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BODY_CONTRAST,
  contrast,
  inkOn,
  LANES,
  LINE_CONTRAST,
  type Paper,
  papers,
  paperUnder,
  TEXT_CONTRAST,
  tintOn,
} from './colours.ts'
import { defaultCodebook } from './defaultCodebook.ts'

const themes = Object.entries(papers)
const colour = fc.integer({ min: 0, max: 0xffffff }).map(number => `#${number.toString(16).padStart(6, '0')}`)

test('black on white is 21, a colour on itself 1, and order does not matter', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
})

test.each(themes)(
  'on %s paper, text and faint text can be read',
  (_, { paper, ink, faint, selection, ...found }: Paper) => {
    expect(contrast(found.hit, ink)).toBeGreaterThanOrEqual(BODY_CONTRAST)
    expect(contrast(found.currentHit, found.onCurrentHit)).toBeGreaterThanOrEqual(BODY_CONTRAST)
    expect(contrast(selection, ink)).toBeGreaterThanOrEqual(BODY_CONTRAST)
    expect(contrast(paper, ink)).toBeGreaterThanOrEqual(BODY_CONTRAST)
    expect(contrast(paper, faint)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  },
)

test.each(
  themes.flatMap(([theme, paper]) => defaultCodebook.tags.map(tag => [tag.id, theme, tag.colour, paper] as const)),
)('the ink of %s on %s paper can be read as a word and seen as a line', (_tag, _theme, of, { paper, ink }) => {
  expect(contrast(paper, inkOn(paper, of, TEXT_CONTRAST))).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  expect(contrast(paper, inkOn(paper, of, LINE_CONTRAST))).toBeGreaterThanOrEqual(LINE_CONTRAST)
  const tint = tintOn({ paper, ink }, of)
  expect(contrast(ink, paperUnder(paper, tint, LANES))).toBeGreaterThanOrEqual(BODY_CONTRAST)
})

test.each(themes)('on %s paper, a claim can be told from no claim and two from one', (_, { paper, ink }: Paper) => {
  const tint = tintOn({ paper, ink }, '#0072b2')
  expect(contrast(paper, paperUnder(paper, tint))).toBeGreaterThan(1.04)
  expect(contrast(paperUnder(paper, tint, 1), paperUnder(paper, tint, 2))).toBeGreaterThan(1.04)
})

test('whatever colour a codebook brings, its ink and its fill keep the text readable', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(...Object.values(papers)), (of, { paper, ink }) => {
      expect(contrast(paper, inkOn(paper, of, TEXT_CONTRAST))).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      expect(contrast(ink, paperUnder(paper, tintOn({ paper, ink }, of), LANES))).toBeGreaterThanOrEqual(BODY_CONTRAST)
    }),
  )
})

test('what is no colour is refused', () => {
  expect(() => contrast('red', '#ffffff')).toThrow(RangeError)
})
