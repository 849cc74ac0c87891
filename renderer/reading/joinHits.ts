import type { Desk } from '../state/desk.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import type { PagePort } from '../state/pagePort.ts'

/**
 * Keeps what was searched for painted on a page while the search is open, and the places that an annotation may have
 * while those are decided, until the function that it returns is called.
 * Nothing is painted where other words stand by now.
 */
export function joinHits(page: Pick<PagePort, 'setHits'>, article: OpenArticle, desk: Desk): () => void {
  const { searching, settings, placing } = desk
  const nothing = { found: null, count: 0, spans: [], indexes: [] } as const
  let painted: {
    readonly found: unknown
    readonly count: number
    readonly spans: readonly { readonly start: number; readonly end: number }[]
    readonly indexes: readonly number[]
  } = nothing
  let current: number | null = null

  function paint(): void {
    const before = painted
    if (settings.getState().drawer === 'placing') {
      const { spans, current: shown } = placing.preview()
      if (spans === before.spans && shown === current) return
      painted = { ...nothing, spans }
      current = shown
      page.setHits(spans, shown)
      return
    }
    const { found, current: index } = searching.getState()
    const group = found.list.groupOf(article.ticket)
    if (settings.getState().drawer !== 'search' || !group) painted = nothing
    else if (before.found !== found || before.count !== group.count)
      painted = { found, count: group.count, ...found.list.painted(article.ticket, article.text) }
    const at = index === null ? -1 : painted.indexes.indexOf(index)
    const now = at < 0 ? null : at
    if (painted === before && now === current) return
    current = now
    page.setHits(painted.spans, current)
  }

  paint()
  const stops = [searching.subscribe(paint), settings.subscribe(paint), placing.subscribe(paint)]
  return () => {
    for (const stop of stops) stop()
  }
}
