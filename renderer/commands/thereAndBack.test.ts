import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DeskGround, type Sitting } from '../../electron/bridge/deskGround.ts'
import { mortalDisk } from '../../electron/disk/mortalDisk.ts'
import { fromSource } from '../../electron/work/fromSource.ts'
import type { SearchTasks } from '../../electron/work/searchTasks.ts'
import { Workbench } from '../../electron/work/workbench.ts'
import type { Told } from '../../shared/contract/events.ts'
import { isSame } from '../../shared/json/isSame.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { isProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { Project } from '../../shared/project/project.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Ask, Listen } from '../state/ask.ts'
import { type Desk, follow, makeDesk, showWorkspace } from '../state/desk.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { type Step, sameStart, stepNames, take } from './randomSteps.ts'

/**
 * The stores of a window, joined to the desktop's own saving on a real folder:
 * whatever a person does, in whatever order, is undone to the bytes that there
 * were, and done again to the bytes that there were then.
 */
vi.setConfig({ testTimeout: 600_000 })
/** More for a long run. */
const RUNS = Number(process.env['STET_LAW_RUNS'] ?? 12)

const articles = {
  'a.txt': `${sameStart}\n\nThe mayor said on Monday: “We go, you stay. That is all we know.” Nobody in the old port 💬 spoke.\n\nShe left before noon.\n`,
  'b.txt': `${sameStart}\n\nאמרה היא. Der Bürgermeister sagte: „Nein“. “Yes,” said Ada Lind, who knew. \n\nPhoto: Ada Lind\n`,
  'c.txt': `${sameStart}\n\nA short one.\n`,
}

let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let begun: DeskGround
beforeAll(async () => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
  begun = await DeskGround.make(articles, benches)
  const window = await sitDown(begun)
  // Two articles are begun, with everything that there can be; the third has never been opened.
  const { desk } = window
  for (const path of ['a.txt', 'b.txt']) {
    await open(desk, path)
    for (const step of beginning) await take(desk, step)
  }
  await window.leaves()
  expect(Object.keys(await filesOf(begun)).length).toBe(Object.keys(articles).length + 5)
})
afterAll(async () => {
  await begun.remove()
  await Promise.all([benches.workbench.close(), benches.searchBench.close()])
})

const step = fc.record({
  does: fc.constantFrom(...stepNames),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  c: fc.nat(10_000),
})
const life = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
  back: fc.nat(100),
})

test('everything is undone to the bytes at the start, and done again to those at the end', () =>
  fc.assert(
    fc.asyncProperty(life, async ({ steps }) => {
      const ground = await begun.copy()
      try {
        const start = await filesOf(ground, steps)
        const window = await sitDown(ground)
        const { desk, flush } = window
        await open(desk, 'a.txt')
        for (const one of steps) await takeAndLook(desk, one)
        await all(desk, 'redo')
        await flush()
        const end = await filesOf(ground, steps)
        await isFoundAgain(ground, desk)

        await all(desk, 'undo')
        await flush()
        const back = await filesOf(ground, steps)
        expect(back).toEqual(withEmptyLayers(start, back))
        await isFoundAgain(ground, desk)

        await all(desk, 'redo')
        await flush()
        expect(await filesOf(ground, steps)).toEqual(end)
        await isFoundAgain(ground, desk)
        await window.leaves()
        expect([ground.bugs, window.refused]).toEqual([[], []])
      } finally {
        await ground.remove()
      }
    }),
    { numRuns: RUNS },
  ))

