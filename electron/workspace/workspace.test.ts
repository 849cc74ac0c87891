import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Workspace as WorkspaceShape } from '../../shared/contract/shapes.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { fromSource } from '../work/fromSource.ts'
import { Workbench } from '../work/workbench.ts'
import type { SettledCopy } from './copies.ts'
import { Corpus, sidecarOf, until } from './corpus.ts'
import type { WorkspaceEvent } from './events.ts'
import { type OpenWorkspace, openWorkspace, type WorkspaceDeps } from './workspace.ts'

let workbench: Workbench
let corpus: Corpus
let profile: Corpus
let open: OpenWorkspace[]
let failures: unknown[]

beforeAll(async () => {
  workbench = new Workbench(fromSource())
  await workbench.run('indexEntries', { files: [] }, { lane: 'background' })
})
afterAll(() => workbench.close())
beforeEach(async () => {
  corpus = await Corpus.make()
  profile = await Corpus.make()
  open = []
  failures = []
})
afterEach(async () => {
  for (const workspace of open) await workspace.close()
  await corpus.remove()
  await profile.remove()
  expect(failures).toEqual([])
})

/** Opens the corpus and keeps what it tells. */
async function start(more: Partial<WorkspaceDeps> = {}, path = corpus.root) {
  const workspace = await openWorkspace(path, {
    disk,
    workbench,
    profile: await raiseFence(disk, profile.root),
    annotator: 'alice',
    failed: error => failures.push(error),
    watch: { restMs: 10, lookEveryMs: 50 },
    ...more,
  })
  open.push(workspace)
  const events: WorkspaceEvent[] = []
  workspace.listen(event => events.push(event))
  workspace.rows()
  const paths = () => workspace.rows().map(row => row.path)
  const indexed = () => until(() => workspace.rows().every(row => row.problem || row.known))
  const told = <K extends WorkspaceEvent['kind']>(kind: K) =>
    events.filter((event): event is Extract<WorkspaceEvent, { kind: K }> => event.kind === kind)
  return { workspace, events, paths, indexed, told }
}

/** Long enough to be told from a title. */
const paragraph = 'The leaders of five countries met on Sunday by the sea, and they agreed to meet again next year.\n'
const summit = `Summit in Aktau\n\n${paragraph}`

test('a folder is listed, then its titles, words and the person’s counts become known', async () => {
  await corpus.write('2018/summit.txt', summit)
  await corpus.write('2018/summit.txt.alice.stet.json', sidecarOf(summit, ['claim', 'claim', 'actor'], 1))
  await corpus.write('2018/summit.txt.bob.stet.json', sidecarOf(summit, ['event'], 0, 'bob'))
  const { workspace, told } = await start()
  expect(workspace.rows()).toMatchObject([{ path: '2018/summit.txt', known: null, problem: null }])
  await until(() => workspace.row('2018/summit.txt')?.known)
  expect(workspace.row('2018/summit.txt')!.known).toEqual({
    title: 'Summit in Aktau',
    fields: {},
    words: 22,
    status: 'done',
    counts: { claim: 1, actor: 1 },
    inBoilerplate: 1,
    unplaced: 0,
    layers: ['alice', 'bob'],
  })
  await until(
    () => told('progress').at(-1),
    progress => progress?.done === 1 && progress.total === 1,
  )
  await until(() => told('rows').at(-1)?.changed[0]?.known?.status === 'done')
})

test('a row has the fields that the article’s name says; renamed, it has those of its new name', async () => {
  await corpus.write('2031/2031-03-04_Harbour-Gazette_summit.txt', summit)
  const { workspace } = await start()
  const row = () => workspace.row('2031/2031-03-04_Harbour-Gazette_summit.txt')
  expect((await until(() => row()?.known))!.fields).toEqual({ published: '2031-03-04', outlet: 'Harbour Gazette' })
  await fs.rename(corpus.at(row()!.path), corpus.at('2031/Echo_20310305_summit.txt'))
  const known = await until(() => workspace.row('2031/Echo_20310305_summit.txt')?.known)
  expect(known!.fields).toEqual({ published: '2031-03-05', outlet: 'Echo' })
})

