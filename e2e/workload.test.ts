import { expect, test } from 'vitest'
import { makeWorkload, sizes } from './bench/workload.ts'

test.each(['S', 'M'] as const)('workload %s is as PERFORMANCE describes it, and the same each time', size => {
  const workload = makeWorkload(size)
  const { text, annotations } = workload
  expect({ characters: text.length, annotations: annotations.length }).toEqual(sizes[size])
  const lengths = (tag: string) =>
    annotations.filter(one => one.tag === tag).map(({ spans: [span] }) => span!.end - span!.start)
  const bounds = { actor: [5, 25], event: [20, 60], claim: [80, 400] } as const
  for (const [tag, [least, most]] of Object.entries(bounds)) {
    expect(Math.min(...lengths(tag))).toBeGreaterThanOrEqual(least)
    expect(Math.max(...lengths(tag))).toBeLessThanOrEqual(most)
  }
  const { annotations: count } = sizes[size]
  expect(lengths('actor')).toHaveLength(count * 0.6)
  expect(lengths('event')).toHaveLength(count * 0.2)
  expect(workload.overlapping).toBeCloseTo(0.37, 1)
  for (const { spans } of annotations) expect(text.slice(spans[0]!.start, spans[0]!.end)).toBe(spans[0]!.quote)
  expect(makeWorkload(size)).toEqual(workload)
})
