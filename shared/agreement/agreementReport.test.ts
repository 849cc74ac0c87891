import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetArticle, DatasetLayer } from '../dataset/dataset.ts'
import { anyArticle } from '../dataset/drawnDataset.laws.ts'
import { agreementOf } from './agreement.ts'
import { casesIn } from './agreementCases.ts'
import { agreementReport, levelsOf, toldOf } from './agreementReport.ts'
import { anatomyParts, differencesIn } from './anatomy.ts'
import { type ArticleFindings, articleFindings } from './articleFindings.ts'
import { bootstrap } from './coefficients/bootstrap.ts'
import { coefficient, type Measure } from './coefficients/coefficients.ts'
import { asTheyAre, compareArticle, compareLayers } from './compareLayers.ts'
import { tagsIn } from './confusion.ts'
import { layer, link, on } from './drawnLayers.laws.ts'
import { figuresOf } from './figures/figures.ts'
import { levelIntervals, levelNames, quotient, ratioOf } from './levelFigures.ts'
import { addLevels, noLevels } from './levels.ts'
import { NOTHING } from './ratingsOfUnits.ts'
import { levelsIn } from './scopeDetail.ts'

const text = '“The bridge is safe,” the mayor said on Monday. Dockers had walked out, and the flood came.'
const article = (layers: readonly DatasetLayer[], metadata: DatasetArticle['metadata'] = {}) => ({
  text,
  layers,
  metadata,
})

/** Ada and Bo differ in one thing of each kind; Cyd says what Ada says. */
function differing() {
  const ada = layer(
    'ada',
    [
      on(text, 'The bridge is safe', 'claim', { attributes: { polarity: 'supports' } }),
      on(text, 'the mayor', 'actor', { entity: 'mayor' }),
      on(text, 'Dockers', 'actor'),
      on(text, 'walked out', 'event'),
      on(text, 'the flood', 'event'),
    ],
    [link('attributed-to', 'The bridge is safe', 'the mayor'), link('about', 'The bridge is safe', 'walked out')],
  )
  const bo = layer(
    'bo',
    [
      on(text, 'The bridge is safe', 'claim', { attributes: { polarity: 'opposes' } }),
      on(text, 'mayor', 'actor', { entity: 'other' }),
      on(text, 'walked out', 'claim'),
      on(text, 'the flood', 'event', { note: 'sure' }),
    ],
    [link('attributed-to', 'The bridge is safe', 'author')],
  )
  return { ada, bo, cyd: { ...ada, annotator: 'cyd' } }
}

test('every difference is told as what it is, and its cases are as many as it counts', () => {
  const { ada, bo, cyd } = differing()
  const compared = compareArticle(text, [ada, bo, cyd])
  const { anatomy, confusion, pairs } = agreementReport([articleFindings(article([ada, bo, cyd]), asTheyAre)])
  const [one] = pairs
  expect(one!.anatomy.all).toEqual({
    places: 5,
    same: 1,
    parts: { missed: 1, tag: 1, extent: 1, attribute: 1, source: 1, event: 1, entity: 1, link: 0 },
  })
  expect(one!.anatomy.byTag['claim']).toMatchObject({ places: 2, same: 0, parts: { tag: 1, attribute: 1, missed: 0 } })
  expect(pairs.map(({ a, b, anatomy }) => [a, b, differencesIn(anatomy.all)])).toEqual([
    ['ada', 'bo', 7],
    ['ada', 'cyd', 0],
    ['bo', 'cyd', 7],
  ])
  expect(differencesIn(anatomy.all)).toBe(14)
  for (const part of anatomyParts) {
    const cases = casesIn(text, compared, { pair: null, tag: null }, { kind: 'part', part })
    expect(cases.length).toBe(anatomy.all.parts[part])
  }
  const extent = { kind: 'part', part: 'extent' } as const
  const [found] = casesIn(text, compared, { pair: { a: 'ada', b: 'bo' }, tag: null }, extent)
  expect(found).toMatchObject({
    inA: { quote: 'the mayor' },
    inB: { quote: 'mayor' },
    before: '“The bridge is safe,” ',
  })

  const cell = { kind: 'cell', row: 'event', column: 'claim' } as const
  expect(casesIn(text, compared, { pair: null, tag: null }, cell).length).toBe(2)
  expect(confusion.find(({ row, column }) => row === 'event' && column === 'claim')?.count).toBe(2)
  expect(confusion.find(({ row, column }) => row === 'claim' && column === 'event')?.count).toBe(2)
  expect(tagsIn(confusion)).toEqual(['actor', 'claim', 'event', NOTHING])
})

const anyOne = anyArticle('one.txt')
const anyFew = fc.array(anyOne, { minLength: 1, maxLength: 4 })
const findings = (articles: readonly DatasetArticle[]) => articles.map(one => articleFindings(one, asTheyAre))

