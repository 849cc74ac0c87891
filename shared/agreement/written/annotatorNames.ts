import { words as en } from '../../words/words.ts'

/** A layer's annotator as they are called. */
interface Named {
  readonly annotator: string
  readonly name: string
  readonly isGold: boolean
}

/** What annotators are called where they stand side by side: with their id where two have one name; a final layer says that it is one. */
export function annotatorNames(layers: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(
    layers.map(({ annotator, name, isGold }) => {
      const isOne = layers.filter(other => other.name === name && other.isGold === isGold).length === 1
      const shown = isOne ? name : `${name} (${annotator})`
      return [annotator, isGold ? en.agreement.gold(shown) : shown]
    }),
  )
}
