import { expect, test } from 'playwright/test'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'

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
  expect(await ada.window.evaluate(() => document.getSelection()?.toString())).toBe('close. ')
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
