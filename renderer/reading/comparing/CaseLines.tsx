import { words as en } from '../../../shared/words/words.ts'
import { differsIn, namesAt, saysOf, silentPlaces } from '../../commands/saidOfCase.ts'
import { useValue, useWorkbench } from '../../commands/useWorkbench.ts'

/** What all layers say where a mark stands, and in what they differ; nothing for an annotation that isn't compared. */
export function CaseLines({ mark }: { mark: string }) {
  const { desk } = useWorkbench()
  useValue(desk.comparing, state => state.version)
  const view = useValue(desk.reviewView, state => state)
  const one = desk.comparing.caseOf(mark)
  if (!one) return null
  const silent = silentPlaces(view, one)
  return (
    <div className="case-lines">
      <strong>{differsIn(view, one)}</strong>
      {saysOf(desk, one).map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {silent.length > 0 && <p className="faint">{en.inspector.other(namesAt(view, silent), en.comparing.silent)}</p>}
    </div>
  )
}
