import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const text = 'The harbour master said no ferry sails. Nobody knows when the next one will.\n'
const standoff = `T1\tSource 0 18\tThe harbour master
T2\tCue 19 23\tsaid
T3\tContent 24 38\tno ferry sails
T4\tAttribution 19 23\tsaid
E1\tAttribution:T4 Source:T1 Content:T3 Cue:T2
T9\tContent 900 910\tnowhere
`
const calm = { 'calm.txt': 'A calm day\n\nNothing happened in the harbour.\n' }

let folder: Folder
let theirs: Folder
test.beforeEach(async () => {
  folder = await makeFolder(calm)
  theirs = await makeFolder({ 'news/ferry.txt': text, 'news/ferry_bo.ann': standoff })
})
test.afterEach(async () => {
  await folder.forget()
  await theirs.forget()
})

const dialog = (ada: Analyst) => ada.window.getByRole('dialog', { name: /^Import / })
const button = (ada: Analyst, name: string | RegExp) => dialog(ada).getByRole('button', { name })
const becomes = (ada: Analyst, name: string) =>
  dialog(ada).getByRole('combobox', { name: `What “${name}” becomes`, exact: true })

/** Opens the dialog and chooses a folder, by the keys alone. */
async function begins(ada: Analyst, path: string): Promise<void> {
  await ada.answersDialog(path)
  await ada.presses('Control+Shift+i')
  await expect(button(ada, 'Choose a file…')).toBeFocused()
  await ada.presses('Tab', 'Enter')
  await expect(dialog(ada).getByRole('combobox', { name: 'Format' })).toHaveValue('brat')
}

async function looks(ada: Analyst): Promise<void> {
  await button(ada, 'Look at it').focus()
  await ada.presses('Enter')
  await expect(button(ada, /^Import \d/)).toBeFocused()
}

const sidecar = async () => JSON.parse(await readFile(join(folder.path, 'news/ferry.txt.bo.stet.json'), 'utf8'))

test('Ada imports a folder of standoff files, whose events become links by a map, and finds it all there when she does so again', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await begins(ada, theirs.path)
  await looks(ada)
  await expect(dialog(ada).getByText('1 article with 4 annotations and 3 links, by 1 annotator.').first()).toBeVisible()
  await dialog(ada).getByText('1 entry can’t be taken').click()
  await expect(dialog(ada).getByText('news/ferry_bo.ann:6: stands outside its text')).toBeVisible()
  await expect(dialog(ada).getByText('“Source”, “Attribution”, “Cue”, “Content”')).toBeVisible()
  expect(await readdir(folder.path)).not.toContain('news')

  // What becomes of what: by the keys alone.
  await button(ada, 'Change what becomes of what…').focus()
  await ada.presses('Enter')
  await becomes(ada, 'Attribution').first().selectOption('links')
  await expect(dialog(ada).getByRole('combobox', { name: 'From the role' })).toHaveValue('Content')
  await expect(dialog(ada).getByRole('combobox', { name: 'To the role' })).toHaveValue('Source')
  await expect(dialog(ada).getByRole('combobox', { name: 'Cue: the role' })).toHaveValue('Cue')
  await becomes(ada, 'Source').selectOption('actor')
  await becomes(ada, 'Content').focus()
  await ada.window.keyboard.type('claim')
  await expect(becomes(ada, 'Content')).toHaveValue('to claim')
  const map = join(ada.profile, 'ours.json')
  await ada.answersSaveDialog(map)
  await button(ada, 'Save this map…').click()
  await expect(ada.window.getByText('The map stands in ours.json.').first()).toBeAttached()
  await button(ada, 'See what it makes').click()
  await expect(dialog(ada).getByText('1 article with 2 annotations and 1 link, by 1 annotator.').first()).toBeVisible()
  await expect(dialog(ada).getByRole('region', { name: 'What comes in' }).getByRole('row')).toContainText([
    'Name',
    'actor',
    'claim',
  ])

  await expect(button(ada, 'Import 2 annotations')).toBeFocused()
  await ada.presses('Enter')
  await expect(dialog(ada).getByText('1 layer was imported, with 2 annotations and 1 link.').first()).toBeVisible()
  await expect(dialog(ada).getByText('Nothing that was there has been written over.')).toBeVisible()
  expect(await sidecar()).toMatchObject({
    annotator: { id: 'bo' },
    annotations: [{ tag: 'actor' }, { tag: 'claim', spans: [{ quote: 'no ferry sails' }] }],
    links: [{ cue: { quote: 'said' } }],
  })
  const report = join(ada.profile, 'report.txt')
  await ada.answersSaveDialog(report)
  await button(ada, 'Save the report…').click()
  await expect(ada.window.getByText('The report stands in report.txt.').first()).toBeAttached()
  expect(await readFile(report, 'utf8')).toContain('news/ferry_bo.ann:6: stands outside its text')
  await button(ada, 'Open the first article').click()
  await expect(ada.text.getByText('The harbour master')).toBeVisible()

  // The annotations of that annotator can be found in it.
  await ada.presses('Control+Shift+f')
  await ada.window.keyboard.type('ferry')
  await expect(ada.window.locator('#search-pane').getByText('no ferry sails').first()).toBeVisible()

  // Again, with the map that was saved.
  await begins(ada, theirs.path)
  await looks(ada)
  await button(ada, 'Change what becomes of what…').click()
  await ada.answersDialog(map)
  await button(ada, 'Load a map…').click()
  // The role of that name is a link as long as the event isn't one.
  await expect(becomes(ada, 'Content').first()).toHaveValue('to claim')
  await button(ada, 'See what it makes').click()
  await expect(
    dialog(ada).getByText('All the articles are in the workspace already; they get the layers.'),
  ).toBeVisible()
  await expect(button(ada, 'Import 2 annotations')).toBeFocused()
  await ada.presses('Enter')
  await expect(dialog(ada).getByText('Nothing new was imported.').first()).toBeVisible()
  await expect(dialog(ada).getByText('1 layer was there already, saying just this.')).toBeVisible()
  await ada.presses('Escape')
  await expect(dialog(ada)).toHaveCount(0)
  await ada.leaveForGood()
})

