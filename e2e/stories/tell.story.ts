import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
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
  const verdict = { id: 'v1', on, verdict: 'reject', note: 'Nobody says it.', created: '2021-04-01T09:00:00.000Z' }
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
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  return openedIn(context, path)
}

/** A page in a browser that is open. */
async function openedIn(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
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
  await expect(making.getByRole('button', { name: 'Make…' })).toBeDisabled()
  await making.getByRole('checkbox', { name: /^tomas/ }).focus()
  await ada.presses('Space')
  await expect(making.getByText(/goes into the file with its whole text/)).toBeVisible()
  await making.getByRole('button', { name: 'Make…' }).focus()
  await ada.presses('Enter')
  await expect(making.locator('.what')).toBeVisible()
  await expect(making.getByText(/^review\.html: 21 annotations in 1 article, \d+ kB/)).toBeVisible()
  await making.getByRole('button', { name: 'Close' }).focus()
  await ada.presses('Enter')

  const first = await inBrowser(out)
  await isClean(first)
  await expect(first.getByText(/kept in this browser/)).toBeVisible()
  await first.getByRole('button', { name: 'Begin' }).focus()
  for (const key of ['Enter', 'r', 'c']) await first.keyboard.press(key)
  await first.keyboard.type('A minister is not named so.')
  // She closes it, and goes on the next day: nothing of the first sitting is gone.
  await first.close()
  const page = await openedIn(first.context(), out)
  await expect(page.getByText('1 of 21 judged')).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).focus()
  for (const key of ['Enter', 'a', 'n', 'a', 'u']) await page.keyboard.press(key)
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

  // It is taken back later, and its file goes aside; brought in again, it is taken back at once.
  await ada.chooses('review.answers')
  const here = dialog(ada, 'Answers that were brought in')
  await expect(here.getByText('Carol Jansen (carol-jansen): 2 judgements and 1 comment in 1 article')).toBeVisible()
  await here.getByRole('button', { name: 'Take back what Carol Jansen answered' }).focus()
  await ada.presses('Enter')
  await expect(here.locator('p', { hasText: /^1 file was put into \.stet\/taken-back\// })).toBeVisible()
  await expect(here.getByText('No answer has been brought in here.')).toBeVisible()
  await ada.presses('Escape')
  const carols = `${article}.carol-jansen.stet.json`
  const aside = async () => {
    const [first = '', ...others] = (await readdir(join(folder.path, '.stet/taken-back'))).sort().reverse()
    expect(await readdir(join(folder.path, '.stet/taken-back', first))).toEqual([carols])
    return others.length + 1
  }
  expect(existsSync(join(folder.path, carols))).toBe(false)
  expect(await aside()).toBe(1)
  await ada.chooses('review.answer')
  await bringing.getByRole('button', { name: 'Bring in', exact: true }).click()
  await bringing.getByRole('button', { name: 'Take back this answer' }).focus()
  await ada.presses('Enter')
  await expect(bringing.locator('p', { hasText: /^1 file was put into \.stet\/taken-back\// })).toBeVisible()
  expect(existsSync(join(folder.path, carols))).toBe(false)
  expect(await aside()).toBe(2)
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
  await expect(bringing.getByText(/“nadia” annotates here/)).toBeVisible()
  await expect(bringing.getByLabel('Their annotator id')).toHaveValue('nadia-answers')
  await bringing.getByLabel('Their annotator id').fill('nadia')
  await expect(bringing.getByText(/“nadia” is an annotator here/)).toBeVisible()
  await expect(bringing.getByRole('button', { name: 'Bring in', exact: true })).toBeDisabled()
  await bringing.getByLabel('Their annotator id').fill('nadia-answers')
  await expect(bringing.getByText('0 judgements and 1 comment would come in.')).toBeVisible()
  await bringing.getByRole('button', { name: 'Bring in', exact: true }).focus()
  await ada.presses('Enter')
  await expect(bringing.locator('.what')).toBeVisible()
  await ada.presses('Escape')
  const { comments } = await folder.sidecar(article, 'nadia-answers')
  expect(comments).toMatchObject([
    { kind: 'disagree', on: { layer: 'gold-ada-lind', verdict: 'v1' }, text: 'The officials say it.' },
  ])

  // The conversation is open, and the next letter says so.
  await ada.chooses('discussion.questions')
  const drawer = ada.window.getByRole('region', { name: 'Below the text' })
  await expect(drawer.getByRole('listbox').first()).toContainText('The officials say it.')
  await ada.answersSaveDialog(join(elsewhere.path, 'second'))
  await ada.chooses('review.letters')
  await writing.getByRole('button', { name: 'Write…' }).click()
  await expect(writing.getByText(/letters? in “second”/)).toBeVisible()
  await ada.presses('Escape')
  const second = await readFile(join(elsewhere.path, 'second', 'letter-nadia.html'), 'utf8')
  expect(second.split('Somebody disagreed with this, and it isn’t settled yet.')).toHaveLength(2)
  expect(await colleagues()).toEqual(before)
  await ada.leave()
})

test('whoever answers a letter and brings that in themself has it in their own layer, and undoes it there', async () => {
  test.skip(!existsSync(CHROMIUM), 'there is no Chromium at /usr/bin/chromium')
  const nadia = await Analyst.arrive({ name: 'Nadia', open: folder.path })
  const before = await colleagues()
  const out = join(elsewhere.path, 'letters')
  await nadia.answersSaveDialog(out)
  await nadia.chooses('review.letters')
  const writing = dialog(nadia, 'Write letters')
  await writing.getByRole('button', { name: 'Write…' }).click()
  await expect(writing.getByText(/letters in “letters”/)).toBeVisible()
  await nadia.presses('Escape')
  const page = await inBrowser(join(out, 'letter-nadia.html'))
  await page.getByRole('button', { name: 'To the first' }).focus()
  for (const key of ['Enter', 'd']) await page.keyboard.press(key)
  await page.keyboard.type('The officials say it.')
  const answer = await savedFrom(page)

  await nadia.answersDialog(answer)
  await nadia.chooses('review.answer')
  const bringing = dialog(nadia, 'Bring in an answer')
  await expect(bringing.getByText(/under the id that you annotate with/)).toBeVisible()
  await expect(bringing.getByText('0 judgements and 1 comment would go into your layers of 1 article.')).toBeVisible()
  await bringing.getByRole('button', { name: 'Add to my layer' }).focus()
  await nadia.presses('Enter')
  await expect(bringing.locator('.what', { hasText: /^0 judgements and 1 comment are in your layer/ })).toBeVisible()
  await nadia.presses('Escape')
  const own = async () => (await folder.sidecarOnceSaved(article, 'nadia')).comments
  await expect.poll(own).toMatchObject([{ kind: 'disagree', text: 'The officials say it.' }])
  await nadia.presses('Control+z')
  await expect.poll(own).toEqual([])
  // What she annotated is as it was, and nobody else's file was written.
  const hers = await folder.sidecar(article, 'nadia')
  const was = JSON.parse(readFileSync(join(sample, `${article}.nadia.stet.json`), 'utf8'))
  expect(hers.annotations).toEqual(was.annotations)
  const others = (files: readonly string[]) => files.filter(file => !file.includes('.nadia.'))
  expect(others(await colleagues())).toEqual(others(before))
  await nadia.leave()
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
