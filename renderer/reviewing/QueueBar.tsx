import { caseKinds } from '../../shared/review/case.ts'
import { shownStates } from '../../shared/review/queueView.ts'
import { words as en } from '../../shared/words/words.ts'
import { beginReview } from '../commands/reviewingActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useTags } from '../look/useTags.ts'
import { shownName } from '../state/reviewView.ts'
import { Button } from '../ui/Button.tsx'

/** How far it is, what of it is listed, and in which order. */
export function QueueBar() {
  const { desk } = useWorkbench()
  const { phase, progress, order, shown } = useValue(desk.reviewing, state => state)
  const view = useValue(desk.reviewView, state => state)
  const tags = useTags()
  const said = desk.reviewing.tags()
  const { total, decided, stale } = desk.reviewing.counts()
  const { filters, isBlind } = view
  return (
    <div className="review-bar">
      {phase === 'running' ? (
        <span role="status">{en.deciding.running(progress.done, progress.total)}</span>
      ) : (
        !isBlind && (
          <span className="review-progress">
            <progress max={Math.max(1, total)} value={decided} aria-label={en.deciding.progress(decided, total)} />
            {en.deciding.progress(decided, total)}
            {stale > 0 && <span className="review-stale">{en.deciding.stale(stale)}</span>}
          </span>
        )
      )}
      <span className="gap" />
      <Select
        label={en.deciding.shown}
        value={shown}
        options={shownStates.map(one => [one, en.deciding.shownStates[one]])}
        onChange={one => desk.reviewing.show(one as typeof shown)}
      />
      <Select
        label={en.deciding.order}
        value={order}
        options={(['weight', 'article'] as const).map(one => [one, en.deciding.orders[one]])}
        onChange={one => desk.reviewing.setOrder(one as typeof order)}
      />
      <Select
        label={en.deciding.kind}
        value={filters.kinds?.[0] ?? ''}
        options={[['', en.deciding.any], ...caseKinds.filter(one => one !== 'same').map(named)]}
        onChange={one => desk.reviewView.filter({ kinds: one === '' ? null : [one as (typeof caseKinds)[number]] })}
      />
      <Select
        label={en.deciding.tag}
        value={filters.tags?.[0] ?? ''}
        options={[
          ['', en.deciding.any],
          ...tags.filter(({ id }) => said.has(id)).map(({ id, label }) => [id, label] as const),
        ]}
        onChange={one => desk.reviewView.filter({ tags: one === '' ? null : [one] })}
      />
      <Select
        label={en.deciding.annotator}
        value={filters.annotators?.[0] ?? ''}
        options={[['', en.deciding.any], ...view.layers.map(layer => [layer, shownName(view, layer)] as const)]}
        onChange={one => desk.reviewView.filter({ annotators: one === '' ? null : [one] })}
      />
      {phase === 'running' ? (
        <Button onClick={() => desk.reviewing.stop()}>{en.deciding.stop}</Button>
      ) : (
        <>
          <Button onClick={() => void beginReview(desk)}>{en.deciding.again}</Button>
          <Button onClick={() => desk.reviewing.leave()}>{en.deciding.choose}</Button>
        </>
      )}
    </div>
  )
}

function named(kind: (typeof caseKinds)[number]): readonly [string, string] {
  return [kind, en.deciding.kinds[kind]]
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className="review-select">
      <span>{label}</span>
      <select value={value} onChange={event => onChange(event.currentTarget.value)}>
        {options.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
