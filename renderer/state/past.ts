import { createStore } from 'zustand/vanilla'
import { extent } from '../../shared/annotation/annotation.ts'
import type { PastHead, ShorterHistory } from '../../shared/contract/contract.ts'
import { annotationIn, type FieldName, withField } from '../../shared/history/fields.ts'
import type { Moment } from '../../shared/history/moment.ts'
import { Past } from '../../shared/history/past.ts'
import { heldIn, partOf, type Thing } from '../../shared/history/thing.ts'
import { TimelineInPieces } from '../../shared/history/timelinePiece.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ReadingStore } from './reading.ts'
import type { Recorder } from './recorder.ts'

/** What moments are listed: all, or by what a person looks for. */
export const pastFilters = ['all', 'deleted', 'versions', 'selected'] as const
export type PastFilter = (typeof pastFilters)[number]

/** What is known of the open layer's past. The past itself changes in place; `version` grows with each change of it. */
export interface PastState {
  readonly phase: 'none' | 'coming' | 'there' | 'failed'
  readonly problem: ProblemNotice | null
  readonly head: PastHead | null
  readonly version: number
  /** Which moment is looked at, by its number from the first; null for the layer as it is now. */
  readonly at: number | null
  readonly filter: PastFilter
  readonly isPlaying: boolean
  /** What shortening the history would do, while the person is asked. */
  readonly plan: ShorterHistory | null
  /** Whether the person is giving a version its name. */
  readonly isNaming: boolean
}

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly recorder: Pick<Recorder, 'settled'>
  /** Makes edits of what is being typed. */
  readonly settle: () => void
  readonly now: () => Date
  /** The name of the person who sits here. */
  readonly me: () => string
}

/** A replay takes about so long, and each moment of it at least and at most so long, in milliseconds. */
const REPLAY_MS = 8_000
const [SHORTEST_MS, LONGEST_MS] = [40, 700]

const nothing: PastState = {
  phase: 'none',
  problem: null,
  head: null,
  version: 0,
  at: null,
  filter: 'all',
  isPlaying: false,
  plan: null,
  isNaming: false,
}

