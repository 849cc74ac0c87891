import { words as en } from '../../../shared/words/words.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'
import { letterOf } from '../../state/reviewView.ts'

/** Which layers are compared: all of the workspace, with their letters once chosen. Where names are hidden, the letters of those that are. */
export function LayerChoice() {
  const { desk } = useWorkbench()
  const comparable = useValue(desk.comparing, state => state.comparable)
  const view = useValue(desk.reviewView, state => state)
  if (view.isBlind) {
    return (
      <div className="comparing-layers">
        {view.layers.map(layer => (
          <span key={letterOf(view, layer)} className="letter-chip">
            {letterOf(view, layer)}
          </span>
        ))}
        <span className="small faint">{en.comparing.hiddenLayers}</span>
      </div>
    )
  }
  return (
    <fieldset className="comparing-layers">
      <legend className="hidden">{en.comparing.layers}</legend>
      {comparable.length === 0 && <span className="faint">{en.comparing.coming}</span>}
      {comparable.map(({ id, name, kind }) => {
        const isChosen = view.layers.includes(id)
        return (
          <label key={id} className="comparing-tick" title={name}>
            <input
              type="checkbox"
              checked={isChosen}
              onChange={() =>
                desk.reviewView.choose(isChosen ? view.layers.filter(one => one !== id) : [...view.layers, id])
              }
            />
            <span className="comparing-name" dir="auto">
              {en.comparing.layer(letterOf(view, id), name, kind)}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
