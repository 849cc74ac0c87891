import { expect, test } from 'vitest'
import { projectFolder } from '../runtime/projectFolder.ts'
import { licencesOf } from './licences.ts'
import { readProgram } from './program.ts'

test('the licence of every library in the build goes with it, also of those that libraries bring', () => {
  const text = licencesOf(readProgram(projectFolder))
  expect(text).toContain('zod 4')
  expect(text).toContain('orderedmap') // prosemirror-model's
  expect(text).toContain('SIL OPEN FONT LICENSE')
  const parts = text.split(/\n-{72}\n/)
  expect(parts.filter(part => part.length < 500).map(part => part.trim())).toEqual([])
})
