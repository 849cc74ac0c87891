import type { Unread } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { emptyQuery, type Query } from '../../shared/search/query.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { makeHearing } from './hearing.ts'
import type { Recorder } from './recorder.ts'
import { untilDurable } from './untilDurable.ts'

/** Everything of a kind that the workspace holds. */
export interface Gathered {
  readonly hits: readonly Hit[]
  /** Articles, and layers of colleagues, that couldn't be read: more may be there. */
  readonly unreadArticles: number
  readonly unreadLayers: number
  /** The first of those. */
  readonly unread: readonly Unread[]
  /** Why not all of it is there; null where it is. */
  readonly problem: ProblemNotice | null
}

interface Parts {
  readonly ask: Ask
  readonly randomId: () => string
  readonly recorder: Recorder
  /** Makes edits of what is being typed. */
  readonly settle: () => void
  /** The tickets of all articles. */
  readonly articles: () => readonly string[]
}

/** Gathers annotations or links from all articles, whole: more than one search lists where there are too many for one. */
export function makeGathering({ ask, randomId, recorder, settle, articles }: Parts) {
  const hearing = makeHearing(ask)

  async function gather(
    query: Partial<Query> & Pick<Query, 'what'>,
    onProgress: (done: number, total: number) => void = () => {},
    signal?: AbortSignal,
  ): Promise<Gathered> {
    settle()
    const stuck = await untilDurable(recorder)
    if (stuck) return { ...nothing, problem: stuck }
    return search({ ...emptyQuery, ...query }, articles(), onProgress, signal)
  }

  async function search(
    query: Query,
    among: readonly string[],
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Gathered> {
    const name = randomId()
    const hits: Hit[] = []
    const stop = () => void ask('search.cancel', { name }).catch(() => null)
    signal?.addEventListener('abort', stop)
    try {
      const scope = { kind: 'articles' as const, articles: [...among] }
      const answer = await hearing.search({ name, query: query as never, scope }, (found, { done, total }) => {
        for (const hit of found) hits.push(hit)
        onProgress(done, total)
      })
      if (answer.isCut && among.length > 1 && !signal?.aborted) {
        const half = among.length >> 1
        const first = await search(query, among.slice(0, half), onProgress, signal)
        return joined(first, await search(query, among.slice(half), onProgress, signal))
      }
      const { unreadArticles, unreadLayers, unread, problem, isCut } = answer
      const tooMany: ProblemNotice | null = isCut ? { kind: 'too-many-files', detail: '' } : null
      const stopped: ProblemNotice | null =
        answer.isComplete || signal?.aborted ? null : { kind: 'cannot-read', detail: '' }
      return { hits, unreadArticles, unreadLayers, unread, problem: problem ?? tooMany ?? stopped }
    } catch (failure) {
      return { ...nothing, hits, problem: asNotice(failure, 'cannot-read') }
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  return {
    gather,
    heard: hearing.heard,
  }
}

const nothing: Gathered = { hits: [], unreadArticles: 0, unreadLayers: 0, unread: [], problem: null }

function joined(one: Gathered, other: Gathered): Gathered {
  return {
    hits: [...one.hits, ...other.hits],
    unreadArticles: one.unreadArticles + other.unreadArticles,
    unreadLayers: one.unreadLayers + other.unreadLayers,
    unread: [...one.unread, ...other.unread],
    problem: one.problem ?? other.problem,
  }
}

export type Gathering = ReturnType<typeof makeGathering>
