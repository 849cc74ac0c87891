import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../../text/anyCharacter.laws.ts'
import { readXml, wordsIn } from './readXml.ts'
import { unsayableIn, xmlElement, xmlWords } from './writeXml.ts'

test('what is written is read, whatever the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), words => {
      fc.pre(unsayableIn(words).length === 0)
      const element = readXml(xmlElement('a', { b: words }, xmlWords(words)))
      expect([element.attributes['b'], wordsIn(element)]).toEqual([words, words])
    }),
  )
})

test('names lose their prefixes, data and comments are read, line ends are what the standard says', () => {
  const element = readXml(
    '\ufeff<?xml version="1.0"?>\r\n<!DOCTYPE x SYSTEM "http://a.example/x.dtd">\r\n<n:x xmlns:n="u" n:k=\'v\'>\r\n<!-- no --><![CDATA[<&amp;]]>&#x1F4A9;\r\n<y/></n:x>\n',
  )
  expect(element).toMatchObject({ name: 'x', line: 3, attributes: { k: 'v' } })
  expect(element.children).toMatchObject(['\n', '<&amp;', '💩\n', { name: 'y', line: 5 }])
})

test('names keep their prefixes where they are asked for', () => {
  const element = readXml('<n:x xmlns:n="u" n:k="1" k="2"/>', true)
  expect(element).toMatchObject({ name: 'n:x', attributes: { 'n:k': '1', k: '2' } })
})

test.each([
  ['nothing', ''],
  ['words', 'no XML'],
  ['an end too few', '<a><b></a>'],
  ['an open end', '<a><b>'],
  ['two roots', '<a/><b/>'],
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
  ['an entity that nobody knows', '<a>&e;</a>'],
  ['a bare sign', '<a>a & b</a>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['depth', '<a>'.repeat(501) + '</a>'.repeat(501)],
])('what isn’t XML is refused: %s', (_what, source) => {
  expect(() => readXml(source)).toThrow(/XML, line/)
})

test('what XML can’t say is told', () => {
  expect(xmlWords('a\0b\ud800')).toBe('a\ufffdb\ufffd')
  expect(unsayableIn('a\0b\ud800')).toEqual([
    { at: 1, code: 0 },
    { at: 3, code: 0xd800 },
  ])
})
