import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useNames, useTagNames } from './useNames.ts'

/** Whose agreement, and on which tag, is looked at. */
export function ScopeChoice({ withTag = true }: { readonly withTag?: boolean }) {
  const { agreeing } = useWorkbench().desk
  const { pairs, tags } = useValue(agreeing, state => state.report)!
  const { pair, tag } = useValue(agreeing, state => state.scope)
  const nameOf = useNames()
  const labelOf = useTagNames()
  const at = pair === null ? -1 : pairs.findIndex(({ a, b }) => a === pair.a && b === pair.b)
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
          {pairs.map(({ a, b }, i) => (
            <option key={`${a} ${b}`} value={i} translate="no">
              {en.agreement.pair(nameOf(a), nameOf(b))}
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
