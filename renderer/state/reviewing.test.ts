import { expect, test } from 'vitest'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import { layer, link, on } from '../../shared/agreement/drawnLayers.laws.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { adjudicatedOf } from '../../shared/review/adjudicated.ts'
import type { Case } from '../../shared/review/case.ts'
import { casesOf, type ReviewedLayer } from '../../shared/review/casesOf.ts'
import { withdrawnOf } from '../../shared/review/withdrawn.ts'
import { acceptLayer, acceptNone } from '../commands/reviewingActions.ts'
import type { Desk } from './desk.ts'
import { type GivenArticle, givenDesk, textOf } from './givenDesk.ts'
import { makeReviewing } from './reviewing.ts'

const articles: Record<string, GivenArticle> = {
  bridge: { lines: [['“The bridge is safe,” the mayor said on Monday.', 'body']] },
  flood: { lines: [['Dockers had walked out, and the flood came.', 'body']] },
}
const text = { bridge: textOf(articles['bridge']!), flood: textOf(articles['flood']!) }
const claim = on(text.bridge, 'The bridge is safe', 'claim')
const mayor = on(text.bridge, 'mayor', 'actor')
const wider = on(text.bridge, 'the mayor', 'actor')
const flood = on(text.flood, 'the flood', 'event')
const dockers = on(text.flood, 'Dockers', 'actor')

const layersOf = (): Record<string, ReviewedLayer[]> => ({
  bridge: [
    { ...layer('ada', [claim, mayor], [link('attributed-to', claim.id, mayor.id)]), revision: 3 },
    { ...layer('bo', [claim, wider], [link('attributed-to', claim.id, wider.id)]), revision: 5 },
  ],
  flood: [
    { ...layer('ada', [flood]), revision: 1 },
    { ...layer('bo', [dockers]), revision: 1 },
  ],
})

const known = new Map(['ada', 'bo'].map(annotator => [annotator, new Set<string>()]))

/** A reviewer whose gold layers are empty, before two articles and two layers of each. */
async function given({ isGoldOpen = true } = {}) {
  const layers = layersOf()
  const held: { desk?: ReturnType<typeof givenDesk> } = {}
  function casesIn(article: string): Case[] {
    const { verdicts, annotations, comments } = held.desk!.layerOf(article)
    const said = casesOf({
      ...{ text: text[article as keyof typeof text], layers: layers[article]!, comparing: asTheyAre },
      reviewer: { annotator: 'gold-cleo', verdicts: [...verdicts.values()], annotations: [...annotations.values()] },
      // Whether anybody disagrees, the desktop says.
      isDisputed: () => comments.size === 1,
    })
    const [judged, gold] = [verdicts.values(), annotations.values()]
    return [...said, ...withdrawnOf({ cases: said, known, verdicts: judged, gold })]
  }
  const names = [...known.keys()].map(annotator => ({ annotator, waiting: [] }))
  const told = { unread: [], unreadCount: 0, unheard: 0, counts: [], layers: [], known: names }
  const answers: Partial<Record<Call, (input: never) => unknown>> = {
    'review.article': ({ article }: { article: string }) => ({ ...told, cases: [JSON.stringify(casesIn(article))] }),
    'review.run': ({ name }: { name: string }) => {
      // Answers and events come on ways of their own: these come after the answer.
      queueMicrotask(() => setTimeout(() => tell(name)))
      const counts = [{ kind: 'only', open: 3, decided: 0, stale: 0 }]
      return { ...told, counts, articles: 2, cases: 3, isComplete: true, isCut: false }
    },
    'review.cancel': () => null,
  }
  function tell(name: string): void {
    for (const article of Object.keys(articles)) {
      const cases = casesIn(article).filter(({ kinds, state }) => state !== 'open' || kinds[0] !== 'same')
      const found = JSON.stringify([{ article, layers: [], cases }])
      reviewing.heard({ name, found, done: 1, total: 2 })
    }
  }
  const desk = givenDesk(articles, answers)
  held.desk = desk
  const { reading, opening, reviewView: view, workspace, tagging } = desk.desk
  let second = 0
  const reviewing = makeReviewing({
    ...{ ask: desk.desk.ask, reading, opening, view, randomId: () => 'run' },
    now: () => new Date(Date.UTC(2031, 2, 9, 11, 0, second++)),
    me: () => 'cleo',
    workspace: () => workspace.getState().ticket,
    articles: () => [...workspace.getState().rows.keys()],
    workOnGold: async () => isGoldOpen,
    settle: tagging.settle,
    recorded: () => desk.desk.recorder.settled(),
  })
  view.choose(['ada', 'bo'])
  await reviewing.begin()
  const quotes = () => reviewing.list().map(({ case: one }) => `${one.opinions[0]?.quote ?? 'withdrawn'} ${one.state}`)
  const keyOf = (words: string) =>
    reviewing.list().find(({ case: { opinions } }) => opinions.some(({ quote }) => quote === words))!.key
  const gold = (article: string) => desk.layerOf(article)
  const settled = async () => {
    await reviewing.settled()
    await desk.desk.recorder.settled()
  }
  return { ...desk, reviewing, view, reading, layers, quotes, keyOf, gold, settled }
}
const take = (...layers: string[]) => ({ kind: 'take', layers }) as const

