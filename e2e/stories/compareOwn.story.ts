import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { Analyst } from '../analyst.ts'
import { comparedFiles } from '../compared.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const files = comparedFiles('strike.txt')
const layerFiles = Object.keys(files).filter(name => name.endsWith('.stet.json'))
let folder: Folder
let ada: Analyst
test.beforeEach(async () => {
  folder = await makeFolder(files)
  ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
})
test.afterEach(async () => {
  // Whatever was edited: nobody else's file was touched.
  for (const name of layerFiles) expect(await readFile(join(folder.path, name), 'utf8')).toBe(files[name])
  await folder.forget()
})

const bar = () => ada.window.getByRole('region', { name: 'Layers compared' })
const layer = (name: RegExp) => bar().getByRole('checkbox', { name })
const framed = () => expect(ada.window.locator('.page-frames .page-box').first()).toBeVisible()

/** What the margin says in full, a line for each difference. */
async function told(): Promise<string[]> {
  return ada.window
    .locator('.page-difference')
    .evaluateAll(all =>
      all.flatMap(one => (one as HTMLElement).title.split('\n\n').map(place => place.replace('\n', ' | '))),
    )
}

/** Compares these layers and no others. */
async function compares(...names: RegExp[]): Promise<void> {
  await ada.presses('Control+Shift+K')
  await expect(layer(names[0]!)).toBeVisible()
  for (const box of await bar().getByRole('group', { name: 'Layers' }).getByRole('checkbox').all()) {
    const name = (await box.locator('..').textContent()) ?? ''
    if ((await box.isChecked()) !== names.some(one => one.test(name))) await box.click()
  }
  await expect(ada.window.locator('.page-difference').first()).toBeVisible()
}

async function tags(words: string, key: string): Promise<void> {
  await ada.selects(words)
  await ada.presses(key)
  await ada.seesSaved()
}

const quotes = ({ annotations }: Sidecar) => annotations.map(({ tag, spans }) => `${tag} ${spans[0]!.quote}`)

test('the own layer is edited among those of colleagues: tagged, retagged, extended, linked, removed, undone, and compared at once', async () => {
  await tags('The union', '2')
  await tags('the talks', '3')
  await compares(/Ada Lind/, /Ben Ott/)
  await expect(bar().getByText('Your own layer can be changed here')).toBeVisible()
  await expect.poll(told).not.toContainEqual(expect.stringMatching(/(Actor|Event), “the talks”/))

  // Words that nobody tagged.
  await tags('Shippers', '2')
  await expect.poll(told).toContainEqual(expect.stringMatching(/^Only Ada Lind \|.*“Shippers”/))
  // What both said alike is told apart as soon as it isn't any more.
  await ada.clicks('the talks')
  await framed()
  await ada.presses('2')
  await expect.poll(told).toContainEqual(expect.stringMatching(/^Other tag \|.*Actor, “the talks”/))
  await ada.presses('Control+z')
  await expect.poll(told).not.toContainEqual(expect.stringMatching(/(Actor|Event), “the talks”/))
  await ada.clicks('Shippers')
  await framed()
  await ada.presses('}')
  await expect.poll(told).toContainEqual(expect.stringMatching(/^Only Ada Lind \|.*“Shippers expect”/))
  // Only what stands in the own layer can be linked with.
  await tags('losses of a million', '1')
  await ada.presses('r')
  const targets = ada.window.locator('.linking')
  await expect(targets).toBeVisible()
  await expect(targets.getByText('Minister Novak')).toHaveCount(0)
  await expect(targets.getByText('The union')).toBeVisible()
  await ada.presses('Escape')
  await ada.clicks('The union')
  await framed()
  await ada.presses('Delete')
  await expect.poll(told).toContainEqual(expect.stringMatching(/^Only Ben Ott \|.*“The union”/))

  // What a colleague says takes no edit.
  await ada.clicks('welcomed')
  await framed()
  await ada.presses('2')
  await expect(ada.window.getByText('That is what Ben Ott says, for reading.').first()).toBeVisible()
  await ada.presses('Delete')
  await ada.presses('r')
  await expect(targets).toHaveCount(0)
  await expect(ada.inspector.getByRole('combobox', { name: 'Tag' })).toHaveCount(0)

  // Escape lets go of what is selected, then of Tab, then of comparing.
  await ada.presses('Escape', 'Escape')
  await expect(bar()).toHaveCount(0)
  await expect(ada.annotation('Actor', 'Shippers expect')).toBeVisible()
  const own = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(quotes(own)).toEqual(['event the talks', 'actor Shippers expect', 'claim losses of a million'])
  await ada.leaveForGood()
})

test('a link between own annotations is made among those of colleagues', async () => {
  await tags('The union', '2')
  await compares(/Ada Lind/, /Ben Ott/)
  await tags('The port is shut', '1')
  // Until that has been compared, what Ben says is there beside it, and a second click takes that.
  await expect.poll(told).not.toContainEqual(expect.stringMatching(/“The port is shut”/))
  await ada.clicks('The port is shut')
  await framed()
  await ada.presses('r')
  await expect(ada.window.locator('.linking')).toBeVisible()
  await ada.clicks('The union')
  await ada.seesSaved()
  const { annotations, links } = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(links).toHaveLength(1)
  expect(annotations.map(({ id }) => id)).toContain(links[0]!.from)
  expect(annotations.map(({ id }) => id)).toContain((links[0]!.to as { annotation: string }).annotation)
  await ada.leaveForGood()
})

test('side by side the own layer is edited on its page, and not on a colleague’s', async () => {
  await tags('The union', '2')
  await compares(/Ada Lind/, /Ben Ott/)
  await ada.presses('Control+1', 'v')
  const pages = ada.window.locator('.compared-page')
  await expect(pages).toHaveCount(2)
  await pages.last().getByText('The strike began').click()
  await ada.presses('Control+a', '1')
  await expect(ada.window.getByText('Your own layer can be changed on its own page.').first()).toBeVisible()
  await ada.leaveForGood()
})

test('gold that is worked on is edited among what it is made of', async () => {
  await ada.chooses('gold.work')
  await expect(ada.window.getByText(/gold/i).first()).toBeVisible()
  await tags('The harbour master', '2')
  await compares(/Ada Lind.*gold/, /Ben Ott/)
  await tags('Shippers', '2')
  await expect.poll(told).toContainEqual(expect.stringMatching(/^Only Ada Lind \(gold\) \|.*“Shippers”/))
  expect(quotes(await folder.sidecarOnceSaved('strike.txt', 'gold-ada-lind'))).toEqual([
    'actor The harbour master',
    'actor Shippers',
  ])
  await ada.leaveForGood()
})
