import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { choiceKeys } from './choiceKeys.ts'

test('the first nine choices have numbers, the others a letter of their own word', () => {
  const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'protest', 'promise']
  expect(choiceKeys(labels)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'P', 'R'])
})

test('no two choices of the default codebook share a key, and none has the key for "not set"', () => {
  for (const { choices } of defaultCodebook.attributes) {
    const keys = choiceKeys(choices.map(choice => choice.label))
    expect(new Set(keys).size).toBe(choices.length)
    expect(keys).not.toContain('0')
  }
})
