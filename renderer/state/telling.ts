import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { isAnnotatorId } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { BulkChange, Outcome } from './bulk.ts'

export type TellWhat = 'letters' | 'packet' | 'answer' | 'answers'
export type TellBegun = Output<'tell.begin'>
export type LettersDone = NonNullable<Output<'tell.letters'>>
export type PacketDone = NonNullable<Output<'tell.packet'>>
export type ChosenAnswer = NonNullable<Output<'tell.chooseAnswer'>>
export type AnswerDone = NonNullable<Output<'tell.answer'>>
export type AnswersHere = NonNullable<Output<'tell.answers'>>['answers']
export type TakenBack = Output<'tell.takeBack'>

/** What is chosen for letters and packets. */
export interface TellChoices {
  /** The final layer that letters are about. */
  readonly gold: string
  /** Ids of annotators: whom letters go to, or whose annotations a packet has. */
  readonly annotators: readonly string[]
  readonly format: 'html' | 'markdown'
  readonly articles: 'all' | 'listed' | 'open'
  readonly isBlind: boolean
}

export interface Telling {
  readonly what: TellWhat
  /** `done`: what came of it is shown. */
  readonly step: 'choosing' | 'working' | 'done'
  /** Whose layers there are; null until that is known. */
  readonly begun: TellBegun | null
  readonly choices: TellChoices
  readonly progress: { readonly done: number; readonly of: number } | null
  /** The name that was chosen and is taken; null where none is. */
  readonly taken: string | null
  readonly letters: LettersDone | null
  readonly packet: PacketDone | null
  /** The answer that was chosen, under which id it would come in, and what would come of that, as it was looked at last. */
  readonly answer: ChosenAnswer | null
  readonly id: string
  readonly looked: AnswerDone | null
  /** The answers that are in the workspace; null until that is known. */
  readonly answers: AnswersHere | null
  /** What was taken back last. */
  readonly takenBack: TakenBack | null
  readonly isStopped: boolean
  readonly problem: ProblemNotice | null
}

const usual: TellChoices = { gold: '', annotators: [], format: 'html', articles: 'all', isBlind: false }
const nothing: Telling = {
  ...{ what: 'letters', step: 'choosing', begun: null, choices: usual, progress: null, taken: null },
  ...{ letters: null, packet: null, answer: null, id: '', looked: null, answers: null },
  ...{ takenBack: null, isStopped: false, problem: null },
}

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** The articles that the list shows. */
  readonly listed: () => readonly string[]
  /** The article that is open. */
  readonly open: () => string | null
  /** Makes changes of the person's own layers, as one that can be undone. */
  readonly record: (change: BulkChange) => Promise<Outcome>
  readonly show: () => void
  readonly hide: () => void
}

