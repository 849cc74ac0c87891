import { type KeyboardEvent, useEffect } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { stepOf } from '../commands/stepOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type OrganisePart, organiseParts } from '../state/organising.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ArticlesPart } from './ArticlesPart.tsx'
import { DividePart } from './DividePart.tsx'
import { PlannerPart } from './PlannerPart.tsx'
import { ProgressPart } from './ProgressPart.tsx'
import { SealedPart } from './SealedPart.tsx'
import './organising.css'

const parts: Readonly<Record<OrganisePart, () => React.ReactNode>> = {
  progress: ProgressPart,
  divide: DividePart,
  articles: ArticlesPart,
  sealed: SealedPart,
  planner: PlannerPart,
}

/** Who annotates what: how far everybody is, dividing, sealed codings, and how much is needed. */
export function OrganisingSheet() {
  const { desk, run } = useWorkbench()
  const { organising } = desk
  const part = useValue(organising, state => state.part)
  const isLooking = useValue(organising, state => state.isLooking)
  const looked = useValue(organising, state => state.problem)
  const problem = useValue(desk.project, state => state.problem)
  useEffect(() => void organising.look(), [organising])
  // Where the project says something else of an article, that one is looked at anew.
  const version = useValue(desk.project, state => state.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the project asks for another look
  useEffect(() => void organising.look(true), [organising, version])
  const Part = parts[part]

  /** Undo works here too, of what the project says. */
  function onKeyDown(event: KeyboardEvent): void {
    const step = stepOf(desk, event.nativeEvent)
    const isTyped = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
    if (!step || isTyped) return
    event.preventDefault()
    event.stopPropagation()
    run(`edit.${step}`)
  }

  return (
    <Dialog title={en.organising.title} className="organising" onClose={desk.dialogs.close}>
      {/** biome-ignore lint/a11y/noStaticElementInteractions: it hears undo for all that is in it */}
      <div className="organising-sheet" onKeyDown={onKeyDown}>
        <nav aria-label={en.organising.partsLabel}>
          {organiseParts.map(one => (
            <Button
              key={one}
              look="plain"
              aria-current={one === part ? 'page' : undefined}
              onClick={() => organising.show(one)}
            >
              {en.organising.parts[one]}
            </Button>
          ))}
        </nav>
        {(problem ?? looked) && (
          <p className="wrong" role="alert">
            {en.problems[(problem ?? looked)!.kind].title}. {en.problems[(problem ?? looked)!.kind].meaning}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long has to be scrolled by keys */}
        <section className="organising-part" aria-label={en.organising.parts[part]} tabIndex={0}>
          <Part />
        </section>
      </div>
      <div className="answers">
        <p className="news" role="status">
          {isLooking ? en.organising.looking : ''}
        </p>
        <Button look="line" onClick={() => void organising.look()}>
          {en.organising.again}
        </Button>
        <Button look="main" onClick={desk.dialogs.close}>
          {en.close}
        </Button>
      </div>
    </Dialog>
  )
}
