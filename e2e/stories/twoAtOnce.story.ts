import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { ownerPlace } from '../../electron/saving/places.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Strike at the port

Dockers walked out on Tuesday, and the harbour master called it "a day of shame".
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': strike })
})
test.afterEach(() => folder.forget())

/** Ada has the article open and has tagged the dockers; she sits down at a second Stet, with another profile, and says that they are hers. */
async function adaTwice(): Promise<{ first: Analyst; second: Analyst }> {
  const first = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await first.opens(/Strike/)
  await first.selects('Dockers')
  await first.presses('2')
  await first.seesSaved()
  const second = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await second.opens(/Strike/)
  await expect(band(second)).toContainText('Annotations under your annotator id were made on another device')
  await band(second).getByRole('button', { name: 'It is mine, go on here' }).click()
  return { first, second }
}

const band = (analyst: Analyst) => analyst.window.getByRole('alert')
const free = 'You can annotate here now.'

async function canAnnotate(analyst: Analyst): Promise<void> {
  await expect(band(analyst)).toHaveCount(0)
  await expect(analyst.annotation('Actor', 'Dockers')).toBeVisible()
  await analyst.selects('a day of shame')
  await analyst.presses('1')
  await expect(analyst.annotation('Claim', 'a day of shame')).toBeVisible()
  await analyst.seesSaved()
}

test('a second Stet on one layer reads, says who has it, follows, and takes over when the first is killed', async () => {
  const { first, second } = await adaTwice()
  await expect(band(second)).toContainText(/Another Stet on this computer has these annotations open, since \d\d:\d\d/)
  await expect(second.annotation('Actor', 'Dockers')).toBeVisible()
  await second.selects('Tuesday')
  await second.presses('3')
  await expect(second.annotations.getByRole('option')).toHaveCount(1)

  await first.selects('walked out')
  await first.presses('3')
  await expect(second.annotation('Event', 'walked out')).toBeVisible()
  await expect(second.window.getByText('changed outside')).toHaveCount(0)

  // The last of it is in the first one’s history, and perhaps not in the file yet.
  await first.selects('harbour master')
  await first.presses('2')
  await first.seesSaved()
  await first.dies()
  await expect(second.window.getByText(free).first()).toBeVisible()
  await expect(second.annotation('Actor', 'harbour master')).toBeVisible()
  await canAnnotate(second)
  await second.leaveForGood()
  const { annotations } = await folder.sidecar('strike.txt', 'ada-lind')
  expect(annotations.map(({ spans }) => spans[0]!.quote)).toEqual([
    'Dockers',
    'walked out',
    'harbour master',
    'a day of shame',
  ])

  // Whoever was killed finds all of it, and nothing to decide.
  const again = await Analyst.arrive({ profile: first.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.annotations.getByRole('option')).toHaveCount(4)
  await expect(band(again)).toHaveCount(0)
  await again.leaveForGood()
})

test('a second Stet on one layer takes over when the article is closed in the first', async () => {
  await folder.write(
    'mill.txt',
    'Talks at the mill\n\nWeavers went back on Friday, after a week of talks with its owner.\n',
  )
  const { first, second } = await adaTwice()
  await expect(band(second)).toContainText('Another Stet on this computer')
  await first.opens(/mill/i)
  await expect(second.window.getByText(free).first()).toBeVisible()
  await canAnnotate(second)

  // And the other way round.
  await first.opens(/Strike/)
  await expect(band(first)).toContainText('Another Stet on this computer')
  await second.leaveForGood()
  await expect(band(first)).toHaveCount(0)
  await expect(first.annotation('Claim', 'a day of shame')).toBeVisible()
  await first.leaveForGood()
})

test('a layer that is open on another computer is had by a person’s word', async () => {
  const sidecar = join(folder.path, 'strike.txt.ada-lind.stet.json')
  const owner = ownerPlace(folder.path, sidecar)
  await mkdir(dirname(owner), { recursive: true })
  const where = { computer: 'ada-laptop', machine: 'far', table: '', pid: 77, started: '' }
  const since = '2026-02-03T09:00:00.000Z'
  await writeFile(owner, JSON.stringify({ format: 'stet-owner', token: 't', ...where, device: 'far', since }))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await expect(band(ada)).toContainText(/The computer “ada-laptop” has these annotations open, since 3 Feb 2026/)
  const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().include('.problem-band').analyze()
  expect(violations).toEqual([])
  await band(ada).getByRole('button', { name: 'Annotate here instead' }).click()
  await expect(band(ada)).toHaveCount(0)
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.leaveForGood()
  expect((await folder.sidecar('strike.txt', 'ada-lind')).annotations).toHaveLength(1)
})

test('what a colleague says a paragraph is shows at once, and where both said something else, theirs is one button away', async () => {
  const facts = 'strike.txt.article.stet.json'
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  const bob = await Analyst.arrive({ name: 'Bob', open: folder.path })
  await bob.opens(/Strike/)
  const paragraph = (analyst: Analyst) => analyst.text.locator('[data-zone]', { hasText: 'Dockers' })
  await ada.clicks('walked out')
  await ada.presses('z', 'x')
  await expect(paragraph(ada)).toHaveAttribute('data-zone', 'boilerplate')
  await expect(paragraph(bob)).toHaveAttribute('data-zone', 'boilerplate')
  await bob.leaveForGood()

  // The machine stops before the file holds what Ada says next, and the file is changed as it was.
  await ada.seesSaved()
  const before = (await folder.read(facts)).toString()
  await ada.clicks('walked out')
  await ada.presses('z', 'c')
  await ada.seesSaved()
  await ada.dies()
  await forgetsCheckpoints('strike.txt.article.')
  await folder.write(facts, before.replace('"zone": "boilerplate"', '"zone": "quote"'))
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.window.getByText('Yours is kept: Caption. Theirs was: Quotation')).toBeVisible()
  await expect(paragraph(again)).toHaveAttribute('data-zone', 'caption')
  await again.window.getByRole('button', { name: 'Take theirs' }).click()
  await expect(paragraph(again)).toHaveAttribute('data-zone', 'quote')
  await again.presses('Control+z')
  await expect(paragraph(again)).toHaveAttribute('data-zone', 'caption')
  await again.leaveForGood()
  expect(JSON.parse((await folder.read(facts)).toString()).zones).toMatchObject([{ zone: 'caption' }])
})

/** What a history said after its last edit never reached the disk. */
async function forgetsCheckpoints(beginning: string): Promise<void> {
  const histories = join(folder.path, '.stet', 'history')
  const name = (await readdir(histories)).find(one => one.startsWith(beginning))!
  const lines = (await readFile(join(histories, name), 'utf8')).trimEnd().split('\n')
  const last = lines.findLastIndex(line => JSON.parse(line).kind === 'edit')
  await writeFile(join(histories, name), `${lines.slice(0, last + 1).join('\n')}\n`)
}
