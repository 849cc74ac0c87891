import { createStore } from 'zustand/vanilla'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Copy, LookedAtCopy } from '../../shared/contract/contract.ts'
import { type Decision, keyOf, type Side } from '../../shared/merging/contradiction.ts'
import type { ShownContradiction } from '../../shared/merging/shownContradiction.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ReadingStore } from './reading.ts'
import type { Recorder } from './recorder.ts'

/** A conflict copy that a person looks at: what merging it comes to, or why it can't be read. */
export interface CopyInHand {
  readonly copy: Copy
  readonly looked: LookedAtCopy | null
  readonly problem: ProblemNotice | null
}

/** Another version of the open article's layer, its file or a copy of it, and what the person has decided so far. */
export interface Merging {
  /** What contradicts, in the order of the text; what has no place comes last. */
  readonly contradictions: readonly ShownContradiction[]
  /** By `keyOf`. */
  readonly decisions: ReadonlyMap<string, Side>
  /** The copy that is looked at; null where the other version stands in the layer's own file, or where there is none. */
  readonly copy: CopyInHand | null
  /** Whether git left the other version in the layer's own file, which is merged only when the person says so. */
  readonly isGit: boolean
  /** Whether the decisions are being carried out. */
  readonly isWriting: boolean
  /** Whether the person wants to go there: until they are there. */
  readonly isWanted: boolean
  /** Tickets of copies that the person doesn't want to hear of now. */
  readonly later: ReadonlySet<string>
}

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly recorder: Pick<Recorder, 'settled'>
  readonly opening: Pick<Opening, 'reread'>
  /** Told once the person has dealt with a copy: the tickets of the article and of the copy. */
  readonly settled: (article: string, copy: string) => void
  /** Makes edits of all that is being typed. */
  readonly settle: () => void
}

const nothing = { contradictions: [], decisions: new Map<string, Side>(), copy: null, isWriting: false } as const

