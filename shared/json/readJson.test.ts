import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './readJson.ts'
import { restOf, textOf, withRest } from './rest.ts'
import { writeJson } from './writeJson.ts'

const odd = '{"a": 1.50, "b": 12345678901234567890, "c": -0, "d": 1e400, "e": [0.1, 1E5], "f": {"g": 1.0}}'

test('numbers keep the digits that they came with', () => {
  expect(textOf(readJson(odd))).toBe(odd.replaceAll(': ', ':').replaceAll(', ', ','))
})

test('what the platform reads, we read alike', () => {
  fc.assert(
    fc.property(fc.json(), json => {
      const plain = JSON.parse(json)
      const ours = (() => {
        try {
          return JSON.parse(writeJson(readJson(json)))
        } catch (error) {
          expect(json).toMatch(/__proto__|isLosslessNumber/)
          expect(error).toHaveProperty('why', 'key')
          return plain
        }
      })()
      expect(ours).toEqual(plain)
    }),
    { numRuns: 1000 },
  )
})

const refused: [name: string, json: string, why: string][] = [
  ['deep nesting', '['.repeat(65) + ']'.repeat(65), 'too-deep'],
  ['a million open brackets', '['.repeat(1_000_000), 'too-deep'],
  ['the key __proto__', '{"a": {"__proto__" : 1}}', 'key'],
  ['the key __proto__ in disguise', '{"\\u005f_proto__": 1}', 'key'],
  ['the key of numbers held as digits', '{"a": {"isLosslessNumber": true, "value": "x"}}', 'key'],
  ['a key that stands twice in one object', '{"a": 1, "b": {"a": 1}, "a": 2}', 'key'],
  ['a key that stands twice among many', `{${[...Array(40).keys(), 30].map(i => `"k${i}": 1`).join(',')}}`, 'key'],
  ['a key that stands twice, far from its colon', '{"a"\n : 1, "a"\u00a0: 2}', 'key'],
  ['half a file', '{"a": [1, 2', 'not-json'],
  ['nothing', '', 'not-json'],
]
test.each(refused)('%s is refused', (_name, json, why) => {
  expect(() => readJson(json)).toThrow(expect.objectContaining({ why }))
})

test('the word __proto__ as a value is only a word, and brackets in strings do not nest', () => {
  expect(readJson('{"a": "__proto__", "b": "[[[[\\"[["}')).toEqual({ a: '__proto__', b: '[[[["[[' })
})

test('unknown keys come back after the known ones, unchanged', () => {
  const file = readJson('{"x": 1.0, "known": 2, "y": {"z": []}}') as never
  const rest = restOf(file, new Set(['known']))
  expect(writeJson(withRest({ known: 3 }, rest)).replace(/\s/g, '')).toBe('{"known":3,"x":1.0,"y":{"z":[]}}')
})

test('digits survive a structured clone, and JSON as an object', () => {
  const value = readJson(odd)
  expect(textOf(structuredClone(value))).toBe(textOf(value))
  expect(writeJson(JSON.parse(JSON.stringify(value)))).toBe(writeJson(value))
})
