import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyArticle } from '../../dataset/drawnDataset.laws.ts'
import { splitsPair } from '../../text/surrogates.ts'
import { casJson } from '../casJson.ts'
import { casXmi } from '../casXmi.ts'
import { readBack, written } from '../roundTrip.laws.ts'
import { webannoTsv } from '../webannoTsv.ts'

/** A stretch of a file that was cut out, doubled or replaced. */
const anyDamage = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  instead: fc.constantFrom(
    '',
    '\t',
    '\n',
    '|',
    '[',
    '"',
    '<',
    '0',
    '99999999999',
    '-1',
    '_',
    '*',
    ';',
    '->1-1',
    '{}',
    'null',
  ),
})

test.each([webannoTsv, casXmi, casJson])('a damaged file stops nobody: $id', async format => {
  await fc.assert(
    fc.asyncProperty(
      anyArticle('a.txt'),
      fc.array(anyDamage, { minLength: 1, maxLength: 4 }),
      async (article, damages) => {
        const parts = written(format, [article]).map(part => ({ ...part }))
        for (const { file, at, length, instead } of damages) {
          const part = parts[file % parts.length]!
          const data = part.data as string
          const from = Math.floor(at * data.length)
          part.data = data.slice(0, from) + instead + data.slice(from + length)
        }
        const { articles, untaken } = await readBack(format, parts)
        for (const { text, layers } of articles)
          for (const { annotations, links } of layers) {
            const ids = new Set(annotations.map(({ id }) => id))
            expect(ids.size).toBe(annotations.length)
            for (const { spans } of annotations)
              for (const { start, end } of spans)
                expect(
                  0 <= start && start < end && end <= text.length && ![start, end].some(at => splitsPair(text, at)),
                ).toBe(true)
            for (const { from, to } of links)
              expect(ids.has(from) && (!('annotation' in to) || ids.has(to.annotation))).toBe(true)
          }
        expect(articles.length + untaken.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 300 },
  )
})
