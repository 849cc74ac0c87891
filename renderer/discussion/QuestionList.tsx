import { questionTopics } from '../../shared/discussion/question.ts'
import { words as en } from '../../shared/words/words.ts'
import { inOneLine, me, stateOf } from '../commands/aboutThread.ts'
import { goToQuestion, questionListId, saidOfQuestions } from '../commands/discussActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { nameOf, type Question } from '../state/questions.ts'
import { shownName } from '../state/reviewView.ts'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { ThreadSign } from './ThreadSign.tsx'

const ROW_HEIGHT = 46

/** The questions of all articles of the workspace: those that wait, or whichever a person wants to see. */
export function QuestionList() {
  const { desk } = useWorkbench()
  const { phase, done, total, unread, problem, current } = useValue(desk.questions, state => state)
  const rows = useValue(desk.workspace, state => state.rows)
  const view = useValue(desk.reviewView, state => state)
  const found = desk.questions.list()
  const pathOf = (ticket: string) => rows.get(ticket)?.path ?? ''
  const whoOf = ({ layer, who }: Question) =>
    layer === me(desk) ? en.discussion.you : view.isBlind ? shownName(view, layer) || en.discussion.somebody : who
  return (
    <>
      <Filters />
      <p className="discussion-state" role="status">
        {phase === 'running' ? en.discussion.looking(done, total) : saidOfQuestions(desk)}{' '}
        {unread > 0 && en.discussion.unreadLayers(unread)}{' '}
        {problem && `${en.problems[problem.kind].title}. ${en.problems[problem.kind].remedy}`}
        {phase === 'running' ? (
          <Button look="plain" onClick={() => desk.questions.cancel()}>
            {en.cancel}
          </Button>
        ) : (
          (problem || unread > 0) && (
            <Button look="plain" onClick={() => void desk.questions.look()}>
              {en.discussion.lookAgain}
            </Button>
          )
        )}
      </p>
      <div id={questionListId} className="discussion-questions">
        <VirtualList
          label={en.discussion.questions}
          count={found.length}
          rowHeight={ROW_HEIGHT}
          chosen={found.findIndex(one => nameOf(one) === current)}
          keyOf={at => (found[at] ? nameOf(found[at]) : String(at))}
          nameOf={at => {
            const one = found[at]
            if (!one) return ''
            const said = en.discussion.question(pathOf(one.article), inOneLine(one.quote), whoOf(one), one.text)
            return one.isResolved ? en.discussion.resolvedQuestion(said) : said
          }}
          onChoose={at => found[at] && void goToQuestion(desk, found[at])}
        >
          {at => {
            const one = found[at]
            return one ? <Row question={one} path={pathOf(one.article)} who={whoOf(one)} /> : null
          }}
        </VirtualList>
      </div>
    </>
  )
}

function Row({ question, path, who }: { question: Question; path: string; who: string }) {
  const { about, quote, text, answers, isResolved, disagrees } = question
  const state = stateOf({ state: isResolved ? 'resolved' : 'open', isAsking: true, disagrees, answers })
  return (
    <div className="discussion-row">
      <ThreadSign state={state} />
      <span className="lines">
        <span className="top">
          {quote ? (
            <span className="words" dir="auto">
              {inOneLine(quote)}
            </span>
          ) : (
            <span className="label">{en.discussion.questionLabels[about]}</span>
          )}
          <span className="path">{path}</span>
        </span>
        <span className="last" dir="auto">
          <b>{who}</b> {inOneLine(text)}
        </span>
      </span>
      <span className="count">{en.discussion.answers(answers)}</span>
    </div>
  )
}

const states = ['open', 'resolved', 'all'] as const

/** Which questions are shown. */
function Filters() {
  const { desk } = useWorkbench()
  const { state, isMine, about } = useValue(desk.questions, ({ filter }) => filter)
  return (
    <div className="discussion-bar">
      <select
        aria-label={en.discussion.questionState}
        value={state}
        onChange={event => desk.questions.filter({ state: event.target.value as (typeof states)[number] })}
      >
        {states.map(one => (
          <option key={one} value={one}>
            {en.discussion.questionStates[one]}
          </option>
        ))}
      </select>
      <select
        aria-label={en.discussion.questionAbout}
        value={about}
        onChange={event => desk.questions.filter({ about: event.target.value as typeof about })}
      >
        {(['all', ...questionTopics] as const).map(one => (
          <option key={one} value={one}>
            {en.discussion.questionTopics[one]}
          </option>
        ))}
      </select>
      <label>
        <input
          type="checkbox"
          checked={isMine}
          onChange={event => desk.questions.filter({ isMine: event.target.checked })}
        />{' '}
        {en.discussion.onlyMine}
      </label>
    </div>
  )
}
