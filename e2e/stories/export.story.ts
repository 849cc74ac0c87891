import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

“The port is shut,” the union said. Nobody knows when they will be back at work.
`

let folder: Folder
let elsewhere: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'dockers walk out.txt': strike,
    'a calm day.txt': 'A calm day\n\nNothing happened in the harbour, and nobody was surprised by that at all.\n',
  })
  elsewhere = await makeFolder({})
})
test.afterEach(async () => {
  await folder.forget()
  await elsewhere.forget()
})

const dialog = (ada: Analyst) => ada.window.getByRole('dialog', { name: /^Export a dataset of / })
const losses = (ada: Analyst) => dialog(ada).getByRole('region', { name: 'What this format can’t say' })
const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** Ada has annotated an article: two that overlap, one of them with a note. */
async function annotated(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/dockers walk out/i)
  await ada.selects('that the port would close')
  await ada.presses('1')
  await ada.selects('the port')
  await ada.presses('2')
  await ada.presses('m')
  await ada.window.keyboard.type('Which of the two?')
  return ada
}

test('Ada exports by the keys alone: she sees what the format can’t say, chooses otherwise, and gets the files with a receipt', async () => {
  const ada = await annotated()
  const out = join(elsewhere.path, 'ner')
  await ada.answersSaveDialog(out)
  await ada.presses('Control+Shift+S')
  await expect(dialog(ada)).toBeVisible()
  // The format has the focus: letters don't choose, arrows do.
  await dialog(ada)
    .getByRole('radio', { name: /^CoNLL-2003/ })
    .focus()
  await ada.presses('Space')
  const overlap = losses(ada).getByLabel('What becomes of: annotations that overlap')
  await expect(overlap.locator('option:checked')).toHaveText('Keep the longest (1 left out)')
  await expect(dialog(ada).getByText('1 annotation and 0 links in 1 article · 1 left out')).toBeVisible()
  // Which one that is.
  await losses(ada).locator('summary', { hasText: '1 × annotations that overlap' }).focus()
  await ada.presses('Enter')
  await expect(
    losses(ada)
      .locator('.quote')
      .filter({ hasText: /^the port$/ }),
  ).toBeVisible()
  await overlap.focus()
  await ada.presses('ArrowDown')
  await expect(overlap.locator('option:checked')).toHaveText(/^Keep the shortest/)
  // Now the one with the note stays, and the note can’t be said.
  await expect(losses(ada).getByText('1 × notes')).toBeVisible()
  await expect(losses(ada).locator('.quote').filter({ hasText: 'that the port would close' })).toBeVisible()
  await dialog(ada).getByRole('button', { name: 'Export…' }).focus()
  await ada.presses('Enter')

  await expect(dialog(ada).getByText('Read back and compared: every article says what it should.')).toBeVisible()
  await expect(dialog(ada).getByText('1 × annotations that overlap: left out')).toBeVisible()
  const receipt = JSON.parse(await readFile(`${out}.receipt.json`, 'utf8'))
  expect(receipt).toMatchObject({
    ...{ counts: { articles: 1, annotations: 1 }, readBack: { isEqual: true } },
    dataset: { format: 'conll2003', fittings: { overlap: 'keep-shortest' } },
  })
  expect(receipt.leftOut).toContainEqual(
    expect.objectContaining({ feature: 'overlap', done: 'dropped', quote: 'that the port would close' }),
  )
  for (const { file, sha256: hash } of receipt.files) expect(await sha256(join(out, file))).toBe(hash)
  const words = (
    await readFile(join(out, receipt.files.find(({ file }: { file: string }) => /conll/.test(file)).file), 'utf8')
  )
    .split('\n')
    .filter(line => /actor|claim/i.test(line))
  expect(words.map(line => line.split(/\s/)[0])).toEqual(['the', 'port'])
  await ada.presses('Escape')
  await expect(dialog(ada)).toHaveCount(0)
  await ada.leave()

  // The next day everything is as she chose it.
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.chooses('dataset.export')
  await expect(dialog(again).getByRole('radio', { name: /^CoNLL-2003/ })).toBeChecked()
  await expect(
    losses(again).getByLabel('What becomes of: annotations that overlap').locator('option:checked'),
  ).toHaveText(/^Keep the shortest/)
  await again.presses('Escape')
  await again.leaveForGood()
})

test('a place that is taken is told and left as it is; shown in its folder, the dataset stands where she said', async () => {
  const ada = await annotated()
  await mkdir(join(elsewhere.path, 'taken'))
  await ada.answersSaveDialog(join(elsewhere.path, 'taken'))
  await ada.desktop.evaluate(({ shell }) => {
    shell.showItemInFolder = path => {
      ;(globalThis as { shown?: string }).shown = path
    }
  })
  await ada.chooses('dataset.export')
  await dialog(ada).getByRole('radio', { name: /^brat/ }).check()
  await expect(losses(ada).getByText(/×/).first()).toBeVisible()
  await dialog(ada).getByRole('button', { name: 'Export…' }).click()
  await expect(dialog(ada).getByRole('alert')).toContainText('“taken” is there already')
  expect(await readdir(join(elsewhere.path, 'taken'))).toEqual([])

  await ada.answersSaveDialog(join(folder.path, 'inside'))
  await dialog(ada).getByRole('button', { name: 'Choose another place…' }).click()
  await expect(dialog(ada).getByRole('alert')).toContainText('would stand inside the workspace')

  const out = join(elsewhere.path, 'brat')
  await ada.answersSaveDialog(out)
  await dialog(ada).getByRole('button', { name: 'Choose another place…' }).click()
  await expect(dialog(ada).getByText('“brat” is written', { exact: true }).first()).toBeVisible()
  const names = (await readdir(out, { recursive: true })).filter(name => name.endsWith('.ann'))
  expect(names).toHaveLength(1)
  const ann = await readFile(join(out, names[0]!), 'utf8')
  expect(ann).toContain('that the port would close')
  expect(ann).toContain('Which of the two?')
  await dialog(ada).getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => ada.desktop.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(out)
  await dialog(ada).getByRole('button', { name: 'Copy this' }).click()
  const copied = await ada.desktop.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('“brat” is written')
  expect(copied).toMatch(/^[0-9a-f]{64} {2}\S+$/m)
  expect((await readdir(folder.path)).filter(name => name.startsWith('inside'))).toEqual([])
  await ada.leaveForGood()
})

/** A colleague's layer of an article: a claim on its last words. */
function layerOf(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  const at = '2031-03-04T05:06:07.000Z'
  const start = text.indexOf('no ferry sails')
  const span = { start, end: start + 'no ferry sails'.length, quote: 'no ferry sails', before: '', after: '' }
  const claim = { id: 'c1', tag: 'claim', spans: [span], attributes: {}, origin: { kind: 'manual' } }
  return JSON.stringify({
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 1, status: 'done', created: at, modified: at },
    article: {
      ...{ file: name, sha256: hash, textSha256: hash, textLength: text.length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ zoneRules: 1, zones: [], annotator: { id: 'bo', name: 'Bo Ek', key: 'another' } },
    codebook: { id: 'stet-default', version: 1, hash },
    annotations: [{ ...claim, created: at, modified: at }],
    ...{ unplaced: [], links: [], comments: [], verdicts: [] },
  })
}

test('stopped on the way nothing is left, and what was chosen is there still', async () => {
  const files: Record<string, string> = {}
  for (let n = 1; n <= 1500; n++) {
    const name = `report-${n}.txt`
    files[name] = `Report ${n}\n\nThe harbour master said on day ${n} that no ferry sails.\n`
    files[`${name}.bo.stet.json`] = layerOf(name, files[name]!)
  }
  const large = await makeFolder(files)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: large.path })
  await expect(ada.articles.getByRole('option').first()).toBeVisible()
  await ada.answersSaveDialog(join(elsewhere.path, 'tables'))
  await ada.chooses('dataset.export')
  await expect(dialog(ada).getByLabel('Bo Ek · 1,500 articles')).toBeChecked()
  await dialog(ada)
    .getByRole('radio', { name: /^Parquet/ })
    .check()
  // Who doesn't want to wait for what would be lost needn't.
  await dialog(ada).getByRole('button', { name: 'Stop looking' }).click()
  await expect(losses(ada).getByText('wasn’t looked at')).toBeVisible()
  await dialog(ada).getByRole('button', { name: 'Export…' }).click()
  await expect(dialog(ada).getByText(/^Writing: [1-9][\d,]* of 1,500 articles$/)).toBeVisible()
  await dialog(ada).getByRole('button', { name: 'Stop' }).click()
  await expect(dialog(ada).getByText('Stopped. Nothing was left behind.')).toBeVisible()
  await expect(dialog(ada).getByRole('radio', { name: /^Parquet/ })).toBeChecked()
  expect(await readdir(elsewhere.path)).toEqual([])
  await ada.presses('Escape')
  await ada.leaveForGood()
  await large.forget()
})

test('before anybody has annotated anything, the dialog says so, and how', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/a calm day/i)
  await ada.presses('Control+Shift+S')
  await expect(dialog(ada).getByText('Nobody has annotated anything here yet')).toBeVisible()
  await ada.presses('Enter')
  await expect(dialog(ada)).toHaveCount(0)
  await ada.leaveForGood()
})
