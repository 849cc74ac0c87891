import { createStore } from 'zustand/vanilla'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Input, Saving } from '../../shared/contract/contract.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { verdictOn } from './verdictOn.ts'

/**
 * One edit of one of the files that a person changes: their layer, the article's
 * facts, or the project. `article` is the ticket of the article, and for the
 * project that of the workspace.
 */
export type Change =
  | { readonly article: string; readonly file: 'layer'; readonly edit: Edit }
  | { readonly article: string; readonly file: 'facts'; readonly edit: FactsEdit }
  | { readonly article: string; readonly file: 'project'; readonly edit: ProjectEdit }

/** How far recording is. */
export interface Recording {
  /** Edits that the desktop hasn't confirmed as durable, by article. An article without any isn't in it. */
  readonly waiting: ReadonlyMap<string, number>
  /** Why the first waiting edit of a file can't be saved yet, by article and file, while that lasts. */
  readonly refused: ReadonlyMap<string, ProblemNotice>
  /** The last that the desktop said of saving, by article. */
  readonly told: ReadonlyMap<string, Saving>
}

/** How long until a refused edit is tried again: at first, and at most. */
const RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

/** What will never be saved. */
export type Refusal =
  /** The desktop won't have this edit. Those of the same file that were made after it are still to be handed over. */
  | {
      readonly kind: 'edit'
      readonly change: Change
      /** Null where it is a bug. */
      readonly problem: ProblemNotice | null
      readonly later: readonly Change[]
    }
  /** The desktop doesn't know the article any more: none of these edits has anywhere to go. */
  | { readonly kind: 'article'; readonly article: string; readonly changes: readonly Change[] }

interface Queue {
  readonly changes: Change[]
  /** Wakes the queue from its wait before the next try. */
  wake: (() => void) | null
  idle: Promise<void>
}

const files = ['layer', 'facts', 'project'] as const
const nameOf = (article: string, file: Change['file']) => `${article} ${file}`

/**
 * Hands edits to the desktop, those of one file strictly one after another; an
 * article's layer and its facts don't wait for one another.
 *
 * An edit leaves its queue only when the desktop says that it is on disk, or
 * that it never will be. One that the disk stands in the way of stays first and
 * is tried again, so none overtakes another. One that can never be accepted is
 * told of (`onRefused`) and makes way for the next.
 */
export function makeRecorder({ ask }: { ask: Ask }) {
  const store = createStore<Recording>(() => ({ waiting: new Map(), refused: new Map(), told: new Map() }))
  const queues = new Map<string, Queue>()
  const listeners = new Set<(refusal: Refusal) => void>()

  function record(change: Change): void {
    const name = nameOf(change.article, change.file)
    const queue = queues.get(name)
    if (queue) queue.changes.push(change)
    else start(name, change)
    count(change.article)
  }

  function start(name: string, change: Change): void {
    const queue: Queue = { changes: [change], wake: null, idle: Promise.resolve() }
    queues.set(name, queue)
    queue.idle = work(name, change.article, queue)
  }

  async function work(name: string, article: string, queue: Queue): Promise<void> {
    for (let delay = RETRY_MS; queue.changes.length > 0; ) {
      const failure = await send(queue.changes[0]!).then(
        () => null,
        (thrown: unknown) => ({ thrown }),
      )
      const verdict = failure && verdictOn(failure.thrown)
      if (verdict === 'later') {
        refuse(name, asNotice(failure?.thrown, 'cannot-save'))
        await pause(queue, delay)
        delay = Math.min(delay * 2, LONGEST_RETRY_MS)
        continue
      }
      delay = RETRY_MS
      const taken = queue.changes.splice(0, verdict === 'gone' ? queue.changes.length : 1)
      if (queue.changes.length === 0) queues.delete(name)
      refuse(name, null)
      count(article)
      if (verdict === 'gone') tell({ kind: 'article', article, changes: taken })
      else if (verdict === 'never') {
        const problem = failure?.thrown instanceof Problem ? asNotice(failure.thrown, 'cannot-save') : null
        tell({ kind: 'edit', change: taken[0]!, problem, later: [...queue.changes] })
      }
    }
  }

  function tell(refusal: Refusal): void {
    for (const listener of listeners) listener(refusal)
  }

  function send(change: Change): Promise<unknown> {
    const { article, edit } = change
    switch (change.file) {
      case 'layer':
        return ask('layer.record', { article, edit: edit as Input<'layer.record'>['edit'] })
      case 'facts':
        return ask('facts.record', { article, edit: edit as Input<'facts.record'>['edit'] })
      case 'project':
        return ask('project.record', { workspace: article, edit: edit as Input<'project.record'>['edit'] })
    }
  }

  function refuse(name: string, problem: ProblemNotice | null): void {
    store.setState(({ refused }) => ({ refused: changed(refused, name, problem) }))
  }

  function queuesOf(article: string): Queue[] {
    return files.flatMap(file => queues.get(nameOf(article, file)) ?? [])
  }

  function count(article: string): void {
    const left = queuesOf(article).reduce((sum, { changes }) => sum + changes.length, 0) || null
    store.setState(({ waiting }) => ({ waiting: changed(waiting, article, left) }))
  }

  /** The desktop spoke of saving; when what stood in the way is gone, there is no reason to wait. */
  function hear(saving: Saving): void {
    const before = store.getState().told.get(saving.article)
    store.setState(({ told }) => ({ told: changed(told, saving.article, saving) }))
    if (before?.problem && !saving.problem) for (const queue of queuesOf(saving.article)) queue.wake?.()
  }

  return {
    ...store,
    record,
    hear,
    /** Try at once what waits for its next try. */
    retry(): void {
      for (const queue of queues.values()) queue.wake?.()
    },
    /** Changes of an article, or of a workspace's project, that the desktop hasn't confirmed yet, in order. */
    waitingIn: (article: string): Change[] => queuesOf(article).flatMap(({ changes }) => changes),
    /** Hears of edits that will never be saved, until the function that it returns is called. */
    onRefused(listener: (refusal: Refusal) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Resolves when every edit of the article, or of any, that was made so far is durable or refused for good. */
    async settled(article?: string): Promise<void> {
      const those = article === undefined ? [...queues.values()] : queuesOf(article)
      await Promise.all(those.map(queue => queue.idle))
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
  /** Something stands in a field that is no edit yet. */
  | { readonly kind: 'typing' }
  /** Many articles are being changed. */
  | { readonly kind: 'changing'; readonly done: number; readonly total: number }
  | { readonly kind: 'saving'; readonly edits: number }
  | { readonly kind: 'stopped'; readonly edits: number; readonly problem: ProblemNotice }

/**
 * The state of everything that was edited in this window, whatever article is
 * open. `isTyping` says whether something stands in a field that isn't an edit
 * yet; `many` is the change of many articles that is under way.
 */
export function savingState(
  { waiting, refused, told }: Recording,
  isTyping: boolean,
  many: { readonly done: number; readonly total: number } | null = null,
): SavingState {
  let edits = 0
  for (const one of waiting.values()) edits += one
  const problem = [...refused.values()][0] ?? [...told.values()].find(saving => saving.problem)?.problem
  if (problem) return { kind: 'stopped', edits, problem }
  if (edits > 0) return { kind: 'saving', edits }
  if (many) return { kind: 'changing', done: many.done, total: many.total }
  return { kind: isTyping ? 'typing' : 'saved' }
}
