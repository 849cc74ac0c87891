import { expect, test } from 'vitest'
import { encodings } from './decode.ts'
import { encodingNames } from './encodingNames.ts'

test('the names are those of the encodings that can be read, each once', () => {
  expect([...encodingNames].sort()).toEqual([...encodings].sort())
})
