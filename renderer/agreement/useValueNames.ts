import { useMemo } from 'react'
import type { Value } from '../../shared/agreement/coefficients/ratings.ts'
import type { FigureScope } from '../../shared/agreement/figures/figure.ts'
import { NOTHING } from '../../shared/agreement/ratingsOfUnits.ts'
import { MARKED } from '../../shared/agreement/unitizingAlpha.ts'
import { OTHERS } from '../../shared/agreement/unitsOfLayer.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useTagNames } from './useNames.ts'

type OfWhat = Pick<FigureScope, 'over' | 'tag' | 'question'>

/** What questions, and the values that were rated, are called. */
export function useValueNames() {
  const labelOf = useTagNames()
  const attributes = useValue(useWorkbench().desk.workspace, state => state.codebook.attributes)
  return useMemo(() => {
    const attributeOf = ({ tag, question }: OfWhat) =>
      attributes.find(one => one.tag === tag && one.id === question) ?? attributes.find(one => one.id === question)
    const questionOf = (of: OfWhat): string | null =>
      of.question === null ? null : (attributeOf(of)?.label ?? of.question)
    const nameOf = (of: OfWhat, value: Value): string => {
      if (of.over === 'answers') {
        if (value === NOTHING) return en.measuring.open
        const choice = (id: string) => attributeOf(of)?.choices.find(one => one.id === id)?.label ?? id
        const set = setIn(value)
        return set ? en.measuring.together(set.map(choice)) || en.measuring.open : choice(String(value))
      }
      if (of.over === 'tokens' && of.tag === null)
        return en.measuring.together((setIn(value) ?? []).map(labelOf)) || en.measuring.noTag
      if (of.over === 'continuum') {
        if (value === OTHERS) return en.measuring.anotherTag
        if (value === MARKED) return en.measuring.anyTag
        return en.measuring.together(String(value).split(' + ').map(labelOf))
      }
      return labelOf(String(value))
    }
    return { nameOf, questionOf }
  }, [attributes, labelOf])
}

/** The members of a set that is told as JSON text; null for any other value. */
function setIn(value: Value): readonly string[] | null {
  if (typeof value !== 'string' || !value.startsWith('[')) return null
  try {
    const set: unknown = JSON.parse(value)
    return Array.isArray(set) ? set.map(String) : null
  } catch {
    return null
  }
}
