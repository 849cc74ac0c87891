import type { ReactNode } from 'react'
import { MAX_HITS } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How many hits there are, how far the search is, and what stands in its way: one line, said when it changes. */
export function StateOfSearch({ children }: { children: ReactNode }) {
  const { desk } = useWorkbench()
  const { searching } = desk
  useValue(searching, state => state.version)
  const phase = useValue(searching, state => state.phase)
  const problem = useValue(searching, state => state.problem)
  const answer = useValue(searching, state => state.answer)
  const { done, total } = useValue(searching, state => state.progress)
  const { found } = searching.getState()
  const isRunning = phase === 'running' || phase === 'waiting'
  const said = [
    phase === 'cancelled' && en.search.stopped,
    answer?.isCut && en.search.cut(MAX_HITS),
    answer && answer.unreadArticles > 0 && en.search.unreadArticles(answer.unreadArticles),
    answer && answer.unreadLayers > 0 && en.search.unreadLayers(answer.unreadLayers),
  ].filter(Boolean)

  return (
    <div className="search-state">
      <p id="search-state" role="status">
        {problem && (
          <span className="wrong">
            {en.problems[problem.kind].title}. {problem.kind !== 'search-pattern' && en.problems[problem.kind].meaning}{' '}
            {en.problems[problem.kind].remedy}
          </span>
        )}
        {(!problem || found.count > 0) && !(isRunning && found.count === 0) && (
          <span className="count">{en.search.count(found.count, found.list.groups.length)}</span>
        )}
        {isRunning && found.count === 0 && <span className="faint">{en.search.noneYet}</span>}
        {said.map(sentence => (
          <span key={String(sentence)}>{sentence}</span>
        ))}
        {phase === 'done' && !problem && found.count === 0 && <span className="faint">{en.search.noneWhy}</span>}
      </p>
      {phase === 'running' && (
        <>
          {total > 1 && (
            <progress aria-label={en.search.running} max={total} value={done} title={en.search.progress(done, total)} />
          )}
          <Button look="plain" onClick={searching.cancel}>
            {en.search.stop}
          </Button>
        </>
      )}
      {children}
    </div>
  )
}
