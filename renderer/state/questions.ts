import { createStore } from 'zustand/vanilla'
import type { EventOf } from '../../shared/contract/events.ts'
import type { QuestionTopic, ToldQuestion } from '../../shared/discussion/question.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { makeUntilHeard } from './untilHeard.ts'

/** A question of an article of the workspace. */
export interface Question extends ToldQuestion {
  readonly article: string
}

/** Which questions are shown. */
export interface QuestionFilter {
  readonly state: 'open' | 'resolved' | 'all'
  /** Only those in which the person has said something. */
  readonly isMine: boolean
  readonly about: QuestionTopic | 'all'
}

export interface Questions {
  readonly phase: 'empty' | 'running' | 'done'
  /** By the article's ticket. */
  readonly found: ReadonlyMap<string, readonly ToldQuestion[]>
  readonly done: number
  readonly total: number
  readonly unread: number
  readonly problem: ProblemNotice | null
  readonly filter: QuestionFilter
  /** The question that is looked at (`nameOf`). */
  readonly current: string | null
}

interface Parts {
  readonly ask: Ask
  readonly randomId: () => string
  /** The workspace's ticket. */
  readonly workspace: () => string | null
  /** Tickets of the articles in the order of the workspace. */
  readonly articles: () => readonly string[]
  /** The ids of the layers in which the person writes. */
  readonly mine: () => readonly string[]
  /** Resolves once the desktop has every edit. */
  readonly recorded: () => Promise<unknown>
}

/** What is shown at first: all that waits. */
export const waiting: QuestionFilter = { state: 'open', isMine: false, about: 'all' }
const nothing = {
  phase: 'empty',
  found: new Map(),
  done: 0,
  total: 0,
  unread: 0,
  problem: null,
  current: null,
} as const

/**
 * The questions of all articles of the workspace. Once they have been looked for they stay as they are: the open
 * article's are those that the window knows, and those of articles that others change are asked for again.
 */
export function makeQuestions({ ask, randomId, workspace, articles, mine, recorded }: Parts) {
  const store = createStore<Questions>(() => ({ ...nothing, filter: waiting }))
  const { getState, setState } = store
  const hearing = makeUntilHeard<readonly Told[], Pick<Questions, 'done' | 'total'>>()
  /** The run that looks through the whole workspace. */
  let run: string | null = null
  /** The article whose questions the window itself knows, and those. */
  let live: Told | null = null

  function put(all: readonly Told[]): void {
    const known = all.filter(([article]) => article !== live?.[0])
    setState(({ found }) => ({ found: new Map([...found, ...known]) }))
  }

  /** Looks through all articles. */
  async function look(): Promise<void> {
    const of = workspace()
    if (of === null) return
    const name = randomId()
    run = name
    setState({ ...nothing, found: new Map(live ? [live] : []), current: getState().current, phase: 'running' })
    const end = (more: Partial<Questions>) => {
      if (run !== name) return
      run = null
      setState({ phase: 'done', ...more })
    }
    try {
      await recorded()
      const call = () => ask('discussion.questions', { workspace: of, name, articles: null })
      const { unread } = await hearing.run(name, call, countOf, (told, progress) => {
        if (run !== name) return
        put(told)
        setState(progress)
      })
      end({ unread })
    } catch (failure) {
      end({ problem: asNotice(failure, 'cannot-read') })
    }
  }

  /** Asks for the questions of these articles again. */
  async function refresh(changed: readonly string[]): Promise<void> {
    const of = workspace()
    if (of === null) return
    const name = randomId()
    const come = new Map<string, readonly ToldQuestion[]>(changed.map(article => [article, []]))
    try {
      const call = () => ask('discussion.questions', { workspace: of, name, articles: [...changed] })
      const { isComplete } = await hearing.run(name, call, countOf, told => {
        for (const [article, questions] of told) come.set(article, questions)
      })
      if (isComplete && of === workspace() && getState().phase !== 'empty') put([...come])
    } catch {
      // What is listed is what was last known; a question is looked for again where its article is opened.
    }
  }

  function list(): Question[] {
    const { found, filter } = getState()
    const own = new Set(mine())
    const isShown = ({ isResolved, layers, about }: ToldQuestion) =>
      (filter.state === 'all' || isResolved === (filter.state === 'resolved')) &&
      (filter.about === 'all' || about === filter.about) &&
      (!filter.isMine || layers.some(layer => own.has(layer)))
    return articles().flatMap(article => (found.get(article) ?? []).filter(isShown).map(one => ({ ...one, article })))
  }

  return {
    ...store,
    look,
    list,
    /** Of how many the list shows some. */
    count: () => [...getState().found.values()].reduce((sum, questions) => sum + questions.length, 0),
    filter: (filter: Partial<QuestionFilter>) => setState(state => ({ filter: { ...state.filter, ...filter } })),
    goTo: (question: Question | null) => setState({ current: question && nameOf(question) }),
    /** The question after the one that is looked at, or before it; the first, or the last, where none is. */
    beyond(by: 1 | -1): Question | undefined {
      const all = list()
      const at = all.findIndex(one => nameOf(one) === getState().current)
      return at === -1 ? all.at(by > 0 ? 0 : -1) : all[at + by]
    },
    /** What is asked in the open article, as the window knows it; null: the window doesn't know, or another one is open. */
    replace(article: string, questions: readonly ToldQuestion[] | null): void {
      live = questions && [article, questions]
      if (questions && getState().phase !== 'empty')
        setState(({ found }) => ({ found: new Map(found).set(article, questions) }))
    },
    /** Colleagues' files were changed. */
    changed({ workspace: of, articles }: EventOf<'discussion.changed'>): void {
      if (of === workspace() && getState().phase !== 'empty') void refresh(articles)
    },
    heard({ name, found, done, total }: EventOf<'discussion.found'>): void {
      const read = () => {
        const told = JSON.parse(found) as Told[]
        return { found: told, count: told.reduce((sum, [, questions]) => sum + questions.length, 0) }
      }
      hearing.heard(name, read, { done, total })
    },
    /** Ends the look through the workspace; what it has found stays. */
    cancel(): void {
      const of = workspace()
      const name = run
      run = null
      setState({ phase: 'done' })
      if (name === null) return
      hearing.leave(name)
      if (of !== null) void ask('discussion.cancel', { workspace: of, name }).catch(() => {})
    },
    /** Another workspace is shown. */
    forget(): void {
      if (run !== null) hearing.leave(run)
      run = null
      live = null
      setState({ ...nothing, filter: waiting })
    },
  }
}

export type QuestionsStore = ReturnType<typeof makeQuestions>

type Told = readonly [article: string, questions: readonly ToldQuestion[]]

/** What names a question among those of the workspace. */
export function nameOf({ article, key }: Pick<Question, 'article' | 'key'>): string {
  return JSON.stringify([article, key])
}

function countOf({ isComplete, questions }: { readonly isComplete: boolean; readonly questions: number }) {
  return isComplete ? questions : null
}
