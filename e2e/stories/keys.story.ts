import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

On Tuesday the port closed. The union called that a victory, and the harbour master called it a day of shame.
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': strike })
})
test.afterEach(() => folder.forget())

/** Opens the sheet of keys from the palette, and what changes the keys of one command. */
async function changes(ada: Analyst, command: string): Promise<Locator> {
  await ada.presses('Control+k')
  await ada.window.keyboard.type('change keys')
  await ada.presses('Enter')
  const sheet = ada.window.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByRole('searchbox')).toBeFocused()
  await ada.window.keyboard.type(command)
  await sheet.getByRole('button', { name: new RegExp(`^${command}: .*Change$`) }).click()
  await expect(sheet.getByRole('button', { name: 'Add a key' })).toBeFocused()
  return sheet
}

test('Ada gives a command another key: it works at once, in every hint, after a restart, until she takes it back', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  const sheet = await changes(ada, 'Show or hide the articles')
  await ada.presses('Enter', 'F4')
  await expect(sheet.getByRole('status')).toHaveText('F4 is now a key of “Show or hide the articles”.')
  await sheet.getByRole('button', { name: 'Remove Ctrl+B' }).click()
  await expect(sheet.getByRole('button', { name: 'Show or hide the articles: F4. Change' })).toBeVisible()
  await ada.presses('Escape')
  await expect(sheet).toHaveCount(0)

  await ada.presses('Control+b')
  await expect(ada.articles).toBeVisible()
  await ada.presses('F4')
  await expect(ada.articles).toHaveCount(0)
  await expect(ada.window.getByRole('button', { name: 'Articles' })).toHaveAttribute('title', /\(F4\)$/)
  await ada.leave()
  const { keys } = JSON.parse(await readFile(join(ada.profile, 'settings.json'), 'utf8'))
  expect(keys).toEqual({ 'view.articles': ['F4'] })

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await expect(again.window.getByRole('button', { name: 'Articles' })).toBeVisible()
  await again.presses('F4')
  await expect(again.articles).toBeVisible()
  const anew = await changes(again, 'Show or hide the articles')
  await anew.getByRole('button', { name: 'The usual keys again' }).click()
  await expect(anew.getByRole('button', { name: 'Show or hide the articles: Ctrl+B. Change' })).toBeVisible()
  await expect(anew.getByRole('button', { name: 'Add a key' })).toBeFocused()
  await again.presses('Escape')
  await expect(anew).toHaveCount(0)
  await again.presses('Control+b')
  await expect(again.articles).toHaveCount(0)
  await again.leaveForGood()
})

test('a key that is taken names its owner, and is taken away only when Ada says so', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  const sheet = await changes(ada, 'Print the article')
  await ada.presses('Enter', 'Control+k')
  const alert = sheet.getByRole('alert')
  await expect(alert).toContainText('Ctrl+K is a key of “All commands” already.')
  await alert.getByRole('button', { name: 'Cancel' }).click()
  await expect(sheet.getByRole('button', { name: 'Print the article: Ctrl+P. Change' })).toBeVisible()

  await sheet.getByRole('button', { name: 'Add a key' }).click()
  await ada.presses('Control+k')
  await alert.getByRole('button', { name: 'Take it from “All commands”' }).click()
  await expect(sheet.getByRole('button', { name: 'Print the article: Ctrl+P, Ctrl+K. Change' })).toBeVisible()
  await sheet.getByRole('searchbox').fill('all commands')
  await expect(sheet.getByRole('button', { name: 'All commands: no key. Change' })).toBeVisible()
  await sheet.getByRole('button', { name: 'All keys as they were at first' }).click()
  await expect(sheet.getByRole('button', { name: 'All commands: Ctrl+K. Change' })).toBeVisible()
  await ada.leaveForGood()
})

