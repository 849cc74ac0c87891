import { basename, dirname } from 'node:path'
import type { Format } from '../../../shared/dataset/format.ts'
import { words as en } from '../../../shared/words/words.ts'
import { type ExportDone, exportDataset } from '../../dataset/exportDataset.ts'
import { closeReceipt, type OpenReceipt, receiptOf, receiptParts, writeReceipt } from '../../dataset/receipt.ts'
import { weighExport } from '../../dataset/weighExport.ts'
import { disk } from '../../disk/disk.ts'
import { type Fence, raiseFence } from '../../disk/fence.ts'
import { withPassingFolder } from '../../disk/passingFolder.ts'
import { type CommandGround, commandOf, type ExitCode, type Given, type OptionKinds, STANDARD } from '../command.ts'
import { type ExportPlan, planExport, planOptions } from '../exportPlan.ts'
import { formatNamed } from '../exportWords.ts'
import { asJson } from '../json.ts'
import { oneName, pathOf } from '../names.ts'
import { sayLeftOut } from '../sayLeftOut.ts'
import { splitLines } from '../splitLines.ts'
import { printFile } from '../throughPipe.ts'
import { weighedAsJson, weighedAsWords } from '../weighPrinted.ts'
import { WrongUsage } from '../wrongUsage.ts'

const options = {
  ...{ format: { type: 'string' }, out: { type: 'string' }, receipt: { type: 'string' }, ...planOptions },
  ...{ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
} as const satisfies OptionKinds

/** `stet export WORKSPACE --format ID --out PATH`: a dataset with its receipt, or with `--dry-run` what would be in it. */
export const exportCommand = commandOf('export', options, async ({ names, values }, ground) => {
  const root = pathOf(oneName('export', names), ground)
  const format = await formatNamed(values.format)
  if (!format.write) throw new WrongUsage(en.commandLine.notWritten(format.id))
  const isJson = values.json === true
  if (values['dry-run']) return weigh(await planExport(root, format, values, ground), format, isJson, ground)
  if (values.out === undefined) throw new WrongUsage(en.commandLine.needs('--out'))
  if (values.out === STANDARD) return pipe(root, format, values, ground)
  if (values.receipt !== undefined) throw new WrongUsage(en.commandLine.receiptOfPipe)
  const out = pathOf(values.out, ground)
  const outFence = await raiseFence(disk, dirname(out))
  const plan = await planExport(root, format, values, ground)
  const { done, receipt } = await write(plan, basename(out), outFence)
  const receiptPath = `${outFence.root}/${basename(out)}.receipt.json`
  try {
    await writeReceipt(disk, outFence, receiptPath, receipt)
    if (isJson) await printParts(receiptParts(receipt), ground)
    else ground.print(`${en.commandLine.exported(basename(out), done)}\n`)
  } finally {
    await closeReceipt(receipt)
  }
  return ended(plan, done, basename(receiptPath), ground)
})

type Values = Given<typeof options>['values']

/** A dataset on standard output: written as a file that passes, read back, and printed where it says what it should. */
async function pipe(root: string, format: Format, values: Values, ground: CommandGround): Promise<ExitCode> {
  if (format.makes === 'folder') throw new WrongUsage(en.commandLine.folderToPipe(format.id))
  if (values.json) throw new WrongUsage(en.commandLine.merging.outAndJson)
  const kept = values.receipt === undefined ? null : pathOf(values.receipt, ground)
  const keptFence = kept === null ? null : await raiseFence(disk, dirname(kept))
  return withPassingFolder(disk, async fence => {
    const plan = await planExport(root, format, values, ground)
    const { done, receipt } = await write(plan, 'dataset', fence)
    try {
      if (kept !== null && keptFence)
        await writeReceipt(disk, keptFence, `${keptFence.root}/${basename(kept)}`, receipt)
    } finally {
      await closeReceipt(receipt)
    }
    if (done.readBack?.isEqual ?? true) await printFile(fence, `${fence.root}/dataset`, ground)
    else ground.say(en.commandLine.notPrinted)
    ground.say(en.commandLine.exported(STANDARD, done))
    return ended(plan, done, kept && basename(kept), ground)
  })
}

/** Writes a dataset inside a fence, under this name. */
async function write(
  plan: ExportPlan,
  name: string,
  outFence: Fence,
): Promise<{ done: ExportDone; receipt: OpenReceipt }> {
  const asked = { ...plan.asked, out: `${outFence.root}/${name}` }
  const done = await exportDataset(plan.wanted, plan.head, asked, { ...plan.ground, outFence })
  const { codebook } = plan.project
  const receipt = receiptOf(asked, done, { made: new Date(), workspace: plan.workspace, codebook }, plan.split)
  return { done, receipt }
}

/** Says how the split came out, what was left out, and where each of it is listed. */
function ended(plan: ExportPlan, done: ExportDone, receipt: string | null, { say }: CommandGround): ExitCode {
  if (plan.split) for (const line of splitLines(plan.split)) say(line)
  sayLeftOut(done, receipt, say)
  return isRight(done) && keepsParts(plan) ? 0 : 1
}

/** What would be written, and what wouldn't. */
async function weigh(plan: ExportPlan, format: Format, isJson: boolean, ground: CommandGround): Promise<ExitCode> {
  const weighed = await weighExport(plan.wanted, plan.head, plan.asked, plan.ground)
  ground.print(isJson ? asJson(weighedAsJson(plan, weighed)) : weighedAsWords(plan, weighed, format))
  const { problem, 'only-in-history': ahead } = weighed.notTaken
  return problem.count + ahead.count === 0 && keepsParts(plan) ? 0 : 1
}

/** Whether nothing is wrong: what a format can't say is no mistake, what it says wrongly is. */
function isRight({ readBack, tally }: ExportDone): boolean {
  return (readBack?.isEqual ?? true) && tally.unread.length + tally.ahead.length === 0
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
