import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const bridge = `The Evening Post

Mayor promises a new bridge

The mayor of Ferrow said on Monday that the old bridge "will be replaced by spring".

Engineers warned last year that it could collapse. 💬 "We were told," said Ana Prado, who leads the council. She called the delay a scandal.

A closing line of the story.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'bridge.txt': bridge })
})
test.afterEach(() => folder.forget())

test('Ada tags a claim, an actor and an event with the mouse, and a script can read them', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)

  await ada.selects('will be replaced by spring')
  await ada.window.getByRole('toolbar', { name: 'Tag the selection' }).getByRole('button', { name: /Claim/ }).click()
  await expect(ada.annotation('Claim', 'will be replaced')).toBeVisible()
  await ada.selects('Ana Prado')
  await ada.presses('2')
  await ada.selects('collapse')
  await ada.presses('3')

  await expect(ada.annotations.getByRole('option')).toHaveCount(3)
  await ada.seesSaved()
  await ada.leaveForGood()

  const { annotations, annotator, revision } = await folder.sidecar('bridge.txt', 'ada-lind')
  expect(annotator).toMatchObject({ id: 'ada-lind', name: 'Ada Lind' })
  expect(revision).toBe(3)
  expect(annotations.map(({ tag, spans }) => [tag, spans[0]!.quote])).toEqual([
    ['claim', 'will be replaced by spring'],
    ['event', 'collapse'],
    ['actor', 'Ana Prado'],
  ])
  const characters = [...bridge]
  for (const { spans } of annotations) {
    for (const { start, end, quote } of spans) expect(characters.slice(start, end).join('')).toBe(quote)
  }
})

test('Ada does the whole job by keyboard: opens, selects by letter, word and sentence, tags, sets, notes, removes', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles.getByRole('option')).toHaveCount(1)
  // In the very first moments of a window a key may still be lost; a person presses again.
  await expect(async () => {
    await ada.presses('n')
    await expect(ada.text).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await ada.presses('Control+1')

  // By word: "Engineers warned".
  await ada.caretBefore('Engineers')
  await ada.presses('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', '3')
  await expect(ada.annotation('Event', 'Engineers warned')).toBeVisible()

  // By letter: "Ana".
  await ada.caretBefore('Ana Prado')
  await ada.presses('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', '2')
  await expect(ada.annotation('Actor', 'Ana')).toBeVisible()

  // By sentence.
  await ada.caretBefore('She called')
  await ada.presses('Alt+Shift+ArrowRight', '1')
  await expect(ada.annotation('Claim', 'She called the delay a scandal.')).toBeVisible()

  // An attribute by its letter and a number, a note, and the tag changed.
  await ada.presses('a', 't', '3')
  await expect(ada.inspector.getByRole('button', { name: 'demand' })).toHaveAttribute('aria-pressed', 'true')
  await ada.presses('m')
  await ada.window.keyboard.type('Strong words')
  await ada.presses('Escape')
  await ada.seesSaved()

  // From one annotation to the one before, and away with it.
  await ada.presses('Control+1', 'Shift+Tab', 'Delete')
  await expect(ada.annotations.getByRole('option')).toHaveCount(2)
  await ada.leaveForGood()

  const { annotations } = await folder.sidecar('bridge.txt', 'ada-lind')
  expect(annotations.map(({ tag, spans }) => [tag, spans[0]!.quote])).toEqual([
    ['event', 'Engineers warned'],
    ['claim', 'She called the delay a scandal.'],
  ])
  expect(annotations[1]).toMatchObject({ attributes: { type: 'demand' }, note: 'Strong words' })
})

test('a loose drag becomes whole words of the text: white space is dropped and an emoji is never cut', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.selects(' 💬 ')
  await ada.presses('2')
  await expect(ada.annotation('Actor', '💬')).toBeVisible()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar('bridge.txt', 'ada-lind')
  expect(annotations[0]!.spans[0]).toMatchObject({ quote: '💬' })
})

test('annotations overlap, nest and cross paragraphs, and each can be seen and reached', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Mayor promises/)
  await ada.selects('The mayor of Ferrow said on Monday')
  await ada.presses('3')
  await ada.selects('mayor of Ferrow')
  await ada.presses('2')
  await ada.selects('Ferrow said on Monday that the old bridge')
  await ada.presses('1')
  // From the middle of one paragraph into the next.
  await ada.caretBefore('replaced by spring')
  for (let i = 0; i < 8; i++) await ada.presses('Control+Shift+ArrowRight')
  await ada.presses('1')
  await expect(ada.annotations.getByRole('option')).toHaveCount(4)

  // The mouse reaches the smallest first, then those around it.
  await ada.presses('Escape')
  await ada.clicks('Ferrow')
  await expect(ada.inspector).toContainText('mayor of Ferrow')
  const chosen = ada.annotations.locator('[aria-selected=true]')
  const seen = new Set<string>()
  let last = 'none'
  for (let i = 0; i < 3; i++) {
    await expect(chosen).not.toHaveAttribute('aria-label', last)
    last = (await chosen.getAttribute('aria-label')) ?? ''
    seen.add(last)
    await ada.clicks('Ferrow')
  }
  expect(seen.size).toBe(3)

  // So does the keyboard.
  const walked = new Set<string>()
  last = 'none'
  await ada.presses('Control+1', 'Control+Home')
  for (let i = 0; i < 4; i++) {
    await ada.presses('Tab')
    await expect(chosen).not.toHaveAttribute('aria-label', last)
    last = (await chosen.getAttribute('aria-label')) ?? ''
    walked.add(last)
  }
  expect(walked.size).toBe(4)
  await ada.seesSaved()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar('bridge.txt', 'ada-lind')
  expect(annotations.at(-1)!.spans[0]!.quote).toContain('\n\nEngineers')
})
