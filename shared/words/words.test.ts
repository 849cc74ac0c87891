import { expect, test } from 'vitest'
import { commandIds, commands } from '../commands/commands.ts'
import { disguise } from './disguise.ts'
import { en } from './en.ts'

const disguised = disguise(en)

test('a sentence in disguise is accented, longer and in brackets', () => {
  expect(disguised.close).toBe('[Çĺóšé~~]'.replace('ĺ', 'ļ'))
  expect(disguised.welcome.local.length).toBeGreaterThan(en.welcome.local.length * 1.35)
})

test('what a sentence is told stays as it is', () => {
  expect(disguised.notices.about('Harbour')).toBe('Harbour')
  expect(disguised.said.removed('Claim', 'the harbour is closed')).toMatch(
    /^\[Claim ŕéɱóṽéð: “the harbour is closed”\.~+\]$/,
  )
  expect(disguised.inspector.attributePicker('Claim')).toContain(' claim~')
  expect(disguised.articles.colleagues(['Ada', 'Zoë'])).toContain(' Ada, Zoë~')
})

test('several sentences at once are in disguise too', () => {
  const [[letter, links]] = disguised.linking.keys('Actor') as unknown as [[string, string]]
  expect([letter, links]).toEqual([expect.stringMatching(/^\[á ļ/), expect.stringMatching(/^\[ļíñķš~/)])
})

test('numbers alone are not in disguise, and nothing is lost', () => {
  expect(disguised.number(1234)).toBe('1,234')
  const names = (words: object): string[] =>
    Object.entries(words).flatMap(([name, value]) =>
      typeof value === 'object' ? names(value).map(inner => `${name}.${inner}`) : [name],
    )
  expect(names(disguised)).toEqual(names(en))
})

test('no sentence is empty but for remedies where nothing needs doing', () => {
  const empty = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([name, value]) => {
      if (value === '') return name === 'remedy' ? [] : [`${path}${name}`]
      return typeof value === 'object' ? empty(value, `${path}${name}.`) : []
    })
  expect(empty(en)).toEqual([])
})

test('no sentence names the key of a command: keys can be changed, and sentences are told them', () => {
  const keys = commandIds.flatMap(id => commands[id].keys as readonly string[])
  const named = keys.map(key => key.replace('Mod', 'Ctrl').replace(/[+?{}[\]\\/]/g, '\\$&'))
  const anyOf = (some: readonly string[]) => `(?:${some.join('|')})(?![\\w+])`
  const single = named.filter(key => /^[A-Z]$/.test(key))
  // Enter, Tab and Delete belong to lists and fields as well: with "press" they are meant as a command's.
  const patterns = [
    /\b[Pp]ress (?:Delete|Backspace)\b/,
    new RegExp(`\\b(?:[Pp]ress|then|key) ${anyOf(single)}`),
    new RegExp(`[;.] ${anyOf(single)} [a-z]+s\\b`),
    new RegExp(`(?<![\\w+])${anyOf(named.filter(key => /^F\d+$|\w\\?\+./.test(key)))}`),
  ]
  const found = (words: object, path: string): string[] =>
    Object.entries(words).flatMap(([name, value]) => {
      if (typeof value === 'object' && value !== null) return found(value, `${path}${name}.`)
      return patterns.some(pattern => pattern.test(String(value))) ? [`${path}${name}: ${value}`] : []
    })
  expect(found(en, '')).toEqual([])
})
