import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { writePilot } from '../pilotFolder.ts'
import { expect, test } from '../story.ts'

const port = 'Strike at the port\n\nDockers walked out on Tuesday after a week of talks.\n'
const calm = 'A calm day\n\nNothing happened in the harbour.\n'
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'port.txt': port, 'calm.txt': calm })
})
test.afterEach(() => folder.forget())

const sheet = (who: Analyst) => who.window.getByRole('dialog', { name: 'Who annotates what' })
const part = async (who: Analyst, name: string) => {
  await sheet(who).getByRole('button', { name, exact: true }).click()
}
const row = (who: Analyst, title: string) => who.window.getByRole('option', { name: new RegExp(`^${title}`) })
async function project(): Promise<{ assignments?: { id: string }[]; seals?: { annotator: string; sha256: string }[] }> {
  return JSON.parse((await folder.read('stet.json').catch(() => '{}')).toString())
}
const assignments = async () => ((await project()).assignments ?? []).map(({ id }) => id)
const sealedBy = async () => ((await project()).seals ?? []).map(({ annotator }) => annotator).sort()

/** Tags a word of the open article and says that the article is done. */
async function codes(who: Analyst, word: string): Promise<void> {
  await who.opens(/Strike/)
  await who.selects(word)
  await who.presses('2')
  await expect(who.annotation('Actor', word)).toBeVisible()
  await who.presses('d')
}

/** How many annotations a search of the whole workspace finds, whoever made them. */
async function found(who: Analyst): Promise<number> {
  return who.window.evaluate(async () => {
    const query = {
      ...{ words: '', matchCase: false, diacritics: false, wholeWord: false, regex: false, what: 'annotations' },
      ...{ tags: [], attributes: [], entities: [], annotators: [], zones: [] },
    }
    const name = `story-${Math.random().toString(36).slice(2)}`
    const answer = (await window.host.call('search.run', { name, query, scope: { kind: 'workspace' } })) as {
      value: { hits: number }
    }
    return answer.value.hits
  })
}

