import { htmlElement, htmlWords } from '../../exporters/htmlCopy/html.ts'
import { words as en } from '../../words/words.ts'
import { rounded } from '../coefficients/explain.ts'
import { gammaRows } from '../gamma/gammaRows.ts'
import type { FiguresWritten } from './figuresWritten.ts'

/** γ as a section of a page; '' where it wasn't measured. */
export function gammaHtml({ gamma, tagName, pairName, hidesCounts }: FiguresWritten): string {
  if (!gamma) return ''
  const told = en.agreement.gamma
  const paragraph = (words: string) => htmlElement('p', { class: 'faint' }, htmlWords(words))
  const rows = gammaRows(gamma.report).map(({ pair, tag, sum, ofTags }) => {
    const counts = hidesCounts(pair) ? ['', ''] : [en.number(sum.articles), sum.units.toFixed(1)]
    const whatOf = tag === null ? en.agreement.anyTag : tagName(tag)
    const cells = [figure(sum.value), figure(ofTags.value), ...counts, sum.isProven ? told.proven : told.unproven]
    return htmlElement(
      'tr',
      {},
      htmlElement('th', { scope: 'row' }, htmlWords(pair ? told.ofPair(pairName(pair), whatOf) : whatOf)),
      ...cells.map(words => htmlElement('td', {}, htmlWords(words))),
    )
  })
  const head = told.columns.map(title => htmlElement('th', { scope: 'col' }, htmlWords(title)))
  return htmlElement(
    'section',
    {},
    htmlElement('h2', {}, htmlWords(told.title)),
    ...(gamma.report.all.articles === 0
      ? [paragraph(told.none)]
      : [
          htmlElement(
            'table',
            {},
            htmlElement('thead', {}, htmlElement('tr', {}, ...head)),
            htmlElement('tbody', {}, ...rows),
          ),
          paragraph(told.legend),
        ]),
    ...(gamma.unread > 0 ? [paragraph(told.unread(gamma.unread))] : []),
    paragraph(told.citation),
  )
}

function figure(value: number | null): string {
  return value === null ? en.agreement.value(null) : rounded(value)
}
