import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { cemOnStrike, decidedFiles, layerFileOf } from '../decidedFolder.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

let folder: Folder
let ada: Analyst
/** What colleagues' files hold: nobody but they write them. */
let theirs: Readonly<Record<string, string>>
test.beforeEach(async () => {
  theirs = { ...decidedFiles }
  folder = await makeFolder(decidedFiles)
  ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
})
test.afterEach(async () => {
  for (const [name, content] of Object.entries(theirs))
    expect(await readFile(join(folder.path, name), 'utf8')).toBe(content)
  await folder.forget()
})

const cems = 'strike.txt.cem.stet.json'
const pane = () => ada.window.locator('#drawer')
const card = () => ada.window.getByRole('region', { name: 'The case at hand' })
const rows = () => ada.window.locator('#review-list [role=option]')
const heading = () => card().getByRole('heading')
const heard = () => ada.window.locator('[aria-live]').filter({ hasText: /\S/ }).last()

/** Compares the layers of both colleagues; the weightiest difference is at hand. */
async function begins(): Promise<void> {
  await ada.presses('Control+d')
  await expect(pane().getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
  await expect(pane().getByRole('checkbox', { name: 'Ben Ott, 2 articles' })).toBeChecked()
  await expect(pane().getByRole('checkbox', { name: 'Cem Kaya, 2 articles' })).toBeChecked()
  await ada.presses('Enter')
  await expect(heading()).toHaveText('Only in some')
  await expect(rows()).toHaveCount(4)
}

const gold = (article: string) => folder.sidecarOnceSaved(article, 'gold-ada-lind')
async function goldTells(article: string): Promise<string[]> {
  const { annotations } = await gold(article)
  return annotations.map(({ tag, spans, origin }) => {
    const { of = [] } = origin as { readonly of?: readonly { readonly layer: string }[] }
    return `${tag} “${spans[0]!.quote}” of ${of.map(({ layer }) => layer).join('+')}`
  })
}
async function verdicts(article: string): Promise<string[]> {
  const { verdicts } = (await gold(article)) as unknown as {
    readonly verdicts: readonly {
      readonly on: { readonly layer: string; readonly annotation: string }
      readonly verdict: string
      readonly reason?: string
    }[]
  }
  return verdicts
    .map(({ on, verdict, reason }) => [on.layer, on.annotation, verdict, reason].filter(Boolean).join(' '))
    .sort()
}

test('by the keys alone: one difference after another is decided, in gold stands what it was made from, and one undo takes a decision back', async () => {
  await begins()
  await expect(card().getByRole('columnheader', { name: 'A Ben Ott' })).toBeVisible()
  // Only Ben has “denied it”: who accepts Cem, who says nothing there, has nothing there.
  await expect(card().getByText('Nothing here')).toBeVisible()
  await ada.presses('Shift+W')
  await expect(ada.window.getByRole('menu', { name: 'Why?' })).toBeVisible()
  await ada.presses('2')
  await expect(card()).toContainText('Reason for the next decision: Isn’t one')
  await ada.presses('b')
  await expect(heading()).toHaveText('Other tag')
  await expect(heard()).toContainText('3 left')
  expect(await verdicts('strike.txt')).toEqual(['ben denied reject not-one'])

  await ada.presses('f')
  await expect(heading()).toHaveText('Other extent')
  await expect(ada.window.getByRole('heading', { name: 'The river rose' })).toBeVisible()
  await ada.presses('Shift+A')
  await expect(heading()).toHaveText('Other attribute')
  expect(await goldTells('flood.txt')).toEqual(['event “a flood” of ben', 'event “flood” of cem'])

  await ada.presses('Control+z')
  await expect(heard()).toContainText('Undone')
  await expect.poll(async () => await goldTells('flood.txt')).toEqual([])
  await ada.presses('Control+Shift+z')
  await expect.poll(async () => await goldTells('flood.txt')).toHaveLength(2)

  // What isn't quite right is taken, and changed as annotations are.
  await ada.presses('Shift+N')
  await expect(heading()).toHaveText('Other attribute')
  await ada.presses('Shift+E')
  await expect(ada.text).toBeFocused()
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'the port would close')).toBeVisible()
  await ada.seesSaved()
  expect(await goldTells('strike.txt')).toEqual([
    'actor “the port would close” of ben',
    'claim “The port is shut” of ben',
  ])
  expect(await verdicts('strike.txt')).toEqual([
    ...['ben close change', 'ben denied reject not-one', 'ben shut accept'],
    ...['cem close change', 'cem shut change'],
  ])

  // Decided anew, what was changed by hand is given up only by asking twice; and reopened, nothing is left of it.
  await ada.presses('0')
  await expect(ada.window.getByText(/You have changed “the port would close” in gold since/).first()).toBeVisible()
  expect(await goldTells('strike.txt')).toHaveLength(2)
  await ada.presses('0')
  await expect.poll(async () => await goldTells('strike.txt')).toHaveLength(1)
  await ada.presses('Shift+O')
  await expect(card().getByText('to decide')).toBeVisible()
  expect(await verdicts('strike.txt')).toEqual(['ben denied reject not-one', 'ben shut accept', 'cem shut change'])
  await ada.leaveForGood()
})

