import { expect, test } from 'vitest'
import { reasonNamed, reasonsOffered } from './reasons.ts'

test('a codebook’s own reasons are offered in its order, but for those it offers no more; without any the standard ones, first those that the kinds of the case speak for', () => {
  const reasons = [
    { id: 'rule', label: 'Rule 3' },
    { id: 'old', label: 'Old', retired: true as const },
    { id: 'missed', label: 'Overlooked' },
  ]
  expect(reasonsOffered({ reasons }, ['only']).map(({ label }) => label)).toEqual(['Rule 3', 'Overlooked'])
  const standard = reasonsOffered({}, ['extent']).map(({ label }) => label)
  expect(standard.slice(0, 3)).toEqual(['Too long', 'Too short', 'Missed'])
  expect(reasonsOffered({ reasons: [reasons[1]!] }, ['extent']).map(({ label }) => label)).toEqual(standard)
})

test('a reason is called what it was called when it was given, else what it is called now', () => {
  const codebook = { reasons: [{ id: 'missed', label: 'Overlooked' }] }
  expect(reasonNamed({ reason: 'missed', reasonLabel: 'Not seen' }, codebook)).toBe('Not seen')
  expect(reasonNamed({ reason: 'missed' }, codebook)).toBe('Overlooked')
  expect(reasonNamed({ reason: 'missed' }, {})).toBe('Missed')
  expect(reasonNamed({}, codebook)).toBe('')
})
