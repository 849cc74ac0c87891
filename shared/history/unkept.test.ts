import { expect, test } from 'vitest'
import type { Entry } from './history.ts'
import { unkeptEdits } from './unkept.ts'

const at = '2031-03-04T05:00:00.000Z'
const base: Entry = { kind: 'base', at, sha256: 'a', file: null }
const edit: Entry = { kind: 'edit', at, revision: 1, edit: {} }
const checkpoint = (sha256: string, lacks = 0): Entry => ({ kind: 'checkpoint', at, sha256, lacks })
const kept = (sha256: string): Entry => ({ kind: 'kept', at, sha256 })

test.each<[string, Entry[], string | null, number]>([
  ['nothing was done', [base], 'a', 0],
  ['edits wait to be written', [base, edit, edit], 'a', 2],
  ['all is in the file', [base, edit, checkpoint('b'), kept('b')], 'b', 0],
  ['somebody else has written the file since', [base, edit, checkpoint('b'), kept('b')], 'z', 0],
  ['some were made while the file was written', [base, edit, edit, checkpoint('b', 1), edit, kept('b')], 'b', 2],
  ['and somebody else wrote it afterwards', [base, edit, edit, checkpoint('b', 1), edit, kept('b')], 'z', 2],
  ['one came after', [base, edit, checkpoint('b'), kept('b'), edit], 'b', 1],
  ['the file was about to be written', [base, edit, checkpoint('b')], 'a', 1],
  ['it was written, which nobody could say any more', [base, edit, checkpoint('b')], 'b', 0],
  ['it was never made', [base, edit], null, 1],
  ['a later beginning keeps what the file still lacks', [base, edit, { ...base, file: {} }], 'a', 1],
])('%s', (_, entries, sha256, lacking) => {
  expect(unkeptEdits(entries, sha256)).toBe(lacking)
})
