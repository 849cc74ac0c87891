import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

/** What the status line says of what is typed and not on disk, and whose it is. */

let folder: Folder
let other: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': 'Dockers walk out\n\nThe union said that the port would close.\n' })
  other = await makeFolder({ 'calm.txt': 'A calm day\n\nNothing happened.\n' })
})
test.afterEach(async () => {
  await folder.forget()
  await other.forget()
})

/** The line that is behind whatever dialog is open. */
const line = ({ window }: Analyst) => window.locator('.status-line .saving')
/** The project file; nothing before the first checkpoint of it. */
const project = async (of: Folder) => JSON.parse(await of.read('stet.json').then(String, () => '{}'))

test('nothing is said to be saved while something that is no edit yet stands in a field', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const { window } = ada
  await ada.opens(/Dockers walk out/)
  await ada.seesSaved()
  await ada.presses('Control+Shift+C')
  const codebook = window.getByRole('dialog', { name: 'Codebook' })
  const name = codebook.getByLabel('Name', { exact: true })
  await name.fill('')
  await expect(line(ada)).toHaveText('Not saved yet: what you are typing')
  await name.fill('Statement')
  await expect(codebook.getByText('version 2')).toBeVisible()
  await expect(line(ada)).toHaveText('Saved')
  const example = codebook.getByRole('textbox', { name: 'One more example' })
  await example.fill('The port would close')
  await expect(line(ada)).toHaveText('Not saved yet: what you are typing')
  // Whoever leaves the sheet leaves the field: it is kept.
  await ada.presses('Escape', 'Escape')
  await expect(codebook).toHaveCount(0)
  await ada.seesSaved()
  await expect.poll(async () => (await project(folder)).codebook?.tags[0].examples).toContain('The port would close')

  await ada.presses('Control+e')
  const register = window.getByRole('dialog', { name: /^People/ })
  await register
    .getByRole('textbox', { name: 'Find by name or alias' })
    .or(register.getByRole('searchbox'))
    .first()
    .fill('Ada')
  await register.getByRole('button', { name: 'New: Ada' }).click()
  await expect(line(ada)).toHaveText('Saved')
  await register.getByRole('textbox', { name: 'Another name' }).fill('Ms Lind')
  await expect(line(ada)).toHaveText('Not saved yet: what you are typing')
  await ada.presses('Escape')
  await expect(register).toHaveCount(0)
  await ada.seesSaved()
  await expect.poll(async () => (await project(folder)).entities?.[0].aliases).toEqual(['Ms Lind'])
  await ada.leaveForGood()
})

test('what is typed in a dialog stays with its workspace when another one is opened', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const { window } = ada
  await ada.opens(/Dockers walk out/)
  await ada.presses('Control+Shift+C')
  const codebook = window.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByLabel('Name', { exact: true }).fill('Statement')
  await codebook.getByRole('textbox', { name: 'One more example' }).fill('The port would close')
  await ada.answersDialog(other.path)
  await ada.chooses('workspace.openFolder')
  await expect(ada.articles.getByRole('option', { name: /calm/ })).toBeVisible()
  await expect(codebook).toHaveCount(0)
  const [tag] = (await project(folder)).codebook.tags
  expect([tag.label, tag.examples]).toEqual(['Statement', expect.arrayContaining(['The port would close'])])
  await ada.opens(/calm/)
  await ada.selects('Nothing')
  await ada.presses('1')
  await expect(ada.annotation('Claim', 'Nothing')).toBeVisible()
  await ada.seesSaved()
  await ada.leaveForGood()
  await expect(other.read('stet.json')).rejects.toThrow()
})
