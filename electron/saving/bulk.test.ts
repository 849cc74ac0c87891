import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { fullDisk } from '../disk/fullDisk.ts'
import { tasks } from '../work/tasks.ts'
import { Bulk } from './bulk.ts'
import { BulkIntents } from './bulkIntents.ts'
import type { BulkParts } from './bulkParts.ts'
import { LayersInUse } from './layersInUse.ts'
import { OpenArticle, type Opener } from './openArticle.ts'
import { OpenProject } from './openProject.ts'

const texts: Readonly<Record<string, string>> = {
  'a.txt': 'The 💩 cat sat, and nobody knows why it sat there all day long.\n',
  'b.txt': 'A dog saw the cat.\n',
  'sub/c.txt': 'No animal but a cat was here.\n',
}
const paths = Object.keys(texts)
const run: Opener['workbench']['run'] = async (name, input) => (tasks[name] as (input: unknown) => never)(input)
const annotator = { id: 'alice', name: 'Alice Novak', key: 'alice-key' }
let folder: string

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-bulk-')))
  await fs.mkdir(join(folder, 'sub'))
  for (const [path, text] of Object.entries(texts)) await fs.writeFile(join(folder, path), text)
})
/** How the programs end that are still at work. */
const atWork = new Set<() => Promise<void>>()
afterEach(async () => {
  // Whatever is at work may still write something into the folder.
  for (const dies of [...atWork]) await dies()
  await fs.rm(folder, { recursive: true, force: true })
})

/** A program at work in the folder. `dies` is what happens to it when its disk is gone. */
async function program(disk_: Disk = disk, more: Partial<BulkParts> = {}) {
  const fence = await raiseFence(disk, folder)
  const open = new Set<OpenArticle>()
  const problems: ProblemNotice[] = []
  const bugs: unknown[] = []
  const inUse = new LayersInUse()
  let complain: () => void = () => {}
  const complained = new Promise<void>(resolve => (complain = resolve))
  const openOne = async (path: string, stuck: (problem: ProblemNotice) => void = () => {}) => {
    const article = await OpenArticle.open(path, {
      ...{ disk: disk_, fence, workbench: { run }, annotator, device: 'here', inUse },
      ...{ codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }), now: () => new Date() },
      told: ({ problem }) => {
        if (problem) complain()
        if (problem) stuck(problem)
      },
    })
    open.add(article)
    return article
  }
  const withOne = async <T>(article: OpenArticle, work: (article: OpenArticle) => Promise<T>): Promise<T> => {
    try {
      await article.openLayer()
      return await work(article)
    } finally {
      await article.close().catch(() => article.abandon())
      open.delete(article)
    }
  }
  const project = await OpenProject.open({
    ...{ disk: disk_, fence, workbench: { run }, name: 'corpus', device: 'here', now: () => new Date() },
    failed: error => {
      throw error
    },
  })
  const parts: { -readonly [K in keyof BulkParts]: BulkParts[K] } = {
    ...{ disk: disk_, fence, workbench: { run }, device: 'here', now: () => new Date() },
    annotator: async () => annotator,
    project,
    inHand: async () => null,
    projectCompleted: () => {},
    use: async (path, work) => withOne(await openOne(path), work),
    async tryOn(path, work) {
      let why: ProblemNotice | null = null
      const article: OpenArticle = await openOne(path, problem => {
        why = problem
        void article.abandon()
      })
      return withOne(article, work).catch(error => {
        throw why ? new Problem(why.kind, why.detail) : error
      })
    },
    progress: () => {},
    problem: problem => void problems.push(problem),
    failed: error => void bugs.push(error),
    ...more,
  }
  const bulk = new Bulk(parts)
  const dies = async () => {
    atWork.delete(dies)
    bulk.stop()
    await project.abandon()
    for (const article of open) await article.abandon()
  }
  atWork.add(dies)
  return { bulk, parts, project, problems, bugs, complained, complain, dies, openOne, withOne }
}

