import { expect, test } from 'vitest'
import { extensions, hasReader } from './extensions.ts'
import { importerFor, importers } from './index.ts'

test.each(['a.txt', 'A.TXT', 'a.b.text', 'a.jpg', 'txt', '.txt', 'a.', '', 'a.txt/', 'a.txt.alice.stet.json'])(
  'whether there is a reader for "%s" is the same without the readers',
  name => {
    expect(hasReader(name)).toBe(importerFor(name) !== undefined)
  },
)

test('every ending in the table is some reader’s, and the other way round', () => {
  expect(Object.values(extensions).flat().sort()).toEqual(importers.flatMap(({ extensions }) => extensions).sort())
})
