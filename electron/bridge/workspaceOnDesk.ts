import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Edit } from '../../shared/annotation/edit.ts'
import { joinFields } from '../../shared/article/metadata.ts'
import type {
  Input,
  LayerHead,
  LookedAtCopy,
  Opened,
  Output,
  PastHead,
  ShorterHistory,
  WorkedOn,
} from '../../shared/contract/contract.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import { MAX_PROJECT_BYTES } from '../../shared/limits.ts'
import type { Decision } from '../../shared/merging/contradiction.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { Query } from '../../shared/search/query.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { Place } from '../settings/places.ts'
import type { Outside, Row, WorkspaceEvent } from '../workspace/events.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { AgreeOnDesk } from './agreeOnDesk.ts'
import { AnnotatorHere } from './annotatorHere.ts'
import { ArticlesOnDesk } from './articlesOnDesk.ts'
import { BringOnDesk } from './bringOnDesk.ts'
import { DiscussionOnDesk } from './discussionOnDesk.ts'
import { ExportOnDesk } from './exportOnDesk.ts'
import { ManyOnDesk } from './manyOnDesk.ts'
import { MemoryOnDesk } from './memoryOnDesk.ts'
import { makeSealed, OrganiseOnDesk } from './organiseOnDesk.ts'
import { isNews } from './outsideNews.ts'
import type { DeskParts, DeskWindow, WorkspaceView } from './parts.ts'
import { ProjectOnDesk } from './projectOnDesk.ts'
import { ReviewOnDesk } from './reviewOnDesk.ts'
import { Searches } from './searches.ts'
import { SearchLive } from './searchLive.ts'
import { tellNews } from './tellNews.ts'
import { TellOnDesk } from './tellOnDesk.ts'
import { UnpackOnDesk } from './unpackOnDesk.ts'
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
  | 'startUnpackBench'
  | 'startDatasetBench'
  | 'beginsWithArticle'
  | 'now'
  | 'report'
>

/** A workspace that a window has open: everything in it goes by ticket. */
export class WorkspaceOnDesk {
  readonly #workspace: OpenWorkspace
  readonly #shared: Omit<Shared, 'person'> & { readonly person: AnnotatorHere }
  /** Whoever annotates in this workspace: the person, in their own layer or in gold. */
  readonly #here: AnnotatorHere
  readonly #window: Pick<DeskWindow, 'tell'>
  readonly #tickets = new WorkspaceTickets()
  readonly #articles: ArticlesOnDesk
  readonly #searches: Searches
  readonly #project: ProjectOnDesk
  readonly #memory: MemoryOnDesk
  readonly #many: ManyOnDesk
  readonly #unpack: UnpackOnDesk
  readonly #exporting: ExportOnDesk
  readonly #agreeing: AgreeOnDesk
  readonly #telling: TellOnDesk
  readonly #bring: BringOnDesk
  readonly #reviewing: ReviewOnDesk
  readonly #organise: OrganiseOnDesk
  readonly #discussion: DiscussionOnDesk
  readonly #stopListening: () => void
  #looking: Promise<void> | null = null
  /** What went wrong in the workspace and no page has been shown yet. */
  readonly #problems: ProblemNotice[] = []

  static async open(folder: string, shared: Shared, window: Pick<DeskWindow, 'tell'>): Promise<WorkspaceOnDesk> {
    const workspace = await shared.openWorkspace(folder, shared.person.person?.id ?? null)
    const self = new WorkspaceOnDesk(workspace, shared, window)
    await self.#many.takeUp()
    return self
  }

