import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { disk } from '../disk/disk.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { LayersInUse, type WantedLayer } from './layersInUse.ts'
import { ownerPlace } from './places.ts'
import { type Fate, type Processes, type ProcessName, processes } from './processes.ts'

let folder: string
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-owners-')))
})
afterEach(() => fs.rm(folder, { recursive: true, maxRetries: 10 }))

const file = () => join(folder, 'cats.txt.alice.stet.json')
const owner = () => ownerPlace(folder, file())
const since = '2031-03-04T05:06:07.000Z'
function layer(change: Partial<WantedLayer> = {}): WantedLayer {
  const now = () => new Date(since)
  return { disk, fence: { root: folder }, path: owner(), file: file(), device: 'here', now, ...change }
}

/** Programs that see each other as this says, each of them on a computer. */
const fates = new Map<number, Fate>()
let count = 0
function program(computer = 'desk'): { inUse: LayersInUse; pid: number; seen: Processes } {
  const pid = ++count
  const name: ProcessName = { computer, machine: computer, table: `boot ${computer}`, pid, started: String(pid) }
  const fateOf = async (other: ProcessName): Promise<Fate> =>
    other.machine === computer ? (fates.get(other.pid) ?? 'lives') : 'unknown'
  const seen = { me: async () => name, fateOf }
  return { inUse: new LayersInUse(seen), pid, seen }
}
const claimant = () => ({ free: vi.fn(), lost: vi.fn() })
const mine = { holder: null, endedIn: [] }

test('a second program on the computer is told who has a layer and since when, and when it is free', async () => {
  const [first, second] = [program(), program()]
  const [one, other] = [claimant(), claimant()]
  expect(await first.inUse.take(layer(), one)).toEqual(mine)
  const holder = { where: 'program', computer: '', since, mayBeGone: false }
  expect(await second.inUse.take(layer({ device: 'there' }), other)).toEqual({ holder, endedIn: [] })
  expect(other.free).not.toHaveBeenCalled()
  await first.inUse.leave(one)
  await vi.waitFor(() => expect(other.free).toHaveBeenCalledOnce(), { timeout: 60_000 })
  expect(await second.inUse.take(layer({ device: 'there' }), other)).toEqual(mine)
  await second.inUse.leave(other)
})

test('a second window of the program is told at once when the first lets go', async () => {
  const { inUse } = program()
  const [one, other] = [claimant(), claimant()]
  await inUse.take(layer(), one)
  const taken = await inUse.take(layer(), other)
  expect(taken).toEqual({ holder: { where: 'window', computer: '', since, mayBeGone: false }, endedIn: [] })
  await inUse.leave(one)
  expect(other.free).toHaveBeenCalledOnce()
  expect(await inUse.take(layer(), other)).toEqual(mine)
  await inUse.leave(other)
})

test('whoever only looked leaves nothing behind', async () => {
  const { inUse } = program()
  const one = claimant()
  await inUse.take(layer(), one)
  expect(await fs.readdir(dirname(owner()))).toHaveLength(1)
  await inUse.leave(one)
  expect(await fs.readdir(folder)).toEqual([])
})

test('what a program left that died while it took a file away is swept, once it can’t be under way any more', async () => {
  const { inUse } = program()
  const one = claimant()
  await inUse.take(layer(), one)
  const aside = join(dirname(owner()), '.gone-1')
  await fs.writeFile(aside, '')
  await inUse.leave(one)
  expect(await fs.readdir(dirname(owner()))).toEqual(['.gone-1'])
  await inUse.take(layer(), one)
  const { ctimeMs } = await fs.lstat(aside)
  const clock = vi.spyOn(Date, 'now').mockReturnValue(ctimeMs + 60_000)
  await inUse.leave(one)
  clock.mockRestore()
  expect(await fs.readdir(folder)).toEqual([])
})

test('a program that ended without letting go keeps nobody from a layer, and its device is told', async () => {
  const [first, second] = [program(), program()]
  const other = claimant()
  await first.inUse.take(layer(), claimant())
  await second.inUse.take(layer({ device: 'there' }), other)
  fates.set(first.pid, 'gone')
  await vi.waitFor(() => expect(other.free).toHaveBeenCalledOnce(), { timeout: 60_000 })
  expect(await second.inUse.take(layer({ device: 'there' }), other)).toEqual({ holder: null, endedIn: ['here'] })
  await second.inUse.leave(other)
})

test('what can’t be seen from here is told by the computer’s name, and is had only by a person’s word', async () => {
  const [far, near] = [program('far'), program('near')]
  const [one, other] = [claimant(), claimant()]
  await far.inUse.take(layer(), one)
  const asked = await near.inUse.take(layer({ device: 'there' }), other)
  expect(asked.holder).toEqual({ where: 'computer', computer: 'far', since, mayBeGone: true })
  near.inUse.overrule(other)
  // Nothing is done in the name of a device that may be at work.
  expect(await near.inUse.take(layer({ device: 'there' }), other)).toEqual(mine)
  await vi.waitFor(() => expect(one.lost).toHaveBeenCalledOnce(), { timeout: 60_000 })
  const again = await far.inUse.take(layer(), one)
  expect(again.holder).toMatchObject({ computer: 'near' })
  await near.inUse.leave(other)
  await vi.waitFor(() => expect(one.free).toHaveBeenCalledOnce(), { timeout: 60_000 })
})

test('a file that is taken away while a layer is open is made anew', async () => {
  const { inUse } = program()
  const one = claimant()
  await inUse.take(layer(), one)
  await fs.rm(dirname(dirname(owner())), { recursive: true })
  await vi.waitFor(() => fs.access(owner()), { timeout: 60_000 })
  await inUse.leave(one)
  expect(one.lost).not.toHaveBeenCalled()
})

