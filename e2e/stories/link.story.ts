import { AxeBuilder } from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const bridge = `Mayor promises a new bridge

The mayor of Ferrow said on Monday that the old bridge will be replaced by spring.

Engineers warned last year that it could collapse. "We were told," said Ana Prado, who leads the council.

${Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1} of a long story in which nothing at all is said by anybody.`).join('\n\n')}

A spokesman for the builders denied everything.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'bridge.txt': bridge })
})
test.afterEach(() => folder.forget())

/** Ada has opened the article and tagged what the mayor and the engineers say, and them. */
async function adaTags(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.selects('The mayor of Ferrow')
  await ada.presses('2')
  await ada.selects('Engineers')
  await ada.presses('2')
  await ada.selects('the old bridge will be replaced by spring')
  await ada.presses('1')
  await expect(ada.inspector).toContainText('replaced by spring')
  return ada
}

function targets(ada: Analyst) {
  return ada.window.getByRole('listbox', { name: 'What to link with' })
}
function links(ada: Analyst) {
  return ada.inspector.getByRole('list', { name: 'Links' })
}
async function linksOnDisk() {
  return (await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')).links
}
async function annotationsOnDisk() {
  return (await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')).annotations
}

test('Ada links a claim to its source with one letter, and a digit changes what kind of link it is', async () => {
  const ada = await adaTags()
  await ada.presses('r')
  await expect(targets(ada).getByRole('option')).toHaveText([
    /^f.*Engineers/,
    /^j.*The mayor of Ferrow/,
    /^a.*the author/,
  ])
  await ada.presses('j')
  await expect(targets(ada)).toHaveCount(0)
  await expect(links(ada).getByRole('listitem')).toContainText('The mayor of Ferrow')
  await expect(links(ada).getByRole('combobox')).toHaveValue('attributed-to')

  // The text has kept the focus: the next digit is for the link, not for the claim.
  await ada.presses('2')
  await expect(links(ada).getByRole('combobox')).toHaveValue('relayed-by')
  // Any other key ends that; digits tag again.
  await ada.presses('Escape')

  // Before the letter a digit offers only what that kind allows.
  await ada.annotation('Claim', 'the old bridge').click()
  await ada.presses('Control+1', 'r', '3')
  await expect(targets(ada).getByRole('option')).toHaveCount(2)
  await ada.presses('f')
  await expect(links(ada).getByRole('listitem')).toHaveCount(2)
  await ada.seesSaved()
  await ada.leaveForGood()

  const { annotations, links: kept } = await folder.sidecar('bridge.txt', 'ada-lind')
  const idOf = (quote: string) => annotations.find(({ spans }) => spans[0]!.quote === quote)!.id
  const from = idOf('the old bridge will be replaced by spring')
  expect(kept.map(({ id: _, ...link }) => link)).toEqual(
    expect.arrayContaining([
      { type: 'relayed-by', from, to: { annotation: idOf('The mayor of Ferrow') }, attributes: {} },
      { type: 'about', from, to: { annotation: idOf('Engineers') }, attributes: {} },
    ]),
  )
})

test('the source is made on the fly while linking, by keys or by mouse, and is one undo', async () => {
  const ada = await adaTags()
  await ada.presses('r')
  await ada.selects('Ana Prado')
  await ada.presses('Enter')
  await expect(ada.annotation('Actor', 'Ana Prado')).toBeVisible()
  await expect(links(ada).getByRole('listitem')).toContainText('Ana Prado')
  await expect(ada.inspector).toContainText('replaced by spring')
  const before = await annotationsOnDisk()
  expect(before).toHaveLength(4)

  await ada.presses('Control+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(3)
  await expect.poll(async () => (await linksOnDisk()).length).toBe(0)
  await ada.presses('Control+Shift+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(4)
  await expect.poll(async () => (await linksOnDisk()).length).toBe(1)
  expect(await annotationsOnDisk()).toEqual(before)

  // By mouse: the bar beside the selected words makes an event, and the kind of link follows.
  await ada.annotation('Claim', 'the old bridge').click()
  await ada.presses('Control+1', 'r')
  await ada.selects('collapse')
  await ada.window.getByRole('toolbar', { name: 'Tag the selection' }).getByRole('button', { name: /Event/ }).click()
  await expect(links(ada).getByRole('listitem')).toHaveCount(2)
  await expect
    .poll(async () => (await linksOnDisk()).map(({ type }) => type).sort())
    .toEqual(['about', 'attributed-to'])
  await ada.leaveForGood()
})

test('a target three screens away has its letter too, words find it, and a click on a target links', async () => {
  const ada = await adaTags()
  await ada.scrollsTo('A spokesman for the builders')
  await ada.selects('A spokesman for the builders')
  await ada.presses('2')
  await ada.annotation('Claim', 'the old bridge').click()
  await ada.presses('Control+1', 'r')
  await expect(targets(ada).getByRole('option', { name: /A spokesman/ })).toContainText('42 paragraphs on')
  await ada.presses('/')
  await ada.window.keyboard.type('spokes')
  await expect(targets(ada).getByRole('option')).toHaveCount(1)
  await ada.presses('Enter')
  await expect(links(ada).getByRole('listitem')).toContainText('A spokesman for the builders')

  // It is followed, and the way leads back.
  await ada.presses('Control+1', 'l')
  await expect(ada.text.getByText('A spokesman for the builders')).toBeInViewport()
  await ada.presses('l')
  await expect(ada.text.getByText('The mayor of Ferrow')).toBeInViewport()

  // By mouse: a click on what can be linked links.
  await ada.presses('r')
  await ada.clicks('Engineers')
  await expect(links(ada).getByRole('listitem')).toHaveCount(2)
  await ada.leaveForGood()
})

test('a link has a cue, answers and a kind, and each can be taken back', async () => {
  const ada = await adaTags()
  await ada.presses('r', 'f')
  await expect(links(ada).getByRole('listitem')).toHaveCount(1)
  await ada.selects('said on Monday')
  await ada.presses('Shift+R')
  await expect(links(ada)).toContainText('said on Monday')
  await links(ada).getByRole('button', { name: 'explicit' }).click()
  await expect
    .poll(async () => (await linksOnDisk())[0])
    .toMatchObject({
      type: 'attributed-to',
      attributes: { explicitness: 'explicit' },
      cue: { quote: 'said on Monday', start: bridge.indexOf('said on Monday') },
    })

  // Another kind asks other questions; undo brings the answer back.
  await links(ada).getByRole('combobox').selectOption({ label: 'about' })
  await expect.poll(async () => (await linksOnDisk())[0]).toMatchObject({ type: 'about', attributes: {} })
  await ada.presses('Control+z')
  await expect.poll(async () => (await linksOnDisk())[0]).toMatchObject({ attributes: { explicitness: 'explicit' } })

  await links(ada).getByRole('button', { name: 'Take the cue “said on Monday” away' }).click()
  await expect.poll(async () => (await linksOnDisk())[0]).not.toHaveProperty('cue')
  await links(ada)
    .getByRole('button', { name: /^Remove the link/ })
    .click()
  await expect.poll(linksOnDisk).toEqual([])
  await ada.leaveForGood()
})

test('a claim leads to its source and an actor to its claims, one after another', async () => {
  const ada = await adaTags()
  await ada.presses('s')
  await expect(ada.window.getByText('No source yet; R links one.').first()).toBeAttached()
  await ada.presses('r', 'j')
  await ada.selects('We were told')
  await ada.presses('1', 'r')
  await targets(ada)
    .getByRole('option', { name: /The mayor/ })
    .click()
  await expect(links(ada)).toContainText('The mayor of Ferrow')

  await ada.presses('Control+1', 's')
  const chosen = ada.annotations.locator('[aria-selected=true]')
  await expect(chosen).toHaveAttribute('aria-label', /The mayor/)
  await ada.presses('s')
  await expect(chosen).toHaveAttribute('aria-label', /the old bridge/)
  await ada.presses('s')
  await expect(chosen).toHaveAttribute('aria-label', /The mayor/)
  await ada.presses('s')
  await expect(chosen).toHaveAttribute('aria-label', /We were told/)
  await ada.leaveForGood()
})

test('links are drawn in the text with their kind, ends out of sight at the edge, and a screen reader finds nothing amiss', async () => {
  const ada = await adaTags()
  await ada.presses('r')
  // A letter stands beside each target that can be seen.
  await expect(ada.text.locator('.page-hint')).toHaveText(['f', 'j'])
  await clean(ada)
  await ada.presses('j')
  await expect(ada.text.locator('.page-hint')).toHaveCount(0)
  await expect(ada.text.locator('.page-link-label')).toHaveText(['said by'])
  const { from, to } = await ada.place('The mayor of Ferrow')
  // It is drawn anew whenever something near it changes.
  await expect(async () => {
    const head = await ada.text.locator('.page-link-head').boundingBox()
    expect(head?.x).toBeGreaterThan(from.x - 10)
    expect(head?.x).toBeLessThan(to.x + 10)
  }).toPass()
  await clean(ada)

  // From the other end, far away, the mayor is named at the edge; a click on the name goes there.
  await ada.scrollsTo('A spokesman for the builders')
  await ada.selects('denied everything')
  await ada.presses('1', 'r')
  await targets(ada)
    .getByRole('option', { name: /The mayor/ })
    .click()
  const edge = ada.window.locator('.page-edge-top [data-link]')
  await expect(edge).toContainText('said by The mayor of Ferrow 42 paragraphs back')
  await edge.click()
  await expect(ada.text.getByText('The mayor of Ferrow')).toBeInViewport()
  await expect(ada.inspector).toContainText('The mayor of Ferrow')

  // Without links nothing is drawn.
  await ada.presses('Control+1', 'Escape')
  await expect(ada.text.locator('.page-link')).toHaveCount(0)
  await ada.leaveForGood()
})

test('a person who hears the screen links from a list of targets, and goes through links by keys alone', async () => {
  const ada = await adaTags()
  await ada.presses('Control+1', 'r', 'Tab', 'ArrowDown')
  await expect(targets(ada)).toBeFocused()
  await expect(targets(ada).getByRole('option', { selected: true })).toHaveAccessibleName(
    'j, Actor, The mayor of Ferrow, same paragraph',
  )
  await ada.presses('Enter')
  await expect(ada.window.getByText('said by “The mayor of Ferrow”.').first()).toBeAttached()

  await links(ada).getByRole('combobox').focus()
  await ada.window.keyboard.press('ArrowDown')
  await expect.poll(async () => (await linksOnDisk()).map(({ type }) => type)).toEqual(['relayed-by'])
  await ada.presses('Tab')
  await expect(links(ada).getByRole('button', { name: 'The mayor of Ferrow', exact: true })).toBeFocused()
  await ada.presses('Tab', 'Enter')
  await expect.poll(linksOnDisk).toEqual([])
  await ada.leaveForGood()
})

test('what is deleted takes its links along, and undo to the start and redo to the end leave the same bytes', async () => {
  const ada = await adaTags()
  await ada.presses('r', 'f', 'r', 'j', '4', 'r', 'a')
  await expect(links(ada).getByRole('listitem')).toHaveCount(3)
  await ada.annotation('Actor', 'The mayor').click()
  await ada.presses('Delete')
  await expect(ada.annotations.getByRole('option')).toHaveCount(2)
  await expect.poll(async () => (await linksOnDisk()).length).toBe(2)
  const end = await plain()

  for (let i = 0; i < 7; i++) await ada.presses('Control+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(0)
  for (let i = 0; i < 7; i++) await ada.presses('Control+Shift+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(2)
  await expect.poll(plain).toBe(end)
  await ada.presses('Control+z')
  await expect.poll(async () => (await linksOnDisk()).length).toBe(3)
  await ada.leaveForGood()

  async function plain(): Promise<string> {
    await folder.sidecarOnceSaved('bridge.txt', 'ada-lind')
    const bytes = (await folder.read('bridge.txt.ada-lind.stet.json')).toString()
    return bytes.replace(/^ {2}"(revision|modified)": .*$/gm, '')
  }
})

/** Fails if axe finds anything on the screen, in the light or in the dark. */
async function clean({ window }: Analyst): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
}
