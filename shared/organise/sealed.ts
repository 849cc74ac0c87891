import type { Project } from '../project/project.ts'
import { sealedArticles } from './sealsThatCount.ts'

/** Which layers somebody isn't shown, because they are sealed. Nothing is encrypted: whoever opens the files reads them. */
export interface Sealed {
  /** Whether the layer of an annotator (gold made by them, too) isn't to be shown, counted or compared. `path` is inside the workspace, with `/`. */
  hides(path: string, layer: string): boolean
  /** The articles in which something may be hidden. */
  readonly articles: ReadonlySet<string>
}

/** A project's sealed codings, as far as they matter here. */
export interface SealedProject extends Pick<Project, 'rounds' | 'seals'> {
  /** False where the project can't be read, and no round of it is known from before. */
  readonly isKnown?: boolean
}

const nothing: Sealed = { hides: () => false, articles: new Set() }

/**
 * Which layers `person` may not see: in each article of a sealed coding, the layers of all its
 * annotators but their own, until every one of them has sealed theirs. Somebody who isn't one of
 * them, and a command line, which is nobody (null), see none of them either: a figure told on is seen.
 * Who works on their gold layer is the same person. Where nobody can know what is sealed, all that others made is.
 *
 * Whether an annotator is done is known by the seal that is recorded then; a status alone, which
 * no hash comes with, opens nothing. Take it anew whenever the project or the person has changed.
 */
export function sealedFor({ rounds, seals, isKnown = true }: SealedProject, person: string | null): Sealed {
  const hidden = new Map<string, Set<string>>()
  const self = person === null ? null : ownerOf(person)
  if (!isKnown) return { hides: (_, layer) => ownerOf(layer) !== self, articles: new Set() }
  for (const round of rounds) {
    if (round.opened !== undefined) continue
    for (const { article, isOpen } of sealedArticles(round, seals)) {
      if (isOpen) continue
      const layers = hidden.get(article) ?? new Set<string>()
      for (const annotator of round.annotators) if (annotator !== self) layers.add(annotator)
      hidden.set(article, layers)
    }
  }
  if (hidden.size === 0) return nothing
  return {
    hides: (path, layer) => hidden.get(path)?.has(ownerOf(layer)) ?? false,
    articles: new Set(hidden.keys()),
  }
}

/** Whose work a layer is: of `gold-alice`, Alice's. */
function ownerOf(layer: string): string {
  return layer.startsWith('gold-') ? layer.slice('gold-'.length) : layer
}
