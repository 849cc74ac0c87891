import { words as en } from '../../shared/words/words.ts'
import { countAgreed, takeAgreed } from '../commands/reviewingActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** What is agreed on and taken by itself: by how many, how much that is, and the button that takes it. */
export function AgreedBar() {
  const { desk } = useWorkbench()
  const agreed = useValue(desk.reviewing, state => state.agreed)
  const layers = useValue(desk.reviewView, state => state.layers.length)
  const isBlind = useValue(desk.reviewView, state => state.isBlind)
  const isBusy = useValue(desk.bulk, state => state.running !== null)
  if (!agreed) return null
  const numbers = Array.from({ length: Math.max(0, layers - 1) }, (_, i) => i + 2)
  return (
    <section id="review-agreed" className="review-agreed" aria-label={en.deciding.agreed.title}>
      <b>{en.deciding.agreed.title}</b>
      <label className="review-select">
        <span>{en.deciding.agreed.threshold}</span>
        <select
          value={agreed.atLeast ?? 'all'}
          onChange={event => {
            const { value } = event.currentTarget
            void countAgreed(desk, value === 'all' ? null : Number(value))
          }}
        >
          <option value="all">{en.deciding.agreed.all}</option>
          {numbers.map(number => (
            <option key={number} value={number}>
              {en.deciding.agreed.atLeast(number)}
            </option>
          ))}
        </select>
      </label>
      <span role="status">
        {agreed.phase === 'counting'
          ? en.deciding.agreed.counting
          : agreed.phase === 'stopped'
            ? en.deciding.agreed.stopped
            : isBlind
              ? ''
              : en.deciding.agreed.count(agreed.cases, agreed.articles)}
      </span>
      {agreed.phase === 'counting' && (
        <>
          <progress
            max={Math.max(1, agreed.progress.total)}
            value={agreed.progress.done}
            aria-label={en.deciding.running(agreed.progress.done, agreed.progress.total)}
          />
          {agreed.progress.total > 0 && (
            <span aria-hidden="true">{en.deciding.running(agreed.progress.done, agreed.progress.total)}</span>
          )}
          <Button id="review-stop-counting" onClick={() => desk.reviewing.stopCounting()}>
            {en.deciding.stop}
          </Button>
        </>
      )}
      {agreed.phase === 'stopped' && (
        <Button onClick={() => void countAgreed(desk, agreed.atLeast)}>{en.deciding.agreed.countAgain}</Button>
      )}
      <Button
        id="review-take-agreed"
        look="main"
        disabled={agreed.phase !== 'there' || agreed.changes.length === 0 || isBusy}
        onClick={() => void takeAgreed(desk)}
      >
        {en.deciding.agreed.take}
      </Button>
      <Button onClick={() => desk.reviewing.leaveAgreed()}>{en.close}</Button>
    </section>
  )
}
