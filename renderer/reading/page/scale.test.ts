import { expect, test } from 'vitest'
import { Scale } from './scale.ts'

test('at rest, the scroll bar counts the pixels of an article that a browser can lay out', () => {
  const scale = new Scale(10_000)
  expect(scale.canvas(8_000)).toBe(8_000)
  expect(scale.restingTop(1_234, 8_000, 500)).toBe(1_234)
})

test('a taller article is scrolled in proportion, from its first pixel to its last', () => {
  const scale = new Scale(10_000)
  expect(scale.canvas(50_000)).toBe(10_000)
  expect(scale.restingTop(0, 50_000, 500)).toBe(0)
  expect(scale.restingTop(49_500, 50_000, 500)).toBe(9_500)
  expect(scale.jumpedTo(9_500, 50_000, 500)).toBe(49_500)
})

test('a height that turns out otherwise moves the canvas, not the text', () => {
  const scale = new Scale(10_000)
  // 30 pixels more above the eye than was thought: what was at 1,000 is at 1,030 and stays on the screen where it was.
  scale.drift(1_030, 1_000)
  expect(scale.inCanvas(1_030)).toBe(1_000)
  expect(scale.y(1_040)).toBe(1_070)
  expect(scale.canvas(8_030)).toBe(8_000)
})
