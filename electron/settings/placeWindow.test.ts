import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWindow, type Rectangle } from './placeWindow.ts'

const laptop: Rectangle = { x: 0, y: 25, width: 1280, height: 695 }
const second: Rectangle = { x: 1280, y: 0, width: 1920, height: 1080 }
const bounds: Rectangle = { x: 1400, y: 100, width: 1000, height: 700 }

test('a first window stands in the middle of the screen and fits it', () => {
  expect(placeWindow(null, [laptop])).toEqual({ bounds: laptop, maximised: false })
  expect(placeWindow(null, [second]).bounds).toEqual({ x: 1560, y: 100, width: 1360, height: 880 })
})

test('a window goes where it stood', () => {
  expect(placeWindow({ bounds, maximised: true }, [laptop, second])).toEqual({ bounds, maximised: true })
})

test('a window whose screen is gone comes to the first one', () => {
  expect(placeWindow({ bounds, maximised: false }, [laptop]).bounds).toEqual(laptop)
})

test('another window stands beside the first, and not over the whole screen', () => {
  const { bounds: other, maximised } = placeWindow({ bounds, maximised: true }, [second], [bounds])
  expect([other.x, other.y]).toEqual([bounds.x + 32, bounds.y + 32])
  expect(maximised).toBe(false)
})

test('wherever a window stood, its title can be taken hold of', () => {
  const number = fc.integer({ min: -5000, max: 5000 })
  const size = fc.integer({ min: 1, max: 9000 })
  fc.assert(
    fc.property(number, number, size, size, (x, y, width, height) => {
      const { bounds } = placeWindow({ bounds: { x, y, width, height }, maximised: false }, [laptop, second])
      const screen = [laptop, second].find(
        one => bounds.x >= one.x && bounds.x + bounds.width <= one.x + one.width && bounds.y >= one.y,
      )
      expect(screen).toBeDefined()
      expect(bounds.y + bounds.height).toBeLessThanOrEqual(screen!.y + screen!.height)
    }),
  )
})
