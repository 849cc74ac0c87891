import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Call, contract, type Input, type Output } from '../../shared/contract/contract.ts'
import type { Told } from '../../shared/contract/events.ts'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import { disk } from '../disk/disk.ts'
import { codebookMarkOf } from '../saving/codebookMark.ts'
import { LayersInUse } from '../saving/layersInUse.ts'
import { OpenArticle } from '../saving/openArticle.ts'
import { openMemories } from '../settings/memories.ts'
import { openPerson } from '../settings/person.ts'
import { openPlaces } from '../settings/places.ts'
import { openRecent } from '../settings/recent.ts'
import { openSettings } from '../settings/settings.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { benchFor } from '../workspace/unpack.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { DesksByFolder } from './desksByFolder.ts'
import { handOver } from './handOver.ts'
import { type JoinedDesk, joinDesk } from './joinDesk.ts'
import type { DeskParts } from './parts.ts'
import { copySample } from './sample.ts'

let workbench: Workbench
let searchBench: Workbench<SearchTasks>
let around: string
let corpus: string
let parts: DeskParts
let bugs: unknown[]
let desks: Sitting[]

/** A desk and what its window heard and did. */
interface Sitting {
  readonly desk: JoinedDesk
  readonly told: Told[]
  fronts: number
  chosen: string | null
  ask<C extends Call>(call: C, input: Input<C>): Promise<Output<C>>
}

beforeAll(() => {
  workbench = new Workbench(fromSource())
  searchBench = new Workbench<SearchTasks>(fromSource('./searchWorker.ts'))
})
afterAll(() => Promise.all([workbench.close(), searchBench.close()]))

beforeEach(async () => {
  around = await realpath(await mkdtemp(join(tmpdir(), 'stet-desk-')))
  corpus = join(around, 'corpus')
  await mkdir(join(corpus, '2018'), { recursive: true })
  await mkdir(join(around, 'sample'))
  await mkdir(join(around, 'profile'))
  await writeFile(join(corpus, 'cats.txt'), 'Cats\n\nThe cat sat on the mat.\n')
  await writeFile(join(corpus, '2018', 'dogs.txt'), 'Dogs\n\nThe dog lay on the rug.\n')
  await writeFile(join(around, 'sample', 'try.txt'), 'Try\n\nTry me.\n')
  bugs = []
  desks = []
  parts = await makeParts()
})
afterEach(async () => {
  for (const { desk } of desks) await desk.leave()
  for (const kept of [parts.settings, parts.person, parts.recent, parts.places, parts.memories]) await kept.settled()
  await rm(around, { recursive: true })
  expect(bugs).toEqual([])
})

async function makeParts(): Promise<DeskParts> {
  const profile = { root: join(around, 'profile') }
  const person = await openPerson(profile)
  const inUse = new LayersInUse()
  const now = () => new Date()
  return {
    settings: await openSettings(profile),
    person,
    recent: await openRecent(profile),
    places: await openPlaces(profile),
    memories: await openMemories(profile),
    desks: new DesksByFolder(),
    runtime: { runtime: 'override', electron: '', sandbox: true, platform: 'other' },
    disk,
    openWorkspace: (folder, annotator) => openWorkspace(folder, { disk, workbench, profile, annotator }),
    openArticle: (workspace, path, annotator, hearing) => {
      const { device } = person
      const { fence } = workspace
      const codebook = () => codebookMarkOf(workspace.codebook)
      return OpenArticle.open(path, { disk, fence, workbench, annotator, device, codebook, inUse, now, ...hearing })
    },
    workbench,
    searchBench,
    startUnpackBench: () => benchFor(fromSource('./unpackWorker.ts').entry),
    startDatasetBench: () => benchForDataset(fromSource('./datasetWorker.ts').entry),
    sample: () => copySample(join(around, 'sample'), join(profile.root, 'sample')),
    beginsWithArticle: false,
    now,
    report: (_, error) => bugs.push(error),
    assisted: () => false,
    dress: () => {},
  }
}

function sit(open: string | null = corpus): Sitting {
  const told: Told[] = []
  const lent = {
    send: (event: Told) => void told.push(event),
    choose: async () => sitting.chosen,
    chooseCodebook: async () => sitting.chosen,
    chooseCodebookTarget: async () => sitting.chosen,
    chooseExportTarget: async () => null,
    showInFolder: () => {},
    chooseTarget: async () => sitting.chosen,
    showMenu: () => {},
    toFront: () => void sitting.fronts++,
    painted: () => {},
  }
  const desk = joinDesk(parts, lent, open)
  const sitting: Sitting = {
    desk,
    told,
    fronts: 0,
    chosen: null,
    async ask(call, input) {
      const reply = await desk.answer(call, input)
      if (!reply.ok) throw Object.assign(new Error(call), reply.problem)
      return reply.value as never
    },
  }
  desks.push(sitting)
  return sitting
}

