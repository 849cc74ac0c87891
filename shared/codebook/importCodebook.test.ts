import { expect, test } from 'vitest'
import { Project } from '../project/project.ts'
import { withUnknown } from '../project/withUnknown.ts'
import type { Codebook } from './codebook.ts'
import { codebookEdits } from './codebookEdits.ts'
import { defaultCodebook } from './defaultCodebook.ts'
import { codebookDifference, importCodebook } from './importCodebook.ts'

const [claim, actor, event] = defaultCodebook.tags
const wish = { ...event!, id: 'wish', label: 'Wish', key: '4' }
/** Without events, with wishes, and with claims called statements. */
const theirs: Codebook = {
  ...defaultCodebook,
  id: 'theirs',
  version: 9,
  tags: [wish, actor!, { ...claim!, label: 'Statement' }],
  attributes: defaultCodebook.attributes.filter(({ tag }) => tag !== 'event'),
  links: defaultCodebook.links.filter(({ from }) => !from.includes('event')),
}

test('what is new, what is other and what is missing is told by name', () => {
  const { added, changed, gone } = codebookDifference(defaultCodebook, theirs)
  expect(added.map(({ label }) => label)).toEqual(['Wish'])
  expect(changed.map(({ label }) => label)).toEqual(['Statement'])
  expect(gone.map(({ of, label }) => `${of} ${label}`)).toEqual([
    'tags Event',
    ...['Type', 'Reality', 'When', 'Where'].map(label => `attributes ${label}`),
    ...['takes part', 'before', 'causes', 'part of'].map(label => `links ${label}`),
  ])
  expect(Object.values(codebookDifference(theirs, theirs)).flat()).toEqual([])
})

test('joined, ours goes on in its order, with what is theirs', () => {
  const { id, tags } = importCodebook(defaultCodebook, theirs, 'join')
  expect(id).toBe('stet-default')
  expect(tags.map(({ label, retired }) => [label, retired])).toEqual([
    ['Statement', undefined],
    ['Actor', undefined],
    ['Event', undefined],
    ['Wish', undefined],
  ])
})

test('replaced, it is theirs, and what only ours has is offered no more', () => {
  const after = importCodebook(defaultCodebook, theirs, 'replace')
  expect([after.id, after.version]).toEqual(['theirs', 9])
  expect(after.tags.map(({ label, retired }) => [label, retired])).toEqual([
    ['Wish', undefined],
    ['Actor', undefined],
    ['Statement', undefined],
    ['Event', true],
  ])
  expect(after.attributes.filter(({ tag }) => tag === 'event').every(({ retired }) => retired)).toBe(true)
})

test('made as an edit it is one undo, brings keys that nobody knows, and the version of theirs', () => {
  const file = { ...JSON.parse(JSON.stringify(theirs)), tags: theirs.tags.map(tag => ({ ...tag, icon: tag.id })) }
  const from = new Project({ codebook: file })
  const project = new Project()
  const before = JSON.stringify(project.file())
  const after = importCodebook(project.codebook, from.codebook, 'replace')
  const edit = project.completed(withUnknown(codebookEdits(project.codebook, after)!, from))
  const undo = project.apply(edit)
  expect(project.codebook).toEqual(after)
  expect(project.record('tags', 'wish')).toMatchObject({ icon: 'wish' })
  project.apply(undo)
  expect(JSON.stringify(project.file())).toBe(before)
})

test('reasons come along like any entry', () => {
  const slip = { id: 'slip', label: 'A slip' }
  const rule = { id: 'rule', label: 'Rule 3', guidance: 'A claim ends with its clause.' }
  const ours = { ...defaultCodebook, reasons: [slip] }
  const others = { ...defaultCodebook, reasons: [rule] }
  expect(codebookDifference(ours, others)).toMatchObject({
    added: [{ of: 'reasons', label: 'Rule 3' }],
    gone: [{ of: 'reasons', label: 'A slip' }],
  })
  expect(importCodebook(ours, others, 'join').reasons).toEqual([slip, rule])
  expect(importCodebook(ours, others, 'replace').reasons).toEqual([rule, { ...slip, retired: true }])
})

test('a later version of the same codebook comes with its version', () => {
  const later = { ...theirs, id: defaultCodebook.id }
  const project = new Project()
  const after = importCodebook(project.codebook, later, 'replace')
  project.apply(project.completed(codebookEdits(project.codebook, after)!))
  expect([project.codebook.id, project.codebook.version]).toEqual([defaultCodebook.id, 9])
})
