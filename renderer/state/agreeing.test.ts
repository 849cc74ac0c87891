import { describe, expect, test } from 'vitest'
import { agreementReport } from '../../shared/agreement/agreementReport.ts'
import type { Interval } from '../../shared/agreement/coefficients/bootstrap.ts'
import { hasOldFigures, makeAgreeing } from './agreeing.ts'
import type { Ask } from './ask.ts'

const begun = {
  layers: ['ada', 'ben', 'gold-ada'].map(annotator => ({
    ...{ annotator, name: annotator, articles: 2 },
    isGold: annotator.startsWith('gold-'),
  })),
  sealed: [],
}
/** A report that is known by how many articles it says it is of. */
const answer = (articles: number) => ({
  report: JSON.stringify({ ...agreementReport([]), articles }),
  ...{ run: articles, unread: 0, unplaced: 0, sealed: { layers: 0, articles: 0 } },
})

type Answers = Readonly<Record<string, (input: never) => unknown>>

function given(run: (asked: { tolerance: { words: number } }) => Promise<unknown>, others: Answers = {}) {
  const asked: [string, unknown][] = []
  const kept: unknown[] = []
  const answers: Answers = {
    ...others,
    'agreement.begin': () => begun,
    'agreement.run': ({ asked }: { asked: never }) => run(asked),
    'agreement.rows': () => '{"all":{},"byTag":{},"pairs":[]}',
    'agreement.look': () => '{"articles":0}',
  }
  const ask = (async (call: string, input: never) => {
    asked.push([call, input])
    return answers[call]?.(input) ?? null
  }) as unknown as Ask
  const agreeing = makeAgreeing({
    ask,
    workspace: () => 'workspace',
    keep: choices => kept.push(choices),
    show: () => {},
    hide: () => {},
  })
  const settled = () => new Promise(done => setImmediate(done))
  return { agreeing, asked, kept, settled }
}

test('the latest choice wins, whichever is answered first; until then the figures of before stay and are said to be old', async () => {
  const answered: ((answer: unknown) => void)[] = []
  const { agreeing, settled } = given(() => new Promise(done => answered.push(done)))
  const tolerance = (words: number) => ({ tolerance: { words, ignoreEnds: false } })
  await agreeing.begin()
  answered[0]!(answer(1))
  await settled()
  agreeing.choose(tolerance(1))
  agreeing.choose(tolerance(2))
  expect(agreeing.getState()).toMatchObject({ isComparing: true, report: { articles: 1 } })
  answered[2]!(answer(3))
  await settled()
  answered[1]!(answer(2))
  await settled()
  expect(agreeing.getState()).toMatchObject({ isComparing: false, report: { articles: 3 }, reported: tolerance(2) })
})

test('everybody’s own work is compared until somebody chooses otherwise, and one alone is compared with nobody', async () => {
  const { agreeing, asked, kept, settled } = given(async () => answer(1))
  const runs = () => asked.filter(([call]) => call === 'agreement.run')
  await agreeing.begin()
  await settled()
  expect(runs()).toMatchObject([['agreement.run', { asked: { layers: ['ada', 'ben'] } }]])
  agreeing.choose({ layers: ['gold-ada'] })
  await settled()
  expect(runs().length).toBe(1)
  expect(agreeing.getState()).toMatchObject({ report: null, isComparing: false })
  agreeing.close()
  expect(kept).toMatchObject([{ layers: ['gold-ada'] }])
})

test('stopped, the figures of before stay, and that is said', async () => {
  const answers = [answer(1), null]
  const { agreeing, settled } = given(async () => answers.shift())
  await agreeing.begin()
  await settled()
  agreeing.choose({ tags: ['claim'] })
  await settled()
  expect(agreeing.getState()).toMatchObject({ isStopped: true, isComparing: false, report: { articles: 1 } })
})

test('a level that is explained keeps no interval of what was compared before: it is looked up anew', async () => {
  const { agreeing, settled } = given(async () => answer(1))
  await agreeing.begin()
  await settled()
  const scope = { pair: null, tag: null }
  agreeing.explainLevel('found', scope, { value: { low: 0.1, high: 0.2 } } as unknown as Interval)
  agreeing.choose({ tolerance: { words: 2, ignoreEnds: false } })
  await settled()
  expect(agreeing.getState().explained).toEqual({ kind: 'level', level: 'found', scope })
})

