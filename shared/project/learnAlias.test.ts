import { expect, test } from 'vitest'
import { annotate } from '../annotation/drawn.laws.ts'
import { aliasLearned } from './learnAlias.ts'

function learned(words: string, attributes = {}, tag = 'actor'): string | null {
  const annotation = annotate(words, { start: 0, end: words.length }, { id: 'a', tag, attributes })
  return aliasLearned(annotation, { name: 'Robin Hood', aliases: ['the outlaw'] })
}

test('a mention by name is an alias from then on', () => {
  expect(learned('Robin')).toBe('Robin')
  expect(learned('Robin\n of Locksley')).toBe('Robin of Locksley')
  expect(learned('robin', { mention: 'name' })).toBe('robin')
})

test('what it goes by already, a pronoun or a description teaches nothing', () => {
  expect(learned('ROBIN HOOD')).toBeNull()
  expect(learned('The Outlaw')).toBeNull()
  expect(learned('He')).toBeNull()
  expect(learned('the archer')).toBeNull()
  expect(learned('The archer', { mention: 'nominal' })).toBeNull()
})
