import { expect, test } from 'vitest'
import { asTheyAre } from '../agreement/compareLayers.ts'
import { layer, on } from '../agreement/drawnLayers.laws.ts'
import { Layer } from '../annotation/layer.ts'
import type { Case } from './case.ts'
import { casesOf, type ReviewedLayer } from './casesOf.ts'
import { type Choice, decide, opinionsIn, reopen, verdictsOn } from './decision.ts'
import { followGold } from './followGold.ts'
import { placeOfCase } from './judgedWas.ts'
import { agreedOn } from './takeAgreed.ts'
import { whyStale } from './whyStale.ts'
import { withdrawnOf } from './withdrawn.ts'

const text = 'Dockers had walked out, and the flood came.'
const [dockers, flood] = [on(text, 'Dockers', 'actor'), on(text, 'the flood', 'event')]
const layers = (...bo: readonly (typeof dockers)[]): ReviewedLayer[] => [
  { ...layer('ada', [flood]), revision: 1 },
  { ...layer('bo', [...bo]), revision: 2 },
]
const known = new Map(['ada', 'bo'].map(annotator => [annotator, new Set<string>()]))

/** What a comparison of these layers says, after Bo's “Dockers” was decided, and what he has was made this. */
function given(
  choice: Choice,
  after: readonly ReviewedLayer[],
  waiting: readonly string[] = [],
  isDisputed = () => false,
) {
  const knownAfter = new Map([...known, ['bo', new Set(waiting)]])
  const gold = new Layer()
  const compare = (of: readonly ReviewedLayer[], known = knownAfter): Case[] => {
    const verdicts = [...gold.verdicts.values()].flatMap(one => ('on' in one ? [one] : []))
    const reviewer = { annotator: 'gold-cleo', verdicts, annotations: gold.list() }
    const cases = casesOf({ text, layers: of, comparing: asTheyAre, reviewer, known })
    return [...cases, ...withdrawnOf({ cases, known, verdicts, gold: gold.list(), isDisputed })]
  }
  const bench = (cases: readonly Case[]) => ({
    ...{ text, gold, opinions: opinionsIn(cases), verdicts: verdictsOn(gold.verdicts.values()), by: 'cleo' },
    now: new Date(Date.UTC(2031, 2, 4, 10)),
  })
  const before = compare(layers(dockers), known)
  const one = before.find(({ opinions }) => opinions.some(({ quote }) => quote === 'Dockers'))!
  gold.apply(decide(one, choice, {}, bench(before)).edit!)
  const cases = compare(after)
  return { gold, cases, bench: bench(cases), compare: () => compare(after) }
}
const kinds = (cases: readonly Case[]) => cases.map(one => `${one.kinds.join()} ${one.state}`)

test('what was decided on an annotation that has gone since is a case to be looked at again, and says whose it was', () => {
  const { cases } = given({ kind: 'take', layers: ['bo'] }, layers())
  expect(kinds(cases)).toEqual(['only open', 'withdrawn stale'])
  const [, gone] = cases
  expect(whyStale(gone!)).toEqual([{ kind: 'withdrawn', layer: 'bo' }])
  expect(gone).toMatchObject({ verdicts: [{ verdict: 'accept', on: { layer: 'bo' } }], silent: ['ada', 'bo'] })
  expect(agreedOn(gone!, 'all')).toBeNull()
  expect(kinds(given({ kind: 'none' }, layers(dockers)).cases)).toEqual(['only decided', 'only open'])
})

test('what was turned down and has gone is decided, whoever disagrees opens it', () => {
  const { cases, gold } = given({ kind: 'none' }, layers())
  expect(kinds(cases)).toEqual(['only open', 'withdrawn decided'])
  expect(followGold(cases, gold, known)).toEqual(cases)
  const disputed = given({ kind: 'none' }, layers(), [], () => true)
  expect(kinds(disputed.cases)).toEqual(['only open', 'withdrawn open'])
  expect(kinds(followGold(disputed.cases, disputed.gold, known))).toEqual(['only open', 'withdrawn open'])
})