test('a single file opens its folder, with that file chosen', async () => {
  await corpus.write('a.txt', 'A')
  await corpus.write('b.txt', 'B')
  const { workspace, paths } = await start({}, corpus.at('b.txt'))
  expect(workspace.chosen).toBe('b.txt')
  expect(paths()).toEqual(['a.txt', 'b.txt'])
})

test('what can’t be a workspace says why', async () => {
  await expect(start({}, corpus.at('nothing'))).rejects.toMatchObject({ kind: 'folder-not-there' })
  await expect(start({}, '/dev/null')).rejects.toMatchObject({ kind: 'not-a-file' })
  const unreadable = flakyDisk(disk, { nth: 1, code: 'EACCES', lasting: 'always', only: ['readdir'] })
  await expect(start({ disk: unreadable })).rejects.toMatchObject({ kind: 'folder-unreadable' })
})

test('a page that comes after its folder of frames takes it along, and gives it back when it goes', async () => {
  await corpus.write('strike_files/frame.txt', 'Advertisement')
  const { paths } = await start()
  expect(paths()).toEqual(['strike_files/frame.txt'])
  await corpus.write('strike.html', '<p>Strike')
  await until(paths, seen => seen.join() === 'strike.html')
  await fs.rename(corpus.at('strike.html'), corpus.at('lockout.html'))
  await until(paths, seen => seen.join() === 'lockout.html,strike_files/frame.txt')
})

test('new, changed and removed files appear by themselves', async () => {
  await corpus.write('a.txt', 'Alpha')
  const { workspace, paths, indexed, told } = await start()
  await indexed()
  await corpus.write('b.txt', 'Beta')
  await until(paths, seen => seen.length === 2)
  await indexed()
  await corpus.write('a.txt', 'Alpha and more\n\nMore text.\n')
  await until(
    () => workspace.row('a.txt')?.known?.words,
    words => words === 5,
  )
  expect(told('outside')).toContainEqual({ kind: 'outside', path: 'a.txt', what: 'text', annotator: null })
  await fs.rename(corpus.at('b.txt'), corpus.at('c.txt'))
  await until(paths, seen => seen.join() === 'a.txt,c.txt')
  await until(
    () =>
      told('rows')
        .flatMap(({ removed }) => removed)
        .join(),
    removed => removed === 'b.txt',
  )
  expect(told('outside')).toContainEqual({ kind: 'outside', path: 'b.txt', what: 'gone', annotator: null })
  await corpus.write('a.txt.bob.stet.json', '{}')
  await until(() => workspace.layersOf('a.txt').length)
  expect(told('outside')).toContainEqual({ kind: 'outside', path: 'a.txt', what: 'layer', annotator: 'bob' })
})

test('folders that come, go and come back are followed, however deep', async () => {
  const { paths } = await start()
  await corpus.write('one/two/three/a.txt', 'A')
  await until(paths, seen => seen.join() === 'one/two/three/a.txt')
  await corpus.write('one/two/three/b.txt', 'B')
  await until(paths, seen => seen.length === 2)
  await fs.rm(corpus.at('one/two'), { recursive: true })
  await until(paths, seen => seen.length === 0)
  for (let n = 0; n < 5; n++) {
    // Gone and back before anyone can look.
    await fs.rm(corpus.at('one'), { recursive: true, force: true })
    await corpus.write(`one/${n}.txt`, 'A')
    await until(paths, seen => seen.join() === `one/${n}.txt`)
    await corpus.write('one/later.txt', 'B')
    await until(paths, seen => seen.length === 2)
  }
})

