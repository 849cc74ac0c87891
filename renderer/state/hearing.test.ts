import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery } from '../../shared/search/query.ts'
import type { Ask } from './ask.ts'
import { makeHearing } from './hearing.ts'

const input = { name: 's', query: emptyQuery as never, scope: { kind: 'workspace' } } as const

/** Searches before a desktop whose answer comes when the test says so. */
function givenHearing() {
  let answers: (hits: number) => void = () => {}
  let fails: (error: Error) => void = () => {}
  const ask = () =>
    new Promise((resolve, reject) => {
      answers = hits => resolve({ hits })
      fails = reject
    })
  const hearing = makeHearing(ask as unknown as Ask)
  const taken: unknown[] = []
  let outcome = 'waits'
  const over = hearing
    .search(input, hits => taken.push(...hits))
    .then(
      ({ hits }) => (outcome = `${hits}`),
      () => (outcome = 'failed'),
    )
  const tells = (count: number, name = 's') =>
    hearing.heard({ name, hits: JSON.stringify(Array.from({ length: count }, () => ({}))), done: 0, total: 0 })
  const settled = () => new Promise(resolve => setImmediate(resolve))
  return {
    ...{ hearing, taken, over, tells, settled },
    answers: (hits: number) => answers(hits),
    fails: () => fails(new Error('gone')),
    outcome: () => outcome,
  }
}

test('however hits and the answer come to the window, none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5)), fc.nat(10), async (told, answeredAfter) => {
      const { taken, over, tells, answers, settled, outcome } = givenHearing()
      const most = told.reduce((sum, count) => sum + count, 0)
      for (const [i, count] of told.entries()) {
        if (i === answeredAfter) {
          answers(most)
          await settled()
          expect(outcome()).toBe(taken.length === most ? `${most}` : 'waits')
        }
        tells(count)
        tells(count, 'another')
      }
      if (answeredAfter >= told.length) answers(most)
      await over
      expect([outcome(), taken.length]).toEqual([`${most}`, most])
    }),
  )
})

test('a search that nobody listens to any more is over with its answer', async () => {
  const { hearing, over, tells, answers, settled, outcome, taken } = givenHearing()
  tells(1)
  answers(3)
  await settled()
  expect(outcome()).toBe('waits')
  expect([hearing.leave('s'), hearing.leave('s')]).toEqual([true, false])
  await over
  tells(2)
  expect([outcome(), taken.length]).toEqual(['3', 1])
})

test('a search that fails is over', async () => {
  const { hearing, over, fails, outcome } = givenHearing()
  fails()
  await over
  expect([outcome(), hearing.leave('s')]).toEqual(['failed', false])
})
