import { words as en } from '../../shared/words/words.ts'
import { inOneLine, me } from '../commands/aboutThread.ts'
import { goToQuestion, questionListId } from '../commands/discussActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { shownName } from '../state/reviewView.ts'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'

const ROW_HEIGHT = 46

/** The questions that wait in all articles of the workspace. */
export function QuestionList() {
  const { desk } = useWorkbench()
  const { phase, found, done, total, unread, problem } = useValue(desk.discussing, state => state.questions)
  const rows = useValue(desk.workspace, state => state.rows)
  const view = useValue(desk.reviewView, state => state)
  const pathOf = (ticket: string) => rows.get(ticket)?.path ?? ''
  const whoOf = ({ layer, who }: { layer: string; who: string }) =>
    layer === me(desk) ? en.discussion.you : view.isBlind ? shownName(view, layer) || en.discussion.somebody : who
  return (
    <>
      <p className="discussion-state" role="status">
        {phase === 'running' ? en.discussion.looking(done, total) : en.discussion.foundQuestions(found.length)}{' '}
        {unread > 0 && en.discussion.unreadLayers(unread)}{' '}
        {problem && `${en.problems[problem.kind].title}. ${en.problems[problem.kind].remedy}`}
        {phase === 'running' && (
          <Button look="plain" onClick={() => desk.discussing.cancel()}>
            {en.cancel}
          </Button>
        )}
      </p>
      <div id={questionListId} className="discussion-questions">
        <VirtualList
          label={en.discussion.questions}
          count={found.length}
          rowHeight={ROW_HEIGHT}
          chosen={-1}
          keyOf={at => (found[at] ? `${found[at].article} ${found[at].key}` : String(at))}
          nameOf={at => {
            const one = found[at]
            return one ? en.discussion.question(pathOf(one.article), inOneLine(one.quote), whoOf(one), one.text) : ''
          }}
          onChoose={at => found[at] && void goToQuestion(desk, found[at])}
        >
          {at => {
            const one = found[at]
            if (!one) return null
            return (
              <div className="discussion-row">
                <span className={`thread-sign ${one.answers > 0 ? 'answered' : 'question'}`} aria-hidden="true">
                  {en.discussion.signs[one.answers > 0 ? 'answered' : 'question']}
                </span>
                <span className="lines">
                  <span className="top">
                    {one.quote && (
                      <span className="words" dir="auto">
                        {inOneLine(one.quote)}
                      </span>
                    )}
                    <span className="path">{pathOf(one.article)}</span>
                  </span>
                  <span className="last" dir="auto">
                    <b>{whoOf(one)}</b> {inOneLine(one.text)}
                  </span>
                </span>
                <span className="count">{en.discussion.answers(one.answers)}</span>
              </div>
            )
          }}
        </VirtualList>
      </div>
    </>
  )
}
