import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSame } from '../../json/isSame.ts'
import type { Json } from '../../json/json.ts'
import { inMergedOrder } from './mergedOrder.ts'
import { any, type Clash, mergeThreeWays, type Sides, set, settled } from './threeWay.ts'

/** What merging comes to with every clash as it is on one side, and what clashes. */
function merge(sides: Sides, shape = any, side: 'mine' | 'theirs' | 'base' = 'mine') {
  const clashes: Clash[] = []
  const merged = mergeThreeWays(shape, sides, clash => {
    clashes.push(clash)
    return clash[side]
  })
  return { merged, clashes: clashes.map(({ path }) => path.join('/')) }
}

test('keys and entries of lists are merged each for itself, as deep as they stand', () => {
  const sides = {
    base: { a: { b: 1, c: 1 }, list: [{ id: 'x', n: 1 }, { id: 'y' }] },
    mine: { a: { b: 2, c: 1 }, list: [{ id: 'x', n: 1, mine: true }, { id: 'new' }, { id: 'y' }] },
    theirs: { a: { b: 1, d: 1 }, list: [{ id: 'x', n: 2 }] },
  }
  expect(merge(sides)).toEqual({
    merged: { a: { b: 2, d: 1 }, list: [{ id: 'x', n: 2, mine: true }, { id: 'new' }] },
    clashes: [],
  })
})

test('a clash is told once, by the keys that lead to it, and is as was chosen', () => {
  const sides = {
    base: { a: [{ id: 'x', n: 1 }] },
    mine: { a: [{ id: 'x', n: 2 }] },
    theirs: { a: [{ id: 'x', n: 3 }] },
  }
  expect(merge(sides)).toEqual({ merged: sides.mine, clashes: ['a/x/n'] })
  expect(merge(sides, any, 'base').merged).toEqual(sides.base)
  const gone = { base: { a: { n: 1 } }, mine: {}, theirs: { a: { n: 2 } } }
  expect(merge(gone)).toEqual({ merged: {}, clashes: ['a'] })
  expect(merge(gone, any, 'theirs').merged).toEqual(gone.theirs)
})

test('lists whose entries have no names of their own are one thing to say', () => {
  const twins = [{ id: 'x' }, { id: 'x' }]
  expect(merge({ base: [1], mine: [1, 2], theirs: [1, 3] }).clashes).toEqual([''])
  expect(merge({ base: [], mine: twins, theirs: [{ id: 'y' }] }).clashes).toEqual([''])
})

test('of a set, what either added is there and what either took away is not', () => {
  expect(merge({ base: ['a', 'b', 'c'], mine: ['a', 'c', 'd'], theirs: ['b', 'e', 'c'] }, set)).toEqual({
    merged: ['e', 'c', 'd'],
    clashes: [],
  })
  expect(merge({ base: undefined, mine: ['a', 'a'], theirs: ['b'] }, set).clashes).toEqual([''])
})

test('what a rule settles is asked only where it was changed on both sides', () => {
  const largest = settled(({ mine, theirs }) => Math.max(Number(mine), Number(theirs)))
  expect(merge({ base: 5, mine: 3, theirs: 4 }, largest).merged).toBe(4)
  expect(merge({ base: 5, mine: 3, theirs: 5 }, largest).merged).toBe(3)
})

test('law: a side that changed nothing gives way, and both sides say the same whichever is called mine', () => {
  const small = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom<Json>(0, 1, 'a', null),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(small, small, small, (base, mine, theirs) => {
      expect(merge({ base, mine, theirs: base }).merged).toBe(mine)
      expect(isSame(merge({ base, mine: base, theirs }).merged, theirs)).toBe(true)
      const [one, other] = [merge({ base, mine, theirs }), merge({ base, mine: theirs, theirs: mine }, any, 'theirs')]
      expect(isSame(one.merged, other.merged)).toBe(true)
      expect([...one.clashes].sort()).toEqual([...other.clashes].sort())
      // Whoever decides against a change of theirs has mine, and all of theirs that is none.
      if (one.clashes.length === 0)
        expect(isSame(merge({ base, mine: one.merged, theirs }).merged, one.merged)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('an order is that of the side which changed it; what is new comes after what it follows', () => {
  const order = (base: string, mine: string, theirs: string) =>
    inMergedOrder([...base], [...mine], [...theirs]).join('')
  expect(order('abc', 'abc', 'cba')).toBe('cba')
  expect(order('abc', 'acb', 'abc')).toBe('acb')
  expect(order('abc', 'axbc', 'cbay')).toBe('cbaxy')
  expect(order('ab', 'xab', 'aby')).toBe('xaby')
  expect(order('', 'ab', 'ba')).toBe('ab')
})
