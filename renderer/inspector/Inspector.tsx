import type { Annotation } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { useLate, useWorkbench } from '../commands/useWorkbench.ts'
import { useOfferedTags } from '../look/useTags.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { AnnotationCard } from './AnnotationCard.tsx'
import { AnnotationList } from './AnnotationList.tsx'
import { ComparedCard } from './ComparedCard.tsx'
import './inspector.css'

/** The selected annotation, and all of them. */
export function Inspector() {
  const { desk } = useWorkbench()
  const annotation: Annotation | undefined = useLate(desk.reading, selectedAnnotation)
  useLate(desk.reading, state => state.version)
  const article = useLate(desk.reading, state => state.article)
  if (!article) return <p className="closed faint">{en.inspector.closed}</p>
  return (
    <>
      {article.compared && <ComparedCard />}
      {article.compared ? (
        annotation && article.canChange(annotation.id) && <AnnotationCard annotation={annotation} />
      ) : annotation ? (
        <AnnotationCard annotation={annotation} />
      ) : (
        <NothingSelected article={article} />
      )}
      <AnnotationList />
    </>
  )
}

function NothingSelected({ article: { head, layer } }: { article: OpenArticle }) {
  const tags = useOfferedTags()
  if (head?.access === 'read') {
    return layer.annotations.size === 0 ? null : (
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