  private constructor(workspace: OpenWorkspace, asked: Shared, window: Pick<DeskWindow, 'tell'>) {
    const own = asked.person
    const shared = { ...asked, person: new AnnotatorHere(own) }
    this.#here = shared.person
    this.#workspace = workspace
    this.#shared = shared
    this.#window = window
    const tickets = this.#tickets
    const tellProblem = (problem: ProblemNotice) => this.#tellProblem(problem)
    const waits = (path: string) => this.#many.bulk.waits(path)
    const articles = new ArticlesOnDesk({ shared, workspace, tickets, window, tellProblem, waits })
    this.#articles = articles
    const sealed = makeSealed(workspace, () => own.person?.id ?? null)
    this.#searches = new Searches({
      workspace,
      open: articles.open,
      bench: shared.searchBench,
      live: new SearchLive(shared.searchBench),
      tell: window.tell,
      now: () => performance.now(),
      ticketOf: path => tickets.article(path),
      pathOf: ticket => tickets.pathOf(ticket),
      me: () => shared.person.annotator(),
      device: shared.person.device,
      sealed,
      failed: error => shared.report('search', error),
    })
    this.#project = new ProjectOnDesk(workspace.project, tickets.workspace, window)
    this.#memory = new MemoryOnDesk(shared.memories, workspace.fence.root, tickets)
    const projectCompleted = () => this.#project.tellChanged()
    this.#many = new ManyOnDesk({
      shared,
      workspace,
      tickets,
      window,
      articles,
      tellProblem,
      projectCompleted,
      recorded: edits => this.#organise.after(edits),
    })
    this.#unpack = new UnpackOnDesk({
      ...{ workspace, disk: shared.disk, startBench: shared.startUnpackBench, tell: window.tell, now: shared.now },
      ticketOf: path => tickets.article(path),
    })
    this.#exporting = new ExportOnDesk({
      ...{ workspace, ticket: tickets.workspace, disk: shared.disk, workbench: shared.workbench },
      ...{ startBench: shared.startDatasetBench, tell: window.tell, now: shared.now },
      flush: () => this.#flushFiles(),
      person: () => own.person?.id ?? null,
      ticketOf: path => tickets.article(path),
      pathOf: ticket => tickets.pathOf(ticket),
    })
    this.#agreeing = new AgreeOnDesk({
      ...{ workspace, ticket: tickets.workspace, disk: shared.disk, workbench: shared.workbench },
      ...{ startBench: shared.startDatasetBench, tell: window.tell },
      flush: () => this.#flushFiles(),
      person: () => shared.person.person?.id ?? null,
      ticketOf: path => tickets.article(path),
    })
    this.#telling = new TellOnDesk({
      ...{ workspace, ticket: tickets.workspace, disk: shared.disk, workbench: shared.workbench },
      ...{ startBench: shared.startDatasetBench, tell: window.tell, now: shared.now },
      me: () => own.person,
      isOpen: path => articles.open.has(path),
      flush: () => this.#flushFiles(),
      ticketOf: path => tickets.article(path),
      pathOf: ticket => tickets.pathOf(ticket),
    })
    this.#bring = new BringOnDesk({
      ...{ workspace, disk: shared.disk, startBench: shared.startDatasetBench, tell: window.tell, now: shared.now },
      annotator: () => own.person?.id ?? null,
      ticketOf: path => tickets.article(path),
      isOpen: path => articles.open.has(path),
      projectChanged: projectCompleted,
    })
    this.#reviewing = new ReviewOnDesk({
      ...{ workspace, ticket: tickets.workspace, open: articles.open, disk: shared.disk },
      ...{ startBench: shared.startDatasetBench, tell: window.tell, now: () => performance.now() },
      me: () => own.person?.id ?? null,
      merged: () => workspace.project.merged,
      named: () => new Map(workspace.project.people.map(({ id, name }) => [id, name])),
      sealed,
      inGold: () => shared.person.inGold(),
      device: shared.person.device,
      ticketOf: path => tickets.article(path),
      pathOf: ticket => tickets.pathOf(ticket),
    })
    this.#organise = new OrganiseOnDesk({
      ...{ workspace, disk: shared.disk, workbench: shared.workbench, now: shared.now, randomId: randomUUID },
      me: () => own.annotator(),
      ticketOf: path => tickets.article(path),
      pathOf: ticket => tickets.pathOf(ticket),
      flush: path => this.#flushArticle(path),
      changed: projectCompleted,
      sealed: paths => {
        this.#project.tellSealed()
        for (const path of paths)
          for (const reader of [this.#reviewing, this.#discussion])
            reader.heard({ path, what: 'layer', annotator: null })
      },
      failed: error => {
        if (error instanceof Problem) this.#tellProblem({ kind: error.kind, detail: error.detail })
        else shared.report('seal', error)
      },
    })
    this.#discussion = new DiscussionOnDesk({
      ...{ workspace, ticket: tickets.workspace, open: articles.open, disk: shared.disk, workbench: shared.workbench },
      tell: window.tell,
      me: () => own.person?.id ?? null,
      sealed,
      ticketOf: path => tickets.article(path),
      pathOf: ticket => tickets.pathOf(ticket),
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
      ...(this.#here.layer === 'own' ? {} : { worksOn: this.#here.layer }),
      articles: rows.map(row => this.#tickets.row(row)),
      ...this.#projectCopies(),
      strays: this.#workspace.strays().map(stray => this.#tickets.stray(stray)),
      problems: [...this.#workspace.problems(), ...this.#project.takeTroubles(), ...this.#problems.splice(0)],
      ...this.#project.view(),
      place: place && { article: this.#tickets.article(place.article), offset: place.offset },
    }
  }

  #projectCopies(): Pick<WorkspaceView, 'copies'> {
    const copies = this.#workspace.projectCopies().map(copy => this.#tickets.copy(copy))
    return copies.length > 0 ? { copies } : {}
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
    // It may be too large to be read whole.
    if (this.#workspace.row(path)?.problem?.kind === 'many-articles') throw new Problem('many-articles')
    // A change that was interrupted comes before whatever the person does next.
    await this.#many.bulk.settle(path)
    const article = await this.#articles.uses.inTurn(path, () => this.#articles.open.open(path))
    const opened = article.opened()
    const trouble = article.takeTrouble()
    if (trouble) this.#tellProblem({ kind: trouble.kind, detail: `${path}.` })
    const offset = Math.min(this.#offsetOf(path), opened.text.length)
    void this.#remember(path, offset)
    return { ticket, ...opened, offset, glimpse: await article.glimpse(offset) }
  }

  /** Gives up an article that is still being read. */
  stopArticle(ticket: string): null {
    this.#articles.open.stop(this.#tickets.pathOf(ticket))
    return null
  }

  async closeArticle(ticket: string, offset: number): Promise<null> {
    const path = this.#tickets.pathOf(ticket)
    if (!this.#articles.open.has(path)) return null
    void this.#remember(path, offset)
    await this.#articles.uses.inTurn(path, () => this.#articles.open.close(path))
    this.#workspace.noteCounts(path, null)
    this.#workspace.noteFields(path, null)
    return null
  }

  async createArticle(text: string): Promise<{ article: string; path: string }> {
    const path = await this.#workspace.createArticle(text)
    return { article: this.#tickets.article(path), path }
  }

  /** A corrected copy of an open article, with the layer of whoever sits here. */
  async correctArticle(
    ticket: string,
    correction: Omit<Input<'article.correct'>, 'article'>,
  ): Promise<{ article: string; path: string }> {
    const article = await this.#articles.get(ticket)
    const { text, annotator } = await article.corrected(correction)
    const path = await this.#workspace.correctedCopy(article.path, text, annotator)
    return { article: this.#tickets.article(path), path }
  }

  async follow(stray: string): Promise<string> {
    const was = this.#tickets.strayAt(stray)
    const is = this.#workspace.strays().find(offer => offer.was === was)?.is
    // Files that an open article writes to must not change places under it.
    const open = is !== undefined && this.#articles.open.has(is)
    for (const path of [was, is]) if (path !== undefined) await this.#articles.open.close(path)
    const now = await this.#workspace.follow(was)
    const followed = this.#tickets.article(now)
    // The layers have followed, whether the project can say so or not.
    await this.#organise.followed(was, now).catch(error => {
      if (!(error instanceof Problem)) throw error
      this.#tellProblem({ kind: error.kind, detail: error.detail })
    })
    if (open) this.#window.tell('article.outside', { article: followed, what: 'layer' })
    return followed
  }

  async leaveStray(stray: string): Promise<null> {
    await this.#workspace.leave(this.#tickets.strayAt(stray))
    return null
  }

  openLayer(ticket: string): Promise<LayerHead> {
    return this.#articles.openLayer(this.#tickets.pathOf(ticket))
  }

  async decide(ticket: string, decisions: readonly Decision[]): Promise<LayerHead> {
    const path = this.#tickets.pathOf(ticket)
    // Read anew meanwhile, the layer would be what it is before this stands in its file.
    return this.#articles.uses.inTurn(path, async () => (await this.#articles.get(ticket)).decide(decisions))
  }

  /** The person says that an open layer of their id, which another device made, is theirs. */
  async ownLayer(ticket: string): Promise<null> {
    const { key } = (await this.#articles.get(ticket)).layerInHand()
    if (key !== undefined) await this.#shared.person.own(key)
    return null
  }

  async takeOver(ticket: string): Promise<null> {
    const article = await this.#articles.get(ticket)
    article.takeOver()
    return null
  }

  async lookAtCopy({ article, copy, decisions }: Input<'copy.look'>): Promise<LookedAtCopy> {
    const open = await this.#articles.get(article)
    const path = this.#tickets.copyAt(copy)
    if (!this.#workspace.row(open.path)?.copies?.some(one => one.path === path && one.of === 'layer'))
      throw new Problem('not-there')
    const { sha256, edit, changes, contradictions, madeBy } = await open.lookAtCopy(path, decisions as Decision[])
    return { content: sha256, edit, changes, contradictions, madeBy: madeBy?.slice(0, 1000) ?? null }
  }

  async settleCopy({ article, copy, content }: Input<'copy.settle'>): Promise<null> {
    const [path, place] = [article && this.#tickets.pathOf(article), this.#tickets.copyAt(copy)]
    const held = content ?? this.#workspace.contentOfCopy(path, place)
    if (held !== null) await this.#memory.settle({ path: place, content: held })
    this.#workspace.copySettled(path)
    return null
  }

  async mergeProject(workspace: string): Promise<null> {
    this.#check(workspace)
    await this.#workspace.project.mergeGit()
    return null
  }

  async lookAtProjectCopy(workspace: string, copy: string): Promise<Output<'project.lookAtCopy'>> {
    this.#check(workspace)
    const path = this.#tickets.copyAt(copy)
    if (!this.#workspace.projectCopies().some(one => one.path === path)) throw new Problem('not-there')
    const { disk, workbench } = this.#shared
    const { fence, project } = this.#workspace
    const bytes = await readBounded(disk, join(fence.root, path), MAX_PROJECT_BYTES, fence)
    return workbench.run('projectCopy', { copy: bytes, here: project.text })
  }

  async piece(ticket: string, piece: number): Promise<string> {
    return (await this.#articles.get(ticket)).piece(piece)
  }

  async review(ticket: string): Promise<string> {
    return (await this.#articles.get(ticket)).review()
  }

  async record(ticket: string, edit: Edit): Promise<{ revision: number }> {
    const article = await this.#articles.get(ticket)
    const revision = await article.record(edit)
    this.#organise.after([{ path: article.path, edit }])
    return { revision }
  }

  /** How far the layers of articles are, and what they say. */
  lookAtLayers(articles: readonly string[]): Promise<string> {
    return this.#organise.look(articles)
  }

  /** Seals the person's own layers of articles. */
  sealLayers(articles: readonly string[]): Promise<number> {
    return this.#organise.seal(articles.map(ticket => this.#tickets.pathOf(ticket)))
  }

  /** What the histories of an open layer tell; its moments follow in pieces. */
  async openHistory(ticket: string): Promise<PastHead> {
    return (await this.#articles.get(ticket)).openPast()
  }

  async historyPiece(ticket: string, piece: number): Promise<string> {
    return (await this.#articles.get(ticket)).pastPiece(piece)
  }

  async shortenHistory(ticket: string, isTrial: boolean): Promise<ShorterHistory | null> {
    return (await this.#articles.get(ticket)).shortenPast(isTrial)
  }

  async nameVersion(ticket: string, line: string, name: string): Promise<null> {
    await (await this.#articles.get(ticket)).layerInHand().name(name, line)
    return null
  }

  async encodings(ticket: string): Promise<Output<'facts.encodings'>> {
    return (await this.#articles.get(ticket)).encodingSamples()
  }

  async recordFacts(ticket: string, edit: FactsEdit): Promise<null> {
    const article = await this.#articles.get(ticket)
    await article.recordFacts(edit)
    const { found, fields } = article.fields()
    if (edit.kind === 'field') this.#workspace.noteFields(article.path, joinFields(fields, found))
    return null
  }

  /** The same kind of change in many articles. Throws as `ManyOnDesk.record` does. */
  recordMany(asked: Input<'layers.record'>): Promise<Output<'layers.record'>> {
    return this.#many.record(asked)
  }

  /** Whether a change of many articles is being made in the name of who annotates now. */
  get isChangingMany(): boolean {
    return this.#many.isRecording
  }

  async cancelMany(name: string): Promise<null> {
    this.#many.bulk.cancel(name)
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

  /** What takes files of many articles apart. */
  get unpack(): UnpackOnDesk {
    return this.#unpack
  }

  /** What makes datasets of the workspace. */
  get exporting(): ExportOnDesk {
    return this.#exporting
  }

  /** What compares annotators. */
  get agreeing(): AgreeOnDesk {
    return this.#agreeing
  }

  /** What writes letters and packets, and brings in answers. */
  get telling(): TellOnDesk {
    return this.#telling
  }

  /** What brings in what others annotated. */
  get bring(): BringOnDesk {
    return this.#bring
  }

  /** What compares the layers of several annotators. */
  get reviewing(): ReviewOnDesk {
    return this.#reviewing
  }

  /** What reads what colleagues wrote about anybody's work. */
  get discussion(): DiscussionOnDesk {
    return this.#discussion
  }

  /** Offers what was dropped, where it is what others annotated. Resolves to whether it is. */
  async offerAnnotations(path: string): Promise<boolean> {
    try {
      const opened = await this.#bring.openDropped(path)
      if (opened) this.#window.tell('bring.offered', { workspace: this.#tickets.workspace, opened })
      return opened !== null
    } catch (error) {
      if (error instanceof Problem) return false // opening it says what is wrong
      throw error
    }
  }

  /** Opens a file of the workspace that holds many articles. */
  openArchive(ticket: string): Promise<Output<'unpack.open'>> {
    return this.#unpack.openInside(this.#tickets.pathOf(ticket))
  }

  /** Offers a file that was dropped, where it holds many articles. Resolves to whether it does. */
  async offerArchive(path: string): Promise<boolean> {
    try {
      const opened = await this.#unpack.openChosen(path)
      this.#window.tell('unpack.offered', { workspace: this.#tickets.workspace, opened })
      return true
    } catch (error) {
      if (error instanceof Problem && (error.kind === 'no-reader' || error.kind === 'not-a-file')) return false
      throw error
    }
  }

  async recordProject(workspace: string, edit: ProjectEdit): Promise<{ revision: number }> {
    this.#check(workspace)
    return this.#project.record(edit)
  }

  /** Closes what a page left open that is no more. */
  async closeArticles(): Promise<void> {
    this.#searches.close()
    this.#discussion.close()
    await this.#unpack.letGo()
    await this.#exporting.letGo()
    await this.#agreeing.letGo()
    await this.#telling.letGo()
    await this.#bring.letGo()
    await this.#reviewing.letGo()
    await this.#articles.open.closeAll()
    // A page begins on the person's own layers.
    this.workOn('own')
  }

  async flush(): Promise<void> {
    await this.#articles.open.flush()
    await this.#project.flush()
  }

  /** Puts what was done in an article into its files, where it is open. Throws the Problem by which a file lacks something. */
  async #flushArticle(path: string): Promise<void> {
    if (!this.#articles.open.has(path)) return
    const article = await this.#articles.open.get(path)
    await article.flush()
    const { checkpointed, problem } = article.saving()
    if (!checkpointed) throw new Problem(problem?.kind ?? 'cannot-save', path)
  }

  /** Puts all that was done here into its files, where others read it. Throws the Problem by which a file lacks something. */
  async #flushFiles(): Promise<void> {
    await this.flush()
    for (const path of this.#articles.open.paths()) {
      const { checkpointed, problem } = (await this.#articles.open.get(path)).saving()
      if (!checkpointed) throw new Problem(problem?.kind ?? 'cannot-save', path)
    }
  }

  /**
   * From now on the person works on their own layers, or on gold, in all of the
   * workspace. An article that is open is written before it is opened for the
   * other. Throws Problem `change-under-way` while many articles are being changed.
   */
  workOn(layer: WorkedOn): void {
    if (layer === this.#here.layer) return
    if (this.isChangingMany) throw new Problem('change-under-way')
    this.#here.layer = layer
    this.#annotatorChanged()
  }

  /** Somebody else sits here from now on: other layers are the person's own. Who is only called otherwise stays on gold. */
  personChanged(isAnother: boolean): void {
    if (isAnother) this.#here.layer = 'own'
    this.#annotatorChanged()
  }

  #annotatorChanged(): void {
    this.#workspace.setAnnotator(this.#shared.person.person?.id ?? null)
    // What this person had begun when the program ended.
    void this.#many.takeUp()
  }

  /** Looks at everything again, since some drives tell no changes. One look at a time. */
  lookAgain(): void {
    this.#many.bulk.tryAgain()
    this.#looking ??= this.#workspace
      .rescan()
      .catch(error => this.#shared.report('rescan', error))
      .finally(() => {
        this.#looking = null
      })
  }

  /** Throws, and stays open, while edits can't be put on disk. */
  async close(): Promise<void> {
    this.#many.bulk.stop()
    await this.#organise.idle()
    try {
      await this.#articles.open.closeAll()
      await this.#project.close()
    } catch (error) {
      this.#many.resume()
      throw error
    }
    await this.#letGo()
  }

  /** Closes for good. Throws the Problem by which an edit was lost. */
  async leave(): Promise<void> {
    this.#many.bulk.stop()
    try {
      await this.#articles.open.leave()
    } finally {
      await this.#project.leave().finally(() => this.#letGo())
    }
  }

  async #letGo(): Promise<void> {
    await this.#unpack.letGo()
    await this.#exporting.letGo()
    await this.#agreeing.letGo()
    await this.#telling.letGo()
    await this.#bring.letGo()
    await this.#reviewing.letGo()
    await this.#articles.uses.letGo()
    await this.#many.bulk.close()
    this.#searches.close()
    this.#discussion.close()
    this.#stopListening()
    await this.#workspace.close()
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

  async #heardOutside(touched: Outside): Promise<void> {
    const { path, what } = touched
    this.#reviewing.heard(touched)
    this.#discussion.heard(touched)
    if (await isNews(touched, this.#articles.open, this.#workspace))
      this.#window.tell('article.outside', { article: this.#tickets.article(path), what })
  }

  /** What this device remembers of the work here. Throws Problem `unknown-ticket` where the workspace is another by now. */
  recall(workspace: string): Output<'workspace.recall'> {
    this.#check(workspace)
    return this.#memory.recall()
  }

  /** Throws Problem `unknown-ticket` where the workspace is another by now. */
  check(workspace: string): void {
    this.#check(workspace)
  }

  /** This workspace. Throws Problem `unknown-ticket` where it is another by now. */
  checked(workspace: string): this {
    this.#check(workspace)
    return this
  }

  #check(workspace: string): void {
    if (workspace !== this.#tickets.workspace) throw new Problem('unknown-ticket')
  }

  async remember(workspace: string, parts: Partial<Output<'workspace.recall'>>): Promise<null> {
    this.#check(workspace)
    await this.#memory.remember(parts)
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
