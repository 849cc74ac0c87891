import type { Explained } from '../../shared/agreement/coefficients/explain.ts'
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
    ...(report.byPair ? [pairLines(report.byPair)] : []),
    ...(report.partingWays ? [[partingLine(report.partingWays)]] : []),
    ...(report.explained ? explanation(report.explained, report) : []),
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

/** A line for every two annotators, with the measures by their letters. */
function pairLines(pairs: NonNullable<TableReport['byPair']>): string[] {
  const { agreeTable: told, coefficients } = en
  const titles = pairs[0]?.coefficients.map(({ measure }) => coefficients.pairTitles[measure]) ?? []
  const rows = pairs.map(({ annotators, pairedUnits, coefficients: all }) => [
    told.pair(...annotators),
    String(pairedUnits),
    ...all.map(({ value }) => figure(value)),
  ])
  const sides = ['left', 'right', ...titles.map(() => 'right' as const)] as const
  return columns([[...told.pairColumns, ...titles], ...rows], sides)
}

/** What a figure is made of, each part apart. */
function explanation(explained: Explained, report: TableReport): string[][] {
  const { counts, values } = explained
  return [
    [explained.formula, ...(explained.worked === null ? [] : [explained.worked])],
    ...(values.length > 0
      ? [
          columns(
            values.map(({ symbol, value, says }) => [symbol, parted(value), says]),
            ['left', 'right', 'left'],
          ),
        ]
      : []),
    ...(counts ? [countsLines(counts, explained, report)] : []),
    [explained.methods],
    [explained.citation],
  ]
}

function countsLines(
  counts: NonNullable<Explained['counts']>,
  { raters }: Explained,
  { categories, annotators }: TableReport,
): string[] {
  const { agreeTable: told } = en
  const names = counts.codes.map(code => String(categories[code]!.value))
  if (counts.kind === 'shares') {
    const rows = names.map((name, i) => [name, parted(counts.ratings[i]!), perCent(counts.shares[i]!)])
    return columns([[...told.shares], ...rows], ['left', 'right', 'right'])
  }
  const sumsOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + cell, 0)
  const rows = names.map((name, i) => [name, ...counts.cells[i]!.map(parted), parted(sumsOf(counts.cells[i]!))])
  const below = names.map((_, i) => parted(sumsOf(counts.cells.map(cells => cells[i]!))))
  const [first, second] = raters.map(rater => annotators[rater]!)
  const title = counts.kind === 'coincidence' ? told.coincidences : told.contingency(first!, second!)
  const all = parted(sumsOf(counts.cells.map(sumsOf)))
  const table = [['', ...names, told.sum], ...rows, [told.sum, ...below, all]]
  return [title, ...columns(table, ['left', ...names.map(() => 'right' as const), 'right'])]
}

/** A count, or a part of one, as short as it can be said. */
function parted(value: number): string {
  return String(Number(value.toFixed(4)))
}

/** Four digits: so many as textbooks print at most; of squares of ranks, which may be millions of millions, five in all. Minus nothing is nothing. */
function figure(value: number | null): string {
  if (value !== null && Math.abs(value) >= 10_000) return value.toPrecision(5)
  return value === null ? '–' : value.toFixed(4).replace(/^-(?=0\.0+$)/, '')
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`
}
