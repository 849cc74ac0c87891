import { useId } from 'react'
import type { CommentKind } from '../../shared/annotation/comment.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { words as en } from '../../shared/words/words.ts'
import { aboutThread, inOneLine } from '../commands/aboutThread.ts'
import { composerId, dropDraft, sendDraft } from '../commands/discussActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import type { Draft } from '../state/discussing.ts'
import { Button } from '../ui/Button.tsx'

/** Where a comment is written, and what it is meant as. */
export function Composer({ draft }: { draft: Draft }) {
  const { desk } = useWorkbench()
  const name = useId()
  const { label, quote } = aboutThread(desk, { about: draft.on })
  const title =
    draft.changes !== null
      ? en.discussion.changing
      : draft.thread !== null
        ? en.discussion.replying
        : en.discussion.beginning(quote ? `“${inOneLine(quote)}”` : label)
  const kinds: readonly CommentKind[] = 'verdict' in draft.on ? ['note', 'question', 'disagree'] : ['note', 'question']
  return (
    <form
      className="composer"
      onSubmit={event => {
        event.preventDefault()
        sendDraft(desk)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          sendDraft(desk)
        } else if (event.key === 'Escape' && draft.text.trim() === '') {
          event.preventDefault()
          event.stopPropagation()
          dropDraft(desk)
        }
      }}
    >
      <label htmlFor={composerId}>{title}</label>
      <textarea
        id={composerId}
        className="field"
        dir="auto"
        rows={3}
        value={draft.text}
        onChange={event => desk.discussing.write(event.target.value)}
      />
      <div className="composer-foot">
        <fieldset>
          <legend className="hidden">{en.discussion.meant}</legend>
          {kinds.map(kind => (
            <label key={kind}>
              <input
                type="radio"
                name={name}
                checked={draft.kind === kind}
                onChange={() => desk.discussing.mean(kind)}
              />{' '}
              {en.discussion.meanings[kind]}
            </label>
          ))}
        </fieldset>
        <span className="gap" />
        <Button look="plain" onClick={() => dropDraft(desk)}>
          {en.cancel}
        </Button>
        <Button look="main" keys={printKeys('Mod+Enter', desk.platform())} onClick={() => sendDraft(desk)}>
          {draft.changes === null ? en.discussion.send : en.discussion.save}
        </Button>
      </div>
    </form>
  )
}
