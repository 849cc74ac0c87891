import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const outlaw = `Sheriff offers a reward for the outlaw

By Marian Fitz

FERROW, 4 March 2031

Robin Hood was seen near the bridge on Monday, the sheriff said. Nobody else in Ferrow had seen anything of the kind.

Robin denied it. "I was at home," Robin said through a friend. The friend would not say where that home was.

The reward is paid out at the gate of the castle, between noon and three.
`
const bridge = `Bridge is closed after a warning

By Marian Fitz

FERROW, 5 March 2031

Engineers closed the bridge after Robin of Locksley warned of cracks. Nobody had asked for the opinion of Robin Hood.

The bridge opens again when the cracks have been looked at by somebody who is paid for it.
`
const project = {
  formatVersion: 1,
  entities: [
    { id: 'e-hood', kind: 'person', name: 'Robin Hood', roles: [{ title: 'outlaw', to: '2031' }] },
    { id: 'e-bird', kind: 'group', name: 'Robins of Ferrow' },
    {
      id: 'e-sheriff',
      kind: 'person',
      name: 'William Brewer',
      roles: [
        { title: 'sheriff', from: '2029' },
        { title: 'judge', to: '2024-05' },
      ],
    },
  ],
}

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'outlaw.txt': outlaw,
    'bridge.txt': bridge,
    'stet.json': JSON.stringify(project),
  })
})
test.afterEach(() => folder.forget())

async function arrives(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Sheriff offers/)
  return ada
}

const picker = (ada: Analyst) => ada.window.getByRole('dialog', { name: /^Who or what is/ })
const offered = (ada: Analyst) => picker(ada).getByRole('option')
const says = (ada: Analyst, words: RegExp) => expect(ada.window.getByText(words).first()).toBeAttached()

interface OnDisk {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly mergedInto?: string
}

/** The register as it stands in `stet.json`. */
async function register(): Promise<OnDisk[]> {
  const file = JSON.parse((await folder.read('stet.json')).toString()) as { entities?: OnDisk[] }
  return file.entities ?? []
}
const entityOnDisk = async (name: string) => (await register()).find(one => one.name === name)

/** What the annotations of an article refer to on disk, in the order of the text. */
async function meant(article: string): Promise<(string | undefined)[]> {
  const { annotations } = await folder.sidecarOnceSaved(article, 'ada-lind')
  return annotations.map(({ entity }) => entity)
}

