import { expect, test } from 'vitest'
import { arrowHead, nearestLine, pathBetween, pathToEdge } from './linkPaths.ts'

const box = (left: number, top: number, right: number, bottom = top + 20) => ({ left, top, right, bottom })

test('a line leaves the nearest of several lines of text', () => {
  const lines = [box(0, 0, 100), box(0, 30, 100), box(0, 60, 40)]
  expect(nearestLine(lines, box(0, 200, 50))).toBe(lines[2])
  expect(nearestLine(lines, box(0, -90, 50))).toBe(lines[0])
  expect(nearestLine(lines, box(300, 30, 350))).toBe(lines[1])
  expect(nearestLine([], box(0, 0, 1))).toBeUndefined()
})

test('a line goes down to what stands below and up to what stands above, and its arrow points the same way', () => {
  const here = box(100, 100, 200)
  expect(pathBetween(here, box(0, 160, 50)).to).toEqual({ x: 5, y: 158.5, down: 1 })
  expect(pathBetween(here, box(0, 20, 50)).to).toEqual({ x: 5, y: 41.5, down: -1 })
  expect(arrowHead({ x: 5, y: 158.5, down: 1 })).toBe('M5 158.5L1.5 152.5L8.5 152.5Z')
})

test('on one line an arc goes over the words between, from the near side to the near side', () => {
  const path = pathBetween(box(0, 100, 50), box(300, 100, 350))
  expect([path.from.x, path.to.x]).toEqual([45, 305])
  expect(path.outline).toBe('M45 98.5C45 78 305 78 305 98.5')
})

test('words too short for an inset are met in their middle', () => {
  expect(pathBetween(box(0, 100, 50), box(300, 200, 304)).to.x).toBe(302)
})

test('a line between two lines of text goes along where there are no words', () => {
  const { outline } = pathBetween(box(100, 100, 200), box(300, 190, 400))
  expect(outline).toBe('M195 121.5L195 177.5Q195 183.5 201 183.5L300 183.5Q305 183.5 305 188.5L305 188.5')
})

test('a line to an edge goes beside the column', () => {
  expect(pathToEdge(box(10, 100, 60), 80, 400, 1)).toMatchObject({
    outline: 'M55 121.5L55 121.5Q55 126.5 60 126.5L74 126.5Q80 126.5 80 132.5L80 400',
    to: { x: 80, y: 400, down: 1 },
  })
})
