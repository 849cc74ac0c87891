import { AxeBuilder } from '@axe-core/playwright'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const bridge = `The Evening Post

Mayor promises a new bridge

The mayor of Ferrow said on Monday that the old bridge "will be replaced by spring".

Engineers warned last year that it could collapse. "We were told," said Ana Prado, who leads the council. She called the delay a scandal.

A closing line of the story.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'bridge.txt': bridge })
})
test.afterEach(() => folder.forget())

/** Words, one stretch in another, each tagged by a key. */
async function stacks(ada: Analyst, ...tagged: readonly (readonly [words: string, key: string])[]): Promise<void> {
  for (const [words, key] of tagged) {
    await ada.selects(words)
    await ada.presses(key, 'Escape')
  }
  await expect(ada.annotations.getByRole('option')).toHaveCount(tagged.length)
}

const stack = [
  ['The mayor of Ferrow said on Monday', '3'],
  ['mayor of Ferrow', '2'],
  ['Ferrow said on Monday that the old bridge', '1'],
] as const

test('Ada asks by key which of the stacked annotations is meant, and chooses by number', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await stacks(ada, ...stack)

  await ada.caretBefore('Ferrow said')
  await ada.presses('ArrowRight', 'ArrowRight', 'w')
  const list = ada.window.getByRole('menu', { name: 'Which one?' })
  const rows = list.getByRole('menuitemradio')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('mayor of Ferrow')
  await expect(rows.nth(2)).toContainText('that the old bridge')
  await ada.presses('2')
  await expect(list).toHaveCount(0)
  await expect(ada.annotation('Event', 'The mayor of Ferrow said')).toHaveAttribute('aria-selected', 'true')
  await expect(ada.text).toBeFocused()

  // By arrows and Enter; the caret still stands in the stack.
  await ada.presses('w', 'End', 'Enter')
  await expect(ada.annotation('Claim', 'Ferrow said on Monday')).toHaveAttribute('aria-selected', 'true')

  // One alone is selected at once, and where there is none that is said.
  await ada.caretBefore('the old bridge')
  await ada.presses('ArrowRight', 'Escape', 'w')
  await expect(ada.annotation('Claim', 'Ferrow said on Monday')).toHaveAttribute('aria-selected', 'true')
  await ada.caretBefore('She called')
  await ada.presses('w')
  await expect(ada.window.getByText('No annotation at this place.')).toBeAttached()
  await ada.leaveForGood()
})

test('Ada clicks on a stack: the smallest is selected, a list stands by, and the keys go on being those of the text', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await stacks(ada, ...stack)

  await ada.clicks('Ferrow')
  await expect(ada.annotation('Actor', 'mayor of Ferrow')).toHaveAttribute('aria-selected', 'true')
  const quiet = ada.window.getByRole('menu', { name: /^Which one\? Click again/ })
  await expect(quiet.getByRole('menuitemradio')).toHaveCount(3)
  await expect(quiet.getByRole('menuitemradio', { name: /mayor of Ferrow/ }).first()).toBeVisible()

  // The next click chooses the next larger, with the list still there.
  await ada.clicks('Ferrow')
  await expect(ada.annotation('Event', 'The mayor of Ferrow said')).toHaveAttribute('aria-selected', 'true')
  await expect(quiet).toBeVisible()

  // A key is a key of the text: the selected annotation gets another tag.
  await ada.presses('2')
  await expect(quiet).toHaveCount(0)
  await expect(ada.annotation('Actor', 'The mayor of Ferrow said')).toBeVisible()

  // A row of the standing list can be clicked.
  await ada.clicks('Ferrow')
  await quiet.getByRole('menuitemradio', { name: /that the old bridge/ }).click()
  await expect(ada.annotation('Claim', 'Ferrow said on Monday')).toHaveAttribute('aria-selected', 'true')
  await expect(quiet).toHaveCount(0)

  // A click with Alt asks at once.
  const { from } = await ada.place('Ferrow')
  await ada.window.keyboard.down('Alt')
  await ada.window.mouse.click(from.x + 10, from.y)
  await ada.window.keyboard.up('Alt')
  await expect(ada.window.getByRole('menu', { name: 'Which one?', exact: true })).toBeVisible()
  await ada.presses('Escape')
  await ada.leaveForGood()
})

/** Takes hold of an end of the selected annotation and brings it to the edge of other words. The button is still down. */
async function drags(ada: Analyst, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = ada.window
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await mouse.move(to.x, to.y, { steps: 3 })
}

/** A sidecar without what every edit counts up. */
function still(sidecar: Buffer): string {
  return sidecar.toString('utf8').replace(/"(revision|modified)": [^\n]*/g, '"$1"')
}

/** A claim with an attribute and a note, linked to who made it, and one of two parts: as a script has written them in Ada's sidecar. */
async function givenLayer(of: Folder): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: of.path })
  await ada.opens(/Mayor promises/)
  await stacks(ada, ['will be replaced by spring', '1'], ['The mayor of Ferrow', '2'], ['it could collapse', '1'])
  await ada.seesSaved()
  await ada.leave()
  const sidecar = await of.sidecar('bridge.txt', 'ada-lind')
  const byQuote = (quote: string) => sidecar.annotations.find(({ spans }) => spans[0]!.quote === quote)!
  const claim = byQuote('will be replaced by spring')
  // In the order in which Stet writes it.
  const { origin, created, modified, ...others } = claim
  const noted = { ...others, attributes: { type: 'promise' }, note: 'By whom?\nTo whom?', origin, created, modified }
  sidecar.annotations.splice(sidecar.annotations.indexOf(claim), 1, noted)
  sidecar.links.push({
    id: '0192b5f2-0000-7000-8000-000000000001',
    type: 'attributed-to',
    from: claim.id,
    to: { annotation: byQuote('The mayor of Ferrow').id },
    attributes: {},
  })
  const at = bridge.indexOf('She called')
  byQuote('it could collapse').spans.push({ start: at, end: at + 10, quote: 'She called', before: '', after: '' })
  await of.write(sidecarName('bridge.txt', 'ada-lind'), `${JSON.stringify(sidecar, null, 2)}\n`)
  const again = await Analyst.arrive({ open: of.path, profile: ada.profile })
  await again.opens(/Mayor promises/)
  await expect(again.annotations.getByRole('option')).toHaveCount(3)
  return again
}

test('Ada drags the ends of a claim: it keeps its identity, answers, note and link, and undo brings the old words back', async () => {
  const ada = await givenLayer(folder)
  await ada.clicks('will be replaced')
  const claim = ada.annotations.locator('[aria-selected=true]')
  await expect(claim).toHaveAttribute('aria-label', 'Claim: will be replaced by spring')
  const before = still(await folder.read(sidecarName('bridge.txt', 'ada-lind')))
  const [was] = (await folder.sidecar('bridge.txt', 'ada-lind')).annotations.filter(one => one.note)

  // Escape in the middle of a drag leaves everything as it is.
  const words = await ada.place('will be replaced by spring')
  await drags(ada, words.to, (await ada.place('will be replaced')).to)
  await expect(ada.text).toHaveClass(/page-dragging/)
  await ada.presses('Escape')
  await expect(ada.text).not.toHaveClass(/page-dragging/)
  await ada.window.mouse.up()
  await expect(claim).toHaveAttribute('aria-label', 'Claim: will be replaced by spring')

  // The end back, and the start on: one change each.
  await drags(ada, words.to, (await ada.place('will be replaced')).to)
  await ada.window.mouse.up()
  await expect(claim).toHaveAttribute('aria-label', 'Claim: will be replaced')
  await drags(ada, words.from, (await ada.place('bridge "will')).from)
  await ada.window.mouse.up()
  await expect(claim).toHaveAttribute('aria-label', 'Claim: bridge "will be replaced')
  await ada.seesSaved()
  const { annotations, links } = await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  const [is] = annotations.filter(one => one.note)
  expect(is).toMatchObject({ id: was!.id, attributes: was!.attributes, note: was!.note, created: was!.created })
  expect(is!.spans).toMatchObject([{ quote: 'bridge "will be replaced', start: bridge.indexOf('bridge "will') }])
  expect(links).toMatchObject([{ type: 'attributed-to', from: was!.id }])

  await ada.presses('Control+z', 'Control+z')
  await expect(claim).toHaveAttribute('aria-label', 'Claim: will be replaced by spring')
  await ada.seesSaved()
  await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  expect(still(await folder.read(sidecarName('bridge.txt', 'ada-lind')))).toBe(before)

  // A press that doesn't move is a click on the text: the caret goes there, and a second one takes the word.
  await ada.window.mouse.dblclick(words.to.x - 10, words.to.y)
  await expect.poll(() => ada.window.evaluate(() => document.getSelection()?.toString())).toBe('spring')
  await ada.leaveForGood()
})

test('Ada sees the parts of a claim as one, and drags an end of one without touching the other', async () => {
  const ada = await givenLayer(folder)
  await ada.clicks('could collapse')
  const claim = ada.annotations.locator('[aria-selected=true]')
  await expect(claim).toHaveAttribute('aria-label', 'Claim: it could collapse … She called')
  const marks = ada.text.locator('.page-frames')
  await expect(marks.locator('.page-grip')).toHaveCount(4)
  await expect(marks.locator('.page-join').first()).toBeAttached()
  await expect(ada.text.locator('.page-brace.page-strong')).toHaveCount(1)

  // The first part can't be dragged into the second.
  await drags(ada, (await ada.place('it could collapse')).to, (await ada.place('the delay')).to)
  await ada.window.mouse.up()
  await expect(claim).toHaveAttribute(
    'aria-label',
    /^Claim: it could collapse\. .*the council\. … She called|^Claim: it could/,
  )
  await ada.seesSaved()
  const { annotations } = await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
  const { spans } = annotations.find(one => one.spans.length === 2)!
  expect(spans.map(({ quote }) => quote)).toEqual([
    'it could collapse. "We were told," said Ana Prado, who leads the council.',
    'She called',
  ])
  await ada.leaveForGood()
})

test('more claims than there are lanes are counted in the margin, and the mark asks which one is meant', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 720 } })
  await ada.opens(/Mayor promises/)
  await stacks(
    ada,
    ['Engineers warned last year that it could', '1'],
    ['warned last year that it', '1'],
    ['warned last year that', '1'],
    ['last year that', '1'],
    ['last year', '1'],
    ['year that', '1'],
  )
  const more = ada.text.locator('.page-more')
  await expect(more).toHaveText('+2')
  await expect(more).toHaveAttribute('title', /^2 more annotations here/)
  await more.click()
  const list = ada.window.getByRole('menu', { name: 'Which one?', exact: true })
  await expect(list.getByRole('menuitemradio')).toHaveCount(6)
  await ada.presses('1')
  await expect(ada.annotations.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-label',
    /^Claim: (last year|year that)$/,
  )

  // When one goes, another takes its lane.
  await ada.presses('Delete')
  await expect(more).toHaveText('+1')
  await ada.presses('Control+z')
  await expect(more).toHaveText('+2')
  await ada.leaveForGood()
})

test('a card tells of the annotation that the mouse rests on, and goes when anything is done', async () => {
  const ada = await givenLayer(folder)
  const card = ada.window.getByRole('tooltip')
  const place = await ada.place('replaced by')
  await ada.window.mouse.move(place.from.x + 5, place.from.y)
  await ada.window.mouse.move(place.from.x + 6, place.from.y)
  await expect(card).toBeVisible()
  await expect(card).toHaveText(/Claim.*Type: promise.*By whom\?/s)
  await expect(card).not.toContainText('To whom?')
  await shutsNobodyOut(ada, 'card')

  // What lies under it can be pressed; a press and a key take it away.
  const under = (await card.boundingBox())!
  await ada.window.mouse.move(under.x + 20, under.y + under.height / 2)
  await expect(card).toHaveCount(0)
  await ada.window.mouse.move(place.from.x + 5, place.from.y)
  await expect(card).toBeVisible()
  await ada.presses('ArrowDown')
  await expect(card).toHaveCount(0)
  await ada.leaveForGood()
})

test('by keys the card stands in for the inspector, and whoever listens hears tag and note', async () => {
  const ada = await givenLayer(folder)
  const card = ada.window.getByRole('tooltip')
  await ada.presses('Control+1', 'Control+Home', 'Tab', 'Tab')
  await expect(ada.window.getByText('Claim: “will be replaced by spring”, note: By whom?, 2 of 3.')).toBeAttached()
  await expect(ada.inspector).toBeVisible()
  await expect(card).toHaveCount(0)

  await ada.presses('Control+i', 'Control+1', 'Shift+Tab', 'Tab')
  await expect(card).toHaveText(/Claim.*Type: promise.*By whom\?/s)
  await ada.presses('Tab')
  await expect(card).toHaveText('Claim')
  await ada.presses('Escape')
  await expect(card).toHaveCount(0)
  await ada.leaveForGood()
})

async function shutsNobodyOut(ada: Analyst, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([])
}

test('the word beside the selected annotation can be selected by mouse, and the end is still taken hold of', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await stacks(ada, ['mayor of', '2'])
  await ada.annotation('Actor', 'mayor of').click()
  await ada.selects('Ferrow')
  await ada.annotation('Actor', 'mayor of').click()
  await ada.selects('The')
  await expect(ada.annotation('Actor', 'mayor of')).toBeVisible()

  await ada.annotation('Actor', 'mayor of').click()
  const end = (await ada.place('mayor of')).to
  await drags(ada, { x: end.x + 2, y: end.y }, (await ada.place('Ferrow')).to)
  await ada.window.mouse.up()
  await expect(ada.annotation('Actor', 'mayor of Ferrow')).toBeVisible()
  await ada.leaveForGood()
})
