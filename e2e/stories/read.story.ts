import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright/test'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url))
const qasira = '2031-03-06_qasira-morning_families.txt'

const paragraphs = Array.from(
  { length: 160 },
  (_, i) =>
    `Paragraph ${i + 1} tells what was said in the hall that day, by whom, and how the others took it before the vote. End ${i + 1}.`,
)
const day = `A long day in the hall\n\n${paragraphs.join('\n\n')}\n`

const bridge = `The Evening Post

Mayor promises a new bridge

The mayor of Ferrow said on Monday that the old bridge "will be replaced by spring".

Engineers warned last year that it could collapse. The council met on Tuesday.

Subscribe to our newsletter
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'bridge.txt': bridge, 'day.txt': day })
})
test.afterEach(() => folder.forget())

/** The row of the annotation that is selected. */
const selected = (ada: Analyst): Locator => ada.annotations.locator('[aria-selected=true]')

/** What stands at the top of the page: its paragraph, and how far that is from the top. */
function topLine(ada: Analyst): Promise<{ paragraph: string; top: number }> {
  return ada.text.evaluate(page => {
    const view = page.parentElement!.getBoundingClientRect()
    const first = [...page.querySelectorAll('p')].find(
      one => one.getBoundingClientRect().bottom > view.top + 8 && one.textContent!.trim() !== '',
    )!
    return { paragraph: first.textContent!.trim().slice(0, 14), top: first.getBoundingClientRect().top - view.top }
  })
}

test('paragraphs that run from right to left stand at the right by themselves, and words in them are tagged', async () => {
  await cp(sample, folder.path, { recursive: true })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Qasira summons/)
  await ada.place('الضوء')
  const paragraph = ada.text.locator('p', { hasText: 'قال لي' })
  await expect(paragraph).toHaveCSS('direction', 'rtl')
  const [begin, column] = await paragraph.evaluate(element => {
    const range = document.createRange()
    range.setStart(element.firstChild!, 0)
    range.setEnd(element.firstChild!, 1)
    return [range.getBoundingClientRect().right, element.getBoundingClientRect().right]
  })
  expect(begin).toBeCloseTo(column!, 0)
  await expect(ada.text.locator('p', { hasText: 'He told me on the telephone' })).toHaveCSS('direction', 'ltr')

  await ada.selects('الضوء معطّل')
  await ada.presses('1')
  await expect(ada.annotation('Claim', 'الضوء معطّل')).toBeVisible()
  // The arrows go where they point: to the left is onwards.
  const first = await ada.place('«قال')
  await ada.window.mouse.click(first.to.x + 0.25, first.to.y)
  for (let i = 0; i < 4; i++) await ada.presses('Shift+ArrowLeft')
  await ada.presses('3')
  await expect(ada.annotation('Event', '«قال')).toBeVisible()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar(qasira, 'ada-lind')
  expect(annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['«قال', 'الضوء معطّل'])
})

test('larger and smaller text and another theme keep the line under the eye, and what is selected', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A long day/)
  await ada.scrollsTo('Paragraph 70 ')
  await ada.selects('Paragraph 70 tells')
  const { paragraph } = await topLine(ada)
  for (const key of ['Control+=', 'Control+-', 'Control+-', 'Control+0']) {
    const size = () => ada.text.evaluate(page => getComputedStyle(page).fontSize)
    const before = await size()
    await ada.presses(key)
    await expect.poll(size).not.toBe(before)
    await expect.poll(async () => (await topLine(ada)).paragraph).toBe(paragraph)
  }
  const { top } = await topLine(ada)
  const look = () => ada.text.evaluate(page => getComputedStyle(page).color)
  const light = await look()
  await ada.presses('Control+Shift+L', 'Control+Shift+L')
  await expect.poll(look).not.toBe(light)
  expect(await topLine(ada)).toEqual({ paragraph, top })
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'Paragraph 70 tells')).toBeVisible()
  await ada.leaveForGood()
})

test('a motion that ends in the moment in which the text changes its size leaves the line under the eye', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A long day/)
  await ada.scrollsTo('Paragraph 70 ')
  await ada.selects('Paragraph 70 tells')
  const { paragraph } = await topLine(ada)
  const size = () => ada.text.evaluate(page => getComputedStyle(page).fontSize)
  for (const key of ['Control+=', 'Control+-', 'Control+-']) {
    const before = await size()
    // The text is as large as it will be, and nobody has been told yet, when the view hears that it came to rest.
    await ada.text.evaluate(page => {
      const root = document.documentElement
      const changed = new MutationObserver(() => {
        changed.disconnect()
        page.parentElement!.dispatchEvent(new Event('scrollend'))
      })
      changed.observe(root, { attributeFilter: ['data-text-size'] })
    })
    await ada.presses(key)
    await expect.poll(size).not.toBe(before)
    await expect.poll(async () => (await topLine(ada)).paragraph).toBe(paragraph)
  }
  await ada.leaveForGood()
})

test('a drag with the mouse goes on beyond the window, and what is copied and tagged is the text itself', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A long day/)
  const { mouse } = ada.window
  const { from } = await ada.placeAsItIs('Paragraph 2 tells')
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 100, from.y + 100, { steps: 4 })
  const view = (await ada.text.locator('..').boundingBox())!
  await mouse.move(from.x + 120, view.y + view.height + 12, { steps: 6 })
  await expect(ada.text.getByText('Paragraph 60 tells')).toBeInViewport({ timeout: 40_000 })
  await expect(ada.text.getByText('Paragraph 2 tells')).toHaveCount(0)
  await mouse.up()

  await ada.presses('Control+c')
  const copied = () => ada.desktop.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(async () => (await copied()).startsWith('Paragraph 2 tells')).toBe(true)
  expect(day).toContain(await copied())
  expect(await copied()).toContain(paragraphs.slice(2, 58).join('\n\n'))
  await ada.presses('1')
  await ada.seesSaved()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecarOnceSaved('day.txt', 'ada-lind')
  const { quote, start, end } = annotations[0]!.spans[0]!
  expect(day.slice(start, end)).toBe(quote)
  expect(quote.startsWith(paragraphs.slice(1, 58).join('\n\n'))).toBe(true)
})

test('a click with Shift, a double click and a triple click select as they do everywhere', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.caretBefore('said on Monday')
  const { to } = await ada.place('on Monday')
  await ada.window.keyboard.down('Shift')
  await ada.window.mouse.click(to.x, to.y)
  await ada.window.keyboard.up('Shift')
  await ada.presses('3')
  await expect(ada.annotation('Event', 'said on Monday')).toBeVisible()

  const { from } = await ada.place('Engineers')
  await ada.window.mouse.dblclick(from.x + 10, from.y)
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'Engineers')).toBeVisible()

  await ada.window.mouse.click(from.x + 200, from.y, { clickCount: 3 })
  await ada.presses('1')
  await expect(ada.annotations.getByRole('option')).toHaveCount(3)
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar('bridge.txt', 'ada-lind')
  expect(annotations.map(({ tag, spans }) => [tag, spans[0]!.quote])).toEqual([
    ['event', 'said on Monday'],
    ['actor', 'Engineers'],
    ['claim', 'Engineers warned last year that it could collapse. The council met on Tuesday.'],
  ])
})

test('the list follows the text and the text the list, however far; boilerplate is counted apart', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.selects('Engineers')
  await ada.presses('2')
  await ada.selects('Subscribe')
  await ada.presses('3')
  await expect(ada.status).toContainText('2 annotations (1 in boilerplate)')
  await ada.clicks('Engineers')
  await expect(selected(ada)).toHaveAccessibleName('Actor: Engineers')

  await ada.opens(/A long day/)
  await expect(ada.text.getByText('Paragraph 1 tells')).toBeVisible()
  await ada.selects('Paragraph 1 tells')
  await ada.presses('1')
  await ada.scrollsTo('Paragraph 60 ')
  await ada.selects('Paragraph 60')
  await ada.presses('2')
  await ada.annotation('Claim', 'Paragraph 1 tells').click()
  await expect(ada.text.getByText('Paragraph 1 tells')).toBeInViewport()
  await ada.annotation('Actor', 'Paragraph 60').click()
  await expect(ada.text.getByText('Paragraph 60 ')).toBeInViewport()
  await ada.leaveForGood()
})

test('what a paragraph is changes in two keystrokes, and back by undo', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.selects('Engineers')
  await ada.presses('2')
  const paragraph = ada.text.locator('[data-zone]', { hasText: 'Engineers warned' })
  await expect(paragraph).toHaveAttribute('data-zone', 'body')
  await ada.presses('z', 'x')
  await expect(paragraph).toHaveAttribute('data-zone', 'boilerplate')
  await expect(ada.status).toContainText('1 in boilerplate')
  await ada.seesSaved()
  await ada.presses('Control+z')
  await expect(paragraph).toHaveAttribute('data-zone', 'body')
  await expect(ada.status).not.toContainText('boilerplate')
  await ada.leaveForGood()
})

test('Tab goes on from the caret, and a caret that leaves an annotation lets go of it', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  for (const words of ['mayor', 'Monday', 'collapse']) {
    await ada.selects(words)
    await ada.presses('2')
  }
  await ada.presses('Control+Home', 'Tab')
  await expect(selected(ada)).toHaveAccessibleName('Actor: mayor')
  await ada.presses('Control+ArrowDown')
  await expect(selected(ada)).toHaveCount(0)
  await ada.presses('Tab')
  await expect(selected(ada)).toHaveAccessibleName('Actor: collapse')
  await ada.presses('Shift+Tab')
  await expect(selected(ada)).toHaveAccessibleName('Actor: Monday')
  await ada.leaveForGood()
})

test('the bar beside selected words takes every click, however slow the finger', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  for (const [i, words] of ['mayor', 'Monday', 'collapse'].entries()) {
    await ada.selects(words)
    const button = ada.window.getByRole('toolbar', { name: 'Tag the selection' }).getByRole('button', { name: /Actor/ })
    await button.click({ delay: i * 250 })
    await expect(ada.annotation('Actor', words)).toBeVisible()
  }
  await ada.leaveForGood()
})

test('another folder can be opened by its key wherever the focus is', async () => {
  const other = await makeFolder({ 'vote.txt': 'A vote is lost\n\nNobody had expected that of the chamber.\n' })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.selects('mayor')
  await ada.presses('2')
  for (const [i, keys] of [['/'], ['m'], ['z'], ['t'], ['Control+k'], ['?'], ['F6'], ['Shift+F6']].entries()) {
    const [next, title] = i % 2 === 0 ? [other, /A vote is lost/] : [folder, /Mayor promises/]
    await ada.answersDialog(next.path)
    await ada.presses(...keys)
    await ada.presses('Control+o')
    await expect(ada.articles.getByRole('option', { name: title }), keys.join()).toBeVisible()
    await expect(ada.window.getByRole('dialog')).toHaveCount(0)
    await ada.opens(title)
    await ada.presses('Control+Home', 'Tab')
  }
  await ada.leaveForGood()
  await other.forget()
})

test('what is pasted outside a field becomes an article', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.desktop.evaluate(({ clipboard }) => clipboard.writeText('Budget fails\n\nThe chamber said no.\n'))
  await ada.clicks('Engineers')
  await ada.presses('Control+v')
  await expect(ada.window.getByLabel('Text of the article')).toHaveValue('Budget fails\n\nThe chamber said no.\n')
  await ada.window.getByRole('button', { name: 'Create the article' }).click()
  await expect(ada.text.getByText('The chamber said no.')).toBeVisible()
  await ada.leaveForGood()
  expect((await folder.read('Budget fails.txt')).toString()).toBe('Budget fails\n\nThe chamber said no.\n')
})

test('a folder that is dropped on the window is opened', async () => {
  const other = await makeFolder({ 'vote.txt': 'A vote is lost\n\nNobody had expected that of the chamber.\n' })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  // What the system tells the window of a drag: the very events, and a path that only the desktop may learn.
  const session = await ada.window.context().newCDPSession(ada.window)
  const data = { items: [], files: [other.path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
    if (type === 'dragOver') await expect(ada.window.getByText('Let go to open it')).toBeVisible()
  }
  await expect(ada.articles.getByRole('option', { name: /A vote is lost/ })).toBeVisible()
  await expect(ada.window.getByText('Let go to open it')).toHaveCount(0)
  await ada.leaveForGood()
  await other.forget()
})

test('the whole article is printed, not only what is near the eye', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A long day/)
  await expect(ada.text.getByText('Paragraph 160 ')).toHaveCount(0)
  // What stands in the page when the printer takes it.
  await ada.text.evaluate(page => {
    window.addEventListener('beforeprint', () => {
      page.dataset['printed'] = page.textContent
    })
  })
  const pages = await ada.desktop.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({})
    return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
  })
  expect(await ada.text.getAttribute('data-printed')).toBe(day)
  expect(pages).toBeGreaterThan(8)
  await expect(ada.text.getByText('Paragraph 160 ')).toHaveCount(0)
  await ada.leaveForGood()
})

test('single keys can be switched off, and on again', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  const flip = async (said: string) => {
    await ada.presses('Control+k')
    await ada.window.getByRole('combobox', { name: 'Type what you want to do' }).fill('single')
    await ada.presses('Enter')
    await expect(ada.window.getByText(said).first()).toBeVisible()
  }
  await ada.selects('mayor')
  await flip('Single-key commands are off.')
  await ada.presses('2', 'z', 'n')
  await expect(ada.window.getByRole('menu')).toHaveCount(0)
  await flip('Single-key commands are on.')
  await ada.presses('3')
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  await expect(ada.annotation('Event', 'mayor')).toBeVisible()
  await ada.leaveForGood()
})
