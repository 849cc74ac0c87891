import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Problem } from '../../shared/problems/problem.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { fromSource } from '../work/fromSource.ts'
import { sha256Of } from '../work/readArticle.ts'
import { makeUnpackTasks } from '../work/unpackTasks.ts'
import { Corpus } from './corpus.ts'
import { benchFor, type UnpackBench, Unpacking, type UnpackParts } from './unpack.ts'

const now = () => new Date('2031-03-05T12:00:00Z')
const row = (n: number, text = `The harbour said ${n} times that no ferry sails.\n\nNobody asked why.`) =>
  `${n},Ferry ${n},2031-03-04,The Port Gazette,By Ann Lee,"${text}"\n`
const table = (rows: readonly string[]) => `id,title,date,outlet,author,text\n${rows.join('')}`

/** The worker's tasks in this very process: each test begins many times. */
function hereAndNow(): UnpackBench {
  const tasks = makeUnpackTasks() as unknown as Record<string, (input: unknown) => unknown>
  const run = async (name: string, input: unknown) => structuredClone(await tasks[name]!(structuredClone(input)))
  return { run: run as UnpackBench['run'], close: async () => {} }
}

let corpus: Corpus
let around: string
beforeEach(async () => {
  corpus = await Corpus.make()
  around = mkdtempSync(join(tmpdir(), 'stet-archives-'))
})
afterEach(async () => {
  await corpus.remove()
  rmSync(around, { recursive: true })
})

async function unpacking(
  name: string,
  content: string | Uint8Array,
  on: Disk = disk,
  startBench = hereAndNow,
): Promise<Unpacking> {
  const path = join(around, name)
  writeFileSync(path, content)
  const parts: UnpackParts = { disk: on, fence: await raiseFence(disk, corpus.root), startBench, now }
  return Unpacking.open(path, parts)
}

const usual = { meant: null, folder: '', pattern: '{date}_{slug}', differing: false }

/** Unpacks a table of these rows whole, and says what was done. */
async function run(rows: readonly string[], choices: Partial<typeof usual> = {}, on?: Disk) {
  const one = await unpacking('ferries.csv', table(rows), on)
  try {
    return await one.write({ ...usual, ...choices })
  } finally {
    await one.close()
  }
}

const factsOf = (path: string) => JSON.parse(readFileSync(corpus.at(`${path}.article.stet.json`), 'utf8'))

test('each article becomes a file, with facts beside it that say what it is and where it is from', async () => {
  const done = await run([row(1), row(2)], { folder: 'port/2031', pattern: '{date}_{outlet}_{slug}' })
  expect(done).toMatchObject({ found: 2, fresh: 2, there: 0, unread: 0, problem: null, isCancelled: false })
  expect(done.written.map(({ path }) => path)).toEqual([
    'port/2031/2031-03-04_The-Port-Gazette_ferry-1.txt',
    'port/2031/2031-03-04_The-Port-Gazette_ferry-2.txt',
  ])
  const bytes = readFileSync(corpus.at(done.written[0]!.path))
  expect(bytes.toString()).toBe(
    'Ferry 1\n\nBy Ann Lee\n2031-03-04\n\nThe harbour said 1 times that no ferry sails.\n\nNobody asked why.\n',
  )
  expect(factsOf(done.written[0]!.path)).toMatchObject({
    format: 'stet-article',
    article: { file: '2031-03-04_The-Port-Gazette_ferry-1.txt', sha256: sha256Of(bytes), reader: 'plain-text/1' },
    fields: {
      title: { value: 'Ferry 1', by: 'archive' },
      outlet: { value: 'The Port Gazette', by: 'archive' },
      byline: { value: 'By Ann Lee', by: 'archive' },
      published: { value: '2031-03-04', by: 'archive' },
    },
    unpacked: { archive: 'ferries.csv', format: 'csv/1', key: '1' },
    zones: [],
    created: '2031-03-05T12:00:00.000Z',
  })
})

