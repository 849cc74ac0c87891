import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import { hidesCounts } from '../../shared/agreement/hidesCounts.ts'
import { pairsInOrder } from '../../shared/agreement/pairsInOrder.ts'
import type { FiguresAbout } from '../../shared/agreement/written/figuresAbout.ts'
import { figuresCsv } from '../../shared/agreement/written/figuresCsv.ts'
import { figuresHtml } from '../../shared/agreement/written/figuresHtml.ts'
import type { FiguresWritten } from '../../shared/agreement/written/figuresWritten.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { words } from '../../shared/words/words.ts'

/** What a codebook calls tags and questions. */
export interface Labels {
  readonly tags: readonly { readonly id: string; readonly label: string }[]
  readonly questions: readonly { readonly id: string; readonly tag: string; readonly label: string }[]
}

/** What the codebook calls tags and questions. */
export function labelsIn(codebook: Codebook): Labels {
  return {
    tags: codebook.tags.map(({ id, label }) => ({ id, label })),
    questions: codebook.attributes.map(({ id, tag, label }) => ({ id, tag, label })),
  }
}

/** What figures are written, of whom. */
export interface FiguresToWrite {
  readonly groups: readonly FigureGroup[]
  readonly articles: number
  /** By id. */
  readonly annotators: readonly string[]
  readonly comparing: Pick<FiguresAbout, 'tags' | 'tolerance'>
  readonly drawn: FiguresAbout['drawn']
}

/** How they are written, and what things are called. */
export interface WrittenAsked {
  readonly format: 'csv' | 'html'
  readonly workspace: string
  readonly leftOut: FiguresAbout['leftOut']
  readonly gamma: FiguresWritten['gamma']
  /** In the order in which annotators are named. */
  readonly names: readonly { readonly annotator: string; readonly name: string }[]
  /** Whether these are no names, but letters in their place: then no counts of two are told either. */
  readonly isBlind: boolean
  readonly labels: Labels
}

/** Figures as the text of a file. Who isn't named isn't told by their id either, nor by where they stand. */
export function agreementWritten(
  { groups, articles, annotators, comparing, drawn }: FiguresToWrite,
  { format, workspace, leftOut, gamma, names, isBlind, labels }: WrittenAsked,
): string {
  const nameOf = new Map(names.map(({ annotator, name }) => [annotator, name]))
  const order = names.map(({ annotator }) => annotator)
  const written: FiguresWritten = {
    workspace,
    gamma: gamma && {
      ...gamma,
      report: { ...gamma.report, pairs: pairsInOrder(gamma.report.pairs, order, pair => pair) },
    },
    about: {
      ...{ articles, tags: comparing.tags, tolerance: comparing.tolerance, leftOut, drawn },
      annotators: order.filter(one => annotators.includes(one)).map(one => nameOf.get(one) ?? ''),
    },
    groups: pairsInOrder(groups, order, ({ pair }) => pair),
    pairName: ({ a, b }) => {
      const [one, other] = order.indexOf(a) <= order.indexOf(b) ? [a, b] : [b, a]
      return words.agreeLayers.pair(nameOf.get(one) ?? '', nameOf.get(other) ?? '')
    },
    tagName: tag => labels.tags.find(({ id }) => id === tag)?.label ?? tag,
    questionName: (tag, question) =>
      labels.questions.find(one => one.id === question && one.tag === tag)?.label ?? question,
    hidesCounts: pair => hidesCounts(isBlind, annotators.length, pair),
  }
  return format === 'csv' ? figuresCsv(written) : figuresHtml(written)
}
