import { words as en } from '../../shared/words/words.ts'
import { RuleSwitches } from '../look/RuleSwitches.tsx'
import { Button } from '../ui/Button.tsx'

/** Every rule with what it means, and whether the codebook has it on. */
export function Rules({ onBack }: { onBack: () => void }) {
  return (
    <div className="rules">
      <div className="problems-bar">
        <span className="faint">{en.findings.rulesWhy}</span>
        <span className="gap" />
        <Button look="plain" onClick={onBack}>
          {en.findings.rulesBack}
        </Button>
      </div>
      <RuleSwitches />
    </div>
  )
}
