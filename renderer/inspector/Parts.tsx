import type { Annotation } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { removePartAndSay } from '../commands/spanActions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'

/** The parts of an annotation that stands on words in several places: to go to each, and to take one away. */
export function Parts({ annotation: { spans } }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  const key = useKey('span.removePart')
  if (spans.length < 2) return null
  return (
    <div className="parts">
      <span className="label">
        {en.inspector.parts(spans.length)} <kbd>{key}</kbd>
      </span>
      <ol>
        {spans.map(({ start, end, quote }, i) => (
          <li key={start}>
            <button
              type="button"
              className="words"
              title={en.inspector.goToPart}
              onClick={() => {
                desk.reading.selectText({ start, end: start })
                desk.reading.reveal({ start, end })
              }}
            >
              {quote.slice(0, 120).replace(/\s+/g, ' ')}
            </button>
            <button
              type="button"
              className="remove-part"
              aria-label={en.inspector.removePart(i + 1, quote.slice(0, 60))}
              onClick={() => removePartAndSay(desk, start)}
            >
              {en.inspector.takeOut}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