function annotation(path: string, words = 'cat', more: Partial<Annotation> = {}): Annotation {
  const text = texts[path]!
  const start = text.indexOf(words)
  const at = '2031-03-04T05:06:07.000Z'
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  const rest = { attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
  return { id: `id-${words}`, tag: 'actor', spans, ...rest, ...more }
}

const put = (path: string, words?: string, more?: Partial<Annotation>): Edit => {
  return { kind: 'put', annotation: annotation(path, words, more) }
}
const tom: ProjectEdit = { kind: 'set', of: 'entities', id: 'tom', fields: { kind: 'person', name: 'Tom' } }
const hasTom = ({ text }: { readonly text: string }) => text.includes('"Tom"')
const catEverywhere = () => paths.map(path => ({ path, edit: put(path), seen: null }))

/** Opens the workspace again and waits until what was interrupted is completed. */
async function opensAgain() {
  const again = await program()
  await again.bulk.takeUp()
  for (const path of paths) await again.bulk.settle(path)
  await again.bulk.close()
  return again
}

/** What each article's sidecar has: quotes in the file's own code points. */
async function onDisk(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const path of paths) {
    const file = await fs.readFile(join(folder, `${path}.alice.stet.json`), 'utf8').catch(() => '{"annotations":[]}')
    const { annotations } = JSON.parse(file) as { annotations: Annotation[] }
    for (const { spans } of annotations) {
      for (const { start, end, quote } of spans) expect([...texts[path]!].slice(start, end).join('')).toBe(quote)
    }
    found[path] = annotations.map(({ id, entity = '' }) => id + entity).join(' ')
  }
  return found
}
const everywhere = (what: string) => Object.fromEntries(paths.map(path => [path, what]))
/** Drafts don't count: they are swept away when they are old. */
const intents = async () => {
  const names = await fs.readdir(join(folder, '.stet', 'bulk')).catch(() => [])
  return names.filter(name => !name.endsWith('.draft'))
}

test('all articles are changed, each with what undoes it; nothing else is left behind', async () => {
  const told: string[] = []
  const { bulk } = await program(disk, { progress: (name, done, total) => void told.push(`${name} ${done}/${total}`) })
  const { done, refused } = await bulk.record('one', catEverywhere())
  expect(refused).toEqual([])
  expect(done.map(({ path, undo }) => [path, undo])).toEqual(
    expect.arrayContaining(paths.map(path => [path, { kind: 'remove', id: 'id-cat' }])),
  )
  expect(await onDisk()).toEqual(everywhere('id-cat'))
  expect(await intents()).toEqual([])
  expect(told.at(-1)).toBe('one 3/3')
  expect(await fs.readFile(join(folder, '.stet', '.gitignore'), 'utf8')).toBe('*\n')
})

test('a machine that stops at any step leaves all or nothing, once it runs again', async () => {
  const counting = flakyDisk(disk, { nth: Infinity, code: 'EIO', lasting: 'always' })
  const counted = await program(counting)
  await counted.bulk.record('one', catEverywhere(), tom)
  const steps = counting.calls()
  // What it has still to write would come into the folders of the next ones.
  await counted.dies()
  expect(steps).toBeGreaterThan(100)
  const seen = new Set<string>()
  for (let nth = 1; nth <= steps; nth += 1 + Math.floor(steps / 100)) {
    await startsAnew()
    const dying = await program(flakyDisk(disk, { nth, code: 'EIO', lasting: 'always' }))
    const recorded = dying.bulk.record('one', catEverywhere(), tom).then(
      ({ done }) => (done.length > 0 ? 'answered' : 'refused'),
      () => 'refused',
    )
    // A project's edit that the disk refuses waits as well, and says so by itself.
    dying.project.listen({ told: () => dying.project.saving().problem && dying.complain(), changed: () => {} })
    const how = await Promise.race([recorded, dying.complained.then(() => 'stuck')])
    await dying.dies()
    const wasMeant = (await intents()).length > 0
    const again = await opensAgain()
    const found = await onDisk()
    const outcome = Object.values(found).every(one => one === 'id-cat') ? 'all' : 'none'
    expect(found, `step ${nth}`).toEqual(everywhere(outcome === 'all' ? 'id-cat' : ''))
    expect(hasTom(again.project), `step ${nth}`).toBe(outcome === 'all')
    await again.project.abandon()
    if (how === 'answered' || wasMeant) expect(outcome, `step ${nth}`).toBe('all')
    expect([await intents(), again.problems], `step ${nth}`).toEqual([[], []])
    seen.add(outcome)
  }
  expect(seen).toEqual(new Set(['all', 'none']))
})

