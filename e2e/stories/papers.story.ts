import { readFileSync } from 'node:fs'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const made = (name: string) => readFileSync(new URL(`../fixtures/golden/${name}`, import.meta.url))

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'report.docx': made('ferries.docx'),
    'wire.rtf': made('ferries.rtf'),
    'release.eml': made('release.eml'),
    'saved.mhtml': made('ferries.mhtml'),
    'cut.docx': made('ferries.docx').subarray(0, 900),
  })
})
test.afterEach(() => folder.forget())

test('Ada reads Word, rich text, a mail and a saved page in one folder, tags a word, and the sidecar holds what she read', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  // By title; those of one title by the names of their files: report.docx, saved.mhtml, wire.rtf.
  const ferries = ada.articles.getByRole('option', { name: /Ferries stay in port/ })
  await expect(ferries).toHaveCount(3)
  await ferries.nth(0).click()
  await expect(ada.text).toContainText('The union counts five ferries.')
  await ada.selects('Ilse Brandt')
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'Ilse Brandt')).toBeVisible()
  await ada.seesSaved()

  await ferries.nth(2).click()
  await expect(ada.text).toContainText('Паром means ferry; 港 means harbour')
  await ada.articles.getByRole('option', { name: /Ferries will sail/ }).click()
  await expect(ada.text).toContainText('Ferries will sail — says owner')
  await ferries.nth(1).click()
  await expect(ada.text).toContainText('The Aurora in port')
  await ada.articles.getByRole('option', { name: /cut/ }).click()
  await expect(ada.window.getByText(/The file is damaged/)).toBeAttached()
  await ada.leaveForGood()

  const { article, annotations } = await folder.sidecar('report.docx', 'ada-lind')
  expect(article.reader).toBe('docx/1')
  const { start, end, quote } = annotations[0]!.spans[0]!
  expect([article.text!.slice(start, end), quote]).toEqual(['Ilse Brandt', 'Ilse Brandt'])
})
