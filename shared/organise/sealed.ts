import type { Project } from '../project/project.ts'
import { goneArticles, goneWhere, namedIn } from './following.ts'
import { nameOf } from './progress.ts'
import { sealedArticles } from './sealsThatCount.ts'

/** Which layers somebody isn't shown, because they are sealed. Nothing is encrypted: whoever opens the files reads them. */
export interface Sealed {
  /** Whether the layer of an annotator (gold made by them, too) isn't to be shown, counted or compared. `path` is inside the workspace, with `/`. */
  hides(path: string, layer: string): boolean
  /** The articles in which something may be hidden. */
  readonly articles: ReadonlySet<string>
}

/** A project's sealed codings, as far as they matter here. */
export interface SealedProject extends Pick<Project, 'rounds' | 'seals' | 'assignments'> {
  /** False where the project can't be read, and no round of it is known from before. */
  readonly isKnown?: boolean
  /** Paths that are there beside those that are asked about. */
  readonly beside?: readonly string[]
  /** What the workspaces seal that this one lies in, as it is seen from here. */
  readonly around?: readonly SealedProject[]
}

/** An article with whoever has a layer in it. */
interface Layered {
  readonly path: string
  readonly layers: readonly { readonly annotator: string }[]
}

const nothing: Sealed = { hides: () => false, articles: new Set() }

/**
 * Which layers `person` may not see: in each article of a sealed coding, the layers of all its
 * annotators but their own, until every one of them has sealed theirs. Somebody who isn't one of
 * them, and a command line, which is nobody (null), see none of them either: a figure told on is seen.
 * Who works on their gold layer is the same person. Where nobody can know what is sealed, all that others made is.
 *
 * Whether an annotator is done is known by the seal that is recorded then; a status alone, which
 * no hash comes with, opens nothing. Where an article of theirs may be by another path, their layers are hidden, too: in each that
 * the project says nothing of and that has the same name; and, while one is gone that `movedArticles` doesn't find among `there`, the paths of
 * the workspace, in every one that the project says nothing of. Take it anew whenever the project, the person or the paths have changed.
 */
export function sealedFor(project: SealedProject, person: string | null, there: Iterable<string>): Sealed {
  const { around = [] } = project
  if (around.length === 0) return sealedByOne(project, person, there)
  const paths = [...there]
  const all = [project, ...around].map(one => sealedByOne(one, person, paths))
  return {
    hides: (path, layer) => all.some(({ hides }) => hides(path, layer)),
    articles: new Set(all.flatMap(({ articles }) => [...articles])),
  }
}

/** Whether something may be sealed by it, or by one that it lies in. */
export function isSealing({ rounds, isKnown = true, around = [] }: SealedProject): boolean {
  return !isKnown || rounds.some(({ opened }) => opened === undefined) || around.some(isSealing)
}

function sealedByOne(project: SealedProject, person: string | null, there: Iterable<string>): Sealed {
  const { rounds, seals, isKnown = true } = project
  const hidden = new Map<string, Set<string>>()
  const self = person === null ? null : ownerOf(person)
  if (!isKnown) return { hides: (_, layer) => ownerOf(layer) !== self, articles: new Set() }
  for (const round of rounds) {
    for (const { article, isOpen } of sealedArticles(round, seals)) {
      if (isOpen) continue
      add(
        hidden,
        article,
        round.annotators.filter(annotator => annotator !== self),
      )
    }
  }
  if (hidden.size === 0) return nothing
  const paths = new Set([...there, ...(project.beside ?? [])])
  const named = namedIn(project)
  const byName = new Map<string, Set<string>>()
  for (const [article, layers] of hidden) add(byName, nameOf(article), layers)
  const found = goneWhere(project, paths)
  const lost = goneArticles(project, paths).filter(article => !found.has(article))
  const anywhere = new Set(lost.flatMap(article => [...(hidden.get(article) ?? [])]))
  const hides = (path: string, layer: string) => {
    const owner = ownerOf(layer)
    if (named.has(path)) return hidden.get(path)?.has(owner) ?? false
    return anywhere.has(owner) || (byName.get(nameOf(path))?.has(owner) ?? false)
  }
  const isTouched = (path: string) => !named.has(path) && (anywhere.size > 0 || byName.has(nameOf(path)))
  return { hides, articles: new Set([...hidden.keys(), ...[...paths].filter(isTouched)]) }
}

function add(to: Map<string, Set<string>>, key: string, layers: Iterable<string>): void {
  to.set(key, new Set([...(to.get(key) ?? []), ...layers]))
}

/**
 * A project as a folder of its workspace has it, by paths inside that folder; what lies elsewhere begins with a slash. `paths` are those
 * of the workspace, of which those are kept that can have to do with what is sealed. Codings that are open are left out.
 */
export function seenFrom(project: SealedProject, folder: string, paths: Iterable<string>): SealedProject {
  const names = new Set([...namedIn(project)].map(nameOf))
  const seen = (path: string) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `/${path}`)
  return {
    ...(project.isKnown === undefined ? {} : { isKnown: project.isKnown }),
    rounds: project.rounds
      .filter(({ opened }) => opened === undefined)
      .map(round => ({ ...round, articles: round.articles.map(seen) })),
    seals: project.seals.map(seal => ({ ...seal, article: seen(seal.article) })),
    assignments: project.assignments.map(assignment => ({ ...assignment, article: seen(assignment.article) })),
    beside: [...paths]
      .filter(path => names.has(nameOf(path)))
      .map(seen)
      .filter(path => path.startsWith('/')),
  }
}

/** Articles without those of their layers that aren't to be shown, and what those are. Articles stay, though no layer is left in them. */
export function withoutSealed<A extends Layered>(
  articles: readonly A[],
  project: SealedProject,
  person: string | null,
): { readonly open: A[]; readonly hidden: A[]; readonly sealed: Sealed } {
  const sealed = sealedFor(
    project,
    person,
    articles.map(({ path }) => path),
  )
  const having = (article: A, hides: boolean): A => ({
    ...article,
    layers: article.layers.filter(({ annotator }) => sealed.hides(article.path, annotator) === hides),
  })
  return {
    open: articles.map(article => having(article, false)),
    hidden: articles.map(article => having(article, true)).filter(({ layers }) => layers.length > 0),
    sealed,
  }
}

/** How many layers there are in all. */
export function layersIn(articles: readonly Layered[]): number {
  return articles.reduce((sum, { layers }) => sum + layers.length, 0)
}

/** Whose work a layer is: of `gold-alice`, Alice's. */
function ownerOf(layer: string): string {
  return layer.startsWith('gold-') ? layer.slice('gold-'.length) : layer
}
