import { expect, test } from 'vitest'
import { words as en } from '../words/words.ts'
import { formatGroups } from './formatGroups.ts'
import { formats } from './formats.ts'

test('every format that is written is shown in one group, by a name and with what it is for; every choice of it has words', async () => {
  const all = await Promise.all(Object.values(formats).map(load => load()))
  const written = all.filter(({ write }) => write)
  expect(Object.values(formatGroups).flat().sort()).toEqual(written.map(({ id }) => id).sort())
  for (const { id, options = [] } of written) {
    expect([id, en.exporting.names[id], en.exporting.why[id]]).toEqual([id, expect.any(String), expect.any(String)])
    for (const { name, values } of options)
      expect([
        id,
        name,
        en.exporting.options[name]?.label,
        values.map(one => en.exporting.options[name]?.values[one]),
      ]).toEqual([...[id, name, expect.any(String), values.map(() => expect.any(String))]])
  }
})
