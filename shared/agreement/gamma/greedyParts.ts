import type { PairCosts } from './pairCosts.ts'

/**
 * Parts that cost little, soon found: those that are given (of two that overlap
 * the first), else each unit alone, are put together along the pairs of units that
 * bring back most, as long as that makes them cheaper.
 */
export function greedyParts(given: readonly (readonly number[])[], costs: PairCosts): number[][] {
  const { size, pairs, part, annotatorOf } = costs
  const partOf: number[][] = []
  for (const members of [...given, ...Array.from({ length: size }, (_, unit) => [unit])]) {
    if (members.some(member => partOf[member])) continue
    const own = [...members]
    for (const member of own) partOf[member] = own
  }
  const near: number[] = []
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) if (pairs[i * size + j]! <= part) near.push(i * size + j)
  near.sort((one, other) => pairs[one]! - pairs[other]! || one - other)
  for (const at of near) {
    const [one, other] = [partOf[Math.floor(at / size)]!, partOf[at % size]!]
    if (one === other || one.some(a => other.some(b => annotatorOf[a] === annotatorOf[b]))) continue
    let more = -part
    for (const a of one) for (const b of other) more += pairs[a * size + b]!
    if (more >= 0) continue
    one.push(...other)
    for (const member of other) partOf[member] = one
  }
  return [...new Set(partOf)].map(members => members.sort((one, other) => one - other))
}
