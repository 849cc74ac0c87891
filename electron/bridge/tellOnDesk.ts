import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { MAX_UNFIT_TOLD } from '../../shared/contract/telling.ts'
import { withoutSealed } from '../../shared/organise/sealed.ts'
import { type Answer, MAX_ANSWER_BYTES } from '../../shared/packet/answer.ts'
import type { Unfit } from '../../shared/packet/takeAnswer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { freeIdOf, idOfAnswer, isOfPageIn } from '../dataset/answerId.ts'
import { answersHere } from '../dataset/answersHere.ts'
import { type AnsweredFile, bringAnswer } from '../dataset/bringAnswer.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { makePacket } from '../dataset/makePacket.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import { ownAnswer } from '../dataset/ownAnswer.ts'
import { takeBack } from '../dataset/takeBack.ts'
import { peopleIn, type TellGround } from '../dataset/tellGround.ts'
import { whoAnnotates } from '../dataset/whoAnnotates.ts'
import { writeLetters } from '../dataset/writeLetters.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { raiseFence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { Workbench } from '../work/workbench.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { takenBackSaid } from './bringSaid.ts'
import type { Tell } from './tell.ts'

interface Parts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'name' | 'rescan'>
  /** The workspace's ticket. */
  readonly ticket: string
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  readonly startBench: () => DatasetBench
  readonly tell: Tell
  readonly now: () => Date
  /** Who is at work here, under their own id, also while they work on gold: what they answer is theirs. */
  readonly me: () => { readonly id: string; readonly name: string } | null
  /** Puts all that was done here into its files. Throws what prevents it. */
  readonly flush: () => Promise<void>
  ticketOf(path: string): string
  /** Whether an article is open here. */
  isOpen(path: string): boolean
  /** Throws Problem `unknown-ticket`. */
  pathOf(ticket: string): string
}

/** What is told between two sights of it, in milliseconds. */
const TOLD_EVERY_MS = 100

/** Letters, packets and answers of a window's workspace, one at a time, in a worker that is there as long as the window's dialog is. */
export class TellOnDesk {
  readonly #parts: Parts
  #bench: DatasetBench | null = null
  /** Where the next one goes, and the answer that was chosen last. Absolute. */
  #target: { readonly ticket: string; readonly path: string } | null = null
  #answer: { readonly ticket: string; readonly answer: Answer } | null = null
  #written: string | null = null
  /** What the last answer made that came in. */
  #made: readonly AnsweredFile[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #stop = new AbortController()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Whose layers there are, sealed ones and those of whoever only judged or discussed left out. Throws what prevents listing the workspace. */
  async begin(): Promise<Output<'tell.begin'>> {
    const { ticketOf, me, disk, workspace } = this.#parts
    const { articles, project, sealing } = await this.#look()
    const nameOf = peopleIn(project)
    const places = new Map<string, number[]>()
    const having = withoutSealed(articles, sealing, me()?.id ?? null).open.filter(({ layers }) => layers.length > 0)
    for (const [at, { layers }] of having.entries())
      for (const { annotator } of layers) {
        const known = places.get(annotator)
        if (known) known.push(at)
        else places.set(annotator, [at])
      }
    const ground = { disk, fence: workspace.fence, bench: this.#started(), articles: having }
    const annotating = await whoAnnotates(ground)
    // Gold may hold nothing but verdicts, where everything was turned down.
    const isListed = ([id]: readonly [string, unknown]) => id.startsWith('gold-') || annotating.has(id)
    const layers = [...places].filter(isListed).sort(([one], [other]) => (one < other ? -1 : 1))
    return {
      layers: layers.map(([annotator, at]) => {
        const isGold = annotator.startsWith('gold-')
        const name = nameOf(annotator.replace(/^gold-/, '')).slice(0, 1_000)
        return { annotator, name, articles: at.length, isGold, at }
      }),
      articles: having.map(({ path }) => ticketOf(path)),
    }
  }

  /** What letters or a packet are to be called, before a person says otherwise. */
  nameFor(what: 'letters' | 'packet'): string {
    const { name } = this.#parts.workspace
    return what === 'letters' ? `${name}-letters` : `${name}-review.html`
  }

  /** The next one goes to this absolute path. Nothing is made yet. */
  async aim(path: string): Promise<NonNullable<Output<'tell.choose'>>> {
    const { disk } = this.#parts
    const folder = await disk.realpath(dirname(path)).catch(explainReading)
    const place = join(folder, basename(path))
    const ticket = randomUUID()
    this.#target = { ticket, path: place }
    const there = await disk.lstat(place).catch(() => null)
    const name = basename(place).slice(0, 1_000)
    return { target: ticket, name, taken: there ? name : null }
  }

  /** Writes letters; null where it was stopped. Throws the Problem that prevents it. */
  letters({ target, asked }: Pick<Input<'tell.letters'>, 'target' | 'asked'>): Promise<Output<'tell.letters'>> {
    return this.#inTurn(async signal => {
      const out = this.#aimed(target)
      const { disk, me } = this.#parts
      const how = { ...asked, person: me()?.id ?? null, out }
      const done = await writeLetters(how, await raiseFence(disk, dirname(out)), await this.#ground(signal))
      if (done.letters.length > 0) this.#written = out
      return { name: basename(out).slice(0, 1_000), letters: [...done.letters], unread: unreadIn(done.notTaken) }
    })
  }

