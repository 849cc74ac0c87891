import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const port = `The Evening Post

Ferries stay in port

The mayor said on Monday: “We go, you stay. That is all we know.” Nobody in the old port 💬 spoke.

She left before noon.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'port.txt': port })
})
test.afterEach(() => folder.forget())

async function arrived(): Promise<Analyst> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Ferries stay/)
  return ada
}

test('Ada puts right where an annotation begins and ends, key by key, and takes it all back', async () => {
  const ada = await arrived()
  const said = ada.window.locator('[aria-live=polite]')
  await ada.selects('stay', 1)
  await ada.presses('1', 'a', 't', '3')
  const quote = (words: string) => expect(ada.inspector.locator('mark')).toHaveText([words])

  const steps: [key: string, words: string, sentence: RegExp][] = [
    ['[', 'you stay', /^Starts now at “you stay”/],
    ['h', 'go, you stay', /^Starts now at “go, you stay”/],
    [']', 'you stay', /^Starts now at “you stay”/],
    ['k', 'stay', /^Starts now at “stay”/],
    ['}', 'stay. That', /^Ends now at “stay. That”/],
    ['u', 'stay. That is', /^Ends now at “stay. That is”/],
    ['{', 'stay. That', /^Ends now at “stay. That”/],
    ['y', 'stay', /^Ends now at “stay”/],
    ['Alt+}', 'stay.', /^Ends now at “stay\.”/],
    ['Alt+y', 'stay', /^Ends now at “stay”/],
    ['Alt+]', 'tay', /^Starts now at “tay”/],
    ['Alt+h', 'stay', /^Starts now at “stay”/],
    ['+', 'you stay.', /^Clause: “you stay\.”/],
    ['=', 'We go, you stay.', /^Sentence/],
    ['+', 'We go, you stay. That is all we know.', /^Quotation/],
    ['-', 'We go, you stay.', /^Back to “We go, you stay\.”/],
  ]
  await quote('stay')
  for (const [key, words, sentence] of steps) {
    await ada.presses(key)
    await quote(words)
    await expect(said.filter({ hasText: sentence })).toHaveCount(1)
  }
  await ada.seesSaved()
  const saved = async () => (await folder.sidecar('port.txt', 'ada-lind')).annotations
  await expect.poll(async () => (await saved()).map(({ spans }) => spans[0]!.quote)).toEqual(['We go, you stay.'])
  const [annotation] = await saved()
  expect(annotation).toMatchObject({ tag: 'claim', attributes: { type: 'demand' } })
  const { start, end } = annotation!.spans[0]!
  expect([...port].slice(start, end).join('')).toBe('We go, you stay.')

  for (const [, words] of steps.slice(0, -1).reverse()) {
    await ada.presses('Control+z')
    await quote(words)
  }
  await ada.presses('Control+z')
  await quote('stay')
  await ada.presses('Control+z', 'Control+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(0)
  for (let i = 0; i < steps.length + 2; i++) await ada.presses('Control+Shift+z')
  await expect(ada.annotation('Claim', 'We go, you stay.')).toBeVisible()
  await ada.seesSaved()
  await ada.leaveForGood()
  const [again] = (await folder.sidecar('port.txt', 'ada-lind')).annotations
  expect({ ...again, modified: '' }).toEqual({ ...annotation, modified: '' })
})

test('words from another place become a part of an annotation, and are taken out of it again', async () => {
  const ada = await arrived()
  await ada.selects('mayor')
  await ada.presses('2')
  await ada.selects('old port')
  await ada.presses('j')
  const parts = ada.inspector.getByRole('listitem')
  await expect(ada.inspector.locator('.parts li')).toHaveCount(2)
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  // The caret is at the part that was added: its end goes on over an emoji.
  await ada.presses('Alt+u')
  await expect(parts.getByRole('button', { name: 'old port 💬', exact: true })).toBeVisible()
  await ada.seesSaved()
  await expect
    .poll(async () => (await folder.sidecar('port.txt', 'ada-lind')).annotations[0]?.spans.map(({ quote }) => quote))
    .toEqual(['mayor', 'old port 💬'])

  await ada.window.getByRole('button', { name: 'Take out part 1: mayor' }).click()
  await expect(ada.annotation('Actor', 'old port 💬')).toBeVisible()
  await ada.presses('Control+1', 'Shift+J')
  await expect(ada.window.getByText('These are its only words.')).toBeVisible()
  await ada.presses('Control+z', 'Shift+J')
  await expect(ada.annotation('Actor', 'old port 💬')).toBeVisible()
  await ada.seesSaved()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar('port.txt', 'ada-lind')
  expect(annotations.map(({ spans }) => spans.map(({ quote }) => quote))).toEqual([['old port 💬']])
})

test('selected words grow and shrink before they are tagged', async () => {
  const ada = await arrived()
  await ada.selects('before')
  await ada.presses('+', '1')
  await expect(ada.annotation('Claim', 'She left before noon.')).toBeVisible()
  await ada.selects('before')
  await ada.presses('+', '-', '3')
  await expect(ada.annotations.getByRole('option', { name: /^Event.*“?before/ })).toBeVisible()
  await ada.leaveForGood()
})

test('what the rules of a tag leave out is said, and one undo gives it back', async () => {
  const ada = await arrived()
  await ada.selects('“We go, you stay. That is all we know.”')
  await ada.presses('1')
  await expect(ada.window.getByText('Tagged without the quotation marks.')).toBeVisible()
  await expect(ada.inspector.locator('mark')).toHaveText('We go, you stay. That is all we know.')
  await ada.presses('Control+z')
  await expect(ada.inspector.locator('mark')).toHaveText('“We go, you stay. That is all we know.”')
  await ada.presses('Control+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(0)
  await ada.presses('Control+Shift+z', 'Control+Shift+z')
  await ada.seesSaved()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar('port.txt', 'ada-lind')
  expect(annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['We go, you stay. That is all we know.'])
})