test('law: the parts of the anatomy are all differences, and its places all that there are', () => {
  fc.assert(
    fc.property(anyFew, articles => {
      const { anatomy } = agreementReport(findings(articles))
      const compared = articles.flatMap(({ text, layers }) => compareLayers(text, layers))
      const matches = compared.flatMap(one => one.matches)
      const alone = compared.reduce((sum, { onlyA, onlyB }) => sum + onlyA.length + onlyB.length, 0)
      const kinds = matches.map(({ differences }) => new Set(differences.map(({ kind }) => kind)))
      for (const one of kinds) one.delete('note')
      expect(differencesIn(anatomy.all)).toBe(alone + kinds.reduce((sum, one) => sum + one.size, 0))
      expect(anatomy.all.places).toBe(matches.length + alone)
      expect(anatomy.all.same).toBe(kinds.filter(({ size }) => size === 0).length)
    }),
    { numRuns: 50 },
  )
})

test('law: rows and columns of the confusion matrix add up to what the layers have of a tag', () => {
  fc.assert(
    fc.property(anyFew, articles => {
      const report = agreementReport(findings(articles))
      const sum = (cells: readonly { count: number }[]) => cells.reduce((all, { count }) => all + count, 0)
      for (const { confusion, byTag } of report.pairs)
        for (const [tag, { found }] of Object.entries(byTag)) {
          expect(sum(confusion.filter(({ row }) => row === tag))).toBe(found.both + found.onlyA)
          expect(sum(confusion.filter(({ column }) => column === tag))).toBe(found.both + found.onlyB)
        }
      for (const [tag, { found }] of Object.entries(report.byTag)) {
        const meetings = found.both + found.onlyA + found.onlyB
        expect(sum(report.confusion.filter(({ row }) => row === tag))).toBe(meetings)
        expect(sum(report.confusion.filter(({ column }) => column === tag))).toBe(meetings)
      }
    }),
    { numRuns: 50 },
  )
})

test('law: a cell of the matrix opens as many cases as it counts, of a pair and of all', () => {
  fc.assert(
    fc.property(anyFew, articles => {
      const report = agreementReport(findings(articles))
      const compared = articles.map(({ text, layers }) => ({ text, ...compareArticle(text, layers) }))
      for (const pair of [null, ...report.pairs])
        for (const { row, column, count } of toldOf(report, pair)!.confusion) {
          const cases = compared.flatMap(one =>
            casesIn(one.text, one, { pair, tag: null }, { kind: 'cell', row, column }),
          )
          expect(cases.length, `${row} ${column}`).toBe(count)
        }
    }),
    { numRuns: 50 },
  )
})

test('law: neither the order of articles nor that of layers and annotations changes a report', () => {
  fc.assert(
    fc.property(anyFew, articles => {
      const turned = articles.toReversed().map(one => ({
        ...one,
        layers: one.layers.toReversed().map(each => ({ ...each, annotations: each.annotations.toReversed() })),
      }))
      expect(agreementReport(findings(turned))).toEqual(agreementReport(findings(articles)))
    }),
    { numRuns: 50 },
  )
})

test('law: the figures of ratings are those of the whole, and all levels of articles add up to the report’s', () => {
  fc.assert(
    fc.property(anyFew, articles => {
      const all = findings(articles)
      const agreements = all.map(({ agreement }) => agreement)
      const report = agreementReport(all)
      const groups = figuresOf(agreements, null, { questions: [], tags: [] })
      const { ratings } = agreementOf(agreements)
      const same = (over: 'units' | 'tokens', tag: string | null) => {
        const whole = tag === null ? ratings.all : ratings[over][tag]!
        for (const { measure, value } of groups.find(one => one.over === over && one.tag === tag)!.figures) {
          // Those that count what nobody chose have tests of their own.
          if (['bennett-s', 'gwet-ac1', 'gwet-ac2'].includes(measure)) continue
          const one = coefficient(whole, measure as Measure, 'nominal').value
          if (value === null) expect(one).toBe(null)
          else expect(one).toBeCloseTo(value, 10)
        }
      }
      same('units', null)
      for (const tag of Object.keys(agreementOf(agreements).ratings.units)) {
        same('units', tag)
        same('tokens', tag)
        const scope = { pair: null, tag }
        expect(all.map(one => levelsIn(one, scope)).reduce(addLevels, noLevels)).toEqual(levelsOf(report, tag))
      }
    }),
    { numRuns: 30 },
  )
})

test('the intervals of levels are those of the bootstrap of each', () => {
  const { ada, bo, cyd } = differing()
  const articles: ArticleFindings[] = [
    articleFindings(article([ada, bo]), asTheyAre),
    articleFindings(article([ada, cyd]), asTheyAre),
    articleFindings(article([bo, cyd]), asTheyAre),
  ]
  const levels = articles.map(one => levelsIn(one, { pair: null, tag: null }))
  const found = levelIntervals(levels)
  for (const name of levelNames) {
    const each = bootstrap(levels.length, drawn => {
      let [part, of] = [0, 0]
      for (const [i, often] of drawn.entries()) {
        const ratio = ratioOf(levels[i]!, name)
        part += often * ratio.part
        of += often * ratio.of
      }
      return quotient({ part, of })
    })
    expect(found[name]).toEqual(each)
  }
  expect(levelIntervals(levels.slice(1, 2)).found).toEqual({ value: null, reason: 'one-article' })
})