test('a workspace whose folder goes away says so, keeps its list, and goes on when it is back', async () => {
  await corpus.write('a.txt', 'A')
  const { workspace, paths, told } = await start()
  await fs.rename(corpus.root, `${corpus.root}-away`)
  await until(() => told('problem').length)
  expect(workspace.problems()).toEqual([{ kind: 'folder-not-there', detail: '' }])
  expect(paths()).toEqual(['a.txt'])
  await expect(workspace.read('a.txt')).rejects.toMatchObject({ kind: 'not-there' })
  await fs.writeFile(join(`${corpus.root}-away`, 'b.txt'), 'B')
  await fs.rename(`${corpus.root}-away`, corpus.root)
  await until(paths, seen => seen.length === 2)
  expect(workspace.problems()).toEqual([])
  await corpus.write('c.txt', 'C')
  await until(paths, seen => seen.length === 3)
})

test('where the system watches no more folders, changes are still noticed, and it is said once', async () => {
  const watchFolder = (() => {
    throw Object.assign(new Error('no watches left'), { code: 'ENOSPC' })
  }) as unknown as NonNullable<NonNullable<WorkspaceDeps['watch']>['watchFolder']>
  await corpus.write('sub/a.txt', 'A')
  const { workspace, paths, told } = await start({ watch: { lookEveryMs: 20, watchFolder } })
  expect(workspace.problems()).toEqual([{ kind: 'noticed-late', detail: 'The system answered ENOSPC.' }])
  await corpus.write('sub/b.txt', 'B')
  await until(paths, seen => seen.length === 2)
  await fs.rm(corpus.at('sub'), { recursive: true })
  await until(paths, seen => seen.length === 0)
  expect(told('problem').length).toBeLessThanOrEqual(1)
})

test('the index is kept outside the workspace, and read again instead of the articles', async () => {
  for (let n = 0; n < 50; n++) await corpus.write(`${n}.txt`, `Article ${n}\n\n${paragraph}`)
  const first = await start()
  await first.indexed()
  await first.workspace.close()
  expect((await corpus.files()).length).toBe(50)
  expect(await fs.readdir(profile.at('index'))).toHaveLength(1)
  await corpus.write('7.txt', `Another title altogether\n\n${paragraph}`)
  const opens = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code: '', lasting: 'once', only: ['open'] })
  const second = await start({ disk: opens })
  expect(second.workspace.row('8.txt')!.known?.title).toBe('Article 8')
  await second.indexed()
  expect(second.workspace.row('7.txt')!.known?.title).toBe('Another title altogether')
  // The index, stet.json's absence, the one article, the index again: not fifty.
  await second.workspace.close()
  expect(opens.calls()).toBeLessThan(10)
})

test('a damaged index, or one of another workspace’s making, is made afresh without a word', async () => {
  await corpus.write('a.txt', summit)
  const first = await start()
  await first.indexed()
  await first.workspace.close()
  const [name] = await fs.readdir(profile.at('index'))
  const whole = await fs.readFile(profile.at(`index/${name}`), 'utf8')
  const damaged = [
    whole.slice(0, -20),
    whole.replace('"words":22', '"words":"22"'),
    '',
    'x'.repeat(1000),
    whole.replace(/"version":\d+/, '"version":99').replace('Summit', 'Slander'),
  ]
  for (const text of damaged) {
    await fs.writeFile(profile.at(`index/${name}`), text)
    const again = await start()
    await again.indexed()
    expect(again.workspace.row('a.txt')!.known).toMatchObject({ words: 22, title: 'Summit in Aktau' })
    expect(again.told('problem')).toEqual([])
    await again.workspace.close()
  }
})

test('a disk that takes no index is nobody’s loss', async () => {
  await corpus.write('a.txt', summit)
  const full = flakyDisk(disk, { nth: 1, code: 'ENOSPC', lasting: 'always', only: ['write', 'mkdir'] })
  const { indexed, workspace } = await start({ disk: full })
  await indexed()
  expect(workspace.row('a.txt')!.known?.title).toBe('Summit in Aktau')
})

