import { basename } from 'node:path'
import type { DatasetHead } from '../../shared/dataset/dataset.ts'
import type { Format } from '../../shared/dataset/format.ts'
import { aliasesFor } from '../../shared/dataset/select.ts'
import type { Project } from '../../shared/project/project.ts'
import { words as en } from '../../shared/words/words.ts'
import { type ExportAsked, type ExportGround, wantedUnsealed } from '../dataset/exportDataset.ts'
import { fittingArticles } from '../dataset/fittingArticles.ts'
import { headOf } from '../dataset/headOf.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import { type Split, type SplitAsked, splitDataset } from '../dataset/splitDataset.ts'
import { disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { raiseFence } from '../disk/fence.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import type { CommandGround, Given, OptionKinds } from './command.ts'
import { choicesIn, filterIn, listIn, shardIn, splitIn, zonesIn } from './exportWords.ts'
import { pathOf } from './names.ts'
import { nowAndThen } from './nowAndThen.ts'
import { sentenceOf } from './sentenceOf.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The options of `export` that say what is in a dataset, and how it is written. */
export const planOptions = {
  ...{
    articles: { type: 'string' },
    layers: { type: 'string' },
    tags: { type: 'string' },
    zones: { type: 'string' },
    unit: { type: 'string' },
  },
  ...{ 'no-text': { type: 'boolean' }, anonymous: { type: 'boolean' }, with: { type: 'string', multiple: true } },
  ...{ 'on-overlap': { type: 'string' }, 'on-crossing': { type: 'string' }, 'on-discontinuous': { type: 'string' } },
  ...{
    'on-cut-words': { type: 'string' },
    'on-space-at-ends': { type: 'string' },
    'on-attributes': { type: 'string' },
  },
  ...{ 'on-several-answers': { type: 'string' }, 'on-typed-values': { type: 'string' } },
  ...{
    sealed: { type: 'boolean' },
    shard: { type: 'string' },
    split: { type: 'string' },
    seed: { type: 'string' },
    earlier: { type: 'string' },
  },
} as const satisfies OptionKinds

/** A dataset of a workspace, as it was asked for: everything but where it goes. */
export interface ExportPlan {
  readonly asked: Omit<ExportAsked, 'out'>
  readonly wanted: readonly FoundArticle[]
  readonly head: DatasetHead
  readonly project: Project
  readonly split: Split | null
  readonly workspace: string
  readonly ground: Omit<ExportGround, 'outFence'>
}

/** Reads the words, lists the workspace, and divides its articles where that was asked for. Throws `WrongUsage`, and the Problem that prevents it. */
export async function planExport(
  root: string,
  format: Format,
  values: Given<typeof planOptions>['values'],
  command: CommandGround,
): Promise<ExportPlan> {
  const { workbench, datasetBench: bench, say } = command
  const on = {
    overlap: values['on-overlap'],
    crossing: values['on-crossing'],
    discontinuous: values['on-discontinuous'],
    'cut-words': values['on-cut-words'],
    'space-at-ends': values['on-space-at-ends'],
    attributes: values['on-attributes'],
    'several-answers': values['on-several-answers'],
    'typed-values': values['on-typed-values'],
  }
  const choices = choicesIn(format, {
    ...{ unit: values.unit, withText: values['no-text'] !== true, on, with: values.with ?? [] },
  })
  const drawn = splitIn(values.split, values.seed)
  if (values.earlier !== undefined && !drawn) throw new WrongUsage(en.commandLine.needs('--split'))
  const [layers, shard, zones] = [listIn(values.layers), shardIn(values.shard), zonesIn(values.zones)]
  const filter = filterIn(values.articles)
  const splitAsked = drawn && values.earlier !== undefined ? await withEarlier(drawn, values.earlier, command) : drawn
  const fence = await raiseFence(disk, root)
  const { articles, project, sealing } = await openWorkspace(disk, fence, workbench)
  const present = [...new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))].sort()
  const strange = layers?.filter(id => !present.includes(id)) ?? []
  if (strange.length > 0) throw new WrongUsage(en.commandLine.noSuchLayers(strange.join(', ')))
  const aliases = values.anonymous ? aliasesFor(present) : null
  const selection = { tags: listIn(values.tags), zones, aliases }
  const now = nowAndThen(command.progress)
  const told = (done: number, of: number) => now(() => en.commandLine.exporting(done, of))
  const ground = { disk, fence, bench, told }
  // A split is of all articles, whichever shard is asked for.
  const who = { person: null, withSealed: values.sealed === true }
  const { wanted: some } = wantedUnsealed(articles, sealing, who, { layers, shard: splitAsked ? null : shard })
  const chosen = filter === undefined ? null : await chosenBy(filter, some, ground, say)
  if (chosen?.articles.size === 0 && !shard) throw new WrongUsage(en.commandLine.noArticleFits(chosen.filter))
  const { wanted: all } = wantedUnsealed(articles, sealing, who, { layers, shard: null, ...chosen })
  const split = splitAsked && (await splitDataset(all, { selection }, splitAsked, ground))
  const families = split ? { families: split.report.families } : {}
  const { wanted, sealed } = wantedUnsealed(articles, sealing, who, { layers, shard, ...chosen })
  if (sealed) say(sealed.areIn ? en.sealing.exported(sealed.layers) : en.sealing.notExported(sealed.layers))
  const asked = {
    ...{ format: format.id, makes: format.makes, layers, selection, sealed, ...chosen },
    ...{ choices: { ...choices, ...(shard ? { shard } : {}), ...families }, shard },
    split: split && ((path: string) => split.partOf.get(path) ?? null),
  }
  const parts = split?.asked.parts.map(({ name }) => name) ?? []
  const workspace = basename(fence.root)
  return {
    asked,
    wanted,
    head: headOf(workspace, project, wanted, selection, parts),
    project,
    split,
    workspace,
    ground,
  }
}

/** The articles that fit. What can't be read of the others is told. */
async function chosenBy(
  filter: string,
  articles: readonly FoundArticle[],
  ground: ExportPlan['ground'],
  say: CommandGround['say'],
): Promise<{ readonly articles: ReadonlySet<string>; readonly filter: string }> {
  const { paths, unread } = await fittingArticles(articles, filter, ground)
  for (const { path, annotator, problem } of unread)
    if (problem) say(en.commandLine.unread(annotator === null ? path : `${path} (${annotator})`, sentenceOf(problem)))
  return { articles: paths, filter }
}

/** The same split with what an earlier one says. Throws `WrongUsage` for a file without one, and for parts that this one hasn't. */
async function withEarlier(asked: SplitAsked, file: string, ground: CommandGround): Promise<SplitAsked> {
  const path = await disk.realpath(pathOf(file, ground)).catch(explainReading)
  const pairs = await ground.datasetBench.run('earlier', { path })
  if (pairs === null) throw new WrongUsage(en.commandLine.noEarlier(file))
  const names = new Set(asked.parts.map(({ name }) => name))
  const strange = [...new Set(pairs.map(([, part]) => part))].filter(part => !names.has(part))
  if (strange.length > 0)
    throw new WrongUsage(en.commandLine.otherParts(file, strange.join(', '), [...names].join(', ')))
  return { ...asked, earlier: new Map(pairs) }
}
