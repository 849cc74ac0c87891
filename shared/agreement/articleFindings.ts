import type { DatasetArticle } from '../dataset/dataset.ts'
import { type Anatomy, anatomyOf } from './anatomy.ts'
import type { ArticleAgreement } from './articleAgreement.ts'
import type { ArticleComparison, Comparing, LayerComparison } from './compareLayers.ts'
import { type Confusion, confusionOf } from './confusion.ts'
import { countedLater } from './countedLater.ts'
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

/**
 * An article made ready to be compared under one tolerance after another; where
 * a tolerance changes nothing, the findings are the very same value. What was
 * made ready takes several times the room of the layers themselves: it can be
 * let go of, and findings that were given out still answer.
 */
export class FindingsOfArticle {
  private readonly article: Pick<DatasetArticle, 'text' | 'layers' | 'metadata'>
  private readonly asked: Asked
  /** Null once it was let go of. */
  private prepared: PreparedArticle | null
  private last: { readonly compared: ArticleComparison; readonly findings: ArticleFindings } | null = null

  constructor(article: Pick<DatasetArticle, 'text' | 'layers' | 'metadata'>, asked: Asked) {
    this.article = article
    this.asked = asked
    this.prepared = this.prepare()
  }

  at(tolerance: Tolerance): ArticleFindings {
    this.prepared ??= this.prepare()
    const compared = this.prepared.comparedAt(tolerance)
    if (this.last?.compared === compared) return this.last.findings
    const { published, outlet } = this.article.metadata
    const findings = {
      agreement: this.agreementAt(tolerance),
      pairs: compared.comparisons.map(pairFindings),
      ...{ published: published ?? null, outlet: outlet ?? null },
    }
    this.last = { compared, findings }
    return findings
  }

  /** What became of each two layers. */
  comparedAt(tolerance: Tolerance): ArticleComparison {
    return (this.prepared ?? this.prepare()).comparedAt(tolerance)
  }

  /** Lets go of what was made ready. What findings hadn't counted by then they count anew, from the layers, where somebody looks at it. */
  letGo(): void {
    this.prepared = null
    this.last = null
  }

  private prepare(): PreparedArticle {
    return prepareArticle(this.article.text, this.article.layers, this.asked)
  }

  private agreementAt(tolerance: Tolerance): ArticleAgreement {
    let anew: ArticleAgreement | null = null
    return countedLater(() => {
      if (this.prepared) return this.prepared.agreementAt(tolerance)
      // All of it at once, as a copy that holds nothing else.
      anew ??= { ...this.prepare().agreementAt(tolerance) }
      return anew
    })
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
