import { type LevelName, levelNames } from '../../shared/agreement/levelFigures.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** The level of which a matrix, or time and outlets, are shown. */
export function LevelChoice() {
  const { agreeing } = useWorkbench().desk
  const level = useValue(agreeing, state => state.level)
  return (
    <label className="pick">
      <span>{en.agreement.levelShown}</span>
      <select value={level} onChange={event => agreeing.chooseLevel(event.target.value as LevelName)}>
        {levelNames.map(one => (
          <option key={one} value={one}>
            {en.agreement.levels[one].name}
          </option>
        ))}
      </select>
    </label>
  )
}