test('differences are listed by weight, or by article; what all agree on is no difference', async () => {
  const { reviewing, quotes } = await given()
  expect(reviewing.getState().phase).toBe('done')
  expect(quotes()).toEqual(['Dockers open', 'the flood open', 'mayor open'])
  reviewing.setOrder('article')
  expect(quotes()).toEqual(['mayor open', 'Dockers open', 'the flood open'])
  expect(reviewing.counts()).toEqual({ total: 3, decided: 0, stale: 0 })
})

test('going to a case opens its article, where its words come into view', async () => {
  const { reviewing, reading, keyOf } = await given()
  await reviewing.goTo(keyOf('the flood'))
  expect(reading.getState().article?.ticket).toBe('flood')
  expect(reading.getState().revealed).toEqual(flood.spans[0])
  await reviewing.goTo(keyOf('mayor'))
  expect(reading.getState().article?.ticket).toBe('bridge')
})

test('a decision is one edit of gold, and one undo; the case stays in its place until another is at hand', async () => {
  const { reviewing, reading, keyOf, gold, settled, quotes } = await given()
  await reviewing.goTo(keyOf('mayor'))
  const outcome = await reviewing.decide(take('bo'))
  await settled()
  expect(outcome).toMatchObject({ kind: 'done', entry: { case: { state: 'decided' } } })
  const [made] = gold('bridge').annotations.values()
  expect(adjudicatedOf(made!.origin)).toEqual({
    of: [{ layer: 'bo', annotation: 'the mayor', revision: 5 }],
    by: 'cleo',
  })
  expect(gold('bridge').verdicts.size).toBe(2)
  expect(quotes()).toContain('mayor decided')
  expect(reading.getState().undos).toHaveLength(1)
  reading.undo()
  await settled()
  expect([gold('bridge').annotations.size, gold('bridge').verdicts.size]).toEqual([0, 0])
  expect(reviewing.current()!.case.state).toBe('open')
  reading.redo()
  expect(reviewing.current()!.case.state).toBe('decided')
  await reviewing.goTo(keyOf('the flood'))
  expect(quotes()).toEqual(['Dockers open', 'the flood open'])
  reviewing.show('decided')
  expect(quotes()).toEqual(['the flood open', 'mayor decided'])
})

