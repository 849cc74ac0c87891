import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetAnnotation } from '../../dataset/dataset.ts'
import { anyArticles } from '../../dataset/drawnDataset.laws.ts'
import { noneMerged } from '../../project/merged.ts'
import { agreementReport } from '../agreementReport.ts'
import { differencesIn } from '../anatomy.ts'
import { articleAgreement } from '../articleAgreement.ts'
import { articleFindings } from '../articleFindings.ts'
import { seeded } from '../coefficients/seeded.ts'
import { asTheyAre, compareLayers } from '../compareLayers.ts'
import { layer, on } from '../drawnLayers.laws.ts'
import { unitizingAlpha } from '../unitizingAlpha.ts'
import { type FigureGroup, type FigureScope, figureMeasures, unitizingMeasures } from './figure.ts'
import { figuresOf, pairsIn } from './figures.ts'
import { offeredBy, type Question } from './offered.ts'

const text = 'The mayor said the old bridge is safe, and Dockers walked out over pay.'
const questions: Question[] = [
  { id: 'sure', tag: 'claim', kind: 'number', choices: [] },
  { id: 'scale', tag: 'claim', kind: 'choice', choices: ['1', '2', '3'].map(id => ({ id: `c${id}`, label: id })) },
  { id: 'frames', tag: 'claim', kind: 'several', choices: [] },
]
const tags = ['claim', 'actor']
const group = (groups: readonly FigureGroup[], over: FigureScope['over'], tag: string | null, question?: string) =>
  groups.find(one => one.over === over && one.tag === tag && one.question === (question ?? null))!
const figure = ({ figures }: FigureGroup, measure: string, level: string | null = 'nominal') =>
  figures.find(one => one.measure === measure && one.level === level)!

const claims = (...answers: DatasetAnnotation['attributes'][]) =>
  ['the old bridge', 'is safe', 'Dockers walked out'].map((words, i) =>
    on(text, words, 'claim', { attributes: answers[i] ?? {} }),
  )
const ada = layer('ada', [
  on(text, 'The mayor', 'actor', { entity: 'm' }),
  ...claims({ sure: 1, scale: 'c1', frames: ['x', 'y'] }, { sure: 2, scale: 'c2', frames: ['x'] }, { sure: 5 }),
])
const bo = layer('bo', [
  on(text, 'mayor', 'actor', { entity: 'n' }),
  on(text, 'Dockers', 'actor', { entity: 'd' }),
  ...claims({ sure: 1, scale: 'c1', frames: ['x'] }, { sure: 3, scale: 'c3', frames: ['x'] }, { sure: 5 }),
])
const figures = figuresOf([articleAgreement(text, [bo, ada], asTheyAre)], null, { questions, tags })

