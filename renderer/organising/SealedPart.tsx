import type { Round } from '../../shared/project/organised.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { usePeople } from './usePeople.ts'

/** Sealed codings: begun, how far they are, and what is proved of each layer. */
export function SealedPart() {
  const { desk } = useWorkbench()
  useValue(desk.project, state => state.version)
  useValue(desk.organising, state => state.looks)
  const { rounds } = desk.project.getState().project
  return (
    <>
      <p>{en.organising.sealedWhat}</p>
      <p className="faint">{en.organising.covers}</p>
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
    if (desk.project.edit(edit)) desk.notices.say(en.organising.begunSaid(articles.length))
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
  const me = useValue(desk.entrance, state => state.person?.id)
  const nameOf = (id: string) => people.get(id) ?? id
  const proofs = organising.proofs(round)
  const open = organising.openIn(round)
  const changed = proofs.filter(({ state }) => state === 'changed').length
  const unsealed = proofs.some(({ state, annotator }) => state === 'unsealed' && annotator === me)
  const title = round.name || round.annotators.map(nameOf).join(' + ')

  function openNow(): void {
    const fields = { opened: new Date().toISOString(), ...(me ? { openedBy: me } : {}) }
    if (desk.project.edit({ kind: 'set', of: 'rounds', id: round.id, fields })) notices.say(en.organising.openedSaid)
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
      {round.opened !== undefined && (
        <p className="faint">{en.organising.opened(nameOf(round.openedBy ?? ''), en.time(round.opened))}</p>
      )}
      <table className="organising-table">
        <tbody>
          {proofs.map(({ article, annotator, state, seal, now }) => (
            <tr key={`${article} ${annotator}`} className={state}>
              <th scope="row" className="file-path" dir="auto">
                {article}
              </th>
              <td>
                <bdi>{nameOf(annotator)}</bdi>
              </td>
              <td className={state === 'changed' || state === 'gone' ? 'wrong' : ''}>
                {en.organising.states[state]}
                {seal && <code className="hash">{en.organising.sealedHash(seal.sha256)}</code>}
                {state === 'changed' && now !== null && <code className="hash">{en.organising.nowHash(now)}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="organising-buttons">
        {unsealed && (
          <Button
            onClick={() => {
              void organising.sealMine(round).then(count => notices.say(en.organising.sealed(count)), desk.fail)
            }}
          >
            {en.organising.sealNow}
          </Button>
        )}
        {open < round.articles.length && round.opened === undefined && (
          <Button look="plain" title={en.organising.openWhy} onClick={openNow}>
            {en.organising.open}
          </Button>
        )}
        <Button
          look="plain"
          onClick={() => desk.project.edit(organising.forgetting(round)) && notices.say(en.organising.removed)}
        >
          {en.organising.remove}
        </Button>
      </div>
    </section>
  )
}
