import { expect, test } from 'vitest'
import type { RecordedEdit } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import type { ArticleOnDisk } from '../sidecar/writeSidecar.ts'
import { makeRuler } from '../text/ruler.ts'
import { Facts, type FactsEdit } from './facts.ts'
import { correctionsOf, factsEditToFile, factsHeadOf, keptFacts, readFacts, writeFacts } from './factsFile.ts'
import { saidIn } from './saidFile.ts'

const text = 'Strike 💬\nBy Jane Roe\n'
const blocks = [
  { start: 0, end: 10, zone: 'body', by: 'reader' },
  { start: 10, end: 22, zone: 'body', by: 'reader' },
] as const
const [sha256, textSha256] = ['b'.repeat(64), 'a'.repeat(64)]
const article: ArticleOnDisk = {
  ...{ file: 'a.txt', sha256, textSha256, text, blocks, reader: 'plain-text/1', zoneRules: 1, title: '', metadata: {} },
  ...{ encoding: 'koi8-r', encodingBy: 'person', invalidBytes: 0, unseen: 0, textInSidecar: true },
}
const ruler = makeRuler(text)

const written = `{
  "format": "stet-article",
  "formatVersion": 1,
  "revision": 7,
  "article": {
    "file": "a.txt",
    "sha256": "${sha256}",
    "textSha256": "${textSha256}",
    "textLength": 21,
    "offsetUnit": "codepoint",
    "encoding": "koi8-r",
    "reader": "plain-text/1",
    "shelf": 1.50
  },
  "encoding": "koi8-r",
  "fields": {
    "title": {
      "value": "Dockers walk out",
      "by": "person",
      "sure": 0.90
    },
    "published": {
      "value": "2031-03-04",
      "by": "archive"
    },
    "edition": {
      "value": "late"
    }
  },
  "unpacked": {
    "archive": "download.html",
    "format": "nexis-html/1",
    "key": "5JX1",
    "place": 12345678901234567890
  },
  "zones": [
    {
      "start": 9,
      "end": 21,
      "zone": "byline",
      "quote": "By Jane Roe\\n"
    }
  ],
  "created": "2031-03-04T05:06:07.000Z",
  "modified": "2031-03-04T05:06:07.000Z",
  "drawer": [
    1
  ]
}
`
const bytes = (file: string) => new TextEncoder().encode(file)
const parsed = (): JsonObject => readFacts(bytes(written))
const factsIn = (file: JsonObject): Facts =>
  new Facts(correctionsOf(file, { text, textSha256, blocks }, ruler).corrections, saidIn(file))
const write = (file: JsonObject, facts: Facts): string => writeFacts(factsHeadOf(file), facts, [], article, ruler)

test('a file of facts comes back byte for byte, with keys and digits that nobody knows', () => {
  const file = parsed()
  expect(write(file, factsIn(file))).toBe(written)
})

test('a file without any of the newer keys is written without them', () => {
  const { encoding: _, fields: __, unpacked: ___, ...older } = parsed()
  const file = readFacts(bytes(textOf(older)))
  const again = write(file, factsIn(file))
  expect(Object.keys(JSON.parse(again))).toEqual(Object.keys(older))
})

const edits: readonly FactsEdit[] = [
  { kind: 'field', name: 'title', to: { value: 'Walk-out', by: 'person' } },
  { kind: 'field', name: 'title', to: null },
  { kind: 'field', name: 'outlet', to: { value: 'Harbour Gazette', by: 'name' } },
  { kind: 'encoding', encoding: null },
  { kind: 'encoding', encoding: 'windows-1251' },
  {
    kind: 'all',
    edits: [
      { kind: 'field', name: 'published', to: null },
      { kind: 'field', name: 'published', to: { value: '2030', by: 'person' } },
      { kind: 'zone', span: { start: 10, end: 22 }, quote: 'By Jane Roe\n', zone: null },
    ],
  },
]

test.each(edits)('%j is undone by what applying it answers', edit => {
  const facts = factsIn(parsed())
  const before = facts.metadata
  const undo = facts.apply(edit)
  expect(facts.apply(undo)).toEqual(edit)
  expect([facts.metadata, facts.said.encoding]).toEqual([before, 'koi8-r'])
  expect(facts.corrections.get(10)?.zone).toBe('byline')
})

test.each(edits)('%j makes of the file in the history what it makes of the facts', edit => {
  const file = parsed()
  const facts = factsIn(file)
  const kept = { kind: 'edit', at: '', revision: 8, edit: factsEditToFile(edit, ruler) } as unknown as RecordedEdit
  const replayed = keptFacts.replay(file, [kept])
  facts.apply(edit)
  expect(write(replayed, factsIn(replayed))).toBe(write(replayed, facts))
  expect(factsIn(replayed).metadata).toEqual(facts.metadata)
  expect(saidIn(replayed).encoding).toBe(facts.said.encoding)
})

test('a field keeps what else is said of it when its value changes', () => {
  const file = parsed()
  const facts = factsIn(file)
  facts.apply(edits[0]!)
  expect(JSON.parse(write(file, facts)).fields.title).toEqual({ value: 'Walk-out', by: 'person', sure: 0.9 })
})

test.each([
  ['published', '2031-02-30'],
  ['published', 'in March'],
  ['title', ''],
  ['title', 'two\nlines'],
])('a %s of %j is refused', (name, value) => {
  const file = { ...parsed(), fields: { [name]: { value, by: 'person' } } }
  expect(() => readFacts(bytes(textOf(file)))).toThrow()
})

test('a history that names a field nobody knows doesn’t fit', () => {
  const kept = { kind: 'edit', at: '', revision: 8, edit: { kind: 'field', name: 'mood', to: null } }
  expect(() => keptFacts.replay(parsed(), [kept as unknown as RecordedEdit])).toThrow(RangeError)
})
