import { createHash } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, disk, type OpenFile } from '../../electron/disk/disk.ts'
import { ada, inFolder, kindOf, openLayer, put } from './plain.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'
import { WORDS, wordAt } from './world.ts'

/** How a sync service puts a file there. */
const ways = [
  'replaced',
  'written into',
  'with its size and date',
  'empty, then whole',
  'deleted, then back',
  'the same again',
] as const
/** When it does, counted in what our own program does meanwhile. */
const whens = ['before the edit', 'after the edit', 'while it is saved', 'right before the rename'] as const

/** What a sync service does to a sidecar while we have it open, at every moment of a save. */
export const syncFolder: Programme = {
  name: 'sync-folder',
  promise:
    'what another program puts under our name is never overwritten unseen, what was made here is kept, and the same bytes alarm nobody',
  lacks: () => null,

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice } = conditions
    const cases = ways.flatMap(way => whens.map(when => ({ way, when })))
    const rounds = roundsOf(conditions, cases.length, cases.length * 10)
    const broken: string[] = []
    const figures = { 'joined at once': 0, 'told first': 0, 'for a person to decide': 0 }
    for (let round = 0; round < rounds; round++) {
      const { way, when } = cases[round % cases.length]!
      const clash = way !== 'the same again' && dice.chance(0.25)
      const { wrong, came } = await inFolder(folder => meet(folder, way, when, clash, dice.below(WORDS - 10)))
      figures[came]++
      for (const what of wrong)
        broken.push(`round ${round}, ${way}, ${when}${clash ? ', both changed one' : ''}: ${what}`)
    }
    return { rounds, figures, broken }
  },
}

type Came = 'joined at once' | 'told first' | 'for a person to decide'

/** Ada works on her layer while a service brings a version of it from another machine: one annotation of theirs is new, one is changed. */
async function meet(
  folder: string,
  way: (typeof ways)[number],
  when: (typeof whens)[number],
  clash: boolean,
  at: number,
) {
  const wrong: string[] = []
  const sidecar = join(folder, 'a.txt.ada.stet.json')
  const word = (n: number) => wordAt('a.txt', at + n)
  const first = await openLayer(folder, ada)
  await first.article.record(put('old', word(0)))
  await first.article.record(put('same', word(1)))
  await first.article.close()
  const ours = await readFile(sidecar, 'utf8')
  const theirs = way === 'the same again' ? ours : theirsOf(ours, way === 'with its size and date')
  const isTheirs = way !== 'the same again'

  let bring = async () => {}
  const { article } = await openLayer(folder, { ...ada, disk: hooked(when, () => bring()) })
  const arrive = async () => {
    bring = async () => {}
    await service(sidecar, theirs, way)
  }
  if (when === 'before the edit') await arrive()
  // In the history first, at any rate.
  if (when === 'while it is saved' || when === 'right before the rename') bring = arrive
  await article.record(put(clash ? 'old' : 'mine', clash ? word(0) : word(2), 'by me'))
  if (when === 'after the edit') await arrive()
  const refused = await article.flush().then(() => null, kindOf)
  if (!isTheirs && refused) wrong.push(`the same bytes were taken for a change: ${refused}`)
  if (isTheirs && refused === null) wrong.push('a change of somebody else was not seen')
  if (isTheirs && (await readFile(sidecar, 'utf8')) !== theirs) wrong.push('their file was overwritten')
  await article.close()

  const again = await openLayer(folder, ada)
  const notes = again.notes()
  const isOpen = again.head.access === 'read'
  await again.article.close()
  if (isTheirs && !notes.has('new')) wrong.push('what they added is gone')
  if (!notes.has('same')) wrong.push('what nobody touched is gone')
  if (clash) {
    // Their note on one side, ours on the other: a person decides, or it was ours that was told.
    if (!isOpen) wrong.push(`both changed one annotation, and nobody was asked: ${notes.get('old')}`)
    if ((await readFile(sidecar, 'utf8')) !== theirs) wrong.push('their file was overwritten before anybody decided')
    const history = await readFile(join(folder, '.stet', 'history', 'a.txt.ada.here.ndjson'), 'utf8')
    if (!history.includes('by me')) wrong.push('what was made here stands nowhere any more')
  } else {
    if (isOpen) wrong.push(`what could be joined was not: ${again.head.problem?.kind}`)
    if (notes.get('mine') !== 'by me') wrong.push('what was made here is gone')
    if (isTheirs && notes.get('old') !== 'theirs') wrong.push('what they changed is gone')
  }
  const came: Came = isOpen ? 'for a person to decide' : refused ? 'told first' : 'joined at once'
  return { wrong, came }
}

/** The file as it comes from the other machine; of the same size where that is wanted. */
function theirsOf(ours: string, isSameSize: boolean): string {
  const file = JSON.parse(ours) as { annotations: { id: string; note?: string }[]; revision: number }
  const [old, same] = [
    file.annotations.find(({ id }) => id === 'old')!,
    file.annotations.find(({ id }) => id === 'same')!,
  ]
  const annotations = [{ ...old, note: 'theirs' }, same, { ...same, id: 'new' }]
  const text = JSON.stringify({ ...file, revision: file.revision + 5, annotations })
  // Ours is set on many lines, so theirs has room to spare.
  return isSameSize && text.length <= ours.length ? text.padEnd(ours.length, ' ') : text
}

/** Does what a sync service does, to the end. */
async function service(path: string, text: string, way: (typeof ways)[number]): Promise<void> {
  const { atime, mtime } = await stat(path)
  if (way === 'written into') return writeFile(path, text)
  if (way === 'empty, then whole') {
    await writeFile(path, '')
    return writeFile(path, text)
  }
  if (way === 'deleted, then back') {
    await rm(path)
    return writeFile(path, text)
  }
  const beside = `${path}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.tmp`
  await writeFile(beside, text)
  if (way === 'with its size and date') await utimes(beside, atime, mtime)
  await rename(beside, path)
}

/** A disk that lets somebody in while a draft is written, or after the last line of the history before a rename. */
function hooked(when: (typeof whens)[number], act: () => Promise<void>): Disk {
  if (when !== 'while it is saved' && when !== 'right before the rename') return disk
  const isDraft = when === 'while it is saved'
  let syncs = 0
  return new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      name === 'open'
        ? async (path: string, flags: string | number, mode?: number): Promise<OpenFile> => {
            const file = await target.open(path, flags, mode)
            if (isDraft && path.endsWith('.draft')) await act()
            // Opening, the edit, the line about the checkpoint.
            if (!isDraft && path.endsWith('.ndjson')) {
              const sync = file.datasync.bind(file)
              file.datasync = async () => {
                await sync()
                if (++syncs === 3) await act()
              }
            }
            return file
          }
        : target[name],
  })
}
