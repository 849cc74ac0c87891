import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, drawn } from './drawn.ts'
import { sentenceAround } from './sentences.ts'
import { spentMs } from './spentMs.laws.ts'

/** Sentences as a reader of news takes them. Asked at every place of the paragraph they make, each must come back. */
const paragraphs: [what: string, sentences: string[], between?: string][] = [
  ['plain', ['The cat sat.', 'The dog did not!', 'Why?']],
  ['titles', ['Mr. Smith met Gen. Jones and Sen. Lee.', 'Dr. Who did not.', 'Messrs. Putin and Khamenei left.']],
  [
    'countries',
    ['U.S. officials met U.K. President Jones in the U.S. Capitol.', 'They left the U.S.', 'The talks failed.'],
  ],
  ['initials', ['George W. Bush met J. K. Rowling.', 'He smiled.']],
  ['a letter that is no initial', ['They took vitamin C.', 'Doctors agreed.']],
  ['numbers', ['No. 5 beat No. 12 on Jan. 5, 2018.', 'Art. 5 holds.', 'See p. 12.']],
  ['the word no', ['The answer is no.', 'Putin left.']],
  ['a number opens', ['It ended in 2012.', '45 people died.', '“They fled.”', '12 came back.']],
  ['hours', ['They met at 5 p.m. Tuesday.', 'It was 6 a.m. GMT.', 'It ended at 7 p.m.', 'Putin left.']],
  ['decimals and addresses', ['It rose 5.5 percent on example.com today.', 'Good.']],
  ['quotations that close after the stop', ['“We will go.”', 'He left.', '"Never again."', '(So it goes.)', 'End.']],
  [
    'questions inside a sentence',
    [
      '“Will you?” he asked.',
      '“Stop!” Putin said.',
      '“Why now?” the Iranian leader asked.',
      '“Yes!”',
      'Nobody cheered.',
    ],
  ],
  ['an exclamation mark in a name', ['Jeb! was better than before.', 'Yahoo! shares rose.']],
  ['degrees', ['Jane Roe, Ph.D. Fellow of D.C. University, left.', 'Good.']],
  ['a list', ['1. Iran wants peace.', '2. Russia too.']],
  ['dots that trail off', ['He waited ... and left.', 'Then ... nothing.', 'Good.']],
  ['French', ['« Nous irons. »', 'Il est parti.', 'M. Hollande, 60 ans, a dit « oui ».']],
  ['German', ['Am 3. Oktober fuhr Dr. Weiß ab.', '„Das war’s.“', 'Er schwieg.']],
  ['Russian', ['В. Путин приехал в г. Москва.', '«Да.»', 'Он уехал.']],
  ['Arabic', ['قال د. أحمد نعم.', 'هل ذهب؟', 'لا.']],
  ['Chinese', ['他说：“好。”', '她走了。', '真的吗？'], ''],
  ['Japanese', ['大統領は来た。', '「そうだ。行こう。」と述べた。', '終わり。'], ''],
]
test.each(paragraphs)('sentences are found: %s', (_what, sentences, between = ' ') => {
  const text = sentences.join(between)
  const expected = sentences.flatMap((sentence, i) =>
    Array<string>(sentence.length + (i < sentences.length - 1 ? between.length : 0)).fill(sentence),
  )
  const found = [...text].map((_, at) => sentenceAround(text, at)).map(span => span && text.slice(span.start, span.end))
  expect([...new Set(found)]).toEqual(sentences)
  expect(found).toEqual(expected)
})

test.each([
  ['a line end ends a sentence', '«Putin in Tehran»\n', 3],
  ['the place after the last word is still the sentence', '«The cat sat.»', 12],
  ['the white space before belongs to it as well', '  «The cat sat.»', 0],
  ['the line end belongs to its line, CR LF too', 'One.\r\n«Two.»\r\nThree.', 11],
])('%s', (_name, picture, at) => {
  const { text, span } = drawn(picture)
  expect(draw(text, sentenceAround(text, at)!)).toBe(draw(text, span))
})

test('in a hard-wrapped block a sentence runs over line ends', () => {
  const { text, span } = drawn('One went. «The cat\r\nsat on the\r\nmat.» Two\r\nleft.\r\n')
  expect(draw(text, sentenceAround(text, 14, { start: 0, end: text.length })!)).toBe(draw(text, span))
})

test('there is no sentence on a blank line, nor in an empty text', () => {
  expect(sentenceAround('One.\n\nTwo.', 5)).toBeNull()
  expect(sentenceAround('One.\n \t\nTwo.', 6)).toBeNull()
  expect(sentenceAround('', 0)).toBeNull()
  expect(sentenceAround('One.\n', 5)).toBeNull()
})

test('a sentence lies in its text around or beside its place, without white space, wherever one asks', () => {
  const words = fc.constantFrom(
    'Mr. ',
    'U.S. ',
    '“',
    '”',
    '. ',
    '! ',
    'Said ',
    'a ',
    '5 ',
    '\n',
    '\r\n',
    '「',
    '」',
    '。',
    ' » ',
    '« ',
    '💩',
    'x',
  )
  fc.assert(
    fc.property(fc.array(words), fc.nat(), (parts, place) => {
      const text = parts.join('')
      const at = place % (text.length + 1)
      const found = sentenceAround(text, at)
      if (!found) return
      const quote = text.slice(found.start, found.end)
      expect(quote).toBe(quote.trim())
      expect(quote).not.toBe('')
      const between = text.slice(Math.min(at, found.end), Math.max(at, found.start))
      expect(between.trim()).toBe('')
      expect(sentenceAround(text, found.start)).toEqual(found)
    }),
    { numRuns: 1000 },
  )
})

test('far into a long paragraph a sentence is whole, at every place', () => {
  const sentence = 'Mr. Vale told U.S. officials that “the ferry will sail.” '
  const text = sentence.repeat(200)
  for (let at = 0; at < text.length; at += 31) {
    const start = at - (at % sentence.length)
    expect(sentenceAround(text, at)).toEqual({ start, end: start + sentence.length - 1 })
  }
})

test('a line of five million characters costs what a short one costs', () => {
  for (const text of ['The cat sat. '.repeat(400_000), 'Mr. '.repeat(1_200_000), '.'.repeat(5_000_000)]) {
    const began = spentMs()
    for (let asked = 1; asked < 50; asked++) expect(sentenceAround(text, asked * 90_000)).not.toBeNull()
    expect(spentMs() - began).toBeLessThan(10_000)
  }
})
