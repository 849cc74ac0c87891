import { expect, test } from 'vitest'
import { heightOf, strokeOf } from './strokes.ts'

/** The text's sizes, CSS pixels, and how far its lines stand apart. */
const sizes = [17, 19, 22]
const LEADING = 1.6
const marks = ['solid', 'double', 'dotted'] as const

test.each(marks)('four %s underlines stand apart below the letters, and above those of the next line', mark => {
  for (const size of sizes) {
    const ascent = Math.round(size * 1.03)
    const lanes = [0, 1, 2, 3].map(lane => strokeOf(mark, lane, { size, ascent }))
    expect(lanes[0]!.top).toBeGreaterThan(ascent)
    for (let i = 1; i < 4; i++) {
      const above = lanes[i - 1]!
      expect(lanes[i]!.top).toBeGreaterThanOrEqual(above.top + heightOf(mark, above.thickness))
    }
    // The small letters of the next line begin about half their size above its feet.
    expect(lanes[3]!.top + lanes[3]!.thickness).toBeLessThanOrEqual(ascent + size * (LEADING - 0.48))
  }
})

test('an underline is at least a pixel thick, and begins at a whole one', () => {
  const { top, thickness } = strokeOf('wavy', 0, { size: 11, ascent: 11 })
  expect(thickness).toBe(1)
  expect(Number.isInteger(top)).toBe(true)
})
