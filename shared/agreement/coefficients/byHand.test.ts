import { describe, expect, test } from 'vitest'
import { bCubed } from './bCubed.ts'
import { blanc } from './blanc.ts'
import { ceaf } from './ceaf.ts'
import { coefficient, type Measure, weighed } from './coefficients.ts'
import { muc } from './muc.ts'
import { precisionRecall } from './precisionRecall.ts'
import { type Level, ratingsOf, ratingsOfTable } from './ratings.ts'
import { alphaOfSets, jaccardDistance, masiDistance, setRatingsOf } from './setDistance.ts'

const _ = null
const fraction = (above: number, below: number) => expect.closeTo(above / below, 12)

/*
 * Two annotators, 20 units:     yes  no          Ada chose yes 12 times of 20, Bo 10 times.
 *                         yes    9    3          Po = (9 + 7) / 20 = 4/5
 *                         no     1    7
 * κ: Pe = 12/20 · 10/20 + 8/20 · 10/20 = 1/2, (4/5 − 1/2) / (1/2) = 3/5
 * π: yes is 22 of 40, Pe = (11/20)² + (9/20)² = 202/400, (320 − 202) / (400 − 202) = 118/198
 * S: Pe = 1/2, 3/5
 * AC1: Pe = 2 · 11/20 · 9/20 = 198/400, (320 − 198) / (400 − 198) = 122/202
 * α: 40 values, 22 and 18; Do = 2 · 4 / 40 = 1/5; De = 2 · 22 · 18 / (40 · 39) = 792/1560; 1 − 312/792 = 480/792
 */
const yesNo = ratingsOfTable(
  [
    [9, 3],
    [1, 7],
  ],
  ['yes', 'no'],
)
test.each<[Measure, number, number]>([
  ['observed', 4, 5],
  ['cohen-kappa', 3, 5],
  ['scott-pi', 118, 198],
  ['bennett-s', 3, 5],
  ['fleiss-kappa', 118, 198],
  ['gwet-ac1', 122, 202],
  ['gwet-ac2', 122, 202],
  ['krippendorff-alpha', 480, 792],
])('%s of a table of two by two is %d/%d', (measure, above, below) => {
  expect(coefficient(yesNo, measure, 'nominal').value).toEqual(fraction(above, below))
})

/*
 * Three annotators, four units, one rating missing; categories a, b, c.
 *   a a b    pairs that agree 1 of 3
 *   b b b    1
 *   c c ·    1
 *   a b c    0            Po = (1/3 + 1 + 1 + 0) / 4 = 7/12
 * shares of units: a (2/3 + 1/3) / 4 = 1/4, b (1/3 + 1 + 1/3) / 4 = 5/12, c (1 + 1/3) / 4 = 1/3
 * Fleiss: Pe = 9/144 + 25/144 + 16/144 = 50/144; (84 − 50) / (144 − 50) = 34/94
 * S: Pe = 1/3; (7 − 4) / (12 − 4) = 3/8
 * AC1: Σ π (1 − π) = 94/144, Pe = 47/144; (84 − 47) / (144 − 47) = 37/97
 * α: 11 values: a 3, b 5, c 3. Do: differing ordered pairs 4/2 + 0 + 0 + 6/2 = 5, 5/11; De = (121 − 43) / 110 = 78/110;
 *    1 − 50/78 = 28/78
 */
const three = ratingsOf([
  ['a', 'a', 'b'],
  ['b', 'b', 'b'],
  ['c', 'c', _],
  ['a', 'b', 'c'],
])
test.each<[Measure, number, number]>([
  ['observed', 7, 12],
  ['fleiss-kappa', 34, 94],
  ['bennett-s', 3, 8],
  ['gwet-ac1', 37, 97],
  ['krippendorff-alpha', 28, 78],
])('%s of three annotators, a rating missing, is %d/%d', (measure, above, below) => {
  expect(coefficient(three, measure, 'nominal').value).toEqual(fraction(above, below))
})

