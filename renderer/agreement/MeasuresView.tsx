import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { hasOldFigures } from '../state/agreeing.ts'
import { Button } from '../ui/Button.tsx'
import { FigureGroupView } from './FigureGroupView.tsx'
import { GammaView } from './GammaView.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'

/** Every measure of whoever and whichever tag is chosen, in groups that open, and γ where somebody asks for it. */
export function MeasuresView() {
  const { agreeing } = useWorkbench().desk
  const figures = useValue(agreeing, state => state.figures)
  const figuring = useValue(agreeing, state => state.figuring)
  const isComparing = useValue(agreeing, state => state.isComparing)
  const isOld = useValue(agreeing, hasOldFigures)
  return (
    <>
      <ScopeChoice />
      {figuring !== 'running' && !isComparing && (figures === null || figuring === 'stopped' || isOld) && (
        <div className="progress">
          <span role="status">{isOld ? en.agreement.stopped : en.measuring.stopped}</span>
          <Button look="plain" onClick={() => void agreeing.askFigures()}>
            {en.measuring.goOn}
          </Button>
        </div>
      )}
      {/* While all is compared anew, the whole view is dimmed. */}
      <div className={`groups ${isOld && !isComparing ? 'stale' : ''}`} aria-busy={isOld && figuring === 'running'}>
        {figures?.length === 0 && <p className="empty">{en.measuring.noGroups}</p>}
        {figures?.map(group => (
          <FigureGroupView key={`${group.over} ${group.tag} ${group.question}`} group={group} isOld={isOld} />
        ))}
      </div>
      <GammaView />
    </>
  )
}