test('counts of an open layer come from the layer; when it is closed, from its sidecar', async () => {
  await corpus.write('a.txt', summit)
  await corpus.write('a.txt.alice.stet.json', sidecarOf(summit, ['claim']))
  let reads = 0
  const counting: Disk = {
    ...disk,
    open: (path, ...rest) => {
      if (String(path).endsWith('.stet.json')) reads++
      return disk.open(path, ...rest)
    },
  }
  const { workspace, indexed, told } = await start({ disk: counting })
  await indexed()
  const counts = () => workspace.row('a.txt')!.known!.counts
  workspace.noteCounts('a.txt', { status: 'in-progress', counts: { claim: 3 }, inBoilerplate: 0, unplaced: 1 })
  expect(counts()).toEqual({ claim: 3 })
  await until(() => told('rows').at(-1)?.changed[0]?.known?.unplaced === 1)
  await corpus.write('a.txt.alice.stet.json', sidecarOf(summit, ['claim', 'claim']))
  await until(() => told('outside').length)
  await corpus.write('later.txt', summit)
  await until(() => workspace.row('later.txt')?.known)
  expect(counts()).toEqual({ claim: 3 })
  // Written all the time and possibly large: it is not read while its layer is open, nor is it wanted.
  expect(reads).toBe(1)
  workspace.noteCounts('a.txt', null)
  await until(counts, seen => seen['claim'] === 2)
})

test('another person sees their own counts', async () => {
  await corpus.write('a.txt', summit)
  await corpus.write('a.txt.alice.stet.json', sidecarOf(summit, ['claim']))
  await corpus.write('a.txt.bob.stet.json', sidecarOf(summit, ['actor', 'actor'], 0, 'bob'))
  const { workspace, indexed } = await start()
  await indexed()
  workspace.setAnnotator('bob')
  await until(
    () => workspace.row('a.txt')!.known!.counts,
    counts => counts['actor'] === 2 && !counts['claim'],
  )
  workspace.setAnnotator(null)
  await until(
    () => workspace.row('a.txt')!.known!.status,
    status => status === null,
  )
})

test('a damaged layer and an unreadable article spoil no other', async () => {
  await corpus.write('a.txt', summit)
  await corpus.write('a.txt.alice.stet.json', '{"format":"stet-sidecar"')
  await corpus.write('b.txt', summit)
  const broken: Disk = {
    ...disk,
    open: (path, ...rest) =>
      String(path).endsWith('b.txt')
        ? Promise.reject(Object.assign(new Error('no'), { code: 'EIO' }))
        : disk.open(path, ...rest),
  }
  await corpus.write('c.txt', summit)
  const { workspace, indexed } = await start({ disk: broken })
  await indexed()
  expect(workspace.row('a.txt')).toMatchObject({
    problem: null,
    known: { status: null, counts: {}, layers: ['alice'] },
  })
  expect(workspace.row('b.txt')).toMatchObject({ problem: { kind: 'cannot-read' }, known: null })
  expect(workspace.row('c.txt')!.known?.title).toBe('Summit in Aktau')
})

test('a thousand files at once are a few messages', async () => {
  const { workspace, events, indexed, paths } = await start({ watch: { restMs: 30, lookEveryMs: 50 } })
  const begun = Date.now()
  for (let n = 0; n < 1000; n++) await fs.writeFile(corpus.at(`${n}.txt`), `Article ${n}\n\n${paragraph}`)
  await until(paths, seen => seen.length === 1000)
  await indexed()
  expect(workspace.row('999.txt')!.known?.title).toBe('Article 999')
  // On a machine that is so busy that they take long to come, one a rest.
  expect(events.length).toBeLessThan(Math.max(100, (Date.now() - begun) / 30))
})

test('what a workspace shows fits the contract', async () => {
  await corpus.write('a.txt', summit)
  await corpus.write('b.png', '')
  await corpus.write('gone.txt.alice.stet.json', sidecarOf(summit, ['claim']))
  const { workspace, indexed } = await start()
  await indexed()
  await until(() => workspace.strays().length)
  const ticket = '00000000-0000-4000-8000-000000000000'
  const shape = WorkspaceShape.omit({ project: true, projectProblem: true, contradictions: true })
  const view = {
    ticket,
    name: workspace.name,
    sample: false,
    articles: workspace.rows().map(row => ({ ticket, ...row })),
    strays: workspace.strays().map(stray => ({ ticket, ...stray })),
    problems: workspace.problems(),
    place: null,
  }
  expect(shape.parse(view)).toEqual(view)
})

