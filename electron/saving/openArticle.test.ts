import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { sha256Of } from '../work/readArticle.ts'
import { tasks } from '../work/tasks.ts'
import { LayersInUse } from './layersInUse.ts'
import { OpenArticle, type Opener } from './openArticle.ts'

const text =
  'Skip to main content\nThe cat sat on the mat 💩, all day long and well into the night, and the dog said nothing.\n'
const sidecar = () => join(folder, 'cats.txt.alice.stet.json')
const history = () => join(folder, '.stet', 'history', 'cats.txt.alice.here.ndjson')
let folder: string
let open: OpenArticle[]

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-saving-')))
  await fs.writeFile(join(folder, 'cats.txt'), text)
  open = []
})
afterEach(async () => {
  for (const article of open) await article.abandon()
  await fs.rm(folder, { recursive: true })
})

async function openCats(change: Partial<Opener> = {}, name = 'cats.txt'): Promise<OpenArticle> {
  const run: Opener['workbench']['run'] = async (name, input) => (tasks[name] as (input: unknown) => never)(input)
  const article = await OpenArticle.open(name, {
    disk,
    fence: await raiseFence(disk, folder),
    workbench: { run },
    annotator: { id: 'alice', name: 'Alice Novak', key: 'alice-key' },
    device: 'here',
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    inUse: new LayersInUse(),
    now: () => new Date(),
    told: () => {},
    ...change,
  })
  open.push(article)
  return article
}

function annotation(id: string, words: string): Annotation {
  const start = text.indexOf(words)
  const at = '2031-03-04T05:06:07.000Z'
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  return { id, tag: 'actor', spans, attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
}

const nowhere = { computer: '', machine: '', table: '', pid: 1, started: '' }
const put = (id: string, words: string) => ({ kind: 'put', annotation: annotation(id, words) }) as const
const onDisk = async () => JSON.parse(await fs.readFile(sidecar(), 'utf8'))
const idsIn = async (article: OpenArticle) => {
  const { pieces } = await article.openLayer()
  return pieces.flatMap((_, i) => JSON.parse(article.piece(i)) as Annotation[]).map(({ id }) => id)
}

/** The process is gone: what it had open is let go of, and nothing more is written. */
async function die(article: OpenArticle): Promise<void> {
  await article.abandon()
}

test('a cue that says other words than the article’s reaches no file', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  const { spans } = annotation('cue', 'sat on')
  const link = { id: 'l', type: 'about', from: 'a', to: { author: true }, attributes: {} } as const
  const stray = { ...link, cue: { ...spans[0]!, quote: 'lay on' } }
  await expect(article.record({ kind: 'putLink', link: stray })).rejects.toThrow('does not stand')
  const all = { kind: 'all', edits: [{ kind: 'putLink', link: stray }] } as const
  await expect(article.record(all)).rejects.toThrow('does not stand')
  await article.record({ kind: 'putLink', link: { ...link, cue: spans[0]! } })
  await article.close()
  expect((await onDisk()).links).toMatchObject([{ id: 'l', cue: { quote: 'sat on' } }])
})

test('looking at an article writes nothing', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.close()
  expect(await fs.readdir(folder)).toEqual(['cats.txt'])
})

test('an edit that was answered is on disk, whatever happens to the process then', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await die(article)
  expect(await idsIn(await openCats())).toEqual(['a'])
})

test('the sidecar follows, with offsets in code points and a revision that grows', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'dog'))
  await article.record(put('b', 'cat'))
  await article.flush()
  const file = await onDisk()
  expect(file).toMatchObject({ format: 'stet-sidecar', revision: 2, annotator: { id: 'alice', key: 'alice-key' } })
  for (const { spans } of file.annotations) {
    for (const { start, end, quote } of spans) expect([...text].slice(start, end).join('')).toBe(quote)
  }
  expect(file.zones[0]).toMatchObject({ start: 0, zone: 'boilerplate', by: 'reader' })
  expect(await fs.readFile(join(folder, '.stet', '.gitignore'), 'utf8')).toBe('*\n')
  expect(await fs.readFile(join(folder, '.stet', 'texts', file.article.textSha256), 'utf8')).toBe(text)
})

