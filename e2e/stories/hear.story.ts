import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

On Tuesday the port closed. The union called that a victory, and the harbour master called it a day of shame.
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': strike })
})
test.afterEach(() => folder.forget())

/** The marked words of the page as a screen reader is given them by Chromium, each with what is said of it. */
async function marksHeard({ window }: Analyst): Promise<string[]> {
  const session = await window.context().newCDPSession(window)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map(node => [node.nodeId, node]))
  const wordsOf = (id: string): string => {
    const node = byId.get(id)
    if (!node) return ''
    if (node.role?.value === 'StaticText') return String(node.name?.value ?? '')
    return (node.childIds ?? []).map(wordsOf).join('')
  }
  const isOnPage = (id: string | undefined): boolean => {
    const node = id === undefined ? undefined : byId.get(id)
    return node !== undefined && (node.role?.value === 'article' || isOnPage(node.parentId))
  }
  return nodes
    .filter(node => node.role?.value === 'mark' && isOnPage(node.parentId))
    .map(node => `${wordsOf(node.nodeId)} (${node.description?.value ?? ''})`)
}

/** Three annotations, one in another, one over the edge of it, one with a note. */
async function annotates(ada: Analyst): Promise<void> {
  await ada.opens(/Dockers walk out/)
  await ada.selects('The union')
  await ada.presses('2')
  await ada.selects('The harbour master')
  await ada.presses('2', 'm')
  await ada.window.keyboard.type('Not named here')
  await ada.presses('Escape')
  await ada.selects('The union said on Monday that the port would close')
  await ada.presses('1')
  await ada.seesSaved()
}

test('what is annotated is heard where the whole article is mounted, and the text, caret and selection stay right', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await annotates(ada)
  expect(await marksHeard(ada)).toEqual([])
  await ada.presses('Control+1', 'Control+k')
  await ada.window.keyboard.type('mount the whole')
  await ada.presses('Enter')
  await expect(ada.text.locator('mark')).toHaveCount(3)
  expect(await marksHeard(ada)).toEqual([
    'The union (Claim; Actor)',
    ' said on Monday that the port would close (Claim, going on)',
    'The harbour master (Actor, note: Not named here)',
  ])

  // By keys and over the edges of marks.
  await ada.caretBefore('The harbour')
  await ada.presses('Shift+ArrowLeft', 'Shift+Control+ArrowLeft')
  await expect.poll(() => ada.window.evaluate(() => document.getSelection()?.toString())).toBe('close. ')
  await ada.presses('Shift+Control+ArrowRight', 'Shift+Control+ArrowRight', 'Shift+Control+ArrowRight')
  await ada.presses('3')
  await ada.seesSaved()
  await expect(ada.annotation('Event', 'The harbour')).toBeVisible()
  await expect.poll(() => marksHeard(ada)).toContain('The harbour (Actor, note: Not named here; Event)')
  // By the mouse, within one mark.
  await ada.selects('on Monday')
  await ada.presses('3')
  await expect(ada.annotation('Event', 'on Monday')).toBeVisible()
  await expect.poll(() => marksHeard(ada)).toContain('on Monday (Claim, going on; Event)')
  await ada.presses('Control+z')
  await expect.poll(() => marksHeard(ada)).not.toContain('on Monday (Claim, going on; Event)')
  await ada.leaveForGood()
})

test('where a screen reader is on, articles are whole and their annotations heard by themselves, until Ada says otherwise', async () => {
  const ada = await Analyst.arrive({
    name: 'Ada Lind',
    open: folder.path,
    switches: ['--force-renderer-accessibility'],
  })
  await annotates(ada)
  await expect.poll(() => marksHeard(ada)).toContain('The harbour master (Actor, note: Not named here)')
  await ada.presses('Control+1', 'Control+k')
  await ada.window.keyboard.type('mount the whole')
  await ada.presses('Enter')
  await expect.poll(() => marksHeard(ada)).toEqual([])
  await ada.leave()
  const again = await Analyst.arrive({
    profile: ada.profile,
    open: folder.path,
    switches: ['--force-renderer-accessibility'],
  })
  await again.isReading(/Dockers/)
  expect(await marksHeard(again)).toEqual([])
  await again.leaveForGood()
})

