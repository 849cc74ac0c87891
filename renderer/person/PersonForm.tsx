import { type FormEvent, useState } from 'react'
import { idFor } from '../../shared/sidecar/annotatorId.ts'
import { isAnnotatorId } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { asNotice } from '../state/asNotice.ts'
import { changePerson } from '../state/persons.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import './person.css'

interface Props {
  readonly answer: string
  readonly onDone: () => void
  readonly onCancel?: () => void
}

/** A name, and the annotator id that follows from it unless a person writes another. */
export function PersonForm({ answer, onDone, onCancel }: Props) {
  const { desk } = useWorkbench()
  const person = useValue(desk.entrance, state => state.person)
  const [name, setName] = useState(person?.name ?? '')
  const [ownId, setOwnId] = useState(person?.id ?? null)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const id = ownId ?? (name.trim() === '' ? '' : idFor(name))
  const wrongName = name.trim() === '' ? en.person.nameMissing : null
  const wrongId = isAnnotatorId(id) ? null : en.person.idRule

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (wrongName || wrongId) return
    try {
      await changePerson(desk, { id, name: name.trim() })
      onDone()
    } catch (failure) {
      setRefused(en.problems[asNotice(failure, 'cannot-save').kind].meaning)
    }
  }

  return (
    <form className="person" onSubmit={event => void submit(event)}>
      <p className="faint">{en.person.why}</p>
      <TextField
        label={en.person.name}
        value={name}
        onText={setName}
        maxLength={200}
        wrong={tried ? wrongName : null}
        autoFocus
      />
      <TextField
        label={en.person.id}
        value={id}
        onText={text => setOwnId(text.toLowerCase())}
        maxLength={32}
        hint={en.person.idWhy(id)}
        wrong={tried || (ownId !== null && id !== '') ? wrongId : null}
      />
      {person && id !== person.id && <p className="faint">{en.person.changed}</p>}
      {refused && (
        <p role="alert" className="refused">
          {refused}
        </p>
      )}
      <div className="answers">
        {onCancel && (
          <Button look="line" onClick={onCancel}>
            {en.cancel}
          </Button>
        )}
        <button type="submit" className="button main">
          {answer}
        </button>
      </div>
    </form>
  )
}
