interface Props<T extends string> {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly { readonly id: T; readonly label: string; readonly hint?: string }[]
  readonly chosen: readonly T[]
  /** The chosen ones in the order in which they are offered. */
  readonly onChange: (chosen: T[]) => void
}

/** Several switches of one question. */
export function Checks<T extends string>({ label, hint, choices, chosen, onChange }: Props<T>) {
  return (
    <fieldset className="checks">
      <legend>{label}</legend>
      {hint && <p className="faint small">{hint}</p>}
      {choices.map(choice => (
        <label key={choice.id}>
          <input
            type="checkbox"
            checked={chosen.includes(choice.id)}
            onChange={event =>
              onChange(
                choices
                  .map(({ id }) => id)
                  .filter(id => (id === choice.id ? event.target.checked : chosen.includes(id))),
              )
            }
          />
          <span>
            {choice.label}
            {choice.hint && <span className="faint small"> {choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
