import { createStore } from 'zustand/vanilla'
import { exactly } from '../../shared/agreement/place.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { type Case, caseKinds } from '../../shared/review/case.ts'
import {
  type Bench,
  type Choice,
  decide as decideCase,
  giveReason,
  opinionsIn,
  reopen as reopenCase,
  verdictsOn,
  type Why,
} from '../../shared/review/decision.ts'
import { followGold } from '../../shared/review/followGold.ts'
import type { FoundCases } from '../../shared/review/found.ts'
import { placeOfCase } from '../../shared/review/judgedWas.ts'
import type { KnownLayers } from '../../shared/review/known.ts'
import type { QueueOrder, Shown } from '../../shared/review/queueView.ts'
import { goldOf } from '../../shared/sidecar/names.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { type Agreed, makeCountingAgreed } from './countingAgreed.ts'
import { makeHearingCases } from './hearingCases.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ReadingStore } from './reading.ts'
import { type QueueEntry, ReviewQueue } from './reviewQueue.ts'
import type { NamedLayer, ReviewViewStore } from './reviewView.ts'

/** A layer of the workspace that may be compared. */
export interface ReviewableLayer extends NamedLayer {
  /** How many articles have one. */
  readonly articles: number
  readonly isGold: boolean
  readonly isMine: 'own' | 'gold' | null
}

export interface Reviewing {
  /** What may be compared; empty until that was looked up. */
  readonly layers: readonly ReviewableLayer[]
  readonly phase: 'off' | 'running' | 'done' | 'stopped' | 'failed'
  readonly progress: { readonly done: number; readonly total: number }
  readonly problem: ProblemNotice | null
  /** Grows whenever the queue, or what is known of its cases, becomes another. */
  readonly version: number
  readonly order: QueueOrder
  readonly shown: Shown
  /** The case at hand, by its key. */
  readonly current: string | null
  /** Whether what was taken of it is being changed in the text, as annotations are. */
  readonly isChanging: boolean
  /** Why the next decision is as it is. */
  readonly why: Why
  /** What would lose changes made by hand, and is done if it is asked for once more. */
  readonly asked: string | null
  /** What is agreed on and not decided; null where that wasn't asked for. */
  readonly agreed: Agreed | null
  /** How many layers or articles couldn't be compared. */
  readonly unread: number
  /** How many layers that aren't compared couldn't be read for what is said in them. */
  readonly unheard: number
  /** Whether there are more cases than are listed. */
  readonly isCut: boolean
}

/** What became of what was asked for. */
export type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'failed'; readonly problem: ProblemNotice }
  /** These would lose what was changed by hand: it is done when asked for once more. */
  | { readonly kind: 'asks'; readonly losing: readonly Annotation[] }
  | { readonly kind: 'done'; readonly entry: QueueEntry; readonly made: readonly string[] }

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly opening: Pick<Opening, 'open'>
  readonly view: ReviewViewStore
  readonly randomId: () => string
  readonly now: () => Date
  /** The reviewer's id. */
  readonly me: () => string
  readonly workspace: () => string | null
  /** Tickets of the articles in the order of the workspace. */
  readonly articles: () => readonly string[]
  /** Makes the gold layer the one that is worked on. False where that can't be; why has been said. */
  readonly workOnGold: () => Promise<boolean>
  /** Whether gold is what is worked on now. */
  readonly isOnGold: () => boolean
  /** Makes edits of what is being typed. */
  readonly settle: () => void
  /** Resolves once the desktop has every edit. */
  readonly recorded: () => Promise<unknown>
}

/** The cases of the open article, and which layers told them. */
interface Held {
  readonly article: OpenArticle
  readonly cases: readonly Case[]
  readonly known: KnownLayers
}

/** What is decided: differences. What all agree on stands in counts, and in the cases of the article at hand. */
const differing = caseKinds.filter(kind => kind !== 'same')

const nothing = {
  phase: 'off',
  progress: { done: 0, total: 0 },
  problem: null,
  current: null,
  isChanging: false,
  why: {},
  asked: null,
  agreed: null,
  unread: 0,
  unheard: 0,
  isCut: false,
} as const

