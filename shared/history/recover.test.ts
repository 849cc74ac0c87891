import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import type { Decision } from '../merging/contradiction.ts'
import { Problem } from '../problems/problem.ts'
import type { Entry } from './history.ts'
import { CopyWanted, type KeptFile, recover } from './recover.ts'

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
/** A history drawn in words: `base:a +b checkpoint:ab kept:ab`; `base:a!` stands beside it, `checkpoint:a-1` lacks the last edit. */
function drawn(picture: string): Entry[] {
  return picture.split(' ').map((word, i): Entry => {
    const [kind, text = ''] = word.split(':')
    const [value = '', lacks = 0] = text.split('-')
    if (kind === 'base' && value.endsWith('!')) return { kind, at, sha256: value.slice(0, -1), file: null }
    if (kind === 'base') return { kind, at, sha256: value || null, file: { word: value } }
    if (kind === 'checkpoint') return { kind, at, sha256: value, lacks: Number(lacks) }
    if (kind === 'kept') return { kind, at, sha256: value }
    return { kind: 'edit', at, revision: i, edit: { letter: word.slice(1) } }
  })
}

const bytesOf = (word: string) => ({ bytes: new TextEncoder().encode(word), sha256: word })

function take(history: string, onDisk: string | null, copy: string | null | 'unread' = null) {
  const file = onDisk === null ? null : bytesOf(onDisk)
  const entries = history === '' ? [] : drawn(history)
  const { file: found, ...how } = recover(
    file,
    { entries, goodBytes: 0, last: '', damage: 'none' },
    kept,
    typeof copy === 'string' && copy !== 'unread' ? bytesOf(copy) : copy,
  )
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
    { needsBase: false, due: true, unconfirmed: 'ab' },
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
    'edits came while a checkpoint was written, which was not made',
    'base:a +b +c checkpoint:ab-1 +d',
    'a',
    'abcd',
    { needsBase: false, due: true },
  ],
  [
    'edits came while a checkpoint was written, which was made',
    'base:a +b +c checkpoint:ab-1 +d kept:ab +e',
    'ab',
    'abcde',
    { needsBase: false, due: true },
  ],
  [
    'edits came while a checkpoint was written, and then the file was changed',
    'base:a +b +c1 checkpoint:ab-1 kept:ab',
    'abX',
    'abXc1',
    { readOnly: false, due: true },
  ],
  ['the history stands on the bytes of the file', 'base:a! +b', 'a', 'ab', { needsBase: false, due: true }],
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

test('a beginning that stands beside the history is asked for only where it takes it', () => {
  expect(take('base:a! +b checkpoint:ab kept:ab +c', 'ab', 'unread')).toMatchObject({ word: 'abc' })
  for (const onDisk of [null, 'abX', '?'])
    expect(() => take('base:a! +b checkpoint:ab kept:ab +c', onDisk, 'unread')).toThrow(CopyWanted)
  expect(take('base:a! +b checkpoint:ab kept:ab +c', null, 'a')).toMatchObject({ word: 'abc' })
  expect(take('base:a! +b checkpoint:ab kept:ab +c', 'abX', 'a')).toMatchObject({ word: 'abXc', readOnly: false })
  expect(take('base:a! +b', 'a?', 'a')).toMatchObject({ word: 'ab', putAside: true })
})

test('where the beginning is lost, what stands where we changed something is theirs, and what is new is added', () => {
  for (const copy of [null, 'z']) {
    expect(take('base:a1! +b', 'a2', copy)).toMatchObject({ word: 'a2b', readOnly: false })
    expect(take('base:a1! +a3 +b', 'a2', copy)).toMatchObject({ word: 'a2', readOnly: true })
    expect(take('base:a1! +a3', 'a3X', copy)).toMatchObject({ readOnly: false })
    expect(take('base:a! +b', null, copy)).toMatchObject({ word: null, problem: { kind: 'history-damaged' } })
    expect(() => take('base:a! +b', 'a?', copy)).toThrow(Problem)
  }
})

