import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTheyAre } from '../agreement/compareLayers.ts'
import { layer, link, on } from '../agreement/drawnLayers.laws.ts'
import { makeAnchor } from '../annotation/anchor.ts'
import { Layer } from '../annotation/layer.ts'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { adjudicatedOf } from './adjudicated.ts'
import type { Case } from './case.ts'
import { casesOf, type ReviewedLayer } from './casesOf.ts'
import {
  type Bench,
  type Choice,
  type Decided,
  decide,
  giveReason,
  opinionsIn,
  reopen,
  verdictsOn,
} from './decision.ts'
import { anyReviewed } from './drawnReview.laws.ts'

const text = '“The bridge is safe,” the mayor said on Monday. Dockers had walked out, and the flood came.'
const bridge = on(text, 'The bridge is safe', 'claim', { note: 'sure?' })
const mayor = on(text, 'mayor', 'actor')
const wider = on(text, 'the mayor', 'actor')
const flood = on(text, 'the flood', 'event')

const rev = (revision: number, each: DatasetLayer): ReviewedLayer => ({ ...each, revision })
const said = { attributes: { explicitness: 'explicit' }, cue: { start: 32, end: 36 } }
const ada = rev(3, layer('ada', [bridge, mayor, flood], [link('attributed-to', bridge.id, mayor.id, said)]))
const bo = rev(5, layer('bo', [bridge, wider], [link('attributed-to', bridge.id, wider.id)]))

/** A reviewer before an article: decides, and gold follows. */
function reviewing(of: string = text, layers: readonly ReviewedLayer[] = [ada, bo]) {
  const gold = new Layer()
  let [now, shown] = [0, layers]
  const cases = () =>
    casesOf({
      ...{ text: of, layers: shown, comparing: asTheyAre },
      reviewer: { annotator: 'gold-cleo', verdicts: [...gold.verdicts.values()], annotations: gold.list() },
    })
  const bench = (): Bench => ({
    ...{ text: of, gold, opinions: opinionsIn(cases()), verdicts: verdictsOn(gold.verdicts.values()), by: 'cleo' },
    now: new Date(Date.UTC(2031, 2, 4, 10, now)),
  })
  /** The case in which these words are said. */
  const at = (words: string): Case => cases().find(({ opinions }) => opinions.some(({ quote }) => quote === words))!
  function follow(decided: Decided): Decided {
    if (decided.edit) gold.apply(decided.edit)
    return decided
  }
  return {
    gold,
    cases,
    at,
    bench,
    decide: (words: string, choice: Choice, why = {}) => follow(decide(at(words), choice, why, bench())),
    reopen: (words: string) => follow(reopen(at(words), bench())),
    explain: (words: string, why: object) => gold.apply(giveReason(at(words), why, bench())!),
    /** Another time, and layers that somebody has changed. */
    later(changed: readonly ReviewedLayer[] = shown): void {
      now++
      shown = changed
    },
    told: () => told(gold),
  }
}
const take = (...layers: string[]): Choice => ({ kind: 'take', layers })
const none: Choice = { kind: 'none' }

/** What gold has, by words: annotations and of whom they are, links, verdicts. */
function told(gold: Layer): string[] {
  const words = (id: string) => Layer.describe(gold.annotations.get(id)!)
  return [
    ...gold.list().map(annotation => {
      const { of } = adjudicatedOf(annotation.origin)!
      return `${annotation.tag} ${Layer.describe(annotation)} of ${of.map(one => one.layer).join()}`
    }),
    ...[...gold.links.values()].map(
      ({ type, from, to }) =>
        `${words(from)} ${type} ${'annotation' in to ? words(to.annotation) : JSON.stringify(to)}`,
    ),
    ...[...gold.verdicts.values()].map(({ on, verdict }) => `${verdict} ${on.layer} ${on.annotation}`),
  ].sort()
}

