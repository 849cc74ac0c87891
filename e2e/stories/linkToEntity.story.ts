import { AxeBuilder } from '@axe-core/playwright'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const entities = [
  { id: 'e-hood', kind: 'person', name: 'Robin Hood' },
  { id: 'e-sheriff', kind: 'person', name: 'William Brewer' },
]
const links2 = defaultCodebook.links.map(link => (link.id === 'about' ? { ...link, to: [...link.to, 'entity'] } : link))

let folder: Folder
test.afterEach(() => folder.forget())

/** Ada in a workspace whose articles don't all name Robin Hood. */
async function arrives(project: object): Promise<Analyst> {
  folder = await makeFolder({
    'a.txt': 'A reward\n\nWhoever hides him will be hanged as well, it was announced.\n',
    'b.txt': 'Seen at the bridge\n\nRobin Hood was seen near the bridge on Monday.\n',
    'stet.json': JSON.stringify({ formatVersion: 1, entities, ...project }),
  })
  return Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 800 } })
}

const targets = (ada: Analyst) => ada.window.getByRole('listbox', { name: 'What to link with' })
const linked = (ada: Analyst) => ada.inspector.getByRole('list', { name: 'Links' })
const pane = (ada: Analyst) => ada.window.getByRole('region', { name: 'Below the text' })
const hits = (ada: Analyst) => pane(ada).getByRole('listbox', { name: 'Hits' })

async function isClean(ada: Analyst): Promise<void> {
  const found = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
}

/** A claim is linked with Robin Hood by a part of his name. */
async function links(ada: Analyst): Promise<void> {
  await ada.selects('Whoever hides him will be hanged as well')
  await ada.presses('1', 'r', '/')
  await expect(ada.window.getByLabel('Find by words')).toBeFocused()
  await ada.window.keyboard.type('rob')
  await expect(targets(ada).getByRole('option')).toHaveText([/Robin Hood.*person/])
}

test('the codebook lets a kind of link lead to an entity, and a claim is linked with one by its name', async () => {
  const ada = await arrives({})
  await ada.opens(/A reward/)
  await ada.presses('Control+Shift+C')
  const codebook = ada.window.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByRole('treeitem', { name: /^about/ }).click()
  await codebook
    .getByRole('group', { name: 'To', exact: true })
    .getByRole('checkbox', { name: /^An entity of the register/ })
    .check()
  await expect(codebook.getByText('stet-default, version 2', { exact: true })).toBeVisible()
  await codebook.getByRole('button', { name: 'Close' }).click()

  await links(ada)
  await isClean(ada)
  await ada.presses('Enter')
  await expect(linked(ada).getByRole('listitem')).toContainText('Robin Hood')
  await ada.seesSaved()
  await ada.leaveForGood()
  const { links: kept } = await folder.sidecar('a.txt', 'ada-lind')
  expect(kept.map(({ type, to }) => [type, to])).toEqual([['about', { entity: 'e-hood' }]])
})

test('from a link to an entity one key goes to where it is meant in other articles, and what is said of it is found', async () => {
  const ada = await arrives({ codebook: { ...defaultCodebook, version: 2, links: links2 } })
  await ada.opens(/Seen at the bridge/)
  await ada.selects('Robin Hood')
  await ada.presses('2', 'e')
  await ada.window.keyboard.type('hood')
  await ada.presses('Enter')
  await expect(ada.inspector.getByRole('button', { name: /^Entity: Robin Hood/ })).toBeVisible()
  await ada.opens(/A reward/)
  await links(ada)
  await ada.presses('Enter')
  await expect(linked(ada).getByRole('listitem')).toContainText('Robin Hood')
  await ada.presses('Escape', 'l')
  await ada.isReading(/Seen at the bridge/)
  await expect(ada.inspector.getByRole('button', { name: /^Entity: Robin Hood/ })).toBeVisible()
  await expect(ada.window.getByText(/^Robin Hood is meant in 1 place of 1 article\./).first()).toBeAttached()

  // What is said about him is found by the links that lead to him.
  await pane(ada).getByRole('combobox', { name: 'What is searched' }).selectOption({ label: 'Links' })
  await hits(ada)
    .getByRole('option', { name: /Whoever hides him.*about → Robin Hood, by ada-lind/ })
    .click()
  await ada.isReading(/A reward/)
  await expect(linked(ada).getByRole('listitem')).toContainText('Robin Hood')
  await ada.leaveForGood()
})