test('the same work gives the same bytes when it is opened and closed again', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.close()
  const before = await fs.readFile(sidecar())
  const again = await openCats()
  await again.openLayer()
  await again.close()
  expect(await fs.readFile(sidecar())).toEqual(before)
})

test('a crash between announcing a checkpoint and making it loses nothing', async () => {
  for (let nth = 1; nth <= 60; nth++) {
    await fs.rm(sidecar(), { force: true })
    await fs.rm(join(folder, '.stet'), { recursive: true, force: true })
    const article = await openCats()
    await article.openLayer()
    await article.record(put('a', 'cat'))
    await article.close()
    const failing: Disk = flakyDisk(disk, { nth, code: 'EIO', lasting: 'always' })
    let complain: () => void = () => {}
    const complained = new Promise<void>(resolve => (complain = resolve))
    const told: Opener['told'] = ({ problem }) => problem && complain()
    const broken = await openCats({ disk: failing, told }).catch(() => null)
    let answered = false
    if (broken) {
      const recorded = broken.openLayer().then(() => broken.record(put('b', 'dog')))
      const done = recorded.then(
        () => {
          answered = true
          return broken.flush().catch(() => {})
        },
        () => {},
      )
      await Promise.race([done, complained])
      await die(broken)
    }
    const again = await openCats()
    const ids = await idsIn(again)
    expect(ids, `call ${nth}`).toEqual(answered ? ['a', 'b'] : expect.arrayContaining(['a']))
    await again.abandon()
  }
})

test('a lost sidecar is rebuilt from the history', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.record(put('b', 'dog'))
  await article.record({ kind: 'remove', id: 'a' })
  await article.close()
  await fs.rm(sidecar())
  expect(await idsIn(await openCats())).toEqual(['b'])
})

test('a damaged sidecar is rebuilt from the history, and its bytes are kept', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.close()
  await fs.writeFile(sidecar(), '{"format": "stet-side')
  const again = await openCats()
  const head = await again.openLayer()
  expect(head).toMatchObject({ access: 'write', annotations: 1, problem: { kind: 'sidecar-rebuilt' } })
  await again.close()
  expect((await onDisk()).annotations).toHaveLength(1)
  const kept = (await fs.readdir(join(folder, '.stet', 'history'))).filter(name => name.endsWith('.damaged'))
  expect(await fs.readFile(join(folder, '.stet', 'history', kept[0]!), 'utf8')).toBe('{"format": "stet-side')
})

test('a damaged sidecar without a history opens for reading only, and is left alone', async () => {
  await fs.writeFile(sidecar(), '')
  const article = await openCats()
  expect(await article.openLayer()).toMatchObject({ access: 'read', problem: { kind: 'sidecar-damaged' } })
  await expect(article.record(put('a', 'cat'))).rejects.toMatchObject({ kind: 'sidecar-damaged' })
  await article.close()
  expect(await fs.readFile(sidecar(), 'utf8')).toBe('')
})

test('somebody’s change of the sidecar is taken up, together with edits that it lacks', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.flush()
  const theirs = await onDisk()
  await article.record(put('b', 'dog'))
  await die(article)
  theirs.annotations[0].note = 'from a script'
  await fs.writeFile(sidecar(), JSON.stringify(theirs))
  const again = await openCats()
  expect(await idsIn(again)).toEqual(['a', 'b'])
  await again.close()
  expect((await onDisk()).annotations).toMatchObject([{ id: 'a', note: 'from a script' }, { id: 'b' }])
})

test('where both touched the same annotation, nothing is overwritten and a person is told', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.flush()
  const theirs = await onDisk()
  await article.record({ kind: 'put', annotation: { ...annotation('a', 'cat'), note: 'mine' } })
  await die(article)
  theirs.annotations[0].note = 'theirs'
  const bytes = JSON.stringify(theirs)
  await fs.writeFile(sidecar(), bytes)
  const again = await openCats()
  expect(await again.openLayer()).toMatchObject({ access: 'read', problem: { kind: 'sidecar-changed' } })
  await again.close()
  expect(await fs.readFile(sidecar(), 'utf8')).toBe(bytes)
})

