import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const page = `<!doctype html><html lang="en"><head><title>Untitled document 7</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="date" content="2031-03-04"></head>
<body><article><p>Dockers walked out on Tuesday after a week of talks about shifts and pay, and the harbour master called
it a day of shame. Nobody knows when they will be back at work, the union said in the evening.</p></article></body></html>`
const factsFile = 'strike.html.article.stet.json'
const bread = `Bread costs more

The price of a loaf rose on Tuesday for the third time this year, and the bakers said that flour was to blame for it.
`
const named = '2030-11-05_Saltry-Echo_bread.txt'
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'strike.html': page,
    'notes.txt': 'A calm day\n\nNothing happened.\n',
    [named]: bread,
  })
})
test.afterEach(() => folder.forget())

test('a title is fixed by keys: list and window are called by it, undo takes it back, and it is there after a restart', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Untitled document 7/)
  await ada.presses('Escape', 'i')
  const about = ada.window.getByRole('dialog', { name: 'About the article' })
  const title = about.getByLabel('Title')
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('Untitled document 7')
  await expect(about.getByLabel('Outlet')).toHaveValue('Harbour Gazette')
  await expect(about.getByText('from the page’s meta tags').first()).toBeVisible()

  await ada.presses('Control+a')
  await ada.window.keyboard.type('Dockers walk out')
  await ada.presses('Enter')
  await expect(about.getByText('said by a person')).toBeVisible()
  await expect(about.getByRole('status')).toHaveText('Title: “Dockers walk out”.')
  await expect(ada.articles.getByRole('option', { name: /^Dockers walk out/ })).toBeVisible()
  await expect(ada.window).toHaveTitle(/^Dockers walk out/)

  // What is no day is said, and not kept.
  await about.getByLabel('Published').fill('last Tuesday')
  await expect(about.getByRole('alert')).toContainText('2031-03-04')
  await about.getByLabel('Published').fill('2031-03')
  await ada.presses('Enter')
  await about.getByRole('button', { name: 'Undo' }).click()
  await expect(about.getByLabel('Published')).toHaveValue('2031-03-04')
  await ada.presses('Escape')
  await ada.seesSaved()
  await expect
    .poll(async () => JSON.parse((await folder.read(factsFile).catch(() => '{}')).toString()).fields)
    .toEqual({ title: { value: 'Dockers walk out', by: 'person' } })

  await ada.presses('Control+z')
  await expect(ada.articles.getByRole('option', { name: /^Untitled document 7/ })).toBeVisible()
  await expect(ada.window).toHaveTitle(/^Untitled document 7/)
  await ada.presses('Control+Shift+z')
  await expect(ada.window).toHaveTitle(/^Dockers walk out/)
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.opens(/Dockers walk out/)
  await again.presses('Escape', 'i')
  await again.window.getByRole('button', { name: 'Take back what was said of: Title' }).click()
  await expect(again.window.getByRole('dialog').getByLabel('Title')).toHaveValue('Untitled document 7')
  await again.presses('Escape')
  await again.seesSaved()
  await again.leaveForGood()
  expect(JSON.parse((await folder.read(factsFile)).toString()).fields).toBeUndefined()
})

test('the list is filtered by outlet and date, of what the file says and of what a person said', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/notes\.txt/)
  await ada.presses('Escape', 'i')
  const about = ada.window.getByRole('dialog', { name: 'About the article' })
  await about.getByLabel('Outlet').fill('Quayside Herald')
  await ada.presses('Enter', 'Escape')
  await ada.seesSaved()

  const rows = ada.articles.getByRole('option')
  await ada.presses('/')
  await ada.window.keyboard.type('outlet:herald')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toHaveAccessibleName(/^notes\.txt/)
  await ada.presses('Control+a')
  await ada.window.keyboard.type('date:2031-03')
  await expect(rows.first()).toHaveAccessibleName(/^Untitled document 7/)
  await ada.presses('Control+a')
  await ada.window.keyboard.type('date:none')
  await expect(rows.first()).toHaveAccessibleName(/^notes\.txt/)
  await expect(rows).toHaveCount(1)
  await ada.leaveForGood()
})

test('a file’s name says who published it and when; a person says otherwise, and takes it back', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Bread costs more/)
  await ada.presses('Escape', 'i')
  const about = ada.window.getByRole('dialog', { name: 'About the article' })
  await expect(about.getByLabel('Outlet')).toHaveValue('Saltry Echo')
  await expect(about.getByLabel('Published')).toHaveValue('2030-11-05')
  await expect(about.getByText('from the file’s name')).toHaveCount(2)
  await about.getByLabel('Outlet').fill('The Saltry Echo')
  await ada.presses('Enter')
  await expect(about.getByText('from the file’s name')).toHaveCount(1)
  await about.getByRole('button', { name: 'Take back what was said of: Outlet' }).click()
  await expect(about.getByLabel('Outlet')).toHaveValue('Saltry Echo')
  await ada.presses('Escape')
  await ada.leaveForGood()
})