test('what all agree on is taken at once and by one undo taken back, with its links as their ends come', async () => {
  await begins()
  await ada.chooses('review.takeAgreed')
  await expect(pane().getByText('2 places in 2 articles')).toBeVisible()
  await expect(pane().getByRole('button', { name: 'Take', exact: true })).toBeFocused()
  await expect(pane().getByRole('button', { name: 'Stop' })).toHaveCount(0)
  await ada.presses('Enter')
  await expect(ada.window.getByText('Took 2 places in 2 articles into gold.').first()).toBeVisible()
  expect(await goldTells('strike.txt')).toEqual(['actor “The union” of ben+cem'])
  expect(await goldTells('flood.txt')).toEqual(['actor “The mayor” of ben+cem'])

  await ada.presses('Control+z')
  await expect.poll(async () => await goldTells('flood.txt')).toEqual([])
  await ada.presses('Control+Shift+z')
  await expect.poll(async () => await goldTells('strike.txt')).toHaveLength(1)

  await ada.chooses('review.open')
  await rows().filter({ hasText: 'Other attribute' }).click()
  await expect(heading()).toHaveText('Other attribute')
  await ada.presses('f')
  await expect.poll(async () => (await gold('strike.txt')).links).toMatchObject([{ type: 'attributed-to' }])
  await ada.leaveForGood()
})

test('what a colleague changes outside is to be looked at again, also where all agree by now and the article isn’t open', async () => {
  await begins()
  await ada.presses('f')
  await expect(heading()).toHaveText('Other tag')
  await rows().filter({ hasText: 'Other extent' }).click()
  await expect(ada.window.getByRole('heading', { name: 'The river rose' })).toBeVisible()
  await ada.seesSaved()
  expect(await verdicts('strike.txt')).toEqual(['ben denied accept'])

  theirs = { ...theirs, [cems]: cemOnStrike([{ id: 'denies', words: 'denied it', tag: 'claim' }], 4) }
  await writeFile(join(folder.path, cems), theirs[cems]!)
  await expect(pane()).toContainText('1 to look at again')
  await rows().filter({ hasText: 'denied it' }).click()
  await expect(card()).toContainText('to look at again')
  await ada.presses('Shift+A')
  await expect.poll(async () => await verdicts('strike.txt')).toEqual(['ben denied accept', 'cem denies accept'])
  await ada.leaveForGood()
})