test('levels, tokens, units, answers, the continuum and entities are measured, each with n or a reason', () => {
  expect(figure(group(figures, 'annotations', 'claim'), 'f1-exact', null)).toMatchObject({ value: 1, reason: null })
  expect(figure(group(figures, 'annotations', 'actor'), 'f1-found', null).value).toBeCloseTo(2 / 3, 12)
  expect(figure(group(figures, 'annotations', 'claim'), 'same-entity', null)).toMatchObject({ reason: 'no-pairs' })
  // Sixteen tokens with the comma and the full stop; of two actors' three tokens one is shared.
  expect(group(figures, 'tokens', 'actor')).toMatchObject({ n: 16, articles: 1, tag: 'actor', pair: null })
  expect(figure(group(figures, 'tokens', 'actor'), 'observed').value).toBeCloseTo(14 / 16, 12)
  expect(figure(group(figures, 'tokens', 'claim'), 'cohen-kappa').value).toBe(1)
  expect(group(figures, 'units', 'actor').prevalence).toEqual([
    { value: '', share: 7 / 10 },
    { value: 'actor', share: 3 / 10 },
  ])
  // Distances of 1, 2, 3, 5: two of three units are the same.
  expect(figure(group(figures, 'answers', 'claim', 'sure'), 'observed').value).toBeCloseTo(2 / 3, 12)
  expect(figure(group(figures, 'answers', 'claim', 'sure'), 'krippendorff-alpha', 'interval').value).toBeCloseTo(
    1 - 2 / 6 / ((2 * (6 * (1 + 4 + 9 + 1 + 25 + 25) - 17 ** 2)) / 30),
    12,
  )
  // A scale whose choices are called by numbers: 1, 1 and 2, 3; the third unit lacks an answer.
  expect(figure(group(figures, 'answers', 'claim', 'scale'), 'krippendorff-alpha', 'interval').value).toBeCloseTo(
    1 - 2 / 4 / ((2 * (4 * (1 + 1 + 4 + 9) - 49)) / 12),
    12,
  )
  // MASI of {x, y} and {x} is 1 − 2/3 · 1/2; by chance of {x, y}, three {x} and none.
  const masi = figure(group(figures, 'answers', 'claim', 'frames'), 'krippendorff-alpha', 'sets')
  expect(masi.value).toBeCloseTo(1 - (2 * (2 / 3)) / 4 / ((2 * 3 * (2 / 3)) / 12), 12)
  const [own] = [ada, bo].map(({ annotations }) => annotations)
  expect(own!.length).toBe(4)
  const spans = (from: typeof ada) =>
    from.annotations.filter(({ tag }) => tag === 'actor').map(({ spans: [span] }) => ({ ...span!, category: 'actor' }))
  expect(figure(group(figures, 'continuum', 'actor'), 'u-alpha').value).toBeCloseTo(
    unitizingAlpha(text.length, [spans(ada), spans(bo)]).u!,
    12,
  )
  // One mention is common, of one in the key and two found: recall 1, precision 1/2.
  expect(figure(group(figures, 'entities', 'actor'), 'b-cubed', null).value).toBeCloseTo(2 / 3, 12)
  expect(group(figures, 'entities', null).n).toBe(3)
  expect(figure(group(figures, 'units', null), 'krippendorff-alpha').interval).toBeNull()
})

