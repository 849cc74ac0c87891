import { expect, test } from 'vitest'
import { clauseAround } from './clauses.ts'
import { quotationsIn } from './quotations.ts'

/** Clauses of a sentence, parted by | in the picture; each is found from each of its words. */
test.each([
  ['commas and a colon', 'The ferry sank|, he said|: nobody drowned.'],
  ['dashes', 'The ferry |– an old one – |sank|— nobody drowned'],
  ['not in numbers or hours', 'Some 50,000 men left at 5:30 for al-Qaim|; few came back.'],
  ['after a quotation that ends in its comma', '“We will go,” |she said|, smiling.'],
  ['not at a comma of a quotation that is mentioned', 'He said “yes, no” twice|, and left.'],
  ['Chinese', '他来了|，她走了|；谁也没说话。'],
  ['Arabic', 'جاء الرجل|، ثم ذهب.'],
])('clauses: %s', (_what, picture) => {
  const text = picture.replaceAll('|', '')
  const within = { start: 0, end: text.length }
  const quotations = quotationsIn(text, within)
  let from = 0
  for (const part of picture.split('|')) {
    const words = part.replace(/^[\s,;:，；،—–-]+|[\s–-]+$/gu, '')
    const at = text.indexOf(words, from)
    const found = clauseAround(text, { start: at, end: at + 1 }, within, quotations)
    expect(text.slice(found.start, found.end)).toBe(words)
    from += part.length
  }
})

test('inside a quotation its own commas part clauses', () => {
  const text = 'He said “yes, no” twice.'
  const [quotation] = quotationsIn(text, { start: 0, end: text.length })
  const at = text.indexOf('no')
  const found = clauseAround(text, { start: at, end: at + 2 }, quotation!.inner, [quotation!])
  expect(text.slice(found.start, found.end)).toBe('no')
})
