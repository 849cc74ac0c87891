import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from '../../electron/runtime/bundleForNode.ts'
import type { Dice } from './dice.ts'
import { ada, inFolder, openLayer } from './plain.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'

/** Programs that are killed in a round. */
const KILLS = 6
/** Nothing is acknowledged for so long: somebody holds the layer who shouldn't. */
const STUCK_MS = 30_000
const devices = ['here', 'there'] as const

/** Two real processes at one layer, each killed again and again. */
export const twoProcesses: Programme = {
  name: 'two-processes',
  promise:
    'of two processes at one layer one writes at a time, the other takes over when it is killed, and nothing acknowledged is lost',
  lacks: () => (process.platform === 'linux' ? null : 'only Linux says for certain that a process is gone'),

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice, say } = conditions
    const rounds = roundsOf(conditions, 2, 40)
    const workshop = await realpath(await mkdtemp(join(tmpdir(), 'stet-processes-')))
    const program = join(workshop, 'twoProcessesChild.mjs')
    const broken: string[] = []
    const figures = {
      acknowledged: 0,
      'begun only': 0,
      killed: 0,
      'killed while writing': 0,
      'taken over': 0,
      waited: 0,
    }
    try {
      await bundleForNode(fileURLToPath(new URL('twoProcessesChild.ts', import.meta.url)), program)
      for (let round = 0; round < rounds; round++) {
        const wrong = await inFolder(folder => oneRound(program, folder, dice, figures))
        for (const what of wrong) broken.push(`round ${round}: ${what}`)
        if (round % 10 === 9) say(`${round + 1} rounds`)
      }
    } finally {
      await rm(workshop, { recursive: true, force: true })
    }
    return { rounds, figures, broken }
  },
}

type Figures = Record<
  'acknowledged' | 'begun only' | 'killed' | 'killed while writing' | 'taken over' | 'waited',
  number
>

/** An edit as a process told it: what it leaves at an id, when it was begun, and whether it was acknowledged. */
interface Act {
  readonly id: string
  readonly note: string
  readonly begun: bigint
  isAcknowledged: boolean
}

/** A time in which a process could write; nanoseconds of the machine's clock. */
interface Turn {
  readonly by: string
  readonly from: bigint
  until: bigint | null
}

/** A process that tells what it does. */
interface Life {
  readonly child: ChildProcess
  readonly ended: Promise<void>
  readonly name: string
  turn: Turn | null
}

async function oneRound(program: string, folder: string, dice: Dice, figures: Figures): Promise<string[]> {
  const acts = new Map<string, Act>()
  const turns: Turn[] = []
  const wrong: string[] = []
  let done = 0
  let lives = 0
  const start = (device: string): Life => {
    const name = `${device}${lives++}`
    const args = [program, folder, device, String(dice.below(2 ** 31)), name]
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    child.stdin!.on('error', () => {}) // it was killed meanwhile
    const life: Life = { child, name, turn: null, ended: new Promise(resolve => child.once('close', () => resolve())) }
    child.stderr!.on('data', (chunk: Buffer) => wrong.push(`${name}: ${chunk}`))
    createInterface({ input: child.stdout! }).on('line', line => heard(life, line))
    return life
  }
  const heard = (life: Life, line: string) => {
    const told = parsed(line)
    if (!told) return // the last line may be cut off
    if (told.reads !== undefined) figures.waited++
    if (told.reads !== undefined && told.reads !== 'layer-in-use')
      wrong.push(`${life.name} could not write: ${told.reads}`)
    if (told.has) {
      if (turns.at(-1) && !turns.at(-1)!.by.startsWith(life.name.slice(0, 4))) figures['taken over']++
      life.turn = { by: life.name, from: BigInt(told.has), until: null }
      turns.push(life.turn)
    }
    if (told.leaves && life.turn) {
      life.turn.until = BigInt(told.leaves)
      life.turn = null
    }
    if (told.begun)
      acts.set(told.note!, { id: told.id!, note: told.note!, begun: BigInt(told.begun), isAcknowledged: false })
    if (told.done) {
      acts.get(told.note!)!.isAcknowledged = true
      done++
    }
  }

  const running = devices.map(start)
  for (let kill = 0; kill < KILLS; kill++) {
    const target = done + 1 + dice.below(25)
    const since = performance.now()
    while (done < target && performance.now() - since < STUCK_MS) await pause(2)
    if (done < target) wrong.push('nobody could write any more')
    await pause(dice.below(20))
    const writing = running.findIndex(({ turn }) => turn !== null)
    const at = writing >= 0 && dice.chance(0.7) ? writing : dice.below(devices.length)
    const life = running[at]!
    const killed = process.hrtime.bigint()
    life.child.kill('SIGKILL')
    await life.ended
    figures.killed++
    if (life.turn) figures['killed while writing']++
    // It did nothing after that, or next to nothing.
    if (life.turn) life.turn.until = killed
    life.turn = null
    running[at] = start(devices[at]!)
  }
  for (const { child } of running) child.stdin!.end()
  await Promise.all(running.map(({ ended }) => ended))
  for (const act of acts.values()) figures[act.isAcknowledged ? 'acknowledged' : 'begun only']++
  return [...wrong, ...overlaps(turns), ...(await missing(folder, [...acts.values()])), ...(await leftBehind(folder))]
}

/** Two that could write at the same time. */
function overlaps(turns: readonly Turn[]): string[] {
  const sorted = [...turns].sort((one, other) => (one.from < other.from ? -1 : 1))
  return sorted.flatMap((turn, i) => {
    const next = sorted[i + 1]
    return next && (turn.until === null || next.from < turn.until) ? [`${turn.by} and ${next.by} wrote at once`] : []
  })
}

/** What was acknowledged and isn't there, for whichever device looks. */
async function missing(folder: string, acts: readonly Act[]): Promise<string[]> {
  const wrong: string[] = []
  const byId = new Map<string, Act[]>()
  for (const act of acts) byId.set(act.id, [...(byId.get(act.id) ?? []), act])
  for (const device of devices) {
    const { article, head, notes } = await openLayer(folder, { ...ada, device })
    const found = notes()
    await article.close()
    if (head.access !== 'write' || head.contradictions !== '[]') wrong.push(`${device} finds ${head.problem?.kind}`)
    for (const [id, made] of byId) {
      const inOrder = made.sort((one, other) => (one.begun < other.begun ? -1 : 1))
      const last = inOrder.findLastIndex(({ isAcknowledged }) => isAcknowledged)
      const allowed = inOrder.slice(Math.max(0, last)).map(({ note }) => note)
      const now = found.get(id)
      if (now === undefined ? last >= 0 : !allowed.includes(now))
        wrong.push(`${device} finds ${now ?? 'nothing'} at ${id} where ${allowed.join(' or ')} was left`)
    }
  }
  return wrong
}

/** Files that say who has a layer, though nobody is there any more. */
async function leftBehind(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, '.stet', 'owners')).catch(() => [])
  // What a kill left of a removal is swept later.
  const owners = names.filter(name => !name.startsWith('.'))
  return owners.map(name => `${name} still says that somebody has the layer`)
}

interface ToldLine {
  readonly reads?: string
  readonly has?: string
  readonly leaves?: string
  readonly id?: string
  readonly note?: string
  readonly begun?: string
  readonly done?: string
}

function parsed(line: string): ToldLine | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
