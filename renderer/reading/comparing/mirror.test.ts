import { expect, test } from 'vitest'
import { Mirror, type Mirrored } from './mirror.ts'

/** A page that says what it was told. */
function given(top = 0) {
  const told: string[] = []
  const page = {
    top,
    follow: (to: number) => {
      page.top = to
      told.push(`to ${to}`)
    },
    line: () => ({ offset: 40, above: -3 }),
    align: ({ offset, above }: { offset: number; above: number }) => void told.push(`${offset} at ${above}`),
  } satisfies Mirrored
  return { page, told }
}

test('Where one page goes, the other follows; at rest the same line stands at the top of both', () => {
  const mirror = new Mirror()
  const [left, right] = [given(), given()]
  mirror.join(0, left.page)
  mirror.join(1, right.page)
  left.page.top = 120
  mirror.moved(0)
  mirror.settled(0)
  expect(right.told).toEqual(['to 0', 'to 120', '40 at -3'])
  expect(left.told).toEqual([])
})

test('A page that only followed doesn’t lead when it comes to rest', () => {
  const mirror = new Mirror()
  const [left, right] = [given(), given()]
  mirror.join(0, left.page)
  mirror.join(1, right.page)
  right.page.top = 50
  mirror.moved(1)
  mirror.settled(0)
  expect(left.told).toEqual(['to 50'])
  expect(right.told).toEqual(['to 0'])
})

test('A page that comes later stands where the other does, and one that has gone is left alone', () => {
  const mirror = new Mirror()
  const [left, right] = [given(300), given()]
  mirror.join(0, left.page)
  const leave = mirror.join(1, right.page)
  expect(right.page.top).toBe(300)
  leave()
  left.page.top = 10
  mirror.moved(0)
  expect(right.told).toEqual(['to 300'])
})
