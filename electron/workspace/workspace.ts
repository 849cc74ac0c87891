import { basename, dirname, join } from 'node:path'
import type { Metadata } from '../../shared/article/metadata.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import type { SealedProject } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { FACTS, sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { type Fence, raiseFence } from '../disk/fence.ts'
import { strangeness } from '../disk/ordinaryFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { sweepDrafts } from '../disk/sweepDrafts.ts'
import { OpenProject } from '../saving/openProject.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { LayerCounts } from '../work/layerCounts.ts'
import type { Workbench } from '../work/workbench.ts'
import { Copies, pathOfCopy, type SettledCopy } from './copies.ts'
import { correctedCopy } from './correctedCopy.ts'
import { createArticle } from './createArticle.ts'
import { type CopyRow, outsideOf, type Row, type StrayRow, type WorkspaceEvent } from './events.ts'
import { WorkspaceIndex } from './index/workspaceIndex.ts'
import type { FoundArticle, FoundCopy, FoundLayer } from './listing.ts'
import { moveTogether } from './moveTogether.ts'
import { News } from './news.ts'
import { Offers } from './offers.ts'
import { byPath } from './order.ts'
import { SealsAround } from './sealsAround.ts'
import { type Candidate, movesOf, StrayFinder } from './strays.ts'
import { type Change, Tree } from './tree.ts'
import { type Stirred, Watch, type WatchChoices } from './watch.ts'

export interface WorkspaceDeps {
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  /** Where the person's profile is; the index stands in it. */
  readonly profile: Fence
  /** Whose layers are the person's own; null or left out before anyone said who they are. */
  readonly annotator?: string | null
  /** Names this device in the project's history: `[a-z0-9]+`. */
  readonly device?: string
  readonly now?: () => Date
  /** Whether a person has dealt with a conflict copy in the workspace with this root. Left out, with none. */
  readonly isSettled?: (root: string, copy: SettledCopy) => boolean
  /** Told of a bug that came to light in the background. Left out, it counts as uncaught. */
  readonly failed?: (error: unknown) => void
  readonly watch?: Partial<Pick<WatchChoices, 'restMs' | 'atMostMs' | 'lookEveryMs' | 'watchFolder'>>
}

/** A workspace whose folder is gone is looked for this often. */
const LOOK_FOR_ROOT_MS = 2000

/**
 * Opens a folder of articles; or the folder of one file, with that file chosen.
 *
 * Throws Problem `folder-not-there`, `folder-unreadable` or `not-a-file`. What
 * is wrong inside the folder is listed, and thrown by nobody.
 */
export async function openWorkspace(path: string, deps: WorkspaceDeps): Promise<OpenWorkspace> {
  const { disk, failed = uncaught } = deps
  const real = await disk.realpath(path).catch(explainReading).catch(asFolder)
  const place = await disk.lstat(real).catch(explainReading).catch(asFolder)
  if (!place.isDirectory() && !place.isFile()) throw new Problem('not-a-file', strangeness(place) ?? '')
  const fence = await raiseFence(disk, place.isFile() ? dirname(real) : real)
  const { workbench, device = 'here', now = () => new Date() } = deps
  const name = nameOf(fence)
  const seals = new SealsAround(disk, fence.root, workbench)
  const around = (isMoved?: boolean) => seals.read(isMoved)
  const project = await OpenProject.open({ disk, fence, workbench, name, device, now, around, failed })
  return OpenWorkspace.open(fence, place.isFile() ? basename(real) : null, project, { ...deps, failed })
}

type Deps = WorkspaceDeps & { readonly failed: (error: unknown) => void }

