import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Strike at the port

Dockers walked out on Tuesday, and the harbour master called it "a day of shame".
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': strike, 'calm.txt': 'A calm day\n' })
})
test.afterEach(() => folder.forget())

const sidecar = 'strike.txt.ada-lind.stet.json'
const noted = (layer: Sidecar, quote: string) => layer.annotations.find(({ spans }) => spans[0]!.quote === quote)!

/** Ada has said that the dockers are actors, and goes on reading. */
async function annotates(): Promise<{ ada: Analyst; before: Sidecar }> {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.seesSaved()
  return { ada, before: await folder.sidecarOnceSaved('strike.txt', 'ada-lind') }
}

/** A version of the layer as another computer left it. */
function elsewhere(before: Sidecar, change: (layer: Sidecar) => void): string {
  const layer = structuredClone(before)
  change(layer)
  return `${JSON.stringify(layer, null, 2)}\n`
}

/** Another annotation, as if made elsewhere. */
function another(layer: Sidecar, quote: string, tag: string): Sidecar['annotations'][number] {
  const start = strike.indexOf(quote)
  const [one] = layer.annotations
  const at = '2031-03-04T05:06:07.000Z'
  const span = { start, end: start + quote.length, quote, before: '', after: '' }
  return { ...one!, id: `made-elsewhere-${start}`, tag, spans: [span], attributes: {}, created: at, modified: at }
}

const hasGit = spawnSync('git', ['--version']).status === 0

/** What git makes of a file that both branches changed. */
function mergedByGit(began: string, ours: string, theirs: string): string {
  const place = mkdtempSync(join(tmpdir(), 'stet-git-'))
  for (const [name, text] of Object.entries({ ours, began, theirs })) writeFileSync(join(place, name), text)
  const { stdout } = spawnSync('git', ['merge-file', '-p', 'ours', 'began', 'theirs'], { cwd: place, encoding: 'utf8' })
  rmSync(place, { recursive: true })
  return stdout
}

const later = (layer: Sidecar) => new Date(Date.parse(layer.modified) + 60_000).toISOString()

