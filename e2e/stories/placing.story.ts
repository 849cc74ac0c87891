import { createHash } from 'node:crypto'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const port = `Strike at the port

Dockers walked out on Tuesday after a week of talks about shifts and pay, and the harbour master called it "a day of shame".

Nobody knows when they will be back at work, the union said in the evening, and since the morning the ships wait in the roads.

The mayor of the town, Anna Nazarbayev, spoke to them for an hour and promised to come again on Friday.
`
/** A heading came, a name was corrected, a sentence written anew, a paragraph put in twice. */
const evening = `Updated in the evening

${port
  .replace('Nazarbayev', 'Nazarbaev')
  .replace('the union said in the evening', 'a spokesman told us')
  .replace(/(Dockers walked[^\n]*\n)/, '$1\n$1')}`
const sidecarName = 'strike.txt.ada.stet.json'
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': port })
})
test.afterEach(() => folder.forget())

const annotatedWords = ['shifts and pay', 'the union', 'ships wait', 'Anna Nazarbayev']

/** Ada annotated some words of the article as it was, and it changed while the program was closed. */
async function annotated(
  strike = port,
  changed = evening,
  words = annotatedWords,
  links: readonly object[] = [],
): Promise<Buffer> {
  const at = '2031-03-04T05:06:07.000Z'
  const hash = createHash('sha256').update(strike).digest('hex')
  const annotations = words.map((one, i) => {
    const span = { start: strike.indexOf(one), end: strike.indexOf(one) + one.length }
    const plain = { attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
    return { id: `one-${i}`, tag: 'actor', spans: [makeAnchor(strike, span)], ...plain }
  })
  const text = { textSha256: hash, textLength: strike.length, offsetUnit: 'codepoint', encoding: 'utf-8' }
  const sidecar = {
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 4 },
    article: { file: 'strike.txt', sha256: hash, ...text, reader: 'plain-text/1' },
    ...{ zoneRules: 1, zones: [], annotator: { id: 'ada', name: 'Ada' } },
    codebook: { id: 'stet-default', version: 1, hash },
    ...{ status: 'in-progress', created: at, modified: at, annotations },
    ...{ unplaced: [], links, comments: [], verdicts: [] },
  }
  await folder.write(sidecarName, JSON.stringify(sidecar))
  await folder.write(`.stet/texts/${hash}`, strike)
  await folder.write('strike.txt', changed)
  return folder.read(sidecarName)
}