test('Ada does the whole job by what she hears: from the list to the article, its claims, their sources, and back by undo', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const { window } = ada
  /** What is said last, wherever it is heard. */
  const hears = (words: string | RegExp) =>
    expect.poll(async () => (await window.getByRole('status').allTextContents()).join('')).toMatch(words)

  await expect(ada.articles).toBeVisible()
  await ada.presses('/')
  await expect(
    window.getByRole('searchbox', { name: 'Filter the articles by title, path, outlet, author or date' }),
  ).toBeFocused()
  await window.keyboard.type('strike')
  await hears('1 article')
  await ada.presses('Enter')
  await expect(ada.articles).toBeFocused()
  await ada.presses('Enter')
  await expect(window.getByRole('article', { name: 'Text of Dockers walk out' })).toBeFocused()
  await hears(/^Dockers walk out: (\d+ words, )?0 annotations\.$/)

  // “The union” is an actor, what it said a claim; both are selected word by word.
  await ada.presses('Control+Home', 'Control+ArrowDown')
  await ada.presses('Shift+Control+ArrowRight', 'Shift+Control+ArrowRight', '2')
  await hears('Actor: “The union” added.')
  await ada.presses('Escape')
  for (let i = 0; i < 3; i++) await ada.presses('Control+ArrowRight')
  for (let i = 0; i < 5; i++) await ada.presses('Shift+Control+ArrowRight')
  await ada.presses('1')
  await hears(/^Claim: “.*” added\.$/)
  await ada.presses('a')
  await expect(window.getByRole('menu', { name: 'Attribute of this claim' })).toBeFocused()
  await ada.presses('t')
  await expect(window.getByRole('menu', { name: 'Type' })).toBeFocused()
  await ada.presses('1')
  await hears('Type: factual.')
  await ada.presses('r')
  await hears(/^Linking “.*”\. \d+ targets?, first (\w): The union\./)
  const said = await window.getByRole('status').filter({ hasText: 'Linking' }).textContent()
  await ada.presses(/first (\w):/.exec(said!)![1]!)
  await hears(/”, said by “The union”\.$/)
  await ada.presses('m')
  await expect(window.getByRole('textbox', { name: /^Note/ })).toBeFocused()
  await window.keyboard.type('On the record')
  await ada.presses('Escape')
  await hears('Note kept.')

  await ada.presses('Escape', 'Control+Home', 'Alt+1')
  await hears(/^Claim 1 of 1: “.*”, said by The union\.$/)
  await ada.presses('s')
  await hears('Actor: “The union”, 1 of 2.')
  await ada.presses('Shift+Tab', 'Tab')
  await hears(/^Claim: “.*”, note: On the record, 2 of 2\.$/)
  await ada.presses('3')
  await hears(/^Now Event: “.*”\.$/)
  await ada.presses('Control+z')
  await hears(/^Undone: Claim “.*” is as it was\.$/)
  await ada.presses('Control+Shift+z')
  await hears(/^Done again: Event “.*” is as it was\.$/)
  await ada.presses('Control+z')
  await ada.presses('Delete')
  await hears(/^Claim removed: “.*”\.$/)
  await ada.presses('Control+z')
  await hears(/^Undone: Claim “.*” is there again\.$/)
  await ada.presses('d')
  await hears('Marked as done.')
  await expect(window.getByRole('region', { name: 'Status', exact: true })).toContainText('Saved')
  await ada.leaveForGood()
})