/** A workspace: its articles by their path inside it, with `/`, and news of them until it is closed. */
export class OpenWorkspace {
  readonly fence: Fence
  /** The folder's name. */
  readonly name: string
  /** The file that the person chose to open; null for a whole folder. */
  readonly chosen: string | null
  /** The codebook, the entities and the people. */
  readonly project: OpenProject
  readonly #deps: Deps
  readonly #stop = new AbortController()
  readonly #news = new News(path => this.row(path))
  readonly #offers = new Offers()
  readonly #strayFinder: StrayFinder
  readonly #copies: Copies
  readonly #watch: Watch
  /** Set once the system watches no more folders. */
  #unwatched: ProblemNotice | null = null
  /** Whose layers are the person's own. */
  #annotator: string | null
  #tree!: Tree
  #index!: WorkspaceIndex
  #lookingForRoot: NodeJS.Timeout | undefined
  /** The paths of all articles in a person's order; null where it has to be found again. */
  #order: readonly string[] | null = null
  /** Looks at the disk wait for each other, and the first of them for the first list. */
  #turn: Promise<unknown> = Promise.resolve()

  static async open(fence: Fence, chosen: string | null, project: OpenProject, deps: Deps): Promise<OpenWorkspace> {
    const self = new OpenWorkspace(fence, chosen, project, deps)
    const begun = self.#begin()
    self.#turn = begun.catch(() => {})
    try {
      await begun
      return self
    } catch (error) {
      self.#watch.close()
      self.#stop.abort()
      throw error
    }
  }

