import type { Proof, ProofState } from '../../shared/organise/proof.ts'
import type { Round } from '../../shared/project/organised.ts'
import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly round: Round
  readonly proofs: readonly Proof[]
  readonly nameOf: (id: string) => string
}

/** How many layers of each annotator are sealed, aren't done, or say something else by now. */
export function SealedCounts({ round, proofs, nameOf }: Props) {
  if (round.articles.length < 2) return null
  const { sealedColumns: columns } = en.organising
  return (
    <table className="organising-table">
      <thead>
        <tr>
          {Object.values(columns).map(title => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {round.annotators.map(id => {
          const own = proofs.filter(({ annotator }) => annotator === id)
          const count = (...states: ProofState[]) => own.filter(({ state }) => states.includes(state)).length
          return (
            <tr key={id}>
              <th scope="row">
                <bdi>{nameOf(id)}</bdi>
              </th>
              <td>{en.number(count('sealed', 'same'))}</td>
              <td>{en.number(count('waiting', 'unsealed'))}</td>
              <td>{en.number(count('changed', 'gone', 'again', 'late'))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
