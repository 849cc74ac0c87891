import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedEntities } from './mergedEntities.ts'
import { Project } from './project.ts'

const projectOf = (merged: readonly (readonly [string, string | null])[]) =>
  new Project({
    entities: merged.map(([id, into]) => ({
      id,
      kind: 'person',
      name: id,
      ...(into === null ? {} : { mergedInto: into }),
    })),
  })

test('law: whatever was merged, in chains, circles and into what isn’t there, stands as the project says', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'away')
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(id, fc.option(id)), { selector: ([one]) => one }), drawn => {
      const project = projectOf(drawn.filter(([one]) => one !== 'away'))
      const merged = mergedEntities(project.entities)
      for (const one of ['a', 'b', 'c', 'd', 'e', 'f', 'away', 'strange'])
        expect(merged.get(one) ?? one).toBe(project.resolve(one))
      for (const [one, into] of merged) expect(one).not.toBe(into)
    }),
  )
})

test('a chain of a hundred thousand is walked over once', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => [`e${i}`, i < 99_999 ? `e${i + 1}` : null] as const)
  const merged = mergedEntities(projectOf(chain).entities)
  expect([merged.size, merged.get('e0'), merged.get('e99998')]).toEqual([99_999, 'e99999', 'e99999'])
})