async function hasNoBarriers(ada: Analyst): Promise<void> {
  const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('Ada says who is meant with E, in a word or two; a name teaches an alias, and one undo takes all back', async () => {
  const ada = await arrives()
  await ada.selects('Robin', 1)
  await ada.presses('2', 'e')
  await expect(picker(ada)).toBeVisible()
  await expect(offered(ada).first()).toHaveText(/Robin Hood.*person · outlaw, until 2031/)
  await hasNoBarriers(ada)
  await ada.presses('Enter')
  await expect(picker(ada)).toBeHidden()
  await says(ada, /“Robin”: Robin Hood\. Robin is now an alias of Robin Hood\./)
  await expect(ada.inspector.getByRole('button', { name: /^Entity: Robin Hood/ })).toBeVisible()
  await expect(ada.annotations.getByRole('option', { name: 'Actor: Robin, Robin Hood' })).toBeVisible()
  await ada.seesSaved()
  await expect.poll(async () => (await entityOnDisk('Robin Hood'))?.aliases).toEqual(['Robin'])
  expect(await meant('outlaw.txt')).toEqual(['e-hood'])

  await ada.presses('Control+z')
  await expect(ada.inspector.getByRole('button', { name: /^Entity: not chosen/ })).toBeVisible()
  await ada.seesSaved()
  await expect.poll(async () => (await entityOnDisk('Robin Hood'))?.aliases).toBeUndefined()
  await expect.poll(() => meant('outlaw.txt')).toEqual([undefined])
  await ada.presses('Control+y')
  await ada.seesSaved()
  await expect.poll(async () => (await entityOnDisk('Robin Hood'))?.aliases).toEqual(['Robin'])
  await expect.poll(() => meant('outlaw.txt')).toEqual(['e-hood'])
  await ada.leaveForGood()
})

test('What the register lacks is made in place, of the kind that a digit says, and is there for the next mention', async () => {
  const ada = await arrives()
  await ada.selects('sheriff')
  await ada.presses('2', 'e')
  await ada.window.keyboard.type('Sheriff’s office')
  await expect(offered(ada)).toHaveText([/Create “Sheriff’s office”/])
  await ada.presses('Alt+2', 'Enter')
  await says(ada, /New organisation: Sheriff’s office\./)
  await expect.poll(() => entityOnDisk('Sheriff’s office')).toMatchObject({ kind: 'organisation' })
  const { id } = (await entityOnDisk('Sheriff’s office'))!
  expect(await meant('outlaw.txt')).toEqual([id])

  // What is used in this article comes first when nothing is typed.
  await ada.selects('a friend')
  await ada.presses('2', 'e', 'Backspace')
  await expect(offered(ada).first()).toHaveText(/Sheriff’s office.*1× here/)
  await ada.presses('Escape')
  await expect(picker(ada)).toBeHidden()
  await ada.presses('Control+z', 'Control+z')
  await ada.seesSaved()
  await expect.poll(() => entityOnDisk('Sheriff’s office')).toBeUndefined()
  await ada.leaveForGood()
})

test('All mentions with the same words are said in one go, taken away again by mouse, and a digit chooses the kind', async () => {
  const ada = await arrives()
  for (const occurrence of [1, 2]) {
    await ada.selects('Robin', occurrence)
    await ada.presses('2')
  }
  await ada.presses('e')
  await expect(
    picker(ada).getByRole('checkbox', { name: 'Also the 1 other with these words in this article' }),
  ).toBeVisible()
  await ada.presses('Control+Enter')
  await says(ada, /2 times “Robin”: Robin Hood\./)
  await ada.seesSaved()
  expect(await meant('outlaw.txt')).toEqual(['e-hood', 'e-hood'])
  await ada.inspector.getByRole('button', { name: 'Take the entity Robin Hood away' }).click()
  await ada.seesSaved()
  await expect.poll(() => meant('outlaw.txt')).toEqual(['e-hood', undefined])

  await ada.inspector.getByRole('button', { name: /^Entity: not chosen/ }).click()
  await ada.presses('ArrowUp', 'ArrowUp', 'ArrowDown', 'End')
  await picker(ada)
    .getByRole('option', { name: /^Create “Robin”/ })
    .hover()
  await ada.presses('3')
  await expect(picker(ada).getByRole('button', { name: /government/, pressed: true })).toBeVisible()
  await picker(ada)
    .getByRole('option', { name: /^Create “Robin”/ })
    .click()
  await expect.poll(() => entityOnDisk('Robin')).toMatchObject({ kind: 'government' })
  await ada.leaveForGood()
})

const sheet = (ada: Analyst) => ada.window.getByRole('dialog', { name: 'People, places and other entities' })
const listed = (ada: Analyst, name: RegExp) =>
  sheet(ada).getByRole('listbox', { name: 'Entities' }).getByRole('option', { name })
const where = (ada: Analyst) => sheet(ada).getByRole('listbox', { name: 'Where it is meant' }).getByRole('option')

/** Ada means `name` by words of the open article. */
async function means(ada: Analyst, words: string, name: string, occurrence = 0): Promise<void> {
  await ada.selects(words, occurrence)
  await ada.presses('2', 'e')
  await ada.window.keyboard.type(name)
  await expect(offered(ada).first()).toHaveText(new RegExp(name))
  await ada.presses('Enter')
  await expect(picker(ada)).toBeHidden()
}

/** Robin is meant in two articles, once under another name. */
async function hasRobinTwice(): Promise<Analyst> {
  const ada = await arrives()
  await means(ada, 'Robin', 'Robin Hood', 1)
  await means(ada, 'Robin', 'Robin Hood', 2)
  await ada.opens(/Bridge is closed/)
  await ada.selects('Robin of Locksley')
  await ada.presses('2', 'e', 'End')
  await expect(offered(ada).first()).toHaveText(/Create “Robin of Locksley”/)
  await ada.presses('Enter')
  await means(ada, 'Robin Hood', 'Robin Hood')
  await ada.seesSaved()
  // The file follows the history a moment later.
  await expect.poll(() => entityOnDisk('Robin of Locksley')).toBeDefined()
  await expect.poll(async () => (await entityOnDisk('Robin Hood'))?.aliases).toEqual(['Robin'])
  return ada
}

test('Ada looks through the register, changes everything that it says of somebody, and goes to where they are meant', async () => {
  const ada = await hasRobinTwice()
  await ada.presses('Control+e')
  await expect(listed(ada, /^Robin Hood, person, 3 times by you/)).toHaveAttribute('aria-selected', 'true')
  await expect(where(ada)).toHaveCount(3)
  await hasNoBarriers(ada)

  const name = sheet(ada).getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Robin Hood of Sherwood')
  await expect.poll(() => entityOnDisk('Robin Hood of Sherwood')).toMatchObject({ id: 'e-hood' })
  await sheet(ada).getByRole('textbox', { name: 'Another name' }).fill('the archer')
  await ada.presses('Enter')
  await sheet(ada).getByRole('textbox', { name: 'Add a role' }).fill('earl')
  await ada.presses('Enter')
  const from = sheet(ada).getByRole('textbox', { name: 'From' }).nth(1)
  await from.fill('2033-13')
  await expect(sheet(ada).getByText(/Write the date as/)).toBeVisible()
  await from.fill('2033-12')
  await sheet(ada)
    .getByRole('textbox', { name: /^Add an id/ })
    .fill('Q122634')
  await ada.presses('Enter')
  await sheet(ada).getByRole('combobox', { name: 'Part of' }).fill('robins')
  await ada.presses('Enter')
  await sheet(ada).getByRole('textbox', { name: 'Note' }).fill('Of Barnsdale.')
  await expect
    .poll(() => entityOnDisk('Robin Hood of Sherwood'))
    .toMatchObject({
      aliases: ['Robin', 'the archer'],
      roles: [
        { title: 'outlaw', to: '2031' },
        { title: 'earl', from: '2033-12' },
      ],
      externalIds: { wikidata: 'Q122634' },
      parent: 'e-bird',
      note: 'Of Barnsdale.',
    })
  // Each of them is one undo, in the register too.
  await listed(ada, /^Robin Hood of Sherwood/).click()
  for (let i = 0; i < 7; i++) await ada.presses('Control+z')
  await expect(name).toHaveValue('Robin Hood')
  await expect.poll(() => entityOnDisk('Robin Hood')).toEqual({ ...project.entities[0], aliases: ['Robin'] })

  await where(ada).filter({ hasText: 'Sheriff offers' }).first().click()
  await expect(sheet(ada)).toBeHidden()
  await ada.isReading(/Sheriff offers/)
  await expect(ada.inspector.getByRole('button', { name: /^Entity: Robin Hood/ })).toBeVisible()
  await ada.leaveForGood()
})

test('Two that are one are merged over all articles after a look at what it touches, and one undo takes it back', async () => {
  const ada = await hasRobinTwice()
  const before = (await folder.read('stet.json')).toString()
  const locksley = (await entityOnDisk('Robin of Locksley'))!.id
  await ada.presses('Control+e')
  await listed(ada, /^Robin Hood/).click()
  await ada.presses('Space', 'ArrowDown', 'Space')
  await sheet(ada).getByRole('button', { name: 'Merge 2…' }).click()
  await sheet(ada)
    .getByRole('radio', { name: /Robin of Locksley/ })
    .check()
  await expect(sheet(ada).getByText('3 annotations of yours in 2 articles will be changed.')).toBeVisible()
  await expect(sheet(ada).getByText('Robin Hood, Robin', { exact: true })).toBeVisible()
  await hasNoBarriers(ada)
  await sheet(ada).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(where(ada)).toHaveCount(4)
  await expect(listed(ada, /^Robin of Locksley, person, 4 times/)).toBeVisible()
  await expect.poll(() => entityOnDisk('Robin Hood')).toMatchObject({ mergedInto: locksley })
  expect(await entityOnDisk('Robin of Locksley')).toMatchObject({ aliases: ['Robin Hood', 'Robin'] })
  await expect.poll(() => meant('outlaw.txt')).toEqual([locksley, locksley])
  await expect.poll(() => meant('bridge.txt')).toEqual([locksley, locksley])

  await ada.presses('Escape', 'Control+z')
  await expect.poll(async () => (await folder.read('stet.json')).toString()).toBe(before)
  await expect.poll(() => meant('outlaw.txt')).toEqual(['e-hood', 'e-hood'])
  await expect.poll(() => meant('bridge.txt')).toEqual([locksley, 'e-hood'])
  await ada.presses('Control+y')
  await expect.poll(() => meant('outlaw.txt')).toEqual([locksley, locksley])
  await ada.leaveForGood()
})

test('Mentions that mean somebody else are picked by their words and moved to a new entity, with the name that is theirs', async () => {
  const ada = await hasRobinTwice()
  await ada.presses('Control+e')
  await sheet(ada).getByRole('button', { name: 'All “Robin”' }).click()
  await sheet(ada).getByRole('button', { name: '2 are somebody else…' }).click()
  await sheet(ada).getByRole('combobox', { name: 'Who do they mean?' }).fill('Robin the Bard')
  await ada.presses('Enter')
  await expect(sheet(ada).getByText('Goes with them: Robin')).toBeVisible()
  await hasNoBarriers(ada)
  await sheet(ada).getByRole('button', { name: 'Move them' }).click()
  await expect(where(ada)).toHaveCount(1)
  await expect.poll(() => entityOnDisk('Robin the Bard')).toMatchObject({ kind: 'person', aliases: ['Robin'] })
  const { id } = (await entityOnDisk('Robin the Bard'))!
  await expect.poll(() => meant('outlaw.txt')).toEqual([id, id])
  await expect.poll(async () => (await entityOnDisk('Robin Hood'))?.aliases).toBeUndefined()
  await ada.presses('Escape', 'Control+z')
  await expect.poll(() => meant('outlaw.txt')).toEqual(['e-hood', 'e-hood'])
  await expect.poll(async () => (await entityOnDisk('Robin Hood'))?.aliases).toEqual(['Robin'])
  await expect.poll(() => entityOnDisk('Robin the Bard')).toBeUndefined()
  await ada.leaveForGood()
})

test('A colleague changes the register while a name is typed: both are kept, and it is said', async () => {
  const ada = await arrives()
  await ada.presses('Control+e')
  await listed(ada, /^William Brewer/).click()
  const name = sheet(ada).getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('William Brewer the Elder')
  await expect.poll(() => entityOnDisk('William Brewer the Elder')).toBeDefined()
  const file = JSON.parse((await folder.read('stet.json')).toString()) as { entities: Record<string, unknown>[] }
  const theirs = file.entities.map(one => (one['id'] === 'e-sheriff' ? { ...one, note: 'Hates archery.' } : one))
  await name.press('End')
  await ada.window.keyboard.type(' of')
  await folder.write('stet.json', JSON.stringify({ ...file, entities: theirs }))
  await ada.window.keyboard.type(' Ferrow')
  await expect(sheet(ada).getByText(/The project was changed outside this window/)).toBeVisible()
  await expect(sheet(ada).getByRole('textbox', { name: 'Note' })).toHaveValue('Hates archery.')
  await expect(name).toHaveValue('William Brewer the Elder of Ferrow')
  await expect
    .poll(() => entityOnDisk('William Brewer the Elder of Ferrow'))
    .toMatchObject({ id: 'e-sheriff', note: 'Hates archery.' })
  await ada.leaveForGood()
})

test('Who is meant can not be deleted; who is not can, and undo brings them back', async () => {
  const ada = await hasRobinTwice()
  await ada.presses('Control+e')
  await expect(where(ada)).toHaveCount(3)
  await sheet(ada).getByRole('button', { name: 'Delete' }).click()
  await expect(
    sheet(ada).getByText('Robin Hood is meant by 3 annotations of yours. Merge it with another instead.'),
  ).toBeVisible()
  await listed(ada, /^Robins of Ferrow/).click()
  await expect(sheet(ada).getByText('No annotation means it yet.')).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Delete' }).click()
  await expect(listed(ada, /^Robins of Ferrow/)).toHaveCount(0)
  await expect.poll(() => entityOnDisk('Robins of Ferrow')).toBeUndefined()
  await ada.presses('Escape', 'Control+z')
  await expect.poll(() => entityOnDisk('Robins of Ferrow')).toBeDefined()
  await ada.leaveForGood()
})
