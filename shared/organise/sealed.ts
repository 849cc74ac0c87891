import type { Project } from '../project/project.ts'
import { goneWhere } from './following.ts'
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
 * no hash comes with, opens nothing. An article that was moved, as far as `there`, the paths of the workspace, tells, stays sealed
 * where it is now. Take it anew whenever the project, the person or the paths have changed.
 */
export function sealedFor(project: SealedProject, person: string | null, there: Iterable<string>): Sealed {
  const { rounds, seals, isKnown = true } = project
  const hidden = new Map<string, Set<string>>()
  const self = person === null ? null : ownerOf(person)
  if (!isKnown) return { hides: (_, layer) => ownerOf(layer) !== self, articles: new Set() }
  for (const round of rounds) {
    for (const { article, isOpen } of sealedArticles(round, seals)) {
      if (isOpen) continue
      const layers = hidden.get(article) ?? new Set<string>()
      for (const annotator of round.annotators) if (annotator !== self) layers.add(annotator)
      hidden.set(article, layers)
    }
  }
  if (hidden.size === 0) return nothing
  for (const [was, is] of goneWhere(project, new Set(there))) {
    const layers = hidden.get(was)
    if (layers) hidden.set(is, layers)
  }
  return {
    hides: (path, layer) => hidden.get(path)?.has(ownerOf(layer)) ?? false,
    articles: new Set(hidden.keys()),
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
