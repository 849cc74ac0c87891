import { useState } from 'react'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { OneOf } from './OneOf.tsx'

/** Into which other tag? */
export function MergeStep({ tag }: { tag: string }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const others = codebook.tags.filter(one => one.id !== tag && isOffered(one))
  const [into, setInto] = useState(others[0]?.id ?? '')
  const label = labelOf(codebook.tags, tag)
  if (others.length === 0) return <p>{en.codebook.lastTag}</p>
  return (
    <div className="step">
      <h3>{en.codebook.mergeTitle(label)}</h3>
      <p className="faint">{en.codebook.mergeWhy(label)}</p>
      <OneOf label={en.codebook.mergeInto} among={others} chosen={into} onChoose={setInto} />
      <div className="answers">
        <Button onClick={() => desk.codebook.go(null)}>{en.codebook.back}</Button>
        <Button
          look="main"
          onClick={() =>
            desk.codebook.go({
              kind: 'try',
              before: codebook,
              migration: { kind: 'merge-tags', from: tag, into },
              after: codebook,
              back: { kind: 'merge', tag },
            })
          }
        >
          {en.codebook.showFirst}
        </Button>
      </div>
    </div>
  )
}
