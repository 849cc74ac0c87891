import type { AgreementReport } from '../../shared/agreement/agreementReport.ts'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import { figuresCsv } from '../../shared/agreement/figures/figuresCsv.ts'
import { figuresHtml } from '../../shared/agreement/figures/figuresHtml.ts'
import { pairsInOrder } from '../../shared/agreement/pairsInOrder.ts'
import { words } from '../../shared/words/words.ts'

/** What a codebook calls tags and questions. */
export interface Labels {
  readonly tags: readonly { readonly id: string; readonly label: string }[]
  readonly questions: readonly { readonly id: string; readonly tag: string; readonly label: string }[]
}

/** What is to be written, and what it calls things. */
export interface WrittenAsked {
  readonly format: 'csv' | 'html'
  readonly workspace: string
  readonly tolerance: { readonly words: number; readonly ignoreEnds: boolean }
  /** In the order in which annotators are named. */
  readonly names: readonly { readonly annotator: string; readonly name: string }[]
  readonly labels: Labels
}

/** Figures as the text of a file. Who isn't named isn't told by their id either, nor by where they stand. */
export function agreementWritten(
  groups: readonly FigureGroup[],
  { articles, annotators }: Pick<AgreementReport, 'articles' | 'annotators'>,
  { format, workspace, tolerance, names, labels }: WrittenAsked,
): string {
  const nameOf = new Map(names.map(({ annotator, name }) => [annotator, name]))
  const order = names.map(({ annotator }) => annotator)
  const pairName = ({ a, b }: { readonly a: string; readonly b: string }) => {
    const [one, other] = order.indexOf(a) <= order.indexOf(b) ? [a, b] : [b, a]
    return words.agreeLayers.pair(nameOf.get(one) ?? '', nameOf.get(other) ?? '')
  }
  const ordered = pairsInOrder(groups, order, ({ pair }) => pair)
  if (format === 'csv') return figuresCsv(ordered, pairName)
  return figuresHtml(ordered, {
    ...{ workspace, articles, tolerance, pairName },
    annotators: order.filter(one => annotators.includes(one)).map(one => nameOf.get(one) ?? ''),
    tagName: tag => labels.tags.find(({ id }) => id === tag)?.label ?? tag,
    questionName: (tag, question) =>
      labels.questions.find(one => one.id === question && one.tag === tag)?.label ?? question,
  })
}
