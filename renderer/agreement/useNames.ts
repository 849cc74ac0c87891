import { useMemo } from 'react'
import { NOTHING } from '../../shared/agreement/ratingsOfUnits.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { letterOf } from '../state/reviewView.ts'

/** What an annotator is called here: a letter where names are hidden; with their id where two have one name. */
export function useNames(): (annotator: string) => string {
  const { agreeing, reviewView } = useWorkbench().desk
  const begun = useValue(agreeing, state => state.begun)
  const order = useValue(reviewView, state => state.layers)
  const isBlind = useValue(reviewView, state => state.isBlind)
  return useMemo(() => {
    const layers = begun?.layers ?? []
    if (isBlind) {
      // Those that are reviewed have their letters already; the others come after them.
      const ids = layers.map(({ annotator }) => annotator)
      const lettered = [...order, ...ids.filter(id => !order.includes(id))]
      return annotator => letterOf({ layers: lettered }, annotator)
    }
    const names = new Map(
      layers.map(({ annotator, name, isGold }) => {
        const isOne = layers.filter(other => other.name === name && other.isGold === isGold).length === 1
        const shown = isOne ? name : `${name} (${annotator})`
        return [annotator, isGold ? en.agreement.gold(shown) : shown]
      }),
    )
    return annotator => names.get(annotator) ?? annotator
  }, [begun, order, isBlind])
}

/** What a tag is called; nothing where there is none. */
export function useTagNames(): (tag: string) => string {
  const tags = useTags()
  return useMemo(() => tag => (tag === NOTHING ? en.agreement.confusion.nothing : tagOf(tags, tag).label), [tags])
}