test('reasons are the codebook’s: what was given reads as it was called then, whatever becomes of it there', async () => {
  await ada.chooses('codebook.open')
  const sheet = ada.window.getByRole('dialog', { name: 'Codebook' })
  await sheet.getByRole('treeitem', { name: 'The standard reasons' }).click()
  await expect(sheet.getByText('has no reasons of its own')).toBeVisible()
  await sheet.getByRole('button', { name: 'Add a reason' }).click()
  await ada.window.keyboard.type('Against rule 3')
  await ada.presses('Enter')
  await expect(sheet.getByLabel('Name', { exact: true })).toBeFocused()
  await expect(sheet.getByRole('treeitem', { name: 'The standard reasons' })).toHaveCount(0)
  await sheet.getByLabel('Paragraph', { exact: true }).fill('A claim ends with its clause.')
  await ada.presses('Control+z')
  await ada.presses('Control+Shift+z')
  await expect(sheet.getByLabel('Paragraph', { exact: true })).toHaveValue('A claim ends with its clause.')
  await ada.presses('Escape')
  await ada.presses('Escape')
  await expect(sheet).toHaveCount(0)

  await begins()
  await ada.presses('Shift+W')
  const menu = ada.window.getByRole('menu', { name: 'Why?' })
  await expect(menu.getByRole('menuitemradio')).toHaveCount(2)
  await ada.presses('1')
  await expect(card()).toContainText('Reason for the next decision: Against rule 3')
  await ada.presses('b')
  await expect(heading()).toHaveText('Other tag')
  expect((await gold('strike.txt')) as unknown).toMatchObject({
    verdicts: [{ reason: 'against-rule-3', reasonLabel: 'Against rule 3' }],
  })

  await ada.chooses('codebook.open')
  await sheet.getByRole('treeitem', { name: 'Against rule 3' }).click()
  await sheet.getByLabel('Name', { exact: true }).fill('Against the fourth rule')
  await sheet.getByRole('button', { name: 'Remove', exact: true }).click()
  await sheet.getByRole('button', { name: 'Remove it' }).click()
  await expect(sheet.getByRole('treeitem', { name: 'The standard reasons' })).toBeVisible()
  await ada.presses('Escape')
  await ada.chooses('review.open')
  await pane().locator('.review-select', { hasText: 'Show' }).locator('select').selectOption('Decided')
  await rows().filter({ hasText: 'denied it' }).click()
  await expect(card()).toContainText('Reason: Against rule 3')
  await ada.leaveForGood()
})

test('however many layers there are, each one’s take can be had by keys, to be changed too; and its card says what it was made from, by whom and why', async () => {
  const strike = decidedFiles['strike.txt']!
  for (const [id, name, tag] of [
    ['dan', 'Dan Yu', 'actor'],
    ['eve', 'Eve Roy', 'event'],
    ['fay', 'Fay Orr', 'date'],
  ] as const) {
    const said = [{ id: `${id}-shut`, words: 'port is shut', tag }]
    const file = `strike.txt.${id}.stet.json`
    theirs = { ...theirs, [file]: layerFileOf('strike.txt', strike, { id, name }, said) }
    await writeFile(join(folder.path, file), theirs[file]!)
  }
  await expect(ada.window.getByText('5 people')).toBeVisible()
  await ada.presses('Control+d')
  await expect(pane().getByRole('checkbox', { name: 'Fay Orr, 1 article' })).toBeChecked()
  await ada.presses('Enter')
  const goes = async () => {
    await rows().filter({ hasText: 'The port is shut' }).first().click()
    await expect(card().getByRole('columnheader', { name: 'E Fay Orr' })).toBeVisible()
  }
  await goes()
  const tells = async () => (await goldTells('strike.txt')).filter(one => one.includes('shut'))
  await ada.presses('Shift+W')
  await ada.presses('1')
  await expect(card()).toContainText('Reason for the next decision: Other tag')
  const made = ada.window.getByRole('region', { name: 'Made from' })
  await ada.presses('Shift+L')
  await expect.poll(tells).toEqual(['actor “port is shut” of dan'])
  await expect(ada.text).toBeFocused()
  await expect(made).toContainText('Dan Yu: changed in gold (was Actor, “port is shut”)')
  await expect(made).toContainText('Ben Ott: changed in gold (was Claim, “The port is shut”)')
  await expect(made).toContainText('Decided by you')
  await expect(made).toContainText('Reason: Other tag')
  await goes()
  await ada.presses('Shift+U')
  await expect.poll(tells).toEqual(['event “port is shut” of eve'])

  // The fifth has no key of its own: all of them are asked for, by keys.
  await goes()
  await ada.presses('Shift+Y')
  const whose = ada.window.getByRole('menu', { name: 'Whose?' })
  await expect(whose.getByRole('menuitemradio', { name: /Accept Fay Orr/ })).toBeVisible()
  await ada.presses('5')
  await expect.poll(tells).toEqual(['date “port is shut” of fay'])
  await ada.leaveForGood()
})