/** A file that is the list of edits it holds, so that one that is lost or comes twice is seen. */
const counted: KeptFile = {
  read: bytes => JSON.parse(new TextDecoder().decode(bytes)),
  replay: (file, edits) => ({ n: [...(file['n'] as number[]), ...edits.map(({ edit }) => edit['n'] as number)] }),
  touched: edit => [`${edit['n']}`],
  part: () => undefined,
}

/** What a device does: an edit, and the steps of a checkpoint, each at any time and in this order. */
const anyStep = fc.constantFrom('edit', 'edit', 'snapshot', 'announce', 'replace', 'confirm', 'anew')

test('whatever the order of edits and the steps of checkpoints, and wherever it stops, each edit is there once', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), fc.boolean(), (steps, isBeside) => {
      const text = (n: readonly number[]) => JSON.stringify({ n })
      const past: Entry[] = [{ kind: 'base', at, sha256: text([]), file: isBeside ? null : { n: [] } }]
      let disk = text([])
      let edits: number[] = []
      let checkpoint = null as { step: string; shown: number[] } | null
      for (const step of steps) {
        if (step === 'edit') {
          edits = [...edits, edits.length]
          past.push({ kind: 'edit', at, revision: edits.length, edit: { n: edits.length - 1 } })
        } else if (step === 'anew') {
          // A new history knows the bytes on disk, and those that are about to replace them.
          past.splice(0, past.length, { kind: 'base', at, sha256: disk, file: { n: edits } })
          if (checkpoint?.step === 'snapshot') checkpoint = null
          else if (checkpoint) past.push({ kind: 'checkpoint', at, sha256: text(checkpoint.shown), lacks: 0 })
        } else if (step === 'snapshot') {
          if (!checkpoint) checkpoint = { step, shown: edits }
        } else if (step === 'announce' && checkpoint?.step === 'snapshot') {
          const lacks = edits.length - checkpoint.shown.length
          past.push({ kind: 'checkpoint', at, sha256: text(checkpoint.shown), lacks })
          checkpoint = { ...checkpoint, step }
        } else if (step === 'replace' && checkpoint?.step === 'announce') {
          disk = text(checkpoint.shown)
          checkpoint = { ...checkpoint, step }
        } else if (step === 'confirm' && checkpoint?.step === 'replace') {
          past.push({ kind: 'kept', at, sha256: disk })
          checkpoint = null
        }
        const stopped = { entries: past, goodBytes: 0, last: '', damage: 'none' } as const
        const file = { bytes: new TextEncoder().encode(disk), sha256: disk }
        expect(recover(file, stopped, counted, null).file).toEqual({ n: edits })
      }
    }),
    { numRuns: 2_000 },
  )
})

test('what a person decides for theirs alone is said in the history, or it would be asked again', () => {
  const joining: KeptFile = {
    ...kept,
    join: (_agreed, theirs) => ({ file: theirs, edit: null, contradictions: [], isOpen: false }),
  }
  const history = { entries: drawn('base:ab kept:ab +b2'), goodBytes: 0, last: '', damage: 'none' } as const
  const recovered = (decisions: readonly Decision[]) => recover(bytesOf('a'), history, joining, null, decisions)
  const decided = recovered([{ of: 'annotations', id: 'b', field: '', side: 'theirs' }])
  expect(decided).toMatchObject({ due: true, joined: { theirs: { word: 'a' }, edit: { kind: 'all', edits: [] } } })
  expect(recovered([])).toMatchObject({ due: false })
})

test('only what was announced last and never confirmed is to be confirmed', () => {
  expect(take('base:a +b checkpoint:ab', 'ab').unconfirmed).toBe('ab')
  expect(take('base:a +b checkpoint:ab kept:ab', 'ab').unconfirmed).toBeUndefined()
  expect(take('base:a +b checkpoint:ab', 'a').unconfirmed).toBeUndefined()
  expect(take('base:a +b checkpoint:ab', 'abX').unconfirmed).toBeUndefined()
})
