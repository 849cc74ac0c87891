import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codecs } from '../text/codecs.ts'
import { rtf } from './rtf.ts'
import { shownLines } from './shownLines.laws.ts'

/** A document out of its words; characters above 0xff can't stand in it. */
const bytesOf = (source: string) => Uint8Array.from(source, character => character.charCodeAt(0))
const head = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset238{\*\fname Arial;}Arial CE;}{\f3\fcharset128 Mincho{\*\falt \'82\'6c};}{\f4\cpg866\fcharset204 Old;}}`
const linesOf = (words: string) => shownLines(rtf.read(bytesOf(`${head}${words}}`)))

test('a document is its paragraphs as they read, with what stands beside them before and after', () => {
  const words = String.raw`{\colortbl;\red0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs10 Hidden;}{\s2 Heading 2;}{\s3 Quote;}}
{\*\generator Invented 1;}{\info{\title Dockers walk out}{\author Jane Roe}{\operator Somebody}{\creatim\yr2031\mo3\dy4\hr8}{\revtim\yr2032\mo1\dy1}{\doccomm Hush}}
{\headerr\pard The Harbour Post\par}{\header\pard The Harbour Post\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}
\pard\s1 Dockers walk out\par
\pard By Jane Roe\par 4 March 2031\par
\pard The union said\tab so.{\super\chftn{\footnote\pard{\super\chftn} On Monday.\par}} And went.\line Next line.\par
\par
\pard\s2 Ships\par
\pard\s3 \ldblquote We go,\rdblquote  she said.\par
\trowd\cellx100\pard\intbl Aurora\cell 12\cell\row
\trowd\pard\intbl\cell 13\cell\row
\trowd\pard\intbl One\par Two\cell Three\cell\row
\pard{\field{\*\fldinst HYPERLINK "https://harbour.example/"}{\fldrslt\ul the port}} is open{\*\annotation\pard Really?}.\par
Kept {\deleted deleted }{\v hidden }inserted{\*\unheard of {\b ever}}.
{\shp{\*\shpinst\shpleft1{\sp{\sn fFlip}{\sv 0}}{\shptxt\pard In the box\par}}{\shprslt{\*\do{\dptxbxtext In the box\par}}}}
{\listtext 1.\tab}An item\par
{\pict\wmetafile8 0102\bin5 }}{xx}{\object{\*\objdata 0102}{\result A sheet}}\par
The last`
  const article = rtf.read(bytesOf(`${head}${words}}\0\0`))
  expect(shownLines(article)).toEqual([
    'boilerplate: The Harbour Post',
    'title: Dockers walk out',
    'byline: By Jane Roe',
    'dateline: 4 March 2031',
    'body: The union said\tso. And went.',
    'body: Next line.',
    'body: On Monday.',
    'heading: Ships',
    'quote: “We go,” she said.',
    'body: Aurora\t12',
    'body: \t13',
    'body: One',
    'body: Two',
    'body: Three',
    'body: the port is open.',
    'body: Kept inserted.An item',
    'body: In the box',
    'body: A sheet',
    'body: The last',
    'boilerplate: Page 1',
    'boilerplate: Really?',
  ])
  expect(article.metadata).toEqual({
    title: { value: 'Dockers walk out', by: 'head' },
    byline: { value: 'Jane Roe', by: 'head' },
  })
  expect(article).toMatchObject({ encoding: 'windows-1252', encodingBy: 'declared', invalidBytes: 0 })
})

test.each([
  ['the document’s code page', String.raw`caf\'e9 \'93so\'94`, 'café “so”'],
  ['bytes as they are', 'caf\xe9', 'café'],
  ['a Cyrillic font', String.raw`{\f1 \'ef\'ee\'f0\'f2} \'ef`, 'порт ï'],
  ['a Central European font', String.raw`\f2 p\'f8\'edstav\plain \'f8`, 'přístavø'],
  ['a Japanese font, whose second bytes may be letters', String.raw`\f3 \'83e\'83X\'83g`, 'テスト'],
  ['a code page of a font, which counts before its charset', String.raw`\f4 \'af\'ae\'e0\'e2`, 'порт'],
  ['a character by number, with what stands for it', String.raw`\u1087?\u1086\'3f\u1088 \u1090`, 'порт'],
  ['characters by number without anything that stands for them', String.raw`\uc0\u1087\u1086\u1088\u1090 a`, 'портa'],
  [
    'characters by number where what should stand for them is missing',
    String.raw`\u1087\u1086\u1088\u1090\par`,
    'порт',
  ],
  ['several bytes that stand for one', String.raw`{\uc2\u26085\'93\'fa}x`, '日x'],
  ['a pair of halves', String.raw`\u-10179?\u-8704?!`, '😀!'],
  ['half a character', String.raw`a\u-10179?b`, 'a\ufffdb'],
  ['signs', String.raw`\{a\}\\b\~c\_d\-e\emdash f\bullet g`, '{a}\\b\u00a0c\u2011d\u00ade—f•g'],
  ['Unicode in the place of what older programs read', String.raw`{\upr{?}{\*\ud{\uc0\u1087}}}`, 'п'],
])('%s is read', (_, words, expected) => {
  expect(linesOf(words)).toEqual([`body: ${expected}`])
})

test.each([
  ['\\mac', 'mac_roman', '\x8e', 'é'],
  ['\\pc', 'cp437', '\x82', 'é'],
  ['\\pca', 'cp850', '\x82', 'é'],
  ['\\ansi\\ansicpg1251', 'windows-1251', '\xef', 'п'],
  ['\\ansi\\ansicpg9999', 'windows-1252', '\xef', 'ï'],
])('a document that says %s is in %s', (words, encoding, byte, letter) => {
  const article = rtf.read(bytesOf(`{\\rtf1${words} a${byte}}`))
  expect([article.encoding, article.text]).toEqual([encoding, `a${letter}\n`])
})

test('a person’s encoding counts before what the document says, but not before a font of another script', () => {
  const words = String.raw`\'ef{\f1\'ef}{\f2\'f8}`
  const article = rtf.read(bytesOf(`${head}${words}}`), 'windows-1251')
  expect(article).toMatchObject({ text: 'ппř\n', encoding: 'windows-1251', encodingBy: 'person' })
})

test('bytes that mean nothing are counted', () => {
  expect(rtf.read(bytesOf(`${head}a\\'81b}`))).toMatchObject({ text: 'a\ufffdb\n', invalidBytes: 1 })
})

test('a table within a cell is lines of that cell, and what is cut off is read as far as it goes', () => {
  const nested = String.raw`\trowd\pard\intbl Before\par\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl After\cell Beside\cell\row Next`
  expect(linesOf(nested)).toEqual(['body: Before', 'body: a\tb', 'body: After', 'body: Beside', 'body: Next'])
  expect(shownLines(rtf.read(bytesOf(`${head}{\\b One\\par\\trowd\\pard\\intbl Two\\cell Thr`)))).toEqual([
    'body: One',
    'body: Two\tThr',
  ])
  expect(shownLines(rtf.read(bytesOf(`${head}Said{\\footnote\\pard Not`)))).toEqual(['body: Said', 'body: Not'])
})

test('wherever a document is cut off, it is read as far as it goes', () => {
  const whole = bytesOf(
    String.raw`${head}\pard\s1 A\'e9\u1087?{\footnote b{\*\x c}\par}\par\trowd\intbl d\cell e\cell\row{\pict\bin3 }}}}{\info{\title f}}}`,
  )
  fc.assert(
    fc.property(fc.integer({ min: 6, max: whole.length }), length => {
      shownLines(rtf.read(whole.slice(0, length)))
    }),
  )
})

const escaped = (text: string) =>
  Array.from({ length: text.length }, (_, i) => `\\u${(text.charCodeAt(i) << 16) >> 16}?`).join('')

test('every character that is told by its number is there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), words => {
      const kept = words.trim()
      expect(rtf.read(bytesOf(`${head}x${escaped(kept)}x}`)).text).toBe(`x${kept}x\n`)
    }),
  )
})

