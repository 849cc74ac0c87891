import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { makeRuler } from '../text/ruler.ts'
import { placeLayer } from './placeLayer.ts'
import { checkSidecar } from './readSidecar.ts'
import { salvage } from './salvage.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const text = 'The cat sat on the mat, the dog on the log, and the fox in a box.'

function of(id: string, word: string) {
  const start = text.indexOf(word)
  const span = { start, end: start + word.length, quote: word, before: text.slice(0, start), after: '' }
  return { id, tag: 'actor', spans: [span], created: 'then', modified: 'then' }
}

const file = {
  ...{ format: 'stet-sidecar', formatVersion: 1, revision: 7 },
  article: {
    ...{ file: 'cat.txt', sha256: sha256(text), textSha256: sha256(text), textLength: text.length },
    ...{ offsetUnit: 'codepoint', encoding: 'utf-8', reader: 'plain-text/1' },
  },
  ...{ zoneRules: 1, zones: [], annotator: { id: 'ada', name: 'Ada Lind', key: 'k' } },
  codebook: { id: 'stet-default', version: 1, hash: sha256('codebook') },
  ...{ status: 'in-progress', created: 'then', modified: 'then' },
  annotations: [of('a', 'cat'), of('b', 'dog'), of('c', 'fox')],
  ...{ unplaced: [{ ...of('u', 'mat'), placement: 'lost', textSha256: sha256('old') }] },
  links: [{ id: 'l', type: 'about', from: 'a', to: { annotation: 'b' } }],
  ...{ comments: [], verdicts: [] },
}
const written = JSON.stringify(file, null, 2)
const saved = (json: string) => salvage(new TextEncoder().encode(json))
const placed = (found: JsonObject) => placeLayer(found, text, sha256(text), makeRuler(text))
const ids = (found: JsonObject) => placed(found).annotations.map(({ id }) => id)

test('wherever a file is cut off, each annotation before the cut is there, at its words, and the file is one that can be read', () => {
  const ends = file.annotations.map(({ id }) => written.indexOf('\n    }', written.indexOf(`"id": "${id}"`)) + 6)
  for (let cut = 0; cut < written.length; cut += 3) {
    const found = saved(written.slice(0, cut))
    const whole = ends.filter(end => end <= cut).length
    if (whole === 0) expect(found, `cut at ${cut}`).toBeNull()
    else {
      checkSidecar(found!.file)
      expect(ids(found!.file).slice(0, whole), `cut at ${cut}`).toEqual(['a', 'b', 'c'].slice(0, whole))
      expect(found!.file['annotator']).toEqual(file.annotator)
    }
  }
})

test('what is bent costs itself, and not what stands beside it', () => {
  for (const [bent, broken] of [
    [written.replace('"id": "b"', '"id": 5'), 1],
    [written.replace('"id": "b",', '"id": "b" "tag"'), 1],
    [written.replace('"quote": "dog"', '"quote": "dog'), 1],
    [written.replace('"id": "b",', '"__proto__": {"x": 1},'), 1],
  ] as const) {
    const found = saved(bent)!
    expect([ids(found.file), found.broken]).toEqual([['a', 'c'], broken])
    expect(placed(found.file)).toMatchObject({ unplaced: [{ id: 'u' }], links: [{ id: 'l' }] })
  }
})

test('of two entries with one id both are there', () => {
  const found = saved(written.replace('"id": "b"', '"id": "a"').replace('"id": "c"', '"id": "a"'))!
  expect([ids(found.file), found.broken]).toEqual([['a', 'a (2)', 'a (3)'], 0])
  checkSidecar(found.file)
})

test('of a later version there is what is said as it is said now', () => {
  const found = saved(JSON.stringify({ ...file, formatVersion: 9, status: 'dreaming', zones: 'none', wonders: [] }))!
  expect(ids(found.file)).toEqual(['a', 'b', 'c'])
  expect(found.file).toMatchObject({ formatVersion: 1, status: 'in-progress', zones: [] })
})

test('where the article is not known for certain, only words decide', () => {
  const found = saved(written.replace(/"article": \{/, '"article": 5, "was": {'))!
  expect(ids(found.file)).toEqual(expect.arrayContaining(['a', 'b', 'c']))
  const moved = saved(written.replace(/"article": \{/, '"article": 5, "was": {').replace('"start": 4', '"start": 24'))!
  for (const { spans } of placed(moved.file).annotations)
    expect(text.slice(spans[0]!.start, spans[0]!.end)).toBe(spans[0]!.quote)
})

test('of a file that is nothing of the kind there is nothing, at once', () => {
  for (const nothing of [
    '',
    '{}',
    '['.repeat(1e6),
    '{"annotations": [',
    '{"annotations": 5, "links": {}}',
    '\0'.repeat(999),
  ])
    expect(saved(nothing)).toBeNull()
  expect(saved(`{"annotations": [${'{"a":'.repeat(300_000)}`)).toBeNull()
  expect(saved(`{"annotations": [${'\n    {"a":'.repeat(300_000)}`)).toBeNull()
})
