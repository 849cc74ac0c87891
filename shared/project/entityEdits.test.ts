import { expect, test } from 'vitest'
import { cleanAliases, goesBy, setEntity, wouldLoop } from './entityEdits.ts'
import { givenEntities } from './givenEntities.laws.ts'

test('an entity goes by its name and aliases, whatever the case and the accents', () => {
  const zoe = { name: 'Zoë Novák', aliases: ['the Minister'] }
  expect(goesBy(zoe, 'zoe novak')).toBe(true)
  expect(goesBy(zoe, 'The minister')).toBe(true)
  expect(goesBy(zoe, 'Novák')).toBe(false)
  expect(goesBy({ name: '!', aliases: [] }, '?')).toBe(false)
})

test('what is empty is not written, and what was said is taken away', () => {
  expect(setEntity('e', { aliases: [], note: '', parent: null, name: 'Ada' }).fields).toEqual({
    aliases: null,
    note: null,
    parent: null,
    name: 'Ada',
  })
})

test('aliases are said once, and never the name itself', () => {
  expect(cleanAliases('Ada', [' Ada', 'A. Lind ', '', 'A. Lind'])).toEqual(['A. Lind'])
})

test('nothing becomes a part of itself, nor of its own parts, nor of what was merged into it', () => {
  const entities = givenEntities({ ministry: {}, office: { parent: 'ministry' }, desk: { parent: 'office' } })
  expect(wouldLoop(entities, 'ministry', 'desk')).toBe(true)
  expect(wouldLoop(entities, 'ministry', 'ministry')).toBe(true)
  expect(wouldLoop(entities, 'desk', 'ministry')).toBe(false)
  expect(wouldLoop(givenEntities({ a: {}, b: { mergedInto: 'a' } }), 'a', 'b')).toBe(true)
  expect(wouldLoop(givenEntities({ a: { parent: 'b' }, b: { parent: 'a' }, c: {} }), 'c', 'a')).toBe(false)
})
