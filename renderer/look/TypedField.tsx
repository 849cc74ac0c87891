import { type ComponentProps, useCallback, useEffect, useId, useRef, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useWriting } from '../commands/useWriting.ts'

/** How long a person pauses until what they typed becomes one edit, as in notes. */
const PAUSE_MS = 400

interface Props extends Pick<ComponentProps<'input'>, 'placeholder' | 'maxLength' | 'className' | 'autoFocus'> {
  readonly label: string
  readonly value: string
  /** What is wrong with a text; it is no edit then. */
  readonly wrongWith?: (text: string) => string | null
  readonly onCommit: (text: string) => void
  readonly isLong?: boolean
  /** Whether the label is only for those who listen. */
  readonly isBare?: boolean
}

/**
 * A text that becomes one edit at a pause, on leaving, and before anything else
 * is done. What is changed outside meanwhile is said, and what is typed stays.
 */
export function TypedField({ label, value, wrongWith, onCommit, isLong = false, isBare = false, ...rest }: Props) {
  const id = useId()
  const [draft, setDraft] = useState<{ readonly text: string; readonly onto: string } | null>(null)
  const held = useRef({ draft, value, wrongWith, onCommit })
  held.current = { draft, value, wrongWith, onCommit }

  const settle = useCallback((): void => {
    const { draft, value, wrongWith, onCommit } = held.current
    if (!draft || wrongWith?.(draft.text.trim())) return
    held.current = { ...held.current, draft: null }
    setDraft(null)
    if (draft.text.trim() !== value) onCommit(draft.text.trim())
  }, [])
  useWriting(draft !== null, settle, { isKeptOnGoing: true })
  useEffect(() => {
    if (!draft) return
    const pause = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [draft, settle])

  const wrong = draft && wrongWith?.(draft.text.trim())
  const theirs = draft && draft.onto !== value ? value : null
  const about = wrong || theirs !== null ? `${id}-about` : undefined
  const field = {
    ...rest,
    id,
    className: `field ${rest.className ?? ''}`,
    dir: 'auto',
    // What is typed is taken back by the field itself, until it is an edit.
    'data-typing': draft ? '' : undefined,
    spellCheck: false,
    value: draft?.text ?? value,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': about,
    ...(isBare ? { 'aria-label': label } : {}),
    onChange: (event: { currentTarget: { value: string } }) => {
      const text = event.currentTarget.value
      setDraft(before => ({ text, onto: before?.onto ?? value }))
    },
    onBlur: () => {
      settle()
      // What can't be an edit is given up on leaving.
      if (held.current.draft) setDraft(null)
    },
  } as const
  return (
    <div className="typed">
      {!isBare && <label htmlFor={id}>{label}</label>}
      {isLong ? (
        <textarea {...field} rows={2} />
      ) : (
        <input {...field} autoComplete="off" onKeyDown={event => event.key === 'Enter' && settle()} />
      )}
      {about && (
        <p id={about} className={wrong ? 'wrong' : 'faint small'} role={wrong ? 'alert' : 'status'}>
          {wrong || en.entities.outsideField(theirs ?? '')}
        </p>
      )}
    </div>
  )
}