  /** Writes a packet; null where it was stopped. Throws the Problem that prevents it. */
  packet({ target, asked }: Pick<Input<'tell.packet'>, 'target' | 'asked'>): Promise<Output<'tell.packet'>> {
    return this.#inTurn(async signal => {
      const out = this.#aimed(target)
      const { disk, me, pathOf } = this.#parts
      const articles = asked.articles && new Set(asked.articles.map(ticket => pathOf(ticket)))
      const who = { person: me()?.id ?? null, from: me()?.name ?? '' }
      const how = { ...asked, ...who, articles, out }
      const { notTaken, ...done } = await makePacket(
        how,
        await raiseFence(disk, dirname(out)),
        await this.#ground(signal),
      )
      if (done.things > 0) this.#written = out
      return { name: basename(out).slice(0, 1_000), ...done, unread: unreadIn(notTaken) }
    })
  }

  /** Reads an answer at an absolute path; null where it was stopped. Throws the Problem by which it can't be. */
  take(path: string): Promise<Output<'tell.chooseAnswer'>> {
    return this.#inTurn(signal => this.#take(path, signal))
  }

  async #take(path: string, signal: AbortSignal): Promise<Output<'tell.chooseAnswer'>> {
    const bytes = await readBounded(this.#parts.disk, path, MAX_ANSWER_BYTES)
    const answer = await this.#started().run('answer', { bytes })
    const ticket = randomUUID()
    this.#answer = { ticket, answer }
    const begin = idOfAnswer(answer)
    const isMine = begin === this.#parts.me()?.id
    const ground = await this.#ground(signal)
    // A name alone may be anybody's: with the key of a page that the person's own layers don't know it isn't taken for theirs.
    const isOwn = isMine && (answer.from.id !== undefined || (await isOfPageIn(answer, begin, ground)))
    const id = isOwn ? begin : await freeIdOf(answer, ground, isMine ? begin : null)
    const file = basename(path).slice(0, 1_000)
    const beside = id === begin || isMine ? null : begin
    return { answer: ticket, file, name: answer.from.name, id, beside, perhaps: isMine && !isOwn ? begin : null }
  }

  /** What would come of the answer under an id, or comes; null where it was stopped. */
  answer({ answer: ticket, id, write }: Omit<Input<'tell.answer'>, 'workspace'>): Promise<Output<'tell.answer'>> {
    if (!write) this.#stop.abort()
    return this.#inTurn(async signal => {
      if (this.#answer?.ticket !== ticket) throw new Problem('unknown-ticket')
      const { answer } = this.#answer
      const ground = await this.#ground(signal)
      if (id === this.#parts.me()?.id) return this.#own(answer, id, ground)
      const done = await bringAnswer(answer, { id, write }, ground)
      const { annotator, taken, isKnown, newer, unfit, failed, notTaken, made, ...counts } = done
      if (write) {
        this.#made = made
        await this.#parts.workspace.rescan()
      }
      return {
        ...{ ...annotator, ...counts, taken: isKnown ? Math.max(1, answer.articles.length) : taken.length },
        ...{ isOwn: false, changes: [], newer: newer.length, ...unfitSaid(unfit) },
        failed: failed.slice(0, MAX_UNFIT_TOLD),
        unread: unreadIn(notTaken),
      }
    })
  }

  /** What an answer of the person who is at work here comes to: edits of their own layers, which the window makes as any other. */
  async #own(answer: Answer, id: string, ground: TellGround): Promise<NonNullable<Output<'tell.answer'>>> {
    const { ticketOf } = this.#parts
    const { changes, unfit, notTaken, newer, ...counts } = await ownAnswer(answer, id, ground)
    const said = changes.filter(({ isOnlyDated }) => !isOnlyDated).length
    return {
      ...{ id, name: answer.from.name, isOwn: true, ...counts, ...unfitSaid(unfit) },
      changes: changes.map(({ path, edit, seen }) => JSON.stringify({ article: ticketOf(path), edit, seen })),
      ...{ written: 0, changed: said, same: 0, dated: changes.length - said, taken: 0, newer: newer.length },
      ...{ failed: [], aside: '', unread: unreadIn(notTaken) },
    }
  }

  /** All that was answered and is here; null where that was stopped. */
  answers(): Promise<Output<'tell.answers'>> {
    return this.#inTurn(async signal => {
      const answers = await answersHere(await this.#ground(signal))
      return {
        answers: answers
          .slice(0, 1_000)
          .map(({ name, files, ...one }) => ({ ...one, name: name.slice(0, 1_000), articles: files.length })),
      }
    })
  }

  /** Takes the last answer back that came in, or all of somebody's. */
  async takeBack(id: string | null): Promise<Output<'tell.takeBack'>> {
    const { workspace, disk, now, isOpen, me } = this.#parts
    const done = await this.#inTurn(async signal => {
      const ground = { disk, fence: workspace.fence, now, isOpen, annotator: me()?.id ?? null }
      if (id === null) {
        const made = this.#made
        this.#made = []
        return takeBack(made, ground)
      }
      const theirs = await answersHere(await this.#ground(signal), [id])
      return takeBack(
        theirs.flatMap(({ files }) => files),
        ground,
      )
    })
    await workspace.rescan()
    return takenBackSaid(done ?? { put: 0, kept: [], folder: '' })
  }

  cancel(): void {
    this.#stop.abort()
  }

  /** What was written last, as the system can show it. Throws Problem `not-there` where nothing was. */
  written(): string {
    if (this.#written === null) throw new Problem('not-there')
    return this.#written
  }

  /** Stops what is under way, and lets the worker go. */
  async letGo(): Promise<void> {
    this.#stop.abort()
    await this.#turn
    const bench = this.#bench
    this.#bench = null
    this.#target = null
    this.#answer = null
    this.#made = []
    await bench?.close()
  }

  #aimed(target: string): string {
    if (this.#target?.ticket !== target) throw new Problem('unknown-ticket')
    return this.#target.path
  }

  /** The workspace as its files say, with all that was done here in them. */
  async #look() {
    const { disk, workspace, workbench, flush } = this.#parts
    await flush()
    return openWorkspace(disk, workspace.fence, workbench)
  }

  async #ground(signal: AbortSignal): Promise<TellGround> {
    const { disk, workspace, now, tell, ticket } = this.#parts
    const { articles, project, sealing } = await this.#look()
    let last = Number.NEGATIVE_INFINITY
    const told = (done: number, of: number) => {
      const at = performance.now()
      if (at - last < TOLD_EVERY_MS && done < of) return
      last = at
      tell('tell.progress', { workspace: ticket, done, of })
    }
    const named = { workspace: workspace.name, fence: workspace.fence }
    return { ...named, ...{ disk, articles, project, sealing, now, told, signal }, bench: this.#started() }
  }

  #started(): DatasetBench {
    this.#bench ??= this.#parts.startBench()
    return this.#bench
  }

  /** Work after what is under way, until somebody stops it; null where they do. */
  #inTurn<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const stop = new AbortController()
    this.#stop = stop
    const done = this.#turn.then(async () => {
      try {
        stop.signal.throwIfAborted()
        return await work(stop.signal)
      } catch (error) {
        if (stop.signal.aborted && error instanceof DOMException) return null
        throw error
      }
    })
    this.#turn = done.catch(() => {})
    return done
  }
}

function unfitSaid(unfit: readonly Unfit[]) {
  return {
    unfit: unfit.length,
    unfitNamed: unfit.slice(0, MAX_UNFIT_TOLD).map(({ path, layer, why, text }) => ({
      ...{ path, why, layer: layer.slice(0, 1_000) },
      text: text.length > 300 ? `${text.slice(0, 299)}…` : text,
    })),
  }
}

function unreadIn(notTaken: readonly NotTaken[]) {
  return notTaken
    .flatMap(({ path, annotator, problem }) => (problem ? [{ path, annotator, problem }] : []))
    .slice(0, MAX_UNFIT_TOLD)
}
