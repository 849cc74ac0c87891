import { createStore } from 'zustand/vanilla'
import type { Attributes } from '../../shared/annotation/annotation.ts'
import type { KeptSearch, Output } from '../../shared/contract/contract.ts'
import { MAX_RECENT_SEARCHES } from '../../shared/limits.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { flat, isCapitalised, type Original } from '../../shared/search/fits.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { emptyQuery, type Query } from '../../shared/search/query.ts'
import type { SearchScope } from '../../shared/search/scope.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { FoundHits } from './foundHits.ts'
import { makeHearing } from './hearing.ts'

/** Words that are to be tagged everywhere, as one annotation is. */
export interface TagAll extends Original {
  /** The tag that the answers are of. */
  readonly ofTag: string
  readonly attributes: Attributes
  readonly entity?: string
  readonly exactCapitals: boolean
  /** Whether the new annotations have the answers and the entity of the one that they follow. */
  readonly carries: boolean
}

export interface Searching {
  readonly query: Query
  readonly scope: SearchScope
  /** `waiting` until a person pauses in typing, `running` until all has been looked at. */
  readonly phase: 'empty' | 'waiting' | 'running' | 'done' | 'cancelled'
  readonly progress: { readonly done: number; readonly total: number }
  /** Changes in place; `version` grows with each change of it. */
  readonly found: FoundHits
  readonly version: number
  /** What the desktop said of a search that is over. */
  readonly answer: Output<'search.run'> | null
  /** Why there are no hits, or not all. */
  readonly problem: ProblemNotice | null
  /** The index of the hit that is looked at. */
  readonly current: number | null
  /** Words searched for in this window, the last one first. */
  readonly recent: readonly string[]
  /** What is tagged everywhere; null while a person only searches. */
  readonly tagAll: TagAll | null
}

interface Parts {
  readonly ask: Ask
  readonly randomId: () => string
  /** The annotator who searches. */
  readonly me: () => string
  /** The ticket of the open article. */
  readonly article: () => string | null
  /** The tickets of the articles that the list shows. */
  readonly listed: () => readonly string[]
  /** The entities that annotations may name where they mean this one: itself, and what was merged into it. */
  readonly entitiesOf: (entity: string) => readonly string[]
  /** Whether these words are never to be tagged so. */
  readonly isNever: (words: string, tag: string) => boolean
  /** Remembers what is searched for, on this device. */
  readonly keep: (search: KeptSearch) => void
}

/** How long a person pauses in typing before is looked. */
export const SEARCH_PAUSE_MS = 150
/** Changes from outside come in swarms; how long after the last one is looked again. */
export const OUTDATED_PAUSE_MS = 400

