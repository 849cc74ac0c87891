import { AxeBuilder } from '@axe-core/playwright'
import { usualSettings } from '../../shared/contract/usualSettings.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const bridge = `The Evening Post

Mayor promises a new bridge

The mayor of Ferrow said on Monday that the old bridge should go.

Engineers warned last year that it could collapse. "We were told nothing," said Ana Prado, who leads the council.

A closing line of the story.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'bridge.txt': bridge })
})
test.afterEach(() => folder.forget())

async function arrives(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  return ada
}

const pane = (ada: Analyst) => ada.window.getByRole('region', { name: 'Below the text' })
const problems = (ada: Analyst) => pane(ada).getByRole('listbox', { name: 'Problems of this article' })
const problem = (ada: Analyst, name: RegExp) => problems(ada).getByRole('option', { name })
const count = (ada: Analyst, words: string) => ada.status.getByRole('button', { name: words, exact: true })

test('Ada goes from problem to problem with F8 and mends each with one key', async () => {
  const ada = await arrives()
  await ada.selects('Engineers')
  await ada.presses('2', 'Alt+y', 'Escape')
  await ada.selects('warned')
  await ada.presses('3')
  await ada.selects('Ana')
  await ada.presses('2', 'Escape')
  await ada.selects('Prado')
  await ada.presses('2')
  await expect(count(ada, '4 problems')).toBeVisible()
  await ada.presses('Control+1', 'Control+Home')

  // A cut word grows to its whole.
  await ada.presses('F8')
  await expect(problem(ada, /^Cut word: “Engineer”, paragraph 4/)).toHaveAttribute('aria-selected', 'true')
  await expect(
    ada.window.getByText(/Cut word: “Engineer”, problem 1 of 4. Grow to the whole word: Ctrl\+\./),
  ).toBeAttached()
  await ada.presses('Control+.')
  await expect(ada.annotation('Actor', 'Engineers')).toBeVisible()

  // An event is asked what it is.
  await ada.presses('F8')
  await expect(problem(ada, /^Event without a type: “warned”/)).toHaveAttribute('aria-selected', 'true')
  await ada.presses('Control+.')
  await expect(ada.window.getByRole('menu', { name: 'Type' })).toBeVisible()
  await ada.presses('Escape', 'Control+.', '1')
  await expect(problem(ada, /^Event without a type/)).toHaveCount(0)

  // What is said becomes a claim, without its marks.
  await ada.presses('F8')
  await expect(problem(ada, /^Quotation that isn’t a claim: “"We were told nothing,"”/)).toBeVisible()
  await ada.presses('Control+.')
  await expect(ada.annotation('Claim', 'We were told nothing')).toBeVisible()
  await expect(problem(ada, /^Quotation/)).toHaveCount(0)

  // And the claim has a source, or why there is none is said.
  await ada.presses('Control+.')
  const ways = ada.window.getByRole('menu', { name: 'Claim without a source' })
  await expect(ways.getByRole('menuitemradio', { name: /Link it to its source/ })).toBeVisible()
  await ways.getByRole('menuitemradio', { name: /Set the source: unnamed/ }).click()
  await expect(problem(ada, /^Claim/)).toHaveCount(0)

  // Two names that are one become one.
  await ada.presses('F8')
  await expect(problem(ada, /^Two that should be one: “Ana Prado”/)).toHaveAttribute('aria-selected', 'true')
  await ada.presses('Control+.')
  await expect(ada.annotation('Actor', 'Ana Prado')).toBeVisible()
  await expect(pane(ada).getByText('No problems')).toBeVisible()
  await expect(count(ada, 'No problems')).toBeVisible()
  await ada.seesSaved()

  const { annotations } = await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  expect(annotations.map(({ tag, spans, attributes }) => [tag, spans[0]!.quote, attributes])).toEqual([
    ['actor', 'Engineers', {}],
    ['event', 'warned', { type: 'agree' }],
    ['claim', expect.stringContaining('We were told nothing'), { source: 'unnamed' }],
    ['actor', 'Ana Prado', {}],
  ])

  // Each of the five is one undo.
  for (const left of ['1 problem', '2 problems', '2 problems', '3 problems', '4 problems']) {
    await ada.presses('Control+z')
    await expect(count(ada, left)).toBeVisible()
  }
  await ada.leaveForGood()
  const undone = await folder.sidecar('bridge.txt', 'ada-lind')
  expect(undone.annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['Engineer', 'warned', 'Ana', 'Prado'])
})

