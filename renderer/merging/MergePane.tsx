import { type KeyboardEvent, useEffect, useId } from 'react'
import { printKeys } from '../../shared/commands/keys.ts'
import { keyOf, type Side } from '../../shared/merging/contradiction.ts'
import type { ShownContradiction } from '../../shared/merging/shownContradiction.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { carryOut, goToContradiction, leaveCopy, nameContradiction, spellSide } from '../commands/merging.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { CopyInHand } from '../state/merging.ts'
import { Button } from '../ui/Button.tsx'
import { AboutCopy, bringsAnything, CopyFoot, Nothing } from './AboutCopy.tsx'
import { ProjectMerge } from './ProjectMerge.tsx'
import './merging.css'

/** What was changed here and in another version, side by side, for a person to decide. */
export function MergePane() {
  const { desk } = useWorkbench()
  const contradictions = useValue(desk.merging, state => state.contradictions)
  const copy = useValue(desk.merging, state => state.copy)
  const isGit = useValue(desk.merging, state => state.isGit)
  const isWanted = useValue(desk.merging, state => state.isWanted)
  useEffect(() => {
    if (!isWanted) return
    const places = ['.contradiction input', '.merge-bar .main:not(:disabled)', '.copies .button', '#drawer']
    const first = places.map(place => document.querySelector<HTMLElement>(place)).find(Boolean)
    first?.focus()
    desk.merging.arrived()
  }, [desk, isWanted])
  const disputes = useValue(desk.disputes, state => state.disputes.length)
  if (contradictions.length === 0 && !copy && !isGit) return disputes > 0 ? <ProjectMerge /> : <Nothing />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key works wherever the focus is in here
    <div className="merging" onKeyDown={carryOutByKey}>
      <ProjectMerge />
      <Bar count={contradictions.length} copy={copy} />
      {copy && <AboutCopy inHand={copy} />}
      {isGit && <p className="about-copy">{en.merging.git.why}</p>}
      <div className="contradictions">
        {contradictions.map(one => (
          <Contradicted key={keyOf(one)} one={one} />
        ))}
        {copy && <CopyFoot inHand={copy} />}
      </div>
    </div>
  )

  function carryOutByKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (desk.merging.open() === 0 && copy?.problem == null) void carryOut(desk)
  }
}

function Bar({ count, copy }: { count: number; copy: CopyInHand | null }) {
  const { desk } = useWorkbench()
  const decided = useValue(desk.merging, state => state.decisions.size)
  const isWriting = useValue(desk.merging, state => state.isWriting)
  const sideWords = useSideWords()
  const open = count - decided
  const brings = !copy || bringsAnything(copy, count)
  return (
    <div className="merge-bar">
      {count > 0 && <span className="faint">{en.merging.left(open)}</span>}
      <span className="gap" />
      {count > 0 && (
        <>
          <Button look="plain" disabled={open === 0 || isWriting} onClick={() => desk.merging.decideRest('ours')}>
            {sideWords.restOurs}
          </Button>
          <Button look="plain" disabled={open === 0 || isWriting} onClick={() => desk.merging.decideRest('theirs')}>
            {sideWords.restTheirs}
          </Button>
        </>
      )}
      {copy && !brings && (
        <Button
          look="main"
          disabled={isWriting}
          title={en.merging.copies.leaveWhy}
          onClick={() => void leaveCopy(desk, copy)}
        >
          {en.merging.copies.leave}
        </Button>
      )}
      {brings && (
        <Button
          look="main"
          disabled={open > 0 || isWriting}
          keys={printKeys('Mod+Enter', desk.platform())}
          onClick={() => void carryOut(desk)}
        >
          {en.merging.carryOut}
        </Button>
      )}
    </div>
  )
}

/** What the two versions are called. */
function useSideWords(): Pick<typeof en.merging, 'sides' | 'restOurs' | 'restTheirs'> {
  const { desk } = useWorkbench()
  const isCopy = useValue(desk.merging, state => state.copy !== null)
  const isGit = useValue(desk.merging, state => state.isGit)
  return isCopy ? en.merging.copies : isGit ? en.merging.git : en.merging
}

const sides: readonly Side[] = ['ours', 'theirs']
/** One key decides, and goes on to the next that waits. */
const sideByKey: Readonly<Record<string, Side>> = { 1: 'ours', 2: 'theirs' }

function Contradicted({ one }: { one: ShownContradiction }) {
  const { desk } = useWorkbench()
  const decision = useValue(desk.merging, state => state.decisions.get(keyOf(one)))
  const sideWords = useSideWords()
  const name = useId()
  const { what, field } = nameContradiction(desk, one)

  function decideByKey(event: KeyboardEvent<HTMLFieldSetElement>): void {
    const side = sideByKey[event.key]
    if (!side || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    desk.merging.decide(one, side)
    goToNext(event.currentTarget)
  }

  return (
    <fieldset className="contradiction" onFocus={() => goToContradiction(desk, one)} onKeyDown={decideByKey}>
      <legend>
        <bdi>{withUnseenShown(what)}</bdi>
        <span className="which">{field}</span>
      </legend>
      {sides.map((side, i) => (
        <label key={side} className={decision === side ? 'side chosen' : 'side'}>
          <input
            type="radio"
            name={name}
            checked={decision === side}
            onChange={() => desk.merging.decide(one, side)}
            aria-keyshortcuts={String(i + 1)}
          />
          <span className="whose">
            {sideWords.sides[side]} <kbd aria-hidden>{i + 1}</kbd>
          </span>
          <span className="value" dir="auto">
            {withUnseenShown(spellSide(desk, one, side))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The next contradiction that waits, else the button that carries all of it out. */
function goToNext(from: HTMLElement): void {
  const all = [...(from.parentElement?.querySelectorAll<HTMLElement>('fieldset') ?? [])]
  const later = [...all.slice(all.indexOf(from) + 1), ...all.slice(0, all.indexOf(from))]
  const next = later.find(one => !one.querySelector('.chosen'))
  if (next) next.querySelector('input')?.focus()
  // The button can be used only once this decision is drawn.
  else requestAnimationFrame(() => document.querySelector<HTMLElement>('.merge-bar .main')?.focus())
}
