import { useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import type { Fate } from './mapRules.ts'
import { NewName } from './NewName.tsx'

interface Props {
  readonly name: string
  readonly fate: Fate
  readonly known: readonly string[]
  /** Whether only a name can be given: nothing stays, and nothing is left out. */
  readonly isName?: boolean
  readonly onFate: (fate: Fate) => void
}

/** What becomes of a name: it stays, it becomes something of the codebook or something new, or it is left out. */
export function FateChoice({ name, fate, known, isName = false, onFate }: Props) {
  const [isWriting, setIsWriting] = useState(false)
  const isOther = isWriting || (fate.kind === 'to' && !known.includes(fate.to))
  // Each value of the list begins with what it is, for names of others may be called as anything.
  const value = isOther ? 'other' : fate.kind === 'to' ? `to ${fate.to}` : fate.kind
  return (
    <>
      <select
        className="field"
        aria-label={en.bring.becomesOf(name)}
        value={value}
        onChange={({ target: { value } }) => {
          setIsWriting(value === 'other')
          if (value === 'stays' || value === 'drop') onFate({ kind: value })
          else if (value !== 'other') onFate({ kind: 'to', to: value.slice('to '.length) })
        }}
      >
        {!isName && (
          <option value="stays">{known.includes(name) ? en.bring.stays(name) : en.bring.staysNew(name)}</option>
        )}
        {known
          .filter(id => isName || id !== name)
          .map(id => (
            <option key={id} value={`to ${id}`}>
              {id}
            </option>
          ))}
        <option value="other">{en.bring.anotherName}</option>
        {!isName && <option value="drop">{en.bring.drop}</option>}
      </select>
      {isOther && (
        <NewName
          label={en.bring.newName(name)}
          value={fate.kind === 'to' ? fate.to : ''}
          isNew={isWriting}
          onName={to => onFate(to === '' ? { kind: 'stays' } : { kind: 'to', to })}
        />
      )}
    </>
  )
}
