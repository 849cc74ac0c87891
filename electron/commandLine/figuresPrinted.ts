import type { Reason } from '../../shared/agreement/coefficients/measured.ts'
import {
  type Figure,
  type FigureGroup,
  type FigureMeasure,
  figureMeasures,
  overs,
} from '../../shared/agreement/figures/figure.ts'
import { words as en } from '../../shared/words/words.ts'
import { columns } from './columns.ts'

/** Figures to be read: for all annotators and for each pair a table for each thing that is counted, with a row for each tag, question and level. */
export function printedFigures(groups: readonly FigureGroup[]): string[][] {
  const pairs = [...new Map(groups.map(({ pair }) => [JSON.stringify(pair), pair])).values()]
  const tables = pairs.flatMap(pair =>
    overs.flatMap(over => {
      const own = groups.filter(one => one.over === over && JSON.stringify(one.pair) === JSON.stringify(pair))
      // Levels of all annotators stand above already, without intervals.
      const isTold = over === 'annotations' && pair === null && !own.some(hasInterval)
      return own.length === 0 || isTold ? [] : [tableOf(own)]
    }),
  )
  const drawn = groups.flatMap(({ figures }) =>
    figures.flatMap(({ interval }) => (interval?.value ? [interval] : [])),
  )[0]
  const { agreeLayers: told } = en
  return drawn ? [...tables, [told.drawn(String(drawn.samples), String(Math.round(100 * drawn.confidence)))]] : tables
}

function tableOf(groups: readonly FigureGroup[]): string[] {
  const { agreeLayers: told, figures: names } = en
  const { over, pair } = groups[0]!
  const hasQuestion = over === 'answers'
  const isRated = groups.some(({ prevalence }) => prevalence.length > 0)
  const wanted = figureMeasures.filter(measure => groups.some(({ figures }) => figures.some(isOf(measure))))
  const rows = groups.flatMap(group =>
    levelsIn(group).map(level => [
      group.tag ?? told.all,
      ...(hasQuestion ? [group.question ?? '', level ? names.levels[level] : ''] : []),
      String(Math.round(group.figures.find(one => one.level === level)!.n)),
      ...(isRated ? [shareOf(group)] : []),
      ...wanted.map(measure => cellOf(group.figures.find(one => isOf(measure)(one) && one.level === level))),
    ]),
  )
  const titles = [
    told.tag,
    ...(hasQuestion ? [told.question, told.level] : []),
    ...[told.n, ...(isRated ? [told.prevalence] : [])],
    ...wanted.map(measure => names.titles[measure]),
  ]
  const sides = titles.map((_, i) => (i === 0 || (hasQuestion && i < 3) ? ('left' as const) : ('right' as const)))
  return [
    told.measured(names.overs[over], pair ? told.pair(pair.a, pair.b) : told.ofAll),
    ...columns([titles, ...rows], sides),
    ...reasonLines(groups),
    ...groups.flatMap(partingLine),
  ]
}

function levelsIn({ figures }: FigureGroup): Figure['level'][] {
  return [...new Set(figures.map(({ level }) => level))]
}

function isOf(wanted: FigureMeasure): (figure: Figure) => boolean {
  return ({ measure }) => measure === wanted
}

function hasInterval({ figures }: FigureGroup): boolean {
  return figures.some(({ interval }) => interval !== null)
}

/** Why figures aren't there, each reason once with the measures that have it. */
function reasonLines(groups: readonly FigureGroup[]): string[] {
  const reasons = new Map<Reason, Set<string>>()
  for (const { measure, reason } of groups.flatMap(({ figures }) => figures)) {
    if (reason === null) continue
    const known = reasons.get(reason) ?? new Set()
    reasons.set(reason, known.add(en.figures.titles[measure]))
  }
  return [...reasons].map(([reason, titles]) =>
    en.agreeLayers.why([...titles].join(', '), en.coefficients.reasons[reason]),
  )
}

/** The share of the tag, of what was rated; nothing where it isn't asked of one tag. */
function shareOf({ tag, question, prevalence }: FigureGroup): string {
  const own = question === null && tag !== null ? prevalence.find(({ value }) => value === tag) : undefined
  return own ? perCent(own.share) : ''
}

function cellOf(figure: Figure | undefined): string {
  if (!figure) return ''
  if (figure.value === null) return en.agreeLayers.nothing
  const { interval } = figure
  return interval?.value
    ? en.agreeLayers.interval(short(figure.value), short(interval.value.low), short(interval.value.high))
    : short(figure.value)
}

function partingLine({ tag, question, partingWays }: FigureGroup): string[] {
  if (!partingWays) return []
  const { observed, kappa, even, value, share } = partingWays
  const { agreeLayers: told } = en
  const what = [tag ?? told.all, ...(question === null ? [] : [question])].join(', ')
  const orNull = (figure: number | null) => (figure === null ? null : short(figure))
  const named = value === '' ? told.unmarked : String(value)
  return [told.partingWays(what, perCent(observed), orNull(kappa), orNull(even), named, perCent(share))]
}

function short(value: number): string {
  return value.toFixed(3).replace(/^-(?=0\.0+$)/, '')
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
