import { expect, test } from 'vitest'
import type { Ask } from './ask.ts'
import { type Agreed, makeCountingAgreed } from './countingAgreed.ts'

/** Questions that are answered when the test says so. */
function given() {
  let agreed: Agreed | null = null
  let count = 0
  const asked: { readonly call: string; readonly name: string; readonly answer: (value: unknown) => void }[] = []
  const counting = makeCountingAgreed({
    ask: ((call: string, { name }: { name: string }) =>
      new Promise(answer => asked.push({ call, name, answer }))) as unknown as Ask,
    randomId: () => `run ${++count}`,
    workspace: () => 'workspace',
    layers: () => ['ada', 'bo'],
    get: () => agreed,
    put: one => {
      agreed = one
    },
  })
  return { counting, asked, agreed: () => agreed }
}
const told = { changes: ['{}'], cases: 3, articles: 1, isComplete: true }

test('how far the counting is, is told; then what it counted', async () => {
  const { counting, asked, agreed } = given()
  const counted = counting.count(null)
  counting.heard({ name: 'run 1', done: 20, total: 900 })
  counting.heard({ name: 'another', done: 900, total: 900 })
  expect(agreed()).toMatchObject({ phase: 'counting', progress: { done: 20, total: 900 } })
  asked[0]!.answer(told)
  await counted
  expect(agreed()).toMatchObject({ phase: 'there', cases: 3, articles: 1, changes: ['{}'] })
})

test('what was stopped is ended on the desktop too, and its answer counts for nothing', async () => {
  const { counting, asked, agreed } = given()
  const counted = counting.count(2)
  counting.stop()
  expect(asked.map(({ call, name }) => `${call} ${name}`)).toEqual(['review.agreed run 1', 'review.cancel run 1'])
  asked[0]!.answer(told)
  await counted
  expect(agreed()).toMatchObject({ phase: 'stopped', atLeast: 2, changes: [] })
  counting.leave()
  expect(agreed()).toBeNull()
})

test('another threshold takes the place of the one before', async () => {
  const { counting, asked, agreed } = given()
  const first = counting.count(null)
  const second = counting.count(2)
  expect(asked.map(({ call }) => call)).toEqual(['review.agreed', 'review.cancel', 'review.agreed'])
  asked[0]!.answer(told)
  await first
  counting.heard({ name: 'run 1', done: 9, total: 9 })
  expect(agreed()).toMatchObject({ phase: 'counting', atLeast: 2, progress: { done: 0 } })
  asked[2]!.answer({ ...told, isComplete: false })
  await second
  expect(agreed()).toMatchObject({ phase: 'stopped', changes: [] })
})