test('what is cancelled is taken back, wherever it was', async () => {
  for (const after of [0, 1, 2]) {
    const { bulk } = await program(disk, { progress: (_, done) => done > after && bulk.cancel('one') })
    if (after === 0) {
      const recorded = bulk.record('one', catEverywhere())
      bulk.cancel('one')
      expect(await recorded).toEqual({ done: [], refused: [], projectUndo: null })
    } else expect(await bulk.record('one', catEverywhere())).toEqual({ done: [], refused: [], projectUndo: null })
    expect(await onDisk()).toEqual(everywhere(''))
    expect(await intents()).toEqual([])
  }
})

test('a machine that stops at any step of a change that is cancelled leaves all or nothing, once it runs again', async () => {
  const cancelled = async (disk_: Disk) => {
    const one: Awaited<ReturnType<typeof program>> = await program(disk_, {
      progress: (_, done) => done > 0 && one.bulk.cancel('one'),
    })
    return one
  }
  const counting = flakyDisk(disk, { nth: Infinity, code: 'EIO', lasting: 'always' })
  const counted = await cancelled(counting)
  await counted.bulk.record('one', catEverywhere(), tom)
  const steps = counting.calls()
  await counted.dies()
  const seen = new Set<string>()
  for (let nth = 1; nth <= steps; nth += 1 + Math.floor(steps / 40)) {
    await startsAnew()
    const dying = await cancelled(flakyDisk(disk, { nth, code: 'EIO', lasting: 'always' }))
    const recorded = dying.bulk.record('one', catEverywhere(), tom).catch(() => {})
    dying.project.listen({ told: () => dying.project.saving().problem && dying.complain(), changed: () => {} })
    await Promise.race([recorded, dying.complained])
    await dying.dies()
    const again = await opensAgain()
    const found = await onDisk()
    const outcome = Object.values(found).every(one => one === 'id-cat') ? 'all' : 'none'
    expect(found, `step ${nth}`).toEqual(everywhere(outcome === 'all' ? 'id-cat' : ''))
    expect(hasTom(again.project), `step ${nth}`).toBe(outcome === 'all')
    expect([await intents(), again.problems, again.bugs], `step ${nth}`).toEqual([[], [], []])
    await again.project.abandon()
    seen.add(outcome)
  }
  expect(seen).toEqual(new Set(['all', 'none']))
})

/** Everything as it was before anybody annotated here. */
async function startsAnew(): Promise<void> {
  for (const path of paths) await fs.rm(join(folder, `${path}.alice.stet.json`), { force: true })
  await fs.rm(join(folder, 'stet.json'), { force: true })
  await fs.rm(join(folder, '.stet'), { recursive: true, force: true })
}

test('an edit of the project goes with the change, is taken back with it, and is undone like it', async () => {
  const { bulk, project } = await program()
  const { projectUndo } = await bulk.record('one', catEverywhere(), tom)
  expect(hasTom(project)).toBe(true)
  await bulk.record('two', [], projectUndo)
  expect(hasTom(project)).toBe(false)

  const cancelling = await program(disk, { progress: () => cancelling.bulk.cancel('three') })
  expect(
    await cancelling.bulk.record('three', [{ path: 'a.txt', edit: put('a.txt', 'sat'), seen: null }], tom),
  ).toEqual({
    ...{ done: [], refused: [], projectUndo: null },
  })
  expect(hasTom(cancelling.project)).toBe(false)
  expect(await intents()).toEqual([])
})

test('where the project refuses its edit, no article is changed', async () => {
  await fs.writeFile(join(folder, 'stet.json'), 'damaged')
  const { bulk } = await program()
  await expect(bulk.record('one', catEverywhere(), tom)).rejects.toMatchObject({ kind: 'project-damaged' })
  expect(await onDisk()).toEqual(everywhere(''))
  expect(await intents()).toEqual([])
})