test('articles are divided, that is undone and done again, and stands in the project; the list shows mine', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.chooses('organise.open')
  await expect(sheet(ada).getByText('Nobody is assigned to anything yet')).toBeVisible()
  await part(ada, 'Divide')
  await sheet(ada).getByRole('checkbox', { name: 'Ada Lind' }).check()
  await sheet(ada).getByRole('textbox', { name: 'Another annotator’s id' }).fill('bo-ek')
  await ada.presses('Enter')
  await sheet(ada).getByRole('spinbutton', { name: 'Of 100 articles, two annotate' }).fill('50')
  await expect(sheet(ada).getByText('2 articles that nobody annotates yet are divided; two annotate 1')).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Assign 2 articles' }).click()
  await expect.poll(assignments).toHaveLength(3)
  await sheet(ada).getByRole('button', { name: 'Divide', exact: true }).focus()
  await ada.presses('Control+z')
  await expect.poll(assignments).toHaveLength(0)
  await ada.presses('Control+Shift+z')
  await expect.poll(assignments).toHaveLength(3)
  await part(ada, 'Progress')
  await expect(sheet(ada).getByText('2 of 2 articles are assigned.')).toBeVisible()
  await expect(sheet(ada).getByRole('row', { name: /bo-ek/ })).toBeVisible()
  await part(ada, 'By article')
  for (const box of await sheet(ada)
    .getByRole('checkbox', { name: /^Ada Lind annotates/ })
    .all())
    await box.check()
  await sheet(ada).getByRole('checkbox', { name: 'Ada Lind annotates A calm day' }).uncheck()
  await part(ada, 'Planner')
  await expect(sheet(ada).getByText(/double-coded articles \(\d+ units\) for ±0.1\./)).toBeVisible()
  const alphas = sheet(ada).getByRole('table', { name: 'To tell an α of at least so much from less' })
  await expect(alphas.getByRole('row', { name: '0.8 124 25' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().include('.organising').analyze()
  expect(violations).toEqual([])
  await ada.presses('Escape')
  await ada.window.getByRole('combobox', { name: 'Which articles to show' }).selectOption({ label: 'Assigned to me' })
  await expect(row(ada, 'Strike')).toBeVisible()
  await expect(row(ada, 'A calm day')).toHaveCount(0)
  await ada.leaveForGood()
  expect(await assignments()).toContain('ada-lind port.txt')
})

test('what two have annotated so far tells how many articles an interval asks for, by any measure and width; files stay as they are', async () => {
  writePilot(folder.path)
  const files = async () => (await readdir(folder.path)).filter(name => name.endsWith('.json')).sort()
  const bytes = async () => Promise.all((await files()).map(folder.read))
  const before = await bytes()
  const bo = await Analyst.arrive({ name: 'Bo Ek', open: folder.path })
  await bo.opens(/Strike/)
  await bo.chooses('organise.open')
  await part(bo, 'Planner')
  await sheet(bo).getByRole('radio', { name: 'What is double-coded here so far' }).check()
  const planned = sheet(bo).locator('.planned')
  await expect(planned).toHaveText(/^\d+ double-coded articles in all for ±0.1 around Found: /)
  await expect(sheet(bo).getByText('It rests on 8 articles that two or more of 2 annotators have')).toBeVisible()
  await expect(sheet(bo).getByText('8 articles are few')).toBeVisible()
  const all = async () => Number(/^\d+/.exec((await planned.textContent()) ?? '')?.[0])
  const [narrow, wide] = [await all(), sheet(bo).getByRole('spinbutton', { name: 'Interval, ±' })]
  await wide.fill('0.05')
  await expect(planned).toContainText('±0.05')
  expect(Math.abs((await all()) - 4 * narrow)).toBeLessThan(4)
  await wide.fill('9')
  await expect(sheet(bo).getByText('With these numbers nothing can be planned.')).toBeVisible()
  await wide.fill('0.1')
  const measure = sheet(bo).getByRole('combobox', { name: 'Measure' })
  await measure.selectOption({ label: 'Extent' })
  await expect(planned).toHaveText(/^Nothing can be planned by Extent: its interval has no width/)
  await measure.selectOption({ label: 'α, nominal' })
  await expect(planned).toContainText('around α, nominal')
  const { violations } = await new AxeBuilder({ page: bo.window }).setLegacyMode().include('.organising').analyze()
  expect(violations).toEqual([])
  await bo.leaveForGood()
  expect(await bytes()).toEqual(before)
})

test('a sealed coding: neither sees what the other wrote until both are done, then both do, and a layer changed afterwards is told', async () => {
  const teams = ['ada-lind', 'bo-ek'].map(annotator => ({
    ...{ id: `${annotator} port.txt`, article: 'port.txt', annotator },
  }))
  await folder.write('stet.json', JSON.stringify({ formatVersion: 1, id: 'p', assignments: teams }))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.chooses('organise.open')
  await part(ada, 'Sealed coding')
  await expect(sheet(ada).getByText('Nothing is encrypted')).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Begin sealed coding' }).click()
  await expect(sheet(ada).getByRole('button', { name: 'Forget this coding' })).toBeDisabled()
  await expect(sheet(ada).getByText('While anything in it is hidden, a coding can’t be forgotten.')).toBeVisible()
  await expect(sheet(ada).getByText('0 of 1 article open')).toBeVisible()
  await ada.presses('Escape')
  await codes(ada, 'Dockers')
  await expect.poll(sealedBy).toEqual(['ada-lind'])
  await ada.leaveForGood()
  const adas = await folder.read('port.txt.ada-lind.stet.json')

  const bo = await Analyst.arrive({ name: 'Bo Ek', open: folder.path })
  await bo.opens(/Strike/)
  await expect(row(bo, 'Strike')).toBeVisible()
  expect(await found(bo)).toBe(0)
  await bo.chooses('dataset.export')
  await expect(bo.window.getByText('1 layer of a sealed coding stays out of it')).toBeVisible()
  await bo.window.getByRole('checkbox', { name: 'With 1 layer of a sealed coding' }).check()
  await expect(bo.window.getByText('Whoever gets the dataset can read what is sealed')).toBeVisible()
  await bo.presses('Escape')
  await codes(bo, 'Tuesday')
  await expect(row(bo, 'Strike').locator('.layers')).toHaveCount(1)
  await expect(row(bo, 'Strike').getByText('2 people')).toBeVisible()
  await expect.poll(sealedBy).toEqual(['ada-lind', 'bo-ek'])
  expect(await found(bo)).toBe(2)
  expect(await folder.read('port.txt.ada-lind.stet.json')).toEqual(adas)
  await bo.chooses('organise.open')
  await part(bo, 'Sealed coding')
  await expect(sheet(bo).getByText('The layer says what it said when it was sealed')).toHaveCount(2)

  const changed = JSON.parse(adas.toString())
  changed.annotations[0].tag = 'claim'
  await folder.write('port.txt.ada-lind.stet.json', JSON.stringify(changed))
  await sheet(bo).getByRole('button', { name: 'Look again' }).click()
  await expect(sheet(bo).getByText(/^Changed since it was sealed/)).toBeVisible()
  const { seals } = await project()
  const sealed = seals!.find(({ annotator }) => annotator === 'ada-lind')!.sha256
  await expect(sheet(bo).getByText(new RegExp(`^Sealed .*: ${sealed}$`))).toBeVisible()
  await expect(sheet(bo).getByText(/^Now: [0-9a-f]{64}$/)).toBeVisible()
  const { violations } = await new AxeBuilder({ page: bo.window }).setLegacyMode().include('.organising').analyze()
  expect(violations).toEqual([])
  await bo.leaveForGood()
})

test('two annotators of a sealed coding, one after the other in profiles of their own: what was sealed again is told, and nobody’s file changes for the other', async () => {
  const round = {
    id: 'r',
    annotators: ['ada-lind', 'bo-ek'],
    articles: ['port.txt'],
    begun: '2031-01-01T00:00:00.000Z',
  }
  await folder.write('stet.json', JSON.stringify({ formatVersion: 1, id: 'p', rounds: [round] }))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await codes(ada, 'Dockers')
  await expect.poll(sealedBy).toEqual(['ada-lind'])
  // She changes it while nobody sees anything of the other, and seals that.
  await ada.selects('Tuesday')
  await ada.presses('3')
  await ada.chooses('organise.open')
  await part(ada, 'Sealed coding')
  await expect(sheet(ada).getByText('Changed since it was sealed')).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Seal mine again' }).click()
  await expect.poll(sealedBy).toEqual(['ada-lind', 'ada-lind'])
  await expect(
    sheet(ada).getByText(/^Changed and sealed again .*, before the others’ annotations could be seen/),
  ).toBeVisible()
  await expect(sheet(ada).getByRole('button', { name: 'Seal mine again' })).toHaveCount(0)
  await ada.leaveForGood()
  const adas = await folder.read('port.txt.ada-lind.stet.json')

  const bo = await Analyst.arrive({ name: 'Bo Ek', open: folder.path })
  await bo.opens(/Strike/)
  expect(await found(bo)).toBe(0)
  for (const words of ['Actor', 'Event']) await expect(bo.annotation(words, 'Dockers')).toHaveCount(0)
  await codes(bo, 'week')
  await expect.poll(sealedBy).toEqual(['ada-lind', 'ada-lind', 'bo-ek'])
  expect(await found(bo)).toBe(3)
  await bo.leaveForGood()
  expect(await folder.read('port.txt.ada-lind.stet.json')).toEqual(adas)
  const bos = await folder.read('port.txt.bo-ek.stet.json')

  const again = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await again.opens(/Strike/)
  expect(await found(again)).toBe(3)
  await again.chooses('organise.open')
  await part(again, 'Sealed coding')
  await expect(sheet(again).getByText('The layer says what it said when it was sealed')).toHaveCount(2)
  await again.leaveForGood()
  expect(await folder.read('port.txt.bo-ek.stet.json')).toEqual(bos)
  expect(await folder.read('port.txt.ada-lind.stet.json')).toEqual(adas)
})

test('what somebody was done with before a coding began, and what a crash left without its seal, is sealed by itself', async () => {
  const teams = ['ada-lind', 'bo-ek'].map(annotator => ({
    ...{ id: `${annotator} port.txt`, article: 'port.txt', annotator },
  }))
  await folder.write('stet.json', JSON.stringify({ formatVersion: 1, id: 'p', assignments: teams }))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await codes(ada, 'Dockers')
  await ada.chooses('organise.open')
  await part(ada, 'Sealed coding')
  await sheet(ada).getByRole('button', { name: 'Begin sealed coding' }).click()
  await expect.poll(sealedBy).toEqual(['ada-lind'])
  await ada.leave()
  // As if it had crashed between the two.
  await folder.write('stet.json', JSON.stringify({ ...(await project()), seals: [] }))
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await expect.poll(sealedBy).toEqual(['ada-lind'])
  await expect(again.window.getByText('Your annotations are sealed')).toBeVisible()
  await again.leaveForGood()
})

test('a folder of a workspace, opened by itself, shows nothing of what is sealed around it until both are done there', async () => {
  await folder.write('desk/port.txt', port)
  const round = { id: 'r', annotators: ['ada-lind', 'bo-ek'], articles: ['desk/port.txt'], begun: '2031' }
  const said = { formatVersion: 1, id: 'p', rounds: [round] }
  await folder.write('stet.json', JSON.stringify(said))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: join(folder.path, 'desk') })
  await codes(ada, 'Dockers')
  await ada.leaveForGood()
  const before = await Promise.all(['stet.json', 'desk/port.txt.ada-lind.stet.json'].map(folder.read))

  const bo = await Analyst.arrive({ name: 'Bo Ek', open: join(folder.path, 'desk') })
  await codes(bo, 'Tuesday')
  expect(await found(bo)).toBe(1)
  await expect(row(bo, 'Strike').locator('.layers')).toHaveCount(0)
  await bo.chooses('organise.open')
  await part(bo, 'Sealed coding')
  await expect(sheet(bo).getByText('1 article here is in a sealed coding of a workspace')).toBeVisible()
  await bo.presses('Escape')
  expect(await Promise.all(['stet.json', 'desk/port.txt.ada-lind.stet.json'].map(folder.read))).toEqual(before)
  const seals = ['ada-lind', 'bo-ek'].map(annotator => ({
    ...{ id: annotator, round: 'r', article: 'desk/port.txt', annotator, sha256: 'a'.repeat(64), at: '2031' },
  }))
  await folder.write('stet.json', JSON.stringify({ ...said, seals }))
  await folder.write('desk/more.txt', 'More\n')
  await expect.poll(() => found(bo)).toBe(2)
  await expect(row(bo, 'Strike').getByText('2 people')).toBeVisible()
  await bo.leaveForGood()
})