test('a second run finds all of it and writes nothing; one with more in it writes what is more', async () => {
  await run([row(1), row(2)])
  const before = await corpus.files()
  expect(await run([row(1), row(2)], { folder: 'elsewhere' })).toMatchObject({ fresh: 0, there: 2, written: [] })
  expect(await corpus.files()).toEqual(before)
  expect((await run([row(1), row(2), row(3)])).written.map(({ key }) => key)).toEqual(['3'])
})

test('what was moved is known, and what a person took away comes again', async () => {
  const [first] = (await run([row(1)])).written
  for (const end of ['', '.article.stet.json']) {
    await corpus.write(`moved/kept.txt${end}`, readFileSync(corpus.at(`${first!.path}${end}`), 'utf8'))
    rmSync(corpus.at(`${first!.path}${end}`))
  }
  expect(await run([row(1)])).toMatchObject({ there: 1, fresh: 0 })
  rmSync(corpus.at('moved'), { recursive: true })
  expect(await run([row(1)])).toMatchObject({ there: 0, fresh: 1 })
})

test('another text under the same key is told and left alone, unless a file of its own is asked for', async () => {
  const [first] = (await run([row(1)])).written
  const other = [row(1, 'All ferries sail.')]
  expect(await run(other)).toMatchObject({ differing: 1, fresh: 0, differ: [{ path: first!.path }], written: [] })
  expect((await run(other, { differing: true })).written.map(({ path }) => path)).toEqual(['2031-03-04_ferry-1 2.txt'])
  // From now on both are known.
  expect(await run(other)).toMatchObject({ there: 1, differing: 0 })
  expect(await run([row(1)])).toMatchObject({ there: 1, differing: 0 })
})

test('a survey tells what would be written, and writes nothing', async () => {
  await run([row(1)])
  const before = await corpus.files()
  const one = await unpacking('ferries.csv', table([row(1), row(2)]))
  const told: number[] = []
  const survey = await one.survey(null, { told: ({ reached }) => told.push(reached) })
  await one.close()
  expect(survey).toMatchObject({ found: 2, fresh: 1, there: 1, articles: [{ state: 'there' }, { state: 'new' }] })
  expect(survey.articles[1]).toMatchObject({ metadata: { title: { value: 'Ferry 2' } }, path: null })
  expect(told.at(-1)).toBe(survey.byteLength)
  expect(await corpus.files()).toEqual(before)
})

test('names that are taken are left alone, those that only facts or layers have too', async () => {
  await corpus.write('2031-03-04_ferry-1.txt', 'mine')
  await corpus.write('2031-03-04_FERRY-1 2.txt.ann.stet.json', '{}')
  expect((await run([row(1)])).written[0]!.path).toBe('2031-03-04_ferry-1 3.txt')
  expect(readFileSync(corpus.at('2031-03-04_ferry-1.txt'), 'utf8')).toBe('mine')
})

/** A disk that can die: once so many more calls that change something are done, all of them fail, and what was begun stands. */
class MortalDisk {
  left = Number.POSITIVE_INFINITY
  readonly disk = new Proxy(disk, {
    get: (target, name: keyof Disk) => {
      const real = target[name] as (...args: unknown[]) => unknown
      const changes = ['link', 'rm', 'mkdir', 'rename', 'open'].includes(name)
      return async (...args: unknown[]) => {
        if (changes && --this.left < 0) throw Object.assign(new Error('dead'), { code: 'ENOSPC', syscall: 'write' })
        return real(...args)
      }
    },
  })
}

