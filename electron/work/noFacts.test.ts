import { expect, test } from 'vitest'
import { noFacts } from './noFacts.ts'
import { factsTask } from './takeUp.ts'

test('where nothing is on disk the worker would find just this', () => {
  const present = { text: 'The cat sat.', textSha256: '', blocks: [] }
  expect(factsTask({ file: null, history: null, present })).toEqual(noFacts)
})