/*
 * Two annotators, three units: 1 1, 2 4, 4 4. Six values: 1 twice, 2 once, 4 three times.
 * Interval: within 2 · (2 − 4)² = 8, Do = 8/6. Overall pairs: 1–2: 2·1·1 = 2, 1–4: 2·3·9 = 54, 2–4: 1·3·4 = 12; twice 68 = 136; De = 136/30.
 *   α = 1 − (8/6) · (30/136) = 1 − 40/136
 * Ratio: within 2 · (2/6)² = 2/9, Do = 1/27. Overall: 1–2: 2 · 1/9, 1–4: 6 · 9/25, 2–4: 3 · 1/9; twice (5/9 + 54/25) = 1222/225; De = 611/3375;
 *   α = 1 − 3375 / (27 · 611) = 1 − 125/611
 * Ordinal: places 1 at 1, 2 at 2.5, 4 at 4.5 (the middles of 0–2, 2–3, 3–6). Within 2 · 2² = 8; overall 2·1·2.25 + 2·3·12.25 + 1·3·4 = 90, twice 180; De = 6;
 *   α = 1 − (8/6) / 6 = 7/9
 */
const sizes = ratingsOf([
  [1, 1],
  [2, 4],
  [4, 4],
])
test.each<[Level, number, number]>([
  ['interval', 96, 136],
  ['ratio', 486, 611],
  ['ordinal', 7, 9],
])('α of numbers, taken as %s, is %d/%d', (level, above, below) => {
  expect(coefficient(sizes, 'krippendorff-alpha', level).value).toEqual(fraction(above, below))
})

/*
 * The same units weighed. Ada: 1, 2, 4. Bo: 1, 4, 4. κ: Pe pairs each of Ada’s with 1 (1/3) and 4 (2/3).
 * linear by size, w = 1 − |x − y| / 3: Po = (1 + 1/3 + 1) / 3 = 7/9; Pe = (1·1 + 0·2 + 2/3·1 + 1/3·2 + 0·1 + 1·2) / 9 = 13/27;
 *   (21 − 13) / (27 − 13) = 4/7
 * linear by place (ordinal), places 1, 2, 3: w(2, 4) = 1/2, w(1, 2) = 1/2: Po = 5/6; Pe = (1 + 0 + 1/2 + 1/2·2 + 0 + 2) / 9 = 1/2; 2/3
 * quadratic by size: w(2, 4) = 5/9, w(1, 2) = 8/9: Po = 23/27; Pe = (1 + 0 + 8/9 + 10/9 + 0 + 2) / 9 = 5/9; (23 − 15) / (27 − 15) = 2/3
 * AC2 with ordinal weights, 1 − C(d + 1, 2) / 3: w = 2/3 a place apart, 0 two apart: Po = 8/9; T = 3 + 4 · 2/3 = 17/3;
 *   shares 1/3, 1/6, 1/2; Σ π (1 − π) = 8/36 + 5/36 + 9/36 = 11/18; Pe = 17/3 · 11/18 / 6 = 187/324; (288 − 187) / (324 − 187) = 101/137
 * AC2 with linear weights by size: w(2, 4) = 1/3, w(1, 2) = 2/3: Po = 7/9; T = 3 + 2 · (1/3 + 2/3) = 5; Pe = 5 · 11/18 / 6 = 55/108;
 *   (84 − 55) / (108 − 55) = 29/53
 */
test('weights bring values that are near each other closer', () => {
  const of = (level: Level, weighting: 'linear' | 'quadratic') => weighed('cohen-kappa', sizes, level, weighting).value
  expect(of('interval', 'linear')).toEqual(fraction(4, 7))
  expect(of('ordinal', 'linear')).toEqual(fraction(2, 3))
  expect(of('interval', 'quadratic')).toEqual(fraction(2, 3))
  expect(coefficient(sizes, 'gwet-ac2', 'ordinal').value).toEqual(fraction(101, 137))
  expect(weighed('gwet-ac2', sizes, 'interval', 'linear').value).toEqual(fraction(29, 53))
})

/*
 * AC2 with ratio weights: w(2, 4) = 1 − (2/6)² / (3/5)² = 1 − 25/81 = 56/81, w(1, 2) = 56/81, w(1, 4) = 0. Po = 1 − 25/243 = 218/243;
 * T = 3 + 4 · 56/81 = 467/81; Pe = 467/81 · 11/18 / 6 = 5137/8748; (7848 − 5137) / (8748 − 5137) = 2711/3611
 */
test('AC2 of ratios weighs how many times one value is the other', () => {
  expect(coefficient(sizes, 'gwet-ac2', 'ratio').value).toEqual(fraction(2711, 3611))
})

