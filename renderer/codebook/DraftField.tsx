import { useId } from 'react'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

interface Props {
  readonly label: string
  /** What the field is called among all fields of the sheet. */
  readonly field: string
  readonly value: string
  /** The codebook with these words in it; null where they can't stand there. */
  readonly onWrite: (codebook: Codebook, text: string) => Codebook | null
  readonly rows?: number
  readonly maxLength?: number
  readonly hint?: string | undefined
  /** What is wrong with these words; they are no edit then where `onWrite` says so. */
  readonly wrong?: (text: string) => string | null
  /** Whether the label is only for those who listen. */
  readonly isBare?: boolean
  readonly id?: string
}

/** Words of the codebook. What is typed becomes an edit at a pause and on leaving. */
export function DraftField({ label, field, value, onWrite, rows, maxLength = 10_000, hint, wrong, isBare, id }: Props) {
  const { desk } = useWorkbench()
  const made = useId()
  const name = id ?? made
  const draft = useValue(desk.codebook, state => (state.draft?.field === field ? state.draft.text : null))
  const text = draft ?? value
  const trouble = wrong?.(text) ?? null
  const about = trouble ? `${name}-wrong` : hint ? `${name}-hint` : undefined
  const shared = {
    id: name,
    className: 'field',
    dir: 'auto',
    spellCheck: false,
    autoComplete: 'off',
    maxLength,
    value: text,
    'aria-label': isBare ? label : undefined,
    'aria-invalid': trouble ? true : undefined,
    'aria-describedby': about,
    onChange: (event: { target: { value: string } }) => desk.codebook.write(field, event.target.value, onWrite),
    onBlur: () => desk.codebook.settle(),
  } as const
  return (
    <div className="draft-field">
      {!isBare && <label htmlFor={name}>{label}</label>}
      {rows ? <textarea rows={rows} {...shared} /> : <input {...shared} />}
      {trouble ? (
        <p id={`${name}-wrong`} className="wrong small" role="alert">
          {trouble}
        </p>
      ) : (
        hint && (
          <p id={`${name}-hint`} className="faint small">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
