import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAnchor } from '../annotation/anchor.ts'
import { type Comment, type CommentTarget, spanOf } from '../annotation/comment.ts'
import { anySpan, anyText, drawn } from '../annotation/drawn.laws.ts'
import type { Edit } from '../annotation/edit.ts'
import { Layer } from '../annotation/layer.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { writeEntry } from '../history/history.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { Problem } from '../problems/problem.ts'
import { makeRuler } from '../text/ruler.ts'
import { editFromFile, editToFile } from './fileEdit.ts'
import { keptSidecar } from './keptSidecar.ts'
import { placeLayer } from './placeLayer.ts'
import { headOf, readSidecar } from './readSidecar.ts'
import { salvage } from './salvage.ts'
import { sidecarText } from './sidecarText.ts'
import { type ArticleOnDisk, writeSidecar } from './writeSidecar.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const at = '2031-03-04T05:06:07.000Z'
const head = {
  ...{ revision: 1, created: at, modified: at, zoneRests: new Map() },
  annotator: { id: 'alice', name: 'Alice Novak', key: 'k' },
  codebook: { id: 'stet-default', version: 1, hash: sha256('codebook') },
}

function articleOf(text: string): ArticleOnDisk {
  return {
    ...{ reader: 'plain-text/1', zoneRules: 1, text, blocks: [], title: '', encoding: 'utf-8', metadata: {} },
    ...{ encodingBy: 'valid', invalidBytes: 0, unseen: 0, textInSidecar: false, file: 'summit.txt' },
    ...{ sha256: sha256(text), textSha256: sha256(text) },
  } as ArticleOnDisk
}

const write = (text: string, layer: Layer) => writeSidecar(head, layer, articleOf(text), makeRuler(text))
const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : textOf(value as Json))
const readBack = (sidecar: string, text: string) =>
  placeLayer(readSidecar(bytesOf(sidecar)), text, sha256(text), makeRuler(text))
const written = (text: string, more: object) =>
  ({ ...readSidecar(bytesOf(write(text, new Layer()))), ...more }) as JsonObject

const note = (more: Partial<Comment> = {}): Comment => ({
  ...{ id: 'c', kind: 'note', on: { article: true }, text: 'Why?', created: at },
  ...more,
})

const aRest = fc.constantFrom({}, { rest: '{"future":{"n":1.50}}' })
const anId = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const aTime = fc.constantFrom(at, '2031-03-04T05:06:08.000Z', 'long ago')
const anyTarget = (text: string): fc.Arbitrary<CommentTarget> =>
  fc
    .tuple(
      fc.oneof(
        fc.constantFrom(
          { layer: 'bob', annotation: 'a' },
          { layer: 'bob', comment: 'a' },
          { layer: 'gold-bob', verdict: 'a' },
          { article: true as const },
          { entry: { kind: 'tag' as const, id: 'claim', rest: '{"n":1.50}' } },
          { lost: { start: 3, end: 9, quote: 'gone', before: '', after: '' }, textSha256: sha256('other') },
        ),
        anySpan(text).map(span => ({ span: makeAnchor(text, span) })),
      ),
      aRest,
    )
    .map(([target, rest]) => ({ ...target, ...rest }))
const anyComment = (text: string) =>
  fc
    .record({
      id: anId,
      kind: fc.constantFrom('note', 'later'),
      on: anyTarget(text),
      text: fc.string(),
      created: aTime,
    })
    .chain(comment => aRest.map((rest): Comment => ({ ...comment, ...rest })))
const anyVerdict: fc.Arbitrary<Verdict> = fc
  .record({ id: anId, verdict: fc.constantFrom('accept', 'later'), created: aTime, says: fc.boolean(), rest: aRest })
  .map(({ id, verdict, created, says, rest }) => ({
    ...{ id, verdict, created, reason: 'r', ...rest },
    on: { layer: 'bob', annotation: id, revision: 4, ...(says ? { says: 'f' } : {}), ...rest },
  }))
