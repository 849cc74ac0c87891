import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSettings } from '../../electron/settings/settings.ts'
import { readArticle } from '../../electron/work/readArticle.ts'
import { tasks } from '../../electron/work/tasks.ts'
import { intentInParts } from '../../shared/sidecar/changeIntent.ts'
import { blind, knowing } from './damages.ts'
import { type Dice, diceOf } from './dice.ts'
import { ada, inFolder, openLayer, openProject, put } from './plain.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'
import { articles, titleOf, wordAt } from './world.ts'

/** No damaged file of this size may be thought about for longer. */
const SLOW_MS = 2_000
/** One in so many inputs is a settings file, which is read from a real disk. */
const SETTINGS_EACH = 40

/** Files of every kind, damaged at random, by somebody blind and by somebody who knows JSON. */
export const damage: Programme = {
  name: 'damage',
  promise:
    'whatever happened to a file, it is read or said to be damaged: no crash, and nothing that stands in it is dropped in silence',
  lacks: () => null,

  run: conditions => inFolder(folder => inputs(folder, conditions)),
}

async function inputs(folder: string, conditions: Conditions): Promise<Outcome> {
  const { seed, say } = conditions
  const rounds = roundsOf(conditions, 3_000, 100_000)
  const kinds = await wholeFiles(folder)
  const broken: string[] = []
  const figures = { crashes: 0, 'silent drops': 0, 'read after all': 0, 'said to be damaged': 0, 'slowest, ms': 0 }
  for (let n = 0; n < rounds; n++) {
    const dice = diceOf(seed + n)
    const again = `again: --only damage --rounds 1 --seed ${seed + n}`
    if (dice.below(SETTINGS_EACH) === 0) {
      const wrong = await settingsOf(folder, dice)
      if (wrong) {
        figures.crashes++
        broken.push(`settings: ${wrong}; ${again}`)
      }
      continue
    }
    const { name, files, read } = dice.pick(kinds)
    const { damaged, how } = spoil(files, dice)
    const begun = performance.now()
    try {
      const { told, lost } = await read(damaged)
      figures[told ? 'said to be damaged' : 'read after all']++
      if (!told && lost.length > 0) {
        figures['silent drops']++
        broken.push(`${name}, ${how}: ${lost.slice(0, 3).join(', ')} dropped in silence; ${again}`)
      }
    } catch (error) {
      figures.crashes++
      broken.push(`${name}, ${how}: ${(error as Error).stack?.split('\n').slice(0, 4).join(' | ')}; ${again}`)
    }
    const took = performance.now() - begun
    figures['slowest, ms'] = Math.max(figures['slowest, ms'], Math.round(took))
    if (took > SLOW_MS) broken.push(`${name}, ${how}: took ${Math.round(took)} ms; ${again}`)
    if (n % 20_000 === 19_999) say(`${n + 1} inputs`)
  }
  return { rounds, figures, broken }
}

type Files = Readonly<Record<string, Buffer | null>>

/** A kind of thing that is read from files, and what reading it comes to. */
interface Kind {
  readonly name: string
  /** Whole files that belong together; several sets of them, to be mixed. */
  readonly files: readonly Files[]
  /** Whether a problem was told, and what stands in the files and was not read. */
  readonly read: (files: Files) => Promise<{ readonly told: boolean; readonly lost: readonly string[] }>
}

/** Damages one or two of the files that belong together, once or twice, or takes one away. */
function spoil(sets: readonly Files[], dice: Dice): { damaged: Files; how: string } {
  const files = dice.pick(sets)
  const names = Object.keys(files).filter(name => files[name])
  const damaged: Record<string, Buffer | null> = { ...files }
  const how: string[] = []
  for (let count = dice.chance(0.8) ? 1 : 2; count > 0; count--) {
    const name = dice.pick(names)
    const ways = dice.chance(0.5) ? blind : knowing
    const way = dice.pick(Object.keys(ways))
    const others = sets.flatMap(set => (set[name] ? [set[name]] : []))
    if (damaged[name] && dice.chance(0.03)) {
      damaged[name] = null
      how.push(`no ${name}`)
    } else if (damaged[name]) {
      damaged[name] = ways[way]!(damaged[name], dice, others)
      how.push(`${way} in ${name}`)
    }
  }
  return { damaged, how: how.join(', ') }
}

