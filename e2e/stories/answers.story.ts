import { AxeBuilder } from '@axe-core/playwright'
import type { Attribute } from '../../shared/codebook/codebook.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const people = Array.from({ length: 300 }, (_, i) => ({ id: `e-${i}`, kind: 'event', name: `Flood of ${1700 + i}` }))

/** A question about events, of a kind that the codebook of the program doesn't ask in. */
function question(id: string, kind: Attribute['kind'], more: Partial<Attribute> = {}): Attribute {
  const label = id.charAt(0).toUpperCase() + id.slice(1)
  return { id, tag: 'event', label, kind, choices: [], key: '', guidance: '', folded: false, ...more }
}

const attributes = [
  ...defaultCodebook.attributes,
  question('victims', 'number'),
  question('causes', 'several', { choices: ['rain', 'ice', 'dam'].map(id => ({ id, label: id })) }),
  question('mood', 'text', { retired: true }),
]

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'a.txt': 'High water\n\nThe flood came at night. A flood like this was never seen.\n',
    'b.txt': 'The day after\n\nThe flood went as it had come.\n',
    'stet.json': JSON.stringify({
      formatVersion: 1,
      codebook: { ...defaultCodebook, version: 2, attributes },
      entities: people,
    }),
  })
})
test.afterEach(() => folder.forget())

const pane = (ada: Analyst) => ada.window.getByRole('region', { name: 'Below the text' })
const hits = (ada: Analyst) => pane(ada).getByRole('listbox', { name: 'Hits' })
const says = (ada: Analyst, words: string) => expect(pane(ada).getByText(words, { exact: true })).toBeVisible()
const isDone = (ada: Analyst, words: string) => expect(ada.window.getByText(words).first()).toBeVisible()
const asks = (ada: Analyst, name: string) => ada.window.getByRole('dialog', { name })

async function isClean(ada: Analyst): Promise<void> {
  const found = await new AxeBuilder({ page: ada.window as never }).setLegacyMode().analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
}

async function answers(): Promise<unknown[]> {
  const { annotations } = await folder.sidecarOnceSaved('a.txt', 'ada-lind')
  return annotations.map(({ attributes, entity }) => [attributes, entity])
}

/** Everything that was found gets an answer to a question; the menu is gone through by keys. */
async function asksAll(ada: Analyst, item: string): Promise<void> {
  await hits(ada).focus()
  await ada.presses('Control+a', 'Control+Enter')
  await ada.window.getByRole('menuitemradio', { name: item }).click()
}

/** Every flood is an event, and they are what is searched. */
async function tagsFloods(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: { width: 1280, height: 800 } })
  await ada.opens(/High water/)
  await ada.presses('Control+Shift+F')
  await ada.window.keyboard.type('flood')
  await says(ada, '3 in 2 articles')
  await hits(ada).focus()
  await ada.presses('Control+a', 'Control+Enter', '3')
  await isDone(ada, '3 places tagged in 2 articles. One undo takes it back.')
  await pane(ada).getByRole('combobox', { name: 'What is searched' }).selectOption({ label: 'Annotations' })
  await expect(hits(ada).getByRole('option', { name: /, Event, by ada-lind$/ })).toHaveCount(3)
  return ada
}

/** Answers a question in words for everything that was found. */
async function writes(ada: Analyst, item: string, words: string): Promise<void> {
  await asksAll(ada, item)
  await ada.window.keyboard.type(words)
  await ada.presses('Enter')
}

test('numbers, dates and several answers are given to many hits at once, and one entity of hundreds', async () => {
  const ada = await tagsFloods()

  // A number: what is none is said, and nothing is done.
  await asksAll(ada, 'Set Victims…')
  await expect(asks(ada, 'Victims of 3 hits')).toBeVisible()
  await ada.window.keyboard.type('many')
  await ada.presses('Enter')
  await expect(asks(ada, 'Victims of 3 hits').getByText('Write a number, as 12 or 1.5.')).toBeVisible()
  await isClean(ada)
  await ada.presses('Control+a')
  await ada.window.keyboard.type('12')
  await ada.presses('Enter')
  await expect.poll(answers).toEqual(Array(2).fill([{ victims: 12 }, undefined]))

  // Several answers, by the keyboard, in the order of the codebook.
  await asksAll(ada, 'Set Causes…')
  await ada.presses('Tab', 'Tab', 'Space', 'Shift+Tab', 'Shift+Tab', 'Space', 'Enter')
  await expect.poll(answers).toEqual(Array(2).fill([{ victims: 12, causes: ['rain', 'dam'] }, undefined]))

  // A date; a question that was given up isn't asked.
  await hits(ada).focus()
  await ada.presses('Control+a', 'Control+Enter')
  await expect(ada.window.getByRole('menuitemradio', { name: 'Set When…' })).toBeVisible()
  await expect(ada.window.getByRole('menuitemradio', { name: 'Set Mood…' })).toHaveCount(0)
  await ada.window.getByRole('menuitemradio', { name: 'Set When…' }).click()
  await ada.window.keyboard.type('2031-03')
  await ada.presses('Enter')
  await expect
    .poll(answers)
    .toEqual(Array(2).fill([{ victims: 12, causes: ['rain', 'dam'], when: '2031-03' }, undefined]))

  // One entity of three hundred, by its name: those that the words name are offered before anything is typed.
  await asksAll(ada, 'Set the entity…')
  const who = asks(ada, 'Who or what 3 hits mean')
  await expect(who.getByRole('option').first()).toHaveText(/^Flood of/)
  await isClean(ada)
  await ada.window.keyboard.type('1987')
  await expect(who.getByRole('option')).toHaveText([/^Flood of 1987/])
  await ada.presses('Enter')
  await expect.poll(async () => (await answers()).map(one => (one as unknown[])[1])).toEqual(['e-287', 'e-287'])

  await ada.leaveForGood()
})

test('hits are found by numbers and dates of their answers, and by an entity whose name is typed', async () => {
  const ada = await tagsFloods()
  await writes(ada, 'Set Victims…', '12')
  await expect.poll(answers).toEqual(Array(2).fill([{ victims: 12 }, undefined]))
  await writes(ada, 'Set When…', '2031-03')
  await expect.poll(answers).toEqual(Array(2).fill([{ victims: 12, when: '2031-03' }, undefined]))

  // A bound that isn't reached, and one that is.
  await pane(ada).getByRole('button', { name: 'Filters' }).click()
  const answer = pane(ada).getByRole('combobox', { name: 'Answer' })
  await answer.selectOption({ label: 'Event, Victims from…' })
  await ada.window.keyboard.type('13')
  await ada.presses('Enter')
  await says(ada, 'Nothing found')
  await pane(ada).getByRole('button', { name: 'Take the filter “Event, Victims from 13” off' }).click()
  await says(ada, '3 in 2 articles')
  await answer.selectOption({ label: 'Event, When until…' })
  await ada.window.keyboard.type('soon')
  await ada.presses('Enter')
  await says(ada, 'Write a date, as 2031, 2031-03 or 2031-03-04.')
  await isClean(ada)
  await ada.presses('Control+a')
  await ada.window.keyboard.type('2031-03-09')
  await ada.presses('Enter')
  await says(ada, '3 in 2 articles')
  await expect(answer).toBeFocused()
  await pane(ada).getByRole('combobox', { name: 'Entity' }).fill('1986')
  await ada.presses('Enter')
  await says(ada, 'Nothing found')
  await pane(ada).getByRole('button', { name: 'Take the filter “Flood of 1986” off' }).click()
  await says(ada, '3 in 2 articles')
  await ada.leaveForGood()
})
