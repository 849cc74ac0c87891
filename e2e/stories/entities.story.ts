import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'

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