test('what is taken stands in gold with what it was made of, by whom and why, and each opinion has its verdict', () => {
  const { decide, gold, at, cases } = reviewing()
  const { made, losing } = decide('mayor', take('bo'), {
    ...{ reason: 'too-short', reasonLabel: 'Too short', note: 'the article belongs to it' },
  })
  const [annotation] = gold.list()
  expect([made, losing]).toEqual([[annotation!.id], []])
  expect(annotation).toMatchObject({
    ...{ tag: 'actor', spans: [makeAnchor(text, wider.spans[0]!)], attributes: {} },
    ...{ created: '2031-03-04T10:00:00.000Z', modified: '2031-03-04T10:00:00.000Z' },
  })
  expect(adjudicatedOf(annotation!.origin)).toEqual({
    of: [{ layer: 'bo', annotation: 'the mayor', revision: 5 }],
    ...{ by: 'cleo', reason: 'too-short', reasonLabel: 'Too short' },
  })
  const { verdicts, state } = at('mayor')
  expect(state).toBe('decided')
  expect(verdicts).toMatchObject([
    {
      ...{ on: { layer: 'ada', annotation: 'mayor', revision: 3 }, verdict: 'change', gold: annotation!.id },
      ...{ reason: 'too-short', reasonLabel: 'Too short', note: 'the article belongs to it' },
    },
    { on: { layer: 'bo', annotation: 'the mayor' }, verdict: 'accept', gold: annotation!.id },
  ])
  expect(verdicts[1]).not.toHaveProperty('reason')
  expect(cases().filter(one => one.state !== 'open')).toHaveLength(1)
})

test('what nothing is taken of is rejected, and what is begun from is to be changed', () => {
  const first = reviewing()
  first.decide('the flood', none, { reason: 'not-one' })
  expect(first.told()).toEqual(['reject ada the flood'])
  const second = reviewing()
  second.decide('mayor', { kind: 'edit', layer: 'ada' })
  expect(second.told()).toEqual(['actor mayor of ada', 'change ada mayor', 'change bo the mayor'])
})

test('both become two annotations where they differ, and one where they say the same but for their notes', () => {
  const other = rev(5, layer('bo', [{ ...bridge, note: 'no' }, wider], bo.links))
  const { decide, told, gold } = reviewing(text, [ada, other])
  decide('mayor', take('ada', 'bo'))
  decide('The bridge is safe', take('bo', 'ada'))
  expect(told()).toEqual([
    ...['The bridge is safe attributed-to mayor', 'The bridge is safe attributed-to the mayor'],
    ...['accept ada The bridge is safe', 'accept ada mayor'],
    ...['accept bo The bridge is safe', 'accept bo the mayor'],
    ...['actor mayor of ada', 'actor the mayor of bo', 'claim The bridge is safe of ada,bo'],
  ])
  expect(gold.list().find(({ tag }) => tag === 'claim')!.note).toBe('sure?\nno')
})

test('a link comes once what it leads to is decided, and leads to what stands there then', () => {
  const { decide, told, gold } = reviewing()
  decide('The bridge is safe', take('ada'))
  expect(gold.links.size).toBe(0)
  decide('mayor', take('bo'))
  expect(told()).toContain('The bridge is safe attributed-to the mayor')
  const [made] = gold.links.values()
  expect(made).toMatchObject({ attributes: { explicitness: 'explicit' }, cue: makeAnchor(text, said.cue) })
  expect(JSON.parse(made!.rest!)).toEqual({ of: [{ layer: 'ada', link: 'attributed-to The bridge is safe mayor' }] })
  decide('mayor', none)
  expect(gold.links.size).toBe(0)
})

