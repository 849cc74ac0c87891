import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const first = `Robin comes home

The mayor met Robin on Monday. Nobody at Robin Hood Airport saw them.

Later Robin said that the talks went well.
`
const second = `A quiet day

Asked about it, Robin smiled. A robin sang. The anti-Robin party did not.

Share this

`
const third = `Nothing new

Nobody knows where Robin is.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ '1.txt': first, '2.txt': second, '3.txt': third })
})
test.afterEach(() => folder.forget())

const pane = (ada: Analyst) => ada.window.getByRole('region', { name: 'Below the text' })
const hits = (ada: Analyst) => pane(ada).getByRole('listbox', { name: 'Hits' })
const hit = (ada: Analyst, name: RegExp) => hits(ada).getByRole('option', { name })

async function robinIsTagged(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 800 } })
  await ada.opens(/Robin comes home/)
  await ada.selects('Robin', 1)
  await ada.presses('2', 'a', 'm', '1')
  await expect(ada.annotation('Actor', 'Robin')).toBeVisible()
  return ada
}

const quotes = async (article: string) =>
  (await folder.sidecarOnceSaved(article, 'ada-lind')).annotations.map(({ spans, attributes, origin }) => [
    spans[0]!.start,
    spans[0]!.quote,
    attributes,
    origin,
  ])

test('every occurrence of a name is tagged in all articles, but where it is another name; one undo takes all back', async () => {
  const ada = await robinIsTagged()
  await ada.presses('Shift+T')
  await expect(hits(ada)).toBeFocused()
  await expect(pane(ada).getByRole('heading', { name: 'Every “Robin”' })).toBeVisible()
  await pane(ada).getByRole('combobox', { name: 'Where is searched' }).selectOption({ label: 'All articles' })
  await expect(pane(ada).getByText('8 in 3 articles')).toBeVisible()

  // Only where the neighbourhood fits is it ticked, and why not elsewhere is said.
  await expect(hit(ada, /mayor met Robin on Monday.*, already tagged$/)).not.toHaveAttribute('aria-checked')
  await expect(hit(ada, /inside a longer name: “Robin Hood Airport”$/)).toHaveAttribute('aria-checked', 'false')
  await expect(hit(ada, /Later Robin said/)).toHaveAttribute('aria-checked', 'true')
  await expect(hit(ada, /A robin sang.*, other capital letters$/)).toHaveAttribute('aria-checked', 'false')
  await expect(hit(ada, /other words around it: “anti-Robin”$/)).toHaveAttribute('aria-checked', 'false')
  await expect(pane(ada).getByText('4 of 8 ticked')).toBeVisible()
  const found = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])

  // A person unticks one, all by keys: the headline.
  await hits(ada).focus()
  await ada.presses('Home', 'ArrowDown', ' ')
  await expect(pane(ada).getByText('3 of 8 ticked')).toBeVisible()
  await ada.presses('Control+Enter')
  await expect(ada.window.getByText('3 places tagged in 3 articles. One undo takes it back.').first()).toBeVisible()
  await ada.seesSaved()
  const name = { mention: 'name' }
  const suggested = { kind: 'suggested', rule: 'tag-all' }
  expect(await quotes('1.txt')).toEqual([
    [first.indexOf('Robin on'), 'Robin', name, { kind: 'manual' }],
    [first.indexOf('Robin said'), 'Robin', name, suggested],
  ])
  expect(await quotes('2.txt')).toEqual([[second.indexOf('Robin smiled'), 'Robin', name, suggested]])
  expect(await quotes('3.txt')).toEqual([[third.indexOf('Robin is'), 'Robin', name, suggested]])

  // What was tagged is so, and stays.
  await expect(pane(ada).getByText('1 of 8 ticked')).toBeVisible()
  await ada.presses('Control+1', 'Control+z')
  await expect(pane(ada).getByText('4 of 8 ticked')).toBeVisible()
  expect((await quotes('1.txt')).length).toBe(1)
  expect(await quotes('2.txt')).toEqual([])
  expect(await quotes('3.txt')).toEqual([])
  await ada.presses('Control+Shift+Z')
  await expect(pane(ada).getByText('1 of 8 ticked')).toBeVisible()
  expect((await quotes('1.txt')).length).toBe(2)
  expect((await quotes('3.txt')).length).toBe(1)
  await ada.leaveForGood()
})

test('what is never to be tagged so is remembered, and can be taken back', async () => {
  const ada = await robinIsTagged()
  await ada.presses('Shift+T')
  await expect(pane(ada).getByText('2 of 4 ticked')).toBeVisible()
  await hits(ada).focus()
  await ada.presses('Home', 'ArrowDown', 'x')
  await expect(pane(ada).getByText('0 of 4 ticked')).toBeVisible()
  await expect(hit(ada, /Later Robin said.*, never to be tagged so$/)).toBeVisible()
  await ada.seesSaved()
  await expect
    .poll(async () => JSON.parse(String(await folder.read('stet.json').catch(() => '{}'))).nevers)
    .toEqual([{ id: expect.any(String), text: 'Robin', tag: 'actor' }])
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path, size: { width: 1280, height: 800 } })
  await again.clicks('Robin', 1)
  await again.presses('Shift+T')
  await expect(hit(again, /Later Robin said.*, never to be tagged so$/)).toHaveAttribute('aria-checked', 'false')
  await expect(pane(again).getByText('0 of 4 ticked')).toBeVisible()
  const button = pane(again).getByRole('button', { name: 'Never “Robin”' })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await button.click()
  await expect(pane(again).getByText('2 of 4 ticked')).toBeVisible()
  await again.presses('Control+z')
  await expect(pane(again).getByText('0 of 4 ticked')).toBeVisible()
  await again.leaveForGood()
})