test('keys that come while an article is being opened are for the cases that were at hand', async () => {
  const { reviewing, keyOf, gold, settled } = await given()
  const [first, second] = [keyOf('mayor'), keyOf('the flood')]
  void reviewing.goTo(first)
  void reviewing.decide(take('ada'))
  void reviewing.goTo(second)
  void reviewing.decide({ kind: 'none' })
  await settled()
  expect([...gold('bridge').annotations.values()].map(one => Layer.describe(one))).toEqual(['mayor'])
  expect([...gold('flood').verdicts.values()].map(({ verdict }) => verdict)).toEqual(['reject'])
})

test('the reason that was given is the decision’s, and only that one’s; it can be given afterwards', async () => {
  const { reviewing, keyOf, gold, settled } = await given()
  await reviewing.goTo(keyOf('mayor'))
  await reviewing.explain({ reason: 'too-short' })
  await reviewing.decide(take('bo'))
  await reviewing.goTo(keyOf('the flood'))
  await reviewing.decide(take('ada'))
  await settled()
  const reasonIn = (article: string) => adjudicatedOf([...gold(article).annotations.values()][0]!.origin)!.reason
  expect([reasonIn('bridge'), reasonIn('flood')]).toEqual(['too-short', undefined])
  await reviewing.explain({ reason: 'slip' })
  await settled()
  expect(reasonIn('flood')).toBe('slip')
})

test('what was changed by hand since is given up only when that is asked for once more', async () => {
  const { reviewing, keyOf, gold, settled, desk } = await given()
  await reviewing.goTo(keyOf('mayor'))
  const { made } = (await reviewing.decide({ kind: 'edit', layer: 'ada' })) as { made: readonly string[] }
  desk.reading.select(made[0]!)
  desk.tagging.setAttribute('mention', 'name')
  expect(await reviewing.decide(take('bo'))).toMatchObject({ kind: 'asks', losing: [{ id: made[0] }] })
  expect(await reviewing.reopen()).toMatchObject({ kind: 'asks' })
  expect(await reviewing.decide(take('bo'))).toMatchObject({ kind: 'asks' })
  expect(gold('bridge').annotations.get(made[0]!)?.attributes).toEqual({ mention: 'name' })
  expect(await reviewing.decide(take('bo'))).toMatchObject({ kind: 'done' })
  await settled()
  expect([...gold('bridge').annotations.values()].map(one => Layer.describe(one))).toEqual(['the mayor'])
})

test('a case whose layer somebody has changed is stale, and what was decided on others stays', async () => {
  const { reviewing, keyOf, layers, settled, quotes } = await given()
  await reviewing.goTo(keyOf('mayor'))
  await reviewing.decide(take('bo'))
  await reviewing.goTo(keyOf('the flood'))
  await reviewing.decide(take('ada'))
  await settled()
  layers['bridge'] = [layers['bridge']![0]!, { ...layer('bo', [claim, { ...wider, note: 'hm' }]), revision: 6 }]
  reviewing.changed({ workspace: 'workspace', articles: ['bridge'] })
  await settled()
  reviewing.show('all')
  expect(quotes()).toContain('mayor stale')
  expect(quotes()).toContain('the flood decided')
  expect(reviewing.counts().stale).toBe(1)
})

test('what was decided as a difference is to be looked at again where all agree by now, and can be reopened', async () => {
  const { reviewing, keyOf, layers, settled, quotes } = await given()
  await reviewing.goTo(keyOf('Dockers'))
  await reviewing.decide(take('bo'))
  await settled()
  layers['flood'] = [{ ...layer('ada', [flood, dockers]), revision: 2 }, layers['flood']![1]!]
  reviewing.changed({ workspace: 'workspace', articles: ['flood'] })
  await settled()
  expect(quotes()).toContain('Dockers stale')
  expect(reviewing.counts()).toEqual({ total: 3, decided: 0, stale: 1 })
  await reviewing.goTo(keyOf('Dockers'))
  await reviewing.decide(take('ada', 'bo'))
  await settled()
  expect(reviewing.counts()).toEqual({ total: 2, decided: 0, stale: 0 })
  reviewing.show('decided')
  expect(quotes()).toEqual(['Dockers decided'])
  await reviewing.reopen()
  await settled()
  reviewing.show('all')
  expect(quotes().sort()).toEqual(['mayor open', 'the flood open'])
})

