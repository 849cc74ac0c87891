import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
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

const sidecar = 'strike.txt.ada-lind.stet.json'

/**
 * The machine stopped when an edit stood in the history and its checkpoint
 * didn't yet, and somebody changed the sidecar as it was before that edit.
 */
async function changedOutside(before: Sidecar, change: (layer: Sidecar) => void): Promise<void> {
  const histories = join(folder.path, '.stet', 'history')
  const name = (await readdir(histories)).find(
    one => one.startsWith('strike.txt.ada-lind.') && one.endsWith('.ndjson'),
  )!
  const lines = (await readFile(join(histories, name), 'utf8')).trimEnd().split('\n')
  const lastEdit = lines.findLastIndex(line => JSON.parse(line).kind === 'edit')
  await writeFile(join(histories, name), `${lines.slice(0, lastEdit + 1).join('\n')}\n`)
  const layer = structuredClone(before)
  change(layer)
  await folder.write(sidecar, `${JSON.stringify(layer, null, 2)}\n`)
}

/** Ada notes something about the dockers, and the file is changed elsewhere before it holds that. */
async function bothChange(change: (layer: Sidecar) => void): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('a day of shame')
  await ada.presses('1')
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.seesSaved()
  const before = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  await ada.presses('m')
  await ada.window.keyboard.type('On strike since Tuesday')
  await ada.presses('Escape')
  await ada.seesSaved()
  await ada.dies()
  await changedOutside(before, change)
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  return again
}

const noted = (layer: Sidecar, quote: string) => layer.annotations.find(({ spans }) => spans[0]!.quote === quote)!

test('what was changed here and outside in different fields is merged, and nobody is asked', async () => {
  const ada = await bothChange(layer => {
    noted(layer, 'Dockers').attributes = { mention: 'nominal' }
    noted(layer, 'a day of shame').note = 'Somebody else’s'
    layer.status = 'done'
  })
  const merged = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(noted(merged, 'Dockers')).toMatchObject({
    note: 'On strike since Tuesday',
    attributes: { mention: 'nominal' },
  })
  expect(noted(merged, 'a day of shame').note).toBe('Somebody else’s')
  expect(merged.status).toBe('done')
  await expect(ada.window.getByRole('alert')).toHaveCount(0)
  await ada.leaveForGood()
})

test('what was changed on both sides stands side by side, and one key decides', async () => {
  const ada = await bothChange(layer => {
    noted(layer, 'Dockers').note = 'Not dockers but crane drivers'
    noted(layer, 'Dockers').attributes = { mention: 'nominal' }
  })
  const band = ada.window.getByRole('alert')
  await expect(band).toContainText('These annotations were changed outside this window')
  const theirs = (await folder.read(sidecar)).toString()
  await band.getByRole('button', { name: 'Decide…' }).click()

  const question = ada.window.getByRole('group', { name: /Actor “Dockers”\s*note/ })
  await expect(question.getByRole('radio', { name: /As made here.*On strike since Tuesday/ })).toBeFocused()
  await expect(question.getByRole('radio', { name: /As it stands in the file.*crane drivers/ })).toBeVisible()
  const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().include('.merging').analyze()
  expect(violations).toEqual([])
  // Nothing is written while a person thinks.
  expect((await folder.read(sidecar)).toString()).toBe(theirs)
  await ada.presses('1')
  await expect(ada.window.getByRole('button', { name: 'Merge' })).toBeFocused()
  await ada.presses('Enter')
  await expect(band).toHaveCount(0)
  await expect(ada.window.getByText(/Nothing has to be decided/)).toBeVisible()
  const merged = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(noted(merged, 'Dockers')).toMatchObject({
    note: 'On strike since Tuesday',
    attributes: { mention: 'nominal' },
  })

  // It can be worked on again, and what the file said stands in the history.
  await ada.selects('Tuesday')
  await ada.presses('3')
  await ada.seesSaved()
  await ada.leaveForGood()
  const histories = join(folder.path, '.stet', 'history')
  const kept = await Promise.all((await readdir(histories)).map(name => readFile(join(histories, name), 'utf8')))
  expect(kept.join('')).toContain('Not dockers but crane drivers')
})

test('taken away in the file and changed here: a person says which', async () => {
  const ada = await bothChange(layer => {
    layer.annotations = layer.annotations.filter(({ spans }) => spans[0]!.quote !== 'Dockers')
  })
  await ada.presses('Control+Shift+M')
  const question = ada.window.getByRole('group', { name: /removed on one side/ })
  await expect(question.getByRole('radio', { name: /As made here.*Kept: “Dockers”/ })).toBeFocused()
  await ada.presses('2')
  await expect(ada.window.getByRole('button', { name: 'Merge' })).toBeFocused()
  await ada.presses('Control+Enter')
  await expect(ada.window.getByText(/Nothing has to be decided/)).toBeVisible()
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  await ada.leaveForGood()
  expect((await folder.sidecar('strike.txt', 'ada-lind')).annotations).toHaveLength(1)
})
