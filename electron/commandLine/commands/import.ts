import { basename } from 'node:path'
import type { Untaken } from '../../../shared/dataset/format.ts'
import type { MappedWhy } from '../../../shared/dataset/map/tagMap.ts'
import { MAX_PIPED_BYTES, MAX_PROJECT_BYTES } from '../../../shared/limits.ts'
import { words as en } from '../../../shared/words/words.ts'
import { type ImportDone, importDataset, type LookedAt, look } from '../../dataset/importDataset.ts'
import { disk } from '../../disk/disk.ts'
import { explainReading } from '../../disk/explain.ts'
import { raiseFence } from '../../disk/fence.ts'
import { withPassingFolder } from '../../disk/passingFolder.ts'
import { readBounded } from '../../disk/readBounded.ts'
import { readProject } from '../../workspace/readProject.ts'
import { type CommandGround, commandOf, STANDARD } from '../command.ts'
import { asJson } from '../json.ts'
import { isFolder, pathOf } from '../names.ts'
import { nowAndThen } from '../nowAndThen.ts'
import { readableFormat } from '../readableFormat.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { fileOfInput } from '../throughPipe.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet import FILE… --to WORKSPACE`: what others annotated becomes layers of named annotators. */
export const importCommand = commandOf(
  'import',
  {
    ...{ to: { type: 'string' }, format: { type: 'string' }, layer: { type: 'string' }, text: { type: 'string' } },
    ...{
      annotations: { type: 'string' },
      map: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  },
  async ({ names, values }, ground) => {
    if (names.length === 0) throw new WrongUsage(en.commandLine.noFile('import'))
    if (values.to === undefined) throw new WrongUsage(en.commandLine.noTarget)
    const piped = names.filter(name => name === STANDARD).length
    if (values.as !== undefined && piped === 0) throw new WrongUsage(en.commandLine.asOfInput)
    if (piped > 1) throw new WrongUsage(en.commandLine.tooMany(names.join(' ')))
    if ((values.text === undefined) !== (values.annotations === undefined))
      throw new WrongUsage(en.commandLine.needs(values.text === undefined ? '--text' : '--annotations'))
    const patterns =
      values.text !== undefined && values.annotations !== undefined
        ? { text: values.text, annotations: values.annotations }
        : null
    const map = values.map === undefined ? null : await readBounded(disk, pathOf(values.map, ground), MAX_PROJECT_BYTES)
    const fence = await raiseFence(disk, pathOf(values.to, ground))
    const reports: ({ readonly file: string; readonly format: string } & Report)[] = []
    const importOne = async (path: string) => {
      const format = await readableFormat(values.format, path)
      const project = await readProject(disk, fence, ground.workbench)
      const plan = {
        ...{ path, isFolder: await isFolder(path), format: format.id, root: fence.root },
        ...{ layer: values.layer ?? 'imported', patterns, map: map ? map.slice() : null },
      }
      const now = nowAndThen(ground.progress)
      const told = (done: number, of: number) => of > 0 && now(() => en.commandLine.exporting(done, of))
      const importing = { disk, fence, project, bench: ground.datasetBench, now: () => new Date(), told }
      const looked = await look(plan, importing)
      const done = values['dry-run'] ? null : await importDataset(looked, importing)
      reports.push({ file: basename(path), format: format.id, ...reportOf(looked, done) })
      sayUntaken(looked, done, ground)
      if (!values.json) ground.print(`${sentence(basename(path), looked, done)}\n`)
    }
    for (const name of names) {
      if (name !== STANDARD) await importOne(await disk.realpath(pathOf(name, ground)).catch(explainReading))
      else
        await withPassingFolder(disk, async passing =>
          importOne(await fileOfInput(passing, values.as ?? 'standard-input', MAX_PIPED_BYTES, ground)),
        )
    }
    if (values.json) ground.print(asJson({ format: 'stet-import', formatVersion: 1, imported: reports }))
    return reports.every(isWhole) ? 0 : 1
  },
)

type Report = ReturnType<typeof reportOf>

function reportOf(looked: LookedAt, done: ImportDone | null) {
  const { articles, annotations, links, annotators, untaken, away, lacking, problem } = looked
  const added = {
    tags: lacking.tags.map(({ id }) => id),
    attributes: lacking.attributes.map(({ tag, id }) => `${tag}/${id}`),
    links: lacking.links.map(({ id }) => id),
    entities: lacking.entities.length,
  }
  const read = { articles, annotations, links, annotators: Object.fromEntries(annotators), untaken, away, problem }
  return { read, added, done: done && toldOf(done) }
}

/** What is told of what was done: not every file by its hash. */
function toldOf({ made, isCancelled, ...told }: ImportDone): Omit<ImportDone, 'made' | 'isCancelled'> {
  return told
}

/** Whether nothing was left out. */
function isWhole({ read, done }: Report): boolean {
  const whole = (done?.notImported.length ?? 0) === 0 && !done?.problem
  return whole && read.problem === null && read.untaken.every(isTaken)
}

const isTaken = ({ taken }: Untaken) => taken === true

function sayUntaken(looked: LookedAt, done: ImportDone | null, { say }: Pick<CommandGround, 'say'>): void {
  for (const { file, line, what, why, detail, taken } of looked.untaken) {
    const place = line === null ? file : `${file}:${line}`
    say(en.commandLine.untaken(place, en.datasets.untaken[why], what, detail, taken === true))
  }
  const kinds = new Map<MappedWhy, number>()
  for (const { why } of looked.away) kinds.set(why, (kinds.get(why) ?? 0) + 1)
  for (const [why, count] of kinds) say(en.commandLine.mapped(count, en.datasets.mapped[why]))
  for (const { path, annotator, why, problem } of done?.notImported ?? []) {
    const name = annotator === null ? path : `${path} (${annotator})`
    say(en.commandLine.unread(name, problem ? sentenceOf(problem) : en.datasets.notImported[why]))
  }
  if (looked.problem) say(sentenceOf(looked.problem))
  if (done?.problem) say(sentenceOf(done.problem))
}

function sentence(name: string, { articles, annotations, links }: LookedAt, done: ImportDone | null): string {
  if (!done) return en.commandLine.wouldImport(name, { articles, annotations, links })
  return en.commandLine.imported(name, done)
}