test('what a crash left is swept away', async () => {
  const draft = '.stet-00000000-0000-0000-0000-000000000000.draft'
  await corpus.write(`sub/${draft}`, 'half')
  await fs.utimes(corpus.at(`sub/${draft}`), 0, 0)
  await start()
  await until(
    () => corpus.files(),
    files => files.length === 0,
  )
})

test('a project’s own codebook holds; a damaged or later one is left alone and said', async () => {
  for (const [text, kind] of [
    ['{"formatVersion":1}', null],
    ['{"formatVersion":2}', 'project-newer'],
    ['{', 'project-damaged'],
  ] as const) {
    await corpus.write('stet.json', text)
    const { workspace } = await start()
    expect(workspace.problems().map(problem => problem.kind)).toEqual(kind ? [kind] : [])
    expect(workspace.codebook.id).toBe('stet-default')
    expect(await fs.readFile(corpus.at('stet.json'), 'utf8')).toBe(text)
    await workspace.close()
  }
})

test('a new article holds what was pasted, letter for letter, under its title', async () => {
  await corpus.write('summit in aktau.txt', 'taken')
  const { workspace, paths } = await start()
  const text = `${summit.replaceAll('\n', '\r\n')}\u{1f4f0} \u05d0`
  expect(await workspace.createArticle(text)).toBe('Summit in Aktau 2.txt')
  expect(await fs.readFile(corpus.at('Summit in Aktau 2.txt'), 'utf8')).toBe(text)
  expect(paths()).toContain('Summit in Aktau 2.txt')
  expect(await fs.readFile(corpus.at('summit in aktau.txt'), 'utf8')).toBe('taken')
  await expect(workspace.createArticle(' \n\t ')).rejects.toMatchObject({ kind: 'empty-text' })
})

test('a new article never adopts the layers of one that is gone', async () => {
  await corpus.write('Summit in Aktau.txt.bob.stet.json', sidecarOf('something else', ['claim'], 0, 'bob'))
  const { workspace } = await start()
  expect(await workspace.createArticle(summit)).toBe('Summit in Aktau 2.txt')
})

test('the layers of a renamed article are offered to follow it, with their histories', async () => {
  await corpus.write('old/summit.txt', summit)
  await corpus.write('old/summit.txt.alice.stet.json', sidecarOf(summit, ['claim']))
  await corpus.write('old/summit.txt.bob.stet.json', sidecarOf(summit, ['event'], 0, 'bob'))
  await corpus.write('old/summit.txt.article.stet.json', '{"facts":true}')
  await corpus.write('.stet/history/old/summit.txt.alice.d1.ndjson', 'one\n')
  await corpus.write('.stet/history/old/summit.txt.article.d1.ndjson', 'two\n')
  await corpus.write('.stet/history/old/summit.txt.alice.d1.ndjson.damaged-17', 'three\n')
  await corpus.write('.stet/history/old/summit.txt.alice.stet.json.0a1b2c3d.damaged', 'four\n')
  await corpus.write('.stet/history/old/summit.txt.alice.x.bob.d1.ndjson', 'another article’s\n')
  const { workspace, indexed, told } = await start()
  await indexed()
  await fs.mkdir(corpus.at('new'))
  await fs.rename(corpus.at('old/summit.txt'), corpus.at('new/aktau.txt'))
  await until(
    () => workspace.strays(),
    strays => strays.length === 1,
  )
  expect(workspace.strays()).toEqual([{ was: 'old/summit.txt', is: 'new/aktau.txt', annotators: ['alice', 'bob'] }])
  expect(await workspace.follow('old/summit.txt')).toBe('new/aktau.txt')
  expect(await corpus.files()).toEqual([
    '.stet/history/new/aktau.txt.alice.d1.ndjson',
    '.stet/history/new/aktau.txt.alice.d1.ndjson.damaged-17',
    '.stet/history/new/aktau.txt.alice.stet.json.0a1b2c3d.damaged',
    '.stet/history/new/aktau.txt.article.d1.ndjson',
    '.stet/history/old/summit.txt.alice.x.bob.d1.ndjson',
    'new/aktau.txt',
    'new/aktau.txt.alice.stet.json',
    'new/aktau.txt.article.stet.json',
    'new/aktau.txt.bob.stet.json',
  ])
  expect(workspace.strays()).toEqual([])
  expect(told('strays').at(-1)).toEqual({ kind: 'strays', strays: [] })
  await until(() => workspace.row('new/aktau.txt')?.known?.counts['claim'] === 1)
  await expect(workspace.follow('old/summit.txt')).rejects.toMatchObject({ kind: 'unknown-ticket' })
})

