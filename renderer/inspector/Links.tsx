import { type Annotation, quoteOf } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { selectAndSay } from '../commands/actions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** What an annotation is linked to. Links are read here; they are drawn elsewhere. */
export function Links({ annotation }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  const types = useValue(desk.workspace, state => state.codebook.links)
  useValue(desk.reading, state => state.version)
  const layer = desk.reading.getState().article?.layer
  const links = layer?.linksOf(annotation.id).filter(link => link.from === annotation.id) ?? []
  if (links.length === 0) return null
  return (
    <div className="links">
      <span className="label">{en.inspector.links}</span>
      <ul>
        {links.map(({ id, type, to }) => {
          const label = types.find(one => one.id === type)?.label ?? type
          const target = 'annotation' in to ? layer?.annotations.get(to.annotation) : undefined
          const words = target ? quoteOf(target) : 'entity' in to ? to.entity : en.inspector.author
          return (
            <li key={id}>
              <button type="button" disabled={!target} onClick={() => target && selectAndSay(desk, target)}>
                <span className="faint">{label}</span> {words}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
