import { htmlBegin, htmlElement, htmlWords } from '../../exporters/htmlCopy/html.ts'
import { words as en } from '../../words/words.ts'
import { rounded } from '../coefficients/explain.ts'
import type { Value } from '../coefficients/ratings.ts'
import type { Figure, FigureGroup, FigureMeasure } from '../figures/figure.ts'
import { saidAbout } from './figuresAbout.ts'
import type { FiguresWritten } from './figuresWritten.ts'
import { gammaHtml } from './gammaHtml.ts'

/** Every figure as one HTML file that needs nothing else, in the language of its words: to be read, and to be printed. Nothing that others wrote is markup in it. */
export function figuresHtml(written: FiguresWritten): string {
  const { groups, about, pairName, tagName, hidesCounts } = written
  const title = en.measuring.report.title(written.workspace)
  const paragraph = (words: string, look?: string) => htmlElement('p', { class: look }, htmlWords(words))
  const pairs = [...new Map(groups.map(({ pair }) => [JSON.stringify(pair), pair])).entries()]
  const body = [
    htmlElement('h1', {}, htmlWords(title)),
    ...saidAbout(about, tagName).map(words => paragraph(words)),
    ...(pairs.some(([, pair]) => hidesCounts(pair)) ? [paragraph(en.measuring.report.countsHidden)] : []),
    ...pairs.flatMap(([key, pair]) => [
      htmlElement('h2', {}, htmlWords(pair ? pairName(pair) : en.agreement.everybody)),
      ...groups.filter(one => JSON.stringify(one.pair) === key).map(group => section(group, written)),
    ]),
    gammaHtml(written),
  ]
  const head = `<meta charset="utf-8">${htmlElement('title', {}, htmlWords(title))}<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">${htmlElement('style', {}, style)}`
  return `${htmlBegin()}<head>${head}</head>\n<body><main>\n${body.join('\n')}\n</main></body></html>\n`
}

function section(group: FigureGroup, { tagName, questionName, hidesCounts }: FiguresWritten): string {
  const { measuring: told, agreement } = en
  const { over, tag, pair, question, n, figures, partingWays } = group
  const isHidden = hidesCounts(pair)
  const title =
    question !== null && tag !== null
      ? told.answersOf(tagName(tag), questionName(tag, question))
      : told.report.group(told.groups[over], tag === null ? agreement.anyTag : tagName(tag))
  const head = agreement.measures.columns.map(one => htmlElement('th', { scope: 'col' }, htmlWords(one)))
  const valueName = (value: Value) =>
    value === ''
      ? over === 'answers'
        ? told.open
        : told.report.nothing
      : over === 'answers'
        ? String(value)
        : tagName(String(value))
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
    ...(isHidden ? [] : [htmlElement('p', { class: 'faint' }, htmlWords(told.n[over](Math.round(n))))]),
    htmlElement(
      'table',
      {},
      htmlElement('thead', {}, htmlElement('tr', {}, ...head)),
      htmlElement('tbody', {}, ...figures.map(figure => row(figure, over === 'answers', isHidden))),
    ),
    ...(parting ? [htmlElement('p', { class: 'parting' }, htmlWords(parting))] : []),
  )
}

function row({ measure, level, value, reason, n, interval }: Figure, hasLevel: boolean, isHidden: boolean): string {
  const names: Readonly<Record<FigureMeasure, string>> = { ...en.coefficients.measures, ...en.figures.measures }
  const name = hasLevel && level ? en.measuring.measureAt(names[measure], en.figures.levels[level]) : names[measure]
  const drawn = interval?.value
    ? en.agreement.interval(interval.value.low, interval.value.high).replaceAll('-', '−')
    : en.agreement.noInterval
  const cells =
    value === null
      ? [htmlElement('td', { colspan: 3, class: 'faint' }, htmlWords(reason ? en.coefficients.reasons[reason] : ''))]
      : [rounded(value), drawn, isHidden ? '' : en.number(Math.round(n))].map(words =>
          htmlElement('td', {}, htmlWords(words)),
        )
  return htmlElement('tr', {}, htmlElement('th', { scope: 'row' }, htmlWords(name)), ...cells)
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

const style = `:root{color-scheme:light dark}body{margin:0;font:15px/1.5 system-ui,sans-serif}main{max-width:46rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{margin-top:2.5rem;border-bottom:1px solid;font-size:1.25rem}h3{margin:1.5rem 0 0;font-size:1rem}p{margin:.25rem 0}.faint{opacity:.75}.parting{border-inline-start:3px solid;padding-inline-start:.6rem}table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.15rem .5rem;border-bottom:1px solid #8886;text-align:end;font-weight:400}th[scope=row],th:first-child{text-align:start}thead th{font-weight:600}td.faint{text-align:start}@media print{main{max-width:none;margin:0}section{break-inside:avoid}h2,h3{break-after:avoid}}`
