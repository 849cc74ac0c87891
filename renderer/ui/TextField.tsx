import { type ComponentProps, useId } from 'react'
import './textField.css'

interface Props extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly label: string
  readonly onText: (text: string) => void
  /** What helps to fill it in. */
  readonly hint?: string | undefined
  /** What is wrong with what stands in it. */
  readonly wrong?: string | null | undefined
}

/** One line of text with its label. */
export function TextField({ label, onText, hint, wrong, ...rest }: Props) {
  const id = useId()
  const about = wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        id={id}
        onChange={event => onText(event.target.value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about}
      />
      {wrong ? (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="hint">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
