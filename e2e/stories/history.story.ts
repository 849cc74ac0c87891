import { createHash } from 'node:crypto'
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { readLines, writeEntry } from '../../shared/history/history.ts'
import { SHORTENED_EDITS } from '../../shared/limits.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const text = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.
`
let folder: Folder
let ada: Analyst
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': text })
  ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/strike/)
})
test.afterEach(() => folder.forget())

const slider = () => ada.window.getByRole('slider', { name: 'Moment in the history' })
const details = () => ada.window.getByRole('region', { name: 'The moment that is looked at' })
const band = () => ada.window.getByText('The past can be read and restored, not changed.')
const onDisk = async () =>
  (await folder.sidecarOnceSaved('strike.txt', 'ada-lind')).annotations
    .map(({ spans, note }) => spans[0]!.quote + (note ? `: ${note}` : ''))
    .toSorted()

/** Two annotations; one gets a note and another, one goes. */
async function annotates(): Promise<void> {
  await ada.selects('The union')
  await ada.presses('2')
  await ada.selects('port would close')
  await ada.presses('1', 'm')
  await ada.window.keyboard.type('first')
  await ada.presses('Escape')
  await ada.presses('m', 'Control+a')
  await ada.window.keyboard.type('second')
  await ada.presses('Escape')
  await ada.clicks('The union')
  await ada.presses('Delete')
  await ada.seesSaved()
  await expect.poll(onDisk).toEqual(['port would close: second'])
}

/** The history that this device writes. */
async function historyFile(): Promise<string> {
  const histories = join(folder.path, '.stet', 'history')
  const name = (await readdir(histories)).find(
    one => one.startsWith('strike.txt.ada-lind.') && one.endsWith('.ndjson'),
  )!
  return join(histories, name)
}

/** Many small changes of one annotation, as if Ada had gone on for weeks. */
async function goesOnFor(edits: number): Promise<void> {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const history = await historyFile()
  const { lines, last } = readLines(await readFile(history), hash)
  const done = lines.flatMap(({ entry }) => (entry.kind === 'edit' ? [entry] : []))
  const { at, revision, edit } = done.find(one => one.edit['kind'] === 'put')!
  const annotation = edit['annotation'] as object
  let previous = last
  let more = ''
  for (let i = 1; i <= edits; i++) {
    const noted = { kind: 'put', annotation: { ...annotation, note: `note ${i}` } }
    const written = writeEntry({ kind: 'edit', at, revision: revision + i, edit: noted }, previous, hash)
    more += written.line
    previous = written.last
  }
  await appendFile(history, more)
}

/** A button in the pane, by keyboard. */
async function presses(name: string | RegExp): Promise<void> {
  await details().getByRole('button', { name }).press('Enter')
}

test('what was done is gone back to, and one annotation, one field and all of it are had back, by keyboard', async () => {
  await annotates()
  await ada.presses('Control+Shift+H')
  await expect(slider()).toBeFocused()
  await expect(slider()).toHaveAttribute('aria-valuetext', 'As it is now.')

  // One step back: the moment of the deletion is as it is now. Another: the deleted one is there again.
  await ada.presses('ArrowLeft', 'ArrowLeft')
  await expect(band()).toBeVisible()
  await expect(ada.annotation('Actor', 'The union')).toBeVisible()
  await expect(details()).toContainText('1 deleted since')
  await ada.presses('ArrowLeft')
  await expect(slider()).toHaveAttribute('aria-valuetext', /Note: unset → first/)
  await expect(details()).toContainText('first (now second)')

  // Nothing can be changed here.
  await ada.selects('harbour master')
  await ada.presses('2')
  await expect(ada.window.getByText('This is how it was. Go back to now to change something.').first()).toBeVisible()

  await presses('Restore note as it was: port would close')
  await expect.poll(onDisk).toEqual(['port would close: first'])
  await presses('Restore Actor “The union” as it was')
  await expect.poll(onDisk).toEqual(['The union', 'port would close: first'])
  await expect(details()).toContainText('1 changed since')
  await ada.presses('Control+z')
  await expect(details()).toContainText('1 deleted since')
  await expect.poll(onDisk).toEqual(['port would close: first'])

  await slider().focus()
  await ada.presses('Home')
  await expect(ada.annotations).toHaveCount(0)
  await presses('Restore all of it')
  await expect(band()).toHaveCount(0)
  await expect.poll(onDisk).toEqual([])
  await ada.presses('Control+z')
  await expect.poll(onDisk).toEqual(['port would close: first'])

  // Escape leads back to now.
  await slider().focus()
  await ada.presses('PageDown')
  await expect(band()).toBeVisible()
  await ada.presses('Escape')
  await expect(band()).toHaveCount(0)
  await expect(ada.annotation('Claim', 'port would close')).toBeVisible()
  await ada.leaveForGood()
})

test('a deleted annotation is found in the list of them, also after another start, and comes back', async () => {
  await annotates()
  await ada.leave()
  ada = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await ada.opens(/strike/)
  await ada.presses('Control+Shift+H')
  await ada.window.getByRole('combobox', { name: 'What to list' }).selectOption('deleted')
  const list = ada.window.getByRole('listbox', { name: 'What was done, the latest first' })
  await expect(list.getByRole('option')).toHaveCount(1)
  await list.focus()
  await ada.presses('ArrowDown')
  await expect(ada.inspector).toContainText('The union')
  await presses('Restore Actor “The union” as it was')
  await expect(list).toHaveCount(0)
  await expect.poll(onDisk).toEqual(['The union', 'port would close: second'])
  await ada.leaveForGood()
})

test('a version gets a name, and the whole layer goes back to it', async () => {
  await ada.selects('The union')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.chooses('history.name')
  await expect(ada.window.getByLabel('What this version is called')).toBeFocused()
  await ada.window.keyboard.type('First reading')
  await ada.presses('Enter')
  await expect(ada.window.getByRole('button', { name: 'Version “First reading”' })).toBeVisible()
  await ada.clicks('The union')
  await ada.presses('Delete')
  await ada.seesSaved()
  await ada.leave()

  ada = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await ada.opens(/strike/)
  await ada.presses('Control+Shift+H')
  await ada.window.getByRole('button', { name: 'Version “First reading”' }).press('Enter')
  await expect(details()).toContainText('First reading')
  await presses('Restore all of it')
  await expect.poll(onDisk).toEqual(['The union'])
  await ada.leaveForGood()
})

test('a field tells who set it, when and what it was, while the mouse rests on it and by a key', async () => {
  await annotates()
  await ada.clicks('would close')
  await ada.inspector.locator('[data-field=note]').hover()
  await expect(ada.window.getByRole('tooltip')).toHaveText(/^Note: set by you, .*; before: first\.$/)
  await ada.presses('m', 'Alt+q')
  await expect(ada.window.getByText(/^Note: set by you, .*; before: first\.$/).first()).toBeVisible()
  await ada.leaveForGood()
})

test('a history that was altered is shown as one, with what came before, and nothing of the file is lost', async () => {
  await annotates()
  await ada.leave()
  const history = await historyFile()
  await writeFile(history, (await readFile(history, 'utf8')).replace('"first"', '"never"'))

  ada = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await ada.opens(/strike/)
  await ada.presses('Control+Shift+H')
  const list = ada.window.getByRole('listbox', { name: 'What was done, the latest first' })
  await list.getByRole('option', { name: /Cut or altered here/ }).click()
  await expect(details()).toContainText('The history was cut or altered here by something other than Stet.')
  await list.getByRole('option', { name: /Tagged as actor/ }).click()
  await expect(ada.annotation('Actor', 'The union')).toBeVisible()
  await presses('Restore Actor “The union” as it was')
  await expect.poll(onDisk).toEqual(['The union', 'port would close: second'])
  await ada.leaveForGood()
})

test('a long history is shortened when asked: what goes and what stays is said before, and named versions stay', async () => {
  await ada.selects('The union')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.chooses('history.name')
  await expect(ada.window.getByLabel('What this version is called')).toBeFocused()
  await ada.window.keyboard.type('First reading')
  await ada.presses('Enter')
  await expect(ada.window.getByRole('button', { name: 'Version “First reading”' })).toBeVisible()
  await ada.leave()
  await goesOnFor(SHORTENED_EDITS + 200)

  ada = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await ada.opens(/strike/)
  await ada.selects('The harbour master')
  await ada.presses('2')
  await ada.seesSaved()
  await expect.poll(onDisk).toContain('The harbour master')
  const history = await historyFile()
  const { size } = await stat(history)
  await ada.chooses('history.shorten')
  const asked = ada.window.locator('.history-shorten')
  await expect(asked).toContainText('1 named version')
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.window.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
  }
  await asked.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(asked).toHaveCount(0)
  expect((await stat(history)).size).toBe(size)

  await ada.chooses('history.shorten')
  await asked.getByRole('button', { name: 'Shorten it' }).press('Enter')
  await expect(ada.window.getByText(/^The history was shortened by \d+ steps\.$/).first()).toBeAttached()
  await expect(ada.window.getByRole('button', { name: 'Version “First reading”' })).toBeVisible()
  expect((await stat(history)).size).toBeLessThan(size)
  expect(await onDisk()).toEqual(['The harbour master', `The union: note ${SHORTENED_EDITS + 200}`])
  await ada.leaveForGood()
})
