import type { Annotation } from '../../shared/annotation/annotation.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useTags } from '../look/useTags.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { en } from '../words/en.ts'
import { AnnotationCard } from './AnnotationCard.tsx'
import { AnnotationList } from './AnnotationList.tsx'
import './inspector.css'

/** The selected annotation, and all of them. */
export function Inspector() {
  const { desk } = useWorkbench()
  const annotation: Annotation | undefined = useValue(desk.reading, selectedAnnotation)
  const hasArticle = useValue(desk.reading, state => state.article !== null)
  useValue(desk.reading, state => state.version)
  const isReadOnly = useValue(desk.reading, state => state.article?.head?.access === 'read')
  if (!hasArticle) return <p className="closed faint">{en.inspector.closed}</p>
  return (
    <>
      {annotation ? (
        <AnnotationCard key={annotation.id} annotation={annotation} />
      ) : (
        <NothingSelected isReadOnly={isReadOnly} />
      )}
      <AnnotationList />
    </>
  )
}

function NothingSelected({ isReadOnly }: { isReadOnly: boolean }) {
  const tags = useTags()
  if (isReadOnly) {
    return (
      <section className="nothing-selected" aria-label={en.inspector.nothing}>
        <p>{en.inspector.readOnlyWhy}</p>
      </section>
    )
  }
  return (
    <section className="nothing-selected" aria-label={en.inspector.nothing}>
      <p>{en.inspector.nothingWhy}</p>
      <ul>
        {tags.map(tag => (
          <li key={tag.id} title={tag.guidance}>
            <kbd>{tag.key}</kbd>
            <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
              {tag.label}
            </Swatch>
          </li>
        ))}
      </ul>
      <p>{en.inspector.nothingPick}</p>
    </section>
  )
}