const anyRemarks = anyText.chain(text =>
  fc.record({
    text: fc.constant(text),
    edits: fc.array(
      fc.oneof(
        anyComment(text).map((comment): Edit => ({ kind: 'putComment', comment })),
        anyVerdict.map((verdict): Edit => ({ kind: 'putVerdict', verdict })),
        anId.map((id): Edit => ({ kind: 'putComment', comment: { id, json: `{"id":"${id}","odd":[1.50,{}]}` } })),
        anId.map((id): Edit => ({ kind: 'putVerdict', verdict: { id, json: `{"id":"${id}","verdict":null}` } })),
        anId.map((id): Edit => ({ kind: 'removeComment', id })),
        anId.map((id): Edit => ({ kind: 'removeVerdict', id })),
      ),
      { maxLength: 12 },
    ),
  }),
)

test('law: comments and verdicts are written, read and written again byte for byte, however they came to be', () => {
  fc.assert(
    fc.property(anyRemarks, ({ text, edits }) => {
      const layer = new Layer()
      const undos = edits.map(edit => layer.apply(edit))
      const once = write(text, layer)
      const back = readBack(once, text)
      expect([new Set(back.comments), back.commentsMoved]).toEqual([new Set(layer.remarks.comments.all()), 0])
      expect(new Set(back.verdicts)).toEqual(new Set(layer.remarks.verdicts.all()))
      expect(write(text, new Layer({ comments: [...back.comments].reverse(), verdicts: back.verdicts }))).toBe(once)
      expect(sidecarText(readSidecar(bytesOf(once)))).toBe(once)
      for (const undo of undos.reverse()) layer.apply(undo)
      expect(write(text, layer)).toBe(write(text, new Layer()))
    }),
    { numRuns: 300 },
  )
})

test('law: edits replayed onto the file come to what they come to in memory', () => {
  fc.assert(
    fc.property(anyRemarks, ({ text, edits }) => {
      const ruler = makeRuler(text)
      const layer = new Layer()
      for (const edit of edits) layer.apply(edit)
      const inFile = edits.map(edit => editToFile(edit, ruler))
      expect(inFile.map(edit => editFromFile(edit, ruler))).toEqual(edits)
      const recorded = inFile.map(edit => ({ kind: 'edit' as const, at, revision: 0, edit }))
      const file = keptSidecar.replay(written(text, {}), recorded)
      const { revision: _, ...replayed } = JSON.parse(sidecarText(file))
      const { revision: __, ...inMemory } = JSON.parse(write(text, layer))
      expect(replayed).toEqual(inMemory)
    }),
    { numRuns: 300 },
  )
})

test('they stand in the file by when they were made, then by id; what says no time comes first', () => {
  const early = '2030-01-01T00:00:00.000Z'
  const comments = [
    note({ id: 'b' }),
    note({ id: 'a' }),
    note({ id: 'z', created: early }),
    { id: 'y', json: '{"id":"y"}' },
  ]
  const file = JSON.parse(write('The cat.', new Layer({ comments })))
  expect(file.comments.map(({ id }: { id: string }) => id)).toEqual(['y', 'z', 'a', 'b'])
})

test('what isn’t shaped like a comment or a verdict is carried as it came, and the sidecar can be read', () => {
  const odd = [
    { id: 'no-text', kind: 'note', on: { article: true }, created: at },
    { id: 'elsewhere', kind: 'note', on: { planet: 'mars' }, text: '', created: at },
    { id: 'beyond', kind: 'note', on: { span: { start: 900, end: 901, quote: 'x' } }, text: '', created: at },
    { id: 'alone' },
  ]
  const verdicts = [{ id: 'v', verdict: ['accept', null] }]
  const file = sidecarText(written('The cat.', { comments: odd, verdicts }))
  const { comments, verdicts: read } = readBack(file, 'The cat.')
  expect(comments.map(one => 'json' in one || 'lost' in one.on)).toEqual([true, true, true, true])
  expect(write('The cat.', new Layer({ comments, verdicts: read }))).toContain('"planet": "mars"')
  expect(new Layer({ comments, verdicts: read }).verdicts.size).toBe(0)
})

