import { expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { Project } from './project.ts'
import { readProjectFile } from './projectFile.ts'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const codebook = { ...defaultCodebook, id: 'ours', version: 3, links: [] }

test('a project’s own codebook is taken, unknown keys in it too', () => {
  const file = readProjectFile(bytes({ formatVersion: 1, codebook: { ...codebook, future: [1] } }))
  const project = new Project(file)
  expect(project.codebook).toEqual(codebook)
  expect(project.file()['codebook']).toMatchObject({ future: [1] })
})

test('a codebook’s reasons are taken in their order, with keys that nobody knows; without any its file says nothing of them', () => {
  const reasons = [
    { id: 'rule-3', label: 'Rule 3', guidance: 'A claim ends with its clause.', odd: 1 },
    { id: 'old', label: 'Old', retired: true },
  ]
  const project = new Project(readProjectFile(bytes({ formatVersion: 1, codebook: { ...codebook, reasons } })))
  expect(project.codebook.reasons).toEqual([{ ...reasons[0], odd: undefined }, reasons[1]])
  expect(project.file()).toMatchObject({ codebook: { reasons } })
  const without = new Project(readProjectFile(bytes({ formatVersion: 1, codebook })))
  expect(without.codebook).not.toHaveProperty('reasons')
  expect(without.file()['codebook']).not.toHaveProperty('reasons')
  expect(() =>
    readProjectFile(bytes({ formatVersion: 1, codebook: { ...codebook, reasons: [reasons[0], reasons[0]] } })),
  ).toThrow(expect.objectContaining({ kind: 'project-damaged' }))
})

test('a later version is newer, not damaged', () => {
  expect(() => readProjectFile(bytes({ formatVersion: 2, codebook: 'who knows' }))).toThrow(
    expect.objectContaining({ kind: 'project-newer' }),
  )
})

test('anything else is damaged, and only ever a Problem', () => {
  const whole = JSON.stringify({ formatVersion: 1, codebook })
  const twins = [
    { id: 'a', kind: 'x', name: 'A' },
    { id: 'a', kind: 'x', name: 'B' },
  ]
  const damaged: unknown[] = [
    ...['', 'null', '[]', '{}', '{"formatVersion":1,"__proto__":{}}', '['.repeat(100_000)],
    { formatVersion: '1' },
    { formatVersion: 1, codebook: null },
    { formatVersion: 0.5 },
    { formatVersion: 1, codebook: { ...codebook, tags: [] } },
    { formatVersion: 1, entities: twins },
    { formatVersion: 1, codebook: { ...codebook, attributes: [...codebook.attributes, codebook.attributes[0]] } },
  ]
  for (let n = 1; n < whole.length; n += 97) damaged.push(whole.slice(0, n))
  for (const text of damaged)
    expect(() => readProjectFile(bytes(text)), String(text).slice(0, 40)).toThrow(
      expect.objectContaining({ name: 'Problem', kind: 'project-damaged' }),
    )
  expect(() => readProjectFile(new Uint8Array([0xff, 0xfe, 0]))).toThrow(
    expect.objectContaining({ kind: 'project-damaged' }),
  )
})
