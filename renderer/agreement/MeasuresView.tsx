import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { FigureGroupView } from './FigureGroupView.tsx'
import { GammaView } from './GammaView.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'

/** Every measure of whoever and whichever tag is chosen, in groups that open, and γ where somebody asks for it. */
export function MeasuresView() {
  const { agreeing } = useWorkbench().desk
  const figures = useValue(agreeing, state => state.figures)
  const figuring = useValue(agreeing, state => state.figuring)
  const progress = useValue(agreeing, state => state.progress)
  const isComparing = useValue(agreeing, state => state.isComparing)
  const words = progress?.doing === 'figures' ? en.measuring.progress(progress.done, progress.of) : en.agreement.looking
  return (
    <>
      <ScopeChoice />
      {figuring === 'running' && (
        <div className="progress">
          <progress
            aria-label={words}
            max={progress?.of || 1}
            {...(progress?.doing === 'figures' ? { value: progress.done } : {})}
          />
          <span>{words}</span>
          <Button look="plain" onClick={agreeing.stop}>
            {en.agreement.stop}
          </Button>
        </div>
      )}
      {figuring !== 'running' && !isComparing && (figures === null || figuring === 'stopped') && (
        <div className="progress">
          <span role="status">{en.measuring.stopped}</span>
          <Button look="plain" onClick={() => void agreeing.askFigures()}>
            {en.measuring.goOn}
          </Button>
        </div>
      )}
      {figures?.length === 0 && <p className="empty">{en.measuring.noGroups}</p>}
      {figures?.map(group => (
        <FigureGroupView key={`${group.over} ${group.tag} ${group.question}`} group={group} />
      ))}
      <GammaView />
    </>
  )
}
