import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ada, kindOf, openLayer, put } from './plain.ts'
import { type Conditions, lacksRoot, type Outcome, type Programme, roundsOf } from './programme.ts'
import { articles, WORDS, wordAt } from './world.ts'

/** Bytes of the disk: room for a layer of some hundred annotations, its history, and one more of it. */
const SIZE = 512 * 1024

/** A real disk of half a megabyte that is filled up to here and there, in steps over the limit. */
export const fullDisk: Programme = {
  name: 'full-disk',
  promise:
    'on a disk that is really full nothing is half written, acknowledged work is kept, and the rest is saved once there is room',
  lacks: lacksRoot,

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice } = conditions
    const rounds = roundsOf(conditions, 6, 80)
    const broken: string[] = []
    const figures = { 'refused at first': 0, 'never full': 0 }
    for (let round = 0; round < rounds; round++) {
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'stet-full-')))
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder])
      try {
        // From a page below what one more checkpoint takes to a few above, and anywhere.
        const room = dice.chance(0.7) ? 4096 * (1 + dice.below(24)) : 4096 * dice.below(60)
        const { wrong, wasFull } = await fill(folder, room, 1 + dice.below(60))
        figures[wasFull ? 'refused at first' : 'never full']++
        for (const what of wrong) broken.push(`round ${round}, ${room} bytes left: ${what}`)
      } finally {
        execFileSync('umount', ['-l', folder])
        await rm(folder, { recursive: true, force: true })
      }
    }
    return { rounds, figures, broken }
  },
}

async function fill(folder: string, room: number, burst: number) {
  const wrong: string[] = []
  await writeFile(join(folder, 'a.txt'), articles['a.txt']!)
  let wasFull = false
  let trouble = () => {}
  const troubled = new Promise<void>(resolve => (trouble = resolve))
  const { article } = await openLayer(folder, {
    ...ada,
    trouble: ({ kind }) => {
      wasFull = true
      if (kind !== 'disk-full') wrong.push(`a full disk was called ${kind}`)
      trouble()
    },
  })
  for (let n = 0; n < 20; n++) await article.record(put(`early-${n}`, wordAt('a.txt', n)))
  await article.flush()
  const filler = join(folder, 'filler')
  const { bavail, bsize } = await statfs(folder)
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - room), 'x'))

  const acknowledged = new Set<string>()
  const ids = Array.from({ length: burst * 4 }, (_, n) => `late-${n}`)
  const recorded = (async () => {
    for (const [n, id] of ids.entries()) {
      const done = article.record(put(id, wordAt('a.txt', n % WORDS), 'x'.repeat(200))).then(() => acknowledged.add(id))
      if (n % burst === burst - 1) await done
    }
    await article.flush().catch(error => void kindOf(error))
  })()
  await Promise.race([recorded, troubled])
  await look('while it was full', acknowledged)
  await rm(filler)
  await article.flush()
  await recorded
  await article.close()
  await look('once there was room', new Set(ids))
  return { wrong, wasFull }

  /** Whoever opens it now finds what was acknowledged, and the file is whole. */
  async function look(when: string, wanted: ReadonlySet<string>): Promise<void> {
    const kept = new Set(wanted)
    try {
      JSON.parse(await readFile(join(folder, 'a.txt.ada.stet.json'), 'utf8'))
    } catch (error) {
      wrong.push(`${when} the sidecar was no JSON: ${error}`)
    }
    const found = await openLayer(folder, ada)
    const notes = found.notes()
    await found.article.abandon()
    const lost = [...kept].filter(id => !notes.has(id))
    if (lost.length > 0)
      wrong.push(`${when} ${lost.length} acknowledged annotations were not there, for one ${lost[0]}`)
    if (!notes.has('early-0')) wrong.push(`${when} what had been there was gone`)
  }
}