test('articles that can’t be changed come back with the reason, and the others are done', async () => {
  await fs.writeFile(join(folder, 'a.txt'), `More. ${texts['a.txt']}`)
  await fs.writeFile(join(folder, 'b.txt.alice.stet.json'), 'damaged')
  const { bulk } = await program()
  const gone = { path: 'gone.txt', edit: { kind: 'remove', id: 'x' } as const, seen: null }
  const { done, refused } = await bulk.record('one', [...catEverywhere(), gone])
  expect(done.map(({ path }) => path)).toEqual(['sub/c.txt'])
  expect(Object.fromEntries(refused.map(({ path, problem }) => [path, problem.kind]))).toEqual({
    'a.txt': 'words-not-there',
    'b.txt': 'sidecar-damaged',
    'gone.txt': 'not-there',
  })
})

test('an undo is refused where somebody has worked on it since, and done elsewhere', async () => {
  const { bulk, openOne } = await program()
  const { done } = await bulk.record('one', catEverywhere())
  const article = await openOne('b.txt')
  await article.openLayer()
  await article.record(put('b.txt', 'cat', { entity: 'tom' }))
  await article.close()
  const undos = done.map(({ path, undo }) => ({ path, edit: undo, seen: put(path) }))
  const back = await bulk.record('two', undos)
  expect(back.refused).toEqual([{ path: 'b.txt', problem: { kind: 'changed-since', detail: '' } }])
  expect(await onDisk()).toEqual({ 'a.txt': '', 'b.txt': 'id-cattom', 'sub/c.txt': '' })

  // And the other way round: what was undone is done again.
  const redo = back.done.map(({ path, undo }) => ({
    path,
    edit: undo,
    seen: { kind: 'remove', id: 'id-cat' } as const,
  }))
  expect((await bulk.record('three', redo)).refused).toEqual([])
  expect(await onDisk()).toEqual({ 'a.txt': 'id-cat', 'b.txt': 'id-cattom', 'sub/c.txt': 'id-cat' })
})

/** Leaves an intent behind, as a program that was killed after writing it. */
async function leavesIntent(): Promise<string> {
  const file = join(folder, '.stet', 'bulk', 'one.json')
  let kept = ''
  const dying: Awaited<ReturnType<typeof program>> = await program(disk, {
    use: async () => {
      kept = await fs.readFile(file, 'utf8')
      dying.bulk.stop()
      return new Promise(() => {})
    },
  })
  void dying.bulk.record('one', catEverywhere())
  await expect.poll(() => kept).not.toBe('')
  return file
}

test('of an interrupted change, what does not fit any more is left as it is and told', async () => {
  await leavesIntent()
  await fs.writeFile(join(folder, 'b.txt'), 'Another text, with a cat.\n')
  const { openOne } = await program()
  const article = await openOne('sub/c.txt')
  await article.openLayer()
  await article.record(put('sub/c.txt', 'cat', { entity: 'tom', modified: new Date(Date.now() + 1000).toISOString() }))
  await article.close()
  const { problems } = await opensAgain()
  expect(problems).toEqual([
    { kind: 'change-not-completed', detail: expect.stringMatching(/^(b|sub\/c)\.txt, (b|sub\/c)\.txt\.$/) },
  ])
  const sidecar = JSON.parse(await fs.readFile(join(folder, 'sub/c.txt.alice.stet.json'), 'utf8'))
  expect(sidecar.annotations).toMatchObject([{ entity: 'tom' }])
  expect(await fs.readdir(folder)).not.toContain('b.txt.alice.stet.json')
  expect(await fs.readdir(folder)).toContain('a.txt.alice.stet.json')
  expect(await intents()).toEqual([])
})

test('an article that is opened finds its part completed', async () => {
  await leavesIntent()
  const again = await program()
  await again.bulk.takeUp()
  await again.bulk.settle('b.txt')
  expect((await onDisk())['b.txt']).toBe('id-cat')
  await again.bulk.close()
})

test('what another device or person began is left to them', async () => {
  const file = await leavesIntent()
  const written = await fs.readFile(file, 'utf8')
  for (const [from, to] of [
    ['"device":"here"', '"device":"there"'],
    ['"annotator":"alice"', '"annotator":"bob"'],
  ] as const) {
    await fs.writeFile(file, written.replace(from, to))
    await opensAgain()
    expect(await onDisk()).toEqual(everywhere(''))
    expect(await intents()).toEqual(['one.json'])
  }
})