test('an article that was moved is followed, with its assignments, its sealed coding and its seals; one undo takes that back', async () => {
  const seal = { id: 's', round: 'r', article: 'old/port.txt', annotator: 'bo-ek', sha256: 'a'.repeat(64), at: '2031' }
  const round = { id: 'r', annotators: ['ada-lind', 'bo-ek'], articles: ['old/port.txt'], begun: '2031' }
  const assigned = { id: 'bo-ek old/port.txt', article: 'old/port.txt', annotator: 'bo-ek' }
  const said = { formatVersion: 1, id: 'p', rounds: [round], seals: [seal], assignments: [assigned] }
  await folder.write('stet.json', JSON.stringify(said))
  const places = async () => {
    const { rounds, seals, assignments } = JSON.parse((await folder.read('stet.json')).toString()) as typeof said
    return [rounds[0]!.articles, seals[0]!.article, assignments[0]!.article]
  }
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.chooses('organise.open')
  await expect(sheet(ada).getByText('1 article that somebody annotates isn’t in the workspace')).toBeVisible()
  await sheet(ada).getByRole('button', { name: 'Follow 1 moved article' }).click()
  await expect.poll(places).toEqual([['port.txt'], 'port.txt', 'port.txt'])
  await ada.presses('Control+z')
  await expect.poll(places).toEqual([['old/port.txt'], 'old/port.txt', 'old/port.txt'])
  await ada.leaveForGood()
})

