import type { LayerHead } from '../../shared/contract/contract.ts'
import { noLayer } from '../../shared/contract/noLayer.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { OpenArticle } from '../saving/openArticle.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { AnnotatorHere } from './annotatorHere.ts'
import { ArticleUses } from './articleUses.ts'
import { OpenArticles } from './openArticles.ts'
import type { DeskParts, DeskWindow } from './parts.ts'
import type { WorkspaceTickets } from './workspaceTickets.ts'

export interface ArticlesOnDeskParts {
  readonly shared: Pick<DeskParts, 'openArticle' | 'report'> & { readonly person: AnnotatorHere }
  readonly workspace: OpenWorkspace
  readonly tickets: WorkspaceTickets
  readonly window: Pick<DeskWindow, 'tell'>
  tellProblem(problem: ProblemNotice): void
  /** Why an article may only be read for now; null where nothing stands in the way. */
  waits(path: string): Problem | null
}

/** Who reads while nobody has said who they are. Nothing is ever written under this name. */
const nobody = { id: 'nobody', name: '', key: '', also: [] }

/** The articles of a workspace that a window has open, each for whoever annotates there; and those that are opened past it. */
export class ArticlesOnDesk {
  readonly #parts: ArticlesOnDeskParts
  readonly open: OpenArticles
  readonly uses: ArticleUses
  /** Whose layer each open article was opened for. */
  readonly #openedFor = new Map<string, string>()

  constructor(parts: ArticlesOnDeskParts) {
    this.#parts = parts
    const { tickets, window, workspace, tellProblem } = parts
    this.open = new OpenArticles(
      (path, told, stop) => this.#take(path, told, stop),
      (path, saving, article) => {
        window.tell('saving', { article: tickets.article(path), ...saving })
        const counts = article.counts()
        if (counts) workspace.noteCounts(path, counts)
      },
      (path, article) => this.#look(path, article),
    )
    this.uses = new ArticleUses({
      inHand: path => this.#inHand(path),
      open: (path, told) => this.#takeApart(path, told),
      putDown: path => this.#putDown(path),
      pickUp: path => this.#pickUp(path),
      problem: ({ kind, detail }) => tellProblem({ kind, detail }),
    })
  }

  /** The article of a ticket. Throws Problem `unknown-ticket` for one that isn't open. */
  async get(ticket: string): Promise<OpenArticle> {
    return this.open.get(this.#parts.tickets.pathOf(ticket))
  }

  /** The person's layer. Before anybody has said who they are there is none to write. */
  async openLayer(path: string): Promise<LayerHead> {
    const article = await this.open.get(path)
    const annotator = await this.#parts.shared.person.annotator()
    if (annotator === null) return noLayer
    // The person may have become another since the text was opened.
    const whose = this.#openedFor.get(path)
    const present = whose === annotator.id ? article : await this.open.open(path)
    const head = await present.openLayer()
    const why = this.#parts.waits(path)
    if (!why) return head
    // What was begun before comes first, and the disk refuses it.
    present.layerInHand().holdForReading(why)
    return present.openLayer()
  }

  async #take(path: string, told: () => void, stop?: AbortSignal): Promise<OpenArticle> {
    const { shared, workspace, tickets, window } = this.#parts
    const annotator = (await shared.person.annotator()) ?? nobody
    this.#openedFor.set(path, annotator.id)
    const passed = (what: 'free' | 'taken') => window.tell('article.outside', { article: tickets.article(path), what })
    return shared.openArticle(workspace, path, annotator, { told, passed, stop })
  }

  /** What was written of an edited article is known at once, and not only when the disk tells: whoever searches finds it as it stands. */
  async #look(path: string, article: OpenArticle): Promise<void> {
    const { shared, workspace } = this.#parts
    const { layer, annotator } = article.live()
    if (layer && layer.touchedSince(-1).length > 0)
      await workspace.wrote([path], annotator).catch(error => shared.report('closing', error))
  }

  /** An article that is open in the window, with the layer of the person who is there now. */
  async #inHand(path: string): Promise<OpenArticle | null> {
    if (!this.open.has(path)) return null
    await this.openLayer(path)
    return this.open.get(path)
  }

  async #putDown(path: string): Promise<boolean> {
    if (!this.open.has(path)) return false
    await this.open.close(path)
    return true
  }

  /** It isn't as the window shows it any more. One that can't be opened again says so when the window asks for it. */
  async #pickUp(path: string): Promise<void> {
    const { tickets, window } = this.#parts
    await this.open.open(path).catch(onlyProblems)
    window.tell('article.outside', { article: tickets.article(path), what: 'layer' })
  }

  /** Opens an article apart from the window, which hears nothing of its saving. */
  async #takeApart(path: string, told: (article: OpenArticle) => void): Promise<OpenArticle> {
    const { shared, workspace } = this.#parts
    const annotator = await shared.person.annotator()
    if (!annotator) throw new Problem('cannot-save', 'Nobody has said yet who annotates here.')
    let ready: OpenArticle | null = null
    ready = await shared.openArticle(workspace, path, annotator, { told: () => void (ready && told(ready)) })
    return ready
  }
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}
