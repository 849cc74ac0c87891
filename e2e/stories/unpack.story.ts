import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const calm = { 'calm.txt': 'A calm day\n\nNothing happened in the harbour, and nobody was surprised by that at all.\n' }
const said = 'The harbour master said on Monday that no ferry would sail before the storm is over. Nobody knows when.'
const row = (n: number) =>
  `${n},Ferry ${n} stays,2031-03-${String((n % 28) + 1).padStart(2, '0')},The Port Gazette,By Ann Lee,"${said}\n\nThat was all."\n`
const table = (rows: readonly string[]) => `id,title,date,outlet,author,text\n${rows.join('')}`
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n + 1))

let folder: Folder
let elsewhere: Folder
test.beforeEach(async () => {
  folder = await makeFolder(calm)
  elsewhere = await makeFolder({ 'ferries.csv': table([...rows(12), '13,Empty,,,,\n']) })
})
test.afterEach(async () => {
  await folder.forget()
  await elsewhere.forget()
})

const dialog = (ada: Analyst) => ada.window.getByRole('dialog', { name: /^Unpack / })
const unpacked = async () =>
  (await readdir(folder.path, { recursive: true })).filter(name => /ferry-\d+-stays(?: \d+)?\.txt$/.test(name))

/** Every article that was unpacked stands whole, with facts that speak of just these bytes. */
async function seesWholeArticles(): Promise<number> {
  const names = await unpacked()
  for (const name of names) {
    const facts = JSON.parse(await readFile(join(folder.path, `${name}.article.stet.json`), 'utf8'))
    expect(facts.article.sha256).toBe(
      createHash('sha256')
        .update(await readFile(join(folder.path, name)))
        .digest('hex'),
    )
    expect(facts.unpacked).toMatchObject({ archive: 'ferries.csv', format: 'csv/1' })
  }
  return names.length
}

test('Ada unpacks an export by the keys alone; unpacked again, all of it is there', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.answersDialog(join(elsewhere.path, 'ferries.csv'))
  const begin = async () => {
    await ada.presses('Control+k')
    await ada.window.keyboard.type('Unpack a file')
    await ada.presses('Enter')
    await expect(dialog(ada)).toBeVisible()
  }
  await begin()
  await expect(ada.window.getByRole('combobox', { name: 'What “id” holds' })).toBeFocused()
  await expect(ada.window.getByRole('combobox', { name: 'What “text” holds' })).toHaveValue('text')
  await expect(dialog(ada).getByRole('region', { name: 'The first article would be' })).toContainText('Ferry 1 stays')
  // The map can be changed, and the first article follows.
  await ada.window.getByRole('combobox', { name: 'What “title” holds' }).focus()
  await ada.presses('ArrowDown')
  await expect(dialog(ada).locator('.unpack-preview .title')).toHaveText('')
  await ada.presses('ArrowUp')
  await expect(dialog(ada).locator('.unpack-preview .title')).toHaveText('Ferry 1 stays')
  await dialog(ada).getByRole('button', { name: 'Next' }).focus()
  await ada.presses('Enter')

  await expect(dialog(ada).getByText('12 articles go into the workspace.').first()).toBeVisible()
  await expect(dialog(ada).getByRole('row', { name: /Ferry 3 stays The Port Gazette 2031-03-04 new/ })).toBeVisible()
  await expect(dialog(ada).getByText('1 article can’t be read')).toBeVisible()
  const where = dialog(ada).getByRole('textbox', { name: 'Folder in the workspace' })
  await expect(where).toBeFocused()
  await where.fill('port/march')
  await dialog(ada).getByRole('button', { name: 'Unpack 12 articles' }).focus()
  await ada.presses('Enter')
  await expect(dialog(ada).getByRole('status').filter({ hasText: '12 articles were written.' }).first()).toBeVisible()
  expect(await seesWholeArticles()).toBe(12)
  const first = await readFile(join(folder.path, 'port/march/2031-03-02_The-Port-Gazette_ferry-1-stays.txt'), 'utf8')
  expect(first).toBe(`Ferry 1 stays\n\nBy Ann Lee\n2031-03-02\n\n${said}\n\nThat was all.\n`)

  await ada.presses('Shift+Tab', 'Enter')
  await expect(ada.window.getByRole('article', { name: 'Ferry 1 stays' })).toBeVisible()
  await begin()
  await dialog(ada).getByRole('button', { name: 'Next' }).click()
  await expect(dialog(ada).getByText('All of them are in the workspace already.').first()).toBeVisible()
  await expect(dialog(ada).getByRole('button', { name: 'Unpack', exact: true })).toBeDisabled()
  await ada.presses('Escape')
  await expect(dialog(ada)).toHaveCount(0)
  expect(await seesWholeArticles()).toBe(12)
  await ada.leaveForGood()
})

