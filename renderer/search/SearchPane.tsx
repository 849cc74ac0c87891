import { type KeyboardEvent, useEffect, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useKeys } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { isAsked } from '../state/searching.ts'
import { BulkBar } from './BulkBar.tsx'
import { Filters } from './Filters.tsx'
import { Results } from './Results.tsx'
import { SearchBar } from './SearchBar.tsx'
import { StateOfSearch } from './StateOfSearch.tsx'
import { TagAllBar } from './TagAllBar.tsx'
import './search.css'

/** What is searched for, how far that is, and what was found. */
export function SearchPane() {
  const { desk } = useWorkbench()
  const [hasFilters, setHasFilters] = useState(false)
  const isTagAll = useValue(desk.searching, state => state.tagAll !== null)
  const isEmpty = useValue(desk.searching, state => state.phase === 'empty')
  const isRecalled = useValue(desk.searching, ({ phase, query }) => phase === 'empty' && isAsked(query))
  useEffect(() => {
    // What was searched for the last time is looked for once somebody sees it.
    if (isRecalled) desk.searching.again()
  }, [desk, isRecalled])

  /** From wherever a person is here, the ticked hits are one key away. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    document.getElementById('bulk')?.click()
  }

  return (
    <section id="search-pane" className="search-pane" tabIndex={-1} aria-label={en.search.title} onKeyDown={onKeyDown}>
      {isTagAll ? <TagAllBar /> : <SearchBar hasFilters={hasFilters} onFilters={() => setHasFilters(!hasFilters)} />}
      {hasFilters && !isTagAll && <Filters />}
      {isEmpty ? (
        <Empty />
      ) : (
        <>
          <StateOfSearch>
            <BulkBar />
          </StateOfSearch>
          <Results />
        </>
      )}
    </section>
  )
}

/** What can be done here, before anything is. */
function Empty() {
  const { desk } = useWorkbench()
  const keys = useKeys()
  const recent = useValue(desk.searching, state => state.recent)
  const hasArticle = useValue(desk.reading, state => state.article !== null)
  const scope = useValue(desk.searching, state => state.scope)
  const print = (id: Parameters<typeof keys>[0]) => keys(id)[0] ?? en.commands[id]
  return (
    <div className="search-empty">
      <p>{scope === 'article' && !hasArticle ? en.search.noArticle : en.search.empty}</p>
      <p className="faint">
        {en.search.emptyKeys(print('search.article'), print('search.workspace'), print('search.next'))}
      </p>
      {recent.length > 0 && (
        <p className="recent">
          <span className="faint">{en.search.recent}</span>
          {recent.slice(0, 6).map(words => (
            <button key={words} type="button" onClick={() => desk.searching.change({ words })}>
              {words}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
