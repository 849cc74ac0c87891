import { gammaRows } from '../gamma/gammaRows.ts'
import type { FiguresWritten } from './figuresWritten.ts'

/** The columns of figures as a table: the figure, then what it was computed from, which is the same in every row. */
const columns = [
  ...['measure', 'level', 'over', 'tag', 'pair', 'question', 'value', 'low', 'high', 'n', 'articles', 'reason'],
  ...['proven', 'annotators', 'tags', 'wordsApart', 'ignoreEnds', 'unread', 'unplaced', 'sealedLayers'],
  ...['sealedArticles', 'samples', 'seed'],
]

type Cell = string | number | null | undefined

/**
 * Figures as CSV (RFC 4180): a row each, by the names that measures, levels and things counted have in files, tags and
 * questions by their ids; empty for all tags and all annotators, and where there is no figure. Each row says what it
 * was computed from, so that one that is taken elsewhere says it still.
 */
export function figuresCsv({ groups, gamma, about, pairName, hidesCounts }: FiguresWritten): string {
  const { annotators, tags, tolerance, leftOut, drawn } = about
  const { unread, unplaced, sealed } = leftOut
  const ground: readonly Cell[] = [
    ...[annotators.join('; '), tags?.join('; '), tolerance.words, String(tolerance.ignoreEnds)],
    ...[unread, unplaced, sealed.layers, sealed.articles],
  ]
  const rows = groups.flatMap(({ over, tag, pair, question, articles, figures }) => {
    const counted = (count: number) => (hidesCounts(pair) ? null : count)
    return figures.map(({ measure, level, value, reason, n, interval }): Cell[] => [
      ...[measure, level, over, tag, pair && pairName(pair), question],
      ...[value, interval?.value?.low, interval?.value?.high, counted(n), counted(articles), reason, null],
      ...[...ground, drawn?.samples, drawn?.seed],
    ])
  })
  const ofGamma = (gamma ? gammaRows(gamma.report) : []).flatMap(({ pair, tag, sum, ofTags }) =>
    [{ measure: 'gamma', value: sum.value }, ofTags].map(({ measure, value }): Cell[] => [
      ...[measure, null, 'continuum', tag, pair && pairName(pair), null, value, null, null],
      ...(hidesCounts(pair) ? [null, null] : [sum.units, sum.articles]),
      ...[value === null ? (sum.articles === 0 ? 'nothing-annotated' : 'no-variation') : null],
      ...[String(sum.isProven), ...ground, null, null],
    ]),
  )
  return [columns, ...rows, ...ofGamma].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell; what a spreadsheet would take for a formula is told as words. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
