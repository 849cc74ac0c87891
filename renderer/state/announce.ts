import type { Circumstance } from '../../shared/commands/commands.ts'
import { circumstancesOn, type Desk } from './desk.ts'

/** How long circumstances must hold before the native menu hears of them. */
const MENU_PAUSE_MS = 120

/** Tells the native menu what can be done, whenever that changes. */
export function announceCircumstances(desk: Desk): () => void {
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(tell, MENU_PAUSE_MS)
  }
  function tell(): void {
    const holding: Circumstance[] = [...circumstancesOn(desk)]
    const spelled = holding.join(' ')
    if (spelled === told) return
    told = spelled
    desk.ask('menu.show', holding).catch(desk.fail)
  }

  const heard = [desk.reading, desk.workspace, desk.panes, desk.workingOn]
  const stops = heard.map(store => store.subscribe(later))
  later()
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
