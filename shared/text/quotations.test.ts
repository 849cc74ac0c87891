import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotationsAround, quotationsIn } from './quotations.ts'
import { spentMs } from './spentMs.laws.ts'

const whole = (text: string) => ({ start: 0, end: text.length })
const quoted = (text: string) => quotationsIn(text, whole(text)).map(({ inner }) => text.slice(inner.start, inner.end))

test.each([
  ['English', 'She said: “We will go,” and left.', ['We will go,']],
  ['straight', 'The bridge "will be replaced by spring". "Soon," he said.', ['will be replaced by spring', 'Soon,']],
  [
    'a quotation in a quotation',
    '“He told me ‘never again’, twice,” she said.',
    ['He told me ‘never again’, twice,', 'never again'],
  ],
  ['German', '„Das war’s“, sagte er. ‚Gut.‘ »Nein«, rief sie.', ['Das war’s', 'Gut.', 'Nein']],
  ['German marks in English ones', '„A “ and “B”', ['A', 'B']],
  ['French', '« Oui, dit-il, « c’est fini » », a-t-elle ajouté.', ['Oui, dit-il, « c’est fini »', 'c’est fini']],
  ['Swedish', '”Ja”, sade han. »Nej», sade hon.', ['Ja', 'Nej']],
  ['Spanish', 'Dijo: «No hay “plan B” alguno».', ['No hay “plan B” alguno', 'plan B']],
  ['Japanese', '大統領は「『平和』を望む」と述べた。', ['『平和』を望む', '平和']],
  ['Chinese, straight', '他说"好。"她走了。', ['好。']],
  ['Hebrew', 'דובר צה"ל אמר: "אין שינוי".', ['אין שינוי']],
  ['Arabic', 'قال: «نعم» ثم "لا".', ['نعم', 'لا']],
  ['single straight', "He called it 'a farce' and didn't stay.", ['a farce']],
  [
    'an apostrophe in a quotation',
    'She saw ‘the dogs’ house’ and ‘the cats’ bowls,’ he said.',
    ['the dogs’ house', 'the cats’ bowls,'],
  ],
  ['the same, straight', "He wrote 'the workers' rights are gone,' and left.", ["the workers' rights are gone,"]],
  ['a word that ends in s is quoted', 'They are ‘dogs’ and ‘cats’, ‘his’ and the boys’ own.', ['dogs', 'cats', 'his']],
  ['apostrophes are no marks', 'The ’90s weren’t the dogs’ best, ’twas said, rock ’n’ roll.', []],
  ['a mark without its other half', '“We will go, she said. They "stayed" on.', ['stayed']],
  ['inches', 'The 6" pipe was "too short" for us.', ['too short']],
  ['nothing between the marks', '“ ” and ""', []],
])('quotations are paired: %s', (_what, text, quotes) => {
  expect(quoted(text)).toEqual(quotes)
})

/** Blocks as plain text has them: lines with their ends. */
const linesOf = (text: string) =>
  [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }))

const long = 'He rose.\n\n“First.\n\n“Second ‘one’.\n\n“Third,” he said.\n\nHe sat.\n'

test.each(['First', 'Second', 'Third'])('a quotation runs through paragraphs that each open it: seen from %s', word => {
  const at = long.indexOf(word)
  const found = quotationsAround(long, linesOf(long), { start: at, end: at + word.length })
  const quotes = found.map(({ inner }) => long.slice(inner.start, inner.end))
  expect(quotes).toContain('First.\n\n“Second ‘one’.\n\n“Third,')
})

test('paragraphs that merely begin with a mark are no such quotation', () => {
  const text = '“First.”\n\n“Second.”\n\n“Third, never closed.\n\nHe sat.\n'
  for (const word of ['First', 'Second', 'Third', 'sat']) {
    const at = text.indexOf(word)
    const found = quotationsAround(text, linesOf(text), { start: at, end: at + 1 })
    expect(found.filter(({ inner }) => text.slice(inner.start, inner.end).includes('\n'))).toEqual([])
  }
})

test('quotations lie in each other or apart, whatever the marks, and marks are what they stand between', () => {
  const parts = fc.constantFrom(...'"\'“”„‟‘’‚«»‹›「」『』｢｣〝〞〟', 'a', 'b c', ' ', '.', '\n', '💩', '中', '5', '(')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), drawn => {
      const text = drawn.join('')
      const found = quotationsIn(text, whole(text))
      for (const { start, end, inner } of found) {
        expect(start < inner.start && inner.start < inner.end && inner.end < end).toBe(true)
        expect(text.slice(start, end)).toMatch(/^["'“”„‟‘‚«»‹›「『｢〝][\s\S]*["'“”‘’«»‹›」』｣〞〟]$/u)
        for (const other of found)
          expect(other.end <= start || end <= other.start || other.start <= start === other.end >= end).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test('in a line of five million characters only what is near is looked at', () => {
  const text = 'He said “yes” to "all" of it. '.repeat(170_000)
  const began = spentMs()
  for (let asked = 1; asked < 100; asked++)
    expect(
      quotationsAround(text, [whole(text)], { start: asked * 50_000, end: asked * 50_000 }).length,
    ).toBeGreaterThan(9)
  expect(spentMs() - began).toBeLessThan(10_000)
})