const zoe = { id: 'zoe', name: 'Zoë' }
const ticketOf = (workspace: Output<'desk.enter'>['workspace'], path: string) =>
  workspace!.articles.find(row => row.path === path)!.ticket
const put = (id: string, text: string, quote: string) => {
  const start = text.indexOf(quote)
  const span = { start, end: start + quote.length, quote, before: '', after: '' }
  const times = { created: '2026-01-02T03:04:05.678Z', modified: '2026-01-02T03:04:05.678Z' }
  const annotation = { id, tag: 'claim', spans: [span], attributes: {}, origin: { kind: 'manual' }, ...times }
  return { kind: 'put', annotation } as const
}

test('a person opens, annotates, leaves and finds everything again', async () => {
  const first = sit()
  await first.ask('person.set', zoe)
  const { workspace } = await first.ask('desk.enter', undefined)
  const article = ticketOf(workspace, 'cats.txt')
  const { text } = await first.ask('article.open', article)
  expect(await first.ask('layer.open', article)).toMatchObject({ access: 'write', annotations: 0 })
  expect(await first.ask('layer.record', { article, edit: put('one', text, 'cat') })).toEqual({ revision: 1 })
  await first.ask('article.close', { article, offset: 6 })
  const sidecar = JSON.parse(await readFile(join(corpus, 'cats.txt.zoe.stet.json'), 'utf8'))
  expect(sidecar.annotations).toHaveLength(1)
  await first.desk.leave()
  for (const kept of [parts.recent, parts.places, parts.memories]) await kept.settled()

  parts = await makeParts()
  const second = sit()
  const entered = await second.ask('desk.enter', undefined)
  expect(entered.person).toEqual(zoe)
  const again = ticketOf(entered.workspace, 'cats.txt')
  expect(entered.workspace!.place).toEqual({ article: again, offset: 6 })
  expect((await second.ask('article.open', again)).offset).toBe(6)
  expect(await second.ask('layer.open', again)).toMatchObject({ annotations: 1, revision: 1 })
  expect(JSON.parse(await second.ask('layer.piece', { article: again, piece: 0 }))[0].id).toBe('one')
})

test('before anybody has said who they are, articles are read and nothing is written', async () => {
  const { ask } = sit()
  const { person, workspace } = await ask('desk.enter', undefined)
  expect(person).toBeNull()
  const article = ticketOf(workspace, 'cats.txt')
  const { text } = await ask('article.open', article)
  expect(await ask('layer.open', article)).toMatchObject({ access: 'read', annotations: 0, problem: null })
  await expect(ask('layer.record', { article, edit: put('one', text, 'cat') })).rejects.toThrow()

  await ask('person.set', zoe)
  expect(await ask('layer.open', article)).toMatchObject({ access: 'write' })
  expect(await ask('layer.record', { article, edit: put('one', text, 'cat') })).toEqual({ revision: 1 })
  await ask('article.close', { article, offset: 0 })
  expect((await readdir(corpus)).filter(name => name.endsWith('.stet.json'))).toEqual(['cats.txt.zoe.stet.json'])
})

test('a page that is shown again finds the workspace, and its articles free', async () => {
  const { ask } = sit()
  await ask('person.set', zoe)
  const { workspace } = await ask('desk.enter', undefined)
  const article = ticketOf(workspace, 'cats.txt')
  const { text } = await ask('article.open', article)
  await ask('layer.open', article)
  await ask('layer.record', { article, edit: put('one', text, 'cat') })

  const again = await ask('desk.enter', undefined)
  expect(again.workspace!.ticket).toBe(workspace!.ticket)
  expect(again.workspace!.place!.article).toBe(article)
  const late = put('two', text, 'mat')
  await expect(ask('layer.record', { article, edit: late })).rejects.toMatchObject({ kind: 'unknown-ticket' })
  await ask('article.open', article)
  expect(await ask('layer.open', article)).toMatchObject({ access: 'write', annotations: 1 })
})

