import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const harbour = `The Evening Post

Dockers walk out

Dockers walked out on Tuesday after a week of talks, and the harbour master called it "a day of shame".

What happens next

Nobody knows when they will be back at work, the union said in the evening. “الميناء مغلق”, one of them wrote.

Source: Evening Post
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'harbour.txt': harbour, 'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff]) })
})
test.afterEach(() => folder.forget())

test('whoever comes for the first time meets nothing that shuts them out', async () => {
  // Where the folder is gone, the welcome follows, and says so.
  const gone = await makeFolder()
  await gone.forget()
  const ada = await Analyst.arrive({ open: gone.path })
  await expect(ada.window.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
  await shutsNobodyOut(ada, 'first start')
  await ada.presses('Enter')
  await expect(ada.window.getByRole('alert').first()).toBeVisible()
  await shutsNobodyOut(ada, 'first start without a name')
  await ada.window.getByLabel('Your name').fill('Ada Lind')
  await ada.presses('Enter')
  await expect(ada.window.getByRole('button', { name: /Open a folder/ })).toBeVisible()
  await expect(ada.window.getByRole('alert')).toContainText('This folder is not there any more')
  await shutsNobodyOut(ada, 'welcome with a notice')
  await ada.window.getByRole('button', { name: 'Dismiss' }).click()
  await expect(ada.window.getByRole('alert')).toHaveCount(0)
  await shutsNobodyOut(ada, 'welcome')
  await ada.leaveForGood()
})

test('reading and tagging shut nobody out: the bar, and every tag', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.window.getByRole('heading', { name: 'Choose an article' })).toBeVisible()
  await shutsNobodyOut(ada, 'nothing open')
  await ada.opens(/Dockers walk out/)
  await shutsNobodyOut(ada, 'an article without annotations')

  const bar = ada.window.getByRole('toolbar', { name: 'Tag the selection' })
  await ada.selects('a day of shame')
  await expect(bar).toBeVisible()
  await shutsNobodyOut(ada, 'tag bar')
  await ada.presses('1')
  await ada.selects('day of')
  await ada.presses('3')
  await ada.selects('the union')
  await ada.presses('2')
  for (const tag of ['Claim', 'Event', 'Actor']) {
    await ada.annotations.getByRole('option', { name: new RegExp(`^${tag}`) }).click()
    await expect(ada.inspector.getByRole('button', { name: tag })).toHaveAttribute('aria-pressed', 'true')
    await shutsNobodyOut(ada, `${tag} selected`)
  }
  await ada.leaveForGood()
})

test('no picker shuts anybody out', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.selects('the union')
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'the union')).toBeVisible()
  for (const [key, picker] of [
    ['t', 'Change the tag to'],
    ['z', 'This paragraph is'],
    ['a', 'Attribute of this actor'],
  ] as const) {
    await ada.presses(key)
    await expect(ada.window.getByRole('menu', { name: picker })).toBeVisible()
    await shutsNobodyOut(ada, picker)
    await ada.presses('Escape')
  }
  await ada.leaveForGood()
})

test('no sheet or dialog shuts anybody out', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  const { window } = ada
  for (const [key, dialog] of [
    ['Control+k', 'All commands'],
    ['?', 'Keys'],
    ['Control+Shift+N', 'New article from the clipboard'],
  ] as const) {
    await ada.presses(key)
    await expect(window.getByRole('dialog', { name: dialog })).toBeVisible()
    await shutsNobodyOut(ada, dialog)
    await ada.presses('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
  }
  await ada.status.getByRole('button', { name: /Ada Lind/ }).click()
  await expect(window.getByRole('dialog', { name: 'Who you are' })).toBeVisible()
  await shutsNobodyOut(ada, 'who you are')
  await ada.leaveForGood()
})

test('an empty folder and a file that can’t be opened shut nobody out', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.articles.getByRole('option', { name: /photo\.jpg/ }).click()
  await expect(ada.window.getByRole('heading', { name: /cannot open this kind/ })).toBeVisible()
  await shutsNobodyOut(ada, 'unreadable file')
  await ada.window.getByRole('searchbox').fill('nothing is called this')
  await expect(ada.window.getByText('No article fits the filter')).toBeVisible()
  await shutsNobodyOut(ada, 'nothing found')

  const empty = await makeFolder()
  await ada.answersDialog(empty.path)
  await ada.presses('Control+o')
  await expect(ada.window.getByRole('heading', { name: 'No articles here yet' })).toBeVisible()
  await shutsNobodyOut(ada, 'empty folder')
  await ada.leaveForGood()
  await empty.forget()
})

test('what is said of a layer that can’t be written shuts nobody out', async () => {
  await folder.write('harbour.txt.ada-lind.stet.json', '{ "format": "stet-sidecar", "formatVersion": 9 }\n')
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await expect(ada.window.getByRole('alert')).toContainText('made with a newer version of Stet')
  await expect(ada.status.getByText('Read only', { exact: true })).toBeVisible()
  await expect(ada.status.getByText('Saved', { exact: true })).toHaveCount(0)
  await shutsNobodyOut(ada, 'problem band')
  await ada.leaveForGood()
})

test('what was kept aside of a changed text is one press away, can be dismissed, and shuts nobody out', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.selects('the union')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.leave()
  await folder.write('harbour.txt', harbour.replace('the union', 'a spokesman'))

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  const news = again.window.getByRole('status').filter({ hasText: 'The article has changed since' })
  await expect(news).toContainText('1 lost')
  await news.getByRole('button', { name: 'Review' }).click()
  await expect(again.window.getByText('Its words are gone, and nothing like them came.')).toBeVisible()
  await again.window.locator('#unplaced summary').click()
  await expect(again.window.getByText('words are gone').first()).toBeVisible()
  await shutsNobodyOut(again, 'text changed')
  await news.getByRole('button', { name: 'Dismiss' }).click()
  await expect(news).toHaveCount(0)
  await expect(again.window.getByText('words are gone').first()).toBeVisible()
  await again.leaveForGood()
})

test('the history and the past shut nobody out', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.articles.getByRole('option', { name: /harbour|Dockers/ }).click()
  await ada.selects('the harbour master')
  await ada.presses('2')
  await ada.selects('the union')
  await ada.presses('2', 'Delete')
  await ada.presses('Control+Shift+H')
  await expect(ada.window.getByRole('slider', { name: 'Moment in the history' })).toBeFocused()
  await shutsNobodyOut(ada, 'history')
  await ada.presses('Home', 'ArrowRight', 'ArrowRight')
  await expect(ada.window.getByRole('button', { name: /^Restore Actor “the union”/ })).toBeVisible()
  await shutsNobodyOut(ada, 'the past')
  await ada.chooses('history.name')
  await expect(ada.window.getByLabel('What this version is called')).toBeFocused()
  await shutsNobodyOut(ada, 'naming a version')
  await ada.leaveForGood()
})

test('a narrow window, with its panes folded or laid over the text, shuts nobody out', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.resize({ width: 640, height: 520 })
  await expect(ada.articles).toHaveCount(0)
  await shutsNobodyOut(ada, 'panes folded')
  await ada.presses('Control+b')
  await expect(ada.articles).toBeVisible()
  await shutsNobodyOut(ada, 'articles over the text')
  await ada.presses('Escape', 'Control+i')
  await expect(ada.window.getByRole('region', { name: 'Annotations' })).toBeVisible()
  await shutsNobodyOut(ada, 'inspector over the text')
  const sideways = await ada.window.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  await ada.leaveForGood()
})

/** Fails if axe finds anything on the screen as it is, in the light or in the dark. */
async function shutsNobodyOut({ window }: Analyst, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme })
    // Halfway through a motion colours are others.
    await window.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
          .map(({ finished }) => finished),
      ).then(() => undefined),
    )
    // The other way of axe opens a page of its own, which an Electron has no place for.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, failureSummary }) => `${id}: ${html} ${any[0]?.message ?? failureSummary}`),
    )
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}
