import { words as en } from '../shared/words/words.ts'
import { useLate, useValue } from './commands/useWorkbench.ts'
import type { DrawerTab } from './drawer/tabs.ts'
import { panes } from './laterScreens.ts'
import type { Desk } from './state/desk.ts'
import { waitingCopies } from './state/merging.ts'

/** What waits to be decided; while that isn't known, the copies that wait. */
function useMergeCount(desk: Desk): number | null {
  const contradictions = useValue(desk.merging, state => state.contradictions.length)
  const isGit = useValue(desk.merging, state => state.isGit)
  const ticket = useValue(desk.reading, state => state.article?.ticket ?? '')
  const copies = useValue(desk.workspace, state => state.rows.get(ticket)?.copies)
  const disputes = useValue(desk.disputes, state => state.disputes.length - state.seen.size)
  return contradictions + disputes || waitingCopies(copies).length + Number(isGit) || null
}

/** What the pane below can show, in the order of its tabs. */
export const drawerTabs: readonly DrawerTab[] = [
  {
    id: 'problems',
    get title() {
      return en.findings.title
    },
    useCount: desk => {
      useLate(desk.findings, state => state.version)
      return useLate(desk.findings, state => state.isWhole) ? desk.findings.counts().all : null
    },
    component: panes.problems.component,
  },
  {
    id: 'search',
    get title() {
      return en.search.title
    },
    useCount: desk => {
      useValue(desk.searching, state => state.version)
      const isEmpty = useValue(desk.searching, state => state.phase === 'empty')
      return isEmpty ? null : desk.searching.getState().found.count
    },
    component: panes.search.component,
  },
  {
    id: 'placing',
    get title() {
      return en.placing.title
    },
    useCount: desk => {
      useLate(desk.placing, state => state.version)
      return desk.placing.list().length || null
    },
    component: panes.placing.component,
  },
  {
    id: 'history',
    get title() {
      return en.history.title
    },
    useCount: () => null,
    component: panes.history.component,
  },
  {
    id: 'review',
    get title() {
      return en.deciding.title
    },
    useCount: desk => {
      useValue(desk.reviewing, state => state.version)
      const isHidden = useValue(desk.reviewView, state => state.isBlind)
      const isBegun = useValue(desk.reviewing, state => state.phase !== 'off')
      const { total, decided } = desk.reviewing.counts()
      return isBegun && !isHidden ? total - decided : null
    },
    component: panes.review.component,
  },
  {
    id: 'merge',
    get title() {
      return en.merging.title
    },
    useCount: desk => useMergeCount(desk),
    component: panes.merge.component,
  },
  {
    id: 'discussion',
    get title() {
      return en.discussion.title
    },
    useCount: desk => {
      useLate(desk.discussing, state => state.version)
      return desk.discussing.threads().filter(({ state }) => state === 'open').length || null
    },
    component: panes.discussion.component,
  },
]
