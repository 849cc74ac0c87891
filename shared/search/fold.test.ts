import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../text/anyCharacter.laws.ts'
import { beginsCluster, clusterEnd, fold } from './fold.ts'
import { FoldedText } from './foldedText.ts'
import { makeMatcher, searchable } from './matcher.ts'
import { emptyQuery, type Query } from './query.ts'

/** Everything that makes folding hard: letters that grow, shrink, join or vanish, and marks that hang on anything. */
const hard = [
  ...['a', 'A', 'e', 's', 'S', 'ß', 'ẞ', 'ss', 'İ', 'i', 'I', 'ı', 'i\u0307', 'é', 'e\u0301', 'É', 'ŉ', 'ǰ', 'ΐ', 'ᾳ'],
  ...[
    'Σ',
    'σ',
    'ς',
    'ﬁ',
    'fi',
    'ﬃ',
    'ﬅ',
    'Ł',
    'æ',
    '’',
    "'",
    '`',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\u00a0',
    '\u2000',
    '\u00ad',
  ],
  ...['\u200b', '\ufeff', '\u0301', '\u0345', '\u0327', '\u3099', 'か', 'が', '한', '하', '\u1112', '\u1161', '\u11ab'],
  ...[
    '💩',
    '👩‍🚒',
    '\ud83d',
    '\udca9',
    'שָׁלוֹם',
    'ـ',
    'أ',
    'ا',
    'َ',
    'नि',
    'न',
    '東京',
    '-',
    '‑',
    'x'.repeat(40),
    '\u0041\u030a',
    'Å',
  ],
]
const anyHard = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...hard) }, fc.string({ unit: anyCharacter, maxLength: 3 })),
    {
      maxLength: 24,
    },
  )
  .map(parts => parts.join(''))
const anyFolding = fc.record({ matchCase: fc.boolean(), diacritics: fc.boolean() })

function clusters(text: string): { start: number; part: string }[] {
  const found: { start: number; part: string }[] = []
  for (let start = 0; start < text.length; start = clusterEnd(text, start)) {
    found.push({ start, part: text.slice(start, clusterEnd(text, start)) })
  }
  return found
}

const places = (text: string, words: string, more: Partial<Query> = {}) =>
  [...(makeMatcher({ ...emptyQuery, words, ...more })?.find(searchable(text)) ?? [])].map(
    ({ start, end }) => `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`,
  )

test('what a text folds to is what its clusters fold to, and clusters leave no gap', () => {
  fc.assert(
    fc.property(anyHard, anyFolding, (text, folding) => {
      const parts = clusters(text).map(({ part }) => part)
      expect(parts.join('')).toBe(text)
      expect(parts.map(part => fold(part, folding)).join('')).toBe(fold(text, folding))
    }),
    { numRuns: 3000 },
  )
})

test('where a cluster is said to begin, folding before and after is folding the whole', () => {
  fc.assert(
    fc.property(anyHard, anyFolding, fc.nat(30), (text, folding, at) => {
      fc.pre(at < text.length && beginsCluster(text, at))
      expect(fold(text.slice(0, at), folding) + fold(text.slice(at), folding)).toBe(fold(text, folding))
    }),
    { numRuns: 3000 },
  )
})

/** The same, by trying every stretch of clusters. */
function byTrying(text: string, words: string, folding: { matchCase: boolean; diacritics: boolean }): string[] {
  const wanted = fold(words, folding).trim()
  const edges = [...clusters(text).map(({ start }) => start), text.length]
  const folds = (from: number, to: number) => fold(text.slice(edges[from], edges[to]), folding)
  const found: string[] = []
  for (let i = 0; wanted !== '' && i < edges.length - 1; i++) {
    if (folds(i, i + 1) === '') continue
    for (let j = i + 1; j < edges.length; j++) {
      if (folds(j - 1, j) === '' || folds(i, j) !== wanted) continue
      found.push(`${edges[i]} ${edges[j]}`)
      i = j - 1
      break
    }
  }
  return found
}

