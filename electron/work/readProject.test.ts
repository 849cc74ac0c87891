import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { readProject } from './readProject.ts'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const codebook = { ...defaultCodebook, id: 'ours', version: 3, links: [] }

test('a project’s own codebook is taken, and a project may have none', () => {
  expect(readProject({ bytes: bytes({ formatVersion: 1, codebook }) }).codebook).toEqual(codebook)
  expect(
    readProject({ bytes: bytes({ format: 'stet-project', formatVersion: 1, name: 'Corpus' }) }).codebook,
  ).toBeNull()
})

test('a later version is newer, not damaged', () => {
  expect(() => readProject({ bytes: bytes({ formatVersion: 2, codebook: 'who knows' }) })).toThrow(
    expect.objectContaining({ kind: 'project-newer' }),
  )
})

test('anything else is damaged, and only ever a Problem', () => {
  const whole = JSON.stringify({ formatVersion: 1, codebook })
  const damaged: unknown[] = [
    '',
    'null',
    '[]',
    '{}',
    { formatVersion: '1' },
    { formatVersion: 1, codebook: null },
    { formatVersion: 0.5 },
  ]
  damaged.push({ formatVersion: 1, codebook: { ...codebook, tags: [] } }, `${'['.repeat(100_000)}`)
  for (let n = 1; n < whole.length; n += 97) damaged.push(whole.slice(0, n))
  for (const text of damaged)
    expect(() => readProject({ bytes: bytes(text) }), String(text).slice(0, 40)).toThrow(
      expect.objectContaining({ name: 'Problem', kind: 'project-damaged' }),
    )
  expect(() => readProject({ bytes: new Uint8Array([0xff, 0xfe, 0]) })).toThrow(
    expect.objectContaining({ kind: 'project-damaged' }),
  )
})