/** Makes files of each kind by working, in two states: with everything in place, and as a crash leaves it. */
async function wholeFiles(folder: string): Promise<Kind[]> {
  const at = (name: string) => join(folder, name)
  const history = (name: string) => at(`.stet/history/${name}.here.ndjson`)
  const states: Record<string, Buffer | null>[] = []
  const save = async () => {
    const read = (path: string) => readFile(path).catch(() => null)
    states.push({
      sidecar: await read(at('a.txt.ada.stet.json')),
      history: await read(history('a.txt.ada')),
      facts: await read(at('a.txt.article.stet.json')),
      factsHistory: await read(history('a.txt.article')),
      project: await read(at('stet.json')),
      projectHistory: await read(history('stet.json')),
    })
  }
  for (const round of [0, 1, 2]) {
    const { article } = await openLayer(folder, ada)
    const project = await openProject(folder, ada)
    for (let n = 0; n < 6; n++) {
      const id = `early-${6 * round + n}`
      await article.record(put(id, wordAt('a.txt', 20 * round + n), n % 2 === 0 ? 'a note' : ''))
      const link = { id: `link-${id}`, type: 'about', from: id, to: { author: true }, attributes: {} } as const
      if (n % 3 === 0) await article.record({ kind: 'putLink', link })
      await project.record({
        kind: 'set',
        of: 'entities',
        id,
        fields: { kind: 'person', name: `Name ${n}`, aliases: ['A', 'B'] },
      })
    }
    const quote = titleOf('a.txt')
    const zone = (['heading', 'title', 'quote'] as const)[round]!
    await article.recordFacts({ kind: 'zone', span: { start: 0, end: quote.length }, quote, zone })
    await project.record({ kind: 'set', of: 'tags', id: 'claim', fields: { label: `Claim ${round}` } })
    await save() // the files as a crash leaves them, before they are written
    await article.close()
    await project.close()
    await save()
  }
  const bytes = Buffer.from(articles['a.txt']!)
  const { article, textSha256 } = await readArticle({ name: 'a.txt', bytes })
  const me = { id: 'ada', key: 'ada-key' }
  const { text, blocks } = article
  const present = { text, textSha256, blocks }
  const hashed = (file: Buffer | null | undefined) =>
    file ? { bytes: new Uint8Array(file), sha256: createHash('sha256').update(file).digest('hex') } : null
  const of = (...names: string[]) =>
    states.map(state => Object.fromEntries(names.map(name => [name, state[name] ?? null])))

  const layer: Kind = {
    name: 'layer',
    files: of('sidecar', 'history'),
    read: async ({ sidecar, history }) => {
      const source = { sidecar: hashed(sidecar), history: history ?? null, text, textSha256, me }
      const { layer, problem, contradictions } = tasks.layer({ ...source, copy: null, oldTexts: {} })
      const read = new Set([...layer.annotations, ...layer.unplaced, ...layer.links].map(({ id }) => id))
      const stands = [...idsIn(sidecar, 'annotations'), ...idsIn(sidecar, 'unplaced'), ...idsIn(sidecar, 'links')]
      return { told: problem !== null || contradictions !== '[]', lost: stands.filter(id => !read.has(id)) }
    },
  }
  const facts: Kind = {
    name: 'facts',
    files: of('facts', 'factsHistory').filter(({ facts }) => facts),
    read: async ({ facts, factsHistory }) => {
      const { corrections, unplaced, problem } = tasks.facts({
        file: hashed(facts),
        history: factsHistory ?? null,
        present,
      })
      const count = corrections.length + (JSON.parse(unplaced) as unknown[]).length
      const stands = entriesIn(facts, 'zones').filter(one => (one as { by?: unknown }).by !== 'reader').length
      return { told: problem !== null, lost: count < stands ? [`${stands - count} zones`] : [] }
    },
  }
  const project: Kind = {
    name: 'project',
    files: of('project', 'projectHistory'),
    read: async ({ project, projectHistory }) => {
      const found = tasks.project({ file: hashed(project), history: projectHistory ?? null })
      const text = found.json ?? ''
      const stands = idsIn(project, 'entities').filter(id => id !== '')
      const lost = stands.filter(id => !text.includes(JSON.stringify(id)))
      return { told: found.problem !== null || found.told !== null || found.contradictions !== '[]', lost }
    },
  }
  const head = { name: 'all', annotator: 'ada', device: 'here', at: '2031-03-01T09:00:00.000Z' }
  const edit = JSON.stringify(put('early-0', wordAt('a.txt', 0)))
  const changes = ['a.txt', 'b.txt'].map(article => ({ article, textSha256, edit, seen: null }))
  const intents = [changes, changes.slice(1), []].map(changes => ({
    intent: Buffer.from(intentInParts({ ...head, project: null, projectSeen: null, changes }).join('')),
  }))
  const intent: Kind = {
    name: 'intent',
    files: intents,
    read: async ({ intent }) => {
      if (!intent) return { told: true, lost: [] }
      try {
        const read = new Set(tasks.intent({ bytes: new Uint8Array(intent) }).changes.map(({ article }) => article))
        const stands = entriesIn(intent, 'changes').map(one => (one as { article?: unknown }).article)
        return {
          told: false,
          lost: stands.filter((path): path is string => typeof path === 'string' && !read.has(path)),
        }
      } catch (error) {
        if (error instanceof Error && error.name === 'Problem') return { told: true, lost: [] }
        throw error
      }
    },
  }
  return [layer, layer, layer, layer, facts, project, project, intent]
}

/** What a list of a file holds, by a reader that is not ours; nothing where it can't be read. */
function entriesIn(file: Buffer | null | undefined, list: string): unknown[] {
  try {
    const found: unknown = JSON.parse(file!.toString())[list]
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

function idsIn(file: Buffer | null | undefined, list: string): string[] {
  return entriesIn(file, list).flatMap(one => {
    const id = (one as { id?: unknown } | null)?.id
    return typeof id === 'string' ? [id] : []
  })
}

/** A damaged settings file never keeps the program from starting, and is kept under another name. Resolves to what went wrong. */
async function settingsOf(folder: string, dice: Dice): Promise<string | null> {
  const whole = Buffer.from(
    JSON.stringify({ theme: 'dark', textSize: 'large', articlesWidth: 300, keys: { undo: ['x'] }, future: 1 }, null, 2),
  )
  const ways = dice.chance(0.5) ? blind : knowing
  const bytes = ways[dice.pick(Object.keys(ways))]!(whole, dice, [whole])
  const path = join(folder, 'settings.json')
  await writeFile(path, bytes)
  try {
    const { damaged } = await openSettings({ root: folder })
    if (!damaged) return null
    const aside = (await readdir(folder)).filter(name => name.startsWith('settings.damaged-'))
    const kept = await Promise.all(aside.map(name => readFile(join(folder, name))))
    for (const name of aside) await rm(join(folder, name))
    return kept.some(one => one.equals(bytes)) ? null : 'a damaged file was not kept'
  } catch (error) {
    return String((error as Error).stack)
  }
}
