import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

interface Props {
  readonly what: 'layers' | 'tags' | 'zones'
  readonly label: string
  readonly hint?: string
  readonly all: readonly { readonly id: string; readonly name: string }[]
  /** Whether it is only told how many there are, until somebody wants to choose. */
  readonly folded?: boolean
}

/** Some of several things, or all. */
export function SomeOf({ what, label, hint, all, folded = false }: Props) {
  const { exporting } = useWorkbench().desk
  const chosen = useValue(exporting, state => state.choices[what]) as readonly string[] | null
  const ids = all.map(({ id }) => id)
  const boxes = (
    <div className="export-some">
      {all.map(({ id, name }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={chosen === null || chosen.includes(id)}
            onChange={() => exporting.toggle(what, id, ids)}
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </div>
  )
  if (!folded)
    return (
      <fieldset className="export-row">
        <legend>{label}</legend>
        {boxes}
      </fieldset>
    )
  const some = ids.filter(id => chosen?.includes(id)).length
  return (
    <details className="export-row">
      <summary>
        {label}: {chosen === null ? en.exporting.all : en.exporting.some(some, ids.length)}
      </summary>
      {hint && <p className="faint">{hint}</p>}
      {boxes}
    </details>
  )
}
