import type { Assignment } from '../project/organised.ts'
import { annotatorsByArticle } from './divide.ts'

/** How far one annotator's layer of one article is; null without a layer. */
export type LayerStatus = 'in-progress' | 'done' | 'adjudicated' | null

/** How much of what somebody is to annotate is begun and done. `begun` counts what is done too; `double` and `doubleDone` what others are to annotate too. */
export interface Progress {
  readonly assigned: number
  readonly begun: number
  readonly done: number
  readonly double: number
  readonly doubleDone: number
}

export interface TeamProgress {
  /** By annotator, sorted by id: all who are to annotate something. */
  readonly people: readonly (Progress & { readonly annotator: string })[]
  /** Articles of the workspace; of these those that somebody, and that two or more, are to annotate. */
  readonly articles: number
  readonly assigned: number
  readonly double: number
  /** Of those that two or more are to annotate: those that at least two have done. */
  readonly doubleDone: number
  /** Articles that assignments name and that aren't there, sorted: renamed, or taken away. */
  readonly gone: readonly string[]
}

/** How far everybody is. `articles` are the paths that the workspace has. */
export function progressOf(
  articles: Iterable<string>,
  assignments: Iterable<Pick<Assignment, 'article' | 'annotator'>>,
  statusOf: (article: string, annotator: string) => LayerStatus,
): TeamProgress {
  const there = new Set(articles)
  const people = new Map<string, Progress>()
  const gone: string[] = []
  let assigned = 0
  let double = 0
  let doubleDone = 0
  for (const [article, annotators] of annotatorsByArticle(assignments)) {
    if (!there.has(article)) {
      gone.push(article)
      continue
    }
    assigned++
    let finished = 0
    for (const annotator of annotators) {
      const status = statusOf(article, annotator)
      const isDone = status === 'done' || status === 'adjudicated'
      const known = people.get(annotator) ?? { assigned: 0, begun: 0, done: 0, double: 0, doubleDone: 0 }
      const isDouble = annotators.length > 1
      people.set(annotator, {
        assigned: known.assigned + 1,
        begun: known.begun + (status === null ? 0 : 1),
        done: known.done + (isDone ? 1 : 0),
        double: known.double + (isDouble ? 1 : 0),
        doubleDone: known.doubleDone + (isDouble && isDone ? 1 : 0),
      })
      if (isDone) finished++
    }
    if (annotators.length > 1) double++
    if (finished > 1) doubleDone++
  }
  return {
    people: [...people]
      .map(([annotator, one]) => ({ annotator, ...one }))
      .sort((a, b) => (a.annotator < b.annotator ? -1 : 1)),
    ...{ articles: there.size, assigned, double, doubleDone, gone: gone.sort() },
  }
}

/**
 * Where articles that were renamed or moved are now: one that is gone and one that nobody is to
 * annotate, of the same name in another folder, where neither name stands for a second one.
 */
export function movedArticles(gone: readonly string[], free: Iterable<string>): Map<string, string> {
  const byName = (paths: Iterable<string>) => {
    const found = new Map<string, string[]>()
    for (const path of paths) {
      const those = found.get(nameOf(path))
      if (those) those.push(path)
      else found.set(nameOf(path), [path])
    }
    return found
  }
  const there = byName(free)
  const moved = new Map<string, string>()
  for (const [name, was] of byName(gone)) {
    const is = there.get(name)
    if (was.length === 1 && is?.length === 1) moved.set(was[0]!, is[0]!)
  }
  return moved
}

/** An article's name without its folders. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