test.each(['', '{', '{"format":"stet-change"}', '[]', 'null', '{"__proto__":1}'])(
  'an intent that can’t be read (%s) is put aside and told',
  async bytes => {
    await fs.mkdir(join(folder, '.stet', 'bulk'), { recursive: true })
    await fs.writeFile(join(folder, '.stet', 'bulk', 'x.json'), bytes)
    const { problems } = await opensAgain()
    expect(problems.map(({ kind }) => kind)).toEqual(['change-damaged'])
    expect(await intents()).toEqual([expect.stringMatching(/^x\.json\.damaged-\d+$/)])
  },
)

test('an intent with edits that nobody knows changes nothing, and is told', async () => {
  const file = await leavesIntent()
  await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replaceAll('"kind":"put"', '"kind":"dance"'))
  const { problems } = await opensAgain()
  expect(problems.map(({ kind }) => kind)).toEqual(['change-not-completed'])
  expect(await onDisk()).toEqual(everywhere(''))
})

type Program = Awaited<ReturnType<typeof program>>

/** Somebody edits an article by hand. */
async function edits({ openOne, withOne }: Program, path: string, edit: Edit): Promise<void> {
  await withOne(await openOne(path), article => article.record(edit))
}

/** A program whose articles are changed one after the other; `after` is called when each one is done. */
async function oneByOne(after: (one: Program, path: string) => Promise<void>): Promise<Program> {
  const one = await program()
  const use = one.parts.use
  let before: Promise<unknown> = Promise.resolve()
  one.parts.use = (path, work) => {
    const done = before.then(async () => {
      const result = await use(path, work)
      await after(one, path)
      return result
    })
    before = done.catch(() => {})
    return done
  }
  return one
}

/** A disk on which nothing is ever taken away from where intents are. */
const keepsIntents = new Proxy(disk, {
  get: (target, name: keyof Disk) =>
    name === 'rm'
      ? (path: string, options: object) =>
          path.includes('bulk') && path.endsWith('.json')
            ? Promise.reject(Object.assign(new Error('on cue'), { code: 'EIO' }))
            : target.rm(path, options)
      : target[name],
})

test('what was edited after it was seen is left as it is, and told', async () => {
  const one = await program()
  await one.bulk.record('one', catEverywhere())
  await edits(one, 'b.txt', put('b.txt', 'cat', { entity: 'tom' }))
  const link = { id: 'l', type: 'about', from: 'id-cat', to: { entity: 'e' }, attributes: {} }
  await edits(one, 'sub/c.txt', { kind: 'putLink', link })
  const removals = paths.map(path => ({ path, edit: { kind: 'remove', id: 'id-cat' } as Edit, seen: put(path) }))
  const { done, refused } = await one.bulk.record('two', removals)
  expect(done.map(({ path }) => path)).toEqual(['a.txt'])
  expect(refused.map(({ path, problem }) => [path, problem.kind]).sort()).toEqual([
    ['b.txt', 'changed-since'],
    ['sub/c.txt', 'changed-since'],
  ])
  expect(await onDisk()).toEqual({ 'a.txt': '', 'b.txt': 'id-cattom', 'sub/c.txt': 'id-cat' })
})

test('cancelling leaves what was edited meanwhile, and tells it', async () => {
  const one = await oneByOne(async (one, path) => {
    if (path !== 'a.txt') return
    await edits(one, 'a.txt', put('a.txt', 'cat', { entity: 'tom' }))
    one.bulk.cancel('one')
  })
  expect(await one.bulk.record('one', catEverywhere(), tom)).toEqual({
    ...{ done: [], projectUndo: null },
    refused: [{ path: 'a.txt', problem: { kind: 'changed-since', detail: '' } }],
  })
  expect(await onDisk()).toEqual({ ...everywhere(''), 'a.txt': 'id-cattom' })
  expect([hasTom(one.project), await intents(), one.problems]).toEqual([false, [], []])
})

