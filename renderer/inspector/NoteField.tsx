import type { Annotation } from '../../shared/annotation/annotation.ts'
import { MAX_NOTE_CHARACTERS } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** The note. What is typed becomes an edit at a pause and on leaving. */
export function NoteField({ annotation }: { annotation: Annotation }) {
  const { desk } = useWorkbench()
  const draft = useValue(desk.tagging.drafts, state =>
    state.draft?.annotation === annotation.id ? state.draft.note : null,
  )
  return (
    <div className="note">
      <label className="label" htmlFor="note">
        {en.inspector.note}
        <kbd> M</kbd>
      </label>
      <textarea
        id="note"
        className="field"
        dir="auto"
        rows={1}
        maxLength={MAX_NOTE_CHARACTERS}
        placeholder={en.inspector.notePlaceholder}
        value={draft ?? annotation.note ?? ''}
        onChange={event => desk.tagging.writeNote(annotation.id, event.target.value)}
        onBlur={desk.tagging.settle}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          desk.tagging.settle()
          desk.stage.page?.focus()
        }}
      />
    </div>
  )
}