test('nothing is decided where gold can’t be worked on', async () => {
  const { reviewing, keyOf, recorded } = await given({ isGoldOpen: false })
  await reviewing.goTo(keyOf('mayor'))
  expect(await reviewing.decide(take('bo'))).toEqual({ kind: 'nothing' })
  expect(recorded()).toEqual([])
})

test('the next case to decide comes after the one at hand, and else before it', async () => {
  const { reviewing, keyOf } = await given()
  const order = reviewing.list().map(({ key }) => key)
  await reviewing.goTo(keyOf('the flood'))
  await reviewing.decide({ kind: 'none' })
  expect(reviewing.beyond(1, true)!.key).toBe(order[2])
  await reviewing.goTo(order[2]!)
  await reviewing.decide({ kind: 'none' })
  expect(reviewing.beyond(1, true)!.key).toBe(order[0])
})

test('in another workspace nothing is known of this one', async () => {
  const { reviewing, keyOf } = await given()
  await reviewing.goTo(keyOf('mayor'))
  reviewing.forget()
  expect(reviewing.getState()).toMatchObject({ phase: 'off', current: null })
  expect(reviewing.list()).toEqual([])
})

test('the reviewer’s own gold is never decided on, though it is among the layers that are shown', async () => {
  const { reviewing, view, asked, keyOf } = await given()
  view.choose(['ada', 'bo', 'gold-cleo', 'gold-eve'])
  await reviewing.begin()
  await reviewing.goTo(keyOf('mayor'))
  await reviewing.hold(true)
  const compared = asked.flatMap(({ call, input }) =>
    call === 'review.run' || call === 'review.article' ? [(input as { layers: string[] }).layers.join()] : [],
  )
  expect([...new Set(compared)]).toEqual(['ada,bo', 'ada,bo,gold-eve'])
})

test('what is said of a decision in gold opens its case and closes it', async () => {
  const { reviewing, reading, keyOf, settled } = await given()
  await reviewing.goTo(keyOf('mayor'))
  await reviewing.decide(take('bo'))
  await settled()
  const say = async (id: string, kind: string) => {
    const comment = { id, kind, on: { article: true }, text: id, created: '2031-03-09T12:00:00.000Z' } as const
    reading.edit({ file: 'layer', edit: { kind: 'putComment', comment } })
    await settled()
    await settled()
    return reviewing.current()!.case.state
  }
  expect(await say('no', 'disagree')).toBe('open')
  expect(await say('well', 'resolve')).toBe('decided')
})

test('no layer’s key takes out of gold what nobody says any more; only who says so does', async () => {
  const { reviewing, keyOf, layers, gold, settled, quotes, desk, view } = await given()
  await reviewing.goTo(keyOf('Dockers'))
  await reviewing.decide(take('bo'))
  await settled()
  layers['flood'] = [layers['flood']![0]!, { ...layer('bo', []), revision: 2 }]
  reviewing.changed({ workspace: 'workspace', articles: ['flood'] })
  await settled()
  expect(quotes()).toContain('withdrawn stale')
  await reviewing.goTo(reviewing.list().find(({ case: one }) => one.opinions.length === 0)!.key)
  const keys = { ...desk, reviewing, reviewView: view } as unknown as Desk
  for (const place of [0, 1]) acceptLayer(keys, place)
  await settled()
  expect([gold('flood').annotations.size, gold('flood').verdicts.size]).toEqual([1, 1])
  acceptNone(keys)
  await settled()
  expect([gold('flood').annotations.size, gold('flood').verdicts.size]).toEqual([0, 0])
})
