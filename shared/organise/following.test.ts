import { expect, test } from 'vitest'
import { Project } from '../project/project.ts'
import { annotatorsByArticle, assignEdit } from './divide.ts'
import { followEdit, forgetEdit, forgetRoundEdit, forgettable, goneArticles, goneWhere } from './following.ts'
import { sealedFor } from './sealed.ts'

function sealedProject(): Project {
  const project = new Project()
  project.apply(assignEdit([{ article: 'old/a.txt', annotators: ['alice', 'bob'] }]))
  const fields = { annotators: ['alice', 'bob'], articles: ['b.txt', 'old/a.txt'], begun: '1' }
  project.apply({ kind: 'set', of: 'rounds', id: 'r', fields })
  const seal = { round: 'r', article: 'old/a.txt', annotator: 'alice', sha256: 'a'.repeat(64), at: '2' }
  project.apply({ kind: 'set', of: 'seals', id: 's', fields: seal })
  return project
}

test('assignments, the sealed coding and what was sealed follow an article, and one undo brings all of it back', () => {
  const project = sealedProject()
  const before = JSON.stringify(project.file())
  const there = new Set(['new/a.txt', 'b.txt'])
  expect(goneArticles(project, there)).toEqual(['old/a.txt'])
  const undo = project.apply(followEdit(project, goneWhere(project, there))!)
  expect(annotatorsByArticle(project.assignments)).toEqual(new Map([['new/a.txt', ['alice', 'bob']]]))
  expect(project.rounds[0]!.articles).toEqual(['b.txt', 'new/a.txt'])
  expect(project.seals).toEqual([expect.objectContaining({ id: 's', article: 'new/a.txt', at: '2' })])
  expect(sealedFor(project, 'bob', there).hides('new/a.txt', 'alice')).toBe(true)
  expect(goneArticles(project, there)).toEqual([])
  project.apply(undo)
  expect(JSON.stringify(project.file())).toBe(before)
})

test('an article that is only in a sealed coding is missed, too; nothing follows where the project says nothing of it', () => {
  const project = sealedProject()
  expect(goneArticles(project, new Set(['old/a.txt']))).toEqual(['b.txt'])
  expect(followEdit(project, new Map([['elsewhere.txt', 'here.txt']]))).toBe(null)
})

test('a missing article is forgotten with its assignments; what was sealed of it stays, and a coding of nothing goes', () => {
  const project = sealedProject()
  project.apply({ kind: 'set', of: 'rounds', id: 'r', fields: { opened: '3' } })
  expect(forgettable(project, ['old/a.txt', 'b.txt'])).toEqual(['old/a.txt', 'b.txt'])
  project.apply(forgetEdit(project, new Set(['old/a.txt'])))
  expect([project.assignments, project.rounds[0]!.articles, project.seals.length]).toEqual([[], ['b.txt'], 1])
  project.apply(forgetEdit(project, new Set(['b.txt'])))
  expect(project.rounds).toEqual([])
})

test('a missing article that is sealed is not forgotten before it is open: what it hides stays hidden under another name', () => {
  const project = sealedProject()
  const before = JSON.stringify(project.file())
  const there = new Set(['renamed.txt', 'b.txt'])
  expect(forgettable(project, ['old/a.txt'])).toEqual([])
  project.apply(forgetEdit(project, new Set(['old/a.txt'])))
  expect(JSON.stringify(project.file())).toBe(before)
  expect(sealedFor(project, 'bob', there).hides('renamed.txt', 'alice')).toBe(true)
  // Once both have sealed it, nothing of it is hidden any more.
  const seal = { round: 'r', article: 'old/a.txt', annotator: 'bob', sha256: 'b'.repeat(64), at: '3' }
  project.apply({ kind: 'set', of: 'seals', id: 't', fields: seal })
  expect(forgettable(project, ['old/a.txt', 'b.txt'])).toEqual(['old/a.txt'])
})

test('a coding in which something is hidden is not forgotten; once it was opened, it is, with its seals, and one undo brings it back', () => {
  const project = sealedProject()
  const [round] = project.rounds
  expect(forgetRoundEdit(project, round!)).toBe(null)
  project.apply({ kind: 'set', of: 'rounds', id: 'r', fields: { opened: '3', openedBy: 'carol' } })
  const before = JSON.stringify(project.file())
  const undo = project.apply(forgetRoundEdit(project, project.rounds[0]!)!)
  expect([project.rounds, project.seals]).toEqual([[], []])
  project.apply(undo)
  expect(JSON.stringify(project.file())).toBe(before)
})
