import { useState } from 'react'
import type { AttributeValue } from '../../shared/annotation/annotation.ts'
import { answerWritten } from '../../shared/codebook/answerWritten.ts'
import type { Attribute } from '../../shared/codebook/codebook.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import type { HitAction } from '../../shared/search/bulk.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

interface Props {
  readonly attribute: Attribute
  readonly onAct: (action: HitAction) => void
  readonly onClose: () => void
}

/** The answer of the ticked hits to a question with several answers, or one that is written: a number, a date, words. */
export function BulkAnswer({ attribute, onAct, onClose }: Props) {
  const { desk } = useWorkbench()
  const { tag, id, kind, label, choices } = attribute
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<string | null>(null)
  const set = (value: AttributeValue | null) => onAct({ kind: 'attribute', tag, id, value })
  const value = kind === 'several' ? (chosen.length > 0 ? chosen : null) : answerWritten(kind, text)

  function commit(): void {
    if (value === undefined) setWrong(kind === 'number' ? en.search.badNumber : en.search.badDate)
    else if (value !== null) set(value)
  }

  return (
    <Dialog
      title={en.bulk.answerFor(label, desk.searching.getState().found.ticked.size)}
      className="bulk-ask"
      onClose={onClose}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          commit()
        }}
      >
        {kind === 'several' ? (
          <fieldset className="choices">
            <legend>{en.bulk.exactly}</legend>
            {choices.filter(isOffered).map((choice, i) => (
              <label key={choice.id}>
                <input
                  type="checkbox"
                  autoFocus={i === 0}
                  checked={chosen.includes(choice.id)}
                  onChange={({ target }) => {
                    const isOn = (one: string) => (one === choice.id ? target.checked : chosen.includes(one))
                    // In the order in which they are offered, as in the inspector.
                    setChosen(choices.map(one => one.id).filter(isOn))
                  }}
                />
                {choice.label}
              </label>
            ))}
          </fieldset>
        ) : (
          <TextField
            autoFocus
            label={label}
            hint={attribute.guidance || undefined}
            wrong={wrong}
            placeholder={kind === 'date' ? en.bulk.dateForm : undefined}
            maxLength={2000}
            value={text}
            onText={written => {
              setText(written)
              setWrong(null)
            }}
          />
        )}
        <div className="answers">
          <Button look="plain" onClick={() => set(null)}>
            {en.bulk.notSet}
          </Button>
          <Button look="plain" onClick={onClose}>
            {en.cancel}
          </Button>
          <Button look="main" disabled={value === null} onClick={commit}>
            {en.bulk.set}
          </Button>
        </div>
        {/* Enter in the form sets it. */}
        <input type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  )
}