test('a sidecar that changes while the article is open is not overwritten, and the edits survive', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.flush()
  const theirs = { ...(await onDisk()), future: true }
  await fs.writeFile(sidecar(), JSON.stringify(theirs))
  await article.record(put('b', 'dog'))
  await expect(article.flush()).rejects.toMatchObject({ kind: 'sidecar-changed-meanwhile' })
  expect(article.saving()).toMatchObject({ durable: 2, checkpointed: false })
  await article.close()
  expect(await onDisk()).toEqual(theirs)
  const again = await openCats()
  expect(await idsIn(again)).toEqual(['a', 'b'])
  await again.close()
  expect(await onDisk()).toMatchObject({ future: true, annotations: { length: 2 } })
})

test('an edit that cannot be saved says so, waits, and is saved when there is room again', async () => {
  let full = true
  const sometimes = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open' && full
        ? () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : target[name],
  })
  const told: string[] = []
  const article = await openCats()
  await article.abandon()
  let saidFull: () => void = () => {}
  const waiting = new Promise<void>(resolve => (saidFull = resolve))
  full = false
  const patient = await openCats({
    disk: sometimes,
    told: ({ problem }) => {
      told.push(problem?.kind ?? 'fine')
      if (problem?.kind === 'disk-full') saidFull()
    },
  })
  await patient.openLayer()
  full = true
  const recorded = patient.record(put('a', 'cat'))
  await waiting
  await expect(patient.close()).rejects.toMatchObject({ kind: 'disk-full' })
  full = false
  expect(await recorded).toBe(1)
  expect(told).toContain('disk-full')
  expect(told.at(-1)).toBe('fine')
  await patient.close()
  expect((await onDisk()).annotations).toHaveLength(1)
})

test('a first line that the disk takes and then won’t keep is written again, whole', async () => {
  let syncs = 0
  let refuse: () => void = () => {}
  const refused = new Promise<void>(resolve => (refuse = resolve))
  const sometimes = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? async (path: string, flags: string, mode?: number) => {
            const file = await target.open(path, flags, mode)
            const sync = file.datasync.bind(file)
            // The first is for the empty file; by the second, the parts of the line have been read.
            if (path.endsWith('.ndjson'))
              file.datasync = () => {
                if (++syncs !== 2) return sync()
                refuse()
                return Promise.reject(Object.assign(new Error('on cue'), { code: 'EIO', syscall: 'fdatasync' }))
              }
            return file
          }
        : target[name],
  })
  const article = await openCats({ disk: sometimes })
  await article.openLayer()
  const recorded = article.record(put('a', 'cat'))
  await refused
  await recorded
  await die(article)
  // Nothing but the history has it yet.
  await expect(fs.readFile(sidecar())).rejects.toMatchObject({ code: 'ENOENT' })
  const again = await openCats()
  expect(await again.openLayer()).toMatchObject({ annotations: 1, problem: null })
})

test('a layer of the same id with another key is a colleague’s', async () => {
  const article = await openCats({ annotator: { id: 'alice', name: 'Another Alice', key: 'other-key' } })
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.close()
  const mine = await openCats({ device: 'elsewhere' })
  expect(await mine.openLayer()).toMatchObject({ access: 'read', problem: { kind: 'annotator-taken' } })
})

test('a layer that the person says they made on another device is theirs, and keeps its key', async () => {
  const there = await openCats({ device: 'there', annotator: { id: 'alice', name: 'Alice Novak', key: 'other-key' } })
  await there.openLayer()
  await there.record(put('a', 'cat'))
  await there.close()
  const annotator = { id: 'alice', name: 'Alice Novak', key: 'alice-key', also: ['other-key'] }
  const mine = await openCats({ annotator })
  expect(await mine.openLayer()).toMatchObject({ access: 'write', annotations: 1 })
  await mine.record(put('b', 'dog'))
  await mine.close()
  expect((await onDisk()).annotator).toEqual({ id: 'alice', name: 'Alice Novak', key: 'other-key' })
})

test('a second window on one layer reads, and the first goes on writing', async () => {
  const inUse = new LayersInUse()
  const first = await openCats({ inUse })
  const second = await openCats({ inUse })
  expect(await first.openLayer()).toMatchObject({ access: 'write' })
  expect(await second.openLayer()).toMatchObject({ access: 'read', problem: { kind: 'layer-in-use' } })
  await first.close()
  const third = await openCats({ inUse })
  expect(await third.openLayer()).toMatchObject({ access: 'write' })
})

