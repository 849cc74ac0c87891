import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Analyst } from '../analyst.ts'
import { lacksRoot } from '../faults/programme.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'
import { readPast, stormText, stormUntil, windowDies } from '../windowStorm.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'storm.txt': stormText })
})
test.afterEach(() => folder.forget())

test('the program dies in a storm of edits, five times, and no acknowledged edit is lost', async () => {
  const acknowledged = new Set<string>()
  let profile: string | undefined
  for (let round = 0; round < 5; round++) {
    const ada: Analyst = await Analyst.arrive({
      open: folder.path,
      ...(profile ? { profile } : { name: 'Ada Lind' }),
    })
    profile = ada.profile
    await expect(ada.articles.getByRole('option')).toHaveCount(1)
    await stormUntil(ada, `${round}`, 20 + Math.floor(Math.random() * 60), acknowledged)
    await ada.dies()
  }
  const ada = await Analyst.arrive({ profile: profile!, open: folder.path })
  await ada.opens(/A storm/)
  await ada.seesSaved()
  await expect(ada.window.getByRole('alert')).toHaveCount(0)
  await ada.leaveForGood()
  const sidecar = await folder.sidecar('storm.txt', 'ada-lind')
  const kept = new Set(sidecar.annotations.map(({ id }) => id))
  expect(acknowledged.size).toBeGreaterThan(100)
  expect([...acknowledged].filter(id => !kept.has(id))).toEqual([])
})

test('the window dies in a storm of edits: it is there again by itself with all that was acknowledged, and so is the file', async () => {
  const acknowledged = new Set<string>()
  let profile: string | undefined
  for (let round = 0; round < 3; round++) {
    const ada: Analyst = await Analyst.arrive({
      open: folder.path,
      ...(profile ? { profile } : { name: 'Ada Lind' }),
    })
    profile = ada.profile
    await ada.opens(/A storm/)
    await stormUntil(ada, `${round}`, 20 + Math.floor(Math.random() * 60), acknowledged)
    await windowDies(ada)
    const known = acknowledged.size
    const counted = async () => {
      const line = await readPast(ada, '.status-line')
      return line.startsWith('Saved') ? Number(/([\d,]+) annotations/.exec(line)?.[1]?.replace(',', '')) : 0
    }
    await expect.poll(counted).toBeGreaterThanOrEqual(known)
    // The one thing that was logged is that it died.
    const complaints = ada.takeComplaints().filter(one => !/^\[stet:error\] {2}/.test(one))
    expect(complaints).toEqual([expect.stringContaining('The page’s process is gone: killed')])
    await ada.leave()
  }
  const kept = new Set((await folder.sidecar('storm.txt', 'ada-lind')).annotations.map(({ id }) => id))
  expect(acknowledged.size).toBeGreaterThan(60)
  expect([...acknowledged].filter(id => !kept.has(id))).toEqual([])
})

test('the program is closed while edits are being saved, and waits for them', async () => {
  const acknowledged = new Set<string>()
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A storm/)
  await stormUntil(ada, '0', 30, acknowledged)
  await ada.leaveForGood()
  const kept = new Set((await folder.sidecar('storm.txt', 'ada-lind')).annotations.map(({ id }) => id))
  expect([...acknowledged].filter(id => !kept.has(id))).toEqual([])
})

test('the disk is full while Ada tags: it is said at once, the work stays in the window, and is saved by itself once there is room', async () => {
  const reason = lacksRoot()
  test.skip(reason !== null, `A disk that is really full: ${reason}.`)
  const small = await makeFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small.path])
  try {
    const witnesses = Array.from({ length: 20 }, (_, i) => `Witness${String(i).padStart(2, '0')}`)
    const said = witnesses.map(one => `${one} said so, and no more was heard of it that day.`)
    await small.write('day.txt', `A long day\n\n${said.join('\n\n')}\n`)
    const ada = await Analyst.arrive({ name: 'Ada Lind', open: small.path })
    await ada.opens(/A long day/)
    await tags(ada, 'Witness00')
    await ada.seesSaved()
    const whole = (await small.sidecarOnceSaved('day.txt', 'ada-lind')).annotations.length
    const { bavail, bsize } = await statfs(small.path)
    await small.write('filler', Buffer.alloc(bavail * bsize, 'x'))

    // The last page of the history has room for a few lines more.
    const full = ada.status.getByRole('alert').filter({ hasText: 'There is no room left on the disk' })
    const tagged = witnesses.slice(1)
    let count = 0
    while (count < tagged.length && !(await full.isVisible())) await tags(ada, tagged[count++]!)
    await expect(full).toBeVisible()
    // Whoever goes on working loses nothing either.
    await tags(ada, tagged[count++]!)
    const all = ['Witness00', ...tagged.slice(0, count)]
    await expect(ada.annotations.getByRole('option')).toHaveCount(all.length)
    expect((await small.sidecar('day.txt', 'ada-lind')).annotations).toHaveLength(whole)

    await small.remove('filler')
    await ada.seesSaved()
    await expect(full).toHaveCount(0)
    await ada.leaveForGood()
    const { annotations } = await small.sidecar('day.txt', 'ada-lind')
    expect(annotations.map(({ spans }) => spans[0]!.quote).sort()).toEqual(all)
  } finally {
    execFileSync('umount', ['-l', small.path])
    await small.forget()
  }
})

async function tags(ada: Analyst, word: string): Promise<void> {
  await ada.selects(word)
  await ada.presses('2')
  await expect(ada.annotation('Actor', word)).toBeVisible()
}

test('a second start with the same profile hands over what it was given, and ends', async () => {
  const other = await makeFolder({
    'vote.txt': 'A vote is lost\n\nThe chamber said no on Monday, and nobody knows what comes next.\n',
  })
  const profile = await mkdtemp(join(tmpdir(), 'stet-profile-'))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, profile })
  await expect(ada.articles.getByRole('option')).toHaveCount(1)
  const opened = ada.desktop.waitForEvent('window')
  expect(await startAgain(profile, other.path)).toBe(0)
  const second = await opened
  await expect(second.getByRole('option', { name: /A vote is lost/ })).toBeVisible()

  // What is open already comes to the front: no third window.
  expect(await startAgain(profile, folder.path)).toBe(0)
  expect(await startAgain(profile, join(folder.path, 'storm.txt'))).toBe(0)
  await ada.isReading(/A storm/)
  expect(ada.desktop.windows()).toHaveLength(2)

  // Another window is told who annotates and how it looks.
  await second.evaluate(() => window.host.call('person.set', { id: 'zoe', name: 'Zoë' }))
  await expect(ada.status).toContainText('Zoë')
  await second.evaluate(() => window.host.call('settings.set', { theme: 'dark' }))
  await expect(ada.window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await ada.leaveForGood()
  await other.forget()
})

/** Starts the program as a person does, with the same profile; resolves to its exit code. */
function startAgain(profile: string, open: string): Promise<number | null> {
  const flags = (process.env['STET_ELECTRON_FLAGS'] ?? '').split(' ').filter(Boolean)
  const words = [...flags, project, open, '--profile', profile]
  const child = spawn(process.env['STET_ELECTRON']!, words, { stdio: 'ignore' })
  return new Promise(resolve => child.once('close', resolve))
}
