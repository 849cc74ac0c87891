import { type AgreementReport, levelsOf } from '../../shared/agreement/agreementReport.ts'
import { anatomyParts } from '../../shared/agreement/anatomy.ts'
import { levelNames, quotient, ratioOf } from '../../shared/agreement/levelFigures.ts'
import type { Levels } from '../../shared/agreement/levels.ts'
import { pairsInOrder } from '../../shared/agreement/pairsInOrder.ts'
import { type FiguresAbout, saidAbout } from '../../shared/agreement/written/figuresAbout.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Annotators } from './useNames.ts'

/** The report as Markdown: levels by tag and by pair, and what the differences are made of. */
export function reportInWords(
  report: AgreementReport,
  about: Pick<FiguresAbout, 'tags' | 'tolerance' | 'leftOut'>,
  { nameOf, pairName, inOrder, hidesCounts }: Pick<Annotators, 'nameOf' | 'pairName' | 'inOrder' | 'hidesCounts'>,
  labelOf: (tag: string) => string,
): string {
  const { anatomy } = en.agreement
  const names = levelNames.map(level => en.agreement.levels[level].name)
  const tags = [null, ...report.tags].map(tag => [
    tag === null ? en.agreement.anyTag : labelOf(tag),
    ...figures(levelsOf(report, tag), hidesCounts(null)),
  ])
  const annotators = inOrder(report.annotators)
  const pairs = pairsInOrder(report.pairs, annotators, pair => pair).map(pair => [
    pairName(pair),
    ...figures(pair.all, hidesCounts(pair)),
  ])
  const parts = anatomyParts.map(part => [anatomy.parts[part], String(report.anatomy.all.parts[part])])
  const { tags: chosen, tolerance, leftOut } = about
  const what = { articles: report.articles, annotators: annotators.map(nameOf), drawn: null }
  return [
    `# ${en.agreement.title}`,
    ...saidAbout({ ...what, tags: chosen, tolerance, leftOut }, labelOf),
    ...(report.pairs.some(hidesCounts) ? [en.measuring.report.countsHidden] : []),
    `## ${en.agreement.byTag}`,
    table([en.agreement.tagLabel, ...names], tags),
    `## ${en.agreement.byPair}`,
    table([en.agreement.pairLabel, ...names], pairs),
    ...(hidesCounts(null) ? [] : [`## ${anatomy.title}`, table([anatomy.columns[0]!, anatomy.columns[1]!], parts)]),
    '',
  ].join('\n\n')
}

function figures(levels: Levels, isHidden: boolean): string[] {
  return levelNames.map(level => {
    const ratio = ratioOf(levels, level)
    const value = quotient(ratio)
    if (value === null) return en.agreement.value(null)
    return isHidden ? value.toFixed(3) : `${value.toFixed(3)} (${en.agreement.of(ratio.of)})`
  })
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(titles), line(titles.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
