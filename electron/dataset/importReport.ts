import { words as en } from '../../shared/words/words.ts'
import type { ImportDone, LookedAt } from './importDataset.ts'
import type { TakenBack } from './takeBack.ts'
import type { NotImported } from './writeImported.ts'

/** What a report is about. */
export interface Reported {
  readonly file: string
  readonly format: string
  readonly at: Date
  readonly looked: LookedAt
  readonly done: ImportDone | null
  readonly takenBack: TakenBack | null
}

/** All that was found in a dataset, what was done, and everything that wasn't taken, by file and line: a text to be read and kept. */
export function importReport({ file, format, at, looked, done, takenBack }: Reported): string {
  const { report } = en.bring
  const lines = [report.title(file, en.datasets.formats[format] ?? format), at.toISOString(), '']
  lines.push(report.read(looked), ...looked.annotators.map(([called, id]) => report.layer(called, id)), '')
  if (done) lines.push(report.done(done), report.nothingOver, '')
  if (takenBack) {
    lines.push(en.bring.takenBack(takenBack.put, takenBack.folder))
    for (const { path, why } of takenBack.kept) lines.push(`- ${path}: ${en.bring.keptWhy[why]}`)
    lines.push('')
  }
  const lost = looked.untaken.filter(({ taken }) => !taken)
  const mended = looked.untaken.filter(({ taken }) => taken)
  const untaken = ({ file: name, line, what, why, detail }: (typeof lost)[number]) =>
    report.untaken(line === null ? name || file : `${name || file}:${line}`, en.datasets.untaken[why], what, detail)
  section(report.untakenTitle, lost.map(untaken))
  section(report.mendedTitle, mended.map(untaken))
  section(
    report.awayTitle,
    looked.away.map(({ path, annotator, why, what }) => report.away(path, annotator, en.datasets.mapped[why], what)),
  )
  section(report.notImportedTitle, (done?.notImported ?? []).map(sentenceOf))
  for (const problem of [looked.problem, done?.problem])
    if (problem) lines.push(`${en.problems[problem.kind].title}. ${problem.detail}`, '')
  return `${lines.join('\n').trimEnd()}\n`

  function section(title: (count: number) => string, entries: readonly string[]): void {
    if (entries.length > 0) lines.push(title(entries.length), ...entries.map(entry => `- ${entry}`), '')
  }
}

function sentenceOf({ path, annotator, why, problem }: NotImported): string {
  const reason = problem ? `${en.problems[problem.kind].title}. ${problem.detail}` : en.datasets.notImported[why]
  return `${annotator === null ? path : `${path} (${annotator})`}: ${reason}`
}
