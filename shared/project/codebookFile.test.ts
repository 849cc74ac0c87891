import { expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { readCodebookFile, writeCodebookFile } from './codebookFile.ts'
import { Project } from './project.ts'
import { writeProjectFile } from './projectFile.ts'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const strange = new Project({
  codebook: {
    ...(JSON.parse(JSON.stringify(defaultCodebook)) as object),
    id: 'ours',
    version: 7,
    colourOfTheRoom: 'green',
    tags: [{ ...defaultCodebook.tags[0]!, examples: [], snap: [], entityKinds: [], icon: 'bubble' }],
  } as never,
})

test('a codebook that was exported is read as it was, the default one too, with keys that nobody knows', () => {
  expect(new Project({ codebook: readCodebookFile(bytes(writeCodebookFile(new Project()))) }).codebook).toEqual(
    defaultCodebook,
  )
  const read = readCodebookFile(bytes(writeCodebookFile(strange)))
  expect(read).toMatchObject({ id: 'ours', version: 7, colourOfTheRoom: 'green' })
  expect(new Project({ codebook: read }).record('tags', 'claim')).toMatchObject({ icon: 'bubble' })
})

test('the codebook of another workspace is read out of its stet.json', () => {
  expect(readCodebookFile(bytes(writeProjectFile(strange)))).toMatchObject({ id: 'ours', version: 7 })
})

test('anything else is damaged or newer, and says so', () => {
  const whole = JSON.parse(writeCodebookFile(strange)) as Record<string, unknown>
  const refused = (value: unknown, kind: string) =>
    expect(() => readCodebookFile(bytes(value)), JSON.stringify(value).slice(0, 60)).toThrow(
      expect.objectContaining({ name: 'Problem', kind }),
    )
  refused({ ...whole, formatVersion: 2 }, 'codebook-newer')
  const broken = ['', '[]', 'null', '{', {}, { ...whole, format: 'stet-sidecar' }, { ...whole, codebook: null }]
  for (const value of [...broken, { ...whole, codebook: { id: 'x' } }, writeProjectFile(new Project())])
    refused(value, 'codebook-damaged')
})