test('an article that has a layer of its own is not offered another’s; other words are no match', async () => {
  await corpus.write('gone.txt.alice.stet.json', sidecarOf(summit, ['claim']))
  await corpus.write('same.txt', summit)
  await corpus.write('same.txt.alice.stet.json', sidecarOf(summit, ['actor']))
  await corpus.write('changed.txt.alice.stet.json', sidecarOf(`${summit} `, ['claim']))
  await corpus.write('moved.txt.alice.stet.json', sidecarOf('Others', ['claim']))
  await corpus.write('others.txt', 'Others')
  const { workspace } = await start()
  await until(() => workspace.strays().length)
  expect(workspace.strays()).toEqual([{ was: 'moved.txt', is: 'others.txt', annotators: ['alice'] }])
  await fs.rm(corpus.at('same.txt.alice.stet.json'))
  await until(() => workspace.strays().some(({ was, is }) => was === 'gone.txt' && is === 'same.txt'))
})

test('of two articles with the same bytes one is offered, and the other once that is left', async () => {
  await corpus.write('was/summit.txt.alice.stet.json', sidecarOf(summit, ['claim']))
  await corpus.write('a/copy.txt', summit)
  await corpus.write('b/summit.txt', summit)
  const { workspace } = await start()
  await until(() => workspace.strays().length)
  expect(workspace.strays().map(({ is }) => is)).toEqual(['b/summit.txt'])
  await workspace.leave('was/summit.txt')
  expect(workspace.strays().map(({ is }) => is)).toEqual(['a/copy.txt'])
  await workspace.leave('was/summit.txt')
  expect(workspace.strays()).toEqual([])
})

test('layers follow all or none, whichever call of the disk fails', async () => {
  const files = {
    'now.txt': summit,
    'was.txt.alice.stet.json': sidecarOf(summit, ['claim']),
    'was.txt.bob.stet.json': sidecarOf(summit, ['event'], 0, 'bob'),
    '.stet/history/was.txt.alice.d1.ndjson': 'one\n',
  }
  const moved = ['.stet/history/now.txt.alice.d1.ndjson', 'now.txt', 'now.txt.alice.stet.json', 'now.txt.bob.stet.json']
  let nth = 1
  for (let done = false; !done; nth++) {
    await corpus.remove()
    for (const [path, text] of Object.entries(files)) await corpus.write(path, text)
    let armed = false
    let calls = 0
    const cued = new Proxy(disk, {
      get: (target, name) => {
        const call = Reflect.get(target, name) as (...parts: unknown[]) => unknown
        const counts = ['link', 'rm', 'mkdir', 'open', 'rename'].includes(String(name))
        return (...parts: unknown[]) => {
          if (armed && counts && ++calls === nth)
            throw Object.assign(new Error('on cue'), { code: 'EIO', syscall: String(name) })
          return call(...parts)
        }
      },
    })
    const { workspace } = await start({ disk: cued })
    await until(() => workspace.strays().length)
    armed = true
    const failed = await workspace.follow('was.txt').then(
      () => false,
      () => true,
    )
    armed = false
    const now = await corpus.files()
    if (failed) expect([Object.keys(files).sort(), moved], `call ${nth}`).toContainEqual(now)
    else expect(now, `call ${nth}`).toEqual(moved)
    done = calls < nth
    await workspace.close()
  }
  expect(nth).toBeGreaterThan(8)
})

