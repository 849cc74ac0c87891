import { useMemo } from 'react'
import { hidesCounts } from '../../shared/agreement/hidesCounts.ts'
import { NOTHING } from '../../shared/agreement/ratingsOfUnits.ts'
import { annotatorNames } from '../../shared/agreement/written/annotatorNames.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { letterOf } from '../state/reviewView.ts'

interface Pair {
  readonly a: string
  readonly b: string
}

/** What annotators are called in the sheet, and in which order they stand. */
export interface Annotators {
  /** Whether nobody's name is shown. */
  readonly isBlind: boolean
  /** A letter where names are hidden; with their id where two have one name. */
  readonly nameOf: (annotator: string) => string
  /** By their letters where names are hidden: the order of ids would tell whose they are. */
  readonly inOrder: (annotators: readonly string[]) => readonly string[]
  readonly pairName: (pair: Pair) => string
  /** Whether no count is shown of these two; of all of them with null. */
  readonly hidesCounts: (pair: Pair | null) => boolean
  /** Whether the second of a pair is named first. */
  readonly isTurned: (pair: Pair | null) => boolean
}

export function useAnnotators(): Annotators {
  const { agreeing, reviewView } = useWorkbench().desk
  const begun = useValue(agreeing, state => state.begun)
  const isBlind = useValue(reviewView, state => state.isBlind)
  const letters = useValue(reviewView, state => state.letters)
  const annotators = useValue(agreeing, state => state.report?.annotators.length ?? 0)
  return useMemo(() => {
    const layers = begun?.layers ?? []
    // As they were drawn: those who have letters stand in their order.
    const order = isBlind ? [...letters.keys()] : []
    const names = annotatorNames(layers)
    const nameOf = (annotator: string) =>
      isBlind ? letterOf({ letters }, annotator) : (names.get(annotator) ?? annotator)
    const isTurned = (pair: Pair | null) => isBlind && pair !== null && order.indexOf(pair.a) > order.indexOf(pair.b)
    return {
      ...{ isBlind, nameOf, isTurned, hidesCounts: pair => hidesCounts(isBlind, annotators, pair) },
      inOrder: annotators => (isBlind ? order.filter(one => annotators.includes(one)) : annotators),
      pairName: pair => {
        const [one, other] = isTurned(pair) ? [pair.b, pair.a] : [pair.a, pair.b]
        return en.agreement.pair(nameOf(one), nameOf(other))
      },
    }
  }, [begun, isBlind, letters, annotators])
}

/** What an annotator is called in the sheet. */
export function useNames(): (annotator: string) => string {
  return useAnnotators().nameOf
}

/** What a tag is called; nothing where there is none. */
export function useTagNames(): (tag: string) => string {
  const tags = useTags()
  return useMemo(() => tag => (tag === NOTHING ? en.agreement.confusion.nothing : tagOf(tags, tag).label), [tags])
}