/** What is searched for and what was found. Only the search that was asked for last is heard. */
export function makeSearching({ ask, randomId, me, article, listed, isNever, entitiesOf, keep }: Parts) {
  const store = createStore<Searching>(() => ({
    query: emptyQuery,
    scope: 'workspace',
    phase: 'empty',
    progress: { done: 0, total: 0 },
    found: new FoundHits(''),
    version: 0,
    answer: null,
    problem: null,
    current: null,
    recent: [],
    tagAll: null,
  }))
  const { getState, setState } = store
  let timer: ReturnType<typeof setTimeout> | undefined
  const hearing = makeHearing(ask)
  /** The search whose answer counts, and its hits; they are shown once the first of them has come. */
  let running: {
    readonly name: string
    readonly found: FoundHits
    /** The hit that was looked at, for a search that looks again. */
    readonly at: Hit | null
    isShown: boolean
  } | null = null

  function changed(): void {
    stop()
    setState({ phase: isAsked(getState().query) ? 'waiting' : 'empty', problem: null })
    if (getState().phase === 'empty') clear()
    else timer = setTimeout(() => start(), SEARCH_PAUSE_MS)
  }

  function clear(): void {
    setState(({ version }) => ({ found: new FoundHits(me()), version: version + 1, answer: null, current: null }))
  }

  /** `found` is empty yet; `at` is the hit that was looked at, where this search looks again. */
  function start(found = new FoundHits(me()), at: Hit | null = null): void {
    stop()
    const scope = scopeNow()
    const { query } = getState()
    if (!scope || !isAsked(query)) {
      setState({ phase: 'empty' })
      clear()
      return
    }
    void run(query, scope, { name: randomId(), found, at, isShown: false })
  }

  /** Looks again for the same; `keepsTicks` where what was ticked stays so. */
  function again(keepsTicks: boolean): void {
    if (!isAsked(getState().query)) return
    const { found, current } = getState()
    const at = current === null ? running?.at : found.list.hits[current]
    start(new FoundHits(me(), keepsTicks ? found : undefined), at)
  }

  async function run(
    query: Query,
    scope: NonNullable<ReturnType<typeof scopeNow>>,
    mine: NonNullable<typeof running>,
  ): Promise<void> {
    running = mine
    keepNow()
    judge(mine.found)
    setState({ phase: 'running', progress: { done: 0, total: 0 }, problem: null })
    try {
      const input = { name: mine.name, query: shapeOf(query, entitiesOf), scope }
      const answer = await hearing.search(input, (more, progress) => {
        if (running !== mine) return
        if (more.length > 0) {
          mine.found.add(more)
          show(mine)
          const { at, found } = mine
          if (at && getState().current === null && more.some(({ article }) => article === at.article))
            setState({ current: found.indexOf(at) })
        }
        setState(({ version }) => ({ progress, version: version + 1 }))
      })
      if (running !== mine) return
      show(mine)
      setState({ phase: answer.isComplete || answer.problem ? 'done' : 'cancelled', answer, problem: answer.problem })
    } catch (failure) {
      if (running !== mine) return
      show(mine)
      setState({ phase: 'done', problem: asNotice(failure, 'cannot-read') })
    }
  }

  function show(search: NonNullable<typeof running>): void {
    if (search.isShown) return
    search.isShown = true
    const current = search.at && search.found.indexOf(search.at)
    setState(({ version }) => ({ found: search.found, version: version + 1, answer: null, current }))
  }

  /** Ends the search that is under way; what it found so far stays. */
  function stop(): void {
    clearTimeout(timer)
    const { phase } = getState()
    if (running && phase === 'running') void ask('search.cancel', { name: running.name }).catch(() => null)
    running = null
  }

  function scopeNow() {
    const { scope } = getState()
    const open = article()
    if (scope === 'workspace') return { kind: 'workspace' as const }
    if (scope === 'listed') return { kind: 'articles' as const, articles: [...listed()] }
    return open === null ? null : { kind: 'article' as const, article: open }
  }

  /** What is about to be searched is read meanwhile. */
  function prepare(): void {
    const scope = scopeNow()
    if (scope) void ask('search.prepare', { scope }).catch(() => null)
  }

  function judge(found: FoundHits): void {
    const { tagAll } = getState()
    if (!tagAll) return
    const { tag, exactCapitals } = tagAll
    found.judgeBy(tagAll, { exactCapitals, isNever: words => isNever(words, tag) })
  }

  /** Judges and ticks anew what was found. */
  function judgeAgain(): void {
    if (!getState().tagAll) return
    judge(getState().found)
    if (running && running.found !== getState().found) judge(running.found)
    setState(({ version }) => ({ version: version + 1 }))
  }

  function remember(): void {
    const { words } = getState().query
    if (words === '') return
    if (getState().recent[0] === words) return
    setState(({ recent }) => ({
      recent: [words, ...recent.filter(one => one !== words)].slice(0, MAX_RECENT_SEARCHES),
    }))
    keepNow()
  }

  /** Tagging everywhere is done once: what was searched for before it stays what is remembered. */
  function keepNow(): void {
    const { tagAll, query, scope, recent } = getState()
    if (!tagAll) keep({ query: shapeOf(query, id => [id]), scope, recent: [...recent] })
  }

  return {
    ...store,
    /** Searches for something else, when the person pauses. */
    change(query: Partial<Query>): void {
      setState(state => ({ query: { ...state.query, ...query } }))
      changed()
    },
    /** Searches by another query altogether: filters are taken off by leaving them out. */
    replace(query: Query): void {
      setState({ query })
      changed()
    },
    setScope(scope: SearchScope): void {
      setState({ scope })
      changed()
      prepare()
    },
    /** Searches for words; what was tagged everywhere is left. */
    begin(scope: SearchScope, words?: string): void {
      const before = getState()
      setState({ scope, tagAll: null, ...(words === undefined ? {} : { query: { ...before.query, words } }) })
      if (before.tagAll) setState({ query: { ...emptyQuery, words: words ?? '' } })
      changed()
      prepare()
    },
    /** Looks for every other place of the words of an annotation. */
    tagAll(original: Original & Pick<TagAll, 'attributes' | 'entity'>, scope: SearchScope): void {
      const words = flat(original.words)
      const tagAll = { ...original, ofTag: original.tag, exactCapitals: isCapitalised(words), carries: true }
      setState({ tagAll, scope, query: { ...emptyQuery, words, diacritics: true, wholeWord: true } })
      changed()
    },
    /** Another tag, other capitals or answers for what is tagged everywhere. */
    retarget(change: Partial<Pick<TagAll, 'tag' | 'exactCapitals' | 'carries'>>): void {
      const { tagAll } = getState()
      if (!tagAll) return
      setState({ tagAll: { ...tagAll, ...change } })
      if (change.carries === undefined) judgeAgain()
    },
    judgeAgain,
    /** Looks again at once, as after a change of what was found: nothing is ticked any more, but for what is ticked from now on. */
    again(): void {
      const { found, tagAll } = getState()
      if (!tagAll) {
        found.untickAll()
        setState(({ version }) => ({ version: version + 1 }))
      }
      again(!tagAll)
    },
    /** What is searched was changed by something else: looks again soon, and what was ticked stays ticked where it is still there. */
    outdated(): void {
      if (!isAsked(getState().query)) return
      const { phase } = getState()
      if (phase === 'waiting') return
      clearTimeout(timer)
      timer = setTimeout(() => again(true), OUTDATED_PAUSE_MS)
    },
    /** The open article is another: a search in it looks there. */
    articleChanged(): void {
      if (getState().scope === 'article' && !getState().tagAll) changed()
    },
    cancel(): void {
      const { phase } = getState()
      if (running) show(running)
      stop()
      if (phase === 'running' || phase === 'waiting') setState({ phase: 'cancelled' })
    },
    /** What was searched for the last time somebody worked here; it is looked for when somebody wants to see it. */
    recall({ query, scope, recent }: KeptSearch): void {
      if (getState().phase === 'empty' && !isAsked(getState().query)) setState({ query, scope, recent })
    },
    /** Another workspace: nothing of the one before is known any more. */
    forget(): void {
      stop()
      setState({ ...store.getInitialState(), version: getState().version + 1 })
    },
    /** Looks for something beside what is shown, as when its present state is needed. Null where not all of it could be looked at. */
    async lookUp(query: Query, articles: readonly string[]): Promise<readonly Hit[] | null> {
      const hits: Hit[] = []
      const scope = { kind: 'articles' as const, articles: [...articles] }
      const input = { name: randomId(), query: shapeOf(query, entitiesOf), scope }
      const { isComplete } = await hearing.search(input, found => {
        for (const hit of found) hits.push(hit)
      })
      return isComplete ? hits : null
    },
    heard: hearing.heard,
    /** Resolves once the search that was asked for last is over, well or not. */
    async ended(): Promise<Searching> {
      while (getState().phase === 'waiting' || getState().phase === 'running')
        await new Promise<void>(resolve => {
          const leave = store.subscribe(() => {
            leave()
            resolve()
          })
        })
      return getState()
    },
    goTo(index: number | null): void {
      if (index !== null) remember()
      setState({ current: index })
    },
    tick(from: number, to: number, on: boolean): void {
      getState().found.tick(from, to, on)
      setState(({ version }) => ({ version: version + 1 }))
    },
    remember,
  }
}

export type SearchingStore = ReturnType<typeof makeSearching>

/** Whether a query asks for anything: for words of the text there have to be some; all annotations and notes can be listed. */
export function isAsked({ words, what }: Query): boolean {
  return words.trim() !== '' || what !== 'text'
}

/** A query as it crosses the bridge, whose lists are its own. */
function shapeOf(query: Query, entitiesOf: (entity: string) => readonly string[]) {
  const { tags, attributes, entities, annotators, zones } = query
  return {
    ...query,
    tags: [...tags],
    attributes: [...attributes],
    entities: [...new Set(entities.flatMap(entitiesOf))],
    annotators: [...annotators],
    zones: [...zones],
  }
}
