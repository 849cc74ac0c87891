import type { Copy } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { bringInProject, leaveProjectCopy } from '../commands/merging.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { waitingCopies } from '../state/merging.ts'
import { Button } from '../ui/Button.tsx'

/** What sync services left of the project file: what is missing here is brought in from there, and never unasked. */
export function ProjectCopies() {
  const { desk } = useWorkbench()
  const copies = waitingCopies(useValue(desk.workspace, state => state.copies))
  if (copies.length === 0) return null
  return (
    <ul className="strays">
      {copies.map(copy => (
        <Offer key={copy.ticket} copy={copy} />
      ))}
    </ul>
  )
}

function Offer({ copy }: { copy: Copy }) {
  const { desk } = useWorkbench()
  const { kept, makers, why, leave, leaveWhy, file } = en.merging.copies
  return (
    <li title={file(copy.name)}>
      <p>
        <strong>{kept.project(makers[copy.by])}.</strong> {why.project}
      </p>
      <Button look="line" onClick={() => void bringInProject(desk, copy)}>
        {en.merging.copies.bringIn}
      </Button>
      <Button look="plain" title={leaveWhy} onClick={() => void leaveProjectCopy(desk, copy)}>
        {leave}
      </Button>
    </li>
  )
}
