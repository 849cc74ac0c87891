import { ruleIds } from '../../shared/rules/rule.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** Every rule with what it means, and whether the codebook has it on. Switching is one undo. */
export function RuleSwitches() {
  const { desk } = useWorkbench()
  const { rulesOff } = useValue(desk.workspace, state => state.codebook)
  const locked = useValue(desk.project, state => state.problem !== null)
  return (
    <ul className="rule-switches" aria-label={en.findings.rulesTitle}>
      {ruleIds.map(id => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              disabled={locked}
              checked={!rulesOff.includes(id)}
              onChange={event => {
                const isOn = event.target.checked
                desk.codebook.change(codebook => ({
                  ...codebook,
                  rulesOff: isOn ? codebook.rulesOff.filter(one => one !== id) : [...codebook.rulesOff, id],
                }))
                desk.notices.say(en.findings.ruleSwitched(en.findings.rulesById[id].title, isOn))
              }}
            />
            <span>
              {en.findings.rulesById[id].title}
              <span className="faint small"> {en.findings.rulesById[id].explain}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
