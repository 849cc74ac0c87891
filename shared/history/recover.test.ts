import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { Problem } from '../problems/problem.ts'
import type { Entry } from './history.ts'
import { type KeptFile, recover } from './recover.ts'

/** A file that is one word: an edit puts a letter with a number, or another number behind its letter. `hash` of a word is the word. */
const kept: KeptFile = {
  read(bytes) {
    const word = new TextDecoder().decode(bytes)
    if (word.includes('?')) throw new Problem('sidecar-damaged')
    return { word }
  },
  replay: (file, edits) => ({
    word: edits.reduce((word, { edit }) => put(word, String(edit['letter'])), String(file['word'])),
  }),
  touched: edit => [String(edit['letter'])[0]!],
  part: (file, letter) => new RegExp(`${letter}\\d*`).exec(String(file['word']))?.[0],
}

function put(word: string, letter: string): string {
  return `${word.replace(new RegExp(`${letter[0]}\\d*`), '')}${letter}`
}

const at = '2031-03-04T05:06:07.000Z'
/** A history drawn in words: `base:a +b checkpoint:ab kept:ab`. */
function drawn(picture: string): Entry[] {
  return picture.split(' ').map((word, i): Entry => {
    const [kind, value = ''] = word.split(':')
    if (kind === 'base') return { kind, at, sha256: value || null, file: { word: value } }
    if (kind === 'checkpoint' || kind === 'kept') return { kind, at, sha256: value }
    return { kind: 'edit', at, revision: i, edit: { letter: word.slice(1) } }
  })
}

function take(history: string, onDisk: string | null) {
  const file = onDisk === null ? null : { bytes: new TextEncoder().encode(onDisk), sha256: onDisk }
  const entries = history === '' ? [] : drawn(history)
  const { file: found, ...how } = recover(file, { entries, goodBytes: 0, last: '', damage: 'none' }, kept)
  return { word: found && (found as JsonObject)['word'], ...how }
}

const cases: [name: string, history: string, onDisk: string | null, word: string | null, how: object][] = [
  ['nothing is there', '', null, null, { needsBase: true, due: false }],
  ['there is only the file', '', 'abc', 'abc', { needsBase: true, due: false }],
  ['the file is the last checkpoint', 'base:a +b checkpoint:ab kept:ab', 'ab', 'ab', { needsBase: false, due: false }],
  ['the machine stopped before the first checkpoint', 'base:a +b +c', 'a', 'abc', { needsBase: false, due: true }],
  ['the machine stopped before the file was ever made', 'base: +b +c', null, 'bc', { needsBase: false, due: true }],
  [
    'the machine stopped after a later edit',
    'base:a +b checkpoint:ab kept:ab +c',
    'ab',
    'abc',
    { needsBase: false, due: true },
  ],
  [
    'a checkpoint was announced and not made',
    'base:a +b checkpoint:ab kept:ab +c checkpoint:abc',
    'ab',
    'abc',
    { needsBase: false, due: true },
  ],
  [
    'a checkpoint was made and not confirmed',
    'base:a +b checkpoint:ab +c',
    'ab',
    'abc',
    { needsBase: false, due: true },
  ],
  [
    'a person put an earlier version back',
    'base:a +b checkpoint:ab kept:ab +c checkpoint:abc kept:abc',
    'ab',
    'ab',
    { needsBase: true, due: false },
  ],
  ['the file is lost', 'base:a +b checkpoint:ab kept:ab +c', null, 'abc', { needsBase: true, due: true }],
  [
    'the file was changed by somebody',
    'base:a +b checkpoint:ab kept:ab',
    'abX',
    'abX',
    { needsBase: true, due: false },
  ],
  [
    'the file was changed by somebody, and lacks edits',
    'base:a +b checkpoint:ab kept:ab +c',
    'abX',
    'abXc',
    { needsBase: true, due: true },
  ],
  [
    'the file is damaged',
    'base:a +b checkpoint:ab kept:ab',
    'a?',
    'ab',
    { putAside: true, due: true, problem: { kind: 'sidecar-rebuilt' } },
  ],
  [
    'both changed the same thing',
    'base:a +b checkpoint:ab kept:ab +c1',
    'abc2',
    'abc2',
    { readOnly: true, problem: { kind: 'sidecar-changed' } },
  ],
  [
    'both made the same change',
    'base:a +b checkpoint:ab kept:ab +c1',
    'abc1X',
    'abX'.replace('X', 'Xc1'),
    { readOnly: false },
  ],
  [
    'a checkpoint was announced, not made, and then the file was changed',
    'base:a +b checkpoint:ab',
    'aX',
    'aXb',
    { needsBase: true, due: true },
  ],
  [
    'a checkpoint was made, not confirmed, and then the file was changed',
    'base:a +b1 checkpoint:ab1',
    'ab1X',
    'aXb1',
    { readOnly: false },
  ],
]
test.each(cases)('a file is taken up when %s', (_name, history, onDisk, word, how) => {
  expect(take(history, onDisk)).toMatchObject({ word, ...how })
})

test('after a break in the history the file is taken as it stands', () => {
  const entries = drawn('base:a +b checkpoint:ab kept:ab +c')
  const file = { bytes: new TextEncoder().encode('aX'), sha256: 'aX' }
  expect(recover(file, { entries, goodBytes: 0, last: '', damage: 'broken' }, kept)).toMatchObject({
    file: { word: 'aX' },
  })
})