test('every character of a font’s encoding is there', () => {
  const cyrillic = codecs.get('windows-1251')!
  fc.assert(
    fc.property(fc.uint8Array({ min: 0xc0, max: 0xff, minLength: 1 }), letters => {
      const words = Array.from(letters, letter => `\\'${letter.toString(16)}`).join('')
      expect(rtf.read(bytesOf(`${head}\\f1 ${words}}`)).text).toBe(`${cyrillic.decode(letters)}\n`)
    }),
  )
})

test.each([
  ['is no rich text', bytesOf('once upon a time'), /no rich text/],
  ['is a Word document', bytesOf('PK\x03\x04'), /a ZIP archive or an office document, not rich text/],
  ['is empty', bytesOf(''), /no rich text/],
  ['nests too deep', bytesOf(`{\\rtf1${'{'.repeat(100_000)}`), /levels deep/],
])('a file that %s is refused with a sentence', (_, bytes, sentence) => {
  expect(() => rtf.read(bytes)).toThrow(sentence)
})

test('items of lists and rows of tables are told as such', () => {
  const words = String.raw`Two:\par{\listtext 1.\tab}One\line more\par\pard{\pntext\'b7}Two\par\trowd\intbl a\cell b\cell\row\pard End`
  const { text, blocks } = rtf.read(bytesOf(`${head}${words}}`))
  expect(blocks.map(({ start, end, form }) => [text.slice(start, end - 1), form])).toEqual([
    ['Two:', undefined],
    ['One', 'item'],
    ['more', undefined],
    ['Two', 'item'],
    ['a\tb', 'row'],
    ['End', undefined],
  ])
})

test('the line at the top that says what the document is called is its title, whatever its style', () => {
  const words = '{\\info{\\title Dockers walk out}}4 March\\par DOCKERS WALK OUT\\par Dockers walk out'
  expect(linesOf(words)).toEqual(['body: 4 March', 'title: DOCKERS WALK OUT', 'body: Dockers walk out'])
})

test('nothing is an empty article', () => {
  expect(rtf.read(bytesOf(`${head}\\par}`)).text).toBe('')
})
