import { expect, test } from 'vitest'
import { layer } from '../../shared/agreement/drawnLayers.laws.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { adjudicatedOf } from '../../shared/review/adjudicated.ts'
import { claim, dockers, flood, given, take, text, wider } from './givenReviewing.ts'

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

test('what was withdrawn is gone to where it was, and listed with what its annotator has', async () => {
  const { reviewing, view, reading, keyOf, layers, settled } = await given()
  await reviewing.goTo(keyOf('the flood'))
  await reviewing.decide({ kind: 'none' })
  await settled()
  layers['flood'] = [{ ...layer('ada', []), revision: 2 }, layers['flood']![1]!]
  reviewing.changed({ workspace: 'workspace', articles: ['flood'] })
  await settled()
  reviewing.show('decided')
  view.filter({ annotators: ['bo'] })
  expect(reviewing.list().map(({ case: { was } }) => was?.quote)).toEqual([])
  view.filter({ annotators: ['ada'], tags: ['event'] })
  const [gone] = reviewing.list()
  expect(gone!.case).toMatchObject({ kinds: ['withdrawn'], was: { layer: 'ada', tag: 'event' } })
  expect(reviewing.tags()).toContain('event')
  reading.selectText({ start: 0, end: 0 })
  expect(await reviewing.goTo(gone!.key)).not.toBeNull()
  const at = text.flood.indexOf('the flood')
  expect(reading.getState().selection).toEqual({ start: at, end: at })
})

test('on the own layer what was decided stays decided, and what is edited there is compared anew', async () => {
  const { desk, reviewing, view, reading, working, keyOf, settled, asked } = await given()
  await reviewing.goTo(keyOf('the flood'))
  await reviewing.decide({ kind: 'none' })
  await settled()
  working.isOnGold = false
  const article = reading.getState().article!
  article.present = new Layer()
  await reviewing.hold(true)
  expect(reviewing.counts().decided).toBe(1)
  view.choose(['ada', 'bo', 'cleo'])
  const calls = () => asked.filter(({ call }) => call === 'review.article').length
  const before = calls()
  for (const status of ['done', 'in-progress'] as const)
    reading.edit({ file: 'layer', edit: { kind: 'status', status } })
  expect(reviewing.counts().decided).toBe(1)
  await desk.recorder.settled()
  await settled()
  expect(calls()).toBe(before + 1)
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
