import { expect, test } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { type Begun, type ExportChoices, type ExportFormat, makeExporting, type Weighed } from './exporting.ts'

const format = (id: string, more: Partial<ExportFormat> = {}): ExportFormat => ({
  ...{ id, makes: 'folder', extension: 'txt', units: ['codepoint', 'utf16'], canLeaveTextOut: true, options: [] },
  ...{ readBy: [], isReadBack: true, ways: [] },
  ...more,
})
const begun: Begun = {
  formats: [
    format('csv', { options: [{ name: 'mark', values: ['none', 'bom'] }] }),
    format('conll', {
      ...{ units: [], canLeaveTextOut: false },
      ways: [{ feature: 'overlap', ways: ['keep-longest', 'drop'] }],
    }),
  ],
  layers: [
    { annotator: 'ada', name: 'Ada', articles: 2 },
    { annotator: 'bo', name: 'Bo', articles: 1 },
  ],
  articles: ['t1', 't2'],
}
const weighed: Weighed = {
  ...{ articles: 2, layers: 3, annotations: 9, links: 1, bytes: 99, losses: [], told: [] },
  ...{ unplaced: 0, unread: 0, unreadNamed: [], ahead: 0, aheadNamed: [] },
}

/** What the desktop answers, and what it was asked. */
function given(answers: Partial<Record<Call, (input: never) => unknown>> = {}) {
  const asked: [Call, { readonly asked: Record<string, unknown> }][] = []
  const kept: ExportChoices[] = []
  const ask = (async (call: Call, input: never) => {
    asked.push([call, input])
    const usual = { 'export.begin': () => begun, 'export.weigh': () => weighed, ...answers } as typeof answers
    const answer = await usual[call]?.(input)
    if (answer instanceof Error) throw answer
    return answer ?? null
  }) as Ask
  const exporting = makeExporting({
    ask,
    workspace: () => 'w1',
    listed: () => ['t2', 't3'],
    open: () => 't3',
    tags: () => ['claim', 'actor'],
    keep: choices => kept.push(choices),
    show: () => {},
    hide: () => {},
  })
  const last = (call: Call) => asked.filter(([name]) => name === call).at(-1)?.[1].asked
  const settled = () => new Promise(resolve => setImmediate(resolve))
  return { exporting, asked, kept, last, settled }
}

test('what would be lost is asked for anew whenever what matters changes, and for nothing else', async () => {
  const { exporting, asked, last, settled } = given()
  await exporting.begin()
  expect(exporting.getState().weighed).toBe(weighed)
  const times = () => asked.filter(([call]) => call === 'export.weigh').length
  expect(times()).toBe(1)
  exporting.choose({ split: { shares: '80/20', seed: 1 } })
  await settled()
  expect(times()).toBe(1)
  exporting.choose({ format: 'conll' })
  exporting.chooseWay('overlap', 'drop')
  await settled()
  expect(times()).toBe(3)
  expect(last('export.weigh')).toMatchObject({ format: 'conll', fittings: { overlap: 'drop' }, split: null })
})

test('an answer to what isn’t chosen any more is passed over, and nothing is written before it was looked at', async () => {
  const answers: ((value: Weighed | null) => void)[] = []
  const weigh = () => new Promise(resolve => answers.push(resolve))
  const { exporting, settled } = given({ 'export.weigh': weigh })
  void exporting.begin()
  await settled()
  exporting.choose({ format: 'conll' })
  answers[0]!(null)
  await settled()
  expect(exporting.getState()).toMatchObject({ isWeighing: true, weighed: null })
  expect(exporting.isReady()).toBe(false)
  answers[1]!(weighed)
  await settled()
  expect(exporting.getState()).toMatchObject({ isWeighing: false, weighed })
  expect(exporting.isReady()).toBe(true)
  // A person who stops it may go on without.
  exporting.choose({ format: 'csv' })
  answers[2]!(null)
  await settled()
  expect(exporting.getState()).toMatchObject({ isWeighing: false, weighed: null })
  expect(exporting.isReady()).toBe(true)
})

test('of what was kept only that counts which there still is; all is what comes later, too', async () => {
  const { exporting, last, settled } = given()
  exporting.recall({
    ...{ format: 'conll', layers: ['ada', 'gone'], tags: ['claim', 'gone'], zones: null, articles: 'listed' },
    ...{ anonymous: true, split: null },
    formats: {
      conll: { unit: 'utf8', withText: false, fittings: { overlap: 'drop', notes: 'drop' }, options: { mark: 'bom' } },
    },
  })
  await exporting.begin()
  expect(last('export.weigh')).toEqual({
    ...{ format: 'conll', layers: ['ada'], tags: ['claim'], zones: null, articles: ['t2'], anonymous: true },
    ...{ split: null, unit: null, withText: true, fittings: { overlap: 'drop' }, options: {} },
  })
  exporting.toggle('layers', 'bo', ['ada', 'bo'])
  await settled()
  expect(exporting.getState().choices.layers).toBe(null)
  exporting.choose({ articles: 'open' })
  await settled()
  expect(exporting.isReady()).toBe(false)
})

test('what stands there is told and never written to; a place inside the workspace has to be confirmed', async () => {
  let target = { target: 'x', name: 'out', taken: 'out' as string | null, isInside: false }
  const done = { name: 'out' }
  const { exporting, asked, kept } = given({ 'export.choose': () => target, 'export.write': () => done })
  const writes = () => asked.filter(([call]) => call === 'export.write').length
  await exporting.begin()
  expect(await exporting.export()).toBeNull()
  expect(exporting.getState().target).toBe(target)
  expect(await exporting.confirm()).toBeNull()
  target = { target: 'x', name: 'out', taken: null, isInside: true }
  expect(await exporting.export()).toBeNull()
  expect(writes()).toBe(0)
  expect(await exporting.confirm()).toBe(done)
  expect(exporting.getState()).toMatchObject({ step: 'done', done, target: null })
  expect([writes(), kept.length]).toEqual([1, 1])
})

test('stopped or failed, what was chosen is there again, and why', async () => {
  let answer: unknown = null
  const { exporting } = given({
    'export.choose': () => ({ target: 'x', name: 'out', taken: null, isInside: false }),
    'export.write': () => answer,
  })
  await exporting.begin()
  await exporting.export()
  expect(exporting.getState()).toMatchObject({ step: 'choosing', done: null, problem: null, isStopped: true })
  answer = new Problem('disk-full')
  await exporting.export()
  expect(exporting.getState()).toMatchObject({ step: 'choosing', problem: { kind: 'disk-full' }, isStopped: false })
})