test('where cancelling can’t be written down, the change is made', async () => {
  let isFull = false
  const filling = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? (path: string, ...rest: []) =>
            isFull && path.includes(join('.stet', 'bulk'))
              ? Promise.reject(Object.assign(new Error('on cue'), { code: 'ENOSPC' }))
              : target.open(path, ...rest)
        : target[name],
  })
  const one: Program = await program(filling, {
    progress: (_, done) => {
      isFull = done > 0
      if (done > 0) one.bulk.cancel('one')
    },
  })
  expect((await one.bulk.record('one', catEverywhere())).done).toHaveLength(3)
  expect(await onDisk()).toEqual(everywhere('id-cat'))
})

test('a change that was made is answered, whatever happens to its intent; later work isn’t undone by that', async () => {
  const one = await program(keepsIntents)
  expect((await one.bulk.record('one', catEverywhere(), tom)).done).toHaveLength(3)
  expect(await intents()).toEqual(['one.json'])
  await edits(one, 'b.txt', { kind: 'remove', id: 'id-cat' })
  await one.project.record({ kind: 'drop', of: 'entities', id: 'tom' })
  await one.project.close()
  const again = await opensAgain()
  expect(await onDisk()).toEqual({ ...everywhere('id-cat'), 'b.txt': '' })
  expect([hasTom(again.project), again.problems, await intents()]).toEqual([false, [], []])
})

test('an intent whose folder can’t be synced counts, as it is there', async () => {
  const unsynced = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? (path: string, ...rest: []) =>
            path.endsWith('bulk')
              ? Promise.reject(Object.assign(new Error('on cue'), { code: 'EIO' }))
              : target.open(path, ...rest)
        : target[name],
  })
  const one = await program(unsynced)
  expect((await one.bulk.record('one', catEverywhere())).done).toHaveLength(3)
})

test('a bug in one article concerns that article alone', async () => {
  const one = await program()
  const { use } = one.parts
  one.parts.use = (path, work) => (path === 'b.txt' ? Promise.reject(new TypeError('a bug')) : use(path, work))
  const { done, refused } = await one.bulk.record('one', catEverywhere())
  expect(done.map(({ path }) => path).sort()).toEqual(['a.txt', 'sub/c.txt'])
  expect(refused).toMatchObject([{ path: 'b.txt', problem: { kind: 'cannot-save' } }])
  expect([one.bugs, await intents()]).toEqual([[new TypeError('a bug')], []])
})

test('a bug while one article is completed keeps nobody from the others, nor from that one', async () => {
  await leavesIntent()
  const one = await program()
  const { tryOn } = one.parts
  one.parts.tryOn = (path, work) => (path === 'b.txt' ? Promise.reject(new TypeError('a bug')) : tryOn(path, work))
  await one.bulk.takeUp()
  expect(await one.bulk.settle('b.txt')).toBe(null)
  await one.bulk.close()
  expect(await onDisk()).toEqual({ ...everywhere('id-cat'), 'b.txt': '' })
  expect([one.bugs, one.problems]).toEqual([
    [new TypeError('a bug')],
    [{ kind: 'change-not-completed', detail: 'b.txt.' }],
  ])
})

/** A program that is stopped once the first article is done; the others wait for the disk, and are let go. */
async function stoppedInTheMiddle(): Promise<Program> {
  const one = await program()
  const { use } = one.parts
  let letGo = () => {}
  const isOver = new Promise<void>(resolve => {
    letGo = resolve
  })
  one.parts.use = async (path, work) => {
    if (path !== 'a.txt') {
      await isOver
      throw new Problem('cannot-save')
    }
    const result = await use(path, work)
    one.bulk.stop()
    one.parts.use = use
    letGo()
    return result
  }
  return one
}

test('a workspace that is closed in the middle leaves what is left to do, and nothing else', async () => {
  const one = await stoppedInTheMiddle()
  await expect(one.bulk.record('one', catEverywhere(), tom)).rejects.toMatchObject({ kind: 'cannot-save' })
  const left = JSON.parse(await fs.readFile(join(folder, '.stet', 'bulk', 'one.json'), 'utf8'))
  expect(left).toMatchObject({ project: null, changes: [{ article: 'b.txt' }, { article: 'sub/c.txt' }] })
  await one.project.close()
  const again = await opensAgain()
  expect([await onDisk(), hasTom(again.project), await intents()]).toEqual([everywhere('id-cat'), true, []])
})

