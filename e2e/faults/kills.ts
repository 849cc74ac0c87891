import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DeskGround } from '../../electron/bridge/deskGround.ts'
import { isDraft } from '../../electron/disk/draft.ts'
import { bundleForNode } from '../../electron/runtime/bundleForNode.ts'
import { readHistory } from '../../shared/history/history.ts'
import type { Dice } from './dice.ts'
import { inlineBenches } from './inline.ts'
import { losses, type Remembered } from './memory.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'
import { articles, readWorld } from './world.ts'

/** Rounds that a workspace lives through before a new one begins. */
const LIVES = 15

/** The desktop process, without a window, is killed at any instant of a storm of changes. */
export const kills: Programme = {
  name: 'kills',
  promise: 'what was acknowledged survives SIGKILL at any instant; every file is whole; nothing else is there',
  lacks: () => null,

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice, seed, say } = conditions
    const rounds = roundsOf(conditions, 8, 300)
    const workshop = await realpath(await mkdtemp(join(tmpdir(), 'stet-kills-')))
    const program = join(workshop, 'storm.mjs')
    const broken: string[] = []
    const figures = { acknowledged: 0, 'begun only': 0, 'drafts left': 0, 'killed while starting': 0 }
    try {
      await bundleForNode(fileURLToPath(new URL('stormChild.ts', import.meta.url)), program)
      let ground = await DeskGround.make(articles, inlineBenches)
      let before = await worldOf(ground)
      for (let round = 0; round < rounds; round++) {
        if (round % LIVES === 0 && round > 0) {
          await ground.remove()
          ground = await DeskGround.make(articles, inlineBenches)
          before = await worldOf(ground)
        }
        const life = await liveAndDie(program, ground.around, dice, `${round}`)
        figures.acknowledged += life.acts.filter(act => act.isAcknowledged).length
        figures['begun only'] += life.acts.filter(act => !act.isAcknowledged).length
        if (life.acts.length === 0) figures['killed while starting']++
        const wrong = [...life.complaints, ...(await unreadable(ground.folder, figures))]
        const found = await worldOf(ground).catch(error => void wrong.push(`could not be opened again: ${error}`))
        if (found) wrong.push(...losses(before, life.acts, found))
        before = found ?? before
        for (const what of wrong) broken.push(`round ${round}: ${what}`)
        if (wrong.length > 0) {
          say(`kept for a look: ${ground.around}`)
          ground = await DeskGround.make(articles, inlineBenches)
          before = await worldOf(ground)
        }
        if (round % 50 === 49) say(`${round + 1} rounds of seed ${seed}`)
      }
      await ground.remove()
    } finally {
      await rm(workshop, { recursive: true, force: true })
    }
    return { rounds, figures, broken }
  },
}

interface Life {
  readonly acts: readonly Remembered[]
  /** What the program said that it should not have. */
  readonly complaints: readonly string[]
}

/** Starts the program in a storm, and kills it: most often amid the changes, at times while it starts or recovers. */
async function liveAndDie(program: string, around: string, dice: Dice, prefix: string): Promise<Life> {
  const child: ChildProcess = spawn(process.execPath, [program, around, String(dice.below(2 ** 31)), prefix], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const wanted = dice.chance(0.1) ? 0 : 1 + dice.below(80)
  const linger = dice.next() ** 2 * 40
  const acts: { leaves: Remembered['leaves']; isAcknowledged: boolean }[] = []
  const complaints: string[] = []
  let count = 0
  const kill = () => void setTimeout(() => child.kill('SIGKILL'), linger)
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  child.stderr!.on('data', (chunk: Buffer) => complaints.push(String(chunk)))
  if (wanted === 0) setTimeout(kill, 100 + dice.next() * 400)
  createInterface({ input: child.stdout! }).on('line', line => {
    // The last line may be cut off.
    const told = parsed(line)
    if (told?.leaves) acts[told.n!] = { leaves: told.leaves, isAcknowledged: false }
    else if (told?.n !== undefined) {
      acts[told.n]!.isAcknowledged = true
      if (++count === wanted) kill()
    }
  })
  await ended
  return { acts, complaints }
}

function parsed(line: string): { n?: number; leaves?: Remembered['leaves'] } | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The world as another start of the program finds it; on a copy, so that the next life begins where this one ended. */
async function worldOf(ground: DeskGround): Promise<Map<string, string>> {
  const copy = await ground.copy()
  try {
    const sitting = await copy.sit()
    const found = await readWorld(sitting)
    for (const bug of copy.bugs) found.set('bug', String(bug))
    return found
  } finally {
    await copy.remove()
  }
}

/** Files of a workspace that aren't whole. */
async function unreadable(folder: string, figures: { 'drafts left': number }): Promise<string[]> {
  const wrong: string[] = []
  for (const path of await readdir(folder, { recursive: true })) {
    if (isDraft(path.slice(path.lastIndexOf('/') + 1))) figures['drafts left']++
    else if (path.endsWith('.json')) {
      const text = await readFile(join(folder, path), 'utf8')
      if (parsed(text) === null) wrong.push(`${path} is no JSON: ${text.slice(0, 60)}`)
    } else if (path.endsWith('.ndjson')) {
      const { damage } = readHistory(await readFile(join(folder, path)), text =>
        createHash('sha256').update(text).digest('hex'),
      )
      if (damage === 'broken') wrong.push(`${path} is broken before its end`)
    }
  }
  return wrong
}
