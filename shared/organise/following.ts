import type { Round } from '../project/organised.ts'
import type { Project } from '../project/project.ts'
import { type ProjectEdit, partsOfProjectEdit, type SingleProjectEdit } from '../project/projectEdit.ts'
import { annotatorsByArticle, assignEdit, unassignEdit } from './divide.ts'
import { movedArticles } from './progress.ts'
import { sealedArticles } from './sealsThatCount.ts'

/** What a project says of articles by their paths. */
export type ByPath = Pick<Project, 'assignments' | 'rounds' | 'seals'>

/** The articles that assignments and sealed codings name, and that aren't there, sorted: renamed, moved, or taken away. */
export function goneArticles(project: Omit<ByPath, 'seals'>, there: ReadonlySet<string>): string[] {
  return [...namedIn(project)].filter(article => !there.has(article)).sort()
}

/** Where those that are gone seem to be now; see `movedArticles`. */
export function goneWhere(project: Omit<ByPath, 'seals'>, there: ReadonlySet<string>): Map<string, string> {
  const gone = goneArticles(project, there)
  if (gone.length === 0) return new Map()
  const named = namedIn(project)
  return movedArticles(
    gone,
    [...there].filter(path => !named.has(path)),
  )
}

/** The articles that assignments and sealed codings name. */
export function namedIn({ assignments, rounds }: Omit<ByPath, 'seals'>): Set<string> {
  return new Set([...assignments.map(({ article }) => article), ...rounds.flatMap(({ articles }) => articles)])
}

/**
 * The edit by which all that a project says of articles follows them to where they are now (`moved`: from
 * the old path to the new one): assignments, sealed codings, and seals, which stay as they were made. Null where it says nothing of them.
 */
export function followEdit(project: ByPath, moved: ReadonlyMap<string, string>): ProjectEdit | null {
  const here = (article: string) => moved.get(article) ?? article
  const old = project.assignments.filter(({ article }) => moved.has(article))
  const shares = [...annotatorsByArticle(old)].map(([article, annotators]) => ({ article: here(article), annotators }))
  const rounds = project.rounds.filter(({ articles }) => articles.some(article => moved.has(article)))
  const seals = project.seals.filter(({ article }) => moved.has(article))
  const edits: SingleProjectEdit[] = [
    ...partsOfProjectEdit(assignEdit(shares)),
    ...partsOfProjectEdit(unassignEdit(old)),
    ...rounds.map(({ id, articles }) => {
      const fields = { articles: [...new Set(articles.map(here))] }
      return { kind: 'set' as const, of: 'rounds' as const, id, fields }
    }),
    ...seals.map(({ id, article }) => {
      return { kind: 'set' as const, of: 'seals' as const, id, fields: { article: here(article) } }
    }),
  ]
  return edits.length === 0 ? null : { kind: 'all', edits }
}

/** Of articles that are gone those that may be forgotten: not those of which something is sealed still, for they may lie here under another name. */
export function forgettable(project: Pick<ByPath, 'rounds' | 'seals'>, gone: readonly string[]): string[] {
  const sealed = new Set(project.rounds.flatMap(round => sealedIn(round, project.seals)))
  return gone.filter(article => !sealed.has(article))
}

/** The articles of a coding that aren't open yet. */
function sealedIn(round: Round, seals: ByPath['seals']): string[] {
  return sealedArticles(round, seals).flatMap(({ article, isOpen }) => (isOpen ? [] : [article]))
}

/** The edit that forgets a coding, with its seals; null while anything of it is hidden: somebody has to open it first, and that is recorded. */
export function forgetRoundEdit({ seals }: Pick<ByPath, 'seals'>, round: Round): ProjectEdit | null {
  if (sealedIn(round, seals).length > 0) return null
  const own = seals.filter(seal => seal.round === round.id)
  return {
    kind: 'all',
    edits: [
      { kind: 'drop', of: 'rounds', id: round.id },
      ...own.map(({ id }) => ({ kind: 'drop' as const, of: 'seals' as const, id })),
    ],
  }
}

/**
 * The edit that forgets articles that are gone, as far as they may be: who was to annotate them, and that they were in a sealed coding. A coding that
 * would be of nothing goes with it; seals stay, since they prove what was sealed.
 */
export function forgetEdit(project: ByPath, those: ReadonlySet<string>): ProjectEdit {
  const gone = new Set(forgettable(project, [...those]))
  const assigned = project.assignments.filter(({ article }) => gone.has(article))
  const edits = [...partsOfProjectEdit(unassignEdit(assigned))]
  for (const { id, articles } of project.rounds) {
    const left = articles.filter(article => !gone.has(article))
    if (left.length === articles.length) continue
    if (left.length === 0) edits.push({ kind: 'drop', of: 'rounds', id })
    else edits.push({ kind: 'set', of: 'rounds', id, fields: { articles: left } })
  }
  return { kind: 'all', edits }
}