test('the list by mouse: opened from the status line, filtered, gone to, mended, left as it is', async () => {
  const ada = await arrives()
  await ada.selects('Engineers')
  await ada.presses('2', 'Alt+y', 'Escape')
  await ada.selects('warned')
  await ada.presses('3')
  await count(ada, '3 problems').click()
  await expect(problems(ada).getByRole('option')).toHaveCount(3)

  await pane(ada).getByLabel('Which problems to show').selectOption({ label: 'Cut word (1)' })
  await expect(problems(ada).getByRole('option')).toHaveCount(1)
  await problem(ada, /^Cut word/).click()
  await expect(ada.annotations.locator('[aria-selected=true]')).toHaveAttribute('aria-label', /Engineer/)
  await pane(ada).getByRole('button', { name: 'Grow to the whole word' }).click()
  await expect(ada.annotation('Actor', 'Engineers')).toBeVisible()
  await expect(problems(ada).getByRole('option')).toHaveCount(2)

  await problem(ada, /^Event/).click()
  await pane(ada).getByRole('button', { name: 'Right as it is' }).click()
  await expect(problems(ada).getByRole('option')).toHaveCount(1)
  await expect(count(ada, '1 problem')).toBeVisible()

  // It is kept on this device, and listed apart; what was searched for is there again too.
  await ada.presses('Control+Shift+F')
  await ada.window.keyboard.type('bridge')
  await expect(pane(ada).getByText('2 in 1 article', { exact: true })).toBeVisible()
  await ada.leave()
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.opens(/Mayor promises/)
  await expect(pane(again).getByRole('combobox', { name: 'Search for' })).toHaveValue('bridge')
  await expect(pane(again).getByText('2 in 1 article', { exact: true })).toBeVisible()
  await count(again, '1 problem').click()
  await pane(again).getByLabel('Which problems to show').selectOption({ label: 'Right as they are (1)' })
  await problem(again, /^Event/).click()
  await pane(again).getByRole('button', { name: 'List it again' }).click()
  await expect(count(again, '2 problems')).toBeVisible()
  await again.presses('Control+1', 'Control+z')
  await expect(count(again, '1 problem')).toBeVisible()
  await again.leaveForGood()
})

