import { expect, test } from 'vitest'
import { importerFor, importers } from './index.ts'

test.each([
  ['article.txt', 'plain-text/1'],
  ['2018/Aktau summit.TXT', 'plain-text/1'],
  ['notes.text', 'plain-text/1'],
  ['article.pdf.txt', 'plain-text/1'],
  ['article.txt.alice.stet.json', undefined],
  ['article.md', 'markdown/1'],
  ['article.HTML', 'html/1'],
  ['book.epub', 'epub/1'],
  ['minutes.odt', 'odt/1'],
  ['minutes.DOCX', 'docx/1'],
  ['notes.rtf', 'rtf/1'],
  ['release.eml', 'eml/1'],
  ['paper.PDF', 'pdf/1'],
  ['page.MHT', 'mhtml/1'],
  ['picture.png', undefined],
  ['article', undefined],
  ['txt', undefined],
  ['.txt', undefined],
  ['a.b/txt', undefined],
  ['', undefined],
])('%s is read by %s', (fileName, id) => {
  expect(importerFor(fileName)?.id).toBe(id)
})

test('every reader has an id with a version, and no two want the same extension', () => {
  for (const { id } of importers) expect(id).toMatch(/^[a-z-]+\/\d+$/)
  const extensions = importers.flatMap(importer => importer.extensions)
  expect(new Set(extensions).size).toBe(extensions.length)
})
