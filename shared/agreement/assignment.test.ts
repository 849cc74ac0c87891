import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from './assignment.ts'

interface Weighed {
  readonly left: string
  readonly right: string
  readonly weight: number
}
const weigh = ({ weight }: Weighed) => weight
const total = (pairs: readonly Weighed[]) => pairs.reduce((sum, { weight }) => sum + weight, 0)
const told = (pairs: readonly Weighed[]) => pairs.map(({ left, right }) => left + right)

const anyPairs = fc
  .array(
    fc.record({
      left: fc.constantFrom(...'abcde'),
      right: fc.constantFrom(...'uvwxyz'),
      weight: fc.integer({ min: -1, max: 6 }),
    }),
    { maxLength: 14 },
  )
  .map(pairs => [...new Map(pairs.map(pair => [pair.left + pair.right, pair])).values()])

test('two middling pairs are better than a good one and two left over', () => {
  const pairs = [
    { left: 'a', right: 'x', weight: 3 },
    { left: 'a', right: 'y', weight: 2 },
    { left: 'b', right: 'x', weight: 2 },
  ]
  expect(told(assign(pairs, weigh))).toEqual(['ay', 'bx'])
  expect(told(assign(pairs, ({ weight }) => weight ** 2))).toEqual(['ax'])
})

test('what weighs nothing stays alone', () => {
  expect(assign([{ left: 'a', right: 'x', weight: 0 }], weigh)).toEqual([])
  expect(() => assign([{ left: 'a', right: 'x', weight: Number.NaN }], weigh)).toThrow(RangeError)
})

test('law: nothing occurs twice, and no other choice weighs more', () => {
  fc.assert(
    fc.property(anyPairs, pairs => {
      const chosen = assign(pairs, weigh)
      expect(new Set(chosen.map(({ left }) => left)).size).toBe(chosen.length)
      expect(new Set(chosen.map(({ right }) => right)).size).toBe(chosen.length)
      expect(total(chosen)).toBe(heaviestOfAll(pairs))
    }),
    { numRuns: 500 },
  )
})

test('law: neither the order nor the side changes what is chosen', () => {
  fc.assert(
    fc.property(
      anyPairs.chain(pairs =>
        fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length })),
      ),
      ([pairs, shuffled]) => {
        const chosen = told(assign(pairs, weigh))
        expect(told(assign(shuffled, weigh))).toEqual(chosen)
        const turned = shuffled.map(({ left, right, weight }) => ({ left: right, right: left, weight }))
        const back = assign(turned, weigh).map(({ left, right }) => right + left)
        expect(back.sort()).toEqual([...chosen].sort())
      },
    ),
    { numRuns: 500 },
  )
})

test('a weight is told how many pairs its component could have at most', () => {
  const pairs = ['ax', 'ay', 'bx', 'dx', 'cz'].map(([left, right]) => ({ left: left!, right: right!, weight: 1 }))
  const told: Record<string, number> = {}
  assign(pairs, ({ left, right }, most) => {
    told[left + right] = most
    return 1
  })
  expect(told).toEqual({ ax: 2, ay: 2, bx: 2, dx: 2, cz: 1 })
})

test('a long chain, in which every pair touches the next, is assigned whole', () => {
  const key = (n: number) => String(n).padStart(5, '0')
  const pairs = Array.from({ length: 5_000 }, (_, i) => [
    { left: key(i), right: key(i), weight: 2 },
    { left: key(i + 1), right: key(i), weight: 3 },
  ]).flat()
  expect(total(assign(pairs, weigh))).toBe(15_000)
})

/** The greatest weight of any choice, by trying all. */
function heaviestOfAll(pairs: readonly Weighed[]): number {
  const [first, ...others] = pairs
  if (!first) return 0
  const without = heaviestOfAll(others)
  const free = others.filter(({ left, right }) => left !== first.left && right !== first.right)
  return Math.max(without, first.weight + heaviestOfAll(free))
}