test('tickets of a workspace that was left, and made-up ones, are refused', async () => {
  const sitting = sit()
  const { workspace } = await sitting.ask('desk.enter', undefined)
  const old = ticketOf(workspace, 'cats.txt')
  sitting.chosen = join(around, 'sample')
  await sitting.ask('workspace.choose', 'folder')
  const madeUp = '0b0f6f0e-6d0a-4a1c-9d4e-2f6a3c1d5e7f'
  for (const ticket of [old, madeUp, workspace!.ticket]) {
    await expect(sitting.ask('article.open', ticket)).rejects.toMatchObject({ kind: 'unknown-ticket' })
    await expect(sitting.ask('stray.follow', ticket)).rejects.toMatchObject({ kind: 'unknown-ticket' })
    await expect(sitting.ask('workspace.openRecent', ticket)).rejects.toMatchObject({ kind: 'unknown-ticket' })
  }
})

test('a workspace that another window has comes to the front there', async () => {
  const first = sit()
  await first.ask('desk.enter', undefined)
  const second = sit(null)
  await second.ask('desk.enter', undefined)
  second.chosen = join(corpus, '2018', '..')
  expect(await second.ask('workspace.choose', 'folder')).toBeNull()
  expect(first.fronts).toBe(1)

  // Let go of there, it opens here.
  await first.desk.leave()
  expect((await second.ask('workspace.choose', 'folder'))!.name).toBe('corpus')
})

test('another start of the program shows the window that has its folder, at the article that it names', async () => {
  const first = sit()
  const { workspace } = await first.ask('desk.enter', undefined)
  const opened: (string | null)[] = []
  const windows = { open: (path: string | null) => void opened.push(path), toFront: () => true }
  await handOver(null, parts.desks, windows)
  await handOver(join(around, 'sample'), parts.desks, windows)
  await handOver(join(around, 'nowhere'), parts.desks, windows)
  expect(opened).toEqual([join(around, 'sample'), join(around, 'nowhere')])

  await handOver(join(corpus, 'cats.txt'), parts.desks, windows)
  expect(first.fronts).toBe(1)
  const news = first.told.find(({ name }) => name === 'workspace.opened')
  expect(news?.value).toMatchObject({ place: { article: ticketOf(workspace, 'cats.txt') } })
  expect(opened).toHaveLength(2)
})

test('one article opens its folder, with the article in front; its sidecar means the same', async () => {
  await writeFile(join(corpus, 'cats.txt.bob.stet.json'), '{}')
  const sitting = sit(join(corpus, '2018', 'dogs.txt'))
  const { workspace } = await sitting.ask('desk.enter', undefined)
  expect(workspace!.name).toBe('2018')
  expect(workspace!.place!.article).toBe(ticketOf(workspace, 'dogs.txt'))
  sitting.chosen = join(corpus, 'cats.txt.bob.stet.json')
  const other = await sitting.ask('workspace.choose', 'file')
  expect(other!.place!.article).toBe(ticketOf(other, 'cats.txt'))
})

test('without a folder there is a copy of the sample, made once and never over what is there', async () => {
  const first = sit(null)
  const { workspace } = await first.ask('desk.enter', undefined)
  expect(workspace).toMatchObject({ sample: true, name: 'sample' })
  await first.desk.leave()
  await writeFile(join(around, 'profile', 'sample', 'try.txt'), 'Mine now\n')
  await sit(null).ask('desk.enter', undefined)
  expect(await readFile(join(around, 'profile', 'sample', 'try.txt'), 'utf8')).toBe('Mine now\n')
  expect(await readdir(join(around, 'sample'))).toEqual(['try.txt'])
})

test('a folder that is not there is told once, and the desk stays usable', async () => {
  const sitting = sit(join(around, 'nowhere'))
  const { workspace, problems } = await sitting.ask('desk.enter', undefined)
  expect(workspace).toBeNull()
  expect(problems.map(({ kind }) => kind)).toEqual(['folder-not-there'])
  expect((await sitting.ask('desk.enter', undefined)).problems).toEqual([])
  sitting.chosen = corpus
  expect((await sitting.ask('workspace.choose', 'folder'))!.articles).toHaveLength(2)
})

test('a picture is taken of an article, also where nobody has been', async () => {
  const { workspace } = await sit().ask('desk.enter', undefined)
  expect(workspace!.place).toBeNull()
  await desks[0]!.desk.leave()
  parts = { ...parts, beginsWithArticle: true }
  expect((await sit().ask('desk.enter', undefined)).workspace!.place).not.toBeNull()
})

