import { createStore } from 'zustand/vanilla'
import type { LookedAtLayer } from '../../shared/contract/organising.ts'
import { annotatorsByArticle } from '../../shared/organise/divide.ts'
import {
  followEdit,
  forgetEdit,
  forgetRoundEdit,
  forgettable,
  goneArticles,
  goneWhere,
} from '../../shared/organise/following.ts'
import { progressOf, type TeamProgress } from '../../shared/organise/progress.ts'
import { type Proof, proofsOf } from '../../shared/organise/proof.ts'
import { type Sealed, sealedFor } from '../../shared/organise/sealed.ts'
import { sealedArticles } from '../../shared/organise/sealsThatCount.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Round } from '../../shared/project/organised.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { ProjectStore } from './project.ts'
import type { WorkspaceStore } from './workspace.ts'

export const organiseParts = ['progress', 'divide', 'articles', 'sealed', 'planner'] as const
export type OrganisePart = (typeof organiseParts)[number]

export interface Organising {
  readonly part: OrganisePart
  /** How far layers are, by the article's path and the annotator's id, with a space between. */
  readonly looks: ReadonlyMap<string, LookedAtLayer>
  readonly isLooking: boolean
  readonly problem: ProblemNotice | null
}

interface Needs {
  readonly ask: Ask
  readonly workspace: WorkspaceStore
  readonly project: ProjectStore
  /** The id of who sits here. */
  readonly me: () => string | null
}

