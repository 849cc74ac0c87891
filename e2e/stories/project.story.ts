import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const port = 'Strike at the port\n\nDockers walked out on Tuesday after a week of talks.\n'
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'port.txt': port })
})
test.afterEach(() => folder.forget())

/** A project file with a codebook in which claims are called otherwise. */
const called = (claim: string, version: number) =>
  JSON.stringify({
    ...{ format: 'stet-project', formatVersion: 1, id: 'p', name: 'Port', future: { n: 1 } },
    codebook: {
      ...{ ...defaultCodebook, version },
      tags: defaultCodebook.tags.map(tag => (tag.id === 'claim' ? { ...tag, label: claim } : tag)),
    },
  })

test('a colleague changes the codebook while one reads: the tags follow, and what is tagged then carries its version', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await folder.write('stet.json', called('Statement', 2))
  await expect(ada.window.getByText('The project was changed outside this window').first()).toBeVisible()
  await ada.selects('Dockers')
  await expect(ada.window.getByRole('button', { name: /Statement/ }).first()).toBeVisible()
  await ada.presses('1')
  await expect(ada.annotation('Statement', 'Dockers')).toBeVisible()
  const sidecar = await folder.sidecarOnceSaved('port.txt', 'ada-lind')
  expect(sidecar).toMatchObject({ codebook: { id: 'stet-default', version: 2 }, annotations: [{ tag: 'claim' }] })
  await ada.leaveForGood()
  expect((await folder.read('stet.json')).toString()).toBe(called('Statement', 2))
})

test('a project file that is damaged while one reads is said and left alone, and the tags stay as they were', async () => {
  await folder.write('stet.json', called('Statement', 2))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await folder.write('stet.json', '{ "formatVersion": 1, "codebook": {')
  await expect(ada.window.getByText('The project file stet.json cannot be read').first()).toBeVisible()
  await ada.selects('Dockers')
  await ada.presses('1')
  await expect(ada.annotation('Statement', 'Dockers')).toBeVisible()
  await ada.leaveForGood()
  expect((await folder.read('stet.json')).toString()).toBe('{ "formatVersion": 1, "codebook": {')
})

test('what was changed on both sides of the project stands side by side: what was made here is kept, one key takes the other', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  const names = async (...all: readonly string[]) => {
    await ada.window.evaluate(async all => {
      const entered = (await window.host.call('desk.enter', undefined)) as { value: { workspace: { ticket: string } } }
      for (const name of all) {
        const fields = { kind: 'organisation', name }
        const edit = { kind: 'set', of: 'entities', id: 'port', fields }
        await window.host.call('project.record', { workspace: entered.value.workspace.ticket, edit })
      }
    }, all)
  }
  const named = async () =>
    JSON.parse((await folder.read('stet.json').catch(() => '{"entities":[{}]}')).toString()).entities[0].name
  await names('Port')
  await expect.poll(named).toBe('Port')
  const before = (await folder.read('stet.json')).toString()
  await names('Port Authority')
  await ada.dies()
  // The machine stopped before the file held that, and somebody changed the file as it was.
  const histories = join(folder.path, '.stet', 'history')
  const history = join(histories, (await readdir(histories)).find(one => one.startsWith('stet.json.'))!)
  const lines = (await readFile(history, 'utf8')).trimEnd().split('\n')
  const last = lines.findLastIndex(line => JSON.parse(line).kind === 'edit')
  await writeFile(history, `${lines.slice(0, last + 1).join('\n')}\n`)
  await folder.write('stet.json', before.replace('"Port"', '"Harbour Office"'))

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.window.getByText('Yours is kept: “Port Authority”. Theirs was “Harbour Office”')).toBeVisible()
  await expect.poll(named).toBe('Port Authority')
  await again.window.getByRole('button', { name: 'Show both' }).click()
  const question = again.window.getByRole('group', { name: /Port Authority\s*name/ })
  await expect(question.getByRole('radio', { name: /As made here.*Port Authority/ })).toBeFocused()
  await expect(question.getByRole('radio', { name: /As made here/ })).toBeChecked()
  const { violations } = await new AxeBuilder({ page: again.window }).setLegacyMode().include('.disputes').analyze()
  expect(violations).toEqual([])
  await again.presses('2')
  await expect(question.getByRole('radio', { name: /As somebody else made it.*Harbour Office/ })).toBeChecked()
  await expect.poll(named).toBe('Harbour Office')
  await expect(again.window.getByRole('button', { name: 'Leave it so' })).toBeFocused()
  await again.presses('Enter')
  await expect(question).toHaveCount(0)
  // It was an edit like any other.
  await again.presses('Control+z')
  await expect.poll(named).toBe('Port Authority')
  await again.leaveForGood()
})

test('an edit of the project that was acknowledged survives kill -9, and is in the file at the next start', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  const answer = await ada.window.evaluate(async () => {
    const entered = (await window.host.call('desk.enter', undefined)) as { value: { workspace: { ticket: string } } }
    const fields = { kind: 'organisation', name: 'Port Authority' }
    const edit = { kind: 'set', of: 'entities', id: 'port', fields }
    return window.host.call('project.record', { workspace: entered.value.workspace.ticket, edit })
  })
  expect(answer).toEqual({ ok: true, value: { revision: 1 } })
  await ada.dies()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await again.leaveForGood()
  expect(JSON.parse((await folder.read('stet.json')).toString())).toMatchObject({
    ...{ format: 'stet-project', formatVersion: 1, id: expect.any(String) },
    entities: [{ id: 'port', kind: 'organisation', name: 'Port Authority' }],
  })
})