test('chance is counted over all that could be chosen: a question’s choices, yes and no, the codebook’s tags, a tag or not', () => {
  const choices = ['1', '2', '3', '4'].map(id => ({ id: `c${id}`, label: id }))
  const given = { label: '', key: '', guidance: '', folded: false }
  const attributes = [
    { ...given, id: 'scale', tag: 'claim', kind: 'choice' as const, choices },
    {
      ...{ ...given, id: 'tone', tag: 'claim', kind: 'choice' as const },
      choices: [
        ...choices,
        { id: 'c5', label: '5', retired: true as const },
        { ...choices[0]!, id: 'c6', mergedInto: 'c1' },
      ],
    },
    { ...given, id: 'live', tag: 'claim', kind: 'yes-no' as const, choices: [] },
  ]
  const tag = { label: '', key: '', colour: '#0072b2', mark: 'solid' as const, guidance: '', examples: [] }
  const known = ['claim', 'actor', 'event', 'gone'].map(id => ({
    ...{ ...tag, id, snap: [], entityKinds: [] },
    ...(id === 'gone' ? { retired: true as const } : {}),
  }))
  const offered = offeredBy({ tags: known, attributes }, null)
  expect(offered.tags).toEqual(['claim', 'actor', 'event'])
  // What was given up, and what there never was, could not be chosen, whoever looks at it.
  expect(offeredBy({ tags: known, attributes }, ['gone', 'claim', 'claimm']).tags).toEqual(['claim'])
  const article = articleAgreement(
    text,
    [
      layer(
        'ada',
        claims(
          { scale: 'c1', tone: 'c1', live: true },
          { scale: 'c1', tone: 'c1', live: true },
          { scale: 'c2', tone: 'c1' },
        ),
      ),
      layer(
        'bo',
        claims(
          { scale: 'c1', tone: 'c1', live: true },
          { scale: 'c2', tone: 'c1', live: true },
          { scale: 'c2', tone: 'c1' },
        ),
      ),
    ],
    asTheyAre,
  )
  const told = figuresOf([article], null, offered)
  // Two of three are the same, half of the answers c1 and half c2, of four choices and leaving it open.
  const scale = group(told, 'answers', 'claim', 'scale')
  expect(scale.prevalence.map(({ value, share }) => [value, share])).toEqual([
    ...[
      ['', 0],
      ['c1', 0.5],
      ['c2', 0.5],
      ['c3', 0],
      ['c4', 0],
    ],
  ])
  expect(figure(scale, 'gwet-ac1').value).toBeCloseTo((2 / 3 - 0.5 / 4) / (1 - 0.5 / 4), 12)
  expect(figure(scale, 'bennett-s').value).toBeCloseTo((2 / 3 - 1 / 5) / (1 - 1 / 5), 12)
  // Nobody chose 4, which is on the scale all the same, as an open answer isn’t: 1 and 2 differ by one of three steps.
  const weight = 1 - 1 / 9
  const total = 4 + 6 * weight + 4 * (1 - 4 / 9)
  const byChance = (total * 0.5) / 12
  expect(figure(scale, 'gwet-ac2', 'interval').value).toBeCloseTo(((2 + weight) / 3 - byChance) / (1 - byChance), 12)
  // All chose the same of four that are offered and leaving it open; what was given up isn't. κ has nothing to say of it.
  const tone = group(told, 'answers', 'claim', 'tone')
  expect(tone.prevalence.length).toBe(5)
  expect([figure(tone, 'gwet-ac1').value, figure(tone, 'bennett-s').value]).toEqual([1, 1])
  expect(figure(tone, 'cohen-kappa')).toMatchObject({ value: null, reason: 'no-variation' })
  expect(group(told, 'answers', 'claim', 'live').prevalence.map(({ value }) => value)).toEqual([
    ...['', 'false', 'true'],
  ])
  // Units: three tags that are offered, and none; matched, the tags alone; of one tag it or not.
  expect(group(told, 'units', null).prevalence.map(({ value }) => value)).toEqual(['', 'actor', 'claim', 'event'])
  expect(group(told, 'matched', null).prevalence.map(({ value }) => value)).toEqual(['actor', 'claim', 'event'])
  for (const over of ['tokens', 'units', 'matched'] as const)
    expect(group(told, over, 'claim').prevalence.map(({ value }) => value)).toEqual(['', 'claim'])
  // What was answered though nothing offers it counts as well.
  expect(
    group(figuresOf([article], null, { questions: [], tags: [] }), 'answers', 'claim', 'scale').prevalence.length,
  ).toBe(2)
})

test('an answer that both gave and one of them leaves open makes no measure rise: leaving it open always was an answer', () => {
  const live: Question = { id: 'live', tag: 'claim', kind: 'yes-no', choices: [] }
  // Nine of ten the same, half of them yes; then one of the nine is left open by Bo.
  const article = (left: readonly number[]) => {
    const words = 'abcdefghij'.split('')
    const of = (annotator: string, answered: (i: number) => DatasetAnnotation['attributes']) =>
      layer(
        annotator,
        words.map((one, i) => on(words.join(' '), one, 'claim', { attributes: answered(i) })),
      )
    const layers = [
      of('ada', i => ({ live: i < 5 })),
      of('bo', i => (left.includes(i) ? {} : { live: i < 5 || i === 9 })),
    ]
    return articleAgreement(words.join(' '), layers, asTheyAre)
  }
  const scores = (left: readonly number[]) => {
    const told = figuresOf([article(left)], null, { questions: [live], tags: ['claim'] })
    const answers = group(told, 'answers', 'claim', 'live')
    return (['observed', 'cohen-kappa', 'bennett-s', 'gwet-ac1', 'gwet-ac2'] as const).map(
      measure => figure(answers, measure).value!,
    )
  }
  const [all, open] = [scores([]), scores([0])]
  // S of three answers: (Po − 1/3) / (2/3). AC1: of eleven and nine of twenty, Pe = (2 · .55 · .45) / 2; then of 9, 10 and 1 of twenty.
  expect(all[2]).toBeCloseTo((0.9 - 1 / 3) / (2 / 3), 12)
  expect(open[2]).toBeCloseTo((0.8 - 1 / 3) / (2 / 3), 12)
  const [before, after] = [0.55 * 0.45, (0.45 * 0.55 + 0.5 * 0.5 + 0.05 * 0.95) / 2]
  expect(all[3]).toBeCloseTo((0.9 - before) / (1 - before), 12)
  expect(open[3]).toBeCloseTo((0.8 - after) / (1 - after), 12)
  for (const [i, value] of open.entries()) expect(value).toBeLessThan(all[i]!)
})

