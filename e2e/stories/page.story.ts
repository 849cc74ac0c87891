import { Analyst } from '../analyst.ts'
import { type Folder, hasPython, makeFolder, readWithPython } from '../folder.ts'
import { expect, test } from '../story.ts'

const sentence = 'The union said 💬 on Monday that the port would close, and that nobody had been asked. '
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dockers walk out | Harbour Gazette</title>
<meta property="og:title" content="Dockers walk out"><meta property="og:site_name" content="Harbour Gazette">
<script>document.title = 'Taken over'; fetch('https://tracker.example/')</script>
<link rel="stylesheet" href="https://tracker.example/style.css">
</head><body onload="document.body.textContent = 'Taken over'">
<nav><a href="javascript:alert(1)">Home</a></nav>
<article><h1>Dockers walk out</h1><p>By Jane Roe</p>
<p>${sentence.repeat(3)}</p><img src="https://tracker.example/pixel.png">
<h2>What the masters say</h2>
<p>${sentence.repeat(3)}The harbour master denied it.</p>
<table><tr><th>Ship</th><th>Tons</th></tr><tr><td>Aurora</td><td>1,200</td></tr></table></article>
<footer>All rights reserved</footer></body></html>
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'dockers.html': page })
})
test.afterEach(() => folder.forget())

test('a page saved from a browser is read as an article, tagged, found by its words, and any script can read what was tagged', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens('Dockers walk out')
  await expect(ada.text.getByRole('heading', { level: 1 })).toHaveText('Dockers walk out')
  await expect(ada.text.locator('[data-zone=byline]')).toHaveText('By Jane Roe')
  await expect(ada.text.locator('[data-zone=heading]')).toHaveText('What the masters say')
  await expect(ada.text.locator('[data-zone=boilerplate]')).toHaveText(['Home', 'All rights reserved'])
  await expect(ada.text.getByText('Aurora\t1,200')).toBeVisible()

  await ada.selects('The harbour master')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.presses('Control+Shift+f')
  await ada.window.keyboard.type('masters say')
  await expect(ada.window.getByRole('option', { name: /masters say/ })).toBeVisible()
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading('Dockers walk out')
  await expect(again.annotation('Actor', 'The harbour master')).toBeVisible()
  await again.leaveForGood()
  const { article, annotations } = await folder.sidecar('dockers.html', 'ada-lind')
  expect(article).toMatchObject({ reader: 'html/1', encoding: 'utf-8' })
  expect([...article.text!].slice(annotations[0]!.spans[0]!.start, annotations[0]!.spans[0]!.end).join('')).toBe(
    'The harbour master',
  )
  if (hasPython)
    for (const { quote, sliced } of readWithPython(folder, 'dockers.html', 'ada-lind')) expect(sliced).toBe(quote)
  expect((await folder.read('dockers.html')).toString(), 'the page is as it was').toBe(page)
})

test('a page that changed is compared with what was annotated, as any article is', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens('Dockers walk out')
  await ada.selects('The harbour master')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.leave()
  await folder.write('dockers.html', page.replace('<p>By Jane Roe</p>', '<p>By Jane Roe</p><p>Updated at noon.</p>'))
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading('Dockers walk out')
  await expect(again.text.getByText('Updated at noon.')).toBeVisible()
  await expect(again.annotation('Actor', 'The harbour master')).toBeVisible()
  await again.leaveForGood()
})
