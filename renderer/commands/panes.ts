import type { Desk } from '../state/desk.ts'
import type { Drawer } from '../state/panes.ts'

const order = ['articles', 'article', 'drawer', 'inspector'] as const
type Pane = (typeof order)[number]

/** What gets the focus when a person goes to a pane: the first of these that is there. */
const targets: Record<Pane | 'note', readonly string[]> = {
  articles: ['#articles [role="listbox"]', '#articles button', '#articles'],
  article: ['#article [data-page]', '#article button'],
  drawer: ['#drawer [role="tabpanel"] [role="listbox"]', '#drawer [role="tab"][aria-selected="true"]', '#drawer'],
  inspector: ['#inspector .inspected button', '#inspector [role="listbox"]', '#inspector'],
  note: ['#note', '#inspector'],
}

/**
 * Puts the focus into a pane: at once where what it looks for first is on the
 * screen, since a fast typist's next key must already go there; else a frame later.
 */
export function focusPane(pane: keyof typeof targets): void {
  if (focusOneOf(targets[pane].slice(0, 1))) return
  requestAnimationFrame(() => focusOneOf(targets[pane]))
}

function focusOneOf(selectors: readonly string[]): boolean {
  const element = selectors.map(selector => document.querySelector<HTMLElement>(selector)).find(Boolean)
  element?.focus()
  return element !== undefined && element !== null
}

/** Goes from the pane with the focus to the next that is on the screen. */
export function nextPane({ stage }: Desk, by: 1 | -1): void {
  const shown = order.filter(pane => document.getElementById(pane))
  if (shown.length === 0) return
  const here = shown.findIndex(pane => document.getElementById(pane)!.contains(document.activeElement))
  const next = shown[here < 0 ? 0 : (here + by + shown.length) % shown.length]!
  if (next === 'article' && stage.page) stage.page.focus()
  else focusPane(next)
}

/** Shows something in the pane below the text; the focus stays where it is. */
export function showDrawer({ settings, panes }: Desk, drawer: Drawer): void {
  panes.rememberDrawer(drawer)
  if (settings.getState().drawer !== drawer) settings.change({ drawer })
}

/** Closes the pane below the text; the focus doesn't go with it. */
export function closeDrawer({ settings, panes, stage }: Desk): void {
  const { drawer } = settings.getState()
  const hadFocus = document.getElementById('drawer')?.contains(document.activeElement) ?? false
  if (drawer) panes.rememberDrawer(drawer)
  settings.change({ drawer: null })
  if (hadFocus) stage.page?.focus()
}

/** Closes the pane below the text, or opens it with what it showed last and goes there. */
export function toggleDrawer(desk: Desk): void {
  if (desk.settings.getState().drawer) closeDrawer(desk)
  else {
    showDrawer(desk, desk.panes.getState().lastDrawer)
    focusPane('drawer')
  }
}

/** So many frames a screen may take to come whose code is still on its way. */
const MOST_FRAMES = 120

/** At once where it is on the screen; a pane that was opened just now is there a frame or more later. */
export function whenThere(id: string, act: (element: HTMLElement) => void, frames = MOST_FRAMES): void {
  const element = document.getElementById(id)
  if (element) act(element)
  else if (frames > 0) requestAnimationFrame(() => whenThere(id, act, frames - 1))
}
