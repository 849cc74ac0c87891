import { Analyst } from '../analyst.ts'
import { decidedFiles } from '../decidedFolder.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder(decidedFiles)
})
test.afterEach(() => folder.forget())

test('in a small window the case at hand comes by itself, by the keys alone, and its words can be read beside it', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 700, height: 600 } })
  const card = ada.window.getByRole('region', { name: 'The case at hand' })
  const heading = card.getByRole('heading')
  await ada.presses('Control+d')
  await expect(ada.window.getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
  await ada.presses('Enter')
  await expect(heading).toHaveText('Only in some')
  await expect(card).toBeVisible()
  const article = (await ada.window.locator('#article').boundingBox())!
  const pane = (await ada.window.locator('#inspector').boundingBox())!
  expect(pane.x - article.x).toBeGreaterThan(150)
  await ada.presses('f')
  await expect(heading).toHaveText('Other tag')
  await ada.presses('f')
  await expect(heading).toHaveText('Other extent')
  await ada.resize({ width: 900, height: 600 })
  await expect(card).toBeVisible()
  await ada.presses('Shift+E')
  await expect(ada.text).toBeFocused()
  await expect(card).toHaveCount(0)
  await ada.leaveForGood()
})

test('where there is no room beside the text the case lies over a part of it, and comes back with the next', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 900, height: 700 } })
  for (let step = 0; step < 5; step++) await ada.presses('Alt+=')
  await expect.poll(() => ada.window.evaluate(() => window.innerWidth)).toBeLessThan(640)
  const card = ada.window.getByRole('region', { name: 'The case at hand' })
  const heading = card.getByRole('heading')
  await ada.presses('Control+d')
  await expect(ada.window.getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
  await ada.presses('Enter')
  await expect(heading).toHaveText('Only in some')
  await expect(ada.window.locator('#inspector.over')).toBeVisible()
  const article = (await ada.window.locator('#article').boundingBox())!
  const pane = (await ada.window.locator('#inspector').boundingBox())!
  expect(pane.x - article.x).toBeGreaterThan(100)
  await ada.presses('Control+i')
  await expect(card).toHaveCount(0)
  await ada.presses('f')
  await expect(heading).toHaveText('Other tag')
  await ada.leaveForGood()
})
