import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dice } from './dice.ts'
import { ada, inFolder, kindOf, openLayer, openProject, put } from './plain.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'
import { titleOf, wordAt } from './world.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A folder for every version of the files that there ever was, as it was written then. */
const shipped = fileURLToPath(new URL('../fixtures/versions/', import.meta.url))
const files = ['a.txt.ada.stet.json', 'a.txt.article.stet.json', 'stet.json'] as const

/** Files of every version, of later ones, and with fields that nobody knows. */
export const versions: Programme = {
  name: 'versions',
  promise:
    'every version is read as it was meant, a later one stays byte for byte, and fields that nobody knows stay where they were',
  lacks: () => null,

  async run(conditions: Conditions): Promise<Outcome> {
    const { dice } = conditions
    const rounds = roundsOf(conditions, 25, 1_000)
    const broken: string[] = []
    const figures = { 'versions shipped': 0, 'later versions': 0, 'unknown fields': 0 }
    for (const name of await readdir(shipped)) {
      figures['versions shipped']++
      for (const what of await inFolder(folder => readAsThen(folder, join(shipped, name))))
        broken.push(`version ${name}: ${what}`)
    }
    for (let round = 0; round < rounds; round++) {
      const isLater = round % 5 === 0
      const wrong = isLater
        ? await inFolder(folder => ofTheFuture(folder, dice))
        : await inFolder(folder => withUnknown(folder, dice, count => (figures['unknown fields'] += count)))
      if (isLater) figures['later versions']++
      for (const what of wrong) broken.push(`round ${round}: ${what}`)
    }
    return { rounds, figures, broken }
  },
}

/** What can be read of a folder of files, as plain data. */
async function readAll(folder: string): Promise<Json> {
  const { article, head, notes } = await openLayer(folder, ada)
  const project = await openProject(folder, ada)
  const { blocks, factsProblem } = article.opened()
  const read = {
    ...{ access: head.access, problem: head.problem?.kind ?? null, notes: Object.fromEntries(notes()) },
    ...{ status: head.status, links: JSON.parse(head.links), unplaced: JSON.parse(head.unplaced) },
    ...{ blocks: JSON.parse(blocks), factsProblem: factsProblem?.kind ?? null },
    ...{ project: JSON.parse(project.text), projectProblem: project.problem?.kind ?? null },
  }
  await article.close()
  await project.close()
  return JSON.parse(JSON.stringify(read))
}

/** A folder as it was written by an earlier program is read as that one read it, and only looking writes nothing. */
async function readAsThen(folder: string, from: string): Promise<string[]> {
  for (const name of ['a.txt', ...files]) await writeFile(join(folder, name), await readFile(join(from, name)))
  const read = await readAll(folder)
  const wrong: string[] = []
  const then: Json = JSON.parse(await readFile(join(from, 'read.json'), 'utf8'))
  if (!isSame(read, then)) wrong.push(`is read as ${JSON.stringify(read).slice(0, 400)}`)
  for (const name of files) {
    if (!(await readFile(join(folder, name))).equals(await readFile(join(from, name))))
      wrong.push(`${name} was written to`)
  }
  return wrong
}

/** Work of every kind, saved. */
async function work(folder: string, of: string): Promise<void> {
  const { article } = await openLayer(folder, ada)
  await article.record(put(`first-${of}`, wordAt('a.txt', 1), 'a note'))
  await article.record(put(`second-${of}`, wordAt('a.txt', 2)))
  const { spans } = put('cue', wordAt('a.txt', 3)).annotation
  const link = {
    id: `link-${of}`,
    type: 'about',
    from: `first-${of}`,
    to: { author: true },
    attributes: {},
    cue: spans[0]!,
  } as const
  await article.record({ kind: 'putLink', link })
  const quote = titleOf('a.txt')
  await article.recordFacts({ kind: 'zone', span: { start: 0, end: quote.length }, quote, zone: 'heading' })
  await article.close()
  const project = await openProject(folder, ada)
  const entity = {
    kind: 'set',
    of: 'entities',
    id: `entity-${of}`,
    fields: { kind: 'person', name: 'Ada', aliases: ['A'] },
  } as const
  await project.record(entity)
  await project.record({ kind: 'set', of: 'tags', id: 'claim', fields: { label: `Claim ${of}` } })
  await project.close()
}