test('what a colleague withdraws that was turned down stays decided, and says what it was, where it was', async () => {
  await begins()
  await ada.presses('b')
  await expect(heading()).toHaveText('Other tag')
  expect(await verdicts('strike.txt')).toEqual(['ben denied reject'])
  const strike = decidedFiles['strike.txt']!
  const bens = 'strike.txt.ben.stet.json'
  const said = [
    { id: 'union', words: 'The union', tag: 'actor' },
    { id: 'shut', words: 'The port is shut', tag: 'claim' },
  ]
  theirs = {
    ...theirs,
    [bens]: layerFileOf('strike.txt', strike, { id: 'ben', name: 'Ben Ott' }, said, { revision: 4 }),
  }
  await writeFile(join(folder.path, bens), theirs[bens]!)
  await pane().locator('.review-select', { hasText: 'Show' }).locator('select').selectOption('Decided')
  const gone = rows().filter({ hasText: 'denied it' }).filter({ hasText: 'Withdrawn' })
  await expect(gone).toContainText('Ben Ott')
  await gone.click()
  await expect(heading()).toHaveText('Withdrawn')
  await expect(card().getByRole('columnheader', { name: 'A Ben Ott' })).toBeVisible()
  await expect(card().locator('.case-words')).toHaveText(/The harbour master denied it\./)
  await expect(card()).toContainText('decided')
  await ada.leaveForGood()
})

test('where four say something else, each can be accepted by a key, and decided anew by another’s', async () => {
  const strike = decidedFiles['strike.txt']!
  for (const [id, name, tag] of [
    ['dan', 'Dan Yu', 'actor'],
    ['eve', 'Eve Roy', 'event'],
  ] as const) {
    const said = [{ id: `${id}-shut`, words: 'port is shut', tag }]
    const file = `strike.txt.${id}.stet.json`
    theirs = { ...theirs, [file]: layerFileOf('strike.txt', strike, { id, name }, said) }
    await writeFile(join(folder.path, file), theirs[file]!)
  }
  await expect(ada.window.getByText('4 people')).toBeVisible()
  await ada.presses('Control+d')
  await expect(pane().getByRole('checkbox', { name: 'Eve Roy, 1 article' })).toBeChecked()
  await ada.presses('Enter')
  await rows().filter({ hasText: 'The port is shut' }).first().click()
  await expect(card().getByRole('columnheader', { name: 'D Eve Roy' })).toBeVisible()
  const tells = async () => (await goldTells('strike.txt')).filter(one => one.includes('shut'))
  for (const [key, gold] of [
    [';', 'actor “port is shut” of dan'],
    ['Shift+D', 'event “port is shut” of eve'],
    ['b', 'event “The port is shut” of cem'],
  ] as const) {
    await ada.presses(key)
    await expect.poll(tells).toEqual([gold])
    await pane().locator('.review-select', { hasText: 'Show' }).locator('select').selectOption('All')
    await rows().filter({ hasText: 'The port is shut' }).first().click()
    await expect(card()).toContainText('taken as it is')
  }
  await ada.leaveForGood()
})
