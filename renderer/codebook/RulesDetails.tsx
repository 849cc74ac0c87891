import { words as en } from '../../shared/words/words.ts'
import { RuleSwitches } from '../look/RuleSwitches.tsx'

/** Which rules of the problems list hold. */
export function RulesDetails() {
  return (
    <>
      <h3>{en.codebook.others.rules}</h3>
      <p className="faint">{en.findings.rulesWhy}</p>
      <RuleSwitches />
    </>
  )
}