  private constructor(fence: Fence, chosen: string | null, project: OpenProject, deps: Deps) {
    this.fence = fence
    this.name = nameOf(fence)
    this.chosen = chosen
    this.project = project
    this.#deps = deps
    this.#annotator = deps.annotator ?? null
    this.#strayFinder = new StrayFinder({ ...deps, fence })
    this.#copies = new Copies({
      ...deps,
      fence,
      isSettled: copy => deps.isSettled?.(fence.root, copy) ?? false,
      known: path => (path === PROJECT_FILE ? this.#tellCopies() : this.#news.rows([path])),
    })
    this.#watch = new Watch(fence.root, {
      ...deps.watch,
      stirred: folders => this.#lookAgain(folders).catch(deps.failed),
      look: () => this.rescan().catch(deps.failed),
      unwatchable: code => {
        // Whoever listens from now on finds it among the problems.
        this.#unwatched = unwatched(code)
        this.#news.say({ kind: 'problem', problem: this.#unwatched })
      },
    })
  }

  /** The codebook that holds now. */
  get codebook(): Codebook {
    return this.project.codebook
  }

  /** Hears what changes, until the function that it returns is called. */
  listen(heard: (event: WorkspaceEvent) => void): () => void {
    return this.#news.listen(heard)
  }

  /** Every article and every file that could be one, in a person's order. */
  rows(): Row[] {
    const rows = this.#inOrder().map(found => this.#rowOf(found))
    this.#news.known(rows)
    return rows
  }

  row(path: string): Row | null {
    const found = this.#tree.article(path)
    return found && this.#rowOf(found)
  }

  /** The layers beside an article, anybody's. Empty for an article that isn't there. */
  layersOf(path: string): readonly FoundLayer[] {
    return this.#tree.article(path)?.layers ?? []
  }

  /** An article's file as it was last seen, with the file of its facts; null for what isn't there or can't be opened. */
  found(path: string): { readonly article: FoundArticle; readonly facts: FoundLayer | null } | null {
    const article = this.#tree.article(path)
    return article && !article.problem ? { article, facts: this.#tree.facts(path) } : null
  }

  /** The paths of all articles that can be opened, in a person's order. */
  openable(): string[] {
    return this.#inOrder().flatMap(({ path, problem }) => (problem ? [] : [path]))
  }

  /** The paths of everything that could be an article; another list where one came or went. */
  paths(): readonly string[] {
    this.#inOrder()
    return this.#order ?? []
  }

  /** What is wrong with the workspace itself. */
  problems(): ProblemNotice[] {
    return [...this.#troubles(), ...(this.#unwatched ? [this.#unwatched] : [])]
  }

  #troubles(): ProblemNotice[] {
    const gone: ProblemNotice[] = this.#tree.isGone ? [{ kind: 'folder-not-there', detail: '' }] : []
    const around: ProblemNotice[] = isKnown(this.project.organised) ? [] : [{ kind: 'seals-unknown', detail: '' }]
    return [...gone, ...(this.project.problem ? [this.project.problem] : []), ...around, ...this.#tree.problems()]
  }

  /** Layers that may follow an article, as far as is known; told again when that changes. */
  strays(): StrayRow[] {
    return this.#offers.rows()
  }

  /** The bytes of a listed article. Throws Problem `not-there`, `not-a-file`, `too-large`, `cannot-read`, `outside-workspace`. */
  async read(path: string): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#tree.article(path)) throw new Problem('not-there')
    return readBounded(this.#deps.disk, join(this.fence.root, ...path.split('/')), MAX_ARTICLE_BYTES, this.fence)
  }

  /** Makes a new article of a text; see `createArticle`. Resolves to its path, once it is listed. */
  async createArticle(text: string): Promise<string> {
    const { disk, workbench } = this.#deps
    const name = await createArticle({ disk, workbench, fence: this.fence, taken: this.#tree.names() }, text)
    await this.#lookAgain(new Map([['', new Set([name])]]))
    return name
  }

  /** Makes a corrected copy of an article; see `correctedCopy`. Resolves to its path, once it is listed. */
  async correctedCopy(path: string, text: string, annotator: string): Promise<string> {
    const { disk, workbench } = this.#deps
    const copy = await correctedCopy({ disk, workbench, fence: this.fence, path, text, annotator })
    const folder = dirname(copy)
    await this.#lookAgain(new Map([[folder === '.' ? '' : folder, new Set([basename(copy)])]]))
    return copy
  }

  /**
   * Lets the layers of an article that is gone follow it, all or none; resolves
   * to where it is. Throws what `moveTogether` throws, or `unknown-ticket`
   * where this isn't on offer any more.
   */
  async follow(was: string): Promise<string> {
    const { disk } = this.#deps
    const offer = this.#offers.of(was)
    if (!offer) throw new Problem('unknown-ticket')
    try {
      await moveTogether(disk, this.fence, await movesOf(disk, this.fence, offer).catch(explainReading))
    } finally {
      const folders = [offer.was, offer.is].map(path => path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      await this.#lookAgain(new Map(folders.map(folder => [folder, null])))
      await this.#lookForStrays()
    }
    return offer.is
  }

  /** What a copy holds as it was last looked at; null where it isn't there any more, or isn't known yet. `copy` is its path inside the workspace; no article stands for the project. */
  contentOfCopy(article: string | null, copy: string): string | null {
    const { path, copies } = article === null ? this.#projectPlace() : (this.#tree.article(article) ?? noCopies)
    const one = copies.find(({ name }) => pathOfCopy(path, name) === copy)
    return one ? this.#copies.contentOf(path, one) : null
  }

  /** What a person has dealt with may have changed. */
  copySettled(article: string | null): void {
    if (article === null) this.#tellCopies()
    else this.#news.rows([article])
  }

  /** What sync services left of the project file, as far as it is known by now. */
  projectCopies(): CopyRow[] {
    const { path, copies } = this.#projectPlace()
    return copies.flatMap(copy => this.#copyRow(path, copy, 'project') ?? [])
  }

  #projectPlace() {
    return { path: PROJECT_FILE, copies: this.#tree.projectCopies() }
  }

  #tellCopies(): void {
    const copies = this.projectCopies()
    const said = JSON.stringify(copies)
    if (said !== this.#toldCopies) this.#news.say({ kind: 'copies', copies })
    this.#toldCopies = said
  }
  #toldCopies = '[]'

  /** Makes this offer no more, as long as the workspace is open. */
  async leave(was: string): Promise<void> {
    if (this.#offers.leave(was)) this.#news.say({ kind: 'strays', strays: this.strays() })
  }

  /** The counts of an open layer; null when it is closed and its sidecar counts again. */
  noteCounts(path: string, counts: LayerCounts | null): void {
    this.#index.noteCounts(path, counts)
    const found = this.#tree.article(path)
    if (!counts && found) this.#index.want([found])
    this.#news.rows([path])
  }

  /** The fields of an open article; null when it is closed. */
  noteFields(path: string, fields: Metadata | null): void {
    this.#index.noteFields(path, fields)
    this.#news.rows([path])
  }

  /** From now on, whose layers are the person's own. */
  setAnnotator(annotator: string | null): void {
    this.#annotator = annotator
    this.#index.setAnnotator(annotator)
    this.#index.want(this.#inOrder())
    this.#news.rows([...this.#tree.articles()].map(({ path }) => path))
  }

  /** Looks at once at the sidecars that an annotator has of these articles: what was written here just now is known before the disk tells of it. */
  async wrote(paths: readonly string[], annotator: string): Promise<void> {
    const stirred = new Map<string, Set<string>>()
    for (const path of paths) {
      const cut = path.lastIndexOf('/')
      const folder = path.slice(0, Math.max(0, cut))
      stirred.set(folder, (stirred.get(folder) ?? new Set()).add(sidecarName(path.slice(cut + 1), annotator)))
    }
    await this.#lookAgain(stirred)
  }

  /** Looks at everything again: for when a person comes back to the window, since some drives tell no changes. */
  async rescan(): Promise<void> {
    await this.#look(async () => {
      await this.project.lookAround(true)
      return this.#tree.lookAtEverything()
    })
    await this.project.lookAgain()
  }

  /** Ends the watching and the index, which is kept for the next time. */
  async close(): Promise<void> {
    this.#watch.close()
    this.#news.close()
    clearTimeout(this.#lookingForRoot)
    this.#stop.abort()
    await this.#turn
    await this.project.abandon()
    await this.#index.close()
  }

  async #begin(): Promise<void> {
    const { disk, workbench, profile, annotator = null, failed } = this.#deps
    const { fence } = this
    const [{ tree, drafts }, index] = await Promise.all([
      Tree.grow(disk, fence.root, folder => this.#watch.enter(folder)),
      WorkspaceIndex.open({
        disk,
        workbench,
        fence,
        annotator,
        failed,
        indexFolder: join(profile.root, 'index'),
        signal: this.#stop.signal,
        known: paths => this.#news.rows(paths),
        progress: (done, total) => this.#news.say({ kind: 'progress', done, total }),
        filled: () => void this.#lookForStrays(),
      }),
    ])
    // Nothing at all could be listed: that is no workspace.
    if (tree.folders().size === 0) throw nothingListed(tree.problems()[0])
    this.#tree = tree
    this.#index = index
    this.#copies.want([...tree.articles(), this.#projectPlace()])
    this.#index.keepOnly(new Set([...tree.articles()].map(({ path }) => path)))
    this.#index.want(this.#inOrder())
    sweepDrafts(disk, fence, drafts).catch(failed)
  }

  async #lookAgain(stirred: Stirred): Promise<void> {
    await this.#look(async () => {
      // A layer that has come here may be sealed above.
      await this.project.lookAround()
      return this.#tree.isGone ? this.#tree.lookAtEverything() : this.#tree.lookAgain(stirred)
    })
    if (this.#order === null) await this.project.lookAround(true)
    if (mayBeOf(PROJECT_FILE, stirred)) await this.project.lookAgain()
  }

  #look(work: () => Promise<Change[]>): Promise<void> {
    const looked = this.#turn.then(async () => {
      if (this.#stop.signal.aborted) return
      const before = new Set(this.#troubles().map(problem => JSON.stringify(problem)))
      this.#take(await work())
      this.#copies.want([this.#projectPlace()])
      this.#tellCopies()
      this.#watch.keepOnly(this.#tree.isGone ? new Set() : this.#tree.folders())
      for (const problem of this.#troubles()) {
        if (!before.has(JSON.stringify(problem))) this.#news.say({ kind: 'problem', problem })
      }
      if (this.#tree.isGone) this.#lookForRoot()
    })
    this.#turn = looked.catch(() => {})
    return looked
  }

  #take(changes: readonly Change[]): void {
    if (changes.some(({ was, is }) => !was || !is)) this.#order = null
    for (const change of changes) {
      for (const event of outsideOf(change)) this.#news.say(event)
      if (!change.is) this.#index.forget(change.path)
    }
    this.#news.rows(changes.map(({ path }) => path))
    this.#copies.want(changes.flatMap(({ is }) => is ?? []))
    this.#index.want(changes.flatMap(({ is }) => is ?? []))
  }

  #lookForRoot(): void {
    clearTimeout(this.#lookingForRoot)
    const { watch, failed } = this.#deps
    const afterMs = watch?.lookEveryMs ?? LOOK_FOR_ROOT_MS
    this.#lookingForRoot = setTimeout(() => void this.rescan().catch(failed), afterMs).unref()
  }

  async #lookForStrays(): Promise<void> {
    try {
      const offers = await this.#strayFinder.offers(this.#tree.orphans(), this.#candidates())
      if (this.#offers.take(offers)) this.#news.say({ kind: 'strays', strays: this.strays() })
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#deps.failed(error)
    }
  }

  /** The articles in a person's order, which is looked for again only where one came or went. */
  #inOrder(): readonly FoundArticle[] {
    this.#order ??= byPath(this.#tree.articles()).map(({ path }) => path)
    return this.#order.flatMap(path => this.#tree.article(path) ?? [])
  }

  #rowOf(found: FoundArticle): Row {
    const { path, bytes, problem } = found
    return {
      path,
      bytes,
      problem: problem ?? this.#index.problem(found),
      known: problem ? null : this.#index.known(found),
      ...this.#copiesOf(found),
    }
  }

  /** The copies of the person's own layer, and of the facts, as far as they are known by now. */
  #copiesOf({ path, copies }: FoundArticle): Pick<Row, 'copies'> {
    const rows = copies.flatMap(copy => {
      const of = copy.annotator === FACTS ? 'facts' : copy.annotator === this.#annotator ? 'layer' : null
      return (of && this.#copyRow(path, copy, of)) ?? []
    })
    return rows.length > 0 ? { copies: rows } : {}
  }

  #copyRow(path: string, copy: FoundCopy, of: CopyRow['of']): CopyRow | null {
    const isSettled = this.#copies.isSettled(path, copy)
    if (isSettled === null) return null
    return { path: pathOfCopy(path, copy.name), name: copy.name.slice(0, 1000), by: copy.by, of, isSettled }
  }

  /** In a person's order, so that of several offers the first is always the same. */
  *#candidates(): Iterable<Candidate> {
    for (const found of this.#inOrder()) {
      const facts = this.#index.facts(found)
      if (facts) yield { found, sha256: facts.sha256, hasFacts: this.#tree.hasFacts(found.path) }
    }
  }
}

const noCopies = { path: '', copies: [] }

function nameOf({ root }: Fence): string {
  return basename(root) || root
}

/** Whether something may have happened to a file at the top. */
function mayBeOf(name: string, stirred: Stirred): boolean {
  const names = stirred.get('')
  return names === null || (names?.has(name) ?? false)
}

/** Whether it is known what the workspaces around this one seal. */
function isKnown({ around = [] }: SealedProject): boolean {
  return around.every(one => one.isKnown !== false)
}

function nothingListed(problem: ProblemNotice | undefined): Problem {
  return new Problem(problem?.kind ?? 'folder-unreadable', problem?.detail)
}

function unwatched(code: string): ProblemNotice {
  return { kind: 'noticed-late', detail: `The system answered ${code}.` }
}

function asFolder(error: unknown): never {
  throw error instanceof Problem && error.kind === 'not-there' ? new Problem('folder-not-there') : error
}

function uncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
