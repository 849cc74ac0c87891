import { useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useWriting } from '../commands/useWriting.ts'
import { Button } from '../ui/Button.tsx'

interface Props {
  readonly label: string
  readonly wrongWith: (text: string) => string | null
  readonly onAdd: (text: string) => void
}

/** One line that is added to a list by Enter, by the button, and on leaving it. */
export function AddField({ label, wrongWith, onAdd }: Props) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)

  function add(): void {
    const word = text.trim()
    if (word === '') return
    const why = wrongWith(word)
    setWrong(why)
    if (why) return
    onAdd(word)
    setText('')
  }

  useWriting(text.trim() !== '', add, { isKeptOnGoing: true })

  return (
    <div className="typed">
      <div className="line">
        <input
          className="field"
          dir="auto"
          aria-label={label}
          placeholder={label}
          aria-invalid={wrong ? true : undefined}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={event => {
            setText(event.target.value)
            setWrong(null)
          }}
          onBlur={add}
          onKeyDown={event => event.key === 'Enter' && add()}
        />
        {text.trim() !== '' && (
          <Button look="plain" onClick={add}>
            {en.register.add}
          </Button>
        )}
      </div>
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
