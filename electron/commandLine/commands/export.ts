import { basename, dirname } from 'node:path'
import { aliasesFor } from '../../../shared/dataset/select.ts'
import { words as en } from '../../../shared/words/words.ts'
import { type ExportAsked, type ExportDone, exportDataset, wantedArticles } from '../../dataset/exportDataset.ts'
import { headOf } from '../../dataset/headOf.ts'
import { openWorkspace } from '../../dataset/openWorkspace.ts'
import { closeReceipt, receiptOf, receiptParts, writeReceipt } from '../../dataset/receipt.ts'
import { splitDataset } from '../../dataset/splitDataset.ts'
import { disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { type CommandGround, commandOf } from '../command.ts'
import { choicesIn, formatNamed, listIn, shardIn, splitIn, zonesIn } from '../exportWords.ts'
import { oneName, pathOf } from '../names.ts'
import { nowAndThen } from '../nowAndThen.ts'
import { sayLeftOut } from '../sayLeftOut.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet export WORKSPACE --format ID --out PATH`: a dataset with its receipt. */
export const exportCommand = commandOf(
  'export',
  {
    ...{ format: { type: 'string' }, out: { type: 'string' }, layers: { type: 'string' }, tags: { type: 'string' } },
    ...{ zones: { type: 'string' }, unit: { type: 'string' }, 'no-text': { type: 'boolean' } },
    ...{ anonymous: { type: 'boolean' }, 'on-overlap': { type: 'string' }, 'on-crossing': { type: 'string' } },
    ...{ 'on-discontinuous': { type: 'string' }, 'on-cut-words': { type: 'string' } },
    ...{
      with: { type: 'string', multiple: true },
      shard: { type: 'string' },
      split: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ names, values }, ground) => {
    const root = pathOf(oneName('export', names), ground)
    const format = await formatNamed(values.format)
    if (!format.write) throw new WrongUsage(en.commandLine.notWritten(format.id))
    if (values.out === undefined) throw new WrongUsage(en.commandLine.needs('--out'))
    const on = {
      overlap: values['on-overlap'],
      crossing: values['on-crossing'],
      discontinuous: values['on-discontinuous'],
      'cut-words': values['on-cut-words'],
    }
    const choices = choicesIn(format, {
      ...{ unit: values.unit, withText: values['no-text'] !== true, on, with: values.with ?? [] },
    })
    const splitAsked = splitIn(values.split, values.seed)
    const [layers, shard, zones] = [listIn(values.layers), shardIn(values.shard), zonesIn(values.zones)]
    const out = pathOf(values.out, ground)
    const fence = await raiseFence(disk, root)
    const outFence = await raiseFence(disk, dirname(out))
    const { articles, project } = await openWorkspace(disk, fence, ground.workbench)
    const present = [...new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))].sort()
    const strange = layers?.filter(id => !present.includes(id)) ?? []
    if (strange.length > 0) throw new WrongUsage(en.commandLine.noSuchLayers(strange.join(', ')))
    const aliases = values.anonymous ? aliasesFor(present) : null
    const selection = { tags: listIn(values.tags), zones, aliases }
    const now = nowAndThen(ground.say)
    const told = (done: number, of: number) => now(() => en.commandLine.exporting(done, of))
    const exporting = { disk, fence, outFence, bench: ground.datasetBench, told }
    const all = wantedArticles(articles, { layers, shard: null })
    const split = splitAsked && (await splitDataset(all, { selection }, splitAsked, exporting))
    const families = split ? { families: split.report.families } : {}
    const asked: ExportAsked = {
      ...{ format: format.id, makes: format.makes, out: `${outFence.root}/${basename(out)}`, layers, selection },
      ...{ choices: { ...choices, ...(shard ? { shard } : {}), ...families }, shard },
      split: split && (path => split.partOf.get(path) ?? null),
    }
    const wanted = wantedArticles(articles, asked)
    const parts = split?.asked.parts.map(({ name }) => name) ?? []
    const head = headOf(basename(fence.root), project, wanted, selection, parts)
    const done = await exportDataset(wanted, head, asked, exporting)
    const about = { made: new Date(), program: 'stet', workspace: basename(fence.root), codebook: project.codebook }
    const receipt = receiptOf(asked, done, about, split)
    const receiptPath = `${asked.out}.receipt.json`
    try {
      await writeReceipt(disk, outFence, receiptPath, receipt)
      if (values.json) await printParts(receiptParts(receipt), ground)
      else ground.print(`${en.commandLine.exported(basename(out), done)}\n`)
    } finally {
      await closeReceipt(receipt)
    }
    if (split) ground.say(en.commandLine.split(split.report))
    sayLeftOut(done, basename(receiptPath), ground.say)
    return isRight(done) ? 0 : 1
  },
)

/** Whether nothing is wrong: what a format can't say is no mistake, what it says wrongly is. */
function isRight({ readBack, tally }: ExportDone): boolean {
  return (readBack?.isEqual ?? true) && tally.unread.length === 0
}

/** Prints no faster than somebody takes it. */
async function printParts(
  parts: AsyncIterable<string>,
  { print, taken }: Pick<CommandGround, 'print' | 'taken'>,
): Promise<void> {
  for await (const part of parts) {
    print(part)
    if (!(await taken())) return
  }
}
