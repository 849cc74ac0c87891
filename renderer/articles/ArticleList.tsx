import { useCallback, useEffect, useRef } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { openAndEnter } from '../commands/actions.ts'
import { mergeProject } from '../commands/merging.ts'
import { useKeys } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { titleOf } from '../state/visibleRows.ts'
import { type Order, orders, type StatusFilter, statusFilters } from '../state/workspace.ts'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { ArticleRow } from './ArticleRow.tsx'
import { nameOfRow } from './nameOfRow.ts'
import { ProjectCopies } from './ProjectCopies.tsx'
import { Strays } from './Strays.tsx'
import './articles.css'

/** Rows are three lines: two for the title, then where it is and what is in it. */
const ROW_HEIGHT = 66

/** The workspace: its articles, filtered and sorted, and what is wrong with it. */
export function ArticleList() {
  const { desk, run } = useWorkbench()
  const name = useValue(desk.workspace, state => state.name)
  const sample = useValue(desk.workspace, state => state.sample)
  const keys = useKeys()
  return (
    <>
      <header className="articles-head">
        <h2 title={name}>
          {name} {sample && <span className="badge">{en.articles.sample}</span>}
        </h2>
        <Button
          look="plain"
          title={en.articles.switch}
          keys={keys('workspace.openFolder')[0]}
          onClick={() => run('workspace.openFolder')}
        >
          {en.articles.open}
        </Button>
        <Button
          look="plain"
          title={en.commands['article.fromClipboard']}
          keys={keys('article.fromClipboard')[0]}
          onClick={() => run('article.fromClipboard')}
        >
          {en.articles.new}
        </Button>
      </header>
      <Filter />
      <WorkspaceProblems />
      <ProjectCopies />
      <Strays />
      <Rows />
      <Progress />
    </>
  )
}

function Filter() {
  const { desk } = useWorkbench()
  const { workspace } = desk
  const filter = useValue(workspace, state => state.filter)
  const status = useValue(workspace, state => state.status)
  const order = useValue(workspace, state => state.order)
  useSaidCount(`${status} ${filter}`)
  return (
    <search className="articles-filter" aria-label={en.articles.filter}>
      <input
        id="filter"
        className="field"
        type="search"
        aria-label={en.articles.filterLabel}
        title={en.articles.filterWhy}
        placeholder={`${en.articles.filter}  ( / )`}
        spellCheck={false}
        value={filter}
        onChange={event => workspace.setFilter(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          document.querySelector<HTMLElement>('#articles [role="listbox"]')?.focus()
        }}
      />
      <div className="choices">
        <select
          aria-label={en.articles.statusLabel}
          value={status}
          onChange={event => workspace.setStatus(event.target.value as StatusFilter)}
        >
          {statusFilters.map(one => (
            <option key={one} value={one}>
              {en.articles.statuses[one]}
            </option>
          ))}
        </select>
        <select
          aria-label={en.articles.orderLabel}
          value={order}
          onChange={event => workspace.setOrder(event.target.value as Order)}
        >
          {orders.map(one => (
            <option key={one} value={one}>
              {en.articles.orders[one]}
            </option>
          ))}
        </select>
      </div>
    </search>
  )
}

/** How long a filter must hold before it is said how many articles fit. */
const PAUSE_MS = 500

/** Says how many articles are left whenever the filter has changed and rests. */
function useSaidCount(filter: string): void {
  const { desk } = useWorkbench()
  const told = useRef(filter)
  useEffect(() => {
    if (told.current === filter) return
    const timer = setTimeout(() => {
      told.current = filter
      const state = desk.workspace.getState()
      desk.notices.say(en.articles.count(desk.visibleRows(state).length, state.rows.size))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [filter, desk])
}

function Rows() {
  const { desk, run } = useWorkbench()
  const keys = useKeys()
  const rows = useValue(desk.workspace, desk.visibleRows)
  const all = useValue(desk.workspace, state => state.rows.size)
  const current = useValue(desk.reading, state => state.opening ?? state.failed?.ticket ?? state.article?.ticket)
  const find = useCallback(
    (typed: string, from: number) => {
      for (let i = 0; i < rows.length; i++) {
        const at = (from + i) % rows.length
        if (titleOf(rows[at]!).toLowerCase().startsWith(typed.toLowerCase())) return at
      }
      return -1
    },
    [rows],
  )

  if (all === 0) {
    return (
      <div className="empty">
        <p className="what">{en.articles.empty}</p>
        <Button look="line" keys={keys('article.fromClipboard')[0]} onClick={() => run('article.fromClipboard')}>
          {en.articles.emptyPaste}
        </Button>
      </div>
    )
  }
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p className="what">{en.articles.nothingFound}</p>
        <Button look="line" onClick={() => desk.workspace.setState({ filter: '', status: 'all' })}>
          {en.articles.clearFilter}
        </Button>
      </div>
    )
  }
  return (
    <VirtualList
      label={en.articles.title}
      count={rows.length}
      rowHeight={ROW_HEIGHT}
      chosen={rows.findIndex(row => row.ticket === current)}
      keyOf={row => rows[row]!.ticket}
      nameOf={row => nameOfRow(rows[row]!)}
      onChoose={row => {
        desk.tagging.settle()
        void openAndEnter(desk, rows[row]!.ticket)
      }}
      find={find}
    >
      {row => <ArticleRow row={rows[row]!} />}
    </VirtualList>
  )
}

function WorkspaceProblems() {
  const { desk } = useWorkbench()
  const others = useValue(desk.workspace, state => state.problems)
  // What is wrong with the project is known better by itself: it may be right again by now.
  const project = useValue(desk.project, state => state.problem)
  const problems = [...(project ? [project] : []), ...others.filter(({ kind }) => !kind.startsWith('project-'))]
  if (problems.length === 0) return null
  return (
    <div className="workspace-problems" role="alert">
      {problems.map(({ kind, detail }) => (
        <p key={`${kind} ${detail}`}>
          <strong>{en.problems[kind].title}.</strong> {en.problems[kind].meaning} {en.problems[kind].remedy}
          {detail && <span className="faint"> {detail}</span>}
          {kind === 'project-git-conflict' && (
            <Button onClick={() => void mergeProject(desk)}>{en.merging.carryOut}</Button>
          )}
        </p>
      ))}
    </div>
  )
}

function Progress() {
  const { desk } = useWorkbench()
  const shown = useValue(desk.workspace, state => desk.visibleRows(state).length)
  const all = useValue(desk.workspace, state => state.rows.size)
  const progress = useValue(desk.workspace, state => state.progress)
  const isIndexing = progress !== null && progress.done < progress.total
  return (
    <footer className="articles-foot">
      {isIndexing ? (
        <>
          <progress
            aria-label={en.articles.indexing(progress.done, progress.total)}
            max={progress.total}
            value={progress.done}
          />
          <span>{en.articles.indexing(progress.done, progress.total)}</span>
        </>
      ) : (
        all > 0 && <span>{en.articles.count(shown, all)}</span>
      )}
    </footer>
  )
}
