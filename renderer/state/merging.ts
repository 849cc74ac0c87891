import { createStore } from 'zustand/vanilla'
import { type Decision, keyOf, type Side } from '../../shared/merging/contradiction.ts'
import type { ShownContradiction } from '../../shared/merging/shownContradiction.ts'
import type { Ask } from './ask.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ReadingStore } from './reading.ts'

/** What was changed here and outside in the open article's layer, and what the person has decided so far. */
export interface Merging {
  /** In the order of the text; what has no place comes last. */
  readonly contradictions: readonly ShownContradiction[]
  /** By `keyOf`. */
  readonly decisions: ReadonlyMap<string, Side>
  /** Whether the decisions are being carried out. */
  readonly isWriting: boolean
  /** Whether the person wants to go there: until they are there. */
  readonly isWanted: boolean
}

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly opening: Pick<Opening, 'reread'>
}

const none: Merging = { contradictions: [], decisions: new Map(), isWriting: false, isWanted: false }

/** Keeps what a person has to decide between two versions of the open layer. */
export function makeMerging({ ask, reading, opening }: Parts) {
  const store = createStore<Merging>(() => none)
  const { getState, setState } = store
  let seen: OpenArticle['head'] = null
  reading.subscribe(({ article }) => {
    const head = article?.head ?? null
    if (head === seen) return
    seen = head
    const contradictions = head ? inOrder(JSON.parse(head.contradictions) as ShownContradiction[]) : []
    if (contradictions.length === 0 && getState().contradictions.length === 0) return
    // What was decided already holds where the same is asked again, as after reading anew.
    const before = getState()
    const asked = new Set(contradictions.map(one => said(one)))
    const still = before.contradictions.filter(one => asked.has(said(one))).map(keyOf)
    const decisions = new Map([...before.decisions].filter(([key]) => still.includes(key)))
    setState({ contradictions, decisions, isWriting: false })
  })

  return {
    ...store,
    want: () => setState({ isWanted: true }),
    arrived: () => setState({ isWanted: false }),
    /** How many wait for a decision. */
    open: () => getState().contradictions.length - getState().decisions.size,
    decide(contradiction: ShownContradiction, side: Side): void {
      setState(({ decisions }) => ({ decisions: new Map([...decisions, [keyOf(contradiction), side]]) }))
    },
    /** Decides all that is undecided in the same way. */
    decideRest(side: Side): void {
      setState(({ contradictions, decisions }) => ({
        decisions: new Map(contradictions.map(one => [keyOf(one), decisions.get(keyOf(one)) ?? side])),
      }))
    },
    /**
     * Carries out what was decided, and reads the article anew. Resolves to
     * whether all of it is merged: not so where the file was changed once more
     * meanwhile. Rejects with the Problem that keeps it from being written.
     */
    async carryOut(): Promise<boolean> {
      const { article } = reading.getState()
      const { contradictions, decisions, isWriting } = getState()
      if (!article || isWriting) return false
      setState({ isWriting: true })
      try {
        const said = contradictions.flatMap(({ of, id, field }): Decision[] => {
          const side = decisions.get(keyOf({ of, id, field }))
          return side ? [{ of, id, field, side }] : []
        })
        const { access } = await ask('layer.decide', { article: article.ticket, decisions: said })
        if (reading.getState().article === article) await opening.reread()
        return access === 'write'
      } finally {
        setState({ isWriting: false })
      }
    },
  }
}

export type MergingStore = ReturnType<typeof makeMerging>

function inOrder(contradictions: readonly ShownContradiction[]): ShownContradiction[] {
  const start = ({ at }: ShownContradiction) => at?.start ?? Number.POSITIVE_INFINITY
  return [...contradictions].sort((one, other) => (start(one) < start(other) ? -1 : start(one) > start(other) ? 1 : 0))
}

/** What is asked, whole: where either side says something else by now, it is another question. */
function said({ of, id, field, ours, theirs }: ShownContradiction): string {
  return JSON.stringify([of, id, field, ours ?? null, theirs ?? null])
}
