import { type KeyboardEvent, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { closeDrawer, showDrawer } from '../commands/panes.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { DRAWER_LEAST, drawerMost } from '../state/panes.ts'
import { stepOf } from '../ui/onwards.ts'
import { Splitter } from '../ui/Splitter.tsx'
import type { DrawerTab } from './tabs.ts'
import './drawer.css'

/** The pane below the text: tabs, and what the chosen one shows. It takes no more room than the text can spare. */
export function Drawer({ tabs }: { tabs: readonly DrawerTab[] }) {
  const { desk } = useWorkbench()
  const settings = useValue(desk.settings, state => state)
  const height = useValue(desk.panes, state => state.height)
  const [moving, setMoving] = useState<number | null>(null)
  const tab = tabs.find(one => one.id === settings.drawer)
  if (!tab) return null

  const most = drawerMost({ height }, settings)
  const size = Math.max(DRAWER_LEAST, Math.min(most, moving ?? settings.drawerHeights[tab.id]))
  const Content = tab.component
  return (
    <section
      id="drawer"
      className="pane drawer"
      tabIndex={-1}
      aria-label={en.panes.drawer}
      style={{ blockSize: size }}
      onFocus={() => desk.panes.focus('drawer')}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) desk.stage.page?.focus()
      }}
    >
      <Splitter
        label={en.panes.drawerHeight}
        controls="drawer"
        size={size}
        least={DRAWER_LEAST}
        most={most}
        pane="below"
        onMove={setMoving}
        onRest={height => {
          setMoving(null)
          desk.settings.change({ drawerHeights: { ...settings.drawerHeights, [tab.id]: height } })
        }}
      />
      <header>
        <Tabs tabs={tabs} shown={tab} />
        <Close />
      </header>
      <div id="drawer-content" role="tabpanel" aria-labelledby={`drawer-${tab.id}`} className="content">
        <Content />
      </div>
    </section>
  )
}

function Tabs({ tabs, shown }: { tabs: readonly DrawerTab[]; shown: DrawerTab }) {
  const { desk } = useWorkbench()

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = stepOf(event.key, event.currentTarget)
    if (by === 0 || tabs.length < 2) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length]!
    showDrawer(desk, next.id)
    document.getElementById(`drawer-${next.id}`)?.focus()
  }

  return (
    <div role="tablist" tabIndex={-1} aria-label={en.panes.drawerTabs} className="tabs" onKeyDown={onKeyDown}>
      {tabs.map(tab => (
        <Tab key={tab.id} tab={tab} isShown={tab === shown} />
      ))}
    </div>
  )
}

function Tab({ tab: { id, title, useCount }, isShown }: { tab: DrawerTab; isShown: boolean }) {
  const { desk } = useWorkbench()
  const count = useCount(desk)
  return (
    <button
      id={`drawer-${id}`}
      type="button"
      role="tab"
      aria-selected={isShown}
      aria-controls={isShown ? 'drawer-content' : undefined}
      tabIndex={isShown ? 0 : -1}
      onClick={() => showDrawer(desk, id)}
    >
      {title} {count !== null && <span className="count">{en.number(count)}</span>}
    </button>
  )
}

function Close() {
  const { desk } = useWorkbench()
  const keys = useKey('view.drawer')
  return (
    <button
      type="button"
      className="close"
      aria-label={en.panes.closeDrawer}
      title={`${en.panes.closeDrawer} (${keys})`}
      onClick={() => closeDrawer(desk)}
    >
      {en.close}
    </button>
  )
}