test('wherever it is interrupted, only whole articles stand, and a later run completes it', async () => {
  const mortal = new MortalDisk()
  const one = await unpacking('ferries.csv', table([row(1), row(2), row(3)]), mortal.disk)
  const shown = async () => (await corpus.files()).filter(name => name.endsWith('.txt'))
  const cuts: string[] = []
  for (let after = 0; cuts.at(-1) !== 'whole'; after++) {
    mortal.left = after
    const cut = await one.write(usual).catch(error => {
      if (!(error instanceof Problem)) throw error
      return { problem: error }
    })
    cuts.push(cut.problem?.kind ?? 'whole')
    for (const file of await shown()) expect(factsOf(file).article.sha256).toBe(sha256Of(readFileSync(corpus.at(file))))
    mortal.left = Number.POSITIVE_INFINITY
    await one.write(usual)
    expect(await shown()).toEqual([1, 2, 3].map(n => `2031-03-04_ferry-${n}.txt`))
    expect(await one.write(usual)).toMatchObject({ fresh: 0, there: 3 })
    for (const file of await corpus.files()) rmSync(corpus.at(file))
  }
  await one.close()
  expect(cuts.length).toBeGreaterThan(10)
  expect(new Set(cuts)).toEqual(new Set(['disk-full', 'whole']))
})

test('facts that wait are completed at their place, and other files are left alone', async () => {
  const [first] = (await run([row(1)])).written
  rmSync(corpus.at(first!.path))
  await corpus.write(first!.path.replace('.txt', ' 2.txt'), 'Something else.')
  // The facts wait for the article at its place.
  expect((await run([row(1)])).written).toMatchObject([{ path: first!.path }])
})

test('where a folder can’t be listed nothing is written: what it holds could be written twice', async () => {
  await run([row(1)], { folder: 'port' })
  const unlisted: Disk = {
    ...disk,
    readdir: (async (path: string) => {
      if (path === corpus.at('port')) throw Object.assign(new Error('no'), { code: 'EACCES', syscall: 'scandir' })
      return disk.readdir(path)
    }) as unknown as Disk['readdir'],
  }
  const before = await corpus.files()
  await expect(run([row(1), row(2)], { folder: 'port' }, unlisted)).rejects.toMatchObject({ kind: 'folder-unreadable' })
  const one = await unpacking('ferries.csv', table([row(1)]), unlisted)
  await expect(one.survey(null)).rejects.toMatchObject({ kind: 'folder-unreadable' })
  expect(await corpus.files()).toEqual(before)
})

test('stopping leaves whole articles and says so', async () => {
  const stop = new AbortController()
  const one = await unpacking('ferries.csv', table(Array.from({ length: 600 }, (_, n) => row(n))))
  const done = await one.write(usual, { signal: stop.signal, told: () => stop.abort() })
  await one.close()
  expect(done.isCancelled).toBe(true)
  expect(done.fresh).toBeGreaterThan(0)
  expect(done.fresh).toBeLessThan(600)
  const files = (await corpus.files()).filter(name => name.endsWith('.txt'))
  expect(files).toHaveLength(done.written.length)
  for (const file of files) expect(factsOf(file).article.sha256).toBe(sha256Of(readFileSync(corpus.at(file))))
})

test('a folder that leads out, or that no list would show, is refused; so is a file that holds no articles', async () => {
  for (const folder of ['../out', '/etc', '.hidden', 'a//b', 'con'])
    await expect(run([row(1)], { folder })).rejects.toMatchObject({ kind: 'outside-workspace' })
  await expect(unpacking('note.txt', 'Only a note.')).rejects.toMatchObject({ kind: 'no-reader' })
  await expect(unpacking('week.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).resolves.toMatchObject({
    file: 'week.zip',
  })
  expect(await corpus.files()).toEqual([])
})

test('a worker does it, and one that is closed is stopped at once', async () => {
  const startBench = () => benchFor(fromSource('./unpackWorker.ts').entry)
  const one = await unpacking('ferries.csv', table(Array.from({ length: 300 }, (_, n) => row(n))), disk, startBench)
  expect(one.archive).toMatchObject({ format: 'csv/1', title: 'csv' })
  expect(one.columns?.names).toEqual(['id', 'title', 'date', 'outlet', 'author', 'text'])
  expect(await one.write(usual)).toMatchObject({ found: 300, fresh: 300, problem: null })
  const refused = expect(one.survey(null)).rejects.toMatchObject({ name: 'AbortError' })
  await one.close()
  await refused
})
