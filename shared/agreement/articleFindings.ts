import type { DatasetArticle } from '../dataset/dataset.ts'
import { type Anatomy, anatomyOf } from './anatomy.ts'
import type { ArticleAgreement } from './articleAgreement.ts'
import type { ArticleComparison, Comparing, LayerComparison } from './compareLayers.ts'
import { type Confusion, confusionOf } from './confusion.ts'
import type { Tolerance } from './place.ts'
import { type PreparedArticle, prepareArticle } from './prepareArticle.ts'
import type { Asked } from './preparedPair.ts'

/** What the comparison of two layers of an article comes to beside its levels. `a` and `b` are annotators, `a` the first by id. */
export interface PairFindings {
  readonly a: string
  readonly b: string
  readonly anatomy: { readonly all: Anatomy; readonly byTag: Readonly<Record<string, Anatomy>> }
  readonly confusion: Confusion
}

/** All that a report needs of one article whose layers were compared: counts alone. */
export interface ArticleFindings {
  readonly agreement: ArticleAgreement
  readonly pairs: readonly PairFindings[]
  /** As the article's facts say; null where nothing does. */
  readonly published: string | null
  readonly outlet: string | null
}

/** An article made ready to be compared under one tolerance after another; where a tolerance changes nothing, the findings are the very same value. */
export class FindingsOfArticle {
  private readonly prepared: PreparedArticle
  private readonly facts: Pick<ArticleFindings, 'published' | 'outlet'>
  private last: { readonly compared: ArticleComparison; readonly findings: ArticleFindings } | null = null

  constructor({ text, layers, metadata }: Pick<DatasetArticle, 'text' | 'layers' | 'metadata'>, asked: Asked) {
    this.prepared = prepareArticle(text, layers, asked)
    this.facts = { published: metadata.published ?? null, outlet: metadata.outlet ?? null }
  }

  at(tolerance: Tolerance): ArticleFindings {
    const compared = this.prepared.comparedAt(tolerance)
    if (this.last?.compared === compared) return this.last.findings
    const findings = {
      agreement: this.prepared.agreementAt(tolerance),
      pairs: compared.comparisons.map(pairFindings),
      ...this.facts,
    }
    this.last = { compared, findings }
    return findings
  }

  /** What became of each two layers. */
  comparedAt(tolerance: Tolerance): ArticleComparison {
    return this.prepared.comparedAt(tolerance)
  }
}

/** Compares the layers of an article once. */
export function articleFindings(
  article: Pick<DatasetArticle, 'text' | 'layers' | 'metadata'>,
  { tolerance, ...asked }: Comparing,
): ArticleFindings {
  return new FindingsOfArticle(article, asked).at(tolerance)
}

function pairFindings(one: LayerComparison): PairFindings {
  return { a: one.a, b: one.b, anatomy: anatomyOf(one), confusion: confusionOf(one) }
}
