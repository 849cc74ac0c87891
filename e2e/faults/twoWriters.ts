import { setTimeout as pause } from 'node:timers/promises'
import { LayersInUse } from '../../electron/saving/layersInUse.ts'
import type { Dice } from './dice.ts'
import { ada, inFolder, kindOf, openLayer, openProject, put } from './plain.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'
import { wordAt } from './world.ts'

/** Edits of each of the two. */
const EDITS = 12

/** Two programs at one folder. */
export const twoWriters: Programme = {
  name: 'two-writers',
  promise:
    'of two programs at one folder neither loses anything: two annotators, one annotator twice, and both at stet.json',
  lacks: () => null,

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice } = conditions
    const rounds = roundsOf(conditions, 3, 40)
    const broken: string[] = []
    const figures = { 'edits of two annotators': 0, 'edits of one annotator twice': 0, 'edits of stet.json': 0 }
    for (let round = 0; round < rounds; round++) {
      const wrong = [
        ...(await inFolder(folder => twoAnnotators(folder, dice))),
        ...(await inFolder(folder => oneTwice(folder, dice))),
        ...(await inFolder(folder => twoAtProject(folder, dice))),
      ]
      for (const name of Object.keys(figures) as (keyof typeof figures)[]) figures[name] += 2 * EDITS
      for (const what of wrong) broken.push(`round ${round}: ${what}`)
    }
    return { rounds, figures, broken }
  },
}

/** Each has a sidecar, so nothing of one ever meets the other. */
async function twoAnnotators(folder: string, dice: Dice): Promise<string[]> {
  const people = [ada, { id: 'bob', device: 'there' }]
  await Promise.all(
    people.map(async who => {
      const { article } = await openLayer(folder, who)
      for (let n = 0; n < EDITS; n++) {
        await article.record(put(`${who.id}-${n}`, wordAt('a.txt', n)))
        if (dice.chance(0.2)) await article.flush()
      }
      await article.close()
    }),
  )
  const wrong: string[] = []
  for (const who of people) {
    const { article, notes } = await openLayer(folder, who)
    const found = notes()
    await article.close()
    if (found.size !== EDITS) wrong.push(`${who.id} has ${found.size} of ${EDITS}`)
  }
  return wrong
}

/**
 * The same annotator on two machines that share a folder, and neither has heard yet that the other has the layer open:
 * whoever writes second is told, opens again, and has both.
 */
async function oneTwice(folder: string, dice: Dice): Promise<string[]> {
  const wrong: string[] = []
  const devices = [ada, { ...ada, device: 'there' }].map(who => ({ ...who, inUse: new LayersInUse(null) }))
  await Promise.all(
    devices.map(async who => {
      for (let n = 0; n < EDITS; ) {
        const { article, head } = await openLayer(folder, who)
        if (head.access === 'read') {
          wrong.push(`${who.device} could not write: ${head.problem?.kind}`)
          return article.close()
        }
        for (let some = 1 + dice.below(3); some > 0 && n < EDITS; some--, n++)
          await article.record(put(`${who.device}-${n}`, wordAt('a.txt', n)))
        if (dice.chance(0.5)) await article.flush().catch(error => void seenOutside(error, wrong))
        await article.close()
        await pause(dice.below(5))
      }
    }),
  )
  // Each comes back once more, with what its history has and the file hasn't.
  for (const who of [...devices, ...devices]) await (await openLayer(folder, who)).article.close()
  const { article, notes } = await openLayer(folder, ada)
  const found = notes()
  await article.close()
  for (const { device } of devices) {
    const lost = Array.from({ length: EDITS }, (_, n) => `${device}-${n}`).filter(id => !found.has(id))
    if (lost.length > 0) wrong.push(`one annotator twice: ${lost.join(' ')} lost`)
  }
  return wrong
}

function seenOutside(error: unknown, wrong: string[]): void {
  const kind = kindOf(error)
  if (kind !== 'sidecar-changed-meanwhile') wrong.push(`somebody else's change was called ${kind}`)
}

/** Both are at the project, each with entities of their own and one that both rename. */
async function twoAtProject(folder: string, dice: Dice): Promise<string[]> {
  const devices = [ada, { id: 'bob', device: 'there' }]
  await Promise.all(
    devices.map(async who => {
      const project = await openProject(folder, who)
      for (let n = 0; n < EDITS; n++) {
        const id = dice.chance(0.2) ? 'both' : `${who.device}-${n}`
        const own = {
          kind: 'set',
          of: 'entities',
          id: `${who.device}-${n}`,
          fields: { kind: 'person', name: `N${n}` },
        } as const
        await project.record(own)
        if (id === 'both') await project.record({ ...own, id, fields: { kind: 'person', name: `${who.device} ${n}` } })
        if (dice.chance(0.4)) await project.flush().catch(() => {})
        // What the watcher of the folder would do.
        if (dice.chance(0.4)) await project.lookAgain()
      }
      await project.lookAgain()
      await project.flush().catch(() => {})
      await project.close()
    }),
  )
  for (const who of [...devices, ...devices]) {
    const project = await openProject(folder, who)
    await project.flush().catch(() => {})
    await project.close()
  }
  const project = await openProject(folder, ada)
  const ids = new Set((JSON.parse(project.text).entities as { id: string }[]).map(({ id }) => id))
  await project.close()
  const wanted = devices.flatMap(({ device }) => Array.from({ length: EDITS }, (_, n) => `${device}-${n}`))
  const lost = wanted.filter(id => !ids.has(id))
  return lost.length > 0 ? [`stet.json: ${lost.join(' ')} lost`] : []
}