/** One of the files is of a later version: nothing can be changed in it, and its bytes stay. */
async function ofTheFuture(folder: string, dice: Dice): Promise<string[]> {
  await work(folder, 'now')
  if (dice.chance(0.5)) await rm(join(folder, '.stet'), { recursive: true })
  const name = dice.pick(files)
  const path = join(folder, name)
  const file = JSON.parse(await readFile(path, 'utf8')) as Record<string, Json>
  const later = {
    ...file,
    formatVersion: dice.pick([2, 3, 7, 1.5, 1_000_000]),
    ...(dice.chance(0.5) ? { annotations: {}, zones: 1 } : {}),
  }
  const bytes = Buffer.from(JSON.stringify(later, null, dice.pick([0, 2])))
  await writeFile(path, bytes)
  const { article, head } = await openLayer(folder, ada)
  const project = await openProject(folder, ada)
  const quote = titleOf('a.txt')
  const zone = { kind: 'zone', span: { start: 0, end: quote.length }, quote, zone: 'quote' } as const
  const entity = { kind: 'set', of: 'entities', id: 'x', fields: { kind: 'person', name: 'X' } } as const
  const tried: Record<string, () => Promise<unknown>> = {
    'a.txt.ada.stet.json': () => article.record(put('late', wordAt('a.txt', 9))),
    'a.txt.article.stet.json': () => article.recordFacts(zone),
    'stet.json': () => project.record(entity),
  }
  const wrong: string[] = []
  // Whatever a person does elsewhere goes on; here it is refused.
  for (const [place, act] of Object.entries(tried)) {
    const refused = await Promise.resolve()
      .then(act)
      .then(() => null, kindOf)
    const said = name === 'stet.json' ? 'project-newer' : 'sidecar-newer'
    if (place === name && refused !== said)
      wrong.push(`${name} of a later version: an edit was answered with ${refused}`)
    if (place !== name && refused) wrong.push(`${name} is of a later version, and ${place} refused an edit: ${refused}`)
  }
  if (name === 'a.txt.ada.stet.json' && head.problem?.kind !== 'sidecar-newer') wrong.push(`${name}: nothing was said`)
  await article.flush().catch(() => {})
  await article.close()
  await project.close()
  if (!(await readFile(path)).equals(bytes)) wrong.push(`${name} of a later version was written to`)
  return wrong
}

/** Fields that nobody knows, at random places of all files, are there after an edit of the file and of what they stand in. */
async function withUnknown(folder: string, dice: Dice, counted: (count: number) => void): Promise<string[]> {
  await work(folder, 'now')
  // With or without a history that knows the files.
  if (dice.chance(0.7)) await rm(join(folder, '.stet'), { recursive: true })
  const put = new Map<string, string[]>()
  for (const name of files) {
    const path = join(folder, name)
    const file = JSON.parse(await readFile(path, 'utf8')) as Json
    const marks: string[] = []
    strew(file, dice, marks)
    counted(marks.length)
    put.set(path, marks)
    await writeFile(path, JSON.stringify(file))
  }
  // Not the same things again: who replaces a thing whole says what stays of it.
  await work(folder, 'later')
  const wrong: string[] = []
  for (const [path, marks] of put) {
    const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
    const lost = marks.filter(mark => !text.includes(mark))
    if (lost.length > 0) wrong.push(`${path.slice(folder.length + 1)}: ${lost.join(', ')} lost`)
  }
  return wrong
}

const values: readonly Json[] = [
  null,
  true,
  0,
  -1.5,
  'text',
  '',
  [],
  {},
  [1, [2]],
  { deep: { deeper: [null, { x: 'y' }] } },
]

/** Puts fields into some of the objects of a file; `marks` are told as they stand in JSON text without white space. */
function strew(at: Json, dice: Dice, marks: string[], name = ''): void {
  if (at === null || typeof at !== 'object') return
  // Attributes are the codebook's names: what stands there is known.
  if (name === 'attributes' && !Array.isArray(at)) return
  for (const [key, below] of Object.entries(at)) strew(below, dice, marks, key)
  if (Array.isArray(at) || dice.chance(0.6)) return
  const key = `future${marks.length}x${dice.below(1000)}`
  const value = dice.pick(values)
  at[key] = value
  marks.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`)
}

function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key]!)]),
  )
}
