import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readHistory } from '../../shared/history/history.ts'
import { CopyWanted, type KeptFile, type Recovery, recover } from '../../shared/history/recover.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { Ledger } from './ledger.ts'
import { readCopy, readStamped } from './readKept.ts'
import type { Stamp } from './stamp.ts'

/** A file that is the list of the edits in it, so that one that is lost or comes twice is seen. */
const counted: KeptFile = {
  read: bytes => JSON.parse(new TextDecoder().decode(bytes)),
  replay: (file, edits) => ({ n: [...(file['n'] as number[]), ...edits.map(({ edit }) => edit['n'] as number)] }),
  touched: edit => [`${edit['n']}`],
  part: () => undefined,
}
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)
/** Written in slices, between which edits come. */
const PADDING = ' '.repeat(100_000)
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

let folder: string
let path: string
let historyPath: string
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-ledger-')))
  path = join(folder, 'file.json')
  historyPath = join(folder, '.stet', 'history', 'file.ndjson')
})
afterEach(() => fs.rm(folder, { recursive: true, force: true, maxRetries: 10 }))

/** What a later start finds. */
async function found(): Promise<
  Recovery & { stamp: Stamp | null; sha256: string | null } & {
    history: { size: number; goodBytes: number; last: string; broken: boolean }
  }
> {
  const fence = await raiseFence(disk, folder)
  const { file, history, stamp } = await readStamped(disk, fence, path, historyPath)
  const past = readHistory(history ?? new Uint8Array(), hash)
  const ends = {
    stamp,
    sha256: file?.sha256 ?? null,
    history: {
      ...{ size: history?.byteLength ?? 0, goodBytes: past.goodBytes, last: past.last },
      broken: past.damage === 'broken',
    },
  }
  try {
    return { ...recover(file, past, counted, 'unread'), ...ends }
  } catch (error) {
    if (!(error instanceof CopyWanted)) throw error
    return { ...recover(file, past, counted, await readCopy(disk, fence, historyPath)), ...ends }
  }
}

/** The edits that a later start finds. */
const listed = async () => ((await found()).file?.['n'] ?? []) as number[]

/** A program that keeps the file on a disk. */
async function program(on: Disk = disk, keep: () => Promise<void> = async () => {}) {
  const { sha256, due, needsBase, unconfirmed, putAside, stamp, history, file } = await found()
  const n = [...((file?.['n'] ?? []) as number[])]
  let complain: () => void = () => {}
  const complained = new Promise<void>(resolve => (complain = resolve))
  const render = () => ['{"n":', JSON.stringify(n), PADDING, PADDING, PADDING, '}']
  const ledger: Ledger = new Ledger(
    {
      ...{ disk: on, fence: await raiseFence(disk, folder), path, historyPath, now: () => new Date(), render },
      ...{ told: () => ledger.problem && complain(), prepare: async () => {}, keep },
    },
    {
      ...{ sha256, due, needsBase: needsBase || history.broken, putAside, history },
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
    },
    due ? null : stamp,
  )
  const state = { answered: n.length }
  const edit = () => {
    const before = ledger.needsBase ? render() : null
    n.push(n.length)
    const recorded = ledger.record({ n: n.length - 1 }, n.length, before).then(() => void state.answered++)
    recorded.catch(() => {})
    return recorded
  }
  return { ledger, edit, complained, state }
}

/** The file as somebody left it some time ago. */
async function begin(): Promise<void> {
  await fs.rm(join(folder, '.stet'), { recursive: true, force: true })
  await fs.writeFile(path, '{"n":[]}')
  await fs.utimes(path, 1_900_000_000, 1_900_000_000)
}

/** Edits in bursts, each while the file is being written with those before. */
async function work({ ledger, edit, complained }: Awaited<ReturnType<typeof program>>): Promise<void> {
  let isStuck = false
  complained.then(() => (isStuck = true))
  for (let burst = 0; burst < 3 && !isStuck; burst++) {
    const recorded = Promise.all([edit(), edit(), edit()])
    recorded.catch(() => {})
    const flushed = ledger.flush().catch(() => {})
    await Promise.race([recorded, complained])
    if (burst === 2 && !isStuck) await Promise.race([flushed, complained])
  }
}

