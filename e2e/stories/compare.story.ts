import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { comparedFiles, comparedText } from '../compared.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { type LayerWritten, layerFile } from '../layerFiles.ts'
import { expect, test } from '../story.ts'

const files = comparedFiles('strike.txt')
const layerFiles = Object.keys(files).filter(name => name.endsWith('.stet.json'))
let folder: Folder
let ada: Analyst
test.beforeEach(async () => {
  folder = await makeFolder(files)
  ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
})
test.afterEach(async () => {
  // Whatever was looked at: nobody's file was touched.
  for (const name of layerFiles) expect(await readFile(join(folder.path, name), 'utf8')).toBe(files[name])
  await folder.forget()
})

const bar = () => ada.window.getByRole('region', { name: 'Layers compared' })
const margin = () => ada.window.locator('.page-difference')
const layer = (name: string | RegExp) => bar().getByRole('checkbox', { name })
const heard = () => ada.window.locator('[aria-live]').filter({ hasText: /\S/ }).last()

/** Compares these layers, all that differ in view. */
async function compares(...names: RegExp[]): Promise<void> {
  await ada.presses('Control+Shift+K')
  await expect(bar()).toBeVisible()
  for (const each of [/Ben Ott/, /Cem Kaya(?! \(gold)/, /gold/]) {
    const wanted = names.some(one => one.source === each.source)
    await expect(layer(each)).toBeVisible()
    if ((await layer(each).isChecked()) !== wanted) await layer(each).click()
  }
  await expect(margin().first()).toBeVisible()
}
const ben = /Ben Ott/
const cem = /Cem Kaya(?! \(gold)/
const gold = /gold/

test('every kind of difference is told at its place, and what is the same is quiet', async () => {
  await compares(ben, cem)
  // Of several places on one line each has its own lines.
  const told = await margin().evaluateAll(all =>
    all.flatMap(one => (one as HTMLElement).title.split('\n\n').map(place => place.split('\n')[0])),
  )
  expect(told).toContain('Other source, Other attribute')
  expect(told).toContain('Other tag')
  expect(told).toContain('Other extent')
  expect(told).toContain('Other entity')
  expect(told.filter(one => one?.startsWith('Only'))).toContain('Only Ben Ott')
  expect(told.some(one => one?.includes('Other event') || one?.includes('Other link'))).toBe(true)
  // Both say the same of the union: it stands back, and the margin says nothing of it.
  expect(told.some(one => one?.startsWith('Same'))).toBe(false)
  await expect(ada.window.locator('.page-quiet').first()).toBeAttached()
  await expect(ada.window.locator('.page-letter').filter({ hasText: /^A B$/ }).first()).toBeVisible()
  await ada.leaveForGood()
})

test('layers of colleagues, of one’s own, gold and imported ones can be chosen, and each place says what differs there', async () => {
  const wire: LayerWritten = {
    ...{ id: 'wire', name: 'Wire' },
    annotations: [
      { id: 'union', words: 'The union', tag: 'actor' },
      { id: 'master', words: 'The harbour master', tag: 'actor' },
      { id: 'close', words: 'the port would close', tag: 'claim', attributes: { type: 'prediction' } },
      { id: 'shut', words: 'The port is shut', tag: 'event' },
      { id: 'talks', words: 'the talks', tag: 'event' },
      { id: 'novak', words: 'Minister Novak', tag: 'actor', entity: 'another' },
      { id: 'welcomed', words: 'welcomed the talks', tag: 'claim' },
      { id: 'strike', words: 'The strike began', tag: 'event' },
      { id: 'losses', words: 'losses of a million a day', tag: 'claim', attributes: { type: 'prediction' } },
      { id: 'shippers', words: 'Shippers', tag: 'actor' },
    ].map(one => ({ ...one, origin: { kind: 'imported' } })),
    links: [
      { type: 'attributed-to', from: 'close', to: 'master' },
      { type: 'about', from: 'welcomed', to: 'strike' },
    ],
  }
  const [[name, content]] = Object.entries(layerFile('strike.txt', comparedText, wire)) as [[string, string]]
  await folder.write(name, content)
  await ada.selects('dawn')
  await ada.presses('3')
  await ada.seesSaved()
  await ada.presses('Control+Shift+K')
  const offered = bar().getByRole('group', { name: 'Layers' })
  for (const one of ['Ada Lind (yours)', 'Ben Ott', 'Cem Kaya', 'Cem Kaya (gold)', 'Wire (imported)'])
    await expect(offered.getByText(new RegExp(`(^| )${one.replace(/[()]/g, '\\$&')}$`))).toBeVisible()
  for (const box of await offered.getByRole('checkbox').all()) {
    const isWanted = /Ben|Wire/.test((await box.locator('..').textContent()) ?? '')
    if ((await box.isChecked()) !== isWanted) await box.click()
  }
  const whatDiffers = () =>
    margin().evaluateAll(all =>
      all
        .flatMap(one => (one as HTMLElement).title.split('\n\n'))
        .map(place => `${place.split('\n')[0]}: ${/“(.*?)”/.exec(place)?.[1]}`)
        .sort(),
    )
  await expect
    .poll(whatDiffers)
    .toEqual(
      [
        'Other source: the port would close',
        'Other tag: The port is shut',
        'Other entity: Minister Novak',
        'Other event: welcomed the talks',
        'Other extent: The strike',
        'Other attribute: losses of a million a day',
        'Only Wire: Shippers',
        'Only Ben Ott: الوزير',
      ].sort(),
    )
  // What both say alike stands back: two actors, and the talks.
  await bar()
    .getByRole('button', { name: /^Filter/ })
    .click()
  await expect(bar().getByRole('checkbox', { name: 'Same 3' })).toBeVisible()
  await ada.leaveForGood()
})

test('by the keyboard alone: compared, from difference to difference, beside one another, and back', async () => {
  await ada.presses('Control+Shift+K')
  await expect(margin().first()).toBeVisible()
  await ada.presses('Control+1', '.')
  await expect(heard()).toContainText('Other')
  await expect(heard()).toContainText('1 of')
  await ada.presses('.')
  await expect(heard()).toContainText('2 of')
  await ada.presses(',')
  await expect(heard()).toContainText('1 of')
  await ada.presses('v')
  await expect(ada.window.getByRole('article')).toHaveCount(2)
  await ada.presses('Shift+X')
  await expect(bar()).toHaveCount(0)
  await expect(ada.window.getByRole('article')).toHaveCount(1)
  await ada.leaveForGood()
})

test('what is compared is for reading: a key that tags says so, and the own layer is back afterwards', async () => {
  await ada.selects('Shippers')
  await ada.presses('2')
  await ada.seesSaved()
  await compares(ben, cem)
  await layer(/Ada Lind/).uncheck()
  await expect(bar().getByText('Choose your own among them')).toBeVisible()
  await ada.selects('dawn')
  await ada.presses('1')
  await expect(ada.window.getByText('Layers that are compared are for reading.').first()).toBeVisible()
  await ada.presses('Shift+X')
  await expect(bar()).toHaveCount(0)
  const { annotations } = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['Shippers'])
  await ada.leaveForGood()
})

test('side by side two pages scroll as one, and a place chosen in one is shown in the other', async () => {
  await compares(ben, cem)
  await ada.presses('Control+1', 'v')
  const pages = ada.window.locator('.compared-page .page-scroller')
  await expect(pages).toHaveCount(2)
  await expect(margin()).not.toHaveCount(0)
  const topOf = (words: string) =>
    pages.evaluateAll(
      (all, text) =>
        all.map(page => {
          const block = [...page.querySelectorAll('.page-block')].find(one => one.textContent?.includes(text))
          return block ? Math.round(block.getBoundingClientRect().top) : null
        }),
      words,
    )
  await pages.first().hover()
  await ada.window.mouse.wheel(0, 300)
  await expect.poll(() => pages.evaluateAll(all => all.every(one => one.scrollTop > 0))).toBe(true)
  await expect.poll(async () => new Set(await topOf('cranes')).size).toBe(1)
  await pages.last().hover()
  await ada.window.mouse.wheel(0, 5_000)
  await expect.poll(async () => (await topOf('In the end')).every(one => one !== null)).toBe(true)
  await expect.poll(async () => new Set(await topOf('In the end')).size).toBe(1)
  // Of the court only Ben says something: on the other page the words are marked as those of which nothing is said.
  await ada.window.locator('.compared-page').first().locator('.page-difference').last().click()
  await expect(ada.window.locator('.compared-page').first().locator('.page-frames .page-box').first()).toBeVisible()
  await expect(ada.window.locator('.compared-page').last().locator('.page-gap').first()).toBeVisible()
  await ada.leaveForGood()
})

test('blind, neither a name nor a count is on the screen, nor in what a screen reader hears', async () => {
  await compares(ben, cem, gold)
  await ada.presses('Control+1', 'Shift+B', '.')
  await expect(bar().getByText('Names are hidden')).toBeVisible()
  await bar()
    .getByRole('button', { name: /^Filter/ })
    .click()
  const all = await ada.window.evaluate(() => {
    const parts = [document.querySelector('#article')!, ...document.querySelectorAll('[aria-live], [role=status]')]
    return parts.map(part => part.outerHTML).join('\n')
  })
  expect(all).not.toMatch(/Ben|Ott|Cem|Kaya|gold/)
  expect(all).not.toMatch(/\bben\b|\bcem\b/)
  // Whoever is found by a search, and whose layers lie beside the article, isn't named either; the letters are one mapping.
  await ada.presses('Escape')
  await ada.chooses('search.workspace')
  const search = ada.window.locator('#drawer')
  await search.getByRole('button', { name: 'Filters' }).click()
  await expect(search.getByRole('combobox', { name: 'Annotator' })).toBeAttached()
  expect(await search.innerHTML()).not.toMatch(/\b(ben|cem|gold)\b|Ben Ott|Cem Kaya/)
  expect(await search.getByRole('combobox', { name: 'Annotator' }).locator('option').allTextContents()).toEqual([
    'Annotator',
    ...(await bar().locator('.letter-chip').allTextContents()),
  ])
  expect(await ada.window.locator('#articles').innerHTML()).not.toMatch(/\b(ben|cem|gold)\b/)
  await ada.chooses('review.open')
  await expect(ada.window.locator('.review-choice')).toBeVisible()
  expect(await ada.window.locator('.review-choice fieldset').innerHTML()).not.toMatch(/\b(ben|cem|gold)\b|Ott|Kaya/)
  await expect(bar().getByText(/\d+ of \d+|\d+ differ/)).toHaveCount(0)
  await expect(bar().getByRole('checkbox', { name: /Other extent \d/ })).toHaveCount(0)
  await ada.leaveForGood()
})

test('filters leave what isn’t wanted out of the page, by kind, tag and annotator', async () => {
  await compares(ben, cem, gold)
  await bar()
    .getByRole('button', { name: /^Filter/ })
    .click()
  const kinds = bar().getByRole('group', { name: 'Kinds of difference' })
  for (const one of await kinds.getByRole('checkbox').all())
    if (!(await one.getAttribute('disabled'))) await one.click()
  await expect(margin()).toHaveCount(0)
  await kinds.getByRole('checkbox', { name: /Other tag/ }).click()
  await expect(margin()).toHaveCount(1)
  await bar().getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => margin().count()).toBeGreaterThan(3)
  await bar().getByRole('group', { name: 'Tags' }).getByRole('checkbox', { name: 'Claim' }).click()
  await bar().getByRole('group', { name: 'Tags' }).getByRole('checkbox', { name: 'Event' }).click()
  await expect(ada.window.locator('.page-brace')).toHaveCount(0)
  await ada.leaveForGood()
})