/*
 * Sets: {a b} {a}: Jaccard 1/2, MASI 1 − 1/2 · 2/3 = 2/3. {a b} {b c}: 2/3, 1 − 1/3 · 1/3 = 8/9. {a} {c}: 1, 1.
 */
test('MASI and Jaccard by hand', () => {
  const [ab, a, bc, none] = [new Set('ab'), new Set('a'), new Set('bc'), new Set<string>()]
  const both = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [jaccardDistance(x, y), masiDistance(x, y)]
  expect(both(ab, a)).toEqual([fraction(1, 2), fraction(2, 3)])
  expect(both(ab, bc)).toEqual([fraction(2, 3), fraction(8, 9)])
  expect(both(a, bc)).toEqual([1, 1])
  expect(both(ab, new Set('ba'))).toEqual([0, 0])
  expect(both(none, none)).toEqual([0, 0])
  expect(both(none, a)).toEqual([1, 1])
})

/*
 * α of sets, two annotators: {a b} {a}; {c} {c}. Four values, each ordered pair once: within 2 · 2/3, Do = (4/3) / 4 = 1/3.
 * Overall, values {a b}, {a}, {c}, {c}: 2/3 + 1 + 1 + 1 + 1 + 0 = 14/3, twice, of 12: De = 7/9. α = 1 − 3/7. By Jaccard: 1 − (1/4) / (3/4) = 2/3.
 */
test('α of sets by MASI and by Jaccard', () => {
  const sets = setRatingsOf([
    [['b', 'a'], ['a']],
    [['c'], ['c']],
    [['c'], _],
  ])
  expect(alphaOfSets(sets, masiDistance).value).toEqual(fraction(4, 7))
  expect(alphaOfSets(sets, jaccardDistance).value).toEqual(fraction(2, 3))
  expect(
    setRatingsOf([
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ]).categories,
  ).toEqual([new Set('ab')])
  expect(alphaOfSets(setRatingsOf([]), masiDistance)).toEqual({ value: null, reason: 'no-ratings' })
})

