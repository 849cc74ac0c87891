import { htmlElement, htmlWords } from '../../exporters/htmlCopy/html.ts'
import { words as en } from '../../words/words.ts'
import type { Value } from '../coefficients/ratings.ts'
import type { Figure, FigureGroup, FigureMeasure, FigureScope } from './figure.ts'

/** What a report says beside its figures, and what it calls things. */
export interface ReportNames {
  readonly workspace: string
  readonly articles: number
  readonly annotators: readonly string[]
  readonly tolerance: { readonly words: number; readonly ignoreEnds: boolean }
  readonly pairName: (pair: NonNullable<FigureScope['pair']>) => string
  readonly tagName: (tag: string) => string
  readonly questionName: (tag: string, question: string) => string
}

/** Every figure as one HTML file that needs nothing else: to be read, and to be printed. Nothing that others wrote is markup in it. */
export function figuresHtml(groups: readonly FigureGroup[], names: ReportNames): string {
  const title = en.measuring.report.title(names.workspace)
  const paragraph = (words: string, look?: string) => htmlElement('p', { class: look }, htmlWords(words))
  const pairs = [...new Map(groups.map(({ pair }) => [JSON.stringify(pair), pair])).entries()]
  const body = [
    htmlElement('h1', {}, htmlWords(title)),
    paragraph(en.agreement.who(names.articles, names.annotators)),
    paragraph(en.agreeLayers.tolerated(names.tolerance.words, names.tolerance.ignoreEnds)),
    paragraph(en.agreement.intervalWhy, 'faint'),
    ...pairs.flatMap(([key, pair]) => [
      htmlElement('h2', {}, htmlWords(pair ? names.pairName(pair) : en.agreement.everybody)),
      ...groups.filter(one => JSON.stringify(one.pair) === key).map(group => section(group, names)),
    ]),
  ]
  const head = `<meta charset="utf-8">${htmlElement('title', {}, htmlWords(title))}<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">${htmlElement('style', {}, style)}`
  return `<!doctype html>\n<html lang="en"><head>${head}</head>\n<body><main>\n${body.join('\n')}\n</main></body></html>\n`
}

function section(group: FigureGroup, { tagName, questionName }: ReportNames): string {
  const { measuring: told, agreement } = en
  const { over, tag, question, n, figures, partingWays } = group
  const title =
    question !== null && tag !== null
      ? told.answersOf(tagName(tag), questionName(tag, question))
      : told.report.group(told.groups[over], tag === null ? agreement.anyTag : tagName(tag))
  const head = agreement.measures.columns.map(one => htmlElement('th', { scope: 'col' }, htmlWords(one)))
  const valueName = (value: Value) =>
    value === '' ? told.report.nothing : over === 'answers' ? String(value) : tagName(String(value))
  const parting =
    partingWays &&
    en.agreeTable.partingWays(
      perCent(partingWays.observed),
      partingWays.kappa === null ? null : partingWays.kappa.toFixed(2),
      partingWays.even === null ? null : partingWays.even.toFixed(2),
      valueName(partingWays.value),
      perCent(partingWays.share),
    )
  return htmlElement(
    'section',
    {},
    htmlElement('h3', {}, htmlWords(title)),
    htmlElement('p', { class: 'faint' }, htmlWords(told.n[over](Math.round(n)))),
    htmlElement(
      'table',
      {},
      htmlElement('thead', {}, htmlElement('tr', {}, ...head)),
      htmlElement('tbody', {}, ...figures.map(figure => row(figure, over === 'answers'))),
    ),
    ...(parting ? [htmlElement('p', { class: 'parting' }, htmlWords(parting))] : []),
  )
}

function row({ measure, level, value, reason, n, interval }: Figure, hasLevel: boolean): string {
  const names: Readonly<Record<FigureMeasure, string>> = { ...en.coefficients.measures, ...en.figures.measures }
  const name = hasLevel && level ? en.measuring.measureAt(names[measure], en.figures.levels[level]) : names[measure]
  const drawn = interval?.value
    ? en.agreement.interval(interval.value.low, interval.value.high)
    : en.agreement.noInterval
  const cells =
    value === null
      ? [htmlElement('td', { colspan: 3, class: 'faint' }, htmlWords(reason ? en.coefficients.reasons[reason] : ''))]
      : [value.toFixed(3), drawn, en.number(Math.round(n))].map(words => htmlElement('td', {}, htmlWords(words)))
  return htmlElement('tr', {}, htmlElement('th', { scope: 'row' }, htmlWords(name)), ...cells)
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

const style = `:root{color-scheme:light dark}body{margin:0;font:15px/1.5 system-ui,sans-serif}main{max-width:46rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{margin-top:2.5rem;border-bottom:1px solid;font-size:1.25rem}h3{margin:1.5rem 0 0;font-size:1rem}p{margin:.25rem 0}.faint{opacity:.75}.parting{border-left:3px solid;padding-left:.6rem}table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.15rem .5rem;border-bottom:1px solid #8886;text-align:right;font-weight:400}th[scope=row],th:first-child{text-align:left}thead th{font-weight:600}td.faint{text-align:left}@media print{main{max-width:none;margin:0}section{break-inside:avoid}h2,h3{break-after:avoid}}`
