import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useNames } from './useNames.ts'

/** Why there are no figures, and what to do about it. */
export function Empty() {
  const { agreeing } = useWorkbench().desk
  const begun = useValue(agreeing, state => state.begun)
  const report = useValue(agreeing, state => state.report)
  const isComparing = useValue(agreeing, state => state.isComparing)
  const tags = useValue(agreeing, state => state.choices.tags)
  useValue(agreeing, state => state.choices.layers)
  const nameOf = useNames()
  const say = (words: string) => (
    <p className="empty" role="status">
      {words}
    </p>
  )
  if (begun === null || isComparing) return say(en.agreement.looking)
  const [only, ...others] = begun.layers
  if (!only) return say(en.agreement.nobody)
  if (others.length === 0) return say(en.agreement.one(nameOf(only.annotator)))
  if (agreeing.layers().length < 2) return say(en.agreement.chooseTwo)
  if (tags?.length === 0) return say(en.agreement.noTags)
  return report ? say(en.agreement.noneInCommon) : null
}