test('two comments of one id can’t both be kept by it: the sidecar is for reading, and salvaging shows both', () => {
  const twins = written('The cat.', { comments: [note(), note({ text: 'And?' })].map(one => ({ ...one })) })
  expect(() => readSidecar(bytesOf(twins))).toThrow(Problem)
  const found = salvage(bytesOf(twins))!
  expect((found.file['comments'] as readonly JsonObject[]).map(({ id }) => id)).toEqual(['c', 'c (2)'])
})

test('whole comments and verdicts of a file that was cut off are shown', () => {
  const verdict: Verdict = {
    ...{ id: 'v', verdict: 'accept', created: at },
    on: { layer: 'bob', annotation: 'b', revision: 1 },
  }
  const whole = write('The cat.', new Layer({ comments: [note(), note({ id: 'd' })], verdicts: [verdict] }))
  const cut = salvage(bytesOf(whole.slice(0, whole.indexOf('"id": "d"') + 20)))!
  expect([(cut.file['comments'] as JsonObject[]).length, cut.broken]).toEqual([1, 1])
  const all = salvage(bytesOf(whole.slice(0, -4)))!
  expect([(all.file['comments'] as JsonObject[]).length, (all.file['verdicts'] as JsonObject[]).length]).toEqual([2, 1])
})

test('the words that a comment is about count code points in the file, and go with a changed text', () => {
  const { text, span } = drawn('💩💩 The ferry was late. The «council said» nothing about it on Monday.\n')
  const comment = note({ on: { span: makeAnchor(text, span) } })
  const file = write(text, new Layer({ comments: [comment] }))
  expect(JSON.parse(file).comments[0].on.span).toMatchObject({ start: 27, end: 39, quote: 'council said' })
  const longer = `It was put right.\n\n${text}`
  const oldTexts = { oldTexts: () => text, isOver: () => false }
  const at27 = readSidecar(bytesOf(file))
  const moved = placeLayer(at27, longer, sha256(longer), makeRuler(longer), oldTexts)
  const near = spanOf(moved.comments[0]!)!
  expect([longer.slice(near.start, near.end), moved.commentsMoved]).toEqual(['council said', 1])
})

test('words without a place are kept with their comment, and come back with their text', () => {
  const { text, span } = drawn('The «cat» sat on the mat all day long.')
  const other = 'Nothing of that is here any more, not a word.'
  const file = write(
    text,
    new Layer({ comments: [note({ on: { span: makeAnchor(text, span), rest: '{"n":1.50}' } })] }),
  )
  const away = readBack(file, other)
  expect(away.comments).toMatchObject([{ on: { lost: { start: 4, quote: 'cat' }, textSha256: sha256(text) } }])
  expect(away.commentsMoved).toBe(1)
  const lost = write(other, new Layer(away))
  expect(readBack(lost, other)).toMatchObject({ comments: away.comments, commentsMoved: 0 })
  const back = readBack(lost, text)
  expect(back).toMatchObject({ commentsMoved: 1, comments: [{ on: { span, rest: '{"n":1.50}' } }] })
})

test('a line of the history that changes a comment or a verdict has the later version', () => {
  const versionOf = (edit: Edit) => {
    const inFile = editToFile(edit, makeRuler('x'))
    return JSON.parse(writeEntry({ kind: 'edit', at, revision: 1, edit: inFile }, '', sha256).line).v
  }
  const comment: Edit = { kind: 'putComment', comment: note() }
  const status: Edit = { kind: 'status', status: 'done' }
  expect(versionOf(status)).toBe(1)
  expect(versionOf(comment)).toBe(2)
  expect(versionOf({ kind: 'removeVerdict', id: 'v' })).toBe(2)
  expect(versionOf({ kind: 'all', edits: [status, comment] })).toBe(2)
})

test('an older file keeps what it said beside its lists', () => {
  const file = sidecarText(written('The cat.', { future: 1 }))
  expect(headOf(readSidecar(bytesOf(file))).rest).toBe('{"future":1}')
  expect(file.endsWith('"verdicts": [],\n  "future": 1\n}\n')).toBe(true)
})
