import { useState } from 'react'
import { inNeedFirst, type Proof } from '../../shared/organise/proof.ts'
import type { Round } from '../../shared/project/organised.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { ProofRow } from './ProofRow.tsx'
import { SealedCounts } from './SealedCounts.tsx'
import { usePeople } from './usePeople.ts'

/** Sealed codings: begun, how far they are, and what is proved of each layer. */
export function SealedPart() {
  const { desk } = useWorkbench()
  useValue(desk.project, state => state.version)
  useValue(desk.organising, state => state.looks)
  const { rounds } = desk.project.getState().project
  const around = desk.organising.sealedAround()
  return (
    <>
      <p>{en.organising.sealedWhat}</p>
      <p className="faint">{en.organising.covers}</p>
      {around > 0 && <p>{en.organising.sealedAround(around)}</p>}
      <Begin />
      {rounds.map(round => (
        <RoundPart key={round.id} round={round} />
      ))}
    </>
  )
}

function Begin() {
  const { desk } = useWorkbench()
  const problem = useValue(desk.project, state => state.problem)
  const teams = desk.organising.sealable()
  const articles = [...teams.values()].flatMap(team => team.articles)
  const begun = desk.organising.begunAmong(articles)
  if (articles.length === 0) return <p>{en.organising.cannotBegin}</p>

  function begin(): void {
    const time = new Date().toISOString()
    const edit: ProjectEdit = {
      kind: 'all',
      edits: [...teams.values()].map(({ annotators, articles }) => ({
        ...{ kind: 'set', of: 'rounds', id: crypto.randomUUID() },
        fields: { annotators, articles, begun: time },
      })),
    }
    if (desk.project.editForGood(edit)) desk.notices.say(en.organising.begunSaid(articles.length))
  }

  return (
    <>
      <p>
        {en.organising.canBegin(articles.length, teams.size)} {begun > 0 && en.organising.begunAlready(begun)}
      </p>
      <div className="organising-buttons">
        <Button look="main" disabled={problem !== null} onClick={begin}>
          {en.organising.begin}
        </Button>
      </div>
    </>
  )
}

function RoundPart({ round }: { round: Round }) {
  const { desk } = useWorkbench()
  const { organising, notices } = desk
  const people = usePeople()
  const problem = useValue(desk.project, state => state.problem)
  const nameOf = (id: string) => people.get(id) ?? id
  const proofs = organising.proofs(round)
  const open = organising.openIn(round)
  const changed = proofs.filter(({ state }) => state === 'changed').length
  const late = proofs.filter(({ state }) => state === 'again').length
  const forgetting = organising.forgetting(round)
  const title = round.name || round.annotators.map(nameOf).join(' + ')

  function openNow(): void {
    const me = desk.entrance.getState().person?.id
    const fields = { opened: new Date().toISOString(), ...(me ? { openedBy: me } : {}) }
    if (desk.project.editForGood({ kind: 'set', of: 'rounds', id: round.id, fields }))
      notices.say(en.organising.openedSaid)
  }

  return (
    <section className="round" aria-label={title}>
      <h3>
        <bdi>{title}</bdi> <span className="faint">{en.organising.roundState(open, round.articles.length)}</span>
      </h3>
      {changed > 0 && (
        <p className="wrong" role="alert">
          {en.organising.changed(changed)}
        </p>
      )}
      {late > 0 && <p className="wrong">{en.organising.changedLate(late)}</p>}
      {round.opened !== undefined && (
        <p className="faint">{en.organising.opened(nameOf(round.openedBy ?? ''), en.time(round.opened))}</p>
      )}
      <div className="organising-buttons">
        <SealMine round={round} proofs={proofs} />
        {open < round.articles.length && round.opened === undefined && (
          <Button look="plain" title={en.organising.openWhy} disabled={problem !== null} onClick={openNow}>
            {en.organising.open}
          </Button>
        )}
        <Button
          look="plain"
          disabled={problem !== null || forgetting === null}
          onClick={() => forgetting && desk.project.edit(forgetting) && notices.say(en.organising.removed)}
        >
          {en.organising.remove}
        </Button>
      </div>
      {forgetting === null && <p className="faint">{en.organising.removeWhyNot}</p>}
      <SealedCounts round={round} proofs={proofs} nameOf={nameOf} />
      <Proofs proofs={proofs} nameOf={nameOf} />
    </section>
  )
}

/** Seals what the person changed after they had sealed it, or hasn't sealed yet. */
function SealMine({ round, proofs }: { readonly round: Round; readonly proofs: readonly Proof[] }) {
  const { desk } = useWorkbench()
  const { organising, notices } = desk
  const me = useValue(desk.entrance, state => state.person?.id)
  const problem = useValue(desk.project, state => state.problem)
  const mine = proofs.filter(({ annotator }) => annotator === me)
  const isNew = mine.some(({ state }) => state === 'unsealed')
  const isChanged = mine.some(({ state }) => state === 'changed')
  if (!isNew && !isChanged) return null
  return (
    <Button
      title={isChanged ? en.organising.sealAgainWhy : undefined}
      disabled={problem !== null}
      onClick={() => {
        void organising.sealMine(round).then(count => notices.say(en.organising.sealed(count)), desk.fail)
      }}
    >
      {isChanged ? en.organising.sealAgain : en.organising.sealNow}
    </Button>
  )
}

/** So many layers are listed at first, and with every press of the button. */
const AT_ONCE = 50

function Proofs({ proofs, nameOf }: { readonly proofs: readonly Proof[]; readonly nameOf: (id: string) => string }) {
  const [most, setMost] = useState(AT_ONCE)
  const shown = inNeedFirst(proofs).slice(0, most)
  const left = proofs.length - shown.length
  return (
    <>
      {left > 0 && <p className="faint">{en.organising.proofsShown(shown.length, proofs.length)}</p>}
      <table className="organising-table proofs">
        <tbody>
          {shown.map(proof => (
            <ProofRow key={`${proof.annotator} ${proof.article}`} proof={proof} name={nameOf(proof.annotator)} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div className="organising-buttons">
          <Button look="line" onClick={() => setMost(most + AT_ONCE)}>
            {en.organising.showMore(Math.min(AT_ONCE, left))}
          </Button>
        </div>
      )}
    </>
  )
}