test('who was merged into another is that other: for the level, in B³, in CEAF and for the kind of difference', () => {
  const named = (annotator: string, entities: readonly string[]) =>
    layer(
      annotator,
      ['The mayor', 'the old bridge', 'Dockers'].map((words, i) => on(text, words, 'actor', { entity: entities[i]! })),
    )
  // Ada's m1 and m2 were merged: what she parts, Bo has as one.
  const layers = [named('ada', ['m1', 'm2', 'd']), named('bo', ['m', 'm', 'd'])]
  const scores = (entities: ReadonlyMap<string, string>) => {
    const merged = { ...noneMerged, entities }
    const told = figuresOf([articleAgreement(text, layers, { ...asTheyAre, merged })], null, { questions, tags })
    const level = figure(group(told, 'annotations', 'actor'), 'same-entity', null).value
    return [level, ...group(told, 'entities', null).figures.map(({ value }) => value)]
  }
  const [level, ...others] = scores(new Map())
  expect(level).toBeCloseTo(1 / 3, 12)
  for (const value of others) expect(value).toBeLessThan(1)
  expect(
    scores(
      new Map([
        ['m1', 'm'],
        ['m2', 'm'],
      ]),
    ),
  ).toEqual([1, 1, 1, 1])
  const compared = (entities: ReadonlyMap<string, string>) =>
    compareLayers(text, layers, { ...asTheyAre, merged: { ...noneMerged, entities } })[0]!
  const kinds = (one: ReturnType<typeof compared>) =>
    one.matches.flatMap(({ differences }) => differences.map(({ kind }) => kind))
  expect([
    kinds(compared(new Map())),
    kinds(
      compared(
        new Map([
          ['m1', 'm'],
          ['m2', 'm'],
        ]),
      ),
    ),
  ]).toEqual([['entity', 'entity'], []])
})

test('of more than two annotators each pair is told too, and what is a measure of two alone has its reason', () => {
  const cy = layer('cy', [on(text, 'over pay', 'event')])
  const articles = [articleAgreement(text, [bo, ada, cy], asTheyAre), articleAgreement(text, [cy], asTheyAre)]
  expect(pairsIn(articles)).toEqual([
    { a: 'ada', b: 'bo' },
    { a: 'ada', b: 'cy' },
    { a: 'bo', b: 'cy' },
  ])
  const all = figuresOf(articles, null, { questions, tags })
  expect(figure(group(all, 'tokens', 'claim'), 'cohen-kappa')).toMatchObject({ reason: 'not-two-annotators' })
  expect(figure(group(all, 'tokens', 'claim'), 'fleiss-kappa').value).toBeLessThan(1)
  const pair = figuresOf(articles, { a: 'ada', b: 'bo' }, { questions, tags })
  const told = (groups: readonly FigureGroup[]) => groups.map(one => ({ ...one, pair: null }))
  // What the third marked alone is no unit of theirs, and a tag of hers rates their tokens with nothing.
  expect(told(pair).filter(one => one.tag !== 'event')).toEqual(told(figures))
  expect(figure(group(pair, 'tokens', 'event'), 'krippendorff-alpha')).toMatchObject({ reason: 'no-variation' })
})