test('stopped on the way, whole articles stand alone, and the next time the others come', async () => {
  const many = await makeFolder({ 'ferries.csv': table(rows(3000)) })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.answersDialog(join(many.path, 'ferries.csv'))
  await ada.chooses('archive.unpack')
  await dialog(ada).getByRole('button', { name: 'Next' }).click()
  await dialog(ada).getByRole('button', { name: 'Unpack 3,000 articles' }).click()
  await expect(dialog(ada).getByText(/^[1-9][\d,]* of 3,000 articles written$/)).toBeVisible()
  await dialog(ada).getByRole('button', { name: 'Stop' }).click()
  await expect(dialog(ada).getByText(/^Stopped\. [\d,]+ articles were written, each of them whole\.$/)).toBeVisible()
  const stopped = await seesWholeArticles()
  expect(stopped).toBeGreaterThan(0)
  expect(stopped).toBeLessThan(3000)
  await dialog(ada).getByRole('button', { name: 'Close' }).click()

  await ada.chooses('archive.unpack')
  await dialog(ada).getByRole('button', { name: 'Next' }).click()
  await expect(
    dialog(ada)
      .getByText(/articles? goe?s? ?into the workspace; [\d,]+ are there already\./)
      .first(),
  ).toBeVisible()
  await ada.leaveForGood()
  await many.forget()
})

test('a mixed folder that is dropped shows what is to be read and what is to be unpacked; so does a file dropped into it', async () => {
  const mixed = await makeFolder({
    'ferries.csv': table(rows(3)),
    'vote.txt': 'A vote is lost\n\nNobody had expected that of the chamber, and least of all its speaker.\n',
    'noise.xyz': 'x',
  })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A calm day/)
  const session = await ada.window.context().newCDPSession(ada.window)
  const drop = async (path: string) => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: [path], dragOperationsMask: 1 }
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
    }
  }
  await drop(mixed.path)
  await expect(ada.articles.getByRole('option', { name: /A vote is lost/ })).toBeVisible()
  await expect(ada.articles.getByRole('option', { name: /noise\.xyz, Stet cannot open/ })).toBeVisible()
  await ada.articles.getByRole('option', { name: /ferries\.csv, This file holds many articles/ }).click()
  await expect(ada.window.getByRole('heading', { name: 'This file holds many articles' })).toBeVisible()
  await ada.window.getByRole('button', { name: 'Unpack…' }).click()
  await dialog(ada).getByRole('button', { name: 'Next' }).click()
  await dialog(ada).getByRole('button', { name: 'Unpack 3 articles' }).click()
  await dialog(ada).getByRole('button', { name: 'Close' }).click()
  await expect(ada.articles.getByRole('option', { name: /Ferry 2 stays/ })).toBeVisible()

  await drop(join(elsewhere.path, 'ferries.csv'))
  await dialog(ada).getByRole('button', { name: 'Next' }).click()
  await expect(dialog(ada).getByText('9 articles go into the workspace; 3 are there already.').first()).toBeVisible()
  await ada.leaveForGood()
  await mixed.forget()
})
