import { basename } from 'node:path'
import type { Reason } from '../../../shared/agreement/coefficients/measured.ts'
import type { TableReport } from '../../../shared/agreement/table/tableReport.ts'
import { MAX_SIDECAR_BYTES } from '../../../shared/limits.ts'
import { words as en } from '../../../shared/words/words.ts'
import { disk } from '../../disk/disk.ts'
import { readBounded } from '../../disk/readBounded.ts'
import { printedTable } from '../agreePrinted.ts'
import { tableChoice, whyRefused } from '../agreeWords.ts'
import { agreeWorkspace, measuringOptions } from '../agreeWorkspace.ts'
import { type CommandGround, commandOf, STANDARD } from '../command.ts'
import { asJson } from '../json.ts'
import { pathOf } from '../names.ts'
import { INPUT_NAME } from '../readNamed.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet agree WORKSPACE`, `stet agree --table FILE --level NAME`: how far annotators agree, by their layers or by a table of their ratings. */
export const agree = commandOf(
  'agree',
  {
    ...measuringOptions,
    table: { type: 'string' },
    level: { type: 'string' },
    categories: { type: 'string' },
    missing: { type: 'string', multiple: true },
    'first-row': { type: 'string' },
    'first-column': { type: 'string' },
    intervals: { type: 'boolean' },
    samples: { type: 'string' },
    seed: { type: 'string' },
    pairs: { type: 'boolean' },
    explain: { type: 'string' },
    json: { type: 'boolean' },
  },
  async ({ names, values }, ground) => {
    if (names.length > 0) return agreeWorkspace(names, values, ground)
    if (values.table === undefined) throw new WrongUsage(en.agreeTable.noTable)
    const stray = Object.keys(measuringOptions).find(option => option in values)
    if (stray) throw new WrongUsage(en.agreeLayers.onlyOfLayers(stray))
    const choice = tableChoice(values)
    const report = await ground.workbench.run('agreeTable', { ...(await tableGiven(values.table, ground)), choice })
    if ('refusal' in report) {
      const { says, isUsage } = whyRefused(report.refusal)
      if (isUsage) throw new WrongUsage(says)
      ground.say(says)
      return 1
    }
    if (!report.isSure) ground.say(en.agreeTable.notSure)
    for (const value of report.looksMissing) ground.say(en.agreeTable.looksMissing(value))
    ground.print(values.json ? asJson(told(report)) : printedTable(report))
    return 0
  },
)

async function tableGiven(name: string, ground: CommandGround) {
  if (name === STANDARD) return { name: INPUT_NAME, bytes: await ground.input(MAX_SIDECAR_BYTES) }
  const path = pathOf(name, ground)
  return { name: basename(path), bytes: await readBounded(disk, path, MAX_SIDECAR_BYTES) }
}

/** A report as `--json` prints it: each reason with its sentence. */
function told({ isSure, looksMissing, ...report }: TableReport) {
  const byPair = report.byPair?.map(pair => ({ ...pair, coefficients: pair.coefficients.map(withSentence) })) ?? null
  return { ...report, coefficients: report.coefficients.map(withSentence), byPair }
}

function withSentence<C extends { readonly reason: Reason | null }>({ reason, ...rest }: C) {
  return reason === null ? rest : { ...rest, reason, says: en.coefficients.reasons[reason] }
}