test('a window that reads is told when the other lets go, and has the layer when it opens it again', async () => {
  const inUse = new LayersInUse()
  const first = await openCats({ inUse })
  await first.openLayer()
  const passed = vi.fn()
  const second = await openCats({ inUse, passed })
  const { holder } = await second.openLayer()
  expect(holder).toMatchObject({ where: 'window', mayBeGone: false })
  await first.record(put('a', 'cat'))
  await first.close()
  expect(passed.mock.calls).toEqual([['free']])
  await second.close()
  const again = await openCats({ inUse })
  expect(await again.openLayer()).toMatchObject({ access: 'write', holder: null, annotations: 1 })
})

test('what a killed program of this computer recorded is brought to the file by whoever has the layer next', async () => {
  const me = { ...nowhere, table: 'one start' }
  const fateOf = async () => 'gone' as const
  const killed = await openCats({ device: 'there', inUse: new LayersInUse({ me: async () => me, fateOf }) })
  await killed.openLayer()
  await killed.record(put('a', 'cat'))
  await killed.flush()
  await killed.record(put('b', 'dog'))
  const inUse = new LayersInUse({ me: async () => ({ ...me, pid: 2 }), fateOf })
  const mine = await openCats({ inUse })
  expect(await idsIn(mine)).toEqual(['a', 'b'])
  expect((await onDisk()).annotations).toHaveLength(2)
  await mine.record(put('c', 'mat'))
  await mine.close()
  // Started again, it finds all of it, and nothing to ask.
  await die(killed)
  const back = await openCats({ device: 'there' })
  expect(await back.openLayer()).toMatchObject({ access: 'write', problem: null, annotations: 3 })
})

test('a layer that may only be read keeps nobody from it', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.close()
  const reader = await openCats({ annotator: { id: 'alice', name: 'Another Alice', key: 'other-key' } })
  expect(await reader.openLayer()).toMatchObject({ problem: { kind: 'annotator-taken' } })
  const seen = { me: async () => ({ ...nowhere, pid: 2 }), fateOf: async () => 'lives' as const }
  const again = await openCats({ inUse: new LayersInUse(seen) })
  expect(await again.openLayer()).toMatchObject({ access: 'write' })
})

test('a changed text is said aloud, and the annotations are placed or kept aside', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.record(put('b', 'dog'))
  await article.close()
  await fs.writeFile(join(folder, 'cats.txt'), `Corrected: ${text.replace('dog', 'fox')}`)
  const again = await openCats()
  const head = await again.openLayer()
  expect(head).toMatchObject({ problem: { kind: 'text-changed' }, annotations: 1 })
  expect(JSON.parse(head.unplaced)).toMatchObject([{ id: 'b', placement: 'lost' }])
})

test('a reader that makes another text of the same file moves nothing unseen, and says that the file is the same', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.record(put('b', 'dog'))
  await article.close()
  const better: Opener['workbench']['run'] = async (name, input) => {
    const output = await (tasks[name] as (input: unknown) => unknown)(input)
    if (name !== 'article') return output as never
    const read = output as Awaited<ReturnType<typeof tasks.article>>
    const anew = text.replace('dog', 'd-\nog')
    return {
      ...read,
      article: { ...read.article, reader: 'plain-text/2', text: anew },
      textSha256: sha256Of(anew),
    } as never
  }
  const again = await openCats({ workbench: { run: better } })
  const head = await again.openLayer()
  expect(head).toMatchObject({ problem: { kind: 'text-read-anew' }, annotations: 1 })
  expect(JSON.parse(head.unplaced)).toMatchObject([{ id: 'b' }])
  await again.record(put('c', 'mat'))
  await again.close()
  const file = await onDisk()
  expect(file.article).toMatchObject({ reader: 'plain-text/2', textSha256: sha256Of(text.replace('dog', 'd-\nog')) })
  expect(file.unplaced).toMatchObject([{ id: 'b', textSha256: sha256Of(text) }])
})

