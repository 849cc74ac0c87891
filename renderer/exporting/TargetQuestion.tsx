import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import type { ExportTarget } from '../state/exporting.ts'
import { Button } from '../ui/Button.tsx'
import { useExport } from './useExport.ts'

/** The place that was chosen is taken, or inside the workspace. */
export function TargetQuestion({ target: { name, taken, isInside } }: { target: ExportTarget }) {
  const { exporting } = useWorkbench().desk
  const run = useExport()
  return (
    <div className="export-question" role="alert">
      <p>{taken === null ? isInside && en.exporting.inside(name) : en.exporting.taken(taken)}</p>
      <div className="buttons">
        {taken === null && <Button onClick={() => run(exporting.confirm)}>{en.exporting.insideAnyway}</Button>}
        <Button onClick={() => run(exporting.export)}>{en.exporting.elsewhere}</Button>
      </div>
    </div>
  )
}
