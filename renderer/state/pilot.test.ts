import { expect, test } from 'vitest'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import type { Ask } from './ask.ts'
import { makePilot } from './pilot.ts'

const interval = { value: { low: 0.6, high: 0.9 }, confidence: 0.95, samples: 1000, defined: 1000, seed: 1 }
const figure = { measure: 'f1-found', level: null, value: 0.8, reason: null, n: 10, interval } as const
const none = { measure: 'f1-links', level: null, value: null, reason: 'nothing-rated', n: 0, interval: null } as const
const group = {
  ...{ over: 'annotations', pair: null, tag: null, question: null, articles: 8, n: 10, prevalence: [] },
  ...{ partingWays: null, figures: [figure, none] },
} as unknown as FigureGroup
const answers = {
  group: { ...group, over: 'answers', tag: 'claim', question: 'polarity' },
  begun: {
    layers: ['ada', 'ben', 'gold-ada'].map(annotator => ({
      ...{ annotator, name: annotator, articles: 8, isGold: annotator.startsWith('gold') },
    })),
    sealed: ['Cleo'],
  },
  run: { report: JSON.stringify({ articles: 8, annotators: ['ada', 'ben'] }), unread: 1, unplaced: 0 },
}

/** A pilot whose desktop answers so, and what it was asked. */
function piloting(said: Readonly<Record<string, unknown>> = {}) {
  const asked: [string, unknown][] = []
  const told = {
    'agreement.begin': answers.begun,
    'agreement.run': answers.run,
    'agreement.figures': JSON.stringify([group, answers.group]),
    ...said,
  } as Record<string, unknown>
  const now = { isLookedAt: false, workspace: 'w' }
  const ask = (async (call: string, input: unknown) => {
    asked.push([call, input])
    const answer = told[call] ?? null
    return typeof answer === 'function' ? answer() : answer
  }) as unknown as Ask
  const pilot = makePilot({ ask, workspace: () => now.workspace, isLookedAt: () => now.isLookedAt })
  return { pilot, now, calls: () => asked.map(([call]) => call), asked }
}

test('what two have annotated is measured without gold, and the desktop keeps nothing of it', async () => {
  const { pilot, asked, calls } = piloting()
  await pilot.measure()
  expect(asked[1]![1]).toMatchObject({ asked: { layers: ['ada', 'ben'], tags: null } })
  expect(calls()).toEqual(['agreement.begin', 'agreement.run', 'agreement.figures', 'agreement.close'])
  expect(pilot.getState()).toMatchObject({
    ...{ isRunning: false, sealed: 1 },
    measured: { articles: 8, annotators: 2, unread: 1, figures: [{ key: 'annotations f1-found ' }] },
  })
})

test('where nobody meets, and where the desktop says why not, that is told', async () => {
  const empty = piloting({ 'agreement.begin': { layers: answers.begun.layers.slice(0, 1), sealed: [] } })
  await empty.pilot.measure()
  expect(empty.pilot.getState()).toMatchObject({ isEmpty: true, measured: null, isRunning: false })
  const refused = () => Promise.reject(Object.assign(new Error(), { kind: 'cannot-read', detail: '' }))
  const failing = piloting({ 'agreement.run': refused })
  await failing.pilot.measure()
  expect(failing.pilot.getState()).toMatchObject({ problem: { kind: 'cannot-read' }, isRunning: false })
})

test('what was stopped, left, or asked for anew is dropped, and what the sheet of agreement holds is left to it', async () => {
  const { pilot, calls } = piloting()
  const stopped = pilot.measure()
  pilot.stop()
  await stopped
  expect(pilot.getState()).toMatchObject({ isStopped: true, measured: null })
  const left = pilot.measure()
  pilot.leave()
  await left
  expect(pilot.getState()).toMatchObject({ isStopped: false, measured: null, isRunning: false })
  expect(calls()).toEqual(['agreement.begin', 'agreement.close', 'agreement.begin', 'agreement.close'])

  const other = piloting()
  const measuring = other.pilot.measure()
  other.now.isLookedAt = true
  other.pilot.leave()
  await measuring
  expect(other.calls()).toEqual(['agreement.begin'])
})