test('an article is read in the encoding that was chosen, at once from the history too; annotations are offered at the same bytes', async () => {
  const bytes = Buffer.from([...text.replace('💩', 'é')].map(sign => sign.charCodeAt(0)))
  await fs.writeFile(join(folder, 'cats.txt'), bytes)
  const article = await openCats()
  expect(article.opened()).toMatchObject({ encodingBy: 'detected', encodingChosen: null, hasEncoding: true })
  await article.recordFacts({ kind: 'encoding', encoding: 'cp437' })
  await die(article)
  const again = await openCats()
  expect(again.opened()).toMatchObject({ encoding: 'cp437', encodingBy: 'person', encodingChosen: 'cp437' })
  await again.openLayer()
  const read = again.opened().text
  const start = read.indexOf('mat') // with the sign that is read otherwise
  const words = { ...annotation('a', 'cat'), spans: [makeAnchor(read, { start, end: start + 5 })] }
  await again.record({ kind: 'put', annotation: words })
  await again.recordFacts({ kind: 'encoding', encoding: null })
  await again.close()
  const back = await openCats()
  expect(JSON.parse((await back.openLayer()).unplaced)).toMatchObject([{ id: 'a', placement: 'changed' }])
  const { entries } = JSON.parse(await back.review())
  const [{ start: from, end: to }] = entries[0].candidates[0]
  expect(back.opened().text.slice(from, to)).toBe('mat é')
})

test('a zone that a person corrected stands in a file of its own, and can be taken back', async () => {
  const article = await openCats()
  const [first] = JSON.parse(article.opened().blocks)
  expect(first).toEqual([21, 'boilerplate', 'reader'])
  const edit = { kind: 'zone', span: { start: 0, end: 21 }, quote: 'Skip to main content\n', zone: 'heading' } as const
  await article.recordFacts(edit)
  await article.close()
  const again = await openCats()
  expect(JSON.parse(again.opened().blocks)[0]).toEqual([21, 'heading', 'person', 'boilerplate'])
  await again.recordFacts({ ...edit, zone: null })
  expect(JSON.parse(again.opened().blocks)[0]).toEqual([21, 'boilerplate', 'reader'])
})

test('of a paragraph that was said to be something else here and outside ours is kept, theirs is told once, and the work goes on', async () => {
  const edit = { kind: 'zone', span: { start: 0, end: 21 }, quote: 'Skip to main content\n', zone: 'title' } as const
  const facts = join(folder, 'cats.txt.article.stet.json')
  const article = await openCats()
  await article.recordFacts(edit)
  await article.flush()
  expect(await article.isOurs()).toBe(true)
  await article.recordFacts({ ...edit, zone: 'caption' })
  await die(article)
  const before = await fs.readFile(facts, 'utf8')
  expect(before).toContain('"title"')
  await fs.writeFile(facts, before.replace('"title"', '"heading"'))
  expect(await article.isOurs()).toBe(false)

  const again = await openCats()
  const { zonesContradicted, factsProblem, blocks } = again.opened()
  expect([zonesContradicted, factsProblem]).toEqual([
    [{ start: 0, end: 21, quote: 'Skip to main content\n', ours: 'caption', theirs: 'heading' }],
    null,
  ])
  expect(JSON.parse(blocks)[0]).toEqual([21, 'caption', 'person', 'boilerplate'])
  await again.recordFacts({ ...edit, zone: 'heading' })
  await again.close()
  expect(JSON.parse(await fs.readFile(facts, 'utf8')).zones).toMatchObject([{ zone: 'heading' }])
  expect((await openCats()).opened().zonesContradicted).toEqual([])
})

test('a window that says other words than the article’s writes nothing', async () => {
  const article = await openCats()
  await article.openLayer()
  const strange = annotation('a', 'cat')
  const edit = { kind: 'put', annotation: { ...strange, spans: [{ ...strange.spans[0]!, start: 0, end: 3 }] } } as const
  await expect(article.record(edit)).rejects.toThrow(RangeError)
  await article.close()
  await expect(fs.readFile(history())).rejects.toMatchObject({ code: 'ENOENT' })
})

test('annotations in boilerplate are counted apart, and a corrected zone moves them over', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'main content'))
  await article.record(put('b', 'cat'))
  expect(article.counts()).toMatchObject({ counts: { actor: 1 }, inBoilerplate: 1 })
  await article.recordFacts({
    kind: 'zone',
    span: { start: 0, end: 21 },
    quote: 'Skip to main content\n',
    zone: 'heading',
  })
  expect(article.counts()).toMatchObject({ counts: { actor: 2 }, inBoilerplate: 0 })
})

