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
  const isBlind = useValue(reviewView, state => state.isBlind)
  const letters = useValue(reviewView, state => state.letters)
  return useMemo(() => {
    if (isBlind) return annotator => letterOf({ letters }, annotator)
    const layers = begun?.layers ?? []
    const names = new Map(
      layers.map(({ annotator, name, isGold }) => {
        const isOne = layers.filter(other => other.name === name && other.isGold === isGold).length === 1
        const shown = isOne ? name : `${name} (${annotator})`
        return [annotator, isGold ? en.agreement.gold(shown) : shown]
      }),
    )
    return annotator => names.get(annotator) ?? annotator
  }, [begun, letters, isBlind])
}

/** What a tag is called; nothing where there is none. */
export function useTagNames(): (tag: string) => string {
  const tags = useTags()
  return useMemo(() => tag => (tag === NOTHING ? en.agreement.confusion.nothing : tagOf(tags, tag).label), [tags])
}
