import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const paragraph = '<p>The union said on Monday that the port would close, and that nobody had been asked.</p>'

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'a.txt': 'Dockers walk out\n\nThe dockers walked out on Monday. Nobody knows when they will be back.\n',
    'b.html': `<title>Everything at once</title><article><h1>Everything at once</h1>${paragraph.repeat(90_000)}</article>`,
    'c.txt': 'Dockers come back\n\nThe dockers came back on Friday, and the ships left the roads.\n',
  })
})
test.afterEach(() => folder.forget())

test('an article that takes long to read says so, is given up by Escape or by opening another, and keeps nobody waiting', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens('Dockers walk out')
  await ada.articles.getByRole('option', { name: /b\.html/ }).click()
  const band = ada.window.getByRole('status').filter({ hasText: 'takes a while to read' })
  await expect(band).toContainText('b.html')
  await expect(ada.text).toContainText('The dockers walked out')

  await ada.presses('Escape')
  await expect(band).toHaveCount(0)
  await ada.isReading('Dockers walk out')
  await ada.selects('dockers')
  await ada.presses('2')
  await ada.seesSaved()

  await ada.articles.getByRole('option', { name: /b\.html/ }).click()
  await expect(band).toBeVisible()
  await ada.opens('Dockers come back')
  await expect(band).toHaveCount(0)
  await ada.leaveForGood()
})
