import { rm } from 'node:fs/promises'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { readPast, stormText, stormUntil, windowDies } from '../windowStorm.ts'
import type { Dice } from './dice.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'

/** Rounds that a folder lives through before a new one begins. */
const LIVES = 5

/** The real Electron: the process of its window, or all of it, is killed at any instant of a storm of edits. */
export const windows: Programme = {
  name: 'windows',
  promise: 'what a window was told is saved survives SIGKILL of its process and of the whole program, at any instant',
  isLong: true,
  lacks: () => (process.env['STET_ELECTRON'] ? null : 'it takes an Electron: run it by `npm run test:faults`'),

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice, say } = conditions
    const rounds = roundsOf(conditions, 2, 30)
    const broken: string[] = []
    const figures = { acknowledged: 0, 'windows killed': 0, 'programs killed': 0 }
    let life: Life | undefined
    for (let round = 0; round < rounds; round++) {
      if (round % LIVES === 0) {
        if (life) await forget(life)
        life = { folder: await makeFolder({ 'storm.txt': stormText }), profile: undefined, acknowledged: new Set() }
      }
      const kills = dice.chance(0.5) ? 'window' : 'program'
      figures[`${kills}s killed`]++
      const before = life!.acknowledged.size
      for (const what of await liveAndDie(life!, kills, `${round}`, dice))
        broken.push(`round ${round}, ${kills}: ${what}`)
      figures.acknowledged += life!.acknowledged.size - before
      if (round % 10 === 9) say(`${round + 1} rounds`)
    }
    if (life) await forget(life)
    return { rounds, figures, broken }
  },
}

interface Life {
  readonly folder: Folder
  profile: string | undefined
  /** Ids of all edits that a window was ever told are saved. */
  readonly acknowledged: Set<string>
}

async function forget({ folder, profile }: Life): Promise<void> {
  await folder.forget()
  if (profile) await rm(profile, { recursive: true, force: true })
}

/** Storms, kills, and looks: what was acknowledged has to be in the window that is there again, and in the file. */
async function liveAndDie(life: Life, kills: 'window' | 'program', round: string, dice: Dice): Promise<string[]> {
  const { folder, acknowledged } = life
  const ada = await arrive(life)
  life.profile = ada.profile
  await stormUntil(ada, round, 1 + dice.below(120), acknowledged)
  await new Promise(resolve => setTimeout(resolve, dice.next() ** 2 * 40))
  let again = ada
  if (kills === 'window') await windowDies(ada)
  else {
    await ada.dies()
    again = await arrive(life)
    await again.opens(/A storm/)
  }
  const wrong: string[] = []
  const known = [...acknowledged]
  const line = await saved(again)
  const counted = Number(/([\d,]+) annotations/.exec(line)?.[1]?.replace(',', '') ?? 0)
  if (counted < known.length) wrong.push(`${known.length} edits were acknowledged, and the window says: ${line}`)
  await again.desktop.close()
  const kept = await folder.sidecar('storm.txt', 'ada-lind').catch(error => void wrong.push(`the sidecar: ${error}`))
  const ids = new Set(kept?.annotations.map(({ id }) => id))
  const lost = known.filter(id => !ids.has(id))
  if (lost.length > 0) wrong.push(`${lost.length} acknowledged edits are not in the file, for one ${lost[0]}`)
  return wrong
}

/** The first annotator of a folder is asked for a name; whoever comes back isn't. */
function arrive({ folder, profile }: Life): Promise<Analyst> {
  return Analyst.arrive({ open: folder.path, ...(profile ? { profile } : { name: 'Ada Lind' }) })
}

/** The status line, once it says that all is saved, and all annotations have come. */
async function saved(ada: Analyst): Promise<string> {
  for (;;) {
    const line = await readPast(ada, '.status-line')
    if (line.startsWith('Saved') && !line.includes('still to come')) return line
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
