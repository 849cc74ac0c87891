import { type KeyboardEvent, useId } from 'react'
import { type Query, searched } from '../../shared/search/query.ts'
import { searchScopes } from '../../shared/search/scope.ts'
import { words as en } from '../../shared/words/words.ts'
import { goToHit } from '../commands/searchActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { countOfFilters } from './countOfFilters.ts'

/** Each way that words can be meant has a key with Alt, which works in the field. */
const options = [
  ['matchCase', 'C'],
  ['diacritics', 'A'],
  ['wholeWord', 'W'],
  ['regex', 'R'],
] as const

/** The words, how they are meant, what is searched, and where. */
export function SearchBar({ hasFilters, onFilters }: { hasFilters: boolean; onFilters: () => void }) {
  const { desk } = useWorkbench()
  const { searching } = desk
  const id = useId()
  const query = useValue(searching, state => state.query)
  const recent = useValue(searching, state => state.recent)
  const wrong = useValue(searching, state => state.problem?.kind === 'search-pattern')
  const filters = countOfFilters(query)

  function onKeyDown(event: KeyboardEvent): void {
    const option = event.altKey && options.find(([, key]) => event.code === `Key${key}`)
    if (option) {
      searching.change({ [option[0]]: !query[option[0]] } as Partial<Query>)
      event.preventDefault()
    }
  }

  function onFieldKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    searching.remember()
    const { found, current } = searching.getState()
    if (found.count === 0) return
    document.querySelector<HTMLElement>('.hits [role="listbox"]')?.focus()
    void goToHit(desk, current ?? 0)
  }

  return (
    <search className="search-bar" aria-label={en.search.title} onKeyDown={onKeyDown}>
      <input
        id="search-words"
        className="field"
        type="search"
        aria-label={en.search.words}
        placeholder={en.search.placeholder[query.what]}
        aria-invalid={wrong || undefined}
        aria-describedby="search-state"
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        list={`${id}-recent`}
        maxLength={2000}
        value={query.words}
        onChange={event => searching.change({ words: event.target.value })}
        onKeyDown={onFieldKey}
      />
      <datalist id={`${id}-recent`}>
        {recent.map(words => (
          <option key={words} value={words} />
        ))}
      </datalist>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself */}
      <div className="options" role="group" aria-label={en.search.options}>
        {options.map(([option, key]) => (
          <button
            key={option}
            type="button"
            className={option}
            aria-pressed={query[option]}
            aria-label={en.search[option]}
            aria-keyshortcuts={`Alt+${key}`}
            title={`${en.search[option]} (${en.keyNames.Alt}+${key})`}
            disabled={option === 'diacritics' && query.regex}
            onClick={() => searching.change({ [option]: !query[option] } as Partial<Query>)}
          >
            {en.search.signs[option]}
          </button>
        ))}
      </div>
      <select
        aria-label={en.search.what}
        value={query.what}
        onChange={event => searching.change({ what: event.target.value as Query['what'], tags: [] })}
      >
        {searched.map(what => (
          <option key={what} value={what}>
            {en.search.whats[what]}
          </option>
        ))}
      </select>
      <Scope />
      <Button look="plain" aria-expanded={hasFilters} onClick={onFilters}>
        {filters > 0 ? en.search.filtersOn(filters) : en.search.filters}
      </Button>
    </search>
  )
}

/** Where is searched. */
export function Scope() {
  const { desk } = useWorkbench()
  const { searching } = desk
  const scope = useValue(searching, state => state.scope)
  const listed = useValue(desk.workspace, state => desk.visibleRows(state).length)
  return (
    <select
      aria-label={en.search.scope}
      value={scope}
      onChange={event => searching.setScope(event.target.value as (typeof searchScopes)[number])}
    >
      {searchScopes.map(one => (
        <option key={one} value={one}>
          {one === 'listed' ? en.search.scopeListed(listed) : en.search.scopes[one]}
        </option>
      ))}
    </select>
  )
}