test('of what has gone it is told what it was and where, whatever was decided on it', () => {
  for (const [choice, extent] of [
    [{ kind: 'none' }, { start: 0, end: 0 }],
    [
      { kind: 'take', layers: ['bo'] },
      { start: 0, end: 7 },
    ],
    [
      { kind: 'edit', layer: 'bo' },
      { start: 0, end: 7 },
    ],
  ] as const) {
    const [, gone] = given(choice, layers()).cases
    expect(gone).toMatchObject({ was: { layer: 'bo', tag: 'actor', quote: 'Dockers' }, extent })
    expect(placeOfCase(gone!, text)).toEqual({ start: 0, end: 7 })
    expect(placeOfCase(gone!, `At dawn: ${text}`)).toEqual(extent.end > 0 ? extent : { start: 9, end: 16 })
  }
  // What an earlier version decided says no more than whose it was.
  const { gold } = given({ kind: 'none' }, layers())
  const verdicts = [...gold.verdicts.values()].map(({ on: { rest: _, ...on }, ...one }) => ({ ...one, on }))
  const [old] = withdrawnOf({ cases: [], known, verdicts, gold: [] })
  expect([old!.was, placeOfCase(old!, text)]).toEqual([undefined, null])
})

test('what gold has of it goes, or stays and is nobody’s decision any more; and an undo brings the case back', () => {
  for (const [choice, left] of [
    [{ kind: 'none' }, 0],
    [{ kind: 'take', layers: [] }, 1],
  ] as const) {
    const { cases, gold, bench, compare } = given({ kind: 'take', layers: ['bo'] }, layers())
    const gone = cases.find(one => one.kinds.includes('withdrawn'))!
    expect(gone.gold).toHaveLength(1)
    const undo = gold.apply(decide(gone, choice, {}, bench).edit!)
    expect([gold.verdicts.size, gold.list().length]).toEqual([0, left])
    expect(followGold(cases, gold, known)).toEqual(compare())
    expect(kinds(compare())).toEqual(['only open'])
    gold.apply(undo)
    const again = followGold(followGold(cases, gold, known), gold, known)
    expect(again).toEqual(compare())
    expect(again[1]).toBe(cases[1])
    gold.apply(reopen(gone, bench).edit!)
    expect([gold.verdicts.size, gold.list().length]).toEqual([0, 0])
  }
})

test('of a layer that isn’t compared nobody knows what has gone', () => {
  const { gold } = given({ kind: 'none' }, layers())
  const verdicts = [...gold.verdicts.values()].flatMap(one => ('on' in one ? [one] : []))
  expect(withdrawnOf({ cases: [], known: new Map([['ada', new Set()]]), verdicts, gold: [] })).toEqual([])
})

test('what only waits for a place since the text changed has not been withdrawn', () => {
  for (const choice of [{ kind: 'none' }, { kind: 'take', layers: ['bo'] }] as const) {
    const { cases, gold } = given(choice, layers(), [dockers.id])
    expect(kinds(cases)).toEqual(['only open'])
    expect(followGold(cases, gold, new Map([...known, ['bo', new Set([dockers.id])]]))).toEqual(cases)
    const state = choice.kind === 'none' ? 'decided' : 'stale'
    expect(kinds(followGold(cases, gold, known))).toEqual(['only open', `withdrawn ${state}`])
  }
})

test('what several said and gold has is decided while what one of them said waits for a place', () => {
  const said = (...bo: readonly (typeof dockers)[]): ReviewedLayer[] => [
    { ...layer('ada', [dockers]), revision: 1 },
    { ...layer('bo', [...bo]), revision: 2 },
  ]
  const gold = new Layer()
  const compare = (of: readonly ReviewedLayer[], waiting: readonly string[]) => {
    const verdicts = [...gold.verdicts.values()].flatMap(one => ('on' in one ? [one] : []))
    const reviewer = { annotator: 'gold-cleo', verdicts, annotations: gold.list() }
    const now = new Map([...known, ['bo', new Set(waiting)]])
    return { now, cases: casesOf({ text, layers: of, comparing: asTheyAre, reviewer, known: now }) }
  }
  const { cases } = compare(said(dockers), [])
  const bench = { text, gold, opinions: opinionsIn(cases), verdicts: verdictsOn([]), by: 'cleo' }
  const both = { kind: 'take', layers: ['ada', 'bo'] } as const
  gold.apply(decide(cases[0]!, both, {}, { ...bench, now: new Date(Date.UTC(2031, 2, 4, 10)) }).edit!)
  const waits = compare(said(), [dockers.id])
  expect(kinds(waits.cases)).toEqual(['only decided'])
  expect(followGold(waits.cases, gold, waits.now)).toEqual(waits.cases)
  expect(kinds(compare(said(), []).cases)).toEqual(['only stale'])
})
