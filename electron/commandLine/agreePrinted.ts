import type { Coefficient, TableReport } from '../../shared/agreement/table/tableReport.ts'
import { words as en } from '../../shared/words/words.ts'
import { columns } from './columns.ts'

/** So many categories are named; of values of a scale there may be a million. */
const NAMED = 20

/** A report of a table, to be read. */
export function printedTable(report: TableReport): string {
  const { agreeTable: told } = en
  const named = report.categories.slice(0, NAMED).map(({ value, share }) => `${value} (${perCent(share)})`)
  const more = report.categories.length - named.length
  const parts = [
    [
      told.title(report.file, report.level),
      told.counts(
        told.units(report.units),
        told.annotators(report.annotators.length),
        told.ratings(report.ratings, report.missing),
        told.paired(report.pairedUnits),
      ),
      told.categories([...named, ...(more > 0 ? [told.more(more)] : [])].join(', ')),
      told.laidOut(report.firstRow === 'names', report.firstColumn === 'names'),
    ],
    [...figures(report), '', told.alphaParts],
    ...(report.partingWays ? [[partingLine(report.partingWays)]] : []),
  ]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function figures({ coefficients }: TableReport): string[] {
  const { agreeTable: told } = en
  const confidence = coefficients.flatMap(({ interval }) =>
    interval && 'confidence' in interval ? [interval.confidence] : [],
  )[0]
  const hasIntervals = coefficients.some(({ interval }) => interval)
  const titles = [
    ...told.columns,
    ...(hasIntervals ? [told.interval(String(Math.round((confidence ?? 0.95) * 100)))] : []),
  ]
  const rows = coefficients.flatMap(one => [
    lineOf(one, hasIntervals),
    ...(one.weighted ?? [])
      .filter(({ weights, value }) => weights !== one.weights && value !== null)
      .map(({ weights, value }) => [`  ${en.coefficients.weights[weights]}`, figure(value)]),
  ])
  return columns([titles, ...rows], ['left', 'right', 'right', 'right', 'left'])
}

function lineOf(one: Coefficient, hasIntervals: boolean): string[] {
  const isWeighed = one.weights !== null && one.weights !== 'identity'
  const name = en.coefficients.measures[one.measure]
  const title = isWeighed ? `${name}, ${en.coefficients.weights[one.weights]}` : name
  if (one.reason !== null) return [title, '–', '', '', en.coefficients.reasons[one.reason]]
  const parts = [figure(one.found), one.byChance === null ? '' : figure(one.byChance)]
  return [title, figure(one.value), ...parts, ...(hasIntervals ? [intervalIn(one)] : [])]
}

function intervalIn({ interval }: Coefficient): string {
  if (!interval) return ''
  if ('reason' in interval) return en.coefficients.reasons[interval.reason]
  return en.agreeTable.intervalOf(figure(interval.low), figure(interval.high))
}

function partingLine({ observed, kappa, even, category, share }: NonNullable<TableReport['partingWays']>): string {
  const orNull = (value: number | null) => (value === null ? null : figure(value))
  return en.agreeTable.partingWays(perCent(observed), orNull(kappa), orNull(even), String(category), perCent(share))
}

/** Four digits: so many as textbooks print at most. Minus nothing is nothing. */
function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(4).replace(/^-(?=0\.0+$)/, '')
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`
}
