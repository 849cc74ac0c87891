import { type Proof, sealsTold } from '../../shared/organise/proof.ts'
import { words as en } from '../../shared/words/words.ts'

/** How one layer of a sealed coding stands, with everything that was sealed of it. */
export function ProofRow({ proof, name }: { readonly proof: Proof; readonly name: string }) {
  const { article, state, now } = proof
  const isWrong = state === 'changed' || state === 'gone' || state === 'again' || state === 'late'
  return (
    <tr className={state}>
      <th scope="row" className="file-path" dir="auto">
        {article}
      </th>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td className={isWrong ? 'wrong' : ''}>
        {en.organising.states[state]}
        {sealsTold(proof).map(({ seal, how }) => (
          <code key={seal.id} className="hash">
            {en.organising.sealings[how](en.time(seal.at), seal.sha256)}
          </code>
        ))}
        {state === 'changed' && now !== null && <code className="hash">{en.organising.nowHash(now)}</code>}
      </td>
    </tr>
  )
}
