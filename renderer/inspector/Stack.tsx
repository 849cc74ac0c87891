import { type Annotation, extent, quoteOf } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { selectAndSay } from '../commands/actions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { Swatch } from '../ui/Swatch.tsx'

/** How many are named; the others are counted. */
const NAMED = 5

/** The other annotations at the same place: which one is meant? */
export function Stack({ annotation }: { annotation: Annotation }) {
  const key = useKey('annotation.deeper')
  const { desk } = useWorkbench()
  const tags = useTags()
  useLate(desk.reading, state => state.version)
  const layer = desk.reading.getState().article?.layer
  const others = layer?.touching(extent(annotation)).filter(other => other.id !== annotation.id) ?? []
  if (others.length === 0) return null
  return (
    <div className="stack">
      <span className="label">
        {en.inspector.stack} <kbd>{key}</kbd>
      </span>
      <ul>
        {others.slice(0, NAMED).map(other => {
          const tag = tagOf(tags, other.tag)
          return (
            <li key={other.id}>
              <button type="button" onClick={() => selectAndSay(desk, other)}>
                <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
                  {tag.label.slice(0, 1)}
                </Swatch>
                <span className="words">{quoteOf(other).slice(0, 120)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {others.length > NAMED && <span className="faint small">{en.inspector.stackMore(others.length - NAMED)}</span>}
    </div>
  )
}
