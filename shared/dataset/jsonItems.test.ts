import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonItems } from './jsonItems.ts'

async function itemsIn(text: string, size = 65536) {
  const bytes = new TextEncoder().encode(text)
  const parts = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  })()
  const out: [number, string][] = []
  for await (const { line, words } of jsonItems(parts)) out.push([line, words])
  return out
}

test('the items of an array, and values line by line, wherever the parts end', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.dictionary(fc.string(), fc.jsonValue()))),
        {
          minLength: 1,
        },
      ),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, 2),
      async (values, size, indent) => {
        const array = await itemsIn(JSON.stringify(values, null, indent), size)
        expect(array.map(([, words]) => JSON.parse(words))).toEqual(JSON.parse(JSON.stringify(values)))
        const lines = values.map(value => JSON.stringify({ value })).join('\n')
        expect((await itemsIn(lines, size)).map(([, words]) => JSON.parse(words).value)).toEqual(
          JSON.parse(JSON.stringify(values)),
        )
      },
    ),
    { numRuns: 40 },
  ))

test('each with its line; a broken line of JSON Lines takes no other with it', async () => {
  expect(await itemsIn('[\n {"a":\n1},\n\n 7,{"b": "],["}\n]\n')).toEqual([
    [2, '{"a":\n1}'],
    [5, '7'],
    [5, '{"b": "],["}'],
  ])
  expect(await itemsIn('{"a": 1\n{"b": 2}\n\n["c", {}]\n{\n "d": 3\n}\n')).toEqual([
    [1, '{"a": 1'],
    [2, '{"b": 2}\n'],
    [4, '["c", {}]'],
    [5, '{\n "d": 3\n}'],
  ])
  expect(await itemsIn('[{"a": 1}, {"b": 2')).toEqual([
    [1, '{"a": 1}'],
    [1, '{"b": 2'],
  ])
  expect(await itemsIn('')).toEqual([])
  expect(await itemsIn('[]')).toEqual([])
})