describe('what can’t be computed says why, and is never NaN', () => {
  const all = [
    'observed',
    'cohen-kappa',
    'scott-pi',
    'bennett-s',
    'fleiss-kappa',
    'gwet-ac1',
    'gwet-ac2',
    'krippendorff-alpha',
  ] as const
  const reasonsOf = (rows: (string | number | null)[][], level: Level = 'nominal') =>
    Object.fromEntries(
      all.map(measure => {
        const measured = coefficient(ratingsOf(rows), measure, level)
        return [measure, measured.value === null ? measured.reason : measured.value]
      }),
    )
  const everywhere = (reason: string) => Object.fromEntries(all.map(measure => [measure, reason]))

  test('no ratings, one annotator, no unit in common', () => {
    expect(reasonsOf([])).toEqual(everywhere('no-ratings'))
    expect(
      reasonsOf([
        [_, _],
        [_, _],
      ]),
    ).toEqual(everywhere('no-ratings'))
    expect(reasonsOf([['a'], ['b']])).toEqual(everywhere('one-annotator'))
    expect(
      reasonsOf([
        ['a', _],
        ['b', _],
      ]),
    ).toEqual(everywhere('one-annotator'))
    expect(
      reasonsOf([
        ['a', _],
        [_, 'b'],
      ]),
    ).toEqual(everywhere('no-pairs'))
  })
  test('every rating the same', () => {
    const same = { ...everywhere('no-variation'), observed: 1 }
    expect(
      reasonsOf([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toEqual(same)
    expect(
      reasonsOf(
        [
          [5, 5],
          [5, 5],
        ],
        'interval',
      ),
    ).toEqual(same)
    expect(reasonsOf([['a', 'a']])).toEqual(same)
    // Of three annotators the measures of two say so first.
    expect(reasonsOf([['a', 'a', 'a']])).toMatchObject({
      'cohen-kappa': 'not-two-annotators',
      'fleiss-kappa': 'no-variation',
    })
  })
  test('a category that nobody chose is there for the measures that count categories', () => {
    const known = ratingsOf(
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      { categories: ['a', 'b'] },
    )
    expect(coefficient(known, 'bennett-s', 'nominal').value).toBe(1)
    expect(coefficient(known, 'gwet-ac1', 'nominal').value).toBe(1)
    expect(coefficient(known, 'cohen-kappa', 'nominal')).toEqual({ value: null, reason: 'no-variation' })
  })
  test('one unit of two values, and an annotator who rated nothing', () => {
    expect(reasonsOf([['a', 'b', _]])).toMatchObject({
      observed: 0,
      'cohen-kappa': 0,
      'scott-pi': -1,
      'krippendorff-alpha': 0,
    })
    expect(
      reasonsOf([
        ['a', 'b', 'a'],
        ['b', 'b', _],
      ]),
    ).toMatchObject({ 'scott-pi': 'not-two-annotators' })
  })
  test('words have no distance, and nothing below zero has a ratio', () => {
    expect(reasonsOf([['a', 'b']], 'interval')).toMatchObject({
      'krippendorff-alpha': 'not-numbers',
      'gwet-ac2': 'not-numbers',
    })
    expect(reasonsOf([[-1, 1]], 'ratio')).toMatchObject({
      'krippendorff-alpha': 'below-zero',
      'gwet-ac2': 'below-zero',
    })
    expect(
      reasonsOf(
        [
          [0, 0],
          [0, 3],
          [2, 3],
        ],
        'ratio',
      )['krippendorff-alpha'],
    ).toEqual(expect.any(Number))
  })
})

/*
 * Key {1 2 3} {4 5}, response {1 2} {3 4 5}.
 * B³: recall (4/3 + 1/3 + 4/2) / 5 = 11/15, precision (4/2 + 1/3 + 4/3) / 5 = 11/15.
 * MUC: key has 3 links, of {1 2 3} one stands, of {4 5} one: 2/3; the response the same.
 * CEAF: {1 2 3}–{1 2} and {4 5}–{3 4 5}: φ3 4/5; φ4 (4/5 + 4/5) / 2 = 4/5.
 * BLANC: together 4 pairs each, 2 in common; apart 6 each, 4 in common: F (1/2 + 2/3) / 2 = 7/12.
 */
test('two lists of entities that put one mention elsewhere', () => {
  const [key, response] = [
    [
      ['1', '2', '3'],
      ['4', '5'],
    ],
    [
      ['1', '2'],
      ['3', '4', '5'],
    ],
  ] as const
  const same = (above: number, below: number) => ({
    recall: fraction(above, below),
    precision: fraction(above, below),
    f1: fraction(above, below),
  })
  expect(bCubed(key, response)).toEqual(same(11, 15))
  expect(muc(key, response)).toEqual(same(2, 3))
  expect(ceaf(key, response, 'mentions')).toEqual(same(4, 5))
  expect(ceaf(key, response, 'entities')).toEqual(same(4, 5))
  expect(blanc(key, response)).toEqual(same(7, 12))
})

test('entities that nobody has are scored by nobody; those of one side alone come to nothing', () => {
  for (const score of [bCubed, muc, blanc, (k: [], r: []) => ceaf(k, r, 'entities')]) {
    expect(score([], [])).toEqual({ value: null, reason: 'nothing-annotated' })
  }
  expect(bCubed([['1', '2']], [])).toEqual({ recall: 0, precision: 0, f1: 0 })
  expect(ceaf([], [['1'], []], 'mentions')).toEqual({ recall: 0, precision: 0, f1: 0 })
  // Entities of one mention each hold no link.
  expect(muc([['1'], ['2']], [['1'], ['2']])).toEqual({ value: null, reason: 'nothing-annotated' })
  expect(blanc([['1'], ['2']], [['1'], ['2']])).toEqual({ recall: 1, precision: 1, f1: 1 })
  expect(() => bCubed([['1'], ['1']], [])).toThrow(RangeError)
})

test('CEAF finds the best assignment where taking the nearest first does not', () => {
  // Taking the pair of three first leaves the second entities with nothing: 3; the other way there are 2 + 2.
  const key = [
    ['1', '2', '3', '4', '5'],
    ['6', '7'],
  ]
  const response = [
    ['1', '2', '3', '6', '7'],
    ['4', '5'],
  ]
  expect(ceaf(key, response, 'mentions')).toMatchObject({ recall: fraction(4, 7) })
})

test('precision and recall of counts', () => {
  expect(precisionRecall({ common: 6, inKey: 8, found: 12 })).toEqual({
    recall: 0.75,
    precision: 0.5,
    f1: fraction(3, 5),
  })
  expect(precisionRecall({ common: 0, inKey: 0, found: 3 })).toEqual({ recall: 0, precision: 0, f1: 0 })
})