test('a colleague’s file that changes while it is compared is shown anew, and that is said', async () => {
  await compares(ben, cem)
  const before = await margin().count()
  const file = 'strike.txt.cem.stet.json'
  const changed = JSON.parse(files[file]!) as { annotations: { id: string }[]; links: unknown[] }
  changed.annotations = changed.annotations.filter(({ id }) => id === 'union' || id === 'master')
  changed.links = []
  await folder.write(file, JSON.stringify(changed, null, 2))
  await expect(ada.window.getByText('A layer that is compared was changed outside').first()).toBeVisible()
  await expect
    .poll(() => margin().evaluateAll(all => all.every(one => (one as HTMLElement).title.startsWith('Only'))))
    .toBe(true)
  expect(before).toBeGreaterThan(0)
  await folder.write(file, files[file]!)
  await ada.leaveForGood()
})

test('nothing of it is in the way of those who use assistive technology', async () => {
  await compares(ben, cem, gold)
  const check = async () => {
    const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await check()
  await ada.presses('Control+1', 'v')
  await expect(ada.window.getByRole('article')).toHaveCount(2)
  await bar()
    .getByRole('button', { name: /^Filter/ })
    .click()
  await check()
  await ada.leaveForGood()
})

test('a comparison is printed with whose letters are whose and with its marks where their words are on paper, however wide the window is', async () => {
  await compares(ben, cem)
  const legend = ada.window.locator('.printed-legend')
  await expect(legend).toBeHidden()
  /** Whether something is outlined where these words are, as soon as `event` was heard: what is drawn later no printer sees. */
  const isOutlined = (event = '') =>
    ada.text.evaluate((page, event) => {
      if (event) window.dispatchEvent(new Event(event))
      const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
      const words = 'The port is shut'
      while (!walker.nextNode()?.textContent?.includes(words));
      const range = document.createRange()
      const start = walker.currentNode.textContent!.indexOf(words)
      range.setStart(walker.currentNode, start)
      range.setEnd(walker.currentNode, start + words.length)
      const own = range.getBoundingClientRect()
      return [...page.querySelectorAll('.page-outline')].some(one => {
        const box = one.getBoundingClientRect()
        return (['left', 'right', 'top', 'bottom'] as const).every(side => Math.abs(box[side] - own[side]) < 8)
      })
    }, event)
  for (const width of [1280, 900]) {
    await ada.resize({ width, height: 600 })
    await expect.poll(() => ada.window.evaluate(() => innerWidth)).toBe(width)
    await expect.poll(() => isOutlined()).toBe(true)
    await ada.window.emulateMedia({ media: 'print' })
    expect(await isOutlined('beforeprint')).toBe(true)
    await expect(legend.getByRole('listitem')).toHaveText(['ABen Ott', 'BCem Kaya'])
    await expect(bar()).toBeHidden()
    // Of several differences in a line all are told there.
    expect(
      await margin().evaluateAll(all => all.some(one => getComputedStyle(one, '::after').content.includes('; '))),
    ).toBe(true)
    await ada.window.emulateMedia({ media: null })
    await isOutlined('afterprint')
    await expect.poll(() => isOutlined()).toBe(true)
  }
  // Side by side each page says whose it is, without a name where names are hidden.
  await ada.chooses('review.beside')
  await expect(ada.window.locator('.compared-page .page-difference').first()).toBeVisible()
  await ada.window.emulateMedia({ media: 'print' })
  await expect(legend).toHaveText(['ABen Ott', 'BCem Kaya'])
  await ada.chooses('review.blind')
  await expect(legend).toHaveText([/^[A-D]$/, /^[A-D]$/])
  await ada.window.emulateMedia({ media: null })
  await ada.leaveForGood()
})
