import { expect, test } from 'vitest'
import { makeAfterPaint } from './afterPaint.ts'

test('what waits is done once after the frame, in the order in which it was first asked for', () => {
  const { afterPaint, frames, paint, done } = given()
  const list = () => void done.push('list')
  afterPaint.soon(list)
  afterPaint.soon(() => done.push('status'))
  afterPaint.soon(list)
  expect(done).toEqual([])
  expect(frames.length).toBe(1)
  paint()
  expect(done).toEqual(['list', 'status'])
})

test('what begins relies on all that waits: it is done at once, and not again after the frame', () => {
  const { afterPaint, paint, done } = given()
  afterPaint.soon(() => done.push('list'))
  afterPaint.now()
  expect(done).toEqual(['list'])
  paint()
  afterPaint.soon(() => done.push('status'))
  paint()
  expect(done).toEqual(['list', 'status'])
})

test('what is asked for meanwhile is done after the next frame', () => {
  const { afterPaint, paint, done } = given()
  afterPaint.soon(() => afterPaint.soon(() => done.push('later')))
  paint()
  expect(done).toEqual([])
  paint()
  expect(done).toEqual(['later'])
})

test('what is taken back is not done', () => {
  const { afterPaint, paint, done } = given()
  const list = () => void done.push('list')
  afterPaint.soon(list)
  afterPaint.never(list)
  paint()
  expect(done).toEqual([])
})

function given() {
  const frames: (() => void)[] = []
  const done: string[] = []
  const afterPaint = makeAfterPaint(act => {
    frames.push(act)
    return () => void frames.splice(frames.indexOf(act), 1)
  })
  return { afterPaint, frames, done, paint: () => frames.splice(0).forEach(act => void act()) }
}