test('decided anew, a case has what is taken now: under the same id, with what was linked to it by hand', () => {
  const { decide, told, gold, later } = reviewing()
  decide('mayor', take('ada'))
  decide('The bridge is safe', take('ada'))
  const { id } = gold.list().find(({ tag }) => tag === 'actor')!
  const byHand = { id: 'hand', type: 'about', from: gold.list()[0]!.id, to: { annotation: id }, attributes: {} }
  gold.apply({ kind: 'putLink', link: byHand })
  later()
  const { losing } = decide('mayor', take('bo'))
  expect(losing).toEqual([])
  expect(told()).toEqual([
    ...['The bridge is safe about the mayor', 'The bridge is safe attributed-to the mayor'],
    ...['accept ada The bridge is safe', 'accept bo the mayor', 'actor the mayor of bo'],
    ...['change ada mayor', 'change bo The bridge is safe', 'claim The bridge is safe of ada'],
  ])
  expect(gold.annotations.get(id)).toMatchObject({
    ...{ created: '2031-03-04T10:00:00.000Z', modified: '2031-03-04T10:01:00.000Z' },
  })
})

test('a link of the layer that is taken now has its answers, not those of the one that was taken before', () => {
  const { decide, gold } = reviewing()
  decide('mayor', take('bo'))
  decide('The bridge is safe', take('ada'))
  decide('The bridge is safe', take('bo'))
  expect([...gold.links.values()]).toMatchObject([{ attributes: {} }])
  expect([...gold.links.values()][0]).not.toHaveProperty('cue')
})

test('what the reviewer has changed since is told before it is lost, and so are links made by hand', () => {
  const { decide, gold, at, bench, later } = reviewing()
  decide('mayor', take('ada'))
  const [annotation] = gold.list()
  const changed = { ...annotation!, note: 'mine', modified: '2031-03-04T11:00:00.000Z' }
  gold.apply({ kind: 'put', annotation: changed })
  later()
  const again = (choice: Choice) => decideOnly(at('mayor'), choice, bench()).losing
  expect(again(take('bo'))).toEqual([changed])
  expect(reopen(at('mayor'), bench()).losing).toEqual([changed])
  gold.apply({ kind: 'put', annotation: annotation! })
  expect(again(take('bo'))).toEqual([])
  const byHand = { id: 'hand', type: 'about', from: annotation!.id, to: { author: true as const }, attributes: {} }
  gold.apply({ kind: 'putLink', link: byHand })
  expect(again(take('bo'))).toEqual([])
  expect(again(none)).toEqual([annotation])
})
const decideOnly = (one: Case, choice: Choice, bench: Bench) => decide(one, choice, {}, bench)

test('reopened, a case leaves nothing in gold', () => {
  const { decide, reopen, gold, at } = reviewing()
  decide('mayor', take('bo'))
  decide('The bridge is safe', take('ada'))
  reopen('mayor')
  expect(at('mayor').state).toBe('open')
  expect(told(gold)).toEqual([
    ...['accept ada The bridge is safe', 'change bo The bridge is safe', 'claim The bridge is safe of ada'],
  ])
})

test('a link that what is taken now hasn’t goes with what had it', () => {
  const { decide, gold } = reviewing(text, [ada, rev(5, layer('bo', [bridge, wider]))])
  decide('mayor', take('bo'))
  decide('The bridge is safe', take('ada'))
  expect(gold.links.size).toBe(1)
  decide('The bridge is safe', take('bo'))
  expect(gold.links.size).toBe(0)
})

test.each(['reopened', 'decided'])('what gold has of another case too stays when one of them is %s', what => {
  const { decide, reopen, later, told, at } = reviewing()
  decide('The bridge is safe', take('ada', 'bo'))
  const moved = on(text, 'safe', 'claim', { id: bridge.id })
  const elsewhere = on(text, 'The bridge is', 'claim', { id: 'another' })
  later([ada, rev(6, layer('bo', [moved, elsewhere]))])
  const [one] = [at('safe')]
  expect(one!.opinions).toHaveLength(1)
  expect(one!.state).toBe('stale')
  if (what === 'reopened') reopen('safe')
  else decide('safe', none)
  expect(told()).toEqual([
    ...['accept ada The bridge is safe', 'claim The bridge is safe of ada'],
    ...(what === 'reopened' ? [] : ['reject bo The bridge is safe']),
  ])
})