test('two names that mean two, and a link whose end is gone, come with the sidecar and are mended', async () => {
  const first = await arrives()
  await first.selects('Ana Prado')
  await first.presses('2')
  await first.selects('The mayor')
  await first.presses('2')
  await first.selects('should go')
  await first.presses('1')
  await first.seesSaved()
  await first.leave()
  const sidecar = await folder.sidecar('bridge.txt', 'ada-lind')
  const [mayor, claim, ana] = sidecar.annotations
  expect([mayor, claim, ana].map(one => one!.spans[0]!.quote)).toEqual(['The mayor', 'should go', 'Ana Prado'])
  const links = [
    { id: 'gone', type: 'about', from: claim!.id, to: { annotation: 'nobody' }, attributes: {} },
    { id: 'said', type: 'attributed-to', from: claim!.id, to: { annotation: mayor!.id }, attributes: {} },
  ]
  const attributes = { mention: 'name' }
  const twin = { ...ana!, id: 'twin', entity: 'e2', attributes }
  const annotations = [mayor!, claim!, { ...ana!, entity: 'e1', attributes }, twin]
  await folder.write('bridge.txt.ada-lind.stet.json', JSON.stringify({ ...sidecar, annotations, links }))

  const ada = await Analyst.arrive({ profile: first.profile, open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.presses('Control+1', 'Control+Home')
  await expect(count(ada, '3 problems')).toBeVisible()
  await ada.presses('F8')
  await expect(problem(ada, /^Link whose end is gone/)).toHaveAttribute('aria-selected', 'true')
  await ada.presses('Control+.')
  await expect(problem(ada, /^Link/)).toHaveCount(0)

  await ada.presses('Shift+F8')
  await expect(problem(ada, /^One name, two entities: “Ana Prado”/)).toHaveAttribute('aria-selected', 'true')
  await ada.presses('Control+.', '2')
  await expect(problem(ada, /^One name/)).toHaveCount(0)
  await ada.seesSaved()
  const mended = await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  expect(mended.links.map(({ id }) => id)).toEqual(['said'])
  expect(mended.annotations.flatMap(({ entity }) => entity ?? [])).toEqual(['e2', 'e2'])
  await ada.presses('Control+z', 'Control+z')
  await expect(count(ada, '3 problems')).toBeVisible()
  await ada.leaveForGood()
})

test('somebody mentioned by name is asked who it is', async () => {
  const ada = await arrives()
  await ada.selects('Ana Prado')
  await ada.presses('2', 'a', 'm', '1')
  await expect(count(ada, '2 problems')).toBeVisible()
  await ada.presses('Shift+F8')
  await expect(problem(ada, /^Name without an entity: “Ana Prado”/)).toHaveAttribute('aria-selected', 'true')
  await expect(pane(ada).getByRole('button', { name: 'Choose the entity' })).toBeVisible()
  await ada.leaveForGood()
})

test('each thing in the pane below has a height of its own: what is read and decided has room', async () => {
  const ada = await arrives()
  await ada.resize({ width: 1280, height: 720 })
  const height = async () => (await pane(ada).boundingBox())!.height
  await ada.chooses('placing.review')
  await expect.poll(height).toBe(usualSettings.drawerHeights.placing)
  await ada.presses('Escape', 'F8')
  await expect(problems(ada)).toBeVisible()
  await expect.poll(height).toBe(usualSettings.drawerHeights.problems)
  await pane(ada).getByRole('separator', { name: 'Height of the pane below the text' }).focus()
  await ada.presses('Home')
  await expect.poll(height).toBeLessThan(usualSettings.drawerHeights.problems)
  await ada.chooses('placing.review')
  await expect.poll(height).toBe(usualSettings.drawerHeights.placing)
  await ada.presses('Escape', 'F8')
  await expect.poll(height).toBeLessThan(usualSettings.drawerHeights.problems)
  await ada.leaveForGood()
})

test('the pane below opens and closes by key, keeps its height, leaves the text its lines, and shuts nobody out', async () => {
  const ada = await arrives()
  await ada.resize({ width: 900, height: 600 })
  await expect(count(ada, '1 problem')).toBeAttached()
  await ada.presses('Control+1', 'Control+j')
  await expect(problems(ada)).toBeFocused()
  const divider = pane(ada).getByRole('separator', { name: 'Height of the pane below the text' })
  await divider.focus()
  await ada.presses('End')
  const lines = () =>
    ada.text.evaluate(page => {
      const { height } = page.parentElement!.getBoundingClientRect()
      return height / Number.parseFloat(getComputedStyle(page.querySelector('[data-zone=body]')!).lineHeight)
    })
  expect(await lines()).toBeGreaterThan(8)
  const { height } = (await pane(ada).boundingBox())!
  const found = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
  await pane(ada).getByRole('button', { name: 'Rules…' }).click()
  await expect(pane(ada).getByRole('checkbox')).toHaveCount(9)
  const rules = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(rules.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
  await pane(ada).getByRole('button', { name: 'Back to the list' }).click()

  // F6 goes round: list, text, pane, inspector.
  await ada.presses('Control+1', 'F6')
  await expect(problems(ada)).toBeFocused()
  await ada.presses('Escape')
  await expect(ada.text).toBeFocused()
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path, size: { width: 900, height: 600 } })
  await expect(pane(again)).toBeVisible()
  expect((await pane(again).boundingBox())!.height).toBe(height)
  await expect(again.text).toBeVisible()
  await again.presses('Control+1', 'Control+j')
  await expect(pane(again)).toHaveCount(0)
  await expect(again.text).toBeFocused()
  await again.leaveForGood()
})