test('whenever the machine dies, what was acknowledged is there', () =>
  fc.assert(
    fc.asyncProperty(life, async ({ steps, back }) => {
      const ground = await begun.copy()
      try {
        const mortal = mortalDisk()
        const { desk, seen, refused } = await sitDown(ground, mortal)
        await open(desk, 'a.txt')
        for (const one of steps) await takeAndLook(desk, one)
        for (let left = back; left > 0 && desk.reading.getState().undos.length > 0; left--) await desk.undoing.undo()
        await desk.recorder.settled()
        expect(refused).toEqual([])
        await mortal.die()
        const again = await sitDown(ground)
        for (const [path, article] of seen) {
          await open(again.desk, path)
          expect([path, stateOf(again.desk.reading.getState().article!)]).toEqual([path, stateOf(article)])
        }
        expect(projectOf(again.desk)).toEqual(projectOf(desk))
        await again.leaves()
        // What the dead one says of its disk is heard by nobody.
        expect(ground.bugs.filter(bug => !mortal.isOf(bug))).toEqual([])
      } finally {
        await ground.remove()
      }
    }),
    { numRuns: RUNS },
  ))

const beginning: Step[] = [
  { does: 'tag', a: 120, b: 30, c: 0 },
  { does: 'tag', a: 130, b: 4, c: 1 },
  { does: 'tag', a: 160, b: 9, c: 2 },
  { does: 'select', a: 0, b: 0, c: 0 },
  { does: 'link', a: 0, b: 2, c: 0 },
  { does: 'note', a: 0, b: 1, c: 0 },
  { does: 'zone', a: 0, b: 0, c: 3 },
  { does: 'refer', a: 0, b: 0, c: 0 },
]

/** A window at a desk of the ground, and what it held last of each article that nothing else has changed since. */
async function sitDown(ground: DeskGround, disk?: ReturnType<typeof mortalDisk>) {
  const ears = new Set<(told: Told) => void>()
  const hear = (told: Told) => {
    for (const ear of ears) ear(structuredClone(told))
  }
  const sitting = await ground.sit('Zoë', { hear, ...(disk ? { disk: disk.disk } : {}) })
  let count = 0
  const desk = makeDesk({
    ask: askOf(sitting),
    now: () => new Date(Date.UTC(2031, 2, 9, 10, 0, 0, ++count)),
    randomId: () => `${crypto.randomUUID()}`,
    sentences: en.news,
  })
  const listen: Listen = (name, heard) => {
    const ear = (told: Told) => {
      if (told.name === name) heard(told.value as never)
    }
    ears.add(ear)
    return () => void ears.delete(ear)
  }
  follow(desk, listen, { outside: { layer: '', free: '', taken: '', text: '', project: '', sealed: '', reread: '' } })
  const { workspace } = await askOf(sitting)('desk.enter', undefined)
  await showWorkspace(desk, { ...workspace!, place: null })
  const refused: unknown[] = []
  desk.recorder.onRefused(refusal => refused.push(refusal))
  const seen = new Map<string, OpenArticle>()
  desk.reading.subscribe(({ article }) => {
    if (article) seen.set(desk.workspace.getState().rows.get(article.ticket)!.path, article)
  })
  desk.bulk.subscribe(({ running }) => {
    if (running) seen.clear()
  })
  return {
    desk,
    seen,
    refused,
    async flush() {
      await desk.recorder.settled()
      await sitting.desk.flush()
    },
    async leaves() {
      desk.opening.leave()
      await desk.recorder.settled()
      await sitting.desk.leave()
    },
  }
}

/** Asks as the window does: nothing but copies goes over the bridge. */
function askOf(sitting: Sitting): Ask {
  return async (call, input) => {
    const reply = structuredClone(await sitting.desk.answer(call, structuredClone(input)))
    if (reply.ok) return reply.value as never
    const { kind, detail } = reply.problem
    if (isProblemKind(kind)) throw new Problem(kind, detail)
    throw Object.assign(new Error(`${call}: ${kind}: ${detail}`), { name: kind })
  }
}

async function open(desk: Desk, path: string): Promise<void> {
  const row = [...desk.workspace.getState().rows.values()].find(one => one.path === path)!
  expect(await desk.opening.open(row.ticket)).toBe(true)
  await desk.reading.getState().article!.filled
}