test('a workspace that stays open after all completes what was stopped, and more can be changed', async () => {
  const one = await stoppedInTheMiddle()
  const recorded = one.bulk.record('one', catEverywhere())
  await expect(recorded).rejects.toMatchObject({ kind: 'cannot-save' })
  await expect(one.bulk.record('two', catEverywhere())).rejects.toMatchObject({ kind: 'cannot-save' })
  await one.bulk.resume()
  for (const path of paths) expect(await one.bulk.settle(path)).toBe(null)
  expect(await onDisk()).toEqual(everywhere('id-cat'))
  const dog = [{ path: 'b.txt', edit: put('b.txt', 'dog'), seen: null }]
  expect((await one.bulk.record('three', dog)).done).toHaveLength(1)
})

test('what was interrupted in an article comes before the next change of it', async () => {
  await leavesIntent()
  const one = await program()
  await one.bulk.takeUp()
  const named = put('b.txt', 'cat', { entity: 'tom' })
  const { done } = await one.bulk.record('two', [{ path: 'b.txt', edit: named, seen: put('b.txt') }])
  await one.bulk.close()
  expect(done).toMatchObject([{ path: 'b.txt', undo: put('b.txt') }])
  expect(await onDisk()).toEqual({ ...everywhere('id-cat'), 'b.txt': 'id-cattom' })
})

test('what was done to the project, and changed since, isn’t done again', async () => {
  const file = join(folder, '.stet', 'bulk', 'one.json')
  const one = await program()
  const { record } = one.project
  let asBegun = ''
  one.parts.project = {
    ...{ isAsLeft: edit => one.project.isAsLeft(edit), undoOf: edit => one.project.undoOf(edit) },
    record: async edit => {
      asBegun = await fs.readFile(file, 'utf8')
      return record.call(one.project, edit)
    },
  }
  await one.bulk.record('one', catEverywhere(), tom)
  await one.project.record({ kind: 'set', of: 'entities', id: 'tom', fields: { name: 'Tim' } })
  await one.project.close()
  await fs.writeFile(file, asBegun)
  const again = await opensAgain()
  expect([again.project.text.includes('"Tim"'), await intents()]).toEqual([true, []])
  expect(again.problems).toEqual([{ kind: 'change-not-completed', detail: 'stet.json.' }])
})

test('the end of it is told once, after all that is written of it, however slowly that is', async () => {
  await leavesIntent()
  await fs.writeFile(join(folder, 'b.txt'), 'Another text.\n')
  const file = join(folder, '.stet', 'bulk', 'one.json')
  const withTom = (await fs.readFile(file, 'utf8'))
    .replace('"project":null', `"project":${JSON.stringify(tom)}`)
    .replace('"projectSeen":null', '"projectSeen":{"kind":"drop","of":"entities","id":"tom"}')
  await fs.writeFile(file, withTom)
  let articlesAreDone = () => {}
  const isDone = new Promise<void>(resolve => {
    articlesAreDone = resolve
  })
  const slow = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'rename'
        ? async (from: string, to: string) => {
            if (to === file) await isDone
            await target.rename(from, to)
          }
        : target[name],
  })
  const one = await program(slow)
  await one.bulk.takeUp()
  for (const path of paths) expect(await one.bulk.settle(path)).toBe(null)
  articlesAreDone()
  await one.bulk.close()
  expect([await intents(), hasTom(one.project)]).toEqual([[], true])
  expect(one.problems).toEqual([{ kind: 'change-not-completed', detail: 'b.txt.' }])
})

test('links that were changed since are left, though no date tells', async () => {
  const link = { id: 'l', type: 'about', from: 'id-cat', to: { entity: 'e' }, attributes: {} }
  const one = await program()
  await one.bulk.record('one', catEverywhere())
  await edits(one, 'b.txt', { kind: 'putLink', link })
  const led = (entity: string): Edit => ({ kind: 'putLink', link: { ...link, to: { entity } } })
  let kept = ''
  one.parts.use = async () => {
    kept = await fs.readFile(join(folder, '.stet', 'bulk', 'two.json'), 'utf8')
    one.bulk.stop()
    return new Promise(() => {})
  }
  void one.bulk.record('two', [{ path: 'b.txt', edit: led('tom'), seen: led('e') }])
  await expect.poll(() => kept).not.toBe('')
  await edits(await program(), 'b.txt', led('felix'))
  const { problems } = await opensAgain()
  expect(problems).toEqual([{ kind: 'change-not-completed', detail: 'b.txt.' }])
  const { links } = JSON.parse(await fs.readFile(join(folder, 'b.txt.alice.stet.json'), 'utf8'))
  expect(links).toMatchObject([{ to: { entity: 'felix' } }])
})