test('whichever call of the disk is the last, each edit that was answered is there, once', async () => {
  const counting = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code: '', lasting: 'once' })
  await begin()
  const all = await program(counting)
  await work(all)
  await all.ledger.abandon()
  expect(await listed()).toEqual(upTo(9))
  const calls = counting.calls()
  expect(calls).toBeGreaterThan(60)
  for (let nth = 1; nth <= calls; nth++) {
    await begin()
    const dying = await program(flakyDisk(disk, { nth, code: 'EIO', lasting: 'always' }))
    await work(dying)
    await dying.ledger.abandon()
    const there = await listed()
    expect(there, `call ${nth}`).toEqual(upTo(there.length))
    expect(there.length, `call ${nth}`).toBeGreaterThanOrEqual(dying.state.answered)
  }
})

test('edits are answered while a checkpoint stands still, and it says what it lacks', async () => {
  await begin()
  let reached: () => void = () => {}
  let goOn: () => void = () => {}
  const stands = new Promise<void>(resolve => (reached = resolve))
  const waits = new Promise<void>(resolve => (goOn = resolve))
  const slow = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? async (file: string, flags: string, mode?: number) => {
            if (file.endsWith('.draft')) {
              reached()
              await waits
            }
            return target.open(file, flags, mode)
          }
        : target[name],
  })
  const { ledger, edit } = await program(slow)
  await edit()
  const flushed = ledger.flush()
  await stands
  await Promise.all([edit(), edit()])
  expect(await listed()).toEqual(upTo(3))
  goOn()
  await flushed
  expect(ledger.checkpointed).toBe(false)
  expect(counted.read(await fs.readFile(path))).toEqual({ n: upTo(1) })
  expect(await fs.readFile(historyPath, 'utf8')).toContain('"lacks":2')
  await ledger.abandon()
  expect(await listed()).toEqual(upTo(3))
})

test('edits that come together share one write and one sync', async () => {
  await begin()
  let syncs = 0
  const counting = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? async (file: string, flags: string, mode?: number) => {
            const open = await target.open(file, flags, mode)
            const sync = open.datasync.bind(open)
            if (file.endsWith('.ndjson'))
              open.datasync = () => {
                syncs++
                return sync()
              }
            return open
          }
        : target[name],
  })
  const { ledger, edit } = await program(counting)
  await edit()
  syncs = 0
  await Promise.all(upTo(20).map(edit))
  expect(syncs).toBe(1)
  await ledger.abandon()
  expect(await listed()).toEqual(upTo(21))
})

test('a history that is taken away while a checkpoint is written begins anew, and each edit is there once', async () => {
  await begin()
  const { ledger, edit } = await program()
  await edit()
  const flushed = ledger.flush()
  await fs.rm(historyPath)
  await Promise.all([edit(), edit()])
  await flushed
  await edit()
  await ledger.abandon()
  expect(await listed()).toEqual(upTo(4))
  await fs.rm(path)
  expect(await listed()).toEqual(upTo(4))
})

test('a history that is taken away where the disk is full begins anew once there is room', async () => {
  await begin()
  let full = false
  const sometimes = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open' && full
        ? () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : target[name],
  })
  const { ledger, edit, complained } = await program(sometimes)
  await edit()
  full = true
  await fs.rm(historyPath)
  const recorded = edit()
  await complained
  full = false
  await recorded
  await ledger.abandon()
  expect(await listed()).toEqual(upTo(2))
})

/** A disk that lets somebody act right after the nth line of the history is on it. */
function after(nth: number, act: () => Promise<unknown>): Disk {
  let syncs = 0
  return new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? async (file: string, flags: string, mode?: number) => {
            const open = await target.open(file, flags, mode)
            const sync = open.datasync.bind(open)
            if (file.endsWith('.ndjson'))
              open.datasync = async () => {
                await sync()
                if (++syncs === nth) await act()
              }
            return open
          }
        : target[name],
  })
}

