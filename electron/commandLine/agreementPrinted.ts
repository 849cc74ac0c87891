import type { Agreement, TagLevels } from '../../shared/agreement/agreement.ts'
import type { Comparing } from '../../shared/agreement/compareLayers.ts'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import type { GammaReport } from '../../shared/agreement/gamma/articleGamma.ts'
import { f1, type Levels, type Share, share, type Tally } from '../../shared/agreement/levels.ts'
import { words as en } from '../../shared/words/words.ts'
import { columns } from './columns.ts'
import { printedFigures } from './figuresPrinted.ts'
import { printedGamma } from './gammaPrinted.ts'

/** What a report says beside its figures. */
export interface AboutAgreement {
  readonly workspace: string
  /** How many articles have fewer than two layers that could be compared. */
  readonly alone: number
  readonly comparing: Comparing
}

/** How far annotators agree: levels, and every measure of all annotators, then of the pairs that were asked for. */
export interface AgreementFigures {
  readonly agreement: Agreement
  readonly groups: readonly FigureGroup[]
  /** Where it was asked for. */
  readonly gamma: GammaReport | null
}

/** How far annotators agree, as `--json` prints it. */
export function agreementAsJson(
  { agreement, groups, gamma }: AgreementFigures,
  { workspace, alone, comparing }: AboutAgreement,
) {
  const { annotators, articles, pairs } = agreement
  return {
    ...{ format: 'stet-agreement', formatVersion: 1, workspace, annotators, articles, alone },
    ...{ tolerance: comparing.tolerance, tags: comparing.tags },
    ...levelsAsJson(agreement),
    pairs: pairs.map(({ a, b, articles, ...levels }) => ({ a, b, articles, ...levelsAsJson(levels) })),
    coefficients: groups.flatMap(({ over, pair, tag, question, figures }) =>
      figures.map(({ measure, level, value, reason, n, interval }) => ({
        ...{ over, pair, tag, question, measure, level, n, value },
        ...(reason === null ? {} : { reason, says: en.coefficients.reasons[reason] }),
        ...(interval && { interval: intervalAsJson(interval) }),
      })),
    ),
    ratings: groups
      .filter(({ prevalence }) => prevalence.length > 0)
      .map(({ over, pair, tag, question, articles, n, prevalence, partingWays }) => ({
        ...{ over, pair, tag, question, articles, n, prevalence, partingWays },
      })),
    ...(gamma && { gamma }),
  }
}

function intervalAsJson(interval: NonNullable<FigureGroup['figures'][number]['interval']>) {
  if (interval.value === null) return { reason: interval.reason }
  const { value, ...drawn } = interval
  return { ...value, ...drawn }
}

function levelsAsJson({ all, byTag }: TagLevels) {
  return { all: toldLevels(all), byTag: mapped(byTag, toldLevels) }
}

function toldLevels(levels: Levels) {
  const { found, exact, tokens, links, statement, extent, attributes, entity, byAttribute, byLink } = levels
  return {
    ...mapped({ found, exact, tokens }, withF1),
    ...mapped({ extent, attributes, entity }, withShare),
    byAttribute: mapped(byAttribute, withShare),
    links: withF1(links),
    byLink: mapped(byLink, withF1),
    statement: withF1(statement),
  }
}

const withF1 = (tally: Tally) => ({ ...tally, f1: f1(tally) })
const withShare = (one: Share) => ({ ...one, share: share(one) })

function mapped<T, U>(record: Readonly<Record<string, T>>, change: (one: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** How far annotators agree, to be read: levels by tag and by pair, then every measure. */
export function printedAgreement(
  { agreement, groups, gamma }: AgreementFigures,
  { workspace, comparing }: AboutAgreement,
): string {
  const { agreeLayers: told } = en
  const { annotators, articles, all, byTag, pairs } = agreement
  const tags = Object.entries(byTag).map(([tag, levels]) => [tag, ...cellsOf(levels), count(levels)])
  const whole = [told.all, ...cellsOf(all), count(all)]
  const sides = ['left' as const, ...Array.from({ length: 9 }, () => 'right' as const)]
  const rows = pairs.map(({ a, b, all }) => [told.pair(a, b), ...cellsOf(all), count(all)])
  return `${[
    [
      told.title(workspace, articles, annotators),
      told.tolerated(comparing.tolerance.words, comparing.tolerance.ignoreEnds),
    ],
    columns([[told.byTag, ...told.columns, told.n], ...tags, whole], sides),
    columns([[told.byPair, ...told.columns, told.n], ...rows], sides),
    [told.legend],
    ...printedFigures(groups),
    ...(gamma ? printedGamma(gamma) : []),
  ]
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function cellsOf({ found, exact, tokens, extent, attributes, entity, links, statement }: Levels): string[] {
  return [
    f1(found),
    f1(exact),
    f1(tokens),
    share(extent),
    share(attributes),
    share(entity),
    f1(links),
    f1(statement),
  ].map(figure)
}

/** How many annotations the layers of all pairs have. */
function count({ found }: Levels): string {
  return String(2 * found.both + found.onlyA + found.onlyB)
}

function figure(value: number | null): string {
  return value === null ? en.agreeLayers.nothing : value.toFixed(3)
}
