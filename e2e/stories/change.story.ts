import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Strike at the port

Dockers walked out on Tuesday after a week of talks about shifts and pay, and the harbour master called it "a day of shame".

Nobody knows when they will be back at work, the union said in the evening, and the ships wait in the roads.
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': strike })
})
test.afterEach(() => folder.forget())

test('undo goes back to the opening of the article through every kind of change, and redo to the end', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('a day of shame')
  await ada.presses('1')
  await ada.presses('a', 't', '4')
  await ada.presses('m')
  await ada.window.keyboard.type('Was it he?')
  await ada.presses('Escape')
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.presses('3')
  await expect(ada.annotation('Event', 'Dockers')).toBeVisible()
  await ada.presses('Delete')
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  await ada.clicks('Nobody')
  await ada.presses('Escape', 'z', 'q')
  await ada.presses('d')
  await ada.seesSaved()
  const end = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(end.status).toBe('done')
  expect(end.annotations).toMatchObject([{ attributes: { type: 'evaluation' }, note: 'Was it he?' }])

  for (let i = 0; i < 8; i++) await ada.presses('Control+z')
  await expect(ada.annotations).toHaveCount(0)
  await ada.seesSaved()
  await expect
    .poll(() => folder.sidecar('strike.txt', 'ada-lind'))
    .toMatchObject({ annotations: [], status: 'in-progress' })
  // The file of facts follows its history a moment later, as the sidecar does.
  const zones = async () => JSON.parse((await folder.read('strike.txt.article.stet.json')).toString()).zones
  await expect.poll(zones).toEqual([])

  for (let i = 0; i < 8; i++) await ada.presses('Control+Shift+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  await ada.leaveForGood()
  const again = await folder.sidecar('strike.txt', 'ada-lind')
  expect({ ...again, revision: 0, modified: '' }).toEqual({ ...end, revision: 0, modified: '' })
})

test('a text that changed is said aloud: what stands is carried over, what doesn’t is kept aside', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.selects('the union')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.leave()

  await folder.write(
    'strike.txt',
    strike.replace('the union said', 'a spokesman said').replace('Strike', 'Updated: Strike'),
  )
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Updated/)
  await expect(again.window.getByText('The article has changed since you annotated it').first()).toBeVisible()
  await expect(again.annotation('Actor', 'Dockers')).toBeVisible()
  await expect(again.window.getByText('Not placed').first()).toBeVisible()
  await again.clicks('Nobody')
  await again.presses('Escape')
  await again.selects('Nobody')
  await again.presses('2')
  await again.leaveForGood()
  const sidecar = await folder.sidecar('strike.txt', 'ada-lind')
  expect(sidecar.annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['Dockers', 'Nobody'])
  expect(sidecar.unplaced).toMatchObject([{ placement: 'lost', spans: [{ quote: 'the union' }] }])
})

test('an article that was renamed outside is recognised, and its annotations follow when asked', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.leave()

  await rename(join(folder.path, 'strike.txt'), join(folder.path, 'port-strike.txt'))
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.window.getByRole('button', { name: 'Let them follow' }).click()
  await again.opens(/Strike/)
  await expect(again.annotation('Actor', 'Dockers')).toBeVisible()
  await again.leaveForGood()
  expect((await folder.sidecar('port-strike.txt', 'ada-lind')).annotations).toHaveLength(1)
})

test('a script adds a note to the sidecar while the article is open: it is shown, and both changes are kept', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('Dockers')
  await ada.presses('2')
  const file = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  file.annotations[0]!.note = 'added by a script'
  await folder.write('strike.txt.ada-lind.stet.json', JSON.stringify({ ...file, future: { n: 1 } }))
  await ada.annotation('Actor', 'Dockers').click()
  await expect(ada.inspector.getByLabel('Note')).toHaveValue('added by a script')
  await ada.selects('the union')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.leaveForGood()
  const sidecar = await folder.sidecar('strike.txt', 'ada-lind')
  expect(sidecar).toMatchObject({ future: { n: 1 }, annotations: [{ note: 'added by a script' }, { tag: 'actor' }] })
})

test('a sidecar made by a newer Stet can be read about, and is left byte for byte as it was', async () => {
  const newer = '{ "format": "stet-sidecar", "formatVersion": 9, "wonders": [] }\n'
  await folder.write('strike.txt.ada-lind.stet.json', newer)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await expect(ada.window.getByText('made with a newer version').first()).toBeVisible()
  await ada.selects('Dockers')
  await ada.presses('2')
  await expect(ada.annotations).toHaveCount(0)
  await ada.leaveForGood()
  expect((await folder.read('strike.txt.ada-lind.stet.json')).toString()).toBe(newer)
})