/** Takes a step; undo and redo have to come off where there is something to undo. */
async function takeAndLook(desk: Desk, one: Step): Promise<void> {
  if (one.does !== 'undo' && one.does !== 'redo') return take(desk, one)
  const isAny = desk.reading.getState()[one.does === 'undo' ? 'undos' : 'redos'].length > 0
  expect(await desk.undoing[one.does]()).toBe(isAny)
}

async function all(desk: Desk, which: 'undo' | 'redo'): Promise<void> {
  const left = () => desk.reading.getState()[which === 'undo' ? 'undos' : 'redos'].length
  for (let before = left(); before > 0; before = left()) {
    expect([await desk.undoing[which](), left()]).toEqual([true, before - 1])
  }
}

/** Another start of the program finds on disk what the window holds. */
async function isFoundAgain(ground: DeskGround, desk: Desk): Promise<void> {
  const copy = await ground.copy()
  try {
    const again = await sitDown(copy)
    for (const path of Object.keys(articles)) {
      await open(desk, path)
      await open(again.desk, path)
      const found = stateOf(again.desk.reading.getState().article!)
      expect([path, found]).toEqual([path, stateOf(desk.reading.getState().article!)])
    }
    expect(projectOf(again.desk)).toEqual(projectOf(desk))
    await again.leaves()
    expect(copy.bugs).toEqual([])
  } finally {
    await copy.remove()
  }
}

function stateOf({ layer, blocks, head }: OpenArticle) {
  const { annotations, links, status, unplaced } = layer
  return { access: head?.access, annotations, links, status, unplaced, blocks }
}

function projectOf(desk: Desk) {
  return desk.project.getState().project.file()
}

/** Every file of the workspace that isn't Stet's own, without what every writing says of itself. */
async function filesOf(ground: DeskGround, steps: readonly Step[] = []): Promise<Record<string, unknown>> {
  const names = (await readdir(ground.folder)).filter(name => name !== '.stet').sort()
  const read = async (name: string) => [name, withoutGrowth(name, await readFile(ground.at(name), 'utf8'))] as const
  return Object.fromEntries(await Promise.all(names.map(read)))

  function withoutGrowth(name: string, text: string): unknown {
    if (name === 'stet.json') return withoutVersion(JSON.parse(text) as JsonObject)
    if (!name.endsWith('.stet.json')) return text
    const ofTheWriting = text.replace(/^ {2}"(revision|modified)": .*$/gm, '')
    // A layer names the codebook that held when it was last changed: that may be one that was undone since.
    return steps.some(({ does }) => does === 'codebook')
      ? ofTheWriting.replace(/^ {4}"(version|hash)": .*$/gm, '')
      : ofTheWriting
  }
}

/** A project but for the version of its codebook, which grows also with what takes a change back; one that says what the default says is none. */
function withoutVersion({ codebook, ...project }: JsonObject): JsonObject {
  const { version: _, ...said } = (codebook ?? {}) as JsonObject
  return codebook && !isSame(said, defaultAsWritten()) ? { ...project, codebook: said } : project
}

function defaultAsWritten(): JsonObject {
  const project = new Project()
  project.apply(project.completed({ kind: 'set', of: 'codebook', id: '', fields: {} }))
  const { version: _, ...said } = project.file()['codebook'] as JsonObject
  return said
}

/** An article that nobody had annotated has an empty layer, or no corrections, once it was annotated and that undone. */
function withEmptyLayers(start: Record<string, unknown>, now: Record<string, unknown>): Record<string, unknown> {
  const come = Object.keys(now).filter(name => !(name in start))
  return { ...start, ...Object.fromEntries(come.map(name => [name, expect.stringMatching(nothingSaid)])) }
}
/** A file without an annotation, a link or a corrected zone, and not done. */
const nothingSaid = /^(?![\s\S]*"(?:quote|from)": |[\s\S]*"done")/
