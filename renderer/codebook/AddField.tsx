import { useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useWriting } from '../commands/useWriting.ts'
import { Button } from '../ui/Button.tsx'

/** Where one more of something is written: Enter, the button or leaving the field adds it. */
export function AddField({ label, onAdd }: { label: string; onAdd: (words: string) => void }) {
  const [text, setText] = useState('')
  function add(): void {
    const words = text.trim()
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
        value={text}
        onChange={event => setText(event.target.value)}
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
    </div>
  )
}
