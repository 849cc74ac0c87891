import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** Nothing is annotated yet: what would make something to export. */
export function NobodyStep() {
  const { exporting } = useWorkbench().desk
  return (
    <>
      <div role="status" className="export-nobody">
        <p className="what">{en.exporting.nobody}</p>
        <p>{en.exporting.nobodyWhy}</p>
      </div>
      <div className="answers">
        <Button look="main" data-first="" onClick={exporting.close}>
          {en.exporting.close}
        </Button>
      </div>
    </>
  )
}
