import { useRef } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { MAX_NOTE_CHARACTERS } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** The note. What is typed becomes an edit at a pause and on leaving. */
export function NoteField({ annotation }: { annotation: Annotation }) {
  const key = useKey('annotation.note')
  const { desk } = useWorkbench()
  const draft = useValue(desk.tagging.drafts, state =>
    state.draft?.annotation === annotation.id ? state.draft.note : null,
  )
  const before = useRef('')
  const note = draft ?? annotation.note ?? ''
  return (
    <div className="note">
      <label className="label" htmlFor="note">
        {en.inspector.note} <kbd>{key}</kbd>
      </label>
      <textarea
        id="note"
        className="field"
        dir="auto"
        rows={1}
        maxLength={MAX_NOTE_CHARACTERS}
        placeholder={en.inspector.notePlaceholder}
        value={note}
        onChange={event => desk.tagging.writeNote(annotation.id, event.target.value)}
        onFocus={() => {
          before.current = note
        }}
        onBlur={() => {
          desk.tagging.settle()
          if (note !== before.current) desk.notices.say(en.said.noteKept)
        }}
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
