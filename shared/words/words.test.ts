import { expect, test } from 'vitest'
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