test('a changed article is reviewed by keys: moved, reworded, ambiguous, lost; each decision is undone; nothing is written before', async () => {
  const before = await annotated()
  const ada = await Analyst.arrive({ name: 'Ada', open: folder.path })
  await ada.opens(/Updated/)
  const band = ada.window.getByText('1 moved, 1 reworded, 1 ambiguous, 1 lost.')
  await expect(band).toBeVisible()
  await ada.presses('Control+Shift+p')
  const list = ada.window.getByRole('listbox', { name: 'Annotations to look at since the text changed' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option')).toHaveCount(4)
  const decision = ada.window.getByRole('region', { name: 'How it stood, and where it may belong' })
  await expect(decision.locator('del')).toHaveText('Nazarbayev')
  await expect(decision.locator('ins')).toHaveText('Nazarbaev')
  expect(await folder.read(sidecarName)).toEqual(before)

  await ada.presses('Enter')
  await expect(ada.annotation('Actor', 'Anna Nazarbaev')).toBeVisible()
  await expect(list.getByRole('option')).toHaveCount(3)
  await ada.presses('Control+z')
  await expect(list.getByRole('option')).toHaveCount(4)
  await ada.presses('Control+Shift+z')
  await expect(list.getByRole('option')).toHaveCount(3)

  await list.getByRole('option', { name: /^ambiguous/ }).click()
  await expect(decision.getByRole('button', { name: 'Place 2' })).toBeVisible()
  await list.focus()
  await ada.presses('2')
  await expect(decision.getByRole('button', { name: 'Place 2' })).toHaveAttribute('aria-pressed', 'true')
  await ada.presses('Enter')
  await expect(ada.annotation('Actor', 'shifts and pay')).toBeVisible()
  await expect(list.getByRole('option')).toHaveCount(2)

  // The lost one is placed by hand: words are selected with the mouse, and Enter.
  await list.getByRole('option', { name: /^lost/ }).click()
  await list.focus()
  await ada.presses('h')
  await ada.selects('a spokesman')
  await ada.presses('Enter')
  await expect(ada.annotation('Actor', 'a spokesman')).toBeVisible()
  await expect(list.getByRole('option')).toHaveCount(1)

  await list.focus()
  await ada.presses('Shift+A')
  await expect(ada.window.getByText('Nothing is to be decided: every annotation stands on its words.')).toBeVisible()
  await ada.seesSaved()
  await ada.leaveForGood()
  const file = await folder.sidecar('strike.txt', 'ada')
  expect(file.unplaced).toEqual([])
  expect(file.annotations.map(({ spans, carriedFrom }) => [spans[0]!.quote, carriedFrom])).toEqual([
    ['shifts and pay', undefined],
    ['a spokesman', undefined],
    ['ships wait', undefined],
    ['Anna Nazarbaev', undefined],
  ])
  expect(file.annotations[0]!.spans[0]!.start).toBeGreaterThan(evening.indexOf('shifts and pay') + 50)
})

test('what is undecided is there again after a restart, and in the tray; what is deleted comes back by undo', async () => {
  await annotated()
  const ada = await Analyst.arrive({ name: 'Ada', open: folder.path })
  await ada.opens(/Updated/)
  await ada.window
    .getByRole('button', { name: /^Review/ })
    .first()
    .click()
  const list = ada.window.getByRole('listbox', { name: 'Annotations to look at since the text changed' })
  await expect(list.getByRole('option')).toHaveCount(4)
  await list.focus()
  await ada.presses('Enter')
  await expect(list.getByRole('option')).toHaveCount(3)
  await ada.seesSaved()
  await ada.dies()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike|Updated/)
  await expect(again.window.getByText('1 moved, 1 ambiguous, 1 lost.')).toBeVisible()
  const rows = again.window.getByRole('listbox', { name: 'Annotations to look at since the text changed' })
  await expect(rows.getByRole('option')).toHaveCount(3)
  await rows.getByRole('option', { name: /^lost/ }).click()
  await rows.focus()
  await again.presses('Delete')
  await expect(rows.getByRole('option')).toHaveCount(2)
  await again.presses('Control+z')
  await expect(rows.getByRole('option')).toHaveCount(3)

  // From the tray in the inspector, onto words that are selected.
  await again.selects('a spokesman')
  await again.window.locator('#unplaced summary').click()
  await again.window
    .locator('#unplaced li')
    .filter({ hasText: 'the union' })
    .getByRole('button', { name: 'Place here' })
    .click()
  await expect(again.annotation('Actor', 'a spokesman')).toBeVisible()
  await again.leaveForGood()
  const file = await folder.sidecar('strike.txt', 'ada')
  expect(file.unplaced).toMatchObject([{ placement: 'ambiguous', spans: [{ quote: 'shifts and pay' }] }])
  expect(file.annotations.filter(one => one.carriedFrom)).toMatchObject([{ spans: [{ quote: 'ships wait' }] }])
})

test('an article that changes while it is open is read again when asked, and reviewed', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('ships wait')
  await ada.presses('2')
  await ada.seesSaved()
  await folder.write('strike.txt', evening)
  await ada.window.getByRole('button', { name: 'Read it again' }).click()
  await ada.isReading(/Strike|Updated/)
  await expect(ada.window.getByText('1 moved.')).toBeVisible()
  await expect(ada.annotation('Actor', 'ships wait')).toBeVisible()
  await ada.leaveForGood()
})