test('a thousand articles by six annotators: only rows in view are in the page, and the arrow keys, Space and the filter reach every box', async () => {
  const people = ['bo', 'cleo', 'dan', 'eve', 'finn'].map(id => ({ id, name: id }))
  await folder.write('stet.json', JSON.stringify({ formatVersion: 1, id: 'p', people }))
  for (let i = 1; i <= 1000; i++) await folder.write(`many/article ${i}.txt`, `Article ${i}\n\nWords.\n`)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A calm day/)
  await ada.chooses('organise.open')
  await part(ada, 'By article')
  const grid = sheet(ada).getByRole('grid', { name: 'Who annotates which article' })
  await expect(sheet(ada).getByText('1,002 articles')).toBeVisible()
  await expect(grid).toHaveAttribute('aria-rowcount', '1003')
  const boxes = grid.getByRole('checkbox')
  expect(await boxes.count()).toBeLessThan(6 * 60)
  await boxes.first().focus()
  await ada.presses('End')
  await ada.presses('ArrowRight')
  await ada.presses(' ')
  await expect.poll(async () => (await assignments()).length).toBe(1)
  const [assigned] = await assignments()
  expect(assigned).toMatch(/^bo /)
  await ada.presses('Home')
  await ada.presses('PageDown')
  await ada.presses(' ')
  await expect.poll(async () => (await assignments()).length).toBe(2)
  await sheet(ada).getByRole('combobox', { name: 'Which of them' }).selectOption({ label: 'bo annotates them' })
  await expect(sheet(ada).getByText('2 of 1,002 articles')).toBeVisible()
  await boxes.nth(1).focus()
  await ada.presses(' ')
  // What was unticked stays in sight until something else is chosen.
  await expect.poll(async () => (await assignments()).length).toBe(1)
  await expect(sheet(ada).getByText('2 of 1,002 articles')).toBeVisible()
  const { violations } = await new AxeBuilder({ page: ada.window }).setLegacyMode().include('.organising').analyze()
  expect(violations).toEqual([])
  await ada.leaveForGood()
})
