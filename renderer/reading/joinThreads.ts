import { isSame } from '../../shared/json/isSame.ts'
import { words as en } from '../../shared/words/words.ts'
import { aboutThread } from '../commands/aboutThread.ts'
import { goToThread } from '../commands/discussActions.ts'
import { showDrawer } from '../commands/panes.ts'
import type { Desk } from '../state/desk.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import type { Page } from './page/Page.ts'
import type { ThreadPlace } from './page/threadSigns.ts'

/** Keeps the signs in the margin where conversations begin in step with what is said, until it is left. */
export function joinThreads(page: Pick<Page, 'setThreads'>, article: OpenArticle, desk: Desk): () => void {
  const { discussing, reading } = desk

  let shown: readonly ThreadPlace[] = []

  function show(): void {
    if (reading.getState().article !== article) return
    const places = discussing.threads().flatMap(thread => {
      const { span } = aboutThread(desk, thread)
      return span ? [{ key: thread.key, offset: span.start, isOpen: thread.state === 'open' }] : []
    })
    // Most edits move none of them, and the margin stays as it is drawn.
    if (isSame(places, shown)) return
    shown = places
    page.setThreads({
      places,
      titleOf: en.discussion.sign,
      chosen(keys) {
        const { current } = discussing.getState()
        // Pressed again, the sign of several leads from one to the next.
        const next = keys[(keys.indexOf(current ?? '') + 1) % keys.length]
        const thread = discussing.threads().find(({ key }) => key === next)
        if (!thread) return
        discussing.filter('all')
        showDrawer(desk, 'discussion')
        goToThread(desk, thread)
      },
    })
  }

  show()
  const stops = [
    discussing.subscribe(({ version }, before) => {
      if (version !== before.version) show()
    }),
    reading.subscribe(({ version }, before) => {
      if (version !== before.version) show()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