test('exactly those stretches are found that fold to the words, at exact offsets', () => {
  const any = fc.tuple(anyHard, anyHard, anyFolding, fc.nat(20), fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(any, ([text, other, folding, at, length]) => {
      for (const words of [text.slice(at, at + length), other]) {
        const query = { ...emptyQuery, ...folding, words }
        const found = [...(makeMatcher(query)?.find(searchable(text)) ?? [])]
        expect(found.map(({ start, end }) => `${start} ${end}`)).toEqual(byTrying(text, words, folding))
      }
    }),
    { numRuns: 3000 },
  )
})

test('a long text gives the same places as each of its parts', () => {
  fc.assert(
    fc.property(fc.array(anyHard, { minLength: 1, maxLength: 4 }), anyFolding, fc.nat(15), (parts, folding, long) => {
      const filler = 'Word '.repeat(2 ** long)
      const text = parts.join(filler)
      const folded = new FoldedText(text, folding)
      const whole = fold(text, folding)
      // Gathered, and looked at once: there may be a hundred thousand places.
      const astray: number[] = []
      for (let at = whole.indexOf('word'); at !== -1; at = whole.indexOf('word', at + 1)) {
        const span = folded.back(at, at + 4)
        const isWord = !span || fold(text.slice(span.start, span.end), folding) === 'word'
        if (folded.indexOf('word', at) !== at || !isWord) astray.push(at)
      }
      expect(astray).toEqual([])
      expect(folded.indexOf('nowhere', 0)).toBe(-1)
      expect(folded.size).toBe(whole.length)
    }),
    { numRuns: 20 },
  )
})

test('letters that grow or shrink throw no offset off', () => {
  expect(places('Die Straße, DIE STRASSE, die Strasse.', 'straße')).toEqual([
    'Die «Straße», DIE STRASSE, die Strasse.',
    'Die Straße, DIE «STRASSE», die Strasse.',
    'Die Straße, DIE STRASSE, die «Strasse».',
  ])
  expect(places('İİİ Istanbul İstanbul', 'istanbul')).toHaveLength(2)
  expect(places('İstanbul, I say', 'i say')).toEqual(['İstanbul, «I say»'])
  expect(places('oﬃce oﬃce', 'office', { matchCase: true })).toEqual(['«oﬃce» oﬃce', 'oﬃce «oﬃce»'])
  expect(places('👩‍🚒💩 cafe\u0301s', 'cafe')).toEqual(['👩‍🚒💩 «cafe\u0301»s'])
  expect(places('ΟΔΥΣΣΕΥΣ ὁ Ὀδυσσεύς', 'οδυσσευς')).toHaveLength(2)
  expect(places('co\u00adope\u00adrate \ufeffcooperate', 'cooperate')).toEqual([
    '«co\u00adope\u00adrate» \ufeffcooperate',
    'co\u00adope\u00adrate \ufeff«cooperate»',
  ])
})

test('a letter isn’t found in the middle of another', () => {
  expect(places('Straße', 's')).toEqual(['«S»traße'])
  expect(places('한국', '하')).toEqual([])
  expect(places('がかガ', 'か')).toEqual(['が«か»ガ'])
  expect(places('né', 'ne', { diacritics: true })).toEqual([])
  expect(places('ne\u0301', 'né', { diacritics: true })).toEqual(['«ne\u0301»'])
  expect(places('नि न', 'न')).toEqual(['नि «न»'])
})

test('accents, vowel points, kinds of apostrophe and capitals differ only when asked', () => {
  expect(places('Łódź, ERDOĞAN', 'lodz, erdogan')).toHaveLength(1)
  expect(places('שָׁלוֹם', 'שלום')).toHaveLength(1)
  expect(places('أَلْعَرَبِيَّة', 'العربية')).toHaveLength(1)
  expect(places('It isn’t over', "isn't")).toHaveLength(1)
  expect(places('It isn’t over', "isn't", { diacritics: true })).toEqual([])
  expect(places('Over over', 'over', { matchCase: true })).toEqual(['Over «over»'])
})

test('several words are a phrase, whatever white space is between them', () => {
  expect(places('the ferry\r\n\r\n\u00a0deal', ' ferry  deal\n')).toEqual(['the «ferry\r\n\r\n\u00a0deal»'])
  expect(places('ferry-deal', 'ferry deal')).toEqual([])
  expect(places('anything', ' \n\u00ad')).toEqual([])
})