test('where somebody else annotates by now, nothing is done in their name, and the intent waits', async () => {
  await leavesIntent()
  const bob = { id: 'bob', name: 'Bob', key: 'bob-key' }
  let asked = 0
  const one = await program(disk, { annotator: async () => (asked++ === 0 ? annotator : bob) })
  await one.bulk.takeUp()
  for (const path of paths) expect(await one.bulk.settle(path)).toBe(null)
  await one.bulk.close()
  expect([await onDisk(), await intents(), one.problems]).toEqual([everywhere(''), ['one.json'], []])

  const bobs = await program()
  const openedForBob = { live: () => ({ annotator: 'bob', text: texts['b.txt']! }) } as unknown as OpenArticle
  bobs.parts.use = (_, work) => work(openedForBob)
  const { refused } = await bobs.bulk.record('two', [{ path: 'b.txt', edit: put('b.txt', 'dog'), seen: null }])
  expect([refused, bobs.bugs]).toMatchObject([[{ problem: { kind: 'cannot-save' } }], []])
})

test('a disk that refuses a completion is tried again, and until then says why', async () => {
  await leavesIntent()
  const filling = fullDisk()
  filling.isFull = true
  const one = await program(filling.disk)
  await one.bulk.takeUp()
  expect(await one.bulk.settle('b.txt')).toMatchObject({ kind: 'disk-full' })
  expect(one.bulk.waits('b.txt')).toMatchObject({ kind: 'disk-full' })
  expect((await onDisk())['b.txt']).toBe('')
  await expect.poll(() => one.problems).toMatchObject([{ kind: 'disk-full' }])
  one.bulk.tryAgain()
  for (const path of paths) expect(await one.bulk.settle(path)).toMatchObject({ kind: 'disk-full' })
  expect(one.problems).toHaveLength(1)
  filling.isFull = false
  expect(await one.bulk.settle('b.txt')).toBe(null)
  expect(one.bulk.waits('b.txt')).toBe(null)
  one.bulk.tryAgain()
  for (const path of paths) expect(await one.bulk.settle(path)).toBe(null)
  await one.bulk.close()
  expect([await onDisk(), await intents()]).toEqual([everywhere('id-cat'), []])
})

test('an intent that can’t be read at the moment stays, and is completed when it can be', async () => {
  await leavesIntent()
  let isSlow = true
  const one = await program(disk, {
    workbench: {
      run: (name, input) =>
        name === 'intent' && isSlow ? Promise.reject(new Problem('took-too-long')) : run(name, input),
    },
  })
  await one.bulk.takeUp()
  expect([one.problems.map(({ kind }) => kind), await intents()]).toEqual([['took-too-long'], ['one.json']])
  isSlow = false
  await one.bulk.takeUp()
  for (const path of paths) await one.bulk.settle(path)
  await one.bulk.close()
  expect([await onDisk(), await intents()]).toEqual([everywhere('id-cat'), []])
})

test('an intent that names another file than its own is put aside: nothing else is taken away for it', async () => {
  const file = await leavesIntent()
  await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('"name":"one"', '"name":"../../a.txt.x"'))
  await fs.writeFile(join(folder, 'a.txt.x.json'), 'mine')
  const { problems } = await opensAgain()
  expect(problems.map(({ kind }) => kind)).toEqual(['change-damaged'])
  expect(await fs.readFile(join(folder, 'a.txt.x.json'), 'utf8')).toBe('mine')
})

test('what couldn’t be read again is never written', async () => {
  const fence = await raiseFence(disk, folder)
  const small = new BulkIntents(disk, fence, { run }, 100)
  const intent = { name: 'one', annotator: 'alice', device: 'here', at: '', project: null, projectSeen: null }
  await expect(small.write({ ...intent, changes: [] })).rejects.toMatchObject({ kind: 'change-too-large' })
  expect(await intents()).toEqual([])
})
