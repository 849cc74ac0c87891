import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { ArticleRow, Copy, Workspace as Opened, Stray } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'

export const orders = ['path', 'title', 'date', 'status', 'count'] as const
export type Order = (typeof orders)[number]
export const statusFilters = ['all', 'mine', 'open', 'done', 'unreadable'] as const
export type StatusFilter = (typeof statusFilters)[number]

/** The open workspace: its articles, and how a person wants to see them. */
export interface Workspace {
  readonly ticket: string | null
  readonly name: string
  readonly sample: boolean
  /** The codebook that holds, as the project says it. */
  readonly codebook: Codebook
  readonly rows: ReadonlyMap<string, ArticleRow>
  readonly strays: readonly Stray[]
  /** What sync services left of the project file. */
  readonly copies: readonly Copy[]
  readonly problems: readonly ProblemNotice[]
  /** How far the index is; null before it begins. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly filter: string
  readonly status: StatusFilter
  readonly order: Order
  /** Paths of the articles that the person is to annotate. */
  readonly mine: ReadonlySet<string>
}

const nothing = {
  ticket: null,
  name: '',
  sample: false,
  rows: new Map<string, ArticleRow>(),
  strays: [],
  copies: [],
  problems: [],
  progress: null,
  filter: '',
  status: 'all',
} as const

/** `codebook` is what holds until a workspace is open. */
export function makeWorkspace({ codebook }: { codebook: Codebook }) {
  const store = createStore<Workspace>(() => ({ ...nothing, codebook, order: 'path', mine: new Set() }))
  const { getState, setState } = store
  const isOurs = ({ workspace }: { workspace: string | null }) => workspace === null || workspace === getState().ticket

  return {
    ...store,
    show({ ticket, name, sample, articles, strays, copies = [], problems }: Opened): void {
      const rows = new Map(articles.map(row => [row.ticket, row]))
      setState({ ...nothing, ticket, name, sample, rows, strays, copies, problems })
    },
    articlesChanged(event: EventOf<'articles.changed'>): void {
      if (!isOurs(event)) return
      const rows = new Map(getState().rows)
      for (const ticket of event.removed) rows.delete(ticket)
      for (const row of event.changed) rows.set(row.ticket, row)
      setState({ rows })
    },
    copiesChanged(event: EventOf<'copies.changed'>): void {
      if (isOurs(event)) setState({ copies: event.copies })
    },
    straysChanged(event: EventOf<'strays.changed'>): void {
      if (isOurs(event)) setState({ strays: event.strays })
    },
    indexed(event: EventOf<'index.progress'>): void {
      if (isOurs(event)) setState({ progress: { done: event.done, total: event.total } })
    },
    troubled(event: EventOf<'workspace.problem'>): void {
      if (isOurs(event)) setState(({ problems }) => ({ problems: [...problems, event.problem] }))
    },
    /** The project has another codebook now. */
    setCodebook(codebook: Codebook): void {
      if (getState().codebook !== codebook) setState({ codebook })
    },
    /** The person has dealt with a conflict copy of an article's file; the desktop tells the same a little later. */
    copySettled(article: string, copy: string): void {
      const row = getState().rows.get(article)
      if (!row?.copies) return
      const copies = row.copies.map(one => (one.ticket === copy ? { ...one, isSettled: true } : one))
      setState(({ rows }) => ({ rows: new Map([...rows, [article, { ...row, copies }]]) }))
    },
    settle(stray: string): void {
      setState(({ strays }) => ({ strays: strays.filter(one => one.ticket !== stray) }))
    },
    setFilter: (filter: string) => setState({ filter }),
    setStatus: (status: StatusFilter) => setState({ status }),
    setOrder: (order: Order) => setState({ order }),
    /** The person is to annotate these. */
    setMine(mine: ReadonlySet<string>): void {
      const { mine: was } = getState()
      if (mine.size !== was.size || [...mine].some(path => !was.has(path))) setState({ mine })
    },
  }
}

export type WorkspaceStore = ReturnType<typeof makeWorkspace>
