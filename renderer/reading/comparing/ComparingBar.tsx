import { words as en } from '../../../shared/words/words.ts'
import { useKey } from '../../commands/useKeys.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterOfCases } from './FilterOfCases.tsx'
import { LayerChoice } from './LayerChoice.tsx'
import { SaidOfLayers } from './SaidOfLayers.tsx'
import './comparing.css'

/** Above the page while layers are compared: which, how, what of them, and the way back. */
export function ComparingBar() {
  const { desk } = useWorkbench()
  const isOff = useValue(desk.reviewView, state => state.mode === 'off')
  return isOff ? null : <Bar />
}

function Bar() {
  const { desk, run } = useWorkbench()
  const isBlind = useValue(desk.reviewView, state => state.isBlind)
  const keys = { leave: useKey('review.leave'), blind: useKey('review.blind') }
  return (
    <section
      id="comparing-bar"
      className="comparing-bar"
      aria-label={en.comparing.bar}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) run('review.leave')
      }}
    >
      <div className="comparing-row">
        <LayerChoice />
        <Button keys={keys.leave} onClick={() => run('review.leave')}>
          {en.comparing.leave}
        </Button>
      </div>
      <div className="comparing-row">
        <HowShown />
        <label
          className="comparing-tick"
          title={keys.blind ? `${en.comparing.blindWhy} (${keys.blind})` : en.comparing.blindWhy}
        >
          <input type="checkbox" checked={isBlind} onChange={() => run('review.blind')} />
          {en.comparing.blind}
        </label>
        <FilterOfCases />
        <Steps />
      </div>
      <SaidOfLayers />
    </section>
  )
}

function HowShown() {
  const { desk, run } = useWorkbench()
  const mode = useValue(desk.reviewView, state => state.mode)
  const canStandBeside = useValue(desk.reviewView, state => state.layers.length > 1)
  return (
    <fieldset className="comparing-how">
      <legend className="hidden">{en.comparing.how}</legend>
      {(['overlaid', 'beside'] as const).map(one => (
        <label key={one} className="comparing-tick">
          <input
            type="radio"
            name="comparing-how"
            checked={mode === one}
            disabled={one === 'beside' && !canStandBeside}
            onChange={() => run(`review.${one}`)}
          />
          {en.comparing[one]}
        </label>
      ))}
    </fieldset>
  )
}

/** From difference to difference, and which it is; where names are hidden, so is how many there are. */
function Steps() {
  const { desk, run } = useWorkbench()
  useValue(desk.comparing, state => state.version)
  const isBlind = useValue(desk.reviewView, state => state.isBlind)
  const keys = { previous: useKey('review.previousDifference'), next: useKey('review.nextDifference') }
  const all = desk.comparing.differing()
  const current = desk.comparing.current()
  const at = current ? all.indexOf(current) + 1 : 0
  return (
    <div className="comparing-steps">
      {!isBlind && all.length > 0 && <span className="small faint">{en.comparing.whichOf(at, all.length)}</span>}
      <Button keys={keys.previous} disabled={all.length === 0} onClick={() => run('review.previousDifference')}>
        {en.comparing.previous}
      </Button>
      <Button keys={keys.next} disabled={all.length === 0} onClick={() => run('review.nextDifference')}>
        {en.comparing.next}
      </Button>
    </div>
  )
}