/** The past of the open layer: read when it is first asked for, kept in step with what is done meanwhile. */
export function makePast({ ask, reading, recorder, settle, now, me }: Parts) {
  const store = createStore<PastState>(() => nothing)
  const { getState, setState } = store
  /** Of the article that is on the desk. */
  let held: { readonly article: OpenArticle; readonly past: Past } | null = null
  let opening: Promise<void> | null = null
  /** Grows with every edit: what was read while one was made is read again. */
  let edits = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Resolves once the past of the open layer is there, or can't be read. */
  function open(): Promise<void> {
    const { article } = reading.getState()
    if (!article || held?.article === article) return opening ?? Promise.resolve()
    opening ??= read(article).finally(() => {
      opening = null
    })
    return opening
  }

  async function read(article: OpenArticle): Promise<void> {
    setState({ ...nothing, phase: 'coming', filter: getState().filter, version: getState().version + 1 })
    try {
      await article.filled
      for (;;) {
        settle()
        await recorder.settled(article.ticket)
        const before = edits
        const found = await load(article)
        if (reading.getState().article !== article) return
        if (edits !== before) continue
        held = { article, past: new Past(article.present, found.timeline, found.head.device) }
        setState(({ version }) => ({ phase: 'there', head: found.head, version: version + 1 }))
        return
      }
    } catch (failure) {
      if (reading.getState().article !== article) return
      setState(({ version }) => ({ phase: 'failed', problem: asNotice(failure, 'cannot-read'), version: version + 1 }))
    }
  }

  async function load({ ticket }: OpenArticle) {
    const head = await ask('history.open', ticket)
    const timeline = new TimelineInPieces()
    for (let piece = 0; piece < head.pieces; piece++)
      timeline.take(await ask('history.piece', { article: ticket, piece }))
    return { head, timeline: timeline.done() }
  }

  /** Reads the past anew, and looks at the same moment, counted from the last. */
  async function again(): Promise<void> {
    const { at } = getState()
    const fromEnd = at === null || !held ? null : held.past.moments.length - at
    goTo(null)
    held = null
    await open()
    const count = held ? (held as { past: Past }).past.moments.length : 0
    if (fromEnd !== null && count > 0) goTo(Math.max(0, count - fromEnd))
  }

  /** Looks at the layer as it stood right after a moment; null: as it is now. What changed then comes into view. */
  function goTo(index: number | null): void {
    if (!held || (index === null && getState().at === null)) return
    settle()
    const { article, past } = held
    const at =
      index === null || past.moments.length === 0 ? null : Math.max(0, Math.min(index, past.moments.length - 1))
    past.goTo(at === null ? null : shownAt(past, at))
    article.past = at === null ? null : past.layer
    setState(({ version }) => ({ at, version: version + 1 }))
    const { selected } = reading.getState()
    if (selected !== null && !article.layer.annotations.has(selected)) reading.select(null)
    reading.arrived(article)
    if (at !== null) show(past.moments[at]!)
  }

  /** Selects what a moment changed, where it is one annotation, and brings it into view. */
  function show({ steps }: Moment<Thing>): void {
    const step = steps.find(({ name }) => partOf(name).part === 'annotation')
    const thing = step && [step.now, step.was].find(one => one?.part === 'annotation')
    if (!step || thing?.part !== 'annotation') return
    const { id } = partOf(step.name)
    if (held?.article.layer.annotations.has(id)) reading.select(id)
    reading.reveal(extent(thing.value))
  }

  function stop(): void {
    clearTimeout(timer)
    if (getState().isPlaying) setState({ isPlaying: false })
  }

  /** Replays what was done, from the moment that is looked at to now. */
  function play(): void {
    if (!held || held.past.moments.length === 0) return
    if (getState().at === null) goTo(0)
    const left = held.past.moments.length - getState().at!
    const pause = Math.max(SHORTEST_MS, Math.min(LONGEST_MS, REPLAY_MS / left))
    setState({ isPlaying: true })
    const step = () => {
      const { at, isPlaying } = getState()
      if (!isPlaying || at === null || !held) return stop()
      const next = at + 1
      goTo(next < held.past.moments.length ? next : null)
      if (getState().at === null) stop()
      else timer = setTimeout(step, pause)
    }
    timer = setTimeout(step, pause)
  }

  reading.subscribe(({ article }) => {
    if (held && held.article !== article) forget()
  })
  reading.onEdited((article, edit, undo) => {
    edits++
    if (held?.article !== article) return
    held.past.edited(edit, undo, { at: now().toISOString(), who: me() })
    setState(({ version }) => ({ version: version + 1 }))
  })

  function forget(): void {
    stop()
    if (held) held.article.past = null
    held = null
    setState({ ...nothing, filter: getState().filter, version: getState().version + 1 })
  }

  /** The open article where it may be changed, with its past. */
  function restorable() {
    return held?.article.isWritable ? held : null
  }

  return {
    ...store,
    open,
    again,
    goTo,
    play,
    stop,
    filter: (filter: PastFilter) => setState({ filter }),
    beginNaming: (isNaming: boolean) => setState({ isNaming }),
    /** The past of the open layer; null until it is there. */
    get: (): Past | null => held?.past ?? null,
    /** The edit by which the whole layer is again as it stands at the moment that is looked at, made; false where there is nothing to do. */
    restoreAll(): boolean {
      const edit = restorable()?.past.restoreAll()
      return edit ? reading.edit({ file: 'layer', edit }) : false
    },
    /** The same for one of the differences. */
    restore(name: string): boolean {
      const { part, id } = partOf(name)
      const past = restorable()?.past
      const edit = part === 'annotation' ? past?.restoreOne(id) : past?.restoreOther(name)
      return edit ? reading.edit({ file: 'layer', edit }) : false
    },
    /** The same for one field of an annotation that stands in the text then and now. */
    restoreField(id: string, field: FieldName): boolean {
      const present = restorable()
      const then = annotationIn(present ? heldIn(present.past.layer, `annotation ${id}`) : null)
      const annotation = present?.article.present.annotations.get(id)
      if (!then || !annotation) return false
      const restored = { ...withField(annotation, field, then), modified: now().toISOString() }
      return reading.edit({ file: 'layer', edit: { kind: 'put', annotation: restored } })
    },
    /** Asks what shortening the history would do; resolves to whether it would do anything. Throws the Problem that prevents it. */
    async planShortening(): Promise<boolean> {
      const present = restorable()
      if (!present) return false
      settle()
      await recorder.settled(present.article.ticket)
      const plan = await ask('history.shorten', { article: present.article.ticket, isTrial: true })
      setState({ plan, isNaming: false })
      return plan !== null
    },
    dropPlan: () => setState({ plan: null }),
    /** Shortens the history; resolves to what that did. Throws the Problem that prevents it. */
    async shorten(): Promise<ShorterHistory | null> {
      const present = restorable()
      if (!present) return null
      const done = await ask('history.shorten', { article: present.article.ticket, isTrial: false })
      setState({ plan: null })
      goTo(null)
      await again()
      return done
    },
    /** Names the layer as it stands at the moment that is looked at, or now; an empty name takes a name away. Throws the Problem that prevents it. */
    async name(name: string): Promise<void> {
      // What was done since the past was read has no line yet that is known here.
      if (held?.past.moments.some(({ line, kind }) => line === '' && kind === 'edit')) await again()
      const { at } = getState()
      const present = restorable()
      if (!present) return
      settle()
      await recorder.settled(present.article.ticket)
      const line = at === null ? '' : present.past.moments[at]!.line
      await ask('history.name', { article: present.article.ticket, line, name })
      await again()
    },
  }
}

export type PastStore = ReturnType<typeof makePast>

/** The moment whose layer is shown for a moment: that itself, or the last known one of the same device before it. */
function shownAt({ moments }: Past, at: number): number | null {
  const { device } = moments[at]!
  const known = moments.findLastIndex((one, i) => i <= at && one.device === device && one.isKnown)
  return known === -1 ? null : known
}
