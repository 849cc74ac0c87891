import type { Past } from '../../shared/history/past.ts'
import { words as en } from '../../shared/words/words.ts'
import { goToMoment, momentSentence } from '../commands/historyActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type PastFilter, pastFilters } from '../state/past.ts'
import { Button } from '../ui/Button.tsx'

/** The slider over all moments, with the named versions beside it, and what replays them. The last stop is now. */
export function SliderBar({ past }: { past: Past }) {
  const { desk } = useWorkbench()
  const at = useValue(desk.past, state => state.at)
  const filter = useValue(desk.past, state => state.filter)
  const isPlaying = useValue(desk.past, state => state.isPlaying)
  useValue(desk.past, state => state.version)
  const count = past.moments.length
  const value = at ?? count
  const time = at === null ? en.history.now : en.time(past.moments[at]!.at)

  function goTo(next: number): void {
    desk.past.stop()
    desk.past.goTo(next >= count ? null : next)
  }

  return (
    <div className="history-bar">
      <select
        aria-label={en.history.filter}
        value={filter}
        onChange={event => desk.past.filter(event.target.value as PastFilter)}
      >
        {pastFilters.map(one => (
          <option key={one} value={one}>
            {en.history.filters[one]}
          </option>
        ))}
      </select>
      <Button
        look="plain"
        aria-label={en.history.earlier}
        title={en.history.earlier}
        disabled={value === 0}
        onClick={() => goToMoment(desk, value - 1)}
      >
        <Arrow back />
      </Button>
      <div className="history-track">
        <input
          id="history-slider"
          type="range"
          min={0}
          max={count}
          step={1}
          value={value}
          aria-label={en.history.slider}
          aria-valuetext={momentSentence(desk)}
          onChange={event => goTo(Number(event.target.value))}
        />
        <Versions past={past} />
      </div>
      <Button
        look="plain"
        aria-label={en.history.later}
        title={en.history.later}
        disabled={at === null}
        onClick={() => goToMoment(desk, value + 1 >= count ? null : value + 1)}
      >
        <Arrow />
      </Button>
      <Button
        look="plain"
        className="history-play"
        aria-pressed={isPlaying}
        onClick={() => (isPlaying ? desk.past.stop() : desk.past.play())}
      >
        {isPlaying ? en.history.pause : en.history.play}
      </Button>
      <span className="history-time">{time}</span>
    </div>
  )
}

/** Where the versions with a name stand. */
function Versions({ past: { moments } }: { past: Past }) {
  const { desk } = useWorkbench()
  const named = moments.flatMap(({ version }, index) => (version === null ? [] : [{ version, index }]))
  return named.map(({ version, index }) => (
    <button
      key={`${index} ${version}`}
      type="button"
      className="history-flag"
      style={{ insetInlineStart: `${(index / moments.length) * 100}%` }}
      title={en.history.version(version)}
      aria-label={en.history.version(version)}
      onClick={() => goToMoment(desk, index)}
    />
  ))
}

function Arrow({ back = false }: { back?: boolean }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={back ? 'arrow back' : 'arrow'}>
      <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
