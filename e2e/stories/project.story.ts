import { expect, test } from 'playwright/test'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'

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
