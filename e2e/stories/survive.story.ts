import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'
import type { Edit } from '../../shared/annotation/edit.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const words = Array.from({ length: 400 }, (_, i) => `word${String(i).padStart(3, '0')}`)
const storm = `A storm of edits\n\n${words.join(' ')}\n`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'storm.txt': storm })
})
test.afterEach(() => folder.forget())

/**
 * Makes many edits as fast as the bridge takes them, past the page, whose own
 * calls go the same way. Each one that was acknowledged is told at once.
 */
async function stormOn(ada: Analyst, round: number, acknowledged: (id: string) => void): Promise<void> {
  await ada.window.exposeFunction('acknowledged', acknowledged)
  const edits: Edit[] = words.map((quote, i) => {
    const start = storm.indexOf(quote)
    const span = { start, end: start + quote.length, quote, before: '', after: '' }
    const at = '2031-03-01T09:00:00.000Z'
    const id = `${round}-${i}`
    const annotation = { id, tag: 'actor', spans: [span], attributes: {}, origin: { kind: 'manual' } }
    return { kind: 'put', annotation: { ...annotation, created: at, modified: at } }
  })
  await ada.window.evaluate(async edits => {
    const entered = await window.host.call('desk.enter', undefined)
    if (!entered.ok) throw new Error(entered.problem.kind)
    const { workspace } = entered.value as { workspace: { articles: { ticket: string }[] } }
    const article = workspace.articles[0]!.ticket
    await window.host.call('article.open', article)
    await window.host.call('layer.open', article)
    for (const edit of edits) {
      const recorded = window.host.call('layer.record', { article, edit })
      void recorded.then(({ ok }) => {
        if (ok && edit.kind === 'put') Reflect.get(window, 'acknowledged')(edit.annotation.id)
      })
      // Some come one by one, some in bursts.
      if (Math.random() < 0.3) await recorded
    }
  }, edits)
}

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
    const before = acknowledged.size
    const enough = new Promise<void>(resolve => {
      const wanted = 20 + Math.floor(Math.random() * 60)
      const raging = stormOn(ada, round, id => {
        acknowledged.add(id)
        if (acknowledged.size === before + wanted) resolve()
      })
      raging.catch(() => {}) // the window dies under it
    })
    await enough
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

test('the program is closed while edits are being saved, and waits for them', async () => {
  const acknowledged = new Set<string>()
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A storm/)
  const enough = new Promise<void>(resolve => {
    stormOn(ada, 0, id => {
      acknowledged.add(id)
      if (acknowledged.size === 30) resolve()
    }).catch(() => {})
  })
  await enough
  await ada.leaveForGood()
  const kept = new Set((await folder.sidecar('storm.txt', 'ada-lind')).annotations.map(({ id }) => id))
  expect([...acknowledged].filter(id => !kept.has(id))).toEqual([])
})

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
