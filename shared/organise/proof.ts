import type { Round, Seal } from '../project/organised.ts'
import { sealedArticles } from './sealsThatCount.ts'

/** What a layer that may be sealed is now. */
export interface FoundLayer {
  readonly status: string
  /** SHA-256 of `layerSays`; null where the file can't be read. */
  readonly sha256: string | null
}

/**
 * How one annotator's part in one article of a sealed coding stands.
 *
 * `waiting`: not done; `unsealed`: done, and no seal was recorded; `sealed`, `same`: the layer says what it
 * said when it was sealed, while the article is sealed, and since it is open; `changed`: it says something else;
 * `gone`: it was sealed, and isn't there or can't be read.
 */
export type ProofState = 'waiting' | 'unsealed' | 'sealed' | 'same' | 'changed' | 'gone'

export interface Proof {
  readonly article: string
  readonly annotator: string
  readonly state: ProofState
  /** The seal that counts; undefined where there is none. */
  readonly seal?: Seal
  /** What the layer's hash is now; null where it isn't there or can't be read. */
  readonly now: string | null
}

/** Holds every layer of a round against its seal. `layerOf` gives what stands in an annotator's file; undefined where there is none. */
export function proofsOf(
  round: Round,
  seals: Iterable<Seal>,
  layerOf: (article: string, annotator: string) => FoundLayer | undefined,
): Proof[] {
  return sealedArticles(round, seals).flatMap(({ article, isOpen, seals: counting }) =>
    round.annotators.map((annotator): Proof => {
      const found = layerOf(article, annotator)
      const seal = counting.get(annotator)
      const now = found?.sha256 ?? null
      if (!seal) {
        const isDone = found !== undefined && found.status !== 'in-progress'
        return { article, annotator, state: isDone ? 'unsealed' : 'waiting', now }
      }
      const state = now === null ? 'gone' : now !== seal.sha256 ? 'changed' : isOpen ? 'same' : 'sealed'
      return { article, annotator, state, seal, now }
    }),
  )
}
