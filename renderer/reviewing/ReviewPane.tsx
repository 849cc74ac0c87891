import { useEffect } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { beginReview, openReview, reviewBeginId } from '../commands/reviewingActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { shownName } from '../state/reviewView.ts'
import { Button } from '../ui/Button.tsx'
import { AgreedBar } from './AgreedBar.tsx'
import { Queue } from './Queue.tsx'
import { QueueBar } from './QueueBar.tsx'
import './reviewing.css'

/** What several annotators say differently over the workspace: which layers, and then one after another. */
export function ReviewPane() {
  const { desk } = useWorkbench()
  const isBegun = useValue(desk.reviewing, state => state.phase !== 'off')
  return isBegun ? <Begun /> : <LayersToChoose />
}

function Begun() {
  const { desk } = useWorkbench()
  const phase = useValue(desk.reviewing, state => state.phase)
  const problem = useValue(desk.reviewing, state => state.problem)
  const unread = useValue(desk.reviewing, state => state.unread)
  const unheard = useValue(desk.reviewing, state => state.unheard)
  const isCut = useValue(desk.reviewing, state => state.isCut)
  const { title } = problem ? en.problems[problem.kind] : { title: '' }
  return (
    <div className="review">
      <QueueBar />
      <AgreedBar />
      {problem && (
        <p className="review-told" role="alert">
          {en.deciding.failed(title)}
        </p>
      )}
      {phase === 'stopped' && <p className="review-told">{en.deciding.stopped}</p>}
      {unread > 0 && <p className="review-told">{en.deciding.unread(unread)}</p>}
      {unheard > 0 && <p className="review-told">{en.deciding.unheard(unheard)}</p>}
      {isCut && <p className="review-told">{en.deciding.cut}</p>}
      <Queue />
    </div>
  )
}

/** Before anything is compared: whose layers there are. */
function LayersToChoose() {
  const { desk } = useWorkbench()
  const layers = useValue(desk.reviewing, state => state.layers)
  // What a person decides isn't one of the opinions that they decide on.
  const others = layers.filter(({ isMine }) => isMine !== 'gold')
  const view = useValue(desk.reviewView, state => state)
  // Where names are hidden the order of the list would tell them.
  const placeOf = (id: string) => [...view.letters.keys()].indexOf(id)
  const offered = view.isBlind ? others.toSorted((one, other) => placeOf(one.id) - placeOf(other.id)) : others
  const workspace = useValue(desk.workspace, state => state.ticket)
  const isAny = offered.some(({ id }) => view.layers.includes(id))
  useEffect(() => {
    if (workspace !== null && desk.reviewing.getState().layers.length === 0) void openReview(desk)
  }, [desk, workspace])
  const choose = (id: string) =>
    desk.reviewView.choose(view.layers.includes(id) ? view.layers.filter(one => one !== id) : [...view.layers, id])
  return (
    <div className="review-choice">
      <p className="faint">{en.deciding.intro}</p>
      <fieldset aria-label={en.deciding.layers}>
        {offered.map(({ id, name, articles, isMine, isGold }) => (
          <label key={id}>
            <input type="checkbox" checked={view.layers.includes(id)} onChange={() => choose(id)} />
            <bdi>
              {view.isBlind
                ? shownName(view, id)
                : en.deciding.layer(name, isMine === 'own' ? 'own' : isGold ? 'gold' : 'colleague', articles)}
            </bdi>
          </label>
        ))}
      </fieldset>
      <label title={en.comparing.blindWhy}>
        <input
          type="checkbox"
          checked={view.isBlind}
          onChange={event => desk.reviewView.setBlind(event.currentTarget.checked)}
        />
        {en.deciding.blind}
      </label>
      <div className="review-begin">
        <Button id={reviewBeginId} look="main" disabled={!isAny} onClick={() => void beginReview(desk)}>
          {en.deciding.begin}
        </Button>
        {!isAny && <span className="faint">{en.deciding.tooFew}</span>}
      </div>
    </div>
  )
}
