import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_LINES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { anyCharacter } from '../text/anyCharacter.laws.ts'
import { spentMs } from '../text/spentMs.laws.ts'
import { blockSpans } from './blocks.ts'

const texts = (text: string) => blockSpans(text).map(({ start, end }) => text.slice(start, end))
/** Lines that end in every way, in texts that look wrapped and texts that don't. */
const lined = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '\v',
        ' ',
        '\ufeff',
        'The cat sat on the mat, he said, and nobody in Tehran minded it.\n',
      ),
      fc.string({ unit: anyCharacter }),
    ),
  )
  .map(parts => parts.join(''))

test('the blocks are the text, in order and without a gap, and none is empty but the only one of an empty text', () => {
  fc.assert(
    fc.property(lined, text => {
      expect(texts(text).join('')).toBe(text)
      let reached = 0
      for (const { start, end } of blockSpans(text)) {
        expect(start).toBe(reached)
        if (text !== '') expect(end).toBeGreaterThan(start)
        reached = end
      }
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['an empty text', '', ['']],
  ['no line end', 'One.', ['One.']],
  ['LF', 'One.\n\nTwo.\n', ['One.\n', '\n', 'Two.\n']],
  ['CR LF', 'One.\r\n\r\nTwo.', ['One.\r\n', '\r\n', 'Two.']],
  ['a lone CR', 'One.\r\rTwo.\r', ['One.\r', '\r', 'Two.\r']],
  ['all of them mixed', 'a\r\r\nb\n\rc', ['a\r', '\r\n', 'b\n', '\r', 'c']],
  ['no line ends', 'a\u2028b\vc\fd\u2029e\u0085f', ['a\u2028b\vc\fd\u2029e\u0085f']],
  ['a byte order mark', '\ufeffOne.\nTwo.', ['\ufeffOne.\n', 'Two.']],
])('a line with its line end is a block: %s', (_name, text, blocks) => {
  expect(texts(text)).toEqual(blocks)
})

const words =
  'President Robin Vale told the harbour council on Monday that the ferry would sail again before winter, whatever the weather, and that nobody had asked her to wait.'
const paragraph = (seed: number) => `${words.slice(seed)} ${words} ${words.slice(0, 60 + seed)}`

/** As a mail program wraps: as many words as fit. */
function wrap(text: string, width: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}

test.each([60, 65, 72, 80])('a file wrapped at %i columns has its paragraphs as blocks', width => {
  const paragraphs = [0, 5, 11, 17].map(seed => wrap(paragraph(seed), width))
  const text = `The ferry\n\n${paragraphs.join('\n\n')}\n`
  expect(texts(text)).toEqual([
    'The ferry\n',
    '\n',
    `${paragraphs[0]}\n`,
    '\n',
    `${paragraphs[1]}\n`,
    '\n',
    `${paragraphs[2]}\n`,
    '\n',
    `${paragraphs[3]}\n`,
  ])
  const windows = text.replaceAll('\n', '\r\n')
  expect(texts(windows).map(block => block.replaceAll('\r\n', '\n'))).toEqual(texts(text))
})

test('one long address in a wrapped file changes nothing', () => {
  const paragraphs = Array.from({ length: 12 }, (_, seed) => wrap(paragraph(seed), 72))
  const address = `https://example.com/${'archive/'.repeat(20)}`
  expect(blockSpans([...paragraphs, address].join('\n\n'))).toHaveLength(25)
})

test('Chinese wrapped at forty characters has its paragraphs as blocks', () => {
  const line = '总统周一对港务委员会说渡轮将在冬天之前再次启航'.repeat(2).slice(0, 40)
  const text = `${`${line}\n`.repeat(4)}完。\n\n${`${line}\n`.repeat(4)}完。\n`
  expect(blockSpans(text)).toHaveLength(3)
})

const unwrapped: readonly (readonly [what: string, text: string])[] = [
  ['a paragraph a line, blank lines between', [0, 5, 11].map(paragraph).join('\n\n')],
  ['a paragraph a line, no blank lines', [0, 5, 11, 13, 17, 19].map(paragraph).join('\n')],
  ['sentences a line', Array.from({ length: 30 }, (_, i) => `${words.slice(0, 40 + ((i * 29) % 50))}.`).join('\n')],
  [
    'lines as wide as wrapped ones that are not full',
    Array.from({ length: 30 }, (_, i) => words.slice(0, 52 + ((i * 29) % 37))).join('\n'),
  ],
  ['two short runs of full lines', `${wrap(words, 60)}\n\n${wrap(words, 60)}`.slice(0, 240)],
  ['a few full lines among paragraphs', `${wrap(paragraph(0), 70)}\n\n${[0, 5, 11].map(paragraph).join('\n\n')}`],
  ['a list', 'Apples\nPears and plums\nBread\nA dozen eggs\nButter\nMilk, if there is any left\nSalt\n'],
  ['a poem', Array.from({ length: 20 }, (_, i) => words.slice(0, 25 + ((i * 7) % 12))).join('\n')],
  [
    'title, standfirst and credit in a row',
    `The ferry will sail again before winter, says the president\n${words}\nPhoto: Jane Roe\n\n${paragraph(3)}\n\n${paragraph(7)}`,
  ],
]
test.each(unwrapped)('%s is not wrapped: lines are blocks', (_what, text) => {
  expect(texts(text)).toEqual(text.match(/[^\n]*\n|[^\n]+$/g))
})

test('a text of more lines than a reader’s heap holds is a Problem, not a crash', () => {
  expect(() => blockSpans('\n'.repeat(MAX_LINES + 1))).toThrow(Problem)
})

test('five million characters in one line and a million lines are read in a moment', () => {
  for (const text of [
    'x'.repeat(5_000_000),
    ' '.repeat(5_000_000),
    'The cat sat.\n'.repeat(1_000_000),
    '\r\n'.repeat(1_000_000),
  ]) {
    const began = spentMs()
    expect(blockSpans(text).length).toBeGreaterThan(0)
    expect(spentMs() - began).toBeLessThan(10_000)
  }
})