test.each(['', 'nonsense', '{"format":"stet-owner"}', `{"format":"stet-owner","token":"x","pid":-1}`])(
  'a file that says nobody (%j) keeps nobody from a layer',
  async text => {
    await fs.mkdir(dirname(owner()), { recursive: true })
    await fs.writeFile(owner(), text)
    await fs.utimes(owner(), 1, 1)
    const { inUse } = program()
    const one = claimant()
    expect(await inUse.take(layer(), one)).toEqual(mine)
    await inUse.leave(one)
  },
)

test('of two that find a dead program’s file at the same moment one has the layer', async () => {
  const dead = program()
  await dead.inUse.take(layer({ device: 'dead' }), claimant())
  fates.set(dead.pid, 'gone')
  const programs = Array.from({ length: 8 }, () => program())
  const taken = await Promise.all(programs.map(({ inUse }) => inUse.take(layer(), claimant())))
  // Whoever it is knows whose history to look into, also where another of them took the file away.
  expect(taken.filter(({ holder }) => holder === null)).toEqual([{ holder: null, endedIn: ['dead'] }])
})

test('a device whose program ended is told until what it had recorded is in the file', async () => {
  const [first, second, third, fourth] = [program(), program(), program(), program()]
  await first.inUse.take(layer({ device: 'first' }), claimant())
  fates.set(first.pid, 'gone')
  expect(await second.inUse.take(layer({ device: 'second' }), claimant())).toMatchObject({ endedIn: ['first'] })
  fates.set(second.pid, 'gone')
  const one = claimant()
  const { holder, endedIn } = await third.inUse.take(layer({ device: 'third' }), one)
  expect([holder, ...[...endedIn].sort()]).toEqual([null, 'first', 'second'])
  await third.inUse.finished(one)
  fates.set(third.pid, 'gone')
  const last = claimant()
  expect(await fourth.inUse.take(layer({ device: 'fourth' }), last)).toMatchObject({ endedIn: ['third'] })
  await fourth.inUse.finished(last)
  await fourth.inUse.leave(last)
  expect(await fs.readdir(folder)).toEqual([])
})

test('a file that another takes aside by mistake is left for it to put back', async () => {
  const aside = join(dirname(owner()), `.gone-${basename(owner())}-1`)
  const mistaken = new Proxy(disk, {
    get: (target, name: keyof typeof disk) =>
      name === 'readdir'
        ? async (path: string) => {
            await fs.rename(owner(), aside).catch(() => {})
            return target.readdir(path)
          }
        : target[name],
  })
  const { inUse } = program()
  const one = claimant()
  await inUse.take(layer({ disk: mistaken }), one)
  await inUse.finished(one)
  await fs.rename(aside, owner())
  await inUse.leave(one)
})

test('a folder that another takes away at the moment when a file is made in it is made again', async () => {
  const owners = dirname(owner())
  let isTaken = false
  const busy = new Proxy(disk, {
    get: (target, name: keyof typeof disk) =>
      name === 'open'
        ? async (path: string, flags: string) => {
            if (!isTaken) await fs.rmdir(owners)
            isTaken = true
            return target.open(path, flags)
          }
        : target[name],
  })
  const { inUse } = program()
  const one = claimant()
  expect(await inUse.take(layer({ disk: busy }), one)).toEqual(mine)
  expect(await fs.readdir(owners)).toHaveLength(1)
  await inUse.leave(one)
})

test('whoever lets go at the moment when another sees that they have a layer takes the folder away, not the layer', async () => {
  const owners = dirname(owner())
  const first = program()
  const before = claimant()
  await first.inUse.take(layer({ device: 'there' }), before)
  let isTaken = false
  const busy = new Proxy(disk, {
    get: (target, name: keyof typeof disk) =>
      name === 'open'
        ? async (path: string, flags: string) => {
            // Who has it lets go when this program has seen that somebody does: what it does next finds no folder.
            const opened = target.open(path, flags)
            if (!isTaken && flags === 'wx') {
              isTaken = true
              await opened.catch(() => {})
              await first.inUse.leave(before)
            }
            return opened
          }
        : target[name],
  })
  const { inUse } = program()
  const one = claimant()
  expect(await inUse.take(layer({ disk: busy }), one)).toEqual(mine)
  expect(isTaken).toBe(true)
  expect(await fs.readdir(owners)).toHaveLength(1)
  await inUse.leave(one)
})

test('where the disk takes no such file a layer counts as free', async () => {
  const { inUse } = program()
  const full = flakyDisk(disk, { nth: 1, code: 'EROFS', lasting: 'always', only: ['open', 'mkdir'] })
  const one = claimant()
  expect(await inUse.take(layer({ disk: full }), one)).toEqual(mine)
  await inUse.leave(one)
})

test('a real process lives until it is killed, and another with its number is another', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'])
  await once(child.stdout, 'data')
  const { me, fateOf } = processes()
  const own = await me()
  const stat = await fs.readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '')
  const started = stat === '' ? '' : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!
  const name = { ...own, pid: child.pid!, started }
  expect(await fateOf(name)).toBe(process.platform === 'linux' ? 'lives' : 'unknown')
  if (process.platform === 'linux') {
    expect(await fateOf({ ...name, started: `${started}0` })).toBe('gone')
    expect(await fateOf({ ...name, table: `earlier ${own.table.split(' ')[1]}` })).toBe('gone')
    expect(await fateOf({ ...name, table: `${own.table.split(' ')[0]} pid:[1]` })).toBe('unknown')
  }
  expect(await fateOf({ ...name, machine: 'another' })).toBe('unknown')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await fateOf(name)).toBe('gone')
})
