import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03/', import.meta.url))
const article = '2031-03-04_harbour-gazette_ferry-deal.txt'
/** Any browser will do; this is Debian's. */
const CHROMIUM = '/usr/bin/chromium'

let folder: Folder
let elsewhere: Folder
let browser: Browser | null
test.beforeEach(async () => {
  const files = [article, `${article}.nadia.stet.json`, `${article}.tomas.stet.json`]
  folder = await makeFolder({
    ...Object.fromEntries(files.map(name => [name, readFileSync(join(sample, name))])),
    [`${article}.gold-ada-lind.stet.json`]: gold(),
  })
  elsewhere = await makeFolder({})
  browser = null
})
test.afterEach(async () => {
  await browser?.close()
  await folder.forget()
  await elsewhere.forget()
})

/** As Nadia has it, but for a claim that Ada turned down. */
function gold(): string {
  const layer = JSON.parse(readFileSync(join(sample, `${article}.nadia.stet.json`), 'utf8'))
  const { id } = layer.annotations.find(({ tag }: { tag: string }) => tag === 'claim')
  const isOther = ({ from, to }: { from: string; to: { annotation?: string } }) => from !== id && to.annotation !== id
  const on = { layer: 'nadia', annotation: id, revision: layer.revision }
  const verdict = { id: 'v1', on, verdict: 'reject', note: 'Nobody says it.', created: '2031-04-01T09:00:00.000Z' }
  return JSON.stringify({
    ...{ ...layer, annotator: { id: 'gold-ada-lind', name: 'Ada Lind' }, verdicts: [verdict] },
    annotations: layer.annotations.filter((one: { id: string }) => one.id !== id),
    links: layer.links.filter(isOther),
  })
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What the files of colleagues and of gold hold. */
async function colleagues(): Promise<string[]> {
  const names = (await readdir(folder.path)).filter(name => /\.(nadia|tomas|gold-ada-lind)\.stet\.json$/.test(name))
  return Promise.all(names.sort().map(async name => `${name} ${sha256(await folder.read(name))}`))
}

/** A page in a browser of its own. It asks for nothing and logs nothing. */
async function inBrowser(path: string): Promise<Page> {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  page.on('console', message => expect(message.text()).toBe(''))
  page.on('pageerror', error => expect(error.message).toBe(''))
  page.on('request', request => expect(request.url()).toMatch(/^(file|blob):/))
  await page.goto(pathToFileURL(path).href)
  return page
}

/** Saves the answer by keys, and gives the place of the file. */
async function savedFrom(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save answer' }).focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const place = join(elsewhere.path, download.suggestedFilename())
  await download.saveAs(place)
  await expect(page.getByRole('status')).toContainText('Saved as')
  return place
}

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const dialog = (ada: Analyst, name: string) => ada.window.getByRole('dialog', { name })

test('a reviewer without Stet judges in a browser, by the keys alone, and what they answer is a layer', async () => {
  test.skip(!existsSync(CHROMIUM), 'there is no Chromium at /usr/bin/chromium')
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const before = await colleagues()
  const out = join(elsewhere.path, 'review.html')
  await ada.answersSaveDialog(out)
  await ada.chooses('review.packet')
  const making = dialog(ada, 'Make a review packet')
  await expect(making.getByText(/goes into the file with its whole text/)).toBeVisible()
  await expect(making.getByRole('button', { name: 'Make…' })).toBeDisabled()
  await making.getByRole('checkbox', { name: /^tomas/ }).focus()
  await ada.presses('Space')
  await making.getByRole('button', { name: 'Make…' }).focus()
  await ada.presses('Enter')
  await expect(making.locator('.what')).toBeVisible()
  await expect(making.getByText(/^review\.html: 21 annotations in 1 article, \d+ kB/)).toBeVisible()
  await making.getByRole('button', { name: 'Close' }).focus()
  await ada.presses('Enter')

  const page = await inBrowser(out)
  await isClean(page)
  await page.getByRole('button', { name: 'Begin' }).focus()
  for (const key of ['Enter', 'r', 'c']) await page.keyboard.press(key)
  await page.keyboard.type('A minister is not named so.')
  for (const key of ['Escape', 'n', 'a', 'n', 'a', 'u']) await page.keyboard.press(key)
  await expect(page.getByText('2 of 21 judged')).toBeVisible()
  // Without a name it isn't saved.
  await page.getByRole('button', { name: 'Save answer' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your name')).toBeFocused()
  await page.keyboard.type('Carol Jansen')
  const answer = await savedFrom(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 800 })
  await isClean(page)

  await ada.answersDialog(answer)
  await ada.chooses('review.answer')
  const bringing = dialog(ada, 'Bring in an answer')
  await expect(bringing.getByText('2 judgements and 1 comment would come in.')).toBeVisible()
  await bringing.getByRole('button', { name: 'Bring in', exact: true }).focus()
  await ada.presses('Enter')
  await expect(bringing.locator('.what')).toBeVisible()
  await ada.presses('Escape')
  const layer = await folder.sidecar(article, 'carol-jansen')
  expect(layer.annotations).toEqual([])
  expect(layer.verdicts.map(({ verdict }) => verdict).sort()).toEqual(['accept', 'reject'])
  expect(layer.comments).toMatchObject([{ kind: 'note', text: 'A minister is not named so.' }])

  // Brought in once more there is nothing new.
  await ada.chooses('review.answer')
  await expect(bringing.getByText('There is nothing new in it.')).toBeVisible()
  await expect(bringing.getByRole('button', { name: 'Bring in', exact: true })).toBeDisabled()
  await ada.presses('Escape')
  expect(await colleagues()).toEqual(before)
  await ada.leave()
})

test('an annotator reads what is final, disagrees in the letter, and that comes into the discussion', async () => {
  test.skip(!existsSync(CHROMIUM), 'there is no Chromium at /usr/bin/chromium')
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const before = await colleagues()
  const out = join(elsewhere.path, 'letters')
  await ada.answersSaveDialog(out)
  await ada.chooses('review.letters')
  const writing = dialog(ada, 'Write letters')
  await writing.getByRole('checkbox', { name: /^tomas/ }).focus()
  await ada.presses('Space')
  await writing.getByRole('button', { name: 'Write…' }).focus()
  await ada.presses('Enter')
  await expect(writing.getByText('1 letter in “letters”')).toBeVisible()
  await ada.presses('Escape')
  expect(await readdir(out)).toEqual(['letter-nadia.html'])

  const page = await inBrowser(join(out, 'letter-nadia.html'))
  await isClean(page)
  await expect(page.getByText('Nobody says it.')).toBeVisible()
  await page.getByRole('button', { name: 'To the first' }).focus()
  for (const key of ['Enter', 'd']) await page.keyboard.press(key)
  await page.keyboard.type('The officials say it.')
  await isClean(page)
  const answer = await savedFrom(page)
  expect(JSON.parse(await readFile(answer, 'utf8')).from).toEqual({ name: 'nadia', id: 'nadia' })

  // Nadia's own layer is hers: the answer gets an id of its own.
  await ada.answersDialog(answer)
  await ada.chooses('review.answer')
  const bringing = dialog(ada, 'Bring in an answer')
  await expect(bringing.getByText(/“nadia” is an annotator here/)).toBeVisible()
  await bringing.getByLabel('Their annotator id').fill('nadia-letters')
  await expect(bringing.getByText('0 judgements and 1 comment would come in.')).toBeVisible()
  await bringing.getByRole('button', { name: 'Bring in', exact: true }).focus()
  await ada.presses('Enter')
  await expect(bringing.locator('.what')).toBeVisible()
  await ada.presses('Escape')
  const { comments } = await folder.sidecar(article, 'nadia-letters')
  expect(comments).toMatchObject([
    { kind: 'disagree', on: { layer: 'gold-ada-lind', verdict: 'v1' }, text: 'The officials say it.' },
  ])
  expect(await colleagues()).toEqual(before)
  await ada.leave()
})

test('what is no answer is refused in words, and a name that is taken stays as it is', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const before = await readdir(folder.path)
  await elsewhere.write('no answer.json', '{"format": "stet-answer", "formatVersion": 1, "articles": "../.."}')
  await ada.answersDialog(join(elsewhere.path, 'no answer.json'))
  await ada.chooses('review.answer')
  await expect(dialog(ada, 'Bring in an answer').getByRole('alert')).toContainText('This is no answer')
  await ada.presses('Escape')
  await ada.answersSaveDialog(join(elsewhere.path, 'no answer.json'))
  await ada.chooses('review.letters')
  const writing = dialog(ada, 'Write letters')
  await writing.getByRole('button', { name: 'Write…' }).click()
  await expect(writing.getByRole('alert')).toContainText('“no answer.json” is there already')
  await ada.presses('Escape')
  expect(await readdir(folder.path)).toEqual(before)
  await ada.leave()
})
