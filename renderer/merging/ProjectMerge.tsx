import { type KeyboardEvent, useId } from 'react'
import type { Side } from '../../shared/merging/contradiction.ts'
import { words as en } from '../../shared/words/words.ts'
import { settleDisputes, spellDisputed } from '../commands/disputes.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type Dispute, disputeKey } from '../state/disputes.ts'
import { Button } from '../ui/Button.tsx'

const sides: readonly Side[] = ['ours', 'theirs']
/** One key decides, and goes on to the next. */
const sideByKey: Readonly<Record<string, Side>> = { 1: 'ours', 2: 'theirs' }

/** What was changed here and by somebody else in stet.json, side by side. One of them stands there already; a person may take the other. */
export function ProjectMerge() {
  const { desk } = useWorkbench()
  const disputes = useValue(desk.disputes, state => state.disputes)
  const seen = useValue(desk.disputes, state => state.seen)
  if (disputes.length === 0) return null
  return (
    <section className="disputes" aria-label={en.merging.project.title}>
      <div className="merge-bar">
        <strong>{en.merging.project.title}</strong>
        <span className="faint">{en.merging.left(disputes.length - seen.size)}</span>
        <span className="gap" />
        <Button look="main" onClick={() => settleDisputes(desk)}>
          {en.merging.project.done}
        </Button>
      </div>
      <div className="contradictions">
        {disputes.map(one => (
          <Disputed key={disputeKey(one)} one={one} />
        ))}
      </div>
    </section>
  )
}

function Disputed({ one }: { one: Dispute }) {
  const { desk } = useWorkbench()
  useValue(desk.project, state => state.version)
  const standing = desk.disputes.standing(one)
  const name = useId()

  function decideByKey(event: KeyboardEvent<HTMLFieldSetElement>): void {
    const side = sideByKey[event.key]
    if (!side || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    desk.disputes.decide(one, side)
    goOn(event.currentTarget)
  }

  return (
    <fieldset className="contradiction" onKeyDown={decideByKey}>
      <legend>
        <bdi>{one.name}</bdi>
        <span className="which">{one.field === '' ? en.merging.fields[''] : one.field}</span>
      </legend>
      {sides.map((side, i) => (
        <label key={side} className={standing === side ? 'side chosen' : 'side'}>
          <input
            type="radio"
            name={name}
            checked={standing === side}
            onChange={() => desk.disputes.decide(one, side)}
            aria-keyshortcuts={String(i + 1)}
          />
          <span className="whose">
            {en.merging.project.sides[side]} <kbd aria-hidden>{i + 1}</kbd>
          </span>
          <span className="value" dir="auto">
            {spellDisputed(one, side)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The next dispute, else the button that ends them. */
function goOn(from: HTMLElement): void {
  const next = from.nextElementSibling?.querySelector('input') ?? document.querySelector<HTMLElement>('.disputes .main')
  next?.focus()
}
