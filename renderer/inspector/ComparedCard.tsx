import { words as en } from '../../shared/words/words.ts'
import { differsIn, linksOf, namesAt, silentPlaces } from '../commands/saidOfCase.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { describe } from '../state/describe.ts'
import { Button } from '../ui/Button.tsx'
import { Swatch } from '../ui/Swatch.tsx'

/** What each layer says at the place that is looked at, and in what they differ. */
export function ComparedCard() {
  const { desk } = useWorkbench()
  useLate(desk.comparing, state => state.version)
  useLate(desk.project, state => state.version)
  const view = useLate(desk.reviewView, state => state)
  const codebook = useLate(desk.workspace, state => state.codebook)
  const tags = useTags()
  const one = desk.comparing.current()
  if (!one) {
    return (
      <section className="nothing-selected" aria-label={en.comparing.place}>
        <p>{en.comparing.nothingSelected}</p>
      </section>
    )
  }
  const silent = silentPlaces(view, one)
  return (
    <section className="compared-card" aria-label={en.comparing.place}>
      <h2>{differsIn(view, one)}</h2>
      {desk.comparing.marksOf(one.id).map(mark => {
        const { annotation, places } = mark
        const { label, mark: drawn, ink, tint } = tagOf(tags, annotation.tag)
        const { words, entity, attributes, note } = describe(annotation, codebook, desk.entities.nameOf)
        return (
          <div key={annotation.id} className="compared-opinion">
            <p>
              <strong>{namesAt(view, places)}</strong>{' '}
              <Swatch mark={drawn} ink={ink} tint={tint}>
                {label}
              </Swatch>
            </p>
            <p className="compared-words" dir="auto">
              {words}
            </p>
            {entity !== undefined && <p dir="auto">{entity}</p>}
            {attributes.map(([question, answer]) => (
              <p key={question} className="small">
                {en.inspector.other(question, answer)}
              </p>
            ))}
            {linksOf(desk, mark).map(([type, end]) => (
              <p key={`${type} ${end}`} className="small" dir="auto">
                {en.inspector.other(type, end)}
              </p>
            ))}
            {note !== undefined && (
              <p className="small" dir="auto">
                {note}
              </p>
            )}
          </div>
        )
      })}
      {silent.length > 0 && <p className="faint">{en.inspector.other(namesAt(view, silent), en.comparing.silent)}</p>}
      <DiscussButton />
    </section>
  )
}

/** Begins a comment on what one of them says. */
function DiscussButton() {
  const { run } = useWorkbench()
  return (
    <Button look="plain" keys={useKey('discussion.comment')} onClick={() => run('discussion.comment')}>
      {en.discussion.discuss}
    </Button>
  )
}
