import { words as en } from '../shared/words/words.ts'
import { useValue } from './commands/useWorkbench.ts'
import type { DrawerTab } from './drawer/tabs.ts'
import { ProblemsPane } from './findings/ProblemsPane.tsx'

/** What the pane below can show, in the order of its tabs. */
export const drawerTabs: readonly DrawerTab[] = [
  {
    id: 'problems',
    title: en.findings.title,
    useCount: desk => {
      useValue(desk.findings, state => state.version)
      return useValue(desk.findings, state => state.isWhole) ? desk.findings.counts().all : null
    },
    component: ProblemsPane,
  },
]