test('intervals are drawn over articles, and hold the figure', () => {
  const random = seeded(4)
  const articles = Array.from({ length: 30 }, () => {
    const some = (from: typeof ada) => ({ ...from, annotations: from.annotations.filter(() => random() < 0.7) })
    return articleAgreement(text, [some(ada), some(bo)], asTheyAre)
  })
  const once = figuresOf(articles, null, { questions, tags, samples: 200 })
  for (const { over, figures } of once)
    for (const { measure, value, interval } of figures) {
      if (value === null || !interval || interval.value === null) continue
      expect(interval, `${over} ${measure}`).toMatchObject({ confidence: 0.95, samples: 200, seed: 1 })
      expect(interval.value.low, `${over} ${measure}`).toBeLessThanOrEqual(value)
      expect(interval.value.high, `${over} ${measure}`).toBeGreaterThanOrEqual(value)
    }
  const wide = figure(group(once, 'tokens', 'actor'), 'cohen-kappa').interval!
  expect(wide.value!.high - wide.value!.low).toBeGreaterThan(0.05)
  expect(
    figure(
      group(figuresOf(articles.slice(0, 1), null, { questions, tags, samples: 9 }), 'tokens', 'claim'),
      'observed',
    ),
  ).toMatchObject({ interval: { reason: 'one-article' } })
})

test('law: neither the order of articles, layers and annotations nor who is called first changes a figure', () => {
  fc.assert(
    fc.property(anyArticles, drawn => {
      const of = (turn: boolean) => {
        const told = drawn.map(({ text, layers }) =>
          articleAgreement(
            text,
            turn ? layers.toReversed().map(one => ({ ...one, annotations: one.annotations.toReversed() })) : layers,
            asTheyAre,
          ),
        )
        return figuresOf(turn ? told.toReversed() : told, null, { questions, tags, samples: 3 })
      }
      expect(of(true)).toEqual(of(false))
      const renamed = drawn.map(({ text, layers }) => {
        const other: Record<string, string> = { ada: 'zoe' }
        return articleAgreement(
          text,
          layers.map(one => ({ ...one, annotator: other[one.annotator] ?? one.annotator })),
          asTheyAre,
        )
      })
      const values = (groups: readonly FigureGroup[]) =>
        groups.flatMap(({ figures }) => figures.map(({ value }) => (value === null ? null : Number(value.toFixed(9)))))
      expect(values(figuresOf(renamed, null, { questions, tags }))).toEqual(values(of(false)))
    }),
    { numRuns: 25 },
  )
})

test('law: layers that say the same have 1 by every measure that has a value, and every measure has one somewhere', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyArticles, fc.constantFrom(['ada', 'bo'], ['ada', 'bo', 'cy']), (drawn, annotators) => {
      const told = drawn.flatMap(({ text, layers: [one] }) =>
        one ? [{ text, layers: annotators.map(annotator => ({ ...one, annotator })), metadata: {} }] : [],
      )
      const findings = told.map(article => articleFindings(article, asTheyAre))
      const agreements = findings.map(({ agreement }) => agreement)
      for (const { over, tag, figures } of figuresOf(agreements, null, { questions, tags }))
        for (const { measure, level, value, reason } of figures)
          if (value === null) expect(reason).toBeTypeOf('string')
          else {
            expect(value, `${over} ${tag} ${measure} ${level}`).toBeCloseTo(1, 9)
            seen.add(measure)
          }
      const { anatomy, confusion } = agreementReport(findings)
      expect([anatomy.all.same, differencesIn(anatomy.all)]).toEqual([anatomy.all.places, 0])
      for (const { row, column } of confusion) expect(row).toBe(column)
    }),
    { numRuns: 50 },
  )
  expect([...seen].sort()).toEqual([...figureMeasures].sort())
})