test('a slip is corrected in a copy: the article and its annotations stay as they are, and the copy has them too', async () => {
  await annotated()
  await folder.write('strike.txt', port)
  const before = await folder.read(sidecarName)
  const ada = await Analyst.arrive({ name: 'Ada', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('harbour')
  await ada.chooses('text.correct')
  const dialog = ada.window.getByRole('dialog', { name: 'Correct the text in a copy' })
  await dialog.getByLabel('The words as they should be').fill('harbor')
  await dialog.getByRole('button', { name: 'Make the copy' }).click()
  await expect(ada.window.getByText(/A corrected copy was made: strike \(corrected\)\.txt/)).toBeVisible()
  await expect(ada.text.getByText(/the harbor master/)).toBeVisible()
  await expect(ada.annotations.getByRole('option')).toHaveCount(4)
  await ada.leaveForGood()
  expect((await folder.read('strike (corrected).txt')).toString()).toBe(port.replace('harbour', 'harbor'))
  expect((await folder.read('strike.txt')).toString()).toBe(port)
  expect(await folder.read(sidecarName)).toEqual(before)
})

test('the cue of a link that lost its words is a row of the review, and is put on words that a person selects', async () => {
  const words = 'the union said in the evening'
  const cue = makeAnchor(port, { start: port.indexOf(words), end: port.indexOf(words) + words.length })
  const link = { id: 'said', type: 'attributed-to', from: 'one-0', to: { author: true }, attributes: {}, cue }
  await annotated(port, evening, ['ships wait'], [link])
  const ada = await Analyst.arrive({ name: 'Ada', open: folder.path })
  await ada.opens(/Updated/)
  await expect(ada.window.getByText('1 moved, 1 link lacks its cue.')).toBeVisible()
  await ada.presses('Control+Shift+p')
  const list = ada.window.getByRole('listbox', { name: 'Annotations to look at since the text changed' })
  await expect(list.getByRole('option')).toHaveCount(2)
  await expect(list.getByRole('option', { name: /^cue lost: .*“the union said in the evening”/ })).toBeVisible()
  await list.focus()
  await ada.presses('h')
  await ada.selects('a spokesman told us')
  await ada.presses('Enter')
  await expect(list.getByRole('option')).toHaveCount(1)
  await ada.seesSaved()
  await ada.leaveForGood()
  const [kept] = (await folder.sidecar('strike.txt', 'ada')).links
  expect(kept).toMatchObject({ id: 'said', cue: { quote: 'a spokesman told us' } })
  expect(kept).not.toHaveProperty('lostCue')
})

test('where the texts could not be compared to the end, that is said, with what can be done', async () => {
  const line = (n: number) => `The ship lay in the roads on day ${n}.`
  const log = Array.from({ length: 4_000 }, (_, n) => line(n))
  // Sixty more lines like four thousand others: more look-alikes than are gone through.
  const more = Array.from({ length: 60 }, (_, n) => `Storm ${n}: the ship lay in the roads.`)
  const title = 'A log of the roads\n\n'
  await annotated(title + log.join('\n'), title + [...log, ...more].join('\n'), ['day 77'])
  const ada = await Analyst.arrive({ name: 'Ada', open: folder.path })
  await ada.articles.getByRole('option').first().click()
  const band = ada.window.getByRole('status').filter({ hasText: 'Not all of it could be compared' })
  await expect(band).toContainText('The review looks for it again, with more time.')
  await ada.presses('Control+Shift+p')
  const said = ada.window.getByRole('status').filter({ hasText: 'places may be missing here' })
  await expect(said).toBeVisible()
  await said.getByRole('button', { name: 'Look again' }).click()
  await expect(said).toBeVisible()
  const list = ada.window.getByRole('listbox', { name: 'Annotations to look at since the text changed' })
  await list.focus()
  await ada.presses('h')
  await ada.selects('day 77')
  await ada.presses('Enter')
  await expect(ada.window.getByText('Nothing is to be decided')).toBeVisible()
  await expect(band).toBeHidden()
  await ada.leave()
})
