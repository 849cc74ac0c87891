import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { tasks } from '../work/tasks.ts'
import { Bulk, type BulkParts } from './bulk.ts'
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
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

/** A program at work in the folder. `dies` is what happens to it when its disk is gone. */
async function program(disk_: Disk = disk, more: Partial<BulkParts> = {}) {
  const fence = await raiseFence(disk, folder)
  const open = new Set<OpenArticle>()
  const problems: ProblemNotice[] = []
  let complain: () => void = () => {}
  const complained = new Promise<void>(resolve => (complain = resolve))
  const openOne = async (path: string) => {
    const article = await OpenArticle.open(path, {
      ...{ disk: disk_, fence, workbench: { run }, annotator, device: 'here', inUse: new LayersInUse() },
      ...{ codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }), now: () => new Date() },
      told: ({ problem }) => problem && complain(),
    })
    open.add(article)
    return article
  }
  const project = await OpenProject.open({
    ...{ disk: disk_, fence, workbench: { run }, name: 'corpus', device: 'here', now: () => new Date() },
    failed: error => {
      throw error
    },
  })
  const parts: BulkParts = {
    ...{ disk: disk_, fence, workbench: { run }, device: 'here', now: () => new Date() },
    annotator: async () => annotator,
    project,
    inHand: async () => null,
    async use(path, work) {
      const article = await openOne(path)
      await article.openLayer()
      const result = await work(article)
      await article.close()
      open.delete(article)
      return result
    },
    progress: () => {},
    problem: problem => void problems.push(problem),
    ...more,
  }
  const bulk = new Bulk(parts)
  const dies = async () => {
    bulk.stop()
    await project.abandon()
    for (const article of open) await article.abandon()
  }
  return { bulk, project, problems, complained, complain, dies, openOne }
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
const catEverywhere = () => paths.map(path => ({ path, edit: put(path), takesBack: null }))

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
    for (const path of paths) await fs.rm(join(folder, `${path}.alice.stet.json`), { force: true })
    await fs.rm(join(folder, 'stet.json'), { force: true })
    await fs.rm(join(folder, '.stet'), { recursive: true, force: true })
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

test('a machine that stops while a change is taken back goes on taking it back', async () => {
  let dying: Awaited<ReturnType<typeof program>>
  let isBack = false
  const stopped = new Proxy(disk, {
    get(target, name: keyof Disk) {
      if (name === 'rm' && isBack) return () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }))
      return target[name]
    },
  })
  dying = await program(stopped, {
    progress: (_, done) => {
      isBack = true
      if (done > 0) dying.bulk.cancel('one')
    },
  })
  await expect(dying.bulk.record('one', catEverywhere())).rejects.toMatchObject({ kind: 'cannot-save' })
  await opensAgain()
  expect(await onDisk()).toEqual(everywhere(''))
  expect(await intents()).toEqual([])
})

test('an edit of the project goes with the change, is taken back with it, and is undone like it', async () => {
  const { bulk, project } = await program()
  const { projectUndo } = await bulk.record('one', catEverywhere(), tom)
  expect(hasTom(project)).toBe(true)
  await bulk.record('two', [], projectUndo)
  expect(hasTom(project)).toBe(false)

  const cancelling = await program(disk, { progress: () => cancelling.bulk.cancel('three') })
  expect(
    await cancelling.bulk.record('three', [{ path: 'a.txt', edit: put('a.txt', 'sat'), takesBack: null }], tom),
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
  const gone = { path: 'gone.txt', edit: { kind: 'remove', id: 'x' } as const, takesBack: null }
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
  const undos = done.map(({ path, undo }) => ({ path, edit: undo, takesBack: put(path) }))
  const back = await bulk.record('two', undos)
  expect(back.refused).toEqual([{ path: 'b.txt', problem: { kind: 'changed-since', detail: '' } }])
  expect(await onDisk()).toEqual({ 'a.txt': '', 'b.txt': 'id-cattom', 'sub/c.txt': '' })

  // And the other way round: what was undone is done again.
  const redo = back.done.map(({ path, undo }) => ({
    path,
    edit: undo,
    takesBack: { kind: 'remove', id: 'id-cat' } as const,
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
