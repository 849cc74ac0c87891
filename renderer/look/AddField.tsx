import { useId, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useWriting } from '../commands/useWriting.ts'
import { Button } from '../ui/Button.tsx'
import './addField.css'

interface Props {
  readonly label: string
  /** What is wrong with what was written; it stays in the field then. */
  readonly wrongWith?: (words: string) => string | null
  readonly onAdd: (words: string) => void
}

/** Where one more of something is written: Enter, the button or leaving the field adds it. */
export function AddField({ label, wrongWith, onAdd }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)

  function add(): void {
    const words = text.trim()
    const why = words === '' ? null : (wrongWith?.(words) ?? null)
    setWrong(why)
    if (why) return
    setText('')
    if (words !== '') onAdd(words)
  }

  useWriting(text.trim() !== '', add, { isKeptOnGoing: true })
  return (
    <div className="add-field">
      <input
        className="field"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        maxLength={1000}
        aria-label={label}
        placeholder={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? id : undefined}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setWrong(null)
        }}
        onBlur={add}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button look="plain" disabled={text.trim() === ''} aria-label={label} onClick={add}>
        {en.codebook.add}
      </Button>
      {wrong && (
        <p id={id} className="wrong small" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
