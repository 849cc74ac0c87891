import { expect, test } from 'playwright/test'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'

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
