import { useEffect, useState } from 'react'
import type { Feature } from '../../shared/dataset/features.ts'
import type { Fitting } from '../../shared/dataset/format.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Weighed } from '../state/exporting.ts'
import { Button } from '../ui/Button.tsx'
import { AheadLine } from './AheadLine.tsx'
import { TouchedList } from './TouchedList.tsx'

/** What the format can't say of what is chosen, how much that touches, and what can be done about it. */
export function Losses() {
  const { desk } = useWorkbench()
  const { exporting } = desk
  const weighed = useValue(exporting, state => state.weighed)
  const isWeighing = useValue(exporting, state => state.isWeighing)
  useSaidOnce(isWeighing ? null : weighed)
  return (
    <section className={`export-part export-losses ${isWeighing ? 'going' : ''}`} aria-label={en.exporting.losses}>
      <h4>{en.exporting.losses}</h4>
      {isWeighing && <Weighing />}
      {weighed && <Known weighed={weighed} />}
      {!weighed && !isWeighing && (
        <p>
          {en.exporting.notLooked} <Button onClick={() => void exporting.weigh()}>{en.exporting.lookNow}</Button>
        </p>
      )}
    </section>
  )
}

/** What is known sooner needs no measure of how far it is. */
const SLOW_MS = 1000

function Weighing() {
  const { exporting } = useWorkbench().desk
  const progress = useValue(exporting, state => state.progress)
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  return (
    <p className="export-progress faint">
      <progress
        aria-label={en.exporting.weighingAll}
        max={progress?.of || 1}
        {...(progress ? { value: progress.done } : {})}
      />
      {progress ? en.exporting.weighing(progress.done, progress.of) : en.exporting.weighingAll}
      <Button onClick={exporting.stop}>{en.exporting.stopLooking}</Button>
    </p>
  )
}

function Known({ weighed: { losses, told, unplaced, unread, unreadNamed, ahead, aheadNamed } }: { weighed: Weighed }) {
  const isWhole = losses.length === 0 && told.length === 0 && unplaced + unread + ahead === 0
  if (isWhole) return <p>{en.exporting.nothingLost}</p>
  return (
    <ul className="export-lines">
      {losses.map(loss => (
        <Loss key={loss.feature} loss={loss} />
      ))}
      {told.map(({ why, count }) => (
        <li key={why}>{en.exporting.told[why](count)}</li>
      ))}
      {unplaced > 0 && <li>{en.exporting.unplaced(unplaced)}</li>}
      {ahead > 0 && <AheadLine ahead={ahead} named={aheadNamed} />}
      {unread > 0 && (
        <li>
          <details>
            <summary>{en.exporting.unread(unread)}</summary>
            <ul className="export-touched">
              {unreadNamed.map(({ path, annotator, problem }) => (
                <li key={`${path} ${annotator}`}>
                  <span className="file-path" translate="no" dir="auto">
                    {path} {annotator}
                  </span>{' '}
                  {en.problems[problem.kind].title}
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  )
}

function Loss({ loss }: { loss: Weighed['losses'][number] }) {
  const { feature, count, touched, way, ways } = loss
  const { exporting } = useWorkbench().desk
  return (
    <li className="export-loss">
      <details>
        <summary>
          <span>{en.exporting.touched(en.datasets.features[feature], count)}</span>
          {ways.length < 2 && <span className="becomes">{en.exporting.becomes(loss)}</span>}
        </summary>
        <TouchedList touched={touched} count={count} />
      </details>
      {ways.length > 1 && way && (
        <select
          aria-label={en.exporting.wayOf(en.datasets.features[feature])}
          value={way}
          onChange={event => exporting.chooseWay(feature as Feature, event.target.value as Fitting)}
        >
          {ways.map(one => (
            <option key={one.way} value={one.way}>
              {en.exporting.wayDoes(en.exporting.ways[one.way], en.exporting.becomes(one))}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}

/** Whoever listens hears what would be lost, once that is known. */
function useSaidOnce(weighed: Weighed | null): void {
  const { desk } = useWorkbench()
  useEffect(() => {
    if (!weighed) return
    const lines = weighed.losses.map(
      loss => `${en.exporting.touched(en.datasets.features[loss.feature], loss.count)}: ${en.exporting.becomes(loss)}`,
    )
    desk.notices.say(lines.length > 0 ? `${en.exporting.losses}: ${lines.join('; ')}` : en.exporting.nothingLost)
  }, [desk, weighed])
}
