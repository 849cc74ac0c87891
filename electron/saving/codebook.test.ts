import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { Codebook } from '../../shared/contract/shapes.ts'
import { codebookMarkOf } from './codebookMark.ts'
import { codebookView } from './codebookView.ts'

test('the default codebook can be shown to a window', () => {
  const view = codebookView(defaultCodebook)
  expect(Codebook.parse(view)).toEqual(view)
  expect(view.links.map(({ id }) => id)).toEqual(defaultCodebook.links.map(({ id }) => id))
})

test('codebooks that say the same have the same hash, in whatever order their keys stand', () => {
  const [first, ...tags] = defaultCodebook.tags
  const { id, label, ...rest } = first!
  const turned = { ...defaultCodebook, tags: [{ ...rest, label, id }, ...tags] }
  expect(codebookMarkOf(turned)).toEqual(codebookMarkOf(defaultCodebook))
  expect(codebookMarkOf(defaultCodebook)).toMatchObject({ id: 'stet-default', version: 1 })
})

test('another word in a codebook is another hash', () => {
  const [first, ...tags] = defaultCodebook.tags
  const changed = { ...defaultCodebook, tags: [{ ...first!, guidance: `${first!.guidance}.` }, ...tags] }
  expect(codebookMarkOf(changed).hash).not.toBe(codebookMarkOf(defaultCodebook).hash)
})
