import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const bridge = `The old bridge

The bridge should go, said the mayor. Engineers called the bridge unsafe.
`
const ferry = `A ferry instead

Nobody wants a new bridge. The café by the Bridge closed.
`
const quiet = `A quiet day

Nothing happened at all.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'a.txt': bridge, 'b.txt': ferry, 'c.txt': quiet })
})
test.afterEach(() => folder.forget())

const pane = (ada: Analyst) => ada.window.getByRole('region', { name: 'Below the text' })
const field = (ada: Analyst) => pane(ada).getByRole('combobox', { name: 'Search for' })
const hits = (ada: Analyst) => pane(ada).getByRole('listbox', { name: 'Hits' })
const hit = (ada: Analyst, name: RegExp) => hits(ada).getByRole('option', { name })
const says = (ada: Analyst, words: string) => expect(pane(ada).getByText(words, { exact: true })).toBeVisible()
const selected = (ada: Analyst) => ada.window.getByRole('toolbar', { name: 'Tag the selection' })
const painted = (ada: Analyst) =>
  ada.window.evaluate(() =>
    [...CSS.highlights].filter(([name]) => /hit|current/.test(name)).reduce((sum, [, ranges]) => sum + ranges.size, 0),
  )

async function arrives(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 800 } })
  await ada.opens(/The old bridge/)
  return ada
}

test('words are found while they are typed, in every article, and a hit opens in place', async () => {
  const ada = await arrives()
  await ada.presses('Control+Shift+F')
  await expect(field(ada)).toBeFocused()
  await ada.window.keyboard.type('bridge')
  await says(ada, '5 in 2 articles')
  await expect.poll(() => painted(ada)).toBe(3)

  // From the field into the list, and on into the next article; the focus stays in the list.
  await ada.presses('Enter')
  await expect(hits(ada)).toBeFocused()
  await expect(hit(ada, /^The old bridge The bridge should go, said the mayor\.$/)).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(ada.window.getByText('“bridge”, hit 1 of 5.').first()).toBeAttached()
  await ada.presses('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await ada.isReading(/A ferry instead/)
  await expect(hits(ada)).toBeFocused()
  await expect.poll(() => painted(ada)).toBe(2)
  await expect(selected(ada)).toBeVisible()

  // A second Enter goes to the text, where the words are selected: one key tags them.
  await ada.presses('Enter', '2')
  await expect(ada.annotation('Actor', 'bridge')).toBeVisible()

  // F3 goes on from there, round and round and into the other article.
  await ada.presses('F3', 'F3')
  await ada.isReading(/The old bridge/)
  await expect(ada.window.getByText('From the first hit again. “bridge”, hit 1 of 5.')).toBeAttached()
  await ada.presses('Shift+F3')
  await ada.isReading(/A ferry instead/)

  // The pane closes, and the marks go.
  await ada.presses('Control+j')
  await expect(pane(ada)).toHaveCount(0)
  await expect.poll(() => painted(ada)).toBe(0)
  await ada.leaveForGood()
})

test('how words are meant, where they are looked for, and what is wrong with an expression', async () => {
  const ada = await arrives()
  await ada.selects('Engineers')
  await ada.presses('Control+f')
  await expect(field(ada)).toHaveValue('Engineers')
  await says(ada, '1 in 1 article')
  await field(ada).fill('Bridge')
  await says(ada, '3 in 1 article')
  await pane(ada).getByRole('combobox', { name: 'Where is searched' }).selectOption({ label: 'All articles' })
  await says(ada, '5 in 2 articles')
  await field(ada).focus()
  await ada.presses('Alt+c')
  await expect(pane(ada).getByRole('button', { name: 'Capital and small letters differ' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await says(ada, '1 in 1 article')
  await ada.presses('Alt+c')
  await field(ada).fill('cafe')
  await says(ada, '1 in 1 article')
  await ada.presses('Alt+a')
  await says(ada, 'Nothing found')
  await ada.presses('Alt+a', 'Alt+r')
  await field(ada).fill('b(ridge')
  await expect(pane(ada).getByRole('status')).toContainText('This is not a regular expression that Stet understands')
  await expect(field(ada)).toHaveAttribute('aria-invalid', 'true')
  await field(ada).fill('b\\w+ge')
  await says(ada, '5 in 2 articles')

  // The list of articles narrows it.
  await ada.articles
    .page()
    .getByRole('searchbox', { name: 'Filter the articles by title, path, outlet, author or date' })
    .fill('b.txt')
  await pane(ada).getByRole('combobox', { name: 'Where is searched' }).selectOption({ label: '1 article in the list' })
  await says(ada, '2 in 1 article')
  const found = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
  await pane(ada).getByRole('button', { name: 'Filters' }).click()
  await pane(ada).getByRole('combobox', { name: 'Kind of paragraph' }).selectOption({ label: 'Title' })
  await says(ada, 'Nothing found')
  await pane(ada).getByRole('button', { name: 'Take the filter “Title” off' }).click()
  await says(ada, '2 in 1 article')
  const filtered = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(filtered.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
  await ada.leaveForGood()
})

test('ticked hits are tagged, changed and removed in all their articles; each is one undo', async () => {
  const ada = await arrives()
  await ada.presses('Control+Shift+F')
  await ada.window.keyboard.type('bridge')
  await says(ada, '5 in 2 articles')
  await ada.presses('Enter', 'Home', 'ArrowDown', 'ArrowDown', ' ')
  await ada.presses('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+Space')
  await says(ada, '4 of 5 ticked')
  await ada.presses('Control+Enter')
  await expect(ada.window.getByRole('menu', { name: 'With the ticked hits' })).toBeVisible()
  await ada.presses('2')
  await expect(ada.window.getByText('4 places tagged in 2 articles. One undo takes it back.').first()).toBeVisible()
  const tags = async (article: string) =>
    (await folder.sidecarOnceSaved(article, 'ada-lind')).annotations.map(({ tag, attributes }) => [tag, attributes])
  expect(await tags('a.txt')).toEqual([
    ['actor', {}],
    ['actor', {}],
  ])
  expect((await tags('b.txt')).length).toBe(2)

  // Those that are tagged are left out the next time, and that is said.
  await hits(ada).focus()
  await ada.presses('Control+a', 'Control+Enter', '2')
  await expect(
    ada.window.getByText('1 place tagged in 1 article. One undo takes it back. Left out: 4 already tagged so.').first(),
  ).toBeVisible()

  // Annotations: an answer for all, then away with them.
  await pane(ada).getByRole('combobox', { name: 'What is searched' }).selectOption({ label: 'Annotations' })
  await expect(hit(ada, /, Actor, by ada-lind$/)).toHaveCount(5)
  await hits(ada).focus()
  await ada.presses('Control+a', 'Control+Enter')
  await ada.window.getByRole('menuitemradio', { name: 'Set Mention…' }).click()
  await ada.window.getByRole('menu', { name: 'Set Mention…' }).getByRole('menuitemradio').first().click()
  await expect(
    ada.window.getByText('5 annotations changed in 2 articles. One undo takes it back.').first(),
  ).toBeVisible()
  expect((await tags('b.txt')).map(([, attributes]) => attributes)).toEqual([{ mention: 'name' }, { mention: 'name' }])
  await says(ada, '0 of 5 ticked')
  await hits(ada).focus()
  await ada.presses('Control+a', 'Control+Enter', 'r')
  await ada.window.getByRole('menuitemradio', { name: 'Remove' }).click()
  await expect(
    ada.window.getByText('5 annotations removed in 2 articles. One undo takes it back.').first(),
  ).toBeVisible()
  expect(await tags('a.txt')).toEqual([])
  expect(await tags('b.txt')).toEqual([])

  // Back, one by one, and forth again.
  await ada.presses('Control+1', 'Control+z')
  await says(ada, '0 of 5 ticked')
  await expect
    .poll(() => tags('b.txt'))
    .toEqual([
      ['actor', { mention: 'name' }],
      ['actor', { mention: 'name' }],
    ])
  await ada.presses('Control+z')
  await expect
    .poll(() => tags('b.txt'))
    .toEqual([
      ['actor', {}],
      ['actor', {}],
    ])
  await ada.presses('Control+Shift+Z')
  await expect
    .poll(async () => (await tags('a.txt')).map(([, attributes]) => attributes))
    .toEqual(Array(3).fill({ mention: 'name' }))
  await ada.leaveForGood()
})

test('a colleague’s annotations are found and can’t be changed', async () => {
  const bob = await Analyst.arrive({ name: 'Bob Reed', open: folder.path, size: { width: 1280, height: 800 } })
  await bob.opens(/The old bridge/)
  await bob.selects('mayor')
  await bob.presses('2')
  await bob.seesSaved()
  await bob.leaveForGood()
  const before = await folder.read('a.txt.bob-reed.stet.json')
  const ada = await arrives()
  await ada.presses('Control+Shift+F')
  await pane(ada).getByRole('combobox', { name: 'What is searched' }).selectOption({ label: 'Annotations' })
  await expect(pane(ada).getByText('None of these can be changed by you.')).toBeVisible()
  await expect(hit(ada, /mayor/)).not.toHaveAttribute('aria-checked')
  await hits(ada).focus()
  await ada.presses('Home', 'ArrowDown', ' ')
  await expect(hit(ada, /mayor/)).not.toHaveAttribute('aria-checked')
  await expect(selected(ada)).toBeVisible()
  await ada.leaveForGood()
  expect(await folder.read('a.txt.bob-reed.stet.json')).toEqual(before)
})