test('a reason can be given and taken back after the decision, which stays, and is no change by hand', () => {
  const { decide, explain, gold, at, bench, later } = reviewing()
  decide('mayor', take('bo'))
  later()
  explain('mayor', { reason: 'too-short' })
  expect(adjudicatedOf(gold.list()[0]!.origin)).toMatchObject({ reason: 'too-short', by: 'cleo' })
  expect(at('mayor').verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['change', 'too-short'],
    ['accept', undefined],
  ])
  expect(at('mayor').state).toBe('decided')
  expect(reopen(at('mayor'), bench()).losing).toEqual([])
  explain('mayor', {})
  expect(adjudicatedOf(gold.list()[0]!.origin)).not.toHaveProperty('reason')
})

const anyChoice = fc.record({ kind: fc.constantFrom('take', 'both', 'none', 'edit'), which: fc.nat() })
function choiceFor({ opinions }: Case, { kind, which }: { readonly kind: string; readonly which: number }): Choice {
  const { layer } = opinions[which % opinions.length]!
  if (kind === 'none') return none
  if (kind === 'both') return take(...opinions.map(one => one.layer))
  return kind === 'edit' ? { kind: 'edit', layer } : take(layer)
}

test('law: the same decisions in any order give the same gold, and each can be undone', () => {
  fc.assert(
    fc.property(anyReviewed, fc.array(anyChoice, { minLength: 1 }), fc.array(fc.nat()), (reviewed, choices, places) => {
      const { text, layers } = reviewed
      const once = reviewing(text, layers)
      const cases = once.cases()
      const decisions = cases.map((one, i) => ({ one, choice: choiceFor(one, choices[i % choices.length]!) }))
      const inOrder = (order: typeof decisions) => {
        const desk = reviewing(text, layers)
        for (const { one, choice } of order) {
          const before = stateOf(desk.gold)
          const { edit } = decide(one, choice, {}, desk.bench())
          const undo = desk.gold.apply(edit!)
          const after = stateOf(desk.gold)
          desk.gold.apply(undo)
          expect(stateOf(desk.gold)).toEqual(before)
          desk.gold.apply(edit!)
          expect(stateOf(desk.gold)).toEqual(after)
        }
        expect(desk.cases().every(({ state }) => state === 'decided')).toBe(true)
        return stateOf(desk.gold)
      }
      const other = decisions
        .map((decision, i) => ({ decision, by: places[i] ?? 0 }))
        .sort((a, b) => a.by - b.by)
        .map(({ decision }) => decision)
      const gold = inOrder(decisions)
      expect(inOrder(other)).toEqual(gold)
      expect(inOrder([...decisions].reverse())).toEqual(gold)
    }),
    { numRuns: 25 },
  )
})

test('law: what is decided and reopened leaves gold as it was before', () => {
  fc.assert(
    fc.property(anyReviewed, anyChoice, fc.nat(), ({ text, layers }, drawn, at) => {
      const desk = reviewing(text, layers)
      const cases = desk.cases()
      if (cases.length === 0) return
      for (const one of cases.slice(0, -1)) desk.gold.apply(decide(one, choiceFor(one, drawn), {}, desk.bench()).edit!)
      const before = stateOf(desk.gold)
      const last = cases.at(-1)!
      desk.gold.apply(decide(last, choiceFor(last, { ...drawn, which: at }), {}, desk.bench()).edit!)
      const now = desk.cases().find(({ id }) => id === last.id)!
      desk.gold.apply(reopen(now, desk.bench()).edit!)
      expect(stateOf(desk.gold)).toEqual(before)
    }),
    { numRuns: 25 },
  )
})

function stateOf(gold: Layer) {
  const byId = <T extends { readonly id: string }>(all: Iterable<T>) =>
    [...all].sort((one, other) => (one.id < other.id ? -1 : 1))
  return [byId(gold.annotations.values()), byId(gold.links.values()), byId(gold.verdicts.values())]
}
