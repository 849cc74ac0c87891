import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** Annotators to be ticked, and whether names are hidden. */
export function WhoseLayers({ label, hide }: { label: string; hide: string }) {
  const { telling } = useWorkbench().desk
  const chosen = useValue(telling, state => state.choices.annotators)
  const isBlind = useValue(telling, state => state.choices.isBlind)
  const begun = useValue(telling, state => state.begun)
  // Gold isn't corrected, and nobody judges it in a packet.
  const annotators = begun?.layers.filter(({ isGold }) => !isGold) ?? []
  return (
    <>
      <fieldset className="tell-part">
        <legend>{label}</legend>
        <div className="tell-some">
          {annotators.map(({ annotator, name, articles }, i) => (
            <label className="choice" key={annotator}>
              <input
                type="checkbox"
                {...(i === 0 ? { 'data-first': '' } : {})}
                checked={chosen.includes(annotator)}
                onChange={() => telling.toggle(annotator)}
              />
              {en.telling.layer(name, articles)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="choice">
        <input
          type="checkbox"
          checked={isBlind}
          onChange={event => telling.choose({ isBlind: event.target.checked })}
        />
        {hide}
      </label>
    </>
  )
}
