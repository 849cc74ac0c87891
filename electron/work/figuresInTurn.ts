import type { Scope } from '../../shared/agreement/agreementReport.ts'
import type { ArticleAgreement } from '../../shared/agreement/articleAgreement.ts'
import type { FigureGroup, FigureScope } from '../../shared/agreement/figures/figure.ts'
import { figuresOfSource, pairsIn, sourcesIn } from '../../shared/agreement/figures/figures.ts'
import type { Offered } from '../../shared/agreement/figures/offered.ts'
import type { Source } from '../../shared/agreement/figures/source.ts'

/** What intervals are drawn from: the same as those of `stet agree --intervals`. */
export const drawnInTurn = { samples: 1_000, seed: 1 } as const
/** Works so long at a stretch, in milliseconds: then somebody may say that something else is wanted. */
export const STRETCH_MS = 60

/** The figures of what was compared, group after group, so that somebody may stop between two of them. */
export class FiguresInTurn {
  readonly groups: FigureGroup[] = []
  readonly #articles: readonly ArticleAgreement[]
  readonly #offered: Offered
  readonly #scope: Scope | null
  readonly #pairs: FigureScope['pair'][]
  /** In how many articles all is counted that figures need. */
  #counted = 0
  /** What is still to be gone through of the pair at hand. */
  #sources: Source[] = []
  /** The pair after this one is the next, and how many groups each of those before had. */
  #begun = 0
  #seen = 0

  /** Of a scope, with the answers to all questions that its tags have; of null everything: all annotators and each two, all tags and each. */
  constructor(articles: readonly ArticleAgreement[], scope: Scope | null, offered: Offered) {
    this.#articles = articles
    this.#offered = offered
    this.#scope = scope
    this.#pairs = scope ? [scope.pair] : [null, ...pairsIn(articles)]
  }

  get isDone(): boolean {
    return this.#begun === this.#pairs.length && this.#sources.length === 0
  }

  /** How many groups there are, as far as that is known (0 while articles are counted): of pairs that weren't looked at as many as the others have. */
  get of(): number {
    const left = this.#pairs.length - this.#begun
    return this.#seen + Math.ceil((left * this.#seen) / Math.max(1, this.#begun))
  }

  /** Goes on for a stretch. */
  forAStretch(): { readonly done: number; readonly of: number } {
    const until = performance.now() + STRETCH_MS
    do this.goOn()
    while (!this.isDone && performance.now() < until)
    return { done: this.groups.length, of: this.of }
  }

  /** Counts the next article, or computes the next group. */
  goOn(): void {
    if (this.#counted < this.#articles.length) {
      // Looking at it is what counts it: article by article, since all at one go take seconds.
      Object.values(this.#articles[this.#counted++]!)
      return
    }
    if (this.#sources.length === 0 && this.#begun < this.#pairs.length) {
      this.#sources = sourcesIn(this.#articles, this.#pairs[this.#begun++]!, this.#offered).filter(this.#isWanted)
      this.#seen += this.#sources.length
    }
    const source = this.#sources.shift()
    if (source) this.groups.push(figuresOfSource(source, drawnInTurn))
  }

  readonly #isWanted = ({ tag, over }: Source): boolean =>
    this.#scope === null || tag === this.#scope.tag || (this.#scope.tag === null && over === 'answers')
}
