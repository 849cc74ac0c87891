import type { DatasetLayer } from '../dataset/dataset.ts'
import { type TokenCut, tokenCut } from '../dataset/tokenCut.ts'
import type { ArticleAgreement } from './articleAgreement.ts'
import { refuseEntangled } from './comparable.ts'
import type { ArticleComparison } from './compareLayers.ts'
import { ArticleCounts } from './countArticle.ts'
import { type Places, placesIn, type Tolerance, wordCut } from './place.ts'
import { type Asked, PreparedPair } from './preparedPair.ts'
import { placed, type ReadiedLayer, type SpokenLayer, spoken } from './readied.ts'
import { standingLayer } from './standingLayer.ts'
import { taggedTokens } from './tokenTags.ts'

/**
 * An article whose layers are made ready to be compared under one tolerance
 * after another. What is cut, read and looked for along the text is so once;
 * how many words each two annotations lie apart is kept; and where another
 * tolerance changes nothing in an article, what was said of it is said again:
 * the very same value. So a step of a slider costs what it changes.
 */
export interface PreparedArticle {
  /** Whose layers they are, sorted. */
  readonly annotators: readonly string[]
  /** What became of each two layers. */
  readonly comparedAt: (tolerance: Tolerance) => ArticleComparison
  /** The counts that every figure of agreement is made of. */
  readonly agreementAt: (tolerance: Tolerance) => ArticleAgreement
}

/** Makes the layers of one article ready. The text's offsets are UTF-16. Throws Problem `too-entangled` (`refuseEntangled`), as comparing does where matching takes too long. */
export function prepareArticle(text: string, given: readonly DatasetLayer[], asked: Asked): PreparedArticle {
  refuseEntangled(given)
  const layers = given.map(layer => standingLayer(layer, asked.merged))
  const ground = new Ground(text, layers)
  const sides = new Map<boolean, Side>()
  const sideOf = ({ ignoreEnds }: Tolerance) => {
    const known = sides.get(ignoreEnds)
    if (known) return known
    const made = new Side(ground, ignoreEnds, asked)
    sides.set(ignoreEnds, made)
    return made
  }
  return {
    annotators: layers.map(({ annotator }) => annotator).sort(),
    comparedAt: tolerance => sideOf(tolerance).compared(tolerance.words),
    agreementAt: tolerance => sideOf(tolerance).agreement(tolerance.words),
  }
}

/** What both sides of an article have in common, each made once it is asked for. */
class Ground {
  readonly text: string
  private readonly layers: readonly DatasetLayer[]
  private readLayers: readonly SpokenLayer[] | null = null
  private tokens: TokenCut | null = null
  private words: TokenCut | null = null

  constructor(text: string, layers: readonly DatasetLayer[]) {
    this.text = text
    this.layers = layers
  }

  /** Sorted by their annotators' ids. */
  get spoken(): readonly SpokenLayer[] {
    this.readLayers ??= this.layers.map(spoken).sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
    return this.readLayers
  }

  get cut(): TokenCut {
    this.tokens ??= tokenCut(this.text)
    return this.tokens
  }

  places(ignoreEnds: boolean): Places {
    return placesIn(this.text, { words: 0, ignoreEnds }, () => {
      this.words ??= wordCut(this.text, this.cut)
      return this.words
    })
  }
}

/** An article with its places as they stand, or without what stands at their ends. */
class Side {
  private readonly layers: readonly ReadiedLayer[]
  private readonly pairs: readonly PreparedPair[]
  private readonly counts: ArticleCounts
  private last: ArticleComparison | null = null
  private counted: ArticleAgreement | null = null

  constructor(ground: Ground, ignoreEnds: boolean, asked: Asked) {
    const { text, cut } = ground
    const { tags } = asked
    const places = ground.places(ignoreEnds)
    const layers = ground.spoken.map(layer => placed(layer, places))
    const tokens = taggedTokens(cut, layers)
    this.layers = layers
    this.pairs = layers.flatMap((_, a) =>
      layers.slice(a + 1).map((_, i) => new PreparedPair(layers, [a, a + 1 + i], places, tokens, asked)),
    )
    this.counts = new ArticleCounts({
      ...{ layers, tokens, tokenCount: cut.starts.length, length: text.length },
      isAsked: tag => tags === null || tags.includes(tag),
    })
  }

  compared(words: number): ArticleComparison {
    const comparisons = this.pairs.map(pair => pair.at(words))
    if (this.last?.comparisons.every((one, i) => one === comparisons[i])) return this.last
    this.counted = null
    this.last = { layers: this.layers, comparisons }
    return this.last
  }

  agreement(words: number): ArticleAgreement {
    const { comparisons } = this.compared(words)
    this.counted ??= this.counts.of(comparisons)
    return this.counted
  }
}
