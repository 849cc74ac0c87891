import { createStore } from 'zustand/vanilla'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Input, Saving } from '../../shared/contract/contract.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

/** One edit of one of the two files that a person changes: their layer, or the article's facts. */
export type Change =
  | { readonly article: string; readonly file: 'layer'; readonly edit: Edit }
  | { readonly article: string; readonly file: 'facts'; readonly edit: FactsEdit }

/** How far recording is. */
export interface Recording {
  /** Edits that the desktop hasn't confirmed as durable, by article. An article without any isn't in it. */
  readonly waiting: ReadonlyMap<string, number>
  /** Why the first waiting edit of an article was refused, while that lasts. */
  readonly refused: ReadonlyMap<string, ProblemNotice>
  /** The last that the desktop said of saving, by article. */
  readonly told: ReadonlyMap<string, Saving>
}

/** How long until a refused edit is tried again: at first, and at most. */
const RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

interface Queue {
  readonly changes: Change[]
  /** Wakes the queue from its wait before the next try. */
  wake: (() => void) | null
  idle: Promise<void>
}

/**
 * Hands edits to the desktop, those of one article strictly one after another.
 * An edit leaves its queue only when the desktop says that it is on disk; one
 * that was refused stays first and is tried again, so none is ever dropped and
 * none overtakes another.
 */
export function makeRecorder({ ask }: { ask: Ask }) {
  const store = createStore<Recording>(() => ({ waiting: new Map(), refused: new Map(), told: new Map() }))
  const queues = new Map<string, Queue>()

  function record(change: Change): void {
    const queue = queues.get(change.article)
    if (queue) queue.changes.push(change)
    else start(change)
    count(change.article)
  }

  function start(change: Change): void {
    const queue: Queue = { changes: [change], wake: null, idle: Promise.resolve() }
    queues.set(change.article, queue)
    queue.idle = work(change.article, queue)
  }

  async function work(article: string, queue: Queue): Promise<void> {
    for (let delay = RETRY_MS; queue.changes.length > 0; ) {
      try {
        await send(queue.changes[0]!)
        queue.changes.shift()
        delay = RETRY_MS
        if (queue.changes.length === 0) queues.delete(article)
        refuse(article, null)
      } catch (failure) {
        refuse(article, asNotice(failure, 'cannot-save'))
        await pause(queue, delay)
        delay = Math.min(delay * 2, LONGEST_RETRY_MS)
      }
      count(article)
    }
  }

  function send(change: Change): Promise<unknown> {
    const { article } = change
    return change.file === 'layer'
      ? ask('layer.record', { article, edit: change.edit as Input<'layer.record'>['edit'] })
      : ask('facts.record', { article, edit: change.edit as Input<'facts.record'>['edit'] })
  }

  function refuse(article: string, problem: ProblemNotice | null): void {
    store.setState(({ refused }) => ({ refused: changed(refused, article, problem) }))
  }

  function count(article: string): void {
    const left = queues.get(article)?.changes.length || null
    store.setState(({ waiting }) => ({ waiting: changed(waiting, article, left) }))
  }

  /** The desktop spoke of saving; when what stood in the way is gone, there is no reason to wait. */
  function hear(saving: Saving): void {
    const before = store.getState().told.get(saving.article)
    store.setState(({ told }) => ({ told: changed(told, saving.article, saving) }))
    if (before?.problem && !saving.problem) queues.get(saving.article)?.wake?.()
  }

  return {
    ...store,
    record,
    hear,
    /** Try at once what waits for its next try. */
    retry(): void {
      for (const queue of queues.values()) queue.wake?.()
    },
    /** Resolves when every edit of the article that was made so far is durable. */
    settled(article: string): Promise<void> {
      return queues.get(article)?.idle ?? Promise.resolve()
    },
    /** The article was closed: what the desktop said of it no longer counts. */
    forget(article: string): void {
      store.setState(({ told }) => ({ told: changed(told, article, null) }))
    },
  }
}

export type Recorder = ReturnType<typeof makeRecorder>

function pause(queue: Queue, ms: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(wake, ms)
    function wake(): void {
      clearTimeout(timer)
      queue.wake = null
      resolve()
    }
    queue.wake = wake
  })
}

function changed<V>(map: ReadonlyMap<string, V>, key: string, value: V | null): ReadonlyMap<string, V> {
  if (value === null && !map.has(key)) return map
  const next = new Map(map)
  if (value === null) next.delete(key)
  else next.set(key, value)
  return next
}

/** What can be said about saving, and nothing better than the truth. */
export type SavingState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly edits: number }
  | { readonly kind: 'stopped'; readonly edits: number; readonly problem: ProblemNotice }

/** The state of everything that was edited in this window, whatever article is open. `typing` is a note that isn't an edit yet. */
export function savingState({ waiting, refused, told }: Recording, typing: boolean): SavingState {
  let edits = typing ? 1 : 0
  for (const one of waiting.values()) edits += one
  const problem = [...refused.values()][0] ?? [...told.values()].find(saving => saving.problem)?.problem
  if (problem) return { kind: 'stopped', edits, problem }
  return edits > 0 ? { kind: 'saving', edits } : { kind: 'saved' }
}
