import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const bridge = `The Evening Post

Mayor promises a new bridge

The mayor of Ferrow said on Monday that the old bridge should go.

Engineers warned last year that it could collapse. Nobody in the council listened to them then.

A closing line of the story.
`
const ferry = `The Harbour News

Ferry stays in port

The captain said on Tuesday that the ferry stays where it is.

Passengers waited on the quay for most of the day. Some of them went home by bus in the evening.

A closing line of the story.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'bridge.txt': bridge, 'ferry.txt': ferry })
})
test.afterEach(() => folder.forget())

async function arrives(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 720 } })
  await ada.opens(/Mayor promises/)
  return ada
}

const sheet = (ada: Analyst) => ada.window.getByRole('dialog', { name: 'Codebook' })
const entry = (ada: Analyst, name: string | RegExp) => sheet(ada).getByRole('treeitem', { name })
const field = (ada: Analyst, name: string) => sheet(ada).getByLabel(name, { exact: true })
const says = (ada: Analyst, version: number) =>
  expect(sheet(ada).getByText(`stet-default, version ${version}`, { exact: true })).toBeVisible()

async function isClean(ada: Analyst): Promise<void> {
  const found = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
}

async function project() {
  return JSON.parse((await folder.read('stet.json')).toString()) as {
    codebook: {
      version: number
      tags: { id: string; label: string; key: string; mergedInto?: string; meaningChanged?: string }[]
      attributes: { id: string; tag: string; label: string; choices: { id: string }[] }[]
      links: { id: string; from: string[]; to: string[] }[]
      rulesOff?: string[]
    }
  }
}

test('Ada renames a tag, adds one and tags with it, all by keys; each change is a version and an undo', async () => {
  const ada = await arrives()
  await ada.presses('Control+Shift+C')
  await says(ada, 1)
  await expect(entry(ada, /^Claim/)).toHaveAttribute('aria-selected', 'true')
  await isClean(ada)

  // What is typed is one edit at a pause.
  await ada.presses('Enter', 'Tab', 'Tab', 'Tab')
  await field(ada, 'Name').focus()
  await ada.presses('Control+a')
  await ada.window.keyboard.type('Statement')
  await says(ada, 2)
  await expect(entry(ada, /^Statement/)).toBeVisible()
  await ada.presses('Control+z')
  await expect(field(ada, 'Name')).toHaveValue('Claim')
  await ada.presses('Control+Shift+z')
  await expect(field(ada, 'Name')).toHaveValue('Statement')

  // A new tag is named first, for its id comes from that; it has a key, a colour and a mark of its own.
  await sheet(ada).getByRole('button', { name: 'Add a tag' }).press('Enter')
  await expect(field(ada, 'Name of the new tag')).toBeFocused()
  await isClean(ada)
  await ada.presses('Escape')
  await expect(sheet(ada).getByRole('tree')).toBeFocused()
  await sheet(ada).getByRole('button', { name: 'Add a tag' }).press('Enter')
  await ada.window.keyboard.type('Wish')
  await ada.presses('Enter')
  await expect(field(ada, 'Name')).toBeFocused()
  await expect(field(ada, 'Name')).toHaveValue('Wish')
  await ada.presses('Escape')
  await expect(entry(ada, /^Wish/)).toHaveAttribute('aria-selected', 'true')
  await ada.presses('Alt+ArrowUp', 'Alt+ArrowUp')
  await expect(sheet(ada).getByRole('treeitem').nth(7)).toContainText('Wish')

  // A key that another has is said, and so is a colour like another's.
  await field(ada, 'Key').fill('2')
  await expect(sheet(ada).getByText('It is the key of Actor too.')).toBeVisible()
  await field(ada, 'Key').fill('x')
  await field(ada, 'Key').blur()
  await sheet(ada).getByRole('button', { name: 'Blue', exact: true }).click()
  await expect(sheet(ada).getByText('It looks like the colour of Statement.')).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Sky blue' }).click()
  await expect(sheet(ada).getByText(/On light paper: contrast 2\.2, too little/)).toBeVisible()
  await isClean(ada)
  await ada.presses('Escape', 'Escape')
  await expect(sheet(ada)).toHaveCount(0)

  await ada.selects('should go')
  await ada.presses('x')
  await expect(ada.annotation('Wish', 'should go')).toBeVisible()
  await ada.seesSaved()
  const saved = await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  expect(saved.annotations.map(({ tag }) => tag)).toEqual(['wish'])
  await expect.poll(async () => (await project().catch(() => null))?.codebook.tags[1]?.key).toBe('x')
  const { codebook } = await project()
  expect(codebook.tags.map(({ id, label, key }) => [id, label, key])).toEqual([
    ['claim', 'Statement', '1'],
    ['wish', 'Wish', 'x'],
    ['actor', 'Actor', '2'],
    ['event', 'Event', '3'],
  ])
  expect(saved.codebook).toMatchObject({ id: 'stet-default', version: codebook.version })
  await ada.leaveForGood()
})

test('Ada merges two tags over several articles after a dry run; colleagues stay, one undo takes it back', async () => {
  const first = await arrives()
  await first.selects('Engineers')
  await first.presses('2')
  await first.selects('warned')
  await first.presses('3')
  await first.opens(/Ferry stays/)
  await first.selects('stays where')
  await first.presses('3')
  await first.seesSaved()
  await first.leave()
  const own = await folder.sidecar('ferry.txt', 'ada-lind')
  const bob = JSON.stringify({
    ...own,
    annotator: { id: 'bob', name: 'Bob', key: 'bob-key' },
    annotations: own.annotations.map(one => ({ ...one, id: `bob-${one.id}` })),
  })
  await folder.write('ferry.txt.bob.stet.json', bob)
  const bytes = async (who: string) => (await folder.read(`ferry.txt.${who}.stet.json`)).toString()

  const ada = await Analyst.arrive({ profile: first.profile, open: folder.path, size: { width: 1280, height: 720 } })
  await ada.opens(/Mayor promises/)
  await ada.presses('Control+Shift+C')
  await entry(ada, /^Event/).click()
  await sheet(ada).getByRole('button', { name: 'Merge…' }).click()
  await sheet(ada).getByLabel('Into').selectOption('Actor')
  await sheet(ada).getByRole('button', { name: 'Show what would change' }).click()
  await expect(sheet(ada).getByText(/^2 annotations of yours in 2 articles would change/)).toBeVisible()
  await expect(sheet(ada).getByText(/^1 annotation of a colleague stays/)).toBeVisible()
  await expect(sheet(ada).getByRole('option', { name: /“warned”, Event → Actor, bridge.txt/ })).toBeVisible()
  await expect(sheet(ada).getByRole('option', { name: /stays Event, by bob, ferry.txt/ })).toBeVisible()
  await isClean(ada)
  await sheet(ada).getByRole('button', { name: 'Change 2 annotations' }).press('Enter')
  await says(ada, 2)
  await expect(entry(ada, /^Event.*not offered/)).toBeVisible()

  const after = await folder.sidecarOnceSaved('ferry.txt', 'ada-lind')
  expect(after.annotations.map(({ id, tag }) => [id, tag])).toEqual([[own.annotations[0]!.id, 'actor']])
  expect(after.codebook.version).toBe(2)
  expect(await bytes('bob')).toBe(bob)
  await expect.poll(async () => (await project().catch(() => null))?.codebook.version).toBe(2)
  const merged = await project()
  expect(merged.codebook.tags.find(({ id }) => id === 'event')).toMatchObject({ mergedInto: 'actor', key: '' })
  expect(merged.codebook.attributes.filter(({ tag }) => tag === 'event')).toEqual([])

  // The open article followed, and the tag is offered nowhere.
  await ada.presses('Escape')
  await expect(ada.annotation('Actor', 'warned')).toBeVisible()
  await ada.presses('Control+1', 't')
  await expect(ada.window.getByRole('menu').getByRole('menuitemradio', { name: /Event/ })).toHaveCount(0)
  await ada.presses('Escape', 'Control+z')
  await expect(ada.annotation('Event', 'warned')).toBeVisible()
  await expect.poll(async () => (await folder.sidecar('ferry.txt', 'ada-lind')).annotations[0]!.tag).toBe('event')
  await ada.presses('Control+Shift+z')
  await expect(ada.annotation('Actor', 'warned')).toBeVisible()
  await expect.poll(async () => (await folder.sidecar('ferry.txt', 'ada-lind')).annotations[0]!.tag).toBe('actor')
  await ada.leaveForGood()
})

test('a tag is split by the answers to a question, an answer is merged, an unused one goes at once', async () => {
  const ada = await arrives()
  await ada.selects('warned')
  await ada.presses('3', 'a', 't', '1')
  await ada.opens(/Ferry stays/)
  await ada.selects('stays where')
  await ada.presses('3', 'a', 't', '2')
  await ada.seesSaved()
  await ada.presses('Control+Shift+C')
  await entry(ada, /^Event/).click()
  await sheet(ada).getByRole('button', { name: 'Split…' }).click()
  await sheet(ada).getByLabel('agree becomes').selectOption({ label: 'a new tag “agree”' })
  await sheet(ada).getByRole('button', { name: 'Show what would change' }).click()
  await expect(sheet(ada).getByRole('option', { name: /“warned”, Event → Agree, bridge.txt/ })).toBeVisible()
  await expect(sheet(ada).getByRole('option')).toHaveCount(1)
  await sheet(ada).getByRole('button', { name: 'Change 1 annotation' }).click()
  await expect(entry(ada, /^Agree/)).toBeVisible()
  const split = await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  expect(split.annotations.map(({ tag, attributes }) => [tag, attributes])).toEqual([['agree', {}]])

  // The answer of the other article gives way to another one.
  await entry(ada, /^Event/).click()
  await ada.presses('Control+z')
  await expect(entry(ada, /^Agree/)).toHaveCount(0)
  await sheet(ada).getByRole('treeitem', { name: /^Type/ }).last().click()
  await sheet(ada).getByRole('button', { name: 'Remove “crime”' }).click()
  await expect(sheet(ada).getByRole('button', { name: 'Remove “crime”' })).toHaveCount(0)
  await says(ada, 4)
  await sheet(ada).getByRole('button', { name: 'Remove “consult”' }).click()
  await sheet(ada).getByLabel('Which answer takes its place?').selectOption('support')
  await sheet(ada).getByRole('button', { name: 'Show what would change' }).click()
  await sheet(ada).getByRole('button', { name: 'Change 1 annotation' }).click()
  await expect(sheet(ada).getByText('“consult” is “support” now.')).toBeVisible()
  const answered = await folder.sidecarOnceSaved('ferry.txt', 'ada-lind')
  expect(answered.annotations[0]!.attributes).toEqual({ type: 'support' })

  // What has annotations can't just be dropped; what has none goes at once.
  await entry(ada, /^Event/).click()
  await sheet(ada).getByRole('button', { name: 'Remove', exact: true }).first().click()
  await expect(sheet(ada).getByText(/^You used it 2 times/)).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Offer it no more' }).click()
  await expect(entry(ada, /^Event.*not offered/)).toBeVisible()
  await entry(ada, /^Actor/).click()
  await ada.window.locator('#codebook-tree').press('Delete')
  await expect(entry(ada, /^Actor/)).toHaveCount(0)
  await ada.presses('Control+z')
  await expect(entry(ada, /^Actor/)).toBeVisible()
  await ada.leaveForGood()
})

test('annotations of an older meaning are marked, listed by article and gone through with F8', async () => {
  const ada = await arrives()
  await ada.selects('warned')
  await ada.presses('3', 'a', 't', '1')
  await ada.seesSaved()
  await ada.presses('Control+Shift+C')
  await entry(ada, /^Event/).click()
  await field(ada, 'Guidance').fill('Only what did happen.')
  await sheet(ada)
    .getByRole('switch', { name: /This changes what it means/ })
    .check()
  await says(ada, 3)
  await entry(ada, 'Made under an older meaning').click()
  await sheet(ada)
    .getByRole('button', { name: /Mayor promises a new bridge: 1 annotation/ })
    .click()
  await expect(sheet(ada)).toHaveCount(0)
  await expect(ada.inspector.getByText('Made under an older meaning')).toBeVisible()
  await ada.presses('F8')
  await expect(ada.window.getByRole('option', { name: /^Older meaning: “warned”/ })).toBeVisible()
  await ada.presses('Control+.', '1')
  await expect(ada.inspector.getByText('Made under an older meaning')).toHaveCount(0)
  await ada.selects('collapse')
  await ada.presses('t', 'ArrowDown', 'ArrowDown')
  await expect(ada.window.getByRole('menu').getByText('Only what did happen.')).toBeVisible()
  await ada.presses('Escape')
  await ada.leaveForGood()
  expect((await project()).codebook.tags.find(({ id }) => id === 'event')!.meaningChanged).toMatch(/Z$/)
})

test('a codebook is exported, and taken up in another workspace after a look at what it changes; one undo takes it back', async () => {
  const file = join(folder.path, 'ours.codebook.json')
  const first = await arrives()
  await first.presses('Control+Shift+C')
  await field(first, 'Name').fill('Statement')
  await says(first, 2)
  await first.answersSaveDialog(file)
  await sheet(first).getByRole('button', { name: 'Export…' }).press('Enter')
  await expect.poll(async () => (await folder.read('ours.codebook.json').catch(() => '')).toString()).not.toBe('')
  const exported = JSON.parse((await folder.read('ours.codebook.json')).toString())
  expect(exported).toMatchObject({ format: 'stet-codebook', formatVersion: 1, codebook: { version: 2 } })
  await first.leaveForGood()

  const other = await makeFolder({ 'ferry.txt': ferry })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: other.path, size: { width: 1280, height: 720 } })
  await ada.opens(/Ferry stays/)
  await ada.presses('Control+Shift+C')
  await ada.answersDialog(file)
  await sheet(ada).getByRole('button', { name: 'Import…' }).press('Enter')
  await expect(sheet(ada).getByRole('region', { name: 'Would be changed: 1' })).toContainText('Statement')
  await isClean(ada)
  await sheet(ada).getByRole('button', { name: 'Add and change' }).press('Enter')
  await expect(entry(ada, /^Statement/)).toBeVisible()
  await ada.presses('Control+z')
  await expect(entry(ada, /^Claim/)).toBeVisible()
  await ada.presses('Control+Shift+z')
  await expect(entry(ada, /^Statement/)).toBeVisible()
  await expect
    .poll(async () => JSON.parse((await other.read('stet.json').catch(() => '{}')).toString()).codebook?.tags[0].label)
    .toBe('Statement')

  // A file that holds no codebook is said, and changes nothing.
  await ada.answersDialog(join(other.path, 'ferry.txt'))
  await sheet(ada).getByRole('button', { name: 'Import…' }).press('Enter')
  await expect(ada.window.getByText('This file holds no codebook that can be read')).toBeVisible()
  await ada.leaveForGood()
  await other.forget()
})