test('what somebody writes between the last line about a checkpoint and the checkpoint is not overwritten', async () => {
  await begin()
  // Opening, the edit, the checkpoint's line.
  const { ledger, edit } = await program(after(3, () => fs.writeFile(path, '{"n":[7]}')))
  await edit()
  await expect(ledger.flush()).rejects.toMatchObject({ kind: 'sidecar-changed-meanwhile' })
  await ledger.abandon()
  expect(await fs.readFile(path, 'utf8')).toBe('{"n":[7]}')
  expect(await listed()).toEqual([7, 0])
})

test('the same bytes that somebody puts there once more are no reason to wait', async () => {
  await begin()
  const { ledger, edit } = await program(after(3, () => fs.writeFile(path, '{"n":[]}')))
  await edit()
  await ledger.flush()
  await ledger.abandon()
  expect(counted.read(await fs.readFile(path))).toEqual({ n: [0] })
})

/** Two edits that the file lacks, in a history that somebody wrote into. */
async function breakIt(): Promise<string> {
  await begin()
  const { ledger, edit } = await program()
  await Promise.all([edit(), edit()])
  await ledger.abandon()
  await fs.appendFile(historyPath, '{"v":1,"kind":"edit"}\nsomebody was here\n')
  return fs.readFile(historyPath, 'utf8')
}

/** A disk that gives no file a second name. */
const withoutLinks = new Proxy(disk, {
  get: (target, name: keyof Disk) =>
    name === 'link' ? () => Promise.reject(Object.assign(new Error('no'), { code: 'EPERM' })) : target[name],
})

test.each([
  ['', disk],
  [', on a disk without hard links', withoutLinks],
])('a broken history is put aside whole, also where the file is written before the next edit%s', async (_, on) => {
  const broken = await breakIt()
  const { ledger } = await program(on)
  await ledger.flush()
  await ledger.abandon()
  expect(counted.read(await fs.readFile(path))).toEqual({ n: upTo(2) })
  const aside = (await fs.readdir(dirname(historyPath))).filter(name => /^file\.ndjson\.damaged-\d+$/.test(name))
  expect(await fs.readFile(join(dirname(historyPath), aside[0]!), 'utf8')).toBe(broken)
})

test('whichever call of the disk is the last while a broken history makes way, nothing of it is lost', async () => {
  for (let nth = 1, isDone = false; !isDone; nth++) {
    await breakIt()
    const flaky = flakyDisk(disk, { nth, code: 'EIO', lasting: 'always' })
    const { ledger } = await program(flaky)
    await ledger.flush().then(
      () => (isDone = true),
      () => {},
    )
    await ledger.abandon()
    expect(await listed(), `call ${nth}`).toEqual(upTo(2))
  }
})

test('where history and file are both replaced by somebody, what was edited here is still known', async () => {
  await begin()
  const { ledger, edit } = await program()
  await edit()
  await ledger.flush()
  await edit()
  await fs.rm(historyPath)
  await fs.writeFile(path, '{"n":[0,7]}')
  await edit()
  await ledger.abandon()
  expect(await listed()).toEqual([0, 7, 1, 2])
})

test('a large file is not written into its history: its bytes get a second name there, and rebuild it', async () => {
  await begin()
  const { ledger, edit } = await program()
  await edit()
  expect((await fs.stat(path)).nlink).toBe(2)
  expect(await fs.readFile(historyPath, 'utf8')).not.toContain('"file"')
  await ledger.flush()
  await ledger.abandon()
  expect((await fs.stat(path)).nlink).toBe(1)
  await fs.rm(path)
  expect(await listed()).toEqual(upTo(1))
})