/** Keeps what a person has to decide between two versions of the open layer. */
export function makeMerging({ ask, reading, recorder, opening, settled, settle }: Parts) {
  const store = createStore<Merging>(() => ({ ...nothing, isGit: false, isWanted: false, later: new Set() }))
  const { getState, setState } = store
  let seen: OpenArticle['head'] = null
  reading.subscribe(({ article }) => {
    const head = article?.head ?? null
    if (head === seen) return
    seen = head
    if (getState().copy) setState(nothing)
    setState({ isGit: head?.problem?.kind === 'sidecar-git-conflict' })
    const asked = head ? shownIn(head.contradictions) : []
    if (asked.length > 0 || getState().contradictions.length > 0) setState({ ...stillDecided(asked), isWriting: false })
  })

  /** These are asked now: what was decided already holds where the same is asked again. */
  function stillDecided(contradictions: readonly ShownContradiction[]): Pick<Merging, 'contradictions' | 'decisions'> {
    const before = getState()
    const asked = new Set(contradictions.map(said))
    const still = before.contradictions.filter(one => asked.has(said(one))).map(keyOf)
    return { contradictions, decisions: new Map([...before.decisions].filter(([key]) => still.includes(key))) }
  }

  function decided(): Decision[] {
    const { contradictions, decisions } = getState()
    return contradictions.flatMap(({ of, id, field }): Decision[] => {
      const side = decisions.get(keyOf({ of, id, field }))
      return side ? [{ of, id, field, side }] : []
    })
  }

  /** What merging the copy comes to once everything done here is on disk; null where the article isn't on the desk any more. */
  async function lookAt(article: OpenArticle, copy: Copy, decisions: Decision[]): Promise<LookedAtCopy | null> {
    for (;;) {
      settle()
      const made = reading.countOf(article.ticket)
      await recorder.settled()
      const looked = await ask('copy.look', { article: article.ticket, copy: copy.ticket, decisions })
      if (reading.getState().article !== article) return null
      if (reading.countOf(article.ticket) === made) return looked
    }
  }

  async function settleCopy(copy: Copy, content: string | null): Promise<void> {
    const { article } = reading.getState()
    if (!article) return
    await ask('copy.settle', { article: article.ticket, copy: copy.ticket, content })
    settled(article.ticket, copy.ticket)
  }

  /** Remembers that a copy is merged, once a look at it says so: what was refused meanwhile isn't. */
  async function settleMerged(article: OpenArticle, copy: Copy, decisions: Decision[]): Promise<void> {
    const looked = await lookAt(article, copy, decisions)
    if (looked && looked.edit === null && looked.contradictions === '[]') await settleCopy(copy, looked.content)
  }

  async function mergeFile(article: OpenArticle): Promise<boolean> {
    const { access } = await ask('layer.decide', { article: article.ticket, decisions: decided() })
    if (reading.getState().article === article) await opening.reread()
    return access === 'write'
  }

  async function mergeCopy(article: OpenArticle, copy: Copy): Promise<boolean> {
    const decisions = decided()
    const looked = await lookAt(article, copy, decisions)
    if (!looked) return false
    const asked = shownIn(looked.contradictions)
    if (asked.length > 0) {
      setState({ copy: { copy, looked, problem: null }, ...stillDecided(asked) })
      return false
    }
    setState(nothing)
    if (looked.edit !== null) reading.edit({ file: 'layer', edit: JSON.parse(looked.edit) as Edit })
    // What can't be remembered is offered once more, and then brings nothing new.
    void settleMerged(article, copy, decisions).catch(() => {})
    return true
  }

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
    /** Looks at a copy of the open layer, in the place of what was looked at before. */
    async look(copy: Copy): Promise<void> {
      const { article } = reading.getState()
      if (!article) return
      try {
        const looked = await lookAt(article, copy, [])
        if (!looked) return
        const contradictions = shownIn(looked.contradictions)
        setState({ ...nothing, contradictions, copy: { copy, looked, problem: null } })
      } catch (failure) {
        if (reading.getState().article !== article) return
        setState({ ...nothing, copy: { copy, looked: null, problem: asNotice(failure, 'cannot-read') } })
      }
    },
    /** The person doesn't want to hear of a copy for now. */
    notNow(copy: Copy): void {
      setState(({ later }) => ({ later: new Set([...later, copy.ticket]) }))
    },
    /** Leaves a copy as it is: it isn't offered again before it is changed. Rejects with a Problem where that can't be remembered. */
    async leave({ copy, looked }: Pick<CopyInHand, 'copy' | 'looked'>): Promise<void> {
      await settleCopy(copy, looked?.content ?? null)
      if (getState().copy?.copy.ticket === copy.ticket) setState(nothing)
    },
    /**
     * Carries out what was decided: of a copy as one edit of the layer; of the
     * layer's own file in that file, after which the article is read anew.
     * Resolves to whether all of it is merged: not so where either version was
     * changed once more meanwhile. Rejects with the Problem that keeps it from
     * being written.
     */
    async carryOut(): Promise<boolean> {
      const { article } = reading.getState()
      const { copy, isWriting } = getState()
      if (!article || isWriting) return false
      setState({ isWriting: true })
      try {
        return copy ? await mergeCopy(article, copy.copy) : await mergeFile(article)
      } finally {
        setState({ isWriting: false })
      }
    },
  }
}

export type MergingStore = ReturnType<typeof makeMerging>

/** The copies of the open article that a person has yet to deal with. */
export function waitingCopies(copies: readonly Copy[] | undefined): readonly Copy[] {
  return copies?.filter(({ isSettled }) => !isSettled) ?? noCopies
}
const noCopies: readonly Copy[] = []

function shownIn(json: string): ShownContradiction[] {
  const start = ({ at }: ShownContradiction) => at?.start ?? Number.POSITIVE_INFINITY
  return (JSON.parse(json) as ShownContradiction[]).sort((one, other) =>
    start(one) < start(other) ? -1 : start(one) > start(other) ? 1 : 0,
  )
}

/** What is asked, whole: where either side says something else by now, it is another question. */
function said({ of, id, field, ours, theirs }: ShownContradiction): string {
  return JSON.stringify([of, id, field, ours ?? null, theirs ?? null])
}