/** Letters to annotators, packets for reviewers without Stet, and what both answer. */
export function makeTelling({ ask, workspace, listed, open, record, show, hide }: Needs) {
  const store = createStore<Telling>(() => nothing)
  const { getState, setState } = store
  /** What was looked at last: what is older isn't shown. */
  let looking = 0

  /** The articles of a packet; null for all. */
  function articles(): readonly string[] | null {
    const { choices, begun } = getState()
    if (choices.articles === 'all') return null
    const wanted = new Set(choices.articles === 'listed' ? listed() : [open() ?? ''])
    return (begun?.articles ?? []).filter(ticket => wanted.has(ticket))
  }

  /** How many articles a packet can have: those that are chosen and have a layer of anybody who is ticked. */
  function going(): number {
    const { choices, begun } = getState()
    const ticked = begun?.layers.filter(({ annotator }) => choices.annotators.includes(annotator)) ?? []
    const theirs = new Set(ticked.flatMap(({ at }) => at.map(place => begun!.articles[place])))
    return (articles() ?? begun?.articles ?? []).filter(ticket => theirs.has(ticket)).length
  }

  /** Shows the dialog, unless something went before, and fails in it. */
  async function within(work: (ticket: string) => Promise<void>): Promise<void> {
    const ticket = workspace()
    if (ticket === null) return
    try {
      await work(ticket)
    } catch (failure) {
      if (workspace() === ticket)
        setState({ problem: asNotice(failure, 'cannot-read'), step: 'choosing', progress: null })
    }
  }

  /** Looks what answers are in the workspace. */
  async function lookForAnswers(): Promise<void> {
    await within(async ticket => {
      const found = await ask('tell.answers', { workspace: ticket })
      if (workspace() === ticket && getState().what === 'answers') setState({ answers: found?.answers ?? [] })
    })
  }

  /** Adds what the answer says to the person's own layers. */
  async function addToOwn(looked: AnswerDone): Promise<AnswerDone | null> {
    setState({ step: 'working', progress: null, problem: null })
    const changes = looked.changes.map(text => JSON.parse(text) as BulkChange['changes'][number])
    const outcome = await record({ title: en.telling.ownBulk, changes })
    const isDone = outcome.kind === 'done' && outcome.done > 0
    const failed =
      outcome.kind === 'failed' ? outcome.problem : outcome.kind === 'done' ? outcome.refused[0]?.problem : null
    if (getState().what === 'answer')
      setState({
        step: isDone ? 'done' : 'choosing',
        progress: null,
        isStopped: outcome.kind === 'cancelled',
        problem: failed ?? null,
      })
    return isDone ? looked : null
  }

  async function look(id: string): Promise<void> {
    const { answer } = getState()
    const mine = ++looking
    // What came of another id says nothing of this one.
    setState({ id, looked: null, problem: null })
    if (!answer || !isAnnotatorId(id)) return
    await within(async ticket => {
      const looked = await ask('tell.answer', { workspace: ticket, answer: answer.answer, id, write: false })
      if (mine === looking && workspace() === ticket) setState({ looked, progress: null })
    })
  }

  async function write(ticket: string): Promise<boolean> {
    const { what, choices } = getState()
    if (what !== 'letters' && what !== 'packet') return false
    setState({ taken: null, problem: null, isStopped: false })
    const target = await ask('tell.choose', { workspace: ticket, what })
    if (target === null || workspace() !== ticket) return false
    if (target.taken !== null) {
      setState({ taken: target.taken })
      return false
    }
    setState({ step: 'working', progress: null })
    const { gold, format, isBlind } = choices
    const input = { workspace: ticket, target: target.target }
    if (what === 'letters') {
      const asked = { gold, format, isBlind, to: [...choices.annotators] }
      const letters = await ask('tell.letters', { ...input, asked })
      if (workspace() === ticket) setState({ letters, ...ended(letters) })
      return letters !== null
    }
    const some = articles()
    const asked: Input<'tell.packet'>['asked'] = {
      layers: [...choices.annotators],
      articles: some && [...some],
      isBlind,
    }
    const packet = await ask('tell.packet', { ...input, asked })
    if (workspace() === ticket) setState({ packet, ...ended(packet) })
    return packet !== null
  }

  function ended(done: unknown): Partial<Telling> {
    return { step: done === null ? 'choosing' : 'done', isStopped: done === null, progress: null }
  }

  return {
    ...store,
    articles,
    going,

    /** Shows the dialog for letters or a packet, and looks whose layers there are. */
    async begin(what: 'letters' | 'packet'): Promise<void> {
      setState({ ...nothing, what })
      if (workspace() === null) return
      show()
      await within(async ticket => {
        const begun = await ask('tell.begin', { workspace: ticket })
        if (workspace() !== ticket) return
        const gold = begun.layers.find(({ isGold }) => isGold)?.annotator ?? ''
        const others = begun.layers.filter(({ isGold }) => !isGold).map(({ annotator }) => annotator)
        setState({ begun, choices: { ...usual, gold, annotators: what === 'letters' ? others : [] } })
      })
    },

    /** Asks for an answer, and shows what would come of it. */
    async beginAnswer(): Promise<void> {
      setState({ ...nothing, what: 'answer' })
      await within(async ticket => {
        const answer = await ask('tell.chooseAnswer', { workspace: ticket }).catch(failure => {
          show()
          throw failure
        })
        if (answer === null || workspace() !== ticket) return
        setState({ answer })
        show()
        await look(answer.id)
      })
    },

    /** Shows what answers are in the workspace, each to be taken back. */
    async beginAnswers(): Promise<void> {
      setState({ ...nothing, what: 'answers' })
      if (workspace() === null) return
      show()
      await lookForAnswers()
    },

    /** Takes the answer back that came in last, or all that somebody answered. Resolves to what became of it; null where it failed. */
    async takeBack(id: string | null): Promise<TakenBack | null> {
      let takenBack: TakenBack | null = null
      await within(async ticket => {
        takenBack = await ask('tell.takeBack', { workspace: ticket, id })
        if (workspace() === ticket) setState({ takenBack, problem: null })
      })
      if (getState().what === 'answers') await lookForAnswers()
      return takenBack
    },

    choose: (choices: Partial<TellChoices>) =>
      setState({ choices: { ...getState().choices, ...choices }, taken: null, problem: null }),

    toggle(annotator: string): void {
      const { annotators } = getState().choices
      const next = annotators.includes(annotator)
        ? annotators.filter(one => one !== annotator)
        : [...annotators, annotator]
      this.choose({ annotators: next })
    },

    look,

    /** Whether what is chosen makes letters, a packet or a layer. */
    isReady(): boolean {
      const { what, choices, id, looked } = getState()
      if (what === 'answer')
        return (
          looked?.id === id && looked.taken + looked.newer === 0 && looked.written + looked.changed + looked.dated > 0
        )
      if (choices.annotators.length === 0) return false
      return what === 'letters' ? choices.gold !== '' : articles()?.length !== 0
    },

    /** Asks where letters or a packet go, and writes them. Resolves to whether anything was written. */
    async write(): Promise<boolean> {
      let isDone = false
      await within(async ticket => {
        isDone = await write(ticket)
      })
      return isDone
    },

    /** Brings the answer in under the id that was looked at. Resolves to what came of it; null where nothing did. */
    async bring(): Promise<AnswerDone | null> {
      const { answer, id, looked } = getState()
      let done: AnswerDone | null = null
      if (!answer || looked?.id !== id) return done
      looking++
      await within(async ticket => {
        if (looked.isOwn) {
          done = await addToOwn(looked)
          return
        }
        setState({ step: 'working', progress: null, problem: null })
        const brought = await ask('tell.answer', { workspace: ticket, answer: answer.answer, id, write: true })
        if (!brought?.isOwn) done = brought
        if (workspace() !== ticket) return
        if (brought) setState({ looked: brought })
        // The id is that of whoever is at work here by now: for them the desktop writes nothing.
        if (brought?.isOwn) done = await addToOwn(brought)
        else setState(ended(brought))
      })
      return done
    },

    progressed({ workspace: ticket, ...progress }: EventOf<'tell.progress'>): void {
      if (ticket === workspace() && getState().step === 'working') setState({ progress })
    },

    /** Stops what is under way. */
    stop(): void {
      const ticket = workspace()
      if (ticket !== null) void ask('tell.cancel', { workspace: ticket }).catch(() => null)
    },

    /** Shows what was written in its folder. */
    async reveal(): Promise<void> {
      const ticket = workspace()
      if (ticket !== null) await ask('tell.show', { workspace: ticket })
    },

    /** The workspace goes. */
    forget: () => setState(nothing),

    close(): void {
      const ticket = workspace()
      looking++
      setState(nothing)
      hide()
      if (ticket !== null) void ask('tell.close', { workspace: ticket }).catch(() => null)
    },
  }
}

export type TellingStore = ReturnType<typeof makeTelling>
