import { useEffect } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { goToMoment } from '../commands/historyActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { MomentDetails } from './MomentDetails.tsx'
import { MomentList } from './MomentList.tsx'
import { SliderBar } from './SliderBar.tsx'
import './history.css'

/** What was done to the open layer: a slider over all of it, a list, and what differs from now at the moment that is looked at. */
export function HistoryPane() {
  const { desk } = useWorkbench()
  const article = useValue(desk.reading, state => state.article)
  const phase = useValue(desk.past, state => state.phase)
  const problem = useValue(desk.past, state => state.problem)
  useValue(desk.past, state => state.version)

  useEffect(() => {
    if (article) void desk.past.open()
  }, [desk, article])
  // Who closes the pane is back in the present: nothing on the screen would say any more that it is the past.
  useEffect(
    () => () => {
      desk.past.stop()
      desk.past.goTo(null)
    },
    [desk],
  )

  const past = desk.past.get()
  if (!article) return <p className="history-empty faint">{en.history.noArticle}</p>
  if (phase === 'failed' && problem) {
    const { title, meaning, remedy } = en.problems[problem.kind]
    return (
      <p className="history-empty" role="alert">
        {en.history.failed(title)} {meaning} {remedy}
      </p>
    )
  }
  if (!past) {
    return (
      <p className="history-empty faint" role="status">
        {en.history.coming}
      </p>
    )
  }
  if (past.moments.length === 0) return <p className="history-empty faint">{en.history.empty}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to now wherever the focus is in here
    <div
      className="history"
      onKeyDown={event => {
        if (event.key !== 'Escape' || desk.past.getState().at === null) return
        event.preventDefault()
        event.stopPropagation()
        goToMoment(desk, null)
      }}
    >
      <SliderBar past={past} />
      <div className="history-sides">
        <MomentList past={past} />
        <MomentDetails past={past} />
      </div>
    </div>
  )
}
