import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Input, LayerHead, Opened, Output, PastHead } from '../../shared/contract/contract.ts'
import { noLayer } from '../../shared/contract/noLayer.ts'
import * as shape from '../../shared/contract/shapes.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { Decision } from '../../shared/merging/contradiction.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { Query } from '../../shared/search/query.ts'
import { Bulk } from '../saving/bulk.ts'
import type { BulkEdit } from '../saving/bulkParts.ts'
import type { OpenArticle } from '../saving/openArticle.ts'
import type { Place } from '../settings/places.ts'
import type { Outside, Row, WorkspaceEvent } from '../workspace/events.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { ArticleUses } from './articleUses.ts'
import { misfit } from './misfit.ts'
import { OpenArticles } from './openArticles.ts'
import type { DeskParts, DeskWindow, WorkspaceView } from './parts.ts'
import { ProjectOnDesk } from './projectOnDesk.ts'
import { Searches } from './searches.ts'
import { SearchLive } from './searchLive.ts'
import { tellNews } from './tellNews.ts'
import { WorkspaceTickets } from './workspaceTickets.ts'

type Shared = Pick<
  DeskParts,
  | 'disk'
  | 'person'
  | 'places'
  | 'memories'
  | 'openWorkspace'
  | 'openArticle'
  | 'workbench'
  | 'searchBench'
  | 'beginsWithArticle'
  | 'now'
  | 'report'
>

/** Who reads while nobody has said who they are. Nothing is ever written under this name. */
const nobody = { id: 'nobody', name: '', key: '' }

/** A workspace that a window has open: everything in it goes by ticket. */
export class WorkspaceOnDesk {
  readonly #workspace: OpenWorkspace
  readonly #shared: Shared
  readonly #window: Pick<DeskWindow, 'tell'>
  readonly #tickets = new WorkspaceTickets()
  readonly #open: OpenArticles
  readonly #searches: Searches
  readonly #project: ProjectOnDesk
  readonly #uses: ArticleUses
  readonly #bulk: Bulk
  readonly #stopListening: () => void
  #looking: Promise<void> | null = null
  /** What went wrong in the workspace and no page has been shown yet. */
  readonly #problems: ProblemNotice[] = []
  /** Whose layer each open article was opened for. */
  readonly #openedFor = new Map<string, string>()

  static async open(folder: string, shared: Shared, window: Pick<DeskWindow, 'tell'>): Promise<WorkspaceOnDesk> {
    const workspace = await shared.openWorkspace(folder, shared.person.person?.id ?? null)
    const self = new WorkspaceOnDesk(workspace, shared, window)
    // A workspace opens whatever is the matter with a change that was interrupted in it.
    await self.#bulk.takeUp().catch(error => shared.report('bulk', error))
    return self
  }

