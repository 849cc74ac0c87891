import { type KeyboardEvent, useEffect } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { beginComment } from '../commands/commentOn.ts'
import { openQuestions, replyToCurrent, settleThread, threadsByPlace } from '../commands/discussActions.ts'
import { takesTyping } from '../commands/keyboard.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type ThreadFilter, threadFilters } from '../state/discussing.ts'
import { Button } from '../ui/Button.tsx'
import { Composer } from './Composer.tsx'
import { QuestionList } from './QuestionList.tsx'
import { ThreadDetails } from './ThreadDetails.tsx'
import { ThreadList } from './ThreadList.tsx'
import './discussion.css'

/** What is said of anybody's work: the conversations of the open article, or the questions that wait in the workspace. */
export function DiscussionPane() {
  const { desk } = useWorkbench()
  const scope = useValue(desk.discussing, state => state.scope)
  const article = useValue(desk.reading, state => state.article)
  const unread = useValue(desk.discussing, state => state.unread)
  const problem = useValue(desk.discussing, state => state.problem)
  useEffect(() => {
    if (article?.isFilled) void desk.discussing.load()
  }, [desk, article])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work wherever the focus is in here
    <div className="discussion" onKeyDown={onKeyDown}>
      <Bar />
      {problem && (
        <p className="discussion-empty" role="alert">
          {en.problems[problem.kind].title}. {en.problems[problem.kind].remedy}
        </p>
      )}
      {unread.length > 0 && scope === 'article' && (
        <p className="discussion-limit">{en.discussion.unreadLayers(unread.length)}</p>
      )}
      {scope === 'workspace' ? <QuestionList /> : <Conversations />}
    </div>
  )

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || takesTyping(event.target as Element)) return
    const isInList = event.target instanceof Element && event.target.getAttribute('role') === 'listbox'
    if (!isInList || scope !== 'article') return
    if (event.key === 'r' || event.key === 'R') replyToCurrent(desk)
    else if (event.key === 'x' || event.key === 'X') settleThread(desk)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function Bar() {
  const { desk, run } = useWorkbench()
  const scope = useValue(desk.discussing, state => state.scope)
  const filter = useValue(desk.discussing, state => state.filter)
  const isOpen = useValue(desk.reading, state => state.article !== null)
  const [comment, ask] = [useKey('discussion.comment'), useKey('discussion.ask')]
  return (
    <div className="discussion-bar">
      <Button look="plain" aria-pressed={scope === 'article'} onClick={() => desk.discussing.showArticle()}>
        {en.discussion.scopes.article}
      </Button>
      <Button look="plain" aria-pressed={scope === 'workspace'} onClick={() => void openQuestions(desk)}>
        {en.discussion.scopes.workspace}
      </Button>
      {scope === 'article' && (
        <select
          aria-label={en.discussion.filter}
          value={filter}
          onChange={event => desk.discussing.filter(event.target.value as ThreadFilter)}
        >
          {threadFilters.map(one => (
            <option key={one} value={one}>
              {en.discussion.filters[one]}
            </option>
          ))}
        </select>
      )}
      <span className="gap" />
      <Button disabled={!isOpen} keys={comment} onClick={() => run('discussion.comment')}>
        {en.discussion.comment}
      </Button>
      <Button disabled={!isOpen} keys={ask} onClick={() => beginComment(desk, 'question')}>
        {en.discussion.ask}
      </Button>
    </div>
  )
}

function Conversations() {
  const { desk } = useWorkbench()
  useValue(desk.discussing, state => state.version)
  const filter = useValue(desk.discussing, state => state.filter)
  const current = useValue(desk.discussing, state => state.current)
  const draft = useValue(desk.discussing, () => desk.discussing.draft())
  useValue(desk.reading, state => state.version)
  useValue(desk.reviewView, state => state.isBlind)
  const article = useValue(desk.reading, state => state.article)
  const rows = threadsByPlace(desk)
  const thread = desk.discussing.current()
  if (!article) return <p className="discussion-empty faint">{en.discussion.noArticle}</p>
  if (rows.length === 0 && !draft)
    return <p className="discussion-empty faint">{filter === 'all' ? en.discussion.none : en.discussion.noneShown}</p>
  return (
    <div className="discussion-sides">
      <ThreadList rows={rows} current={current} />
      <section className="discussion-thread" aria-label={en.discussion.thread}>
        {thread && <ThreadDetails thread={thread} />}
        {!thread && !draft && <p className="faint">{en.discussion.choose}</p>}
        {draft && <Composer draft={draft} />}
      </section>
    </div>
  )
}
