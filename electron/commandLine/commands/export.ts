import { basename, dirname } from 'node:path'
import type { Format } from '../../../shared/dataset/format.ts'
import { words as en } from '../../../shared/words/words.ts'
import { type ExportDone, exportDataset } from '../../dataset/exportDataset.ts'
import { closeReceipt, receiptOf, receiptParts, writeReceipt } from '../../dataset/receipt.ts'
import { weighExport } from '../../dataset/weighExport.ts'
import { disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { type CommandGround, commandOf, type ExitCode } from '../command.ts'
import { type ExportPlan, planExport, planOptions } from '../exportPlan.ts'
import { formatNamed } from '../exportWords.ts'
import { asJson } from '../json.ts'
import { oneName, pathOf } from '../names.ts'
import { sayLeftOut } from '../sayLeftOut.ts'
import { splitLines } from '../splitLines.ts'
import { weighedAsJson, weighedAsWords } from '../weighPrinted.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet export WORKSPACE --format ID --out PATH`: a dataset with its receipt, or with `--dry-run` what would be in it. */
export const exportCommand = commandOf(
  'export',
  {
    ...{ format: { type: 'string' }, out: { type: 'string' }, ...planOptions },
    ...{ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  },
  async ({ names, values }, ground) => {
    const root = pathOf(oneName('export', names), ground)
    const format = await formatNamed(values.format)
    if (!format.write) throw new WrongUsage(en.commandLine.notWritten(format.id))
    const isJson = values.json === true
    if (values['dry-run']) return weigh(await planExport(root, format, values, ground), format, isJson, ground)
    if (values.out === undefined) throw new WrongUsage(en.commandLine.needs('--out'))
    const out = pathOf(values.out, ground)
    const outFence = await raiseFence(disk, dirname(out))
    const plan = await planExport(root, format, values, ground)
    const asked = { ...plan.asked, out: `${outFence.root}/${basename(out)}` }
    const done = await exportDataset(plan.wanted, plan.head, asked, { ...plan.ground, outFence })
    const { codebook } = plan.project
    const about = { made: new Date(), program: 'stet', workspace: plan.workspace, codebook }
    const receipt = receiptOf(asked, done, about, plan.split)
    const receiptPath = `${asked.out}.receipt.json`
    try {
      await writeReceipt(disk, outFence, receiptPath, receipt)
      if (isJson) await printParts(receiptParts(receipt), ground)
      else ground.print(`${en.commandLine.exported(basename(out), done)}\n`)
    } finally {
      await closeReceipt(receipt)
    }
    if (plan.split) for (const line of splitLines(plan.split)) ground.say(line)
    sayLeftOut(done, basename(receiptPath), ground.say)
    return isRight(done) && keepsParts(plan) ? 0 : 1
  },
)

/** What would be written, and what wouldn't. */
async function weigh(plan: ExportPlan, format: Format, isJson: boolean, ground: CommandGround): Promise<ExitCode> {
  const weighed = await weighExport(plan.wanted, plan.head, plan.asked, plan.ground)
  ground.print(isJson ? asJson(weighedAsJson(plan, weighed)) : weighedAsWords(plan, weighed, format))
  return weighed.notTaken.problem.count === 0 && keepsParts(plan) ? 0 : 1
}

/** Whether nothing is wrong: what a format can't say is no mistake, what it says wrongly is. */
function isRight({ readBack, tally }: ExportDone): boolean {
  return (readBack?.isEqual ?? true) && tally.unread.length === 0
}

/** Whether every article is in the part that it was in. */
function keepsParts({ split }: ExportPlan): boolean {
  return (split?.earlier?.moved.length ?? 0) === 0
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
