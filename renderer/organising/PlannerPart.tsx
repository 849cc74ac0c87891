import { useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { ExpectedView } from './ExpectedView.tsx'
import { PilotView } from './PilotView.tsx'

const grounds = { expected: ExpectedView, pilot: PilotView }
type Ground = keyof typeof grounds

/** How many articles two have to annotate for an interval of a width: by what is expected, or by what is double-coded so far. */
export function PlannerPart() {
  const [ground, setGround] = useState<Ground>('expected')
  const View = grounds[ground]
  return (
    <>
      <fieldset className="organising-choices plan-ground">
        <legend>{en.planning.ground}</legend>
        {(Object.keys(grounds) as Ground[]).map(one => (
          <label key={one}>
            <input type="radio" name="plan-ground" checked={one === ground} onChange={() => setGround(one)} />
            {en.planning.grounds[one]}
          </label>
        ))}
      </fieldset>
      <View />
    </>
  )
}
