import { useState } from 'react'
import { readShares } from '../../shared/dataset/splits/shares.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { TextField } from '../ui/TextField.tsx'

const USUAL = { shares: '80/10/10', seed: 1 }
const MAX_SEED = 999_999_999

/** Parts for training and testing, folded until somebody wants them. */
export function SplitChoice() {
  const { exporting } = useWorkbench().desk
  const split = useValue(exporting, state => state.choices.split)
  const [isOpen, setOpen] = useState(split !== null)
  const isWrong = split !== null && 'refused' in readShares(split.shares)
  return (
    <details className="export-part" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{en.exporting.split}</summary>
      <label className="choice">
        <input
          type="checkbox"
          checked={split !== null}
          onChange={event => exporting.choose({ split: event.target.checked ? USUAL : null })}
        />
        {en.exporting.splitOn}
      </label>
      <p className="faint">{en.exporting.splitWhy}</p>
      {split && (
        <div className="export-split">
          <TextField
            label={en.exporting.shares}
            value={split.shares}
            maxLength={4000}
            hint={en.exporting.sharesHint}
            wrong={isWrong ? en.commandLine.notShares(split.shares) : null}
            onText={shares => exporting.choose({ split: { ...split, shares } })}
          />
          <TextField
            label={en.exporting.seed}
            value={split.seed}
            inputMode="numeric"
            onText={words => exporting.choose({ split: { ...split, seed: seedOf(words) } })}
          />
        </div>
      )}
    </details>
  )
}

function seedOf(words: string): number {
  return Math.min(MAX_SEED, Number(words.replace(/\D/g, '') || 0))
}
