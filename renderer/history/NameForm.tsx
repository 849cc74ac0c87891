import { useEffect, useRef, useState } from 'react'
import type { Moment } from '../../shared/history/moment.ts'
import type { Thing } from '../../shared/history/thing.ts'
import { MAX_VERSION_CHARACTERS } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { nameAndSay } from '../commands/historyActions.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Asks what a version is called. */
export function NameForm({ moment }: { moment: Moment<Thing> | undefined }) {
  const { desk } = useWorkbench()
  const [name, setName] = useState(moment?.version ?? '')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const close = () => {
    desk.past.beginNaming(false)
    document.getElementById('history-slider')?.focus()
  }
  return (
    <form
      ref={form}
      className="history-name"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() === '') return
        void nameAndSay(desk, name.trim()).then(() => document.getElementById('history-slider')?.focus())
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <TextField
        label={en.history.nameLabel}
        hint={en.history.nameHint}
        value={name}
        maxLength={MAX_VERSION_CHARACTERS}
        onText={setName}
      />
      <div className="history-actions">
        <button type="submit" className="button main" disabled={name.trim() === ''}>
          {en.history.nameSave}
        </button>
        <Button look="plain" onClick={close}>
          {en.cancel}
        </Button>
      </div>
    </form>
  )
}
