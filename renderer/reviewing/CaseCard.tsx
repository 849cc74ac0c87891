import type { ReactNode } from 'react'
import type { CommandId } from '../../shared/commands/commands.ts'
import { reasonNamed } from '../../shared/review/reasons.ts'
import { whyStale } from '../../shared/review/whyStale.ts'
import { words as en } from '../../shared/words/words.ts'
import { type CaseColumn, columnsOf } from '../commands/reviewingActions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { shownName } from '../state/reviewView.ts'
import { Button } from '../ui/Button.tsx'
import { CaseTable } from './CaseTable.tsx'
import './reviewing.css'

/** The case at hand: what each layer says there, side by side, and what can be decided. */
export function CaseCard() {
  const { desk } = useWorkbench()
  useValue(desk.reviewing, state => state.version)
  useValue(desk.reviewing, state => state.current)
  const why = useValue(desk.reviewing, state => state.why)
  const view = useValue(desk.reviewView, state => state)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const entry = desk.reviewing.current()
  if (!entry) return <p className="closed faint">{en.deciding.noCase}</p>
  const one = entry.case
  const columns = columnsOf(view, one).filter(({ opinion, isSilent }) => opinion || isSilent)
  const given = reasonNamed(one.verdicts.find(verdict => verdict.reason !== undefined) ?? {}, codebook)
  const next = reasonNamed(why, codebook)
  return (
    <section className="case-card" aria-label={en.deciding.card}>
      <header>
        <h2>{one.kinds.map(kind => en.deciding.kinds[kind]).join(', ')}</h2>
        <span className={`case-state ${one.state}`}>
          <span aria-hidden="true">{en.deciding.signs[one.state]}</span> {en.deciding.states[one.state]}
        </span>
      </header>
      {whyStale(one).map(told => (
        <p key={JSON.stringify(told)} className="case-stale">
          {'layer' in told
            ? en.deciding.whyStale[told.kind](shownName(view, told.layer))
            : en.deciding.whyStale[told.kind]}
        </p>
      ))}
      <CaseTable one={one} columns={one.opinions.length > 0 ? columns : columns.flatMap(asItWas)} />
      {one.opinions.length === 0 && !one.was && <p className="small">{en.deciding.wasUnknown}</p>}
      <Decisions
        columns={columns}
        isDecided={one.verdicts.length > 0}
        isWithdrawn={one.opinions.length === 0}
        isInGold={one.gold.length > 0}
      />
      {given !== '' && <p className="small">{en.deciding.given(given)}</p>}
      {next !== '' && <p className="small">{en.deciding.givenNext(next)}</p>}
    </section>
  )
}

/** The column of a layer that has withdrawn what was decided on: what it said. */
function asItWas(column: CaseColumn): CaseColumn[] {
  return column.was ? [{ ...column, opinion: column.was }] : []
}

const accepts = ['review.takeFirst', 'review.takeSecond', 'review.takeThird', 'review.takeFourth'] as const

const changes = ['review.change', 'review.changeSecond', 'review.changeThird', 'review.changeFourth'] as const

interface DecisionsProps {
  readonly columns: readonly CaseColumn[]
  readonly isDecided: boolean
  /** Whether nobody says it any more. */
  readonly isWithdrawn: boolean
  readonly isInGold: boolean
}

function Decisions({ columns, isDecided, isWithdrawn, isInGold }: DecisionsProps) {
  const said = columns.filter(({ opinion }) => opinion)
  return (
    <div className="case-acts">
      {columns.map(({ layer, place, letter, name, opinion }) => {
        const command = accepts[place]
        const title = opinion ? en.deciding.acceptWhy(name) : en.deciding.acceptSilentWhy(name)
        // Where nobody says anything any more, there is nothing to accept of anybody.
        return command && !isWithdrawn ? (
          <Act key={layer} command={command} title={title}>
            {en.deciding.accept(letter)}
          </Act>
        ) : null
      })}
      {said.length > 1 && <Act command="review.takeAll">{en.deciding.both(said.length)}</Act>}
      {isWithdrawn && isInGold && <Act command="review.takeAll">{en.deciding.keepGold}</Act>}
      <Act command="review.takeNone">{en.deciding.neither}</Act>
      {said.slice(0, changes.length).map(({ layer, letter, name }, i) => (
        <Act key={layer} command={changes[i]!} title={en.deciding.editWhy(name)}>
          {en.deciding.edit(letter)}
        </Act>
      ))}
      {columns.length > accepts.length && !isWithdrawn && <Act command="review.takeOther">{en.deciding.anyLayer}</Act>}
      <Act command="review.reason">{en.deciding.reason}</Act>
      {isDecided && <Act command="review.reopen">{en.deciding.reopen}</Act>}
      <Act command="discussion.comment">{en.discussion.discuss}</Act>
      <span className="gap" />
      <Act command="review.previous">{en.deciding.previous}</Act>
      <Act command="review.next">{en.deciding.next}</Act>
    </div>
  )
}

/** A decision with its key on it. */
function Act({ command, title, children }: { command: CommandId; title?: string; children: ReactNode }) {
  const { run } = useWorkbench()
  const keys = useKey(command)
  return (
    <Button title={title} onClick={() => run(command)}>
      {children} {keys !== '' && <kbd>{keys}</kbd>}
    </Button>
  )
}
