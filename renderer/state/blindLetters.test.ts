import { expect, test } from 'vitest'
import { BlindLetters, letterAt } from './blindLetters.ts'

const people = ['ada', 'ben', 'cem', 'dia']
function drawn(salt: number, ...meetings: readonly (readonly string[])[]): string {
  const letters = new BlindLetters(salt)
  for (const each of meetings) letters.meet(each)
  return letters.inOrder(people).join(' ')
}

test('Who is A is drawn: neither the alphabet nor the order of meeting says it', () => {
  const orders = Array.from({ length: 200 }, (_, i) => drawn(i / 200, people))
  expect(new Set(orders.map(order => order.split(' ')[0])).size).toBe(4)
  expect(new Set(orders).size).toBe(24)
  expect(drawn(0.3, people.toReversed())).toBe(drawn(0.3, people))
})

test('Who is met later has a letter after the others, whose letters stay', () => {
  for (let i = 0; i < 20; i++) {
    const letters = new BlindLetters(i / 20)
    letters.meet(['cem', 'ada'])
    const before = [...letters.all()]
    letters.meet(['ben', 'ada', 'dia'])
    expect([...letters.all()].slice(0, 2)).toEqual(before)
    expect([...letters.all().values()]).toEqual(['A', 'B', 'C', 'D'])
  }
})

test('After Z comes AA', () => {
  expect([0, 25, 26, 27, 701, 702].map(letterAt)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})
