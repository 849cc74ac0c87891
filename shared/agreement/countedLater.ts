import type { ArticleAgreement } from './articleAgreement.ts'

/**
 * The counts of an article, of which those that not every figure needs are taken
 * from `counts` once somebody looks at them. What was taken stays, and beside it
 * nothing is held of what they were made of.
 */
export function countedLater(counts: () => ArticleAgreement): ArticleAgreement {
  const { annotators, pairs, tokenCount, units } = counts()
  const tokens = once(() => counts().tokens)
  const tokenSets = once(() => counts().tokenSets)
  const answers = once(() => counts().answers)
  const entities = once(() => counts().entities)
  const continua = once(() => counts().continua)
  // As properties of its own, so that they go along where it is handed on.
  return {
    ...{ annotators, pairs, tokenCount },
    get tokens() {
      return tokens()
    },
    get tokenSets() {
      return tokenSets()
    },
    units,
    get answers() {
      return answers()
    },
    get entities() {
      return entities()
    },
    get continua() {
      return continua()
    },
  }
}

/** What is made, once it is asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
