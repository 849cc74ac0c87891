import type { Agreement, TagLevels } from '../../shared/agreement/agreement.ts'
import { coefficient, type Measure, measures } from '../../shared/agreement/coefficients/coefficients.ts'
import type { Ratings } from '../../shared/agreement/coefficients/ratings.ts'
import type { Comparing } from '../../shared/agreement/compareLayers.ts'
import { f1, type Levels, type Share, share, type Tally } from '../../shared/agreement/levels.ts'
import { words as en } from '../../shared/words/words.ts'
import { columns } from './columns.ts'

/** What a report says beside its figures. */
export interface AboutAgreement {
  readonly workspace: string
  /** How many articles have fewer than two layers that could be compared. */
  readonly alone: number
  readonly comparing: Comparing
}

/** How far annotators agree, as `--json` prints it. */
export function agreementAsJson(agreement: Agreement, { workspace, alone, comparing }: AboutAgreement) {
  const { annotators, articles, pairs, ratings } = agreement
  return {
    ...{ format: 'stet-agreement', formatVersion: 1, workspace, annotators, articles, alone },
    ...{ tolerance: comparing.tolerance, tags: comparing.tags },
    ...levelsAsJson(agreement),
    pairs: pairs.map(({ a, b, articles, ...levels }) => ({ a, b, articles, ...levelsAsJson(levels) })),
    coefficients: [
      ...coefficientsOf(ratings.all, 'units', null),
      ...Object.entries(ratings.units).flatMap(([tag, table]) => coefficientsOf(table, 'units', tag)),
      ...Object.entries(ratings.tokens).flatMap(([tag, table]) => coefficientsOf(table, 'tokens', tag)),
    ],
  }
}

function coefficientsOf(table: Ratings, over: 'units' | 'tokens', tag: string | null) {
  return measures.map(measure => {
    const measured = coefficient(table, measure, 'nominal')
    return measured.value === null
      ? { over, tag, measure, value: null, reason: measured.reason }
      : { over, tag, measure, value: measured.value, found: measured.found, byChance: measured.byChance }
  })
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

/** How far annotators agree, to be read: by tag, then by pair. */
export function printedAgreement(agreement: Agreement, { workspace, comparing }: AboutAgreement): string {
  const { agreeLayers: told } = en
  const { annotators, articles, all, byTag, pairs, ratings } = agreement
  const tags = Object.entries(byTag).map(([tag, levels]) => [
    tag,
    ...cellsOf(levels),
    ...measuresOf(ratings.tokens[tag], ['fleiss-kappa', 'krippendorff-alpha']),
    ...measuresOf(ratings.units[tag], ['krippendorff-alpha']),
    count(levels),
  ])
  const whole = [told.all, ...cellsOf(all), '', '', ...measuresOf(ratings.all, ['krippendorff-alpha']), count(all)]
  const sides = ['left' as const, ...Array.from({ length: 12 }, () => 'right' as const)]
  const [, , , n] = told.measures
  const rows = pairs.map(({ a, b, all }) => [told.pair(a, b), ...cellsOf(all), count(all)])
  return `${[
    [
      told.title(workspace, articles, annotators),
      told.tolerated(comparing.tolerance.words, comparing.tolerance.ignoreEnds),
    ],
    columns([[told.byTag, ...told.columns, ...told.measures], ...tags, whole], sides),
    columns([[told.byPair, ...told.columns, n ?? ''], ...rows], sides),
    [told.legend],
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

function measuresOf(table: Ratings | undefined, wanted: readonly Measure[]): string[] {
  return wanted.map(measure => figure(table ? coefficient(table, measure, 'nominal').value : null))
}

/** How many annotations the layers of all pairs have. */
function count({ found }: Levels): string {
  return String(2 * found.both + found.onlyA + found.onlyB)
}

function figure(value: number | null): string {
  return value === null ? en.agreeLayers.nothing : value.toFixed(3)
}
