interface Props {
  readonly label: string
  readonly among: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Which one of several takes a place: what a step of the codebook asks first. */
export function OneOf({ label, among, chosen, onChoose }: Props) {
  return (
    <label className="kind">
      {label}
      {/* biome-ignore lint/a11y/noAutofocus: the step is the answer to a press, and begins here */}
      <select autoFocus value={chosen} onChange={event => onChoose(event.target.value)}>
        {among.map(one => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}