test('law: layers that were shuffled come to about 0, or below it, by every measure that takes chance out', () => {
  const random = seeded(11)
  const count = 500
  const long = Array.from({ length: count }, (_, i) => `w${String(i).padStart(3, '0')}`).join(' ')
  const answers = () => ({
    attributes: { size: Math.floor(random() * 4), kinds: ['p', 'q', 'r'].filter(() => random() < 0.5) },
  })
  const tagged = (id: number, start: number, end: number): DatasetAnnotation[] => {
    const tag = ['actor', 'event', 'claim', null][Math.floor(random() * 4)]
    return tag ? [{ id: String(id), tag, spans: [{ start, end }], ...answers() }] : []
  }
  // Words of one text, whose places are the same wherever two meet; or stretches that begin and end anywhere.
  const words = (annotator: string) =>
    layer(annotator, Array.from({ length: count }, (_, i) => tagged(i, i * 5, i * 5 + 4)).flat())
  const anywhere = (annotator: string) => {
    const own: DatasetAnnotation[] = []
    for (let at = 0; ; ) {
      const start = at + Math.floor(random() * 7)
      at = start + 1 + Math.floor(random() * 9)
      if (at > long.length) return layer(annotator, own)
      own.push(...tagged(own.length, start, at))
    }
  }
  const asked = ['actor', 'event', 'claim'].flatMap((tag): Question[] => [
    { id: 'size', tag, kind: 'number', choices: [] },
    { id: 'kinds', tag, kind: 'several', choices: [] },
  ])
  const seen = new Set<string>()
  const look = (made: (annotator: string) => ReturnType<typeof layer>, overs: readonly string[]) => {
    const articles = Array.from({ length: 10 }, () => articleAgreement(long, ['ada', 'bo', 'cy'].map(made), asTheyAre))
    const pair = { a: 'ada', b: 'bo' }
    const told = [null, pair].flatMap(of => figuresOf(articles, of, { questions: asked, tags }))
    for (const { over, pair, tag, question, figures } of told)
      for (const { measure, level, value } of overs.includes(over) ? figures : []) {
        // S and AC know nothing of how often each value is chosen: where all are as often, chance is theirs too.
        const isEven = over === 'answers' || (over === 'matched' && tag === null)
        const isBlind = measure === 'bennett-s' || measure.startsWith('gwet')
        const isOfTwo = measure === 'cohen-kappa' || measure === 'scott-pi'
        if (measure === 'observed' || (isBlind && !isEven) || (isOfTwo && !pair)) continue
        if (over === 'continuum' && pair) continue
        seen.add(`${over} ${measure} ${level}`)
        const says = `${over} ${tag} ${question} ${measure} ${level}: ${value}`
        // What all left out is no unit, so that units have less agreement than chance would give: the more so the fewer are found by two.
        if (value === null) throw new Error(says)
        const bound = pair || measure === 'gwet-ac2' ? 2 * BOUND : BOUND
        if (over === 'units') expect(value, says).toBeLessThan(bound)
        else expect(Math.abs(value), says).toBeLessThan(bound)
      }
  }
  look(words, ['tokens', 'units', 'matched', 'answers'])
  look(anywhere, ['continuum'])
  const corrected = [
    'cohen-kappa',
    'scott-pi',
    'fleiss-kappa',
    'krippendorff-alpha',
    'bennett-s',
    'gwet-ac1',
    'gwet-ac2',
  ]
  for (const measure of corrected)
    for (const over of ['matched', 'answers']) expect(seen).toContain(`${over} ${measure} nominal`)
  for (const one of [
    ...['answers krippendorff-alpha interval', 'answers krippendorff-alpha ordinal', 'answers krippendorff-alpha sets'],
    ...['answers gwet-ac2 ordinal', 'answers gwet-ac2 interval', 'tokens krippendorff-alpha nominal'],
    ...['tokens cohen-kappa nominal', 'tokens krippendorff-alpha sets', 'units krippendorff-alpha nominal'],
    ...unitizingMeasures.map(measure => `continuum ${measure} nominal`),
  ])
    expect(seen).toContain(one)
})

/** How far from 0 chance may carry a figure in drawings of this size; of two of three annotators, and with weights, twice as far. */
const BOUND = 0.06
