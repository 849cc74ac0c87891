import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../text/anyCharacter.laws.ts'
import { idFor } from './annotatorId.ts'
import { isAnnotatorId } from './names.ts'

test.each([
  ['Zoë Ångström', 'zoe-angstrom'],
  ['  Alice   Novak ', 'alice-novak'],
  ["Seán O'Brien-Łukasz", 'sean-obrien-lukasz'],
  ['Jürgen Weiß', 'jurgen-weiss'],
  ['Ağa IŞIK', 'aga-isik'],
  ['R2-D2', 'r2-d2'],
  ['Article', 'article-1'],
  ['Gold Smith', 'goldsmith'],
  ['Gold', 'gold'],
  ['Golda Meir', 'golda-meir'],
  ['Maximiliana Constantinopolitanska-Featherstonehaugh', 'maximiliana-constantinopolitansk'],
  ['Anna-Katharina von Hohenberg-Stauffenegg', 'anna-katharina-von-hohenberg'],
  ['Иван Petrov', 'petrov'],
])('%s is proposed as %s', (name, id) => {
  expect(idFor(name)).toBe(id)
})

test('a name in another script gets a number of its own, the same each time', () => {
  expect(idFor('王小明')).toMatch(/^annotator-\d{4}$/)
  expect(idFor('王小明')).toBe(idFor('王小明'))
  expect(idFor('王小明')).not.toBe(idFor('فاطمة'))
})

test('whatever the name is, the proposal may be used', () => {
  const words = fc.stringMatching(/^[a-zA-Z -]{0,60}$/)
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: anyCharacter }), words, fc.constantFrom('', '-', 'GOLD--', 'gold-x', 'article')),
      name => {
        expect(isAnnotatorId(idFor(name))).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
