import type { Codebook } from '../../shared/codebook/codebook.ts'
import { words as en } from '../../shared/words/words.ts'
import { DraftField } from './DraftField.tsx'

interface Props {
  readonly field: string
  readonly value: string
  /** What has this key already, as sentences. */
  readonly conflicts: (key: string) => readonly string[]
  readonly onKey: (codebook: Codebook, key: string) => Codebook
  readonly hint: string
}

/** One character, which stands for the last one typed. What has it already is said, not forbidden: the other may be changed next. */
export function KeyField({ field, value, conflicts, onKey, hint }: Props) {
  return (
    <div className="key-field">
      <DraftField
        label={en.codebook.key}
        field={field}
        value={value}
        hint={hint}
        maxLength={3}
        wrong={text => conflicts(lastOf(text)).join(' ') || null}
        onWrite={(codebook, text) => onKey(codebook, lastOf(text))}
      />
    </div>
  )
}

function lastOf(text: string): string {
  const last = [...text.trim()].at(-1) ?? ''
  return last.length === 1 ? last : ''
}
