import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json/json.ts'
import { writeJson } from '../json/writeJson.ts'
import { Project } from '../project/project.ts'
import { makeRuler } from '../text/ruler.ts'
import { checkLayer } from './checkLayer.ts'
import { severityOf } from './finding.ts'
import { readSidecarFile } from './sidecarFile.ts'

const text = 'The union said that the port would close. The minister denied it.\n'
const hash = (of: string) => (of === text ? 'a' : 'b').repeat(64)
const article = {
  ...{ name: 'strike.txt', sha256: 'a'.repeat(64), text, textSha256: hash(text), ruler: makeRuler(text) },
  ...{ blocks: [], zoneRules: 1, textInSidecar: false },
}
const anchor = (quote: string) => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}
const whole = {
  ...{ format: 'stet-sidecar', formatVersion: 1, revision: 3 },
  article: {
    ...{ file: 'strike.txt', sha256: 'a'.repeat(64), textSha256: hash(text), textLength: text.length },
    ...{ offsetUnit: 'codepoint', encoding: 'utf-8', reader: 'plain-text/1' },
  },
  ...{ zoneRules: 1, zones: [] },
  annotator: { id: 'alice', name: 'Alice' },
  codebook: { id: 'stet-default', version: 1, hash: 'c'.repeat(64) },
  ...{ status: 'done', created: 'then', modified: 'then' },
  annotations: [
    { id: 'c', tag: 'claim', spans: [anchor('the port would close')], attributes: { speech: 'direct' } },
    { id: 'u', tag: 'actor', spans: [anchor('The union')] },
  ].map(one => ({ ...one, created: 'then', modified: 'then' })),
  unplaced: [],
  links: [{ id: 'l', type: 'attributed-to', from: 'c', to: { annotation: 'u' }, cue: anchor('said') }],
  ...{ comments: [], verdicts: [] },
} as unknown as Json

/** Every place in a value, as the keys that lead there. */
function placesIn(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([key, part]) => placesIn(part as Json).map(place => [key, ...place]))]
}

function bent(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json | undefined {
  if (key === undefined) return to
  const parts = value as unknown as Record<string, Json>
  const part = bent(parts[key]!, rest, to)
  if (Array.isArray(value))
    return value.flatMap((one, i) => (String(i) !== key ? [one] : part === undefined ? [] : [part]))
  const { [key]: _, ...others } = parts
  return part === undefined ? others : { ...others, [key]: part }
}

const check = (bytes: Uint8Array) => {
  const { file, findings } = readSidecarFile('x', bytes)
  const placing = { oldTexts: () => undefined, isOver: () => false }
  return [
    ...findings,
    ...(file ? checkLayer('x', 'alice', file, { article, project: new Project(), placing, hash }) : []),
  ]
}
const bytesOf = (value: Json) => new TextEncoder().encode(writeJson(value))

test('of a whole layer nothing is found', () => {
  expect(check(bytesOf(whole))).toEqual([])
})

const odd: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<Json | undefined>(undefined, null, -1, 1e9, '', 'c', 'u', 'nobody', [], {}, true, 0.5),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
)

test('whatever is put anywhere in a layer, it is looked through to the end', () => {
  const place = fc.constantFrom(...placesIn(whole).filter(({ length }) => length > 0))
  fc.assert(
    fc.property(fc.array(fc.tuple(place, odd), { minLength: 1, maxLength: 3 }), changes => {
      let file: Json = whole
      for (const [at, to] of changes) {
        const isThere = at.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], file)
        if (isThere !== undefined) file = bent(file, at, to) ?? {}
      }
      for (const { kind } of check(bytesOf(file))) expect(severityOf(kind)).toBeDefined()
    }),
  )
})

test('a file that is cut off anywhere is damaged, and nothing throws', () => {
  const bytes = bytesOf(whole)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 2 }), length => {
      const [first] = check(bytes.subarray(0, length))
      expect(first).toMatchObject({ kind: 'damaged' })
    }),
  )
})

test.each([
  ['annotations', { kind: 'wrong-quote', annotation: 'c', about: '' }],
  ['links', { kind: 'wrong-quote', link: 'l', about: '' }],
] as const)('a place that the text doesn’t have is told of %s', (list, found) => {
  const span = list === 'links' ? ['cue'] : ['spans', '0']
  const past = ['start', 'end'].reduce<Json>(
    (file, key, i) => bent(file, [list, '0', ...span, key], text.length + 5 + i)!,
    whole,
  )
  expect(check(bytesOf(past))).toContainEqual(expect.objectContaining(found))
})

test('an annotation that is moved by itself is always told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), by => {
      const moved = ['start', 'end'].reduce<Json>(
        (file, key) =>
          bent(file, ['annotations', '0', 'spans', '0', key], anchor('the port would close')[key as 'start'] + by)!,
        whole,
      )
      expect(check(bytesOf(moved))).toContainEqual(expect.objectContaining({ kind: 'wrong-quote', annotation: 'c' }))
    }),
  )
})