  private constructor(workspace: OpenWorkspace, shared: Shared, window: Pick<DeskWindow, 'tell'>) {
    this.#workspace = workspace
    this.#shared = shared
    this.#window = window
    this.#open = new OpenArticles(
      (path, told) => this.#take(path, told),
      (path, saving, article) => {
        window.tell('saving', { article: this.#tickets.article(path), ...saving })
        const counts = article.counts()
        if (counts) workspace.noteCounts(path, counts)
      },
    )
    this.#searches = new Searches({
      workspace,
      open: this.#open,
      bench: shared.searchBench,
      live: new SearchLive(shared.searchBench),
      tell: window.tell,
      now: () => performance.now(),
      ticketOf: path => this.#tickets.article(path),
      pathOf: ticket => this.#tickets.pathOf(ticket),
      me: () => shared.person.annotator(),
      device: shared.person.device,
      failed: error => shared.report('search', error),
    })
    this.#project = new ProjectOnDesk(workspace.project, this.#tickets.workspace, window)
    this.#uses = new ArticleUses({
      inHand: path => this.#inHand(path),
      open: (path, told) => this.#takeApart(path, told),
      putDown: path => this.#putDown(path),
      pickUp: path => this.#pickUp(path),
      problem: ({ kind, detail }) => this.#tellProblem({ kind, detail }),
    })
    this.#bulk = new Bulk({
      disk: shared.disk,
      fence: workspace.fence,
      workbench: shared.workbench,
      device: shared.person.device,
      now: shared.now,
      annotator: () => shared.person.annotator(),
      project: workspace.project,
      projectCompleted: () => this.#project.tellChanged(),
      inHand: async path => (this.#open.has(path) ? this.#open.get(path) : null),
      use: (path, work) => this.#uses.use(path, work),
      tryOn: (path, work) => this.#uses.tryOn(path, work),
      progress: (name, done, total) => window.tell('layers.progress', { name, done, total }),
      problem: problem => this.#tellProblem(problem),
      failed: error => shared.report('bulk', error),
    })
    this.#stopListening = workspace.listen(event => this.#heard(event))
  }

  get folder(): string {
    return this.#workspace.fence.root
  }

  get name(): string {
    return this.#workspace.name
  }

  /** The project as it is now, as the JSON text of its file. */
  get project(): string {
    return this.#workspace.project.text
  }

  /** The workspace as it is now, and where the person was in it. */
  view(sample: boolean): WorkspaceView {
    const { name } = this.#workspace
    const rows = this.#workspace.rows()
    const place = this.#placeAmong(rows)
    return {
      ticket: this.#tickets.workspace,
      name: name.slice(0, 1000),
      sample,
      articles: rows.map(row => this.#tickets.row(row)),
      strays: this.#workspace.strays().map(stray => this.#tickets.stray(stray)),
      problems: [...this.#workspace.problems(), ...this.#project.takeTroubles(), ...this.#problems.splice(0)],
      ...this.#project.view(),
      place: place && { article: this.#tickets.article(place.article), offset: place.offset },
    }
  }

  /** Where the person was, if that is still there. */
  #placeAmong(rows: readonly Row[]): Place | null {
    const last = this.#shared.places.last(this.folder)
    if (last && rows.some(({ path }) => path === last.article)) return last
    const first = this.#shared.beginsWithArticle ? rows.find(({ problem }) => problem === null) : undefined
    return first ? { article: first.path, offset: 0 } : null
  }

  /** The person wants to be at this article. */
  beAt(path: string): Promise<void> {
    return this.#remember(path, this.#offsetOf(path))
  }

  async openArticle(ticket: string): Promise<Opened> {
    const path = this.#tickets.pathOf(ticket)
    // A change that was interrupted comes before whatever the person does next.
    await this.#bulk.settle(path)
    const article = await this.#uses.inTurn(path, () => this.#open.open(path))
    const opened = article.opened()
    const trouble = article.takeTrouble()
    if (trouble) this.#tellProblem({ kind: trouble.kind, detail: `${path}.` })
    const offset = Math.min(this.#offsetOf(path), opened.text.length)
    void this.#remember(path, offset)
    return { ticket, ...opened, offset, glimpse: await article.glimpse(offset) }
  }

  async closeArticle(ticket: string, offset: number): Promise<null> {
    const path = this.#tickets.pathOf(ticket)
    if (!this.#open.has(path)) return null
    void this.#remember(path, offset)
    await this.#uses.inTurn(path, () => this.#open.close(path))
    this.#workspace.noteCounts(path, null)
    return null
  }

  async createArticle(text: string): Promise<{ article: string; path: string }> {
    const path = await this.#workspace.createArticle(text)
    return { article: this.#tickets.article(path), path }
  }

  async follow(stray: string): Promise<string> {
    const was = this.#tickets.strayAt(stray)
    const is = this.#workspace.strays().find(offer => offer.was === was)?.is
    // Files that an open article writes to must not change places under it.
    const open = is !== undefined && this.#open.has(is)
    for (const path of [was, is]) if (path !== undefined) await this.#open.close(path)
    const followed = this.#tickets.article(await this.#workspace.follow(was))
    if (open) this.#window.tell('article.outside', { article: followed, what: 'layer' })
    return followed
  }

  async leaveStray(stray: string): Promise<null> {
    await this.#workspace.leave(this.#tickets.strayAt(stray))
    return null
  }

  /** The person's layer. Before anybody has said who they are there is none to write. */
  async openLayer(ticket: string): Promise<LayerHead> {
    const path = this.#tickets.pathOf(ticket)
    const article = await this.#open.get(path)
    const annotator = await this.#shared.person.annotator()
    if (annotator === null) return noLayer
    // The person may have become another since the text was opened.
    const whose = this.#openedFor.get(path)
    const present = whose === annotator.id ? article : await this.#open.open(path)
    const head = await present.openLayer()
    const why = this.#bulk.waits(path)
    if (!why) return head
    // What was begun before comes first, and the disk refuses it.
    present.layerInHand().holdForReading(why)
    return present.openLayer()
  }

  async decide(ticket: string, decisions: readonly Decision[]): Promise<LayerHead> {
    return (await this.#open.get(this.#tickets.pathOf(ticket))).decide(decisions)
  }

  async piece(ticket: string, piece: number): Promise<string> {
    return (await this.#open.get(this.#tickets.pathOf(ticket))).piece(piece)
  }

  async record(ticket: string, edit: Edit): Promise<{ revision: number }> {
    const article = await this.#open.get(this.#tickets.pathOf(ticket))
    return { revision: await article.record(edit) }
  }

  /** What the histories of an open layer tell; its moments follow in pieces. */
  async openHistory(ticket: string): Promise<PastHead> {
    return (await this.#open.get(this.#tickets.pathOf(ticket))).openPast()
  }

  async historyPiece(ticket: string, piece: number): Promise<string> {
    return (await this.#open.get(this.#tickets.pathOf(ticket))).pastPiece(piece)
  }

  async nameVersion(ticket: string, line: string, name: string): Promise<null> {
    await (await this.#open.get(this.#tickets.pathOf(ticket))).layerInHand().name(name, line)
    return null
  }

  async recordFacts(ticket: string, edit: FactsEdit): Promise<null> {
    const article = await this.#open.get(this.#tickets.pathOf(ticket))
    await article.recordFacts(edit)
    return null
  }

  /** The same kind of change in many articles. Throws what `Bulk.record` throws, and a RangeError for what is no edit. */
  async recordMany(asked: Input<'layers.record'>): Promise<Output<'layers.record'>> {
    const { name, changes, project, workspace } = asked
    // Articles say by their tickets whose they are; a project has no other name than its workspace.
    if (project && workspace !== this.#tickets.workspace) throw new Problem('unknown-ticket')
    const edits: BulkEdit[] = []
    for (const { article, edit, seen } of changes) {
      edits.push({ path: this.#tickets.pathOf(article), edit: asEdit(edit), seen: seen && asEdit(seen) })
      if (edits.length % CHECKED_AT_ONCE === 0) await breathe()
    }
    const { done, refused, projectUndo } = await this.#bulk.record(name, edits, project as ProjectEdit | null)
    const me = this.#shared.person.person
    const paths = done.map(({ path }) => path)
    // What was done is done, whether it can be looked at or not.
    if (me && paths.length > 0)
      await this.#workspace.wrote(paths, me.id).catch(error => this.#shared.report('bulk', error))
    return {
      done: done.map(({ path, undo }) => ({ article: this.#tickets.article(path), undo })),
      refused: refused.map(({ path, problem }) => ({ article: this.#tickets.article(path), problem })),
      projectUndo: projectUndo as Output<'layers.record'>['projectUndo'],
    }
  }

  /** Whether a change of many articles is being made in the name of who annotates now. */
  get isChangingMany(): boolean {
    return this.#bulk.isRecording
  }

  async cancelMany(name: string): Promise<null> {
    this.#bulk.cancel(name)
    return null
  }

  search(name: string, query: Query, scope: Input<'search.run'>['scope']): Promise<Output<'search.run'>> {
    return this.#searches.run(name, query, scope)
  }

  async prepareSearch(scope: Input<'search.run'>['scope']): Promise<null> {
    this.#searches.prepare(scope)
    return null
  }

  async cancelSearch(name: string): Promise<null> {
    this.#searches.cancel(name)
    return null
  }

  async recordProject(workspace: string, edit: ProjectEdit): Promise<{ revision: number }> {
    this.#check(workspace)
    return this.#project.record(edit)
  }

  /** Closes what a page left open that is no more. */
  closeArticles(): Promise<void> {
    this.#searches.close()
    return this.#open.closeAll()
  }

  async flush(): Promise<void> {
    await this.#open.flush()
    await this.#project.flush()
  }

  /** Somebody else sits here from now on: other layers are the person's own. */
  personChanged(): void {
    this.#workspace.setAnnotator(this.#shared.person.person?.id ?? null)
    // What this person had begun when the program ended.
    void this.#bulk.takeUp().catch(error => this.#shared.report('bulk', error))
  }

  /** Looks at everything again, since some drives tell no changes. One look at a time. */
  lookAgain(): void {
    this.#bulk.tryAgain()
    this.#looking ??= this.#workspace
      .rescan()
      .catch(error => this.#shared.report('rescan', error))
      .finally(() => {
        this.#looking = null
      })
  }

  /** Throws, and stays open, while edits can't be put on disk. */
  async close(): Promise<void> {
    this.#bulk.stop()
    try {
      await this.#open.closeAll()
      await this.#project.close()
    } catch (error) {
      void this.#bulk.resume().catch(failure => this.#shared.report('bulk', failure))
      throw error
    }
    await this.#letGo()
  }

  /** Closes for good. Throws the Problem by which an edit was lost. */
  async leave(): Promise<void> {
    this.#bulk.stop()
    try {
      await this.#open.leave()
    } finally {
      await this.#project.leave().finally(() => this.#letGo())
    }
  }

  async #letGo(): Promise<void> {
    await this.#uses.letGo()
    await this.#bulk.close()
    this.#searches.close()
    this.#stopListening()
    await this.#workspace.close()
  }

  async #take(path: string, told: () => void): Promise<OpenArticle> {
    const annotator = (await this.#shared.person.annotator()) ?? nobody
    this.#openedFor.set(path, annotator.id)
    return this.#shared.openArticle(this.#workspace, path, annotator, told)
  }

  /** An article that is open in the window, with the layer of the person who is there now. */
  async #inHand(path: string): Promise<OpenArticle | null> {
    if (!this.#open.has(path)) return null
    await this.openLayer(this.#tickets.article(path))
    return this.#open.get(path)
  }

  async #putDown(path: string): Promise<boolean> {
    if (!this.#open.has(path)) return false
    await this.#open.close(path)
    return true
  }

  /** It isn't as the window shows it any more. One that can't be opened again says so when the window asks for it. */
  async #pickUp(path: string): Promise<void> {
    await this.#open.open(path).catch(onlyProblems)
    this.#window.tell('article.outside', { article: this.#tickets.article(path), what: 'layer' })
  }

  /** Opens an article apart from the window, which hears nothing of its saving. */
  async #takeApart(path: string, told: (article: OpenArticle) => void): Promise<OpenArticle> {
    const annotator = await this.#shared.person.annotator()
    if (!annotator) throw new Problem('cannot-save', 'Nobody has said yet who annotates here.')
    let ready: OpenArticle | null = null
    ready = await this.#shared.openArticle(this.#workspace, path, annotator, () => void (ready && told(ready)))
    return ready
  }

  /** Told to the page, and to the next one: what comes while the workspace is opened has nobody to hear it yet. */
  #tellProblem(problem: ProblemNotice): void {
    this.#problems.push(problem)
    this.#window.tell('workspace.problem', { workspace: this.#tickets.workspace, problem })
  }

  #heard(event: WorkspaceEvent): void {
    if (event.kind !== 'outside') tellNews(event, this.#tickets, this.#window.tell)
    else void this.#heardOutside(event).catch(error => this.#shared.report('outside', error))
  }

  /** A file was touched; only what really changed, and not by us, is told. */
  async #heardOutside({ path, what }: Outside): Promise<void> {
    if (!this.#open.has(path)) return
    const article = await this.#open.get(path)
    if (what === 'layer' && (await article.isOurs())) return
    if (what === 'text' && (await this.#hashOf(path)) === article.sha256) return
    this.#window.tell('article.outside', { article: this.#tickets.article(path), what })
  }

  /** The hash of an article's bytes; null where they can't be read at the moment. */
  async #hashOf(path: string): Promise<string | null> {
    try {
      return createHash('sha256')
        .update(await this.#workspace.read(path))
        .digest('hex')
    } catch (error) {
      if (error instanceof Problem) return null
      throw error
    }
  }

  /** What this device remembers of the work here. Throws Problem `unknown-ticket` where the workspace is another by now. */
  recall(workspace: string): Output<'workspace.recall'> {
    this.#check(workspace)
    const { search, right } = this.#shared.memories.of(this.folder)
    return { search, right: right.map(({ article, ...one }) => ({ ...one, article: this.#tickets.article(article) })) }
  }

  #check(workspace: string): void {
    if (workspace !== this.#tickets.workspace) throw new Problem('unknown-ticket')
  }

  async remember(workspace: string, { search, right }: Partial<Output<'workspace.recall'>>): Promise<null> {
    this.#check(workspace)
    await this.#shared.memories.remember(this.folder, {
      ...(search === undefined ? {} : { search }),
      ...(right === undefined
        ? {}
        : { right: right.map(({ article, ...one }) => ({ ...one, article: this.#tickets.pathOf(article) })) }),
    })
    return null
  }

  #offsetOf(path: string): number {
    return this.#shared.places.offsetOf(this.folder, path)
  }

  /** A place that can't be kept is no loss to speak of: the next one is tried again. */
  async #remember(article: string, offset: number): Promise<void> {
    await this.#shared.places.remember(this.folder, { article, offset }).catch(() => {})
  }
}

/** Edits that are checked before others get their turn. */
const CHECKED_AT_ONCE = 200

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}

function asEdit(thing: unknown): Edit {
  const checked = shape.Edit.safeParse(thing)
  if (!checked.success) throw new RangeError(misfit('An edit of many', checked.error).message)
  return checked.data as Edit
}
