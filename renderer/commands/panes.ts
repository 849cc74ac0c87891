import type { Desk } from '../state/desk.ts'

const order = ['articles', 'article', 'inspector'] as const
type Pane = (typeof order)[number]

/** What gets the focus when a person goes to a pane: the first of these that is there. */
const targets: Record<Pane | 'note', readonly string[]> = {
  articles: ['#articles [role="listbox"]', '#articles button', '#articles'],
  article: ['#article [data-page]', '#article button'],
  inspector: ['#inspector .inspected button', '#inspector [role="listbox"]', '#inspector'],
  note: ['#note', '#inspector'],
}

/** Puts the focus into a pane once it is on the screen. */
export function focusPane(pane: Pane | 'note'): void {
  requestAnimationFrame(() => {
    for (const selector of targets[pane]) {
      const element = document.querySelector<HTMLElement>(selector)
      if (!element) continue
      element.focus()
      return
    }
  })
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
