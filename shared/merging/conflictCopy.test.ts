import { expect, test } from 'vitest'
import { parseConflictCopy, parseLayerCopy } from './conflictCopy.ts'

test.each([
  ['a.txt.ada.stet (Ada Lind’s conflicted copy 2031-03-04).json', 'dropbox'],
  ['a.txt.ada.stet (conflicted copy 2031-03-04).json', 'dropbox'],
  ['a.txt.ada.stet (laptop’s conflicted copy 2031-03-04 1).json', 'dropbox'],
  ['a.txt.ada.stet (conflicted copy 2031-03-04 081803).json', 'nextcloud'],
  ['a.txt.ada.stet.sync-conflict-20310304-081803-ABCDEF2.json', 'syncthing'],
  ['a.txt.ada.stet-DESKTOP-AB12CD3.json', 'onedrive'],
  ['a.txt.ada.stet-Adas-laptop.json', 'onedrive'],
  ['a.txt.ada.stet 2.json', 'icloud'],
  ['a.txt.ada.stet (1).json', 'google-drive'],
  ['a.txt.ada.stet (Konflikt 2031-03-04).json', 'other'],
])('%s is a copy that %s made', (name, by) => {
  expect(parseConflictCopy(name)).toEqual({ of: 'a.txt.ada.stet.json', by })
})

test('copies of facts and of the project are known too', () => {
  expect(parseConflictCopy('a.txt.article.stet (1).json')).toMatchObject({ of: 'a.txt.article.stet.json' })
  expect(parseConflictCopy('stet (conflicted copy 2031-03-04).json')).toMatchObject({ of: 'stet.json' })
})

test.each([
  'a.txt.ada.stet.json',
  'stet.json',
  'a.txt.ada.stet on conflicts.txt.ada.stet.json',
  'a.txt.ada.stet-.json',
  'a.txt.ada.stet-2031.json', // no computer is called by a number alone
  'a.txt.ada.stetson.json',
  'notes (conflicted copy 2031-03-04).json',
  'a.txt.ada.stet (1).txt',
])('%s is no copy of ours', name => {
  expect(parseConflictCopy(name)).toBe(null)
})

test('whose layer of which article a copy is of', () => {
  const name = 'a.b.txt.ada.stet (Ada’s conflicted copy 2031-03-04).json'
  expect(parseLayerCopy(name)).toEqual({ article: 'a.b.txt', annotator: 'ada', by: 'dropbox' })
  expect(parseLayerCopy('a.txt.article.stet (1).json')).toMatchObject({ article: 'a.txt', annotator: 'article' })
  expect(parseLayerCopy('stet (1).json')).toBe(null)
  expect(parseLayerCopy('codebook.stet (1).json')).toBe(null)
  expect(parseLayerCopy('a.txt.ada.stet.json')).toBe(null)
})