test('Ada says who is who, searches, tags all, mends a problem and changes the codebook by what she hears', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 800 } })
  const { window } = ada
  const hears = (words: string | RegExp) =>
    expect.poll(async () => (await window.getByRole('status').allTextContents()).join('')).toMatch(words)
  await expect(ada.articles).toBeVisible()
  await ada.presses('n')
  await expect(window.getByRole('article', { name: 'Text of Dockers walk out' })).toBeFocused()

  // Who is meant: named, made, and heard with the annotation from then on.
  await ada.presses('Control+Home', 'Control+ArrowDown')
  await ada.presses('Shift+Control+ArrowRight', 'Shift+Control+ArrowRight', '2')
  await hears('Actor: “The union” added.')
  await ada.presses('e')
  await expect(window.getByRole('dialog', { name: 'Who or what is “The union”?' })).toBeVisible()
  await expect(window.getByRole('dialog', { name: 'Who or what is “The union”?' }).getByRole('combobox')).toBeFocused()
  await window.keyboard.type('Dockers’ Union')
  await expect(window.getByRole('option', { name: /^Create “Dockers’ Union”/ })).toBeVisible()
  await ada.presses('Enter')
  await hears('“The union”: Dockers’ Union.')
  await ada.presses('Escape', 'Control+Home', 'Alt+2')
  await hears('Actor 1 of 1: “The union”, Dockers’ Union.')

  // A search: how many, and each hit in its turn.
  await ada.presses('Control+Shift+f')
  await expect(window.getByRole('combobox', { name: 'Search for' })).toBeFocused()
  await window.keyboard.type('harbour master')
  await hears('2 in 1 article')
  await ada.presses('Enter')
  await expect(window.getByRole('listbox', { name: 'Hits' })).toBeFocused()
  await hears('“harbour master”, hit 1 of 2.')

  // Every other place of an annotation's words: ticked in a list, tagged at once.
  await ada.presses('Control+1', 'Escape', 'Control+Home', 'Alt+2')
  await hears('Actor 1 of 1')
  await ada.presses('Shift+T')
  const hits = window.getByRole('listbox', { name: 'Hits' })
  await expect(hits).toBeFocused()
  await expect(hits.getByRole('option', { name: /The union called that a victory/ })).toHaveAttribute(
    'aria-checked',
    'true',
  )
  await ada.presses('Control+Enter')
  await hears('1 place tagged')
  await ada.presses('Control+z')
  await hears('Undone: Tagging 1 place as Actor.')

  // A problem is said with its way out.
  await ada.presses('Control+1', 'Escape', 'Control+Home')
  for (let i = 0; i < 5; i++) await ada.presses('Shift+Control+ArrowRight')
  await ada.presses('3')
  await hears(/Event: “.*” added\./)
  await ada.presses('F8')
  await hears(/problem \d of \d\./)

  // The codebook: a tree, fields with names, and what has become of a change.
  await ada.presses('Control+Shift+C')
  const codebook = window.getByRole('dialog', { name: 'Codebook' })
  await expect(codebook.getByRole('tree', { name: 'Tags, questions, links and reasons' })).toBeFocused()
  await codebook.getByRole('button', { name: 'Add a tag' }).press('Enter')
  await expect(codebook.getByRole('textbox', { name: 'Name of the new tag' })).toBeFocused()
  await window.keyboard.type('Wish')
  await ada.presses('Enter')
  await expect(codebook.getByRole('status')).toHaveText('Wish added.')
  await expect(codebook.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await ada.presses('Control+z')
  await expect(codebook.getByRole('status')).toHaveText(/^Undone/)
  await expect(codebook.getByRole('treeitem', { name: 'Wish' })).toHaveCount(0)
  await ada.presses('Escape', 'Escape')
  await expect(codebook).toHaveCount(0)
  await ada.seesSaved()
  await ada.leaveForGood()
})

test('what is done in a dialog is said in it, for what lies behind it is silent', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.presses('Control+1', 'F1')
  const sheet = ada.window.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('button', { name: /^Print the article: .*Change$/ }).click()
  await ada.presses('Enter', 'F4')
  await expect(sheet.getByRole('status')).toHaveText('F4 is now a key of “Print the article”.')
  await ada.leaveForGood()
})