/** The queue of what several annotators say differently in a workspace, and what a reviewer decides. */
export function makeReviewing(parts: Parts) {
  const { ask, reading, opening, view, randomId, now, me, workspace, articles, workOnGold, settle, recorded } = parts
  const { isOnGold } = parts
  const store = createStore<Reviewing>(() => ({ ...nothing, layers: [], version: 0, order: 'weight', shown: 'open' }))
  const { getState, setState } = store
  const queue = new ReviewQueue()
  let running: string | null = null
  /** Whether what is listed stays while it is compared once more. */
  let isQuiet = false
  const hearing = makeHearingCases(ask)
  const counting = makeCountingAgreed({
    ...{ ask, randomId, workspace, layers: chosen },
    get: () => getState().agreed,
    put: (agreed, problem) => setState({ agreed, ...(problem ? { problem } : {}) }),
  })
  /** All cases of the article at hand, those that all agree on too. */
  let held: Held | null = null
  /** Whether the cases at hand are to be asked for once what was done is recorded. */
  let isAsking = false
  let turn: Promise<unknown> = Promise.resolve()

  const touch = (more: Partial<Reviewing> = {}) => setState(({ version }) => ({ ...more, version: version + 1 }))

  /** The layers that are decided on. The reviewer's gold is none of them, even where it is chosen to be seen. */
  function chosen(): string[] {
    const { layers } = view.getState()
    return layers.filter(layer => layer !== goldOf(me())).sort()
  }

  /** Compares the chosen layers over the workspace; the queue fills while that goes on. */
  async function begin(): Promise<void> {
    const ticket = workspace()
    const layers = chosen()
    stop()
    queue.clear()
    held = null
    if (ticket === null || layers.length === 0) return touch(nothing)
    const name = randomId()
    running = name
    isQuiet = false
    touch({ ...nothing, phase: 'running' })
    try {
      const asked = { layers, tags: null, kinds: [...differing], tolerance: exactly }
      const answer = await hearing.run({ name, workspace: ticket, articles: null, ...asked }, (found, progress) => {
        if (running !== name) return
        for (const { article, cases } of found) queue.add(article, cases)
        touch({ progress })
      })
      if (running !== name) return
      running = null
      const { unreadCount: unread, unheard, isCut, isComplete } = answer
      touch({ phase: isComplete ? 'done' : 'stopped', unread, unheard, isCut })
      if (reading.getState().article) await hold().catch(() => null)
    } catch (failure) {
      if (running !== name) return
      running = null
      touch({ phase: 'failed', problem: asNotice(failure, 'cannot-read') })
    }
  }

  /** Compares them once more; what is listed stays until all has been looked at. */
  async function again(): Promise<void> {
    const ticket = workspace()
    const { phase } = getState()
    if (ticket === null || phase === 'off' || phase === 'running') return
    const name = randomId()
    const found: FoundCases[] = []
    running = name
    isQuiet = true
    try {
      const asked = {
        layers: chosen(),
        tags: null,
        kinds: [...differing],
        tolerance: exactly,
      }
      const { isComplete } = await hearing.run({ name, workspace: ticket, articles: null, ...asked }, more => {
        found.push(...more)
      })
      if (running !== name || !isComplete) return
      queue.clear()
      for (const { article, cases } of found) queue.add(article, cases)
      await hold(true).catch(() => null)
      touch()
    } catch {
      // What is listed is what was last known; decisions are made on what each article says when it is opened.
    } finally {
      if (running === name) running = null
    }
  }

  /** Ends the comparison that is under way; what it has found stays. */
  function stop(): void {
    const ticket = workspace()
    if (running !== null && ticket !== null)
      void ask('review.cancel', { workspace: ticket, name: running }).catch(() => null)
    if (running !== null) {
      hearing.leave(running)
      if (!isQuiet) setState({ phase: 'stopped' })
    }
    running = null
    isQuiet = false
  }

  /** All cases of the open article, as its layers are now. Throws a Problem. */
  async function hold(again = false): Promise<readonly Case[]> {
    const { article } = reading.getState()
    if (!article) return []
    if (held?.article === article && !again) return held.cases
    await article.filled
    const asked = { layers: chosen(), tags: null, kinds: null, tolerance: exactly }
    const found = await ask('review.article', { article: article.ticket, ...asked })
    const cases = found.cases.flatMap(text => JSON.parse(text) as Case[])
    if (reading.getState().article !== article) return []
    const known = new Map(found.known.map(({ annotator, waiting }) => [annotator, new Set(waiting)]))
    // On the own layer gold is as the desktop told it: what is in hand is no gold.
    put({ article, known, cases: isOnGold() ? followGold(cases, article.present, known) : cases })
    return held!.cases
  }

  function put(now: Held): void {
    held = now
    queue.replace(now.article.ticket, now.cases)
    touch()
  }

  /** The cases of articles that somebody else has changed are asked for again, and nothing else. */
  async function refresh(changed: readonly string[]): Promise<void> {
    const ticket = workspace()
    if (ticket === null || getState().phase === 'off') return
    for (const article of changed) {
      if (reading.getState().article?.ticket === article) {
        await hold(true).catch(() => null)
        continue
      }
      const asked = { layers: chosen(), tags: null, kinds: [...differing] }
      try {
        const found = await ask('review.article', { article, ...asked, tolerance: exactly })
        queue.replace(
          article,
          found.cases.flatMap(text => JSON.parse(text) as Case[]),
        )
        touch()
      } catch {
        // An article that is gone, or can't be read, has no cases; the list of articles says why.
        queue.replace(article, [])
        touch()
      }
    }
  }

  reading.onEdited((article, edit, undo) => {
    if (held?.article !== article) return
    if (isOnGold()) put({ ...held, cases: followGold(held.cases, article.present, held.known) })
    else if (chosen().includes(me())) return holdAgain()
    // What is said of a decision opens its case or closes it: the desktop knows what everybody says.
    if (![...leftBy(edit), ...leftBy(undo)].some(({ part }) => part === 'comment')) return
    holdAgain()
  })

  /** Asks for the cases of the open article once more, when the desktop has every edit; however many edits wait for that, once. */
  function holdAgain(): void {
    if (isAsking) return
    isAsking = true
    void recorded().then(() => {
      isAsking = false
      return inTurn(() => hold(true).catch(() => null))
    })
  }

  function list(): readonly QueueEntry[] {
    const { order, shown, current } = getState()
    return queue.list({ order, shown, filters: view.getState().filters, articles: articles(), keeps: current })
  }

  const current = (): QueueEntry | undefined => queue.get(getState().current)

  /** Brings a case to hand: its article is opened, and its words come into view. */
  async function goTo(key: string | null): Promise<QueueEntry | null> {
    const entry = queue.get(key)
    if (key !== getState().current) touch({ current: entry?.key ?? null, why: {}, asked: null })
    setState({ isChanging: false })
    if (!entry) return null
    if (reading.getState().article?.ticket !== entry.article && !(await opening.open(entry.article))) return null
    if (getState().current !== key) return null
    const { article } = reading.getState()
    if (article?.ticket !== entry.article) return null
    const one = queue.get(key)!.case
    reading.select(one.gold[0] ?? null)
    const place = placeOfCase(one, article.text)
    if (place) {
      reading.selectText({ start: place.start, end: place.start })
      reading.reveal(place)
    }
    return queue.get(key)!
  }

  /** What decisions on the case at hand are made on; what stands in the way otherwise. */
  async function bench(): Promise<
    { readonly entry: QueueEntry; readonly bench: Bench } | Exclude<Outcome, { kind: 'done' }>
  > {
    const entry = current()
    if (!entry || !(await workOnGold())) return { kind: 'nothing' }
    if (reading.getState().article?.ticket !== entry.article && !(await opening.open(entry.article)))
      return { kind: 'nothing' }
    settle()
    let cases: readonly Case[]
    try {
      cases = await hold()
    } catch (failure) {
      return { kind: 'failed', problem: asNotice(failure, 'cannot-read') }
    }
    const { article } = reading.getState()
    const fresh = queue.get(entry.key)
    if (!article || article !== held?.article || !fresh || fresh.article !== article.ticket) return { kind: 'nothing' }
    if (!article.canAnnotate) return { kind: 'read-only' }
    const gold = article.present
    return {
      entry: fresh,
      bench: {
        ...{ text: article.text, gold, opinions: opinionsIn(cases), verdicts: verdictsOn(gold.verdicts.values()) },
        ...{ by: me(), now: now() },
      },
    }
  }

  /** One after another: a key that comes while an article is being opened is for the case that was at hand then. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act, act)
    turn = mine.catch(() => null)
    return mine
  }

  /** Does what `make` says of the case at hand, unless it would take away what was changed by hand and wasn't asked for twice. */
  async function change(
    sign: string,
    make: (one: Case, bench: Bench) => ReturnType<typeof decideCase>,
  ): Promise<Outcome> {
    const ready = await bench()
    if ('kind' in ready) return ready
    const { entry, bench: on } = ready
    const { edit, made, losing } = make(entry.case, on)
    const asked = `${entry.key} ${sign}`
    if (losing.length > 0 && getState().asked !== asked) {
      setState({ asked })
      return { kind: 'asks', losing }
    }
    if (edit) reading.edit({ file: 'layer', edit })
    setState({ asked: null, why: {} })
    return { kind: 'done', entry: queue.get(entry.key) ?? entry, made }
  }

  return {
    ...store,
    /** Learns which layers the workspace has. Throws a Problem. */
    async lookUp(): Promise<readonly ReviewableLayer[]> {
      const ticket = workspace()
      if (ticket === null) return []
      const { layers } = await ask('review.layers', { workspace: ticket })
      const known = layers.map(({ annotator: id, name, articles, isGold, isMine }) => {
        return { id, name: name || id, articles, isGold, isMine }
      })
      view.name(known)
      touch({ layers: known })
      return known
    },
    begin,
    stop,
    again,
    workOnGold,
    list,
    current,
    goTo: (key: string | null) => inTurn(() => goTo(key)),
    /** The entry after the one at hand, or before it; that is open, where so wanted. */
    beyond(by: 1 | -1, onlyOpen = false): QueueEntry | undefined {
      const all = list()
      const at = all.findIndex(({ key }) => key === getState().current)
      const isWanted = ({ case: { state } }: QueueEntry) => !onlyOpen || state !== 'decided'
      const from = at === -1 ? (by > 0 ? 0 : all.length - 1) : at + by
      for (let i = from; i >= 0 && i < all.length; i += by) if (isWanted(all[i]!)) return all[i]
      return onlyOpen && at > 0 ? all.slice(0, at).find(isWanted) : undefined
    },
    decide: (choice: Choice) =>
      inTurn(async () => {
        const outcome = await change(JSON.stringify(choice), (one, on) => decideCase(one, choice, getState().why, on))
        if (outcome.kind === 'done') setState({ isChanging: choice.kind === 'edit' })
        return outcome
      }),
    reopen: () =>
      inTurn(async () => {
        if (current()?.case.verdicts.length === 0) return { kind: 'nothing' } as const
        return change('reopen', reopenCase)
      }),
    /** Says why: of the case at hand where it is decided, else of the decision that comes. */
    explain: (why: Why) =>
      inTurn(async (): Promise<Outcome> => {
        const entry = current()
        if (!entry) return { kind: 'nothing' }
        if (entry.case.verdicts.length === 0) {
          setState({ why })
          return { kind: 'done', entry, made: [] }
        }
        const done = await change('why', (one, on) => ({ edit: giveReason(one, why, on), made: [], losing: [] }))
        return done
      }),
    /** How much is agreed on, by so many (null: by all), that isn't decided: for a person to see before it is taken. */
    countAgreed: counting.count,
    /** Ends the counting that is under way. */
    stopCounting: counting.stop,
    /** What was counted is taken, or isn't asked for any more. */
    leaveAgreed: counting.leave,
    /** Resolves once all that was asked for is done. */
    settled: () => turn,
    counts: () => queue.counts(view.getState().filters),
    tags: () => queue.tags(),
    /** Other layers are to be chosen; what has been found is given up. */
    leave(): void {
      stop()
      counting.leave()
      queue.clear()
      held = null
      touch(nothing)
    },
    setOrder: (order: Reviewing['order']) => touch({ order }),
    show: (shown: Shown) => touch({ shown }),
    hold: (again = false) => inTurn(() => hold(again)),
    heard(event: EventOf<'review.found'>): void {
      counting.heard(event)
      hearing.heard(event)
    },
    changed({ workspace: ticket, articles: changed }: EventOf<'review.changed'>): void {
      if (ticket === workspace()) void inTurn(() => refresh(changed))
    },
    /** Another workspace, or another person: nothing of this one is known any more. */
    forget(): void {
      stop()
      counting.leave()
      queue.clear()
      held = null
      touch({ ...nothing, layers: [] })
    },
  }
}

export type ReviewingStore = ReturnType<typeof makeReviewing>
