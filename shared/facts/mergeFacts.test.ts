import { expect, test } from 'vitest'
import type { RecordedEdit } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { keptFacts } from './factsFile.ts'

const at = '2031-03-04T05:06:07.000Z'
function file(zones: Readonly<Record<number, string>>, textSha256 = 'a'.repeat(64)): JsonObject {
  const article = { file: 'a.txt', sha256: 'b'.repeat(64), textSha256, textLength: 90, offsetUnit: 'codepoint' }
  return {
    ...{ format: 'stet-article', formatVersion: 1, revision: 3 },
    article: { ...article, encoding: 'utf-8', reader: 'plain-text/1' },
    zones: Object.entries(zones).map(([start, zone]) => ({
      start: +start,
      end: +start + 9,
      zone,
      quote: `at ${start}`,
    })),
    ...{ created: at, modified: at },
  }
}
const said = (start: number, zone: string | null): RecordedEdit => ({
  ...({ kind: 'edit', at, revision: 4 } as RecordedEdit),
  edit: { kind: 'zone', start, end: start + 9, quote: `at ${start}`, zone },
})
const join = (agreed: JsonObject | null, theirs: JsonObject, ...pending: RecordedEdit[]) =>
  keptFacts.join!(agreed, theirs, pending, [])
const zonesOf = (file: JsonObject | undefined) =>
  Object.fromEntries((file!['zones'] as JsonObject[]).map(({ start, zone }) => [start, zone]))

test('what both said of different blocks stands, and nobody is told', () => {
  const joined = join(file({ 0: 'title' }), file({ 0: 'title', 10: 'caption' }), said(20, 'quote'), said(0, null))
  expect(zonesOf(joined?.file)).toEqual({ 10: 'caption', 20: 'quote' })
  expect([joined?.contradictions, joined?.isOpen]).toEqual([[], false])
})

test('of a block that both said something else of ours is kept, and theirs is told', () => {
  const joined = join(file({ 0: 'title' }), file({ 0: 'heading' }), said(0, 'byline'), said(0, 'caption'))
  expect(zonesOf(joined?.file)).toEqual({ 0: 'caption' })
  expect(joined?.contradictions).toEqual([{ start: 0, end: 9, quote: 'at 0', ours: 'caption', theirs: 'heading' }])
})

test('a correction that one side took back and the other changed is told too', () => {
  expect(join(file({ 0: 'title' }), file({ 0: 'heading' }), said(0, null))?.contradictions).toMatchObject([
    { ours: null, theirs: 'heading' },
  ])
  expect(join(file({ 0: 'title' }), file({}), said(0, 'byline'))?.contradictions).toMatchObject([
    { ours: 'byline', theirs: null },
  ])
})

test('what both said alike needs nothing', () => {
  const joined = join(file({}), file({ 0: 'title' }), said(0, 'title'))
  expect([joined?.edit, joined?.contradictions]).toEqual([null, []])
})

test('where nobody knows what it was, ours is kept and theirs is told', () => {
  const joined = join(null, file({ 0: 'heading', 10: 'caption' }), said(0, 'byline'))
  expect(zonesOf(joined?.file)).toEqual({ 0: 'byline', 10: 'caption' })
  expect(joined?.contradictions).toHaveLength(1)
})

test('the edit is what leads from theirs to the whole', () => {
  const theirs = file({ 0: 'heading' })
  const joined = join(file({ 0: 'title' }), theirs, said(0, 'byline'), said(10, 'quote'))
  expect(zonesOf(keptFacts.replay(theirs, [{ ...said(0, null), edit: joined!.edit! }]))).toEqual(zonesOf(joined?.file))
})

test('two versions that count in different texts aren’t joined', () => {
  expect(join(file({}), file({}, 'c'.repeat(64)), said(0, 'title'))).toBeNull()
})

const withTitle = (value: string | null, textSha256?: string): JsonObject => ({
  ...file({}, textSha256),
  ...(value === null ? {} : { fields: { title: { value, by: 'person' } } }),
})
const titled = (value: string | null): RecordedEdit => ({
  ...said(0, null),
  edit: { kind: 'field', name: 'title', to: value === null ? null : { value, by: 'person' } },
})
const chose = (encoding: string | null): RecordedEdit => ({ ...said(0, null), edit: { kind: 'encoding', encoding } })

test('of a field that both said otherwise ours is kept, and theirs is told', () => {
  const joined = join(withTitle('Old'), withTitle('Theirs'), titled('Ours'))
  expect(joined?.file).toMatchObject({ fields: { title: { value: 'Ours', by: 'person' } } })
  const [ours, theirs] = ['Ours', 'Theirs'].map(value => ({ value, by: 'person' }))
  expect(joined?.contradictions).toEqual([{ name: 'title', ours, theirs }])
  expect(join(withTitle('Old'), withTitle('Old'), titled(null))?.file['fields']).toBeUndefined()
  expect(join(withTitle('Old'), withTitle(null), titled(null))?.contradictions).toEqual([])
})

test('fields and the encoding are joined though the two count in different texts', () => {
  const theirs = { ...withTitle('Theirs', 'c'.repeat(64)), encoding: 'koi8-r' }
  const joined = join(withTitle(null), theirs, chose('windows-1251'))
  expect(joined?.file).toMatchObject({ encoding: 'windows-1251', fields: { title: { value: 'Theirs' } } })
  expect(joined?.contradictions).toEqual([{ name: 'encoding', ours: 'windows-1251', theirs: 'koi8-r' }])
})