test('what is dropped on a window is opened there; what has no path is a problem', async () => {
  const sitting = sit(null)
  await sitting.ask('desk.enter', undefined)
  expect(await sitting.desk.drop(['', corpus, '/etc'])).toEqual({ ok: true, value: null })
  expect(sitting.told.find(({ name }) => name === 'workspace.opened')?.value).toMatchObject({ name: 'corpus' })
  for (const paths of [[], [''], ['relative.txt'], 'x', null, { 0: corpus }, [{}]]) {
    expect(await sitting.desk.drop(paths)).toMatchObject({ ok: false, problem: { kind: 'not-there' } })
  }
})

test('settings hold what they know, whatever is left undefined', async () => {
  const { ask } = sit()
  const settings = await ask('settings.set', { theme: 'dark', textSize: undefined } as Input<'settings.set'>)
  expect(settings).toMatchObject({ theme: 'dark', textSize: 'medium' })
  expect((await ask('desk.enter', undefined)).settings).toEqual(settings)
})

test('other windows are told of a new person and of new settings, and nobody who has left', async () => {
  const [here, there, gone] = [sit(), sit(join(corpus, '2018')), sit(null)]
  for (const { ask } of [here, there, gone]) await ask('desk.enter', undefined)
  await gone.desk.leave()
  const settings = await here.ask('settings.set', { theme: 'dark' })
  await here.ask('person.set', zoe)
  const changes = ({ told }: Sitting) =>
    told.filter(({ name }) => /\.changed$/.test(name) && !/^(articles|strays)/.test(name))
  expect(changes(there)).toEqual([
    { name: 'settings.changed', value: settings },
    { name: 'person.changed', value: zoe },
  ])
  expect([changes(here), changes(gone)]).toEqual([[], []])
})

test('a new article is listed under its ticket at once', async () => {
  const { ask } = sit()
  await ask('desk.enter', undefined)
  const { article, path } = await ask('article.create', { text: 'Birds\n\nThe bird sang.\n' })
  expect((await ask('article.open', article)).text).toBe('Birds\n\nThe bird sang.\n')
  expect(await readFile(join(corpus, path), 'utf8')).toBe('Birds\n\nThe bird sang.\n')
})

test('an article whose text is changed outside is told of; one that is only touched is not', async () => {
  const { ask, told } = sit()
  const { workspace } = await ask('desk.enter', undefined)
  const article = ticketOf(workspace, 'cats.txt')
  const { text } = await ask('article.open', article)
  const outside = () => told.filter(({ name }) => name === 'article.outside')
  const rows = () => told.filter(({ name }) => name === 'articles.changed').length
  await writeFile(join(corpus, 'cats.txt'), text)
  await writeFile(join(corpus, 'new.txt'), 'News of this has passed what was told before.\n')
  await vi.waitFor(() => expect(rows()).toBeGreaterThan(0), { timeout: 60_000 })
  await writeFile(join(corpus, 'cats.txt'), `${text}More.\n`)
  await vi.waitFor(() => expect(outside()).not.toEqual([]), { timeout: 60_000 })
  expect(outside()[0]!.value).toEqual({ article, what: 'text' })
})

test('whatever a window asks, no answer holds a path of this machine, and no article changes', async () => {
  const sitting = sit()
  await sitting.ask('person.set', zoe)
  const { workspace, recent } = await sitting.ask('desk.enter', undefined)
  const tickets = [...workspace!.articles.map(({ ticket }) => ticket), ...recent.map(({ ticket }) => ticket)]
  const ticket = fc.constantFrom(...tickets, workspace!.ticket, '0b0f6f0e-6d0a-4a1c-9d4e-2f6a3c1d5e7f')
  const calls = (Object.keys(contract) as Call[]).filter(call => call !== 'article.create')
  const input = fc.oneof(
    ticket,
    fc.record({ article: ticket, offset: fc.nat() }),
    fc.record({ article: ticket, piece: fc.nat(2) }),
    fc.record({ article: ticket, edit: fc.constant({ kind: 'remove', id: 'x' }) }),
    fc.constantFrom(undefined, 'folder', 'file', [], { theme: 'dark' }, { id: 'zoe', name: 'Zoë' }),
    fc.anything(),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), input, async (call, value) => {
      const reply = await sitting.desk.answer(call, value)
      expect(JSON.stringify(reply)).not.toContain(around)
    }),
    { numRuns: 300 },
  )
  expect(JSON.stringify(sitting.told)).not.toContain(around)
  expect(await readFile(join(corpus, 'cats.txt'), 'utf8')).toBe('Cats\n\nThe cat sat on the mat.\n')
  // Pieces of layers that were never asked for are mistakes of the window, and reported as such.
  bugs = bugs.filter(bug => !(bug instanceof RangeError))
})