const strangers: [name: string, act: () => Promise<void>][] = [
  ['that was changed after it was read', () => fs.writeFile(path, '{"n": [] }')],
  [
    'that was replaced after it was read',
    () => fs.copyFile(path, `${path}.new`).then(() => fs.rename(`${path}.new`, path)),
  ],
  ['that was taken away', () => fs.rm(path)],
]
test.each(strangers)('a file %s is not kept for what was read', async (_name, act) => {
  await begin()
  const { ledger, edit } = await program()
  await act()
  await edit()
  await ledger.abandon()
  expect(await fs.readFile(historyPath, 'utf8')).toContain('"file":{"n":[]')
  expect(await fs.readdir(dirname(historyPath))).toEqual(['file.ndjson'])
})

test('a file that was changed just before it was read is not kept by its times', async () => {
  await begin()
  await fs.utimes(path, new Date(), new Date())
  const { ledger, edit } = await program()
  await edit()
  await ledger.abandon()
  expect(await fs.readFile(historyPath, 'utf8')).toContain('"file":{"n":[]')
})

test('on a disk without hard links the history holds the file itself', async () => {
  await begin()
  const { ledger, edit } = await program(withoutLinks)
  await edit()
  await ledger.abandon()
  await fs.rm(path)
  expect(await listed()).toEqual(upTo(1))
})

test('an edit waits for nothing that is only put beside the file; the file waits for it, and is tried again', async () => {
  await begin()
  const before = await fs.readFile(path, 'utf8')
  const tries: PromiseWithResolvers[] = []
  const { ledger, edit, complained } = await program(disk, () => {
    const kept = withResolvers()
    tries.push(kept)
    return kept.promise
  })
  await edit()
  expect(ledger.unsaved).toBe(0)
  const flushed = ledger.flush()
  flushed.catch(() => {})
  await edit()
  expect(await fs.readFile(path, 'utf8')).toBe(before)
  tries[0]!.reject(new Problem('disk-full'))
  await complained
  await expect(flushed).rejects.toMatchObject({ kind: 'disk-full' })
  expect(await fs.readFile(path, 'utf8')).toBe(before)
  const again = ledger.flush()
  await vi.waitFor(() => expect(tries).toHaveLength(2), { timeout: 60_000 })
  tries[1]!.resolve()
  await again
  expect(ledger.checkpointed).toBe(true)
  await edit()
  await ledger.close()
  expect(tries).toHaveLength(2)
})

interface PromiseWithResolvers {
  readonly promise: Promise<void>
  resolve(): void
  reject(reason: unknown): void
}

function withResolvers(): PromiseWithResolvers {
  let [resolve, reject]: [() => void, (reason: unknown) => void] = [() => {}, () => {}]
  const promise = new Promise<void>((done, failed) => {
    resolve = done
    reject = failed
  })
  return { promise, resolve, reject }
}

/** The program stops when its file is in place and its history doesn't say so yet. */
async function stopBeforeConfirming(): Promise<void> {
  await begin()
  const { ledger, edit } = await program()
  await edit()
  await ledger.flush()
  await ledger.close()
  const lines = (await fs.readFile(historyPath, 'utf8')).trimEnd().split('\n')
  expect(lines.pop()).toContain('"kept"')
  await fs.writeFile(historyPath, `${lines.join('\n')}\n`)
}

/** Somebody else adds an edit to the file, and takes away what stood there. */
const changedOutside = () => fs.writeFile(path, '{"n":[99]}')

test('what was in place when a program stopped is said to be with the next edit: others who write then don’t get it twice', async () => {
  await stopBeforeConfirming()
  const again = await program()
  await again.edit()
  await again.ledger.abandon()
  await changedOutside()
  expect(await listed()).toEqual([99, 1])
})

test('what was in place when a program stopped is said to be by letting go, and nobody gets it twice', async () => {
  await stopBeforeConfirming()
  expect((await found()).unconfirmed).toBeDefined()
  const again = await program()
  await again.ledger.close()
  expect((await found()).unconfirmed).toBeUndefined()
  await changedOutside()
  expect(await listed()).toEqual([99])
})
