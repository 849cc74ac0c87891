import type { Edit } from '../../shared/annotation/edit.ts'
import type { LookedAtLayer } from '../../shared/contract/organising.ts'
import { annotatorsByArticle } from '../../shared/organise/divide.ts'
import { followEdit } from '../../shared/organise/following.ts'
import { isAsSealed, SEAL_VERSION } from '../../shared/organise/proof.ts'
import { type Sealed, sealedFor } from '../../shared/organise/sealed.ts'
import { sealedArticle, sealsInOrder, sealTime } from '../../shared/organise/sealsThatCount.ts'
import type { Round } from '../../shared/project/organised.ts'
import type { SingleProjectEdit } from '../../shared/project/projectEdit.ts'
import { isOwnKey, type Keyed } from '../../shared/sidecar/head.ts'
import type { Disk } from '../disk/disk.ts'
import type { Workbench } from '../work/workbench.ts'
import { lookAtLayers } from '../workspace/lookAtLayers.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'

interface Parts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'found' | 'project'>
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  readonly now: () => Date
  readonly randomId: () => string
  readonly me: () => Promise<Keyed | null>
  ticketOf(path: string): string
  pathOf(ticket: string): string
  /** Puts what was done in an article into its files. Throws what prevents it. */
  flush(path: string): Promise<void>
  /** The project was changed without the window's asking: layers of these articles were sealed. */
  sealed(paths: readonly string[]): void
  /** The project was changed without the window's asking. */
  changed(): void
  /** Told of what went wrong in the background. */
  failed(error: unknown): void
}

/** How far everybody's layers are, and the seals of the person's own. */
export class OrganiseOnDesk {
  readonly #parts: Parts
  /** Seals come one after another, so that none is made twice. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** How far the layers of these articles are; see the contract. */
  async look(articles: readonly string[]): Promise<string> {
    const { disk, workbench, workspace, pathOf, ticketOf } = this.#parts
    const { rounds, assignments } = workspace.project.organised
    const expected = annotatorsByArticle([
      ...assignments,
      ...rounds.flatMap(({ articles, annotators }) =>
        articles.flatMap(article => annotators.map(annotator => ({ article, annotator }))),
      ),
    ])
    const layers = articles.map(pathOf).flatMap(path => {
      // A file that was written a moment ago is in no list yet.
      const listed = (workspace.found(path)?.article.layers ?? []).map(({ annotator }) => annotator)
      const ids = new Set([...listed.filter(id => !id.startsWith('gold-')), ...(expected.get(path) ?? [])])
      const within = rounds.filter(({ articles }) => articles.includes(path)).map(({ id }) => id)
      return [...ids].map(annotator => ({ path, annotator, rounds: within }))
    })
    for (const path of new Set(layers.map(({ path }) => path))) await this.#parts.flush(path)
    const looks = await lookAtLayers({ disk, workbench, fence: workspace.fence }, layers)
    const said = layers.flatMap(({ path, annotator }, i): LookedAtLayer[] => {
      const look = looks[i]
      return look
        ? [{ article: ticketOf(path), annotator, status: look.status, sha256: look.sha256, inRounds: look.inRounds }]
        : []
    })
    return JSON.stringify(said)
  }

  /** Seals in the background what edits made done, of one article or of many. What is open by then isn't sealed unasked. */
  after(edits: Iterable<{ readonly path: string; readonly edit: Edit }>): void {
    const done = [...edits].filter(({ edit }) => makesDone(edit)).map(({ path }) => path)
    const paths = done.filter(path => this.#roundsOf(path, true).length > 0)
    if (paths.length > 0) void this.#inTurn(paths, true).catch(error => this.#parts.failed(error))
  }

  /** Seals the person's own layers of articles; see the contract. Throws the Problem by which the project, or a layer's file, can't be written. */
  seal(paths: readonly string[]): Promise<number> {
    return this.#inTurn(paths, false)
  }

  /** What the project says of an article that was renamed or moved follows it. Throws the Problem by which the project can't be written. */
  async followed(was: string, is: string): Promise<void> {
    const { workspace, changed } = this.#parts
    const edit = followEdit(workspace.project.organised, new Map([[was, is]]))
    if (!edit) return
    await workspace.project.record(edit)
    changed()
  }

  #inTurn(paths: readonly string[], onlyWaiting: boolean): Promise<number> {
    const sealed = this.#turn.then(() => this.#seal(paths, onlyWaiting))
    this.#turn = sealed.catch(() => 0)
    return sealed
  }

  /** Resolves once nothing is being sealed. */
  async idle(): Promise<void> {
    await this.#turn
  }

  async #seal(paths: readonly string[], onlyWaiting: boolean): Promise<number> {
    const { workspace, disk, workbench, now, randomId, me, flush } = this.#parts
    const person = await me()
    if (!person) return 0
    const roundsOf = (path: string) =>
      this.#roundsOf(path, onlyWaiting).filter(({ annotators }) => annotators.includes(person.id))
    const asked = paths.filter(path => roundsOf(path).length > 0)
    for (const path of asked) await flush(path)
    const looks = await lookAtLayers(
      { disk, workbench, fence: workspace.fence },
      asked.map(path => ({ path, annotator: person.id, rounds: roundsOf(path).map(({ id }) => id) })),
    )
    const edits: SingleProjectEdit[] = []
    for (const [i, path] of asked.entries()) {
      const look = looks[i]
      if (!look || look.status === 'in-progress' || !isOwnKey(look.key, person)) continue
      const { seals } = workspace.project.organised
      for (const round of roundsOf(path)) {
        const { isOpen, seals: counting } = sealedArticle(round, path, seals)
        const own = seals.filter(
          seal => seal.round === round.id && seal.article === path && seal.annotator === person.id,
        )
        const known = isOpen ? [counting.get(person.id), sealsInOrder(own).at(-1)] : [sealsInOrder(own).at(-1)]
        const sha256 = look.inRounds[round.id]
        if (sha256 === undefined || known.some(seal => isAsSealed(look, seal))) continue
        const fields = { round: round.id, article: path, annotator: person.id, sha256, version: SEAL_VERSION }
        const at = sealTime(round, path, person.id, seals, now())
        edits.push({ kind: 'set', of: 'seals', id: randomId(), fields: { ...fields, at } })
      }
    }
    if (edits.length === 0) return 0
    await workspace.project.record({ kind: 'all', edits })
    this.#parts.sealed(asked)
    return edits.length
  }

  /** The sealed codings that an article is in; or those alone in which it isn't open yet. */
  #roundsOf(path: string, onlyWaiting: boolean): Round[] {
    const { rounds, seals } = this.#parts.workspace.project.organised
    return rounds.filter(
      round => round.articles.includes(path) && !(onlyWaiting && sealedArticle(round, path, seals).isOpen),
    )
  }
}

function makesDone(edit: Edit): boolean {
  const parts = edit.kind === 'all' ? edit.edits : [edit]
  return parts.some(part => part.kind === 'status' && part.status === 'done')
}

/** Which layers are sealed to whoever sits here, now; worked out anew when the project, the person or the articles are other ones. */
export function makeSealed(workspace: Pick<OpenWorkspace, 'project' | 'paths'>, me: () => string | null): () => Sealed {
  let last: { readonly of: unknown; readonly paths: unknown; readonly person: string | null; sealed: Sealed } | null =
    null
  return () => {
    const [of, paths, person] = [workspace.project.organised, workspace.paths(), me()]
    if (last?.of !== of || last.paths !== paths || last.person !== person)
      last = { of, paths, person, sealed: sealedFor(of, person, paths) }
    return last.sealed
  }
}
