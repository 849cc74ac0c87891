import { type ReactNode, useEffect, useRef, useState } from 'react'
import { words as en } from '../shared/words/words.ts'
import { ArticleList } from './articles/ArticleList.tsx'
import { useValue, useWorkbench } from './commands/useWorkbench.ts'
import { Drawer } from './drawer/Drawer.tsx'
import { drawerTabs } from './drawerTabs.ts'
import { Inspector } from './inspector/Inspector.tsx'
import { caseCard } from './laterScreens.ts'
import { LinkingBar } from './linking/LinkingBar.tsx'
import { ReadingScreen } from './reading/ReadingScreen.tsx'
import { layOut, type Show } from './state/panes.ts'
import { StatusLine } from './status/StatusLine.tsx'
import { Splitter } from './ui/Splitter.tsx'
import './workspaceScreen.css'

const widths = { articles: { least: 200, most: 520 }, inspector: { least: 260, most: 560 } } as const

/** Articles, the text, the inspector, and the line below them. */
export function WorkspaceScreen() {
  const { desk } = useWorkbench()
  const settings = useValue(desk.settings, state => state)
  const width = useValue(desk.panes, state => state.width)
  const over = useValue(desk.panes, state => state.over)
  const isDeciding = useValue(desk.panes, state => state.isDeciding)
  const layout = layOut({ width, over, isDeciding }, settings)
  useCaseShown(layout.inspector)

  return (
    <div className="workspace">
      <div className="panes">
        <SidePane name="articles" show={layout.articles}>
          <ArticleList />
        </SidePane>
        <div className="middle">
          <main
            id="article"
            className="pane article"
            aria-label={en.panes.article}
            onFocus={() => desk.panes.focus('article')}
            onBlur={() => desk.panes.focus(null)}
          >
            <ReadingScreen />
            <LinkingBar />
          </main>
          <Drawer tabs={drawerTabs} />
        </div>
        <SidePane name="inspector" show={layout.inspector}>
          <Inspected />
        </SidePane>
      </div>
      <StatusLine />
    </div>
  )
}

/** A case that comes to hand is shown: the text gives way to its pane, or it lies over the text where there is no room. */
function useCaseShown(inspector: Show): void {
  const { desk } = useWorkbench()
  const isDeciding = useDeciding()
  const current = useValue(desk.reviewing, state => state.current)
  const isWanted = useValue(desk.settings, state => state.inspector)
  useEffect(() => desk.panes.decide(isDeciding), [desk, isDeciding])
  const shown = useRef(inspector)
  shown.current = inspector
  // biome-ignore lint/correctness/useExhaustiveDependencies: each case that comes to hand is shown once; who sends it away isn't contradicted
  useEffect(() => {
    if (!isDeciding || !isWanted) return
    const frame = requestAnimationFrame(() => shown.current === 'away' && desk.panes.layOver('inspector'))
    return () => cancelAnimationFrame(frame)
  }, [desk, isDeciding, isWanted, current])
}

function useDeciding(): boolean {
  const { desk } = useWorkbench()
  const isReviewing = useValue(desk.settings, state => state.drawer === 'review')
  const isAtHand = useValue(desk.reviewing, state => state.current !== null && !state.isChanging)
  return isReviewing && isAtHand
}

/** The case at hand while what layers say differently is decided; else the annotation. */
function Inspected() {
  return useDeciding() ? <CaseCard /> : <Inspector />
}
const CaseCard = caseCard.component

interface SideProps {
  readonly name: 'articles' | 'inspector'
  readonly show: Show
  readonly children: ReactNode
}

/** A pane beside the text, with the line that sets its width; where there is no room it lies over the text and goes when it is left. */
function SidePane({ name, show, children }: SideProps) {
  const { desk } = useWorkbench()
  const kept = useValue(desk.settings, state => state[`${name}Width`])
  const [moving, setMoving] = useState<number | null>(null)
  if (show === 'away') return null
  const { least, most } = widths[name]
  const width = Math.max(least, Math.min(most, moving ?? kept))

  const splitter = show === 'beside' && (
    <Splitter
      label={en.panes[`${name}Width`]}
      controls={name}
      size={width}
      least={least}
      most={most}
      pane={name === 'articles' ? 'before' : 'after'}
      onMove={setMoving}
      onRest={rested => {
        setMoving(null)
        desk.settings.change({ [`${name}Width`]: rested })
      }}
    />
  )
  return (
    <aside
      id={name}
      className={`pane ${name} ${show}`}
      aria-label={en.panes[name]}
      style={{ inlineSize: width }}
      onFocus={() => desk.panes.focus(name)}
      onBlur={event => {
        const left = event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)
        if (left && show === 'over') desk.panes.layOver(null)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        desk.panes.layOver(null)
        desk.stage.page?.focus()
      }}
    >
      {children}
      {splitter}
    </aside>
  )
}
