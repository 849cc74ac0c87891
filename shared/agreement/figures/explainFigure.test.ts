import { expect, test } from 'vitest'
import { articleAgreement } from '../articleAgreement.ts'
import { asTheyAre } from '../compareLayers.ts'
import { layer, on } from '../drawnLayers.laws.ts'
import { explainFigure } from './explainFigure.ts'
import { figureGround, type NamedFigure } from './figureGround.ts'
import { figuresOf, figuresOfSource, sourcesIn } from './figures.ts'
import type { Question } from './offered.ts'

const text = 'The mayor said the old bridge is safe, and Dockers walked out over pay.'
const questions: Question[] = [
  { id: 'sure', tag: 'claim', kind: 'number', choices: [] },
  { id: 'frames', tag: 'claim', kind: 'several', choices: [] },
]
const claim = (words: string, sure: number, frames: string[]) =>
  on(text, words, 'claim', { attributes: { sure, frames } })
const articles = [
  articleAgreement(
    text,
    [
      layer('ada', [
        on(text, 'The mayor', 'actor', { entity: 'm' }),
        claim('the old bridge', 1, ['x', 'y']),
        claim('is safe', 2, ['x']),
      ]),
      layer('bo', [
        on(text, 'mayor', 'actor', { entity: 'm' }),
        on(text, 'Dockers', 'actor', { entity: 'd' }),
        claim('the old bridge', 1, ['x']),
        claim('is safe', 3, ['y']),
        on(text, 'walked out', 'event'),
      ]),
    ],
    asTheyAre,
  ),
]
const offered = { questions, tags: ['claim', 'event'] }
const groups = figuresOf(articles, null, offered)
const about = { interval: null, tag: 'Claim', question: null }

/** The figure that a worked formula ends in. */
function figureIn(worked: string): number {
  return Number(worked.slice(worked.lastIndexOf('= ') + 2).replace('−', '-'))
}

test('every figure but those of levels is explained by counts that come to the very figure, with a formula, a source and words', () => {
  const explained: string[] = []
  for (const { over, pair, tag, question, figures } of groups)
    for (const { measure, level, value } of figures) {
      const named: NamedFigure = { over, pair, tag, question, measure, level }
      const ground = figureGround(articles, named, offered)
      const says = `${over} ${tag} ${question} ${measure} ${level}`
      if (over === 'annotations') {
        expect(ground, says).toBeNull()
        continue
      }
      // As it crosses to the window.
      const told = explainFigure(JSON.parse(JSON.stringify(ground)), named, about)
      expect(told.formula, says).not.toBe('')
      expect(told.citation, says).not.toBe('')
      expect(told.methods, says).not.toMatch(/undefined|NaN/)
      // An interval over articles says nothing to whoever doesn't know how many these are.
      if (value !== null) expect(told.methods, says).toMatch(/\d articles?/)
      if (value === null) expect(told.worked, says).toBeNull()
      else {
        expect(figureIn(told.worked!), says).toBeCloseTo(value, 6)
        expect(told.methods, says).toContain(
          value
            .toFixed(3)
            .replace(/^-(?=.*[1-9])/, '−')
            .replace(/^-/, ''),
        )
        explained.push(`${measure} ${level}`)
      }
    }
  expect(explained).toEqual(
    expect.arrayContaining([
      ...['u-alpha nominal', 'u-alpha-binary nominal', 'cu-alpha nominal', 'ku-alpha nominal'],
      ...['b-cubed null', 'ceaf-mentions null', 'ceaf-entities null'],
      ...['krippendorff-alpha sets', 'krippendorff-alpha ordinal', 'krippendorff-alpha interval', 'gwet-ac2 ordinal'],
    ]),
  )
})

test('of a continuum the lengths are told on which tags meet, and of entities the mentions', () => {
  const named = { over: 'continuum', pair: null, tag: null, question: null, level: 'nominal' } as const
  const u = explainFigure(
    figureGround(articles, { ...named, measure: 'u-alpha' }, offered)!,
    { ...named, measure: 'u-alpha' },
    about,
  )
  expect(u.categories).toEqual(['', 'actor', 'claim', 'event'])
  // “mayor”, from either side.
  expect(u.counts).toMatchObject({ kind: 'coincidence' })
  expect(u.counts?.kind === 'coincidence' && u.counts.cells[1]).toEqual([4 + 7, 10, 0, 0])
  const entities = {
    over: 'entities',
    pair: null,
    tag: 'actor',
    question: null,
    level: null,
    measure: 'b-cubed',
  } as const
  const b = explainFigure(figureGround(articles, entities, offered)!, entities, { ...about, tag: 'Actor' })
  expect(b.values.map(({ symbol, value }) => [symbol, value])).toEqual([
    ['c₁', 1],
    ['n₁', 1],
    ['c₂', 1],
    ['n₂', 2],
    ['R', 1],
    ['P', 0.5],
  ])
  expect(b.methods).toContain('Mentions are annotations of “Actor”')
  // What one alone has is in the counts above: who reads them is told how, and by whom.
  expect([b.methods, b.citation]).toEqual([
    expect.stringContaining('Pradhan et al. 2014'),
    expect.stringContaining('Pradhan, S.'),
  ])
})

test('one source at a time comes to the same figures, with the same intervals', () => {
  const many = [...articles, ...articles, ...articles]
  const drawn = { samples: 50, seed: 3 }
  expect(sourcesIn(many, null, offered).map(source => figuresOfSource(source, drawn))).toEqual(
    figuresOf(many, null, { ...offered, ...drawn }),
  )
})
