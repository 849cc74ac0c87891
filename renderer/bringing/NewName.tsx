import { useEffect, useRef, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly label: string
  readonly value: string
  /** Whether the person has just asked to write one: then the field has the focus. */
  readonly isNew: boolean
  readonly onName: (name: string) => void
}

/** A name that isn't in the codebook, as it is typed. */
export function NewName({ label, value, isNew, onName }: Props) {
  const [text, setText] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNew) field.current?.focus()
  }, [isNew])
  return (
    <input
      ref={field}
      className="field"
      aria-label={label}
      placeholder={en.bring.newNameMissing}
      aria-invalid={text.trim() === '' ? true : undefined}
      spellCheck={false}
      autoComplete="off"
      maxLength={200}
      value={text}
      onChange={event => {
        setText(event.target.value)
        onName(event.target.value.trim())
      }}
    />
  )
}