for (const when of ['before', 'after'] as const) {
  test(`a history that is taken away ${when} an edit begins anew, and nothing is lost`, async () => {
    const first = await openCats()
    await first.openLayer()
    await first.record(put('a', 'cat'))
    await first.close()
    const article = await openCats()
    await article.openLayer()
    if (when === 'after') await article.record(put('b', 'dog'))
    await fs.rm(join(folder, '.stet'), { recursive: true })
    await article.record(put('c', 'night'))
    await article.close()
    expect((await onDisk()).annotations.map(({ id }: { id: string }) => id)).toEqual(
      when === 'after' ? ['a', 'c', 'b'] : ['a', 'c'],
    )
    await fs.rm(sidecar())
    expect(await idsIn(await openCats())).toHaveLength(when === 'after' ? 3 : 2)
  })
}

test('a history that another program wrote into is put aside, not cut', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.flush()
  await fs.appendFile(history(), 'somebody else was here\n')
  await article.record(put('b', 'dog'))
  await article.close()
  const names = await fs.readdir(join(folder, '.stet', 'history'))
  const aside = names.find(name => name.includes('.ndjson.until-'))!
  expect(await fs.readFile(join(folder, '.stet', 'history', aside), 'utf8')).toContain('somebody else')
  expect(await idsIn(await openCats())).toEqual(['a', 'b'])
})

test('a change of the text that moves nothing is said too, and later edits count in the new text', async () => {
  const article = await openCats()
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.close()
  await fs.writeFile(join(folder, 'cats.txt'), `${text}A line at the end.\n`)
  const again = await openCats()
  expect(await again.openLayer()).toMatchObject({ annotations: 1, problem: { kind: 'text-changed' } })
  await again.record(put('b', 'dog'))
  await die(again)
  const third = await openCats()
  expect(await third.openLayer()).toMatchObject({ annotations: 2, problem: null })
})

test('a checkpoint whose last step failed is known again as ours', async () => {
  const failing = { on: false }
  const sometimes = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open' && failing.on
        ? async (path: string, flags: string) => {
            if (flags === 'r') throw Object.assign(new Error('sync'), { code: 'EIO' })
            return target.open(path, flags)
          }
        : target[name],
  })
  const article = await openCats({ disk: sometimes })
  await article.openLayer()
  await article.record(put('a', 'cat'))
  await article.flush()
  await article.record(put('b', 'dog'))
  failing.on = true
  await expect(article.flush()).rejects.toMatchObject({ kind: 'cannot-save' })
  failing.on = false
  await article.flush()
  expect(article.saving()).toMatchObject({ checkpointed: true, problem: null })
})

test('a corrected zone follows its paragraph through a changed text, and one without a paragraph is kept', async () => {
  const article = await openCats()
  const skip = { kind: 'zone', span: { start: 0, end: 21 }, quote: 'Skip to main content\n', zone: 'heading' } as const
  const body = { start: 21, end: text.length }
  await article.recordFacts(skip)
  await article.recordFacts({ kind: 'zone', span: body, quote: text.slice(21, 53), zone: 'quote' })
  await article.close()
  await fs.writeFile(join(folder, 'cats.txt'), `Once upon a time\n${text.slice(21)}`)
  const again = await openCats()
  expect(JSON.parse(again.opened().blocks)[1]).toEqual([text.length - 4, 'quote', 'person', 'body'])
  await again.recordFacts({ kind: 'zone', span: { start: 0, end: 17 }, quote: 'Once upon a time\n', zone: 'title' })
  await again.close()
  const file = JSON.parse(await fs.readFile(join(folder, 'cats.txt.article.stet.json'), 'utf8'))
  expect(file.zones).toMatchObject([
    { zone: 'title' },
    { zone: 'quote', start: 17 },
    { zone: 'heading', textSha256: expect.any(String) },
  ])
})

test('an article whose name leaves no room for a sidecar’s says so before anybody tags in it', async () => {
  const long = `${'é'.repeat(120)}.txt`
  await fs.writeFile(join(folder, long), text)
  const article = await openCats({}, long)
  expect(await article.openLayer()).toMatchObject({ access: 'read', problem: { kind: 'name-too-long' } })
})
