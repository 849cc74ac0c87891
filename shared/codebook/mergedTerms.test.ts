import { expect, test } from 'vitest'
import { defaultCodebook } from './defaultCodebook.ts'
import { choiceName, mergedTerms } from './mergedTerms.ts'

test('what was merged stands as the last of its chain; what was merged in a circle, and what stands, isn’t told', () => {
  const [one] = defaultCodebook.tags
  const tag = (id: string, mergedInto?: string) => ({ ...one!, id, ...(mergedInto ? { mergedInto } : {}) })
  const tags = [tag('claim'), tag('said', 'statement'), tag('statement', 'claim'), tag('a', 'b'), tag('b', 'a')]
  const asked = { label: '', kind: 'choice' as const, key: '', guidance: '', folded: false }
  const choices = [
    { id: 'yes', label: 'Yes' },
    { id: 'oui', label: 'Oui', mergedInto: 'ja' },
    { id: 'ja', label: 'Ja', mergedInto: 'yes' },
  ]
  const attributes = [
    { ...asked, id: 'sure', tag: 'claim', choices },
    { ...asked, id: 'sure', tag: 'other', choices: choices.slice(0, 1) },
  ]
  const told = mergedTerms({ tags, attributes, links: [] })
  expect([...told.tags]).toEqual([
    ['said', 'claim'],
    ['statement', 'claim'],
  ])
  expect([...told.choices]).toEqual([
    [choiceName('claim', 'sure', 'oui'), 'yes'],
    [choiceName('claim', 'sure', 'ja'), 'yes'],
  ])
})
