import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../../shared/text/anyCharacter.laws.ts'
import { fileNameFor } from './fileNameFor.ts'

const named = (title: string, taken: string[] = []) => fileNameFor(title, taken)

test('a title stays readable, in any script', () => {
  expect(named('Leaders meet in Aktau')).toBe('Leaders meet in Aktau.txt')
  expect(named('“It’s over”: what next? 50/50 | News')).toBe('“It’s over” what next 50 50 News.txt')
  expect(named('قادة يجتمعون في أكتاو')).toBe('قادة يجتمعون في أكتاو.txt')
  expect(named('首脑会议在阿克套举行')).toBe('首脑会议在阿克套举行.txt')
  expect(named('می\u200cخواهیم')).toBe('می\u200cخواهیم.txt')
  expect(named('Cafe\u0301 📰 👩\u200d👩\u200d👧')).toBe('Café 📰 👩\u200d👩\u200d👧.txt')
})

test('what no system would take is taken out', () => {
  expect(named('../../etc/passwd')).toBe('etc passwd.txt')
  expect(named('a\u0000b\u001fc\u202etxt.exe\u2066')).toBe('a b ctxt.exe.txt')
  expect(named('...hidden... ')).toBe('hidden.txt')
  for (const empty of ['', '  ', '???', '...', '\u200b', '\ud800', '\u200d'])
    expect(named(empty)).toBe('Untitled article.txt')
  for (const device of ['CON', 'nul', 'com1', 'LPT¹', 'Aux.news', 'con .txt', 'CONIN$'])
    expect(named(device)).toMatch(/^Article /)
  expect(named('Conference')).toBe('Conference.txt')
})

test('a long title is cut between words, or between characters', () => {
  expect(named('word '.repeat(40))).toBe(`${'word '.repeat(15)}word.txt`)
  expect([...named('漢'.repeat(200))].length).toBeLessThanOrEqual(84)
  expect(Buffer.byteLength(named('漢'.repeat(200)))).toBeLessThanOrEqual(164)
  expect(named('👩\u200d👩\u200d👧'.repeat(40))).toMatch(/^(👩\u200d👩\u200d👧)+\.txt$/u)
})

test('a taken name is numbered, whatever its case or normalisation', () => {
  expect(named('Summit', ['SUMMIT.TXT'])).toBe('Summit 2.txt')
  expect(named('Summit', ['summit.txt', 'Summit 2.txt', 'summit 3.txt'])).toBe('Summit 4.txt')
  expect(named('Café', ['Cafe\u0301.txt'])).toBe('Café 2.txt')
  expect(named('Straße', ['STRASSE.txt'])).toBe('Straße 2.txt')
})

test('whatever the title, the name is one that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), title => {
      const name = named(title)
      expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}.\s][^/\\:*?"<>|\p{Cc}]*\.txt$/u)
      expect(name).not.toMatch(/[\s.]\.txt$/)
      expect([...name].length).toBeLessThanOrEqual(80 + 'Article .txt'.length)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(175)
      expect(named(title, [name])).not.toBe(name)
    }),
    { numRuns: 1000 },
  )
})