test('Dropbox kept a second version: it is offered, merged as one step that undo takes back, and not offered again', async () => {
  const { ada, before } = await annotates()
  const copy = 'strike.txt.ada-lind.stet (Ada Lind’s conflicted copy 2031-03-04).json'
  const theirs = elsewhere(before, layer => {
    Object.assign(noted(layer, 'Dockers'), { attributes: { mention: 'nominal' }, modified: later(before) })
    layer.annotations.push(another(layer, 'a day of shame', 'claim'))
  })
  await folder.write(copy, theirs)

  // No strange article, but a word at the row and a band above the text.
  const band = ada.window.getByRole('status').filter({ hasText: 'Dropbox kept a second version of your annotations' })
  await expect(band).toBeVisible()
  await expect(ada.window.locator('#articles [role=option]')).toHaveCount(2)
  await expect(ada.window.getByRole('option', { name: /Strike.*1 second version to merge or leave/ })).toBeVisible()

  await ada.presses('Control+Shift+M')
  const drawer = ada.window.locator('#drawer')
  await expect(drawer).toContainText('Merging it brings: 1 annotation more, 1 annotation changed.')
  await expect(ada.window.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  await ada.presses('Enter')
  await expect(ada.annotations.getByRole('option')).toHaveCount(2)
  await expect(band).toHaveCount(0)
  await ada.seesSaved()
  await expect(ada.window.locator('.article-row .copies')).toHaveCount(0)
  const merged = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(merged.annotations.map(({ tag }) => tag)).toEqual(['actor', 'claim'])
  expect(noted(merged, 'Dockers').attributes).toEqual({ mention: 'nominal' })

  await ada.presses('Control+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  await ada.seesSaved()
  const undone = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(undone.annotations).toEqual(before.annotations)
  await ada.presses('Control+Shift+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(2)
  await ada.seesSaved()
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.annotations.getByRole('option')).toHaveCount(2)
  await again.presses('Control+Shift+M')
  await expect(again.window.getByRole('button', { name: 'Look at it again' })).toBeVisible()
  await expect(again.window.getByText(/kept a second version/)).toHaveCount(1) // the line in the pane alone
  expect((await folder.read(copy)).toString()).toBe(theirs)
  await again.leaveForGood()
})

test('OneDrive kept a second version: what both changed stands side by side, and one key decides each', async () => {
  const { ada, before } = await annotates()
  await ada.presses('m')
  await ada.window.keyboard.type('On strike since Tuesday')
  await ada.presses('Escape')
  await ada.seesSaved()
  const copy = 'strike.txt.ada-lind.stet-ADAS-LAPTOP.json'
  const theirs = elsewhere(before, layer => {
    const mine = noted(layer, 'Dockers')
    Object.assign(mine, { note: 'Not dockers but crane drivers', tag: 'event', modified: later(before) })
  })
  await folder.write(copy, theirs)

  const band = ada.window.getByRole('status').filter({ hasText: 'OneDrive kept a second version' })
  await band.getByRole('button', { name: 'Merge…' }).click()
  await expect(ada.window.locator('#drawer')).toContainText('1 thing was changed on both sides')
  const question = ada.window.getByRole('group', { name: /“Dockers”\s*note/ })
  await expect(question.getByRole('radio', { name: /As it stands here.*On strike since Tuesday/ })).toBeFocused()
  await expect(question.getByRole('radio', { name: /In the second version.*crane drivers/ })).toBeVisible()
  await ada.presses('2')
  await expect(ada.window.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  await ada.presses('Control+Enter')
  await expect(band).toHaveCount(0)
  const saved = async () => noted(await folder.sidecar('strike.txt', 'ada-lind'), 'Dockers')
  await expect.poll(saved).toMatchObject({ tag: 'event', note: 'Not dockers but crane drivers' })
  await ada.presses('Control+z')
  await expect.poll(saved).toMatchObject({ tag: 'actor', note: 'On strike since Tuesday' })
  expect((await folder.read(copy)).toString()).toBe(theirs)
  await ada.leaveForGood()
})

test('Syncthing took the other version and left ours as the copy: what was done here is not lost', async () => {
  const { ada, before } = await annotates()
  await ada.presses('m')
  await ada.window.keyboard.type('On strike since Tuesday')
  await ada.presses('Escape')
  await ada.selects('a day of shame')
  await ada.presses('1')
  await ada.seesSaved()
  await expect.poll(async () => (await folder.sidecar('strike.txt', 'ada-lind')).annotations.length).toBe(2)
  const ours = (await folder.read(sidecar)).toString()
  await ada.leave()
  await folder.write('strike.txt.ada-lind.stet.sync-conflict-20310304-081803-ABCDEF2.json', ours)
  const theirs = elsewhere(before, layer => {
    Object.assign(noted(layer, 'Dockers'), { note: 'Crane drivers', modified: later(before) })
  })
  await folder.write(sidecar, theirs)

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.annotations.getByRole('option')).toHaveCount(1)
  const band = again.window.getByRole('status').filter({ hasText: 'Syncthing kept a second version' })
  await expect(band).toBeVisible()
  await again.presses('Control+Shift+M')
  await expect(again.window.locator('#drawer')).toContainText('1 annotation more')
  const question = again.window.getByRole('group', { name: /“Dockers”\s*note/ })
  await expect(question.getByRole('radio', { name: /As it stands here.*Crane drivers/ })).toBeFocused()
  await again.presses('2', 'Control+Enter')
  await expect(again.annotations.getByRole('option')).toHaveCount(2)
  await again.seesSaved()
  const merged = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(noted(merged, 'Dockers').note).toBe('On strike since Tuesday')
  await again.leaveForGood()
})

test('a second version can be put off, or left for good until it changes', async () => {
  const { ada, before } = await annotates()
  const copy = 'strike.txt.ada-lind.stet (1).json'
  await folder.write(
    copy,
    elsewhere(before, layer => layer.annotations.push(another(layer, 'Tuesday', 'event'))),
  )
  const band = ada.window.getByRole('status').filter({ hasText: 'Google Drive kept a second version' })
  await band.getByRole('button', { name: 'Not now' }).click()
  await expect(band).toHaveCount(0)
  await expect(ada.window.locator('.article-row .copies')).toHaveCount(1)
  await ada.presses('F8')
  const inProblems = ada.window.locator('#drawer').getByText(/Google Drive kept a second version/)
  await expect(inProblems).toBeVisible()

  await ada.presses('Control+Shift+M')
  await ada.window.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(ada.window.locator('.article-row .copies')).toHaveCount(0)
  await ada.leave()
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.window.getByText('Dealt with')).toBeVisible()
  await expect(again.window.getByRole('status').filter({ hasText: 'Google Drive kept' })).toHaveCount(0)
  const changed = elsewhere(before, layer => layer.annotations.push(another(layer, 'harbour', 'event')))
  await folder.write(copy, changed)
  await expect(again.window.getByRole('status').filter({ hasText: 'Google Drive kept' })).toBeVisible()
  expect((await folder.sidecar('strike.txt', 'ada-lind')).annotations).toEqual(before.annotations)
  await again.leaveForGood()
})

test('a hostile second version changes nothing: damaged, newer, out of place or with wild words', async () => {
  const { ada, before } = await annotates()
  const name = (of: string) => `strike.txt.ada-lind.stet (conflicted copy ${of}).json`
  const wild = '<img src=x onerror=alert(1)>\u202e'
  const hostile = {
    [name('2031-03-01')]: '{"format": "stet-sidecar", "formatVersion": 1, "annotations": [',
    [name('2031-03-02')]: `${'['.repeat(100_000)}`,
    [name('2031-03-03')]: elsewhere(before, layer => Object.assign(layer, { formatVersion: 99 })),
    [name('2031-03-04')]: elsewhere(before, layer => {
      const [one] = layer.annotations
      const span = { start: 9_999, end: 10_010, quote: wild, before: wild, after: '' }
      layer.annotations.push({ ...one!, id: '__proto__', tag: wild, note: wild, spans: [span] })
    }),
  }
  for (const [file, content] of Object.entries(hostile)) await folder.write(file, content)
  await expect(ada.window.getByRole('option', { name: /4 second versions/ })).toBeVisible()

  await ada.presses('Control+Shift+M')
  const drawer = ada.window.locator('#drawer')
  for (const words of ['can’t be read', 'can’t be read', 'newer version of Stet']) {
    await expect(drawer.locator('.about-copy')).toContainText(words)
    await expect(drawer.getByRole('button', { name: 'Merge', exact: true })).toHaveCount(0)
    await drawer.getByRole('button', { name: 'Leave it as it is' }).click()
    await expect(drawer.locator('.about-copy')).toHaveCount(0)
    await ada.presses('Control+Shift+M')
  }
  // What has no place in the text comes without one, and nothing of it is carried out.
  await expect(drawer.locator('.about-copy')).toContainText('1 annotation more')
  await expect(ada.window.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  await ada.presses('Enter')
  await expect(ada.window.getByText(/1 not placed|\? 1/).first()).toBeVisible()
  await ada.presses('Control+z')
  await expect(ada.window.getByText(/1 not placed|\? 1/)).toHaveCount(0)
  await ada.seesSaved()
  const left = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect([left.annotations, left.unplaced]).toEqual([before.annotations, []])
  for (const [file, content] of Object.entries(hostile)) expect((await folder.read(file)).toString()).toBe(content)
  await ada.leaveForGood()
})

test('git left two versions in the file: they are shown merged, asked about, and written only when Ada says so', async () => {
  test.skip(!hasGit, 'needs git')
  const { ada, before } = await annotates()
  await ada.leave()
  const began = (await folder.read(sidecar)).toString()
  const ours = elsewhere(before, layer => {
    Object.assign(noted(layer, 'Dockers'), { note: 'On strike', modified: later(before) })
    Object.assign(layer, { revision: 8, modified: later(before) })
  })
  const theirs = elsewhere(before, layer => {
    Object.assign(noted(layer, 'Dockers'), { note: 'Crane drivers', modified: before.modified })
    layer.annotations.push(another(layer, 'a day of shame', 'claim'))
    Object.assign(layer, { revision: 9 })
  })
  const left = mergedByGit(began, ours, theirs)
  expect(left).toContain('\n<<<<<<< ')
  await folder.write(sidecar, left)

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  const band = again.window.getByRole('alert')
  await expect(band).toContainText('Git left two versions of these annotations in their file')
  await expect(again.annotations.getByRole('option')).toHaveCount(2)
  await again.selects('Tuesday')
  await again.presses('3')
  await expect(again.annotations.getByRole('option')).toHaveCount(2)
  expect((await folder.read(sidecar)).toString()).toBe(left)

  await band.getByRole('button', { name: 'Merge…' }).click()
  const question = again.window.getByRole('group', { name: /“Dockers”\s*note/ })
  await expect(question.getByRole('radio', { name: /In this branch.*On strike/ })).toBeFocused()
  await expect(question.getByRole('radio', { name: /In the other branch.*Crane drivers/ })).toBeVisible()
  await again.presses('1')
  await expect(again.window.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  expect((await folder.read(sidecar)).toString()).toBe(left)
  await again.presses('Enter')
  await expect(band).toHaveCount(0)
  await expect.poll(async () => (await folder.read(sidecar)).includes('<<<<<<<')).toBe(false)
  const merged = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  expect(merged.annotations.map(({ tag }) => tag)).toEqual(['actor', 'claim'])
  expect(noted(merged, 'Dockers').note).toBe('On strike')

  // It can be worked on again, and what git left is kept aside to the letter.
  await again.selects('Tuesday')
  await again.presses('3')
  await again.seesSaved()
  const histories = join(folder.path, '.stet', 'history')
  const aside = (await readdir(histories)).filter(name => name.endsWith('.damaged'))
  expect(await Promise.all(aside.map(name => readFile(join(histories, name), 'utf8')))).toEqual([left])
  await again.leaveForGood()
})

test('Dropbox kept a second version of the project: what is missing is brought in as one step, and what differs stands side by side', async () => {
  const entity = (id: string, name: string) => ({ id, kind: 'person', name, aliases: [] })
  const project = (...entities: readonly object[]) =>
    `${JSON.stringify({ format: 'stet-project', formatVersion: 1, id: 'p1', name: 'Harbour', entities }, null, 2)}\n`
  await folder.write('stet.json', project(entity('e1', 'Anna Berg')))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const copy = 'stet (Ada Lind’s conflicted copy 2031-03-04).json'
  const theirs = project(entity('e1', 'Anna Bergh'), entity('e2', 'Carl Dahl'))
  await folder.write(copy, theirs)
  await expect(ada.window.locator('#articles [role=option]')).toHaveCount(2)
  await ada.window.getByRole('button', { name: 'Bring in what is missing' }).click()
  await expect(ada.window.getByText(/1 entry more/)).toBeVisible()
  // What both say otherwise stands side by side: what is here stays until Ada takes the other.
  const question = ada.window.getByRole('group', { name: /Anna Berg\s*name/ })
  await expect(question.getByRole('radio', { name: /As made here/ })).toBeChecked()
  await expect(ada.window.getByRole('button', { name: 'Bring in what is missing' })).toHaveCount(0)
  const names = async () =>
    (JSON.parse((await folder.read('stet.json')).toString()).entities as { name: string }[]).map(({ name }) => name)
  await expect.poll(names).toEqual(['Anna Berg', 'Carl Dahl'])
  await question.getByRole('radio', { name: /As somebody else made it.*Anna Bergh/ }).click()
  await expect.poll(names).toEqual(['Anna Bergh', 'Carl Dahl'])
  await ada.presses('Control+z', 'Control+z')
  await expect.poll(names).toEqual(['Anna Berg'])
  expect((await folder.read(copy)).toString()).toBe(theirs)
  await ada.leave()
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await expect(again.window.locator('#articles [role=option]')).toHaveCount(2)
  await expect(again.window.getByRole('button', { name: 'Bring in what is missing' })).toHaveCount(0)
  await again.leaveForGood()
})

test('git left two versions of the project: nothing is written before somebody says so, then both are one', async () => {
  const project = (...names: readonly string[]) => {
    const entities = names.map(name => ({ id: name.slice(0, 4), kind: 'person', name }))
    return `${JSON.stringify({ format: 'stet-project', formatVersion: 1, id: 'p1', name: 'Harbour', entities }, null, 2)}\n`
  }
  const [ours, theirs] = [project('Anna Berg'), project('Carl Dahl')]
  const left = `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`
  await folder.write('stet.json', left)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const alert = ada.window.getByRole('alert').filter({ hasText: 'Git left two versions of the project file' })
  await expect(alert).toBeVisible()
  expect((await folder.read('stet.json')).toString()).toBe(left)
  await alert.getByRole('button', { name: 'Merge' }).click()
  await expect(alert).toHaveCount(0)
  await expect.poll(async () => (await folder.read('stet.json')).includes('<<<<<<<')).toBe(false)
  const merged = JSON.parse((await folder.read('stet.json')).toString())
  expect(merged.entities.map(({ name }: { name: string }) => name)).toEqual(['Anna Berg', 'Carl Dahl'])
  await ada.leaveForGood()
})