describe('measures of an earlier report', () => {
  const tolerance = (words: number) => ({ tolerance: { words, ignoreEnds: false } })
  const later = () => {
    const answered: ((answer: unknown) => void)[] = []
    return [answered, () => new Promise(done => answered.push(done))] as const
  }

  /** Measures are there of the first report; the second is there, and its measures are being computed. */
  async function computing() {
    const runs: (() => unknown)[] = [() => answer(1), () => answer(2)]
    const [figures, asked] = later()
    const made = given(async () => runs.shift()!(), {
      'agreement.figures': asked,
      'agreement.save': () => ({ file: 'figures.csv', isStopped: false }),
    })
    const { agreeing, settled } = made
    await agreeing.begin()
    agreeing.look('measures')
    await settled()
    figures[0]!('[]')
    await settled()
    expect(agreeing.getState()).toMatchObject({ figuring: 'no', figures: [] })
    expect(hasOldFigures(agreeing.getState())).toBe(false)
    agreeing.choose(tolerance(2))
    await settled()
    expect(agreeing.getState()).toMatchObject({ figuring: 'running', report: { articles: 2 } })
    return { ...made, runs, figures }
  }

  test('are told from those of the report at hand until these are there', async () => {
    const { agreeing, settled, figures } = await computing()
    expect(hasOldFigures(agreeing.getState())).toBe(true)
    figures[1]!('[]')
    await settled()
    expect(hasOldFigures(agreeing.getState())).toBe(false)
  })

  test('stay old where they were stopped, also once something was saved, and are asked for by whoever looks again', async () => {
    const { agreeing, settled, figures } = await computing()
    figures[1]!(null)
    await settled()
    await agreeing.saving.save({ format: 'csv', names: [], isBlind: false })
    expect(agreeing.getState().figuring).toBe('stopped')
    expect(hasOldFigures(agreeing.getState())).toBe(true)
    agreeing.look('measures')
    expect(agreeing.getState().figuring).toBe('running')
  })

  test.each([
    ['was stopped', async () => null],
    ['failed', () => Promise.reject(new Error('It failed'))],
  ])('stay old where the next comparison %s', async (_, run) => {
    const { agreeing, settled, runs } = await computing()
    runs.push(run)
    agreeing.choose(tolerance(3))
    await settled()
    expect(agreeing.getState()).toMatchObject({ isComparing: false, figuring: 'no', report: { articles: 2 } })
    expect(hasOldFigures(agreeing.getState())).toBe(true)
  })
})

describe('saving', () => {
  const written = { format: 'csv', names: [], isBlind: false } as const

  /** Saving has begun of the first report. */
  async function begunSaving() {
    let done: (answer: unknown) => void = () => {}
    let failed: (reason: unknown) => void = () => {}
    const runs = [answer(1), answer(2)]
    const made = given(async () => runs.shift(), {
      'agreement.save': () =>
        new Promise((resolve, reject) => {
          done = resolve
          failed = reject
        }),
    })
    await made.agreeing.begin()
    await made.settled()
    const saved = made.agreeing.saving.save(written)
    return { ...made, saved, done: (answer: unknown) => done(answer), failed: (reason: unknown) => failed(reason) }
  }

  test('goes on while something else is looked at and compared, asks for what was shown, and tells what became of it', async () => {
    const { agreeing, asked, saved, done, settled } = await begunSaving()
    agreeing.setScope({ tag: 'claim' })
    agreeing.choose({ tolerance: { words: 2, ignoreEnds: false } })
    await settled()
    expect(agreeing.getState()).toMatchObject({ run: 2, report: { articles: 2 } })
    expect(agreeing.saving.getState().isRunning).toBe(true)
    done({ file: 'figures.csv', isStopped: false })
    expect(await saved).toEqual({ file: 'figures.csv', isStopped: false })
    expect(asked.filter(([call]) => call === 'agreement.save')).toEqual([
      ['agreement.save', { workspace: 'workspace', run: 1, ...written }],
    ])
  })

  test('tells that it failed, whatever is chosen by then', async () => {
    const { agreeing, saved, failed, settled } = await begunSaving()
    agreeing.choose({ tolerance: { words: 2, ignoreEnds: false } })
    await settled()
    failed(new Error('There is no room'))
    expect(await saved).toBeNull()
    expect(agreeing.saving.getState()).toMatchObject({ isRunning: false, problem: { kind: 'cannot-save' } })
  })

  test('of what can no longer be shown is not begun', async () => {
    const { agreeing, asked, settled } = given(async () => answer(1))
    await agreeing.begin()
    await settled()
    agreeing.choose({ tags: [] })
    expect(await agreeing.saving.save(written)).toBeNull()
    expect(asked.some(([call]) => call === 'agreement.save')).toBe(false)
  })
})
