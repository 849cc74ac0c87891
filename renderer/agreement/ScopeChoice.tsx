import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useAnnotators, useTagNames } from './useNames.ts'

/** Whose agreement, and on which tag, is looked at. */
export function ScopeChoice({ withTag = true }: { readonly withTag?: boolean }) {
  const { agreeing } = useWorkbench().desk
  const { pairs, tags } = useValue(agreeing, state => state.report)!
  const { pair, tag } = useValue(agreeing, state => state.scope)
  const { pairName, isBlind } = useAnnotators()
  const labelOf = useTagNames()
  const at = pair === null ? -1 : pairs.findIndex(({ a, b }) => a === pair.a && b === pair.b)
  const named = pairs.map((one, i) => ({ i, name: pairName(one) }))
  // Where names are hidden nothing stands in the order of ids.
  if (isBlind) named.sort((one, other) => one.name.localeCompare(other.name))
  return (
    <div className="scope">
      <label className="pick">
        <span>{en.agreement.pairLabel}</span>
        <select
          value={at}
          onChange={event => {
            const chosen = pairs[Number(event.target.value)]
            agreeing.setScope({ pair: chosen ? { a: chosen.a, b: chosen.b } : null })
          }}
        >
          <option value={-1}>{en.agreement.everybody}</option>
          {named.map(({ i, name }) => (
            <option key={i} value={i} translate="no">
              {name}
            </option>
          ))}
        </select>
      </label>
      {withTag && (
        <label className="pick">
          <span>{en.agreement.tagLabel}</span>
          <select value={tag ?? ''} onChange={event => agreeing.setScope({ tag: event.target.value || null })}>
            <option value="">{en.agreement.anyTag}</option>
            {tags.map(one => (
              <option key={one} value={one}>
                {labelOf(one)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
