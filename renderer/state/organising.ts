import { createStore } from 'zustand/vanilla'
import type { LookedAtLayer } from '../../shared/contract/organising.ts'
import { annotatorsByArticle } from '../../shared/organise/divide.ts'
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
  let last: { readonly version: number; readonly person: string | null; readonly sealed: Sealed } | null = null
  /** What was sealed and opened when that was asked last. */
  let sealedBefore = ''

  function sealed(): Sealed {
    const { version, project: now, problem } = project.getState()
    const person = me()
    if (last?.version !== version || last.person !== person) {
      const { rounds, seals } = now
      last = {
        version,
        person,
        sealed: sealedFor({ rounds, seals, isKnown: problem === null || rounds.length > 0 }, person),
      }
    }
    return last.sealed
  }

  /** Tickets by path of the articles that can be opened. */
  function tickets(): Map<string, string> {
    const { rows } = workspace.getState()
    return new Map([...rows.values()].filter(({ problem }) => problem === null).map(row => [row.path, row.ticket]))
  }

  function lookOf(article: string, annotator: string): LookedAtLayer | undefined {
    return getState().looks.get(`${article} ${annotator}`)
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
    /** Whether other layers are sealed than when this was asked last. */
    isSealedAnew(): boolean {
      const now = [...sealed().articles].join('\n')
      const isAnew = now !== sealedBefore
      sealedBefore = now
      return isAnew
    },
    /** Looks at the layers of all articles that somebody is to annotate. */
    async look(): Promise<void> {
      const { ticket } = workspace.getState()
      if (ticket === null) return
      const { assignments, rounds } = project.getState().project
      const paths = new Set([
        ...assignments.map(({ article }) => article),
        ...rounds.flatMap(({ articles }) => articles),
      ])
      const there = tickets()
      const articles = [...paths].flatMap(path => there.get(path) ?? [])
      setState({ isLooking: true, problem: null })
      try {
        const looks = JSON.parse(await ask('organise.look', { workspace: ticket, articles })) as LookedAtLayer[]
        const { rows } = workspace.getState()
        setState({ looks: new Map(looks.map(one => [`${rows.get(one.article)?.path} ${one.annotator}`, one])) })
      } catch (error) {
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
    /** The edit that forgets a coding, with its seals. */
    forgetting(round: Round): ProjectEdit {
      const seals = project.getState().project.seals.filter(seal => seal.round === round.id)
      return {
        kind: 'all',
        edits: [
          { kind: 'drop', of: 'rounds', id: round.id },
          ...seals.map(({ id }) => ({ kind: 'drop' as const, of: 'seals' as const, id })),
        ],
      }
    },
    openIn(round: Round): number {
      return sealedArticles(round, project.getState().project.seals).filter(({ isOpen }) => isOpen).length
    },
    /** Seals the person's layers that are done and aren't sealed yet; resolves to how many were. */
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