test('whoever comes as that annotator sees the annotations in the text; an import is taken back, and nothing is deleted', async () => {
  const ada = await Analyst.arrive({ name: 'Bo', open: folder.path })
  await begins(ada, theirs.path)
  await looks(ada)
  await expect(dialog(ada).getByText('“bo” becomes your own layer, since that is your id.')).toBeVisible()
  await ada.presses('Enter')
  await expect(dialog(ada).getByText('1 layer was imported, with 4 annotations and 3 links.').first()).toBeVisible()
  const layer = await sidecar()
  await button(ada, 'Open the first article').click()
  await expect(ada.window.locator('#inspector [role=option]')).toHaveCount(4)
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path, name: 'Ada Lind' })
  const second = await makeFolder({
    'other.txt': 'Bread is dear.\n',
    'other_cy.ann': 'T1\tClaim 0 14\tBread is dear.\n',
  })
  await begins(again, second.path)
  await looks(again)
  await again.presses('Enter')
  await expect(dialog(again).getByText('1 layer was imported').first()).toBeVisible()
  await button(again, 'Take back this import').click()
  await expect(
    dialog(again)
      .getByText(/^2 files were put into \.stet\/taken-back\//)
      .first(),
  ).toBeVisible()
  await again.presses('Escape')
  await expect(again.articles.getByRole('option', { name: /other/ })).toHaveCount(0)
  expect(await readdir(folder.path)).not.toContain('other.txt')
  expect(await readdir(join(folder.path, '.stet/taken-back'), { recursive: true })).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/other\.txt$/),
      expect.stringMatching(/other\.txt\.cy\.stet\.json$/),
    ]),
  )
  expect(await sidecar()).toEqual(layer)
  await again.leaveForGood()
  await second.forget()
})

test('stopped on the way, whole layers stand alone, and the next time the others come', async () => {
  const many = await makeFolder({ 'a.txt': text })
  for (let n = 0; n < 1500; n++) {
    const place = join(many.path, `n/${n}.txt`)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text)
    await writeFile(place.replace(/txt$/, 'ann'), standoff)
  }
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await begins(ada, many.path)
  await looks(ada)
  await ada.presses('Enter')
  await expect(dialog(ada).getByText(/^[1-9][\d,]* of 1,501 articles imported$/)).toBeVisible()
  await ada.presses('Escape')
  await expect(
    dialog(ada).getByText(/^Stopped\. [\d,]+ layers? w(as|ere) imported, each of them whole\./),
  ).toBeVisible()
  const layers = async () =>
    (await readdir(folder.path, { recursive: true })).filter(name => name.endsWith('.imported.stet.json'))
  const stopped = await layers()
  expect(stopped.length).toBeLessThan(1500)
  for (const name of stopped) JSON.parse(await readFile(join(folder.path, name), 'utf8'))
  await button(ada, 'Close').click()
  await begins(ada, many.path)
  await looks(ada)
  await ada.presses('Enter')
  await expect(
    dialog(ada)
      .getByText(/^[\d,]+ layers? w(as|ere) imported, with/)
      .first(),
  ).toBeVisible()
  expect(await layers()).toHaveLength(1500)
  await ada.leaveForGood()
  await many.forget()
})

test('a folder of annotations that is dropped is offered; what is no annotation in any format is said so, and refused', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A calm day/)
  const session = await ada.window.context().newCDPSession(ada.window)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [theirs.path], dragOperationsMask: 1 }
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
  }
  await expect(dialog(ada).getByText('It looks like this.')).toBeVisible()
  await ada.answersDialog(join(folder.path, 'calm.txt'))
  await button(ada, 'Another file…').click()
  await expect(dialog(ada).getByText(/^It looks like no format that Stet knows\./)).toBeVisible()
  await expect(button(ada, 'Look at it')).toBeDisabled()
  await dialog(ada).getByRole('combobox', { name: 'Format' }).selectOption('brat')
  await button(ada, 'Look at it').click()
  await expect(
    dialog(ada).getByText('There is nothing in it that can be imported in this format.').first(),
  ).toBeVisible()
  await expect(button(ada, 'Import')).toBeDisabled()
  await ada.presses('Escape')
  await expect(dialog(ada)).toHaveCount(0)
  await ada.leaveForGood()
})