test('an article is read inside the workspace only', async () => {
  await corpus.write('sub/a.txt', 'A')
  await profile.write('secret/a.txt', 'secret')
  const { workspace } = await start()
  expect(Buffer.from(await workspace.read('sub/a.txt')).toString()).toBe('A')
  await expect(workspace.read('../a.txt')).rejects.toMatchObject({ kind: 'not-there' })
  await fs.rename(corpus.at('sub'), corpus.at('.away'))
  await fs.symlink(profile.at('secret'), corpus.at('sub'))
  await expect(workspace.read('sub/a.txt')).rejects.toMatchObject({ name: 'Problem' })
})

test('hashes are those of the bytes', async () => {
  await corpus.write('a.txt', summit)
  await corpus.write('gone.txt.alice.stet.json', sidecarOf(summit, []))
  const { workspace } = await start()
  await until(() => workspace.strays().length)
  expect(sidecarOf(summit, [])).toContain(createHash('sha256').update(summit).digest('hex'))
})

test('a folder that could not be read is listed once it can be', async () => {
  await corpus.write('sub/a.txt', 'A')
  let closed = true
  const refusing: Disk = {
    ...disk,
    readdir: ((path: string, ...rest: []) =>
      closed && path.endsWith('sub')
        ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
        : disk.readdir(path, ...rest)) as Disk['readdir'],
  }
  const { workspace, paths } = await start({ disk: refusing })
  expect(workspace.problems()).toMatchObject([{ kind: 'folder-unreadable', detail: expect.stringMatching(/^sub: /) }])
  closed = false
  await fs.chmod(corpus.at('sub'), 0o750)
  await until(paths, seen => seen.join() === 'sub/a.txt')
  expect(workspace.problems()).toEqual([])
})

test('a file that breaks the worker spoils no other of its batch', async () => {
  for (const name of ['a', 'b', 'breaks', 'd']) await corpus.write(`${name}.txt`, summit)
  const breaking = {
    run: async (task: string, input: { files?: { name: string }[] }, ...rest: []) => {
      if (input.files?.some(({ name }) => name === 'breaks.txt')) throw new Problem('took-too-long')
      return workbench.run(task as 'indexEntries', input as never, ...rest)
    },
  } as unknown as Workbench
  const { workspace, indexed } = await start({ workbench: breaking })
  await indexed()
  expect(workspace.rows().map(({ problem, known }) => problem?.kind ?? known?.words)).toEqual([
    22,
    22,
    'took-too-long',
    22,
  ])
})

test('a second version of the person’s own layer is told at its article, until they have dealt with what it holds', async () => {
  await corpus.write('a.txt', summit)
  const copy = 'a.txt.alice.stet (1).json'
  await corpus.write(copy, 'first')
  await corpus.write('a.txt.bob.stet (1).json', 'a colleague’s')
  const settled: SettledCopy[] = []
  const isSettled = (root: string, { path, content }: SettledCopy) =>
    root === corpus.root && settled.some(one => one.path === path && one.content === content)
  const { workspace, told } = await start({ isSettled })
  const copies = () => workspace.row('a.txt')?.copies
  await until(() => copies())
  expect(copies()).toEqual([{ path: copy, name: copy, by: 'google-drive', of: 'layer', isSettled: false }])
  await until(() => told('rows').some(({ changed }) => changed.some(row => row.copies)))

  settled.push({ path: copy, content: workspace.contentOfCopy('a.txt', copy)! })
  workspace.copySettled('a.txt')
  expect(copies()).toMatchObject([{ isSettled: true }])
  await until(() => told('rows').at(-1)?.changed[0]?.copies?.[0]?.isSettled)

  await corpus.write(copy, 'second, and longer')
  await until(() => copies()?.[0]?.isSettled === false)
  await fs.rm(corpus.at(copy))
  await until(() => copies() === undefined)
})