/** Who annotates what, how far everybody is, and what is sealed. */
export function makeOrganising({ ask, workspace, project, me }: Needs) {
  const store = createStore<Organising>(() => ({
    ...{ part: 'progress', looks: new Map(), isLooking: false, problem: null },
  }))
  const { getState, setState } = store
  /** What is sealed, by the project, the person and the rows that it was found by. */
  let last: {
    readonly version: number
    readonly person: string | null
    readonly rows: unknown
    readonly where: string
    readonly sealed: Sealed
  } | null = null
  /** What was sealed and opened when that was asked last. */
  let sealedBefore = ''

  function sealed(): Sealed {
    const { version, project: now, problem, around } = project.getState()
    const { rows } = workspace.getState()
    const person = me()
    const isSaid = last?.version === version && last.person === person
    if (last && isSaid && (last.rows === rows || (now.rounds.length === 0 && around.length === 0))) return last.sealed
    const { rounds, seals, assignments } = now
    const there = paths()
    const found = sealedFor(
      { rounds, seals, assignments, isKnown: problem === null || rounds.length > 0, around },
      person,
      there,
    )
    const where = found.articles.size === 0 ? '' : JSON.stringify([goneArticles(now, there), ...found.articles])
    // The same as long as nothing was moved.
    last = { version, person, rows, where, sealed: last && isSaid && last.where === where ? last.sealed : found }
    return last.sealed
  }

  /** The paths of all that could be an article. */
  function paths(): ReadonlySet<string> {
    return new Set([...workspace.getState().rows.values()].map(({ path }) => path))
  }

  /** Tickets by path of the articles that can be opened. */
  function tickets(): Map<string, string> {
    const { rows } = workspace.getState()
    return new Map([...rows.values()].filter(({ problem }) => problem === null).map(row => [row.path, row.ticket]))
  }

  function lookOf(article: string, annotator: string): LookedAtLayer | undefined {
    return getState().looks.get(`${article} ${annotator}`)
  }

  /** What the project says of who annotates each article, and of what is sealed of it. */
  let lookedAt: ReadonlyMap<string, string> = new Map()
  function saidByArticle(): Map<string, string> {
    const { assignments, rounds, seals } = project.getState().project
    const said = new Map<string, string>()
    const say = (article: string, what: string) => said.set(article, `${said.get(article) ?? ''} ${what}`)
    for (const { article, annotator } of assignments) say(article, annotator)
    for (const { id, articles } of rounds) for (const article of articles) say(article, id)
    for (const { article, id } of seals) if (said.has(article)) say(article, id)
    return said
  }

  return {
    ...store,
    sealed,
    show: (part: OrganisePart) => setState({ part }),
    /** The articles that whoever sits here is to annotate, by path. */
    mine(): ReadonlySet<string> {
      const person = me()
      const { assignments } = project.getState().project
      return new Set(assignments.flatMap(({ article, annotator }) => (annotator === person ? [article] : [])))
    },
    /** How many articles here are sealed by workspaces that this one lies in. */
    sealedAround(): number {
      const there = paths()
      const around = project.getState().around.map(one => sealedFor(one, me(), there))
      return [...there].filter(path => around.some(({ articles }) => articles.has(path))).length
    },
    /** Whether other layers are sealed than when this was asked last. */
    isSealedAnew(): boolean {
      const now = [...sealed().articles].join('\n')
      const isAnew = now !== sealedBefore
      sealedBefore = now
      return isAnew
    },
    /** Looks at the layers of all articles that somebody is to annotate; or of those alone of which the project says something else than when they were looked at last. */
    async look(onlyOther = false): Promise<void> {
      const { ticket } = workspace.getState()
      if (ticket === null) return
      const there = tickets()
      const said = saidByArticle()
      const wanted = [...said].filter(([path, now]) => there.has(path) && !(onlyOther && lookedAt.get(path) === now))
      lookedAt = said
      if (onlyOther && wanted.length === 0) return
      const articles = wanted.map(([path]) => there.get(path)!)
      setState({ isLooking: true, problem: null })
      try {
        const looks = JSON.parse(await ask('organise.look', { workspace: ticket, articles })) as LookedAtLayer[]
        const { rows } = workspace.getState()
        const anew = new Set(wanted.map(([path]) => path))
        const kept = onlyOther
          ? [...getState().looks].filter(([key]) => !anew.has(key.slice(0, key.lastIndexOf(' '))))
          : []
        const found = looks.map(one => [`${rows.get(one.article)?.path} ${one.annotator}`, one] as const)
        setState({ looks: new Map([...kept, ...found]) })
      } catch (error) {
        lookedAt = new Map()
        setState({ problem: asNotice(error, 'cannot-read') })
      } finally {
        setState({ isLooking: false })
      }
    },
    progress(): TeamProgress {
      const { assignments } = project.getState().project
      return progressOf(
        tickets().keys(),
        assignments,
        (article, annotator) => lookOf(article, annotator)?.status ?? null,
      )
    },
    /** Articles that the project names and that aren't there, with where those are that were moved. */
    gone(): { readonly gone: readonly string[]; readonly moved: ReadonlyMap<string, string> } {
      const now = project.getState().project
      return { gone: goneArticles(now, paths()), moved: goneWhere(now, paths()) }
    },
    /** The edit by which all that the project says of articles that were moved follows them. */
    following(moved: ReadonlyMap<string, string>): ProjectEdit | null {
      return followEdit(project.getState().project, moved)
    },
    /** Of articles that are gone those that may be forgotten. */
    forgettable(gone: readonly string[]): string[] {
      return forgettable(project.getState().project, gone)
    },
    /** The edit that forgets articles that are gone. */
    forgettingArticles(gone: readonly string[]): ProjectEdit {
      return forgetEdit(project.getState().project, new Set(gone))
    },
    proofs(round: Round): Proof[] {
      return proofsOf(round, project.getState().project.seals, lookOf)
    },
    /** Articles that two or more are to annotate and that no coding has sealed, by who they are. */
    sealable(): Map<string, { readonly annotators: readonly string[]; readonly articles: readonly string[] }> {
      const { assignments, rounds } = project.getState().project
      const inOne = new Set(rounds.flatMap(({ articles }) => articles))
      const there = tickets()
      const teams = new Map<string, { annotators: readonly string[]; articles: string[] }>()
      for (const [article, annotators] of annotatorsByArticle(assignments)) {
        if (annotators.length < 2 || inOne.has(article) || !there.has(article)) continue
        const key = annotators.join(' ')
        const team = teams.get(key)
        if (team) team.articles.push(article)
        else teams.set(key, { annotators, articles: [article] })
      }
      return teams
    },
    /** Of some articles those that somebody has begun, as the list knows it. */
    begunAmong(articles: Iterable<string>): number {
      const wanted = new Set(articles)
      return [...workspace.getState().rows.values()].filter(
        ({ path, known }) => wanted.has(path) && (known?.layers.length ?? 0) > 0,
      ).length
    },
    /** The edit that forgets a coding, with its seals; null while anything of it is hidden. */
    forgetting(round: Round): ProjectEdit | null {
      return forgetRoundEdit(project.getState().project, round)
    },
    openIn(round: Round): number {
      return sealedArticles(round, project.getState().project.seals).filter(({ isOpen }) => isOpen).length
    },
    /** Seals the person's layers that are done and aren't sealed as they are; resolves to how many were. */
    async sealMine(round: Round): Promise<number> {
      const { ticket } = workspace.getState()
      const there = tickets()
      if (ticket === null) return 0
      const articles = round.articles.flatMap(path => there.get(path) ?? [])
      return ask('organise.seal', { workspace: ticket, articles })
    },
  }
}

export type OrganisingStore = ReturnType<typeof makeOrganising>
