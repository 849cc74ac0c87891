import { ruleIds } from '../../shared/rules/rule.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** Every rule with what it means, and whether the codebook has it on. */
export function Rules({ onBack }: { onBack: () => void }) {
  const { desk } = useWorkbench()
  const { rulesOff } = useValue(desk.workspace, state => state.codebook)
  return (
    <div className="rules">
      <div className="problems-bar">
        <span className="faint">{en.findings.rulesWhy}</span>
        <span className="gap" />
        <Button look="plain" onClick={onBack}>
          {en.findings.rulesBack}
        </Button>
      </div>
      <ul aria-label={en.findings.rulesTitle}>
        {ruleIds.map(id => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={!rulesOff.includes(id)} aria-disabled readOnly />
              <span>
                {en.findings.rulesById[id].title}
                <span className="faint small"> {en.findings.rulesById[id].explain}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