test('keys that lead out, move, or belong to fields and tags are refused in plain words', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  const sheet = await changes(ada, 'Write a note')
  for (const [key, words] of [
    ['Enter', 'Enter can’t be given: text fields, lists and buttons need it.'],
    ['Control+ArrowLeft', 'Ctrl+Left can’t be given: it moves the caret and walks lists.'],
    ['Control+w', 'Ctrl+W can’t be given: the system has it for its windows.'],
    ['1', '1 belongs to the tag “Claim” in the codebook. Choose another key.'],
    ['Alt+2', 'Alt+2 belongs to the tag “Actor” in the codebook. Choose another key.'],
  ] as const) {
    await sheet.getByRole('button', { name: 'Add a key' }).click()
    await ada.presses(key)
    await expect(sheet.getByRole('alert')).toHaveText(words)
  }
  // Escape ends the listening and not the sheet, and Tab goes on.
  await sheet.getByRole('button', { name: 'Add a key' }).click()
  await ada.presses('Escape')
  await expect(sheet.getByRole('button', { name: 'Add a key' })).toBeFocused()
  await ada.presses('Enter', 'Tab')
  await expect(sheet.getByRole('button', { name: 'Finished' })).toBeFocused()
  await expect(sheet.getByRole('button', { name: 'Write a note: M. Change' })).toBeVisible()
  await ada.leaveForGood()
})

test('Ada hears the next claim, which of how many it is, and who said it', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.selects('the port would close')
  await ada.presses('1')
  await ada.selects('The union')
  await ada.presses('2')
  await ada.selects('a day of shame')
  await ada.presses('1')
  await ada.selects('that a victory')
  await ada.presses('1')
  await ada.seesSaved()

  const says = (words: string | RegExp) =>
    expect(ada.window.getByRole('status').filter({ hasText: words })).toHaveCount(1)
  await ada.caretBefore('Dockers')
  await ada.presses('Alt+1')
  await says('Claim 1 of 3: “the port would close”.')
  await ada.presses('g')
  await says('Claim 2 of 3: “that a victory”.')
  await ada.presses('g', 'g')
  await says('No further claim in this direction.')
  await ada.presses('Shift+G')
  await says('Claim 2 of 3: “that a victory”.')
  await ada.presses('Control+k')
  await ada.window.keyboard.type('next actor')
  await expect(ada.window.getByRole('option', { name: /Next actor/ })).toContainText('Alt+2')
  await ada.presses('Enter')
  await says('No further actor in this direction.')
  await ada.leaveForGood()
})

test('a change of keys is put back in its sheet by button and by the undo key that she has, and later by undo in the text', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  const sheet = await changes(ada, 'Print the article')
  const printed = (keys: string) => sheet.getByRole('button', { name: `Print the article: ${keys}. Change` })
  await ada.presses('Enter', 'F4')
  await expect(sheet).toContainText('You changed the keys of “Print the article”.')
  await sheet.getByRole('button', { name: 'Put back' }).click()
  await expect(printed('Ctrl+P')).toBeVisible()
  await expect(sheet.getByRole('status')).toHaveText('Undone: keys of “Print the article”.')
  await sheet.getByRole('button', { name: 'Add a key' }).focus()
  await ada.presses('Control+y')
  await expect(printed('Ctrl+P, F4')).toBeVisible()

  // Undo itself gets another key, which the sheets hear at once.
  await sheet.getByRole('searchbox').fill('Undo')
  await sheet.getByRole('button', { name: /^Undo: .*Change$/ }).click()
  await ada.presses('Enter', 'F7')
  await expect(sheet.getByRole('button', { name: 'Undo: Ctrl+Z, F7. Change' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Remove Ctrl+Z' }).click()
  await expect(sheet.getByRole('button', { name: 'Undo: F7. Change' })).toBeVisible()
  await ada.presses('Escape')
  await ada.presses('Control+Shift+C')
  const codebook = ada.window.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByLabel('Name', { exact: true }).fill('Statement')
  await expect(codebook.getByText('version 2')).toBeVisible()
  await ada.presses('F7')
  await expect(codebook.getByLabel('Name', { exact: true })).toHaveValue('Claim')
  // Out of the field, then out of the sheet.
  await ada.presses('Escape', 'Escape')
  await expect(codebook).toHaveCount(0)

  await ada.presses('F7')
  await expect(ada.window.getByRole('status').filter({ hasText: 'Undone: keys of “Undo”.' })).toHaveCount(1)
  await ada.presses('Control+z', 'Control+z')
  await expect(ada.window.getByRole('status').filter({ hasText: 'Undone: keys of “Print the article”.' })).toHaveCount(
    1,
  )
  await ada.leaveForGood()
})
