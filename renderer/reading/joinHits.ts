import { asStretches, type Span } from '../../shared/annotation/span.ts'
import type { Desk } from '../state/desk.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import type { PagePort } from '../state/pagePort.ts'

interface Painted {
  /** What the spans were made of: while it is the same, so are they. */
  readonly of: unknown
  readonly count: number
  readonly spans: readonly Span[]
  /** Of hits: which they are in the whole search. */
  readonly indexes: readonly number[]
}
const nothing: Painted = { of: null, count: 0, spans: [], indexes: [] }

/**
 * Keeps what was searched for painted on a page while the search is open, the places that an annotation may have
 * while those are decided, and where the case at hand stands while layers are reviewed, until the function that it
 * returns is called. Nothing is painted where other words stand by now.
 */
export function joinHits(page: Pick<PagePort, 'setHits'>, article: OpenArticle, desk: Desk): () => void {
  const { searching, settings, placing, reviewing } = desk
  let painted = nothing
  let current: number | null = null

  function wanted(): readonly [Painted, number | null] {
    const { drawer } = settings.getState()
    if (drawer === 'placing') {
      const { spans, current: at } = placing.preview()
      return [{ ...nothing, spans }, at]
    }
    if (drawer === 'review') {
      const entry = reviewing.current()
      if (!entry || entry.article !== article.ticket) return [nothing, null]
      const of = entry.case.opinions
      if (painted.of === of) return [painted, 0]
      const here = of.filter(({ spans: [first], quote }) =>
        quote.startsWith(article.text.slice(first!.start, first!.end)),
      )
      return [{ ...nothing, of, spans: asStretches(here.flatMap(({ spans }) => spans)) }, 0]
    }
    const { found, current: index } = searching.getState()
    const group = found.list.groupOf(article.ticket)
    if (drawer !== 'search' || !group) return [nothing, null]
    const isKnown = painted.of === found && painted.count === group.count
    const now = isKnown
      ? painted
      : { of: found, count: group.count, ...found.list.painted(article.ticket, article.text) }
    const at = index === null ? -1 : now.indexes.indexOf(index)
    return [now, at < 0 ? null : at]
  }

  function paint(): void {
    const [now, at] = wanted()
    if (now.spans === painted.spans && at === current) return
    painted = now
    current = at
    page.setHits(now.spans, at)
  }

  paint()
  const stops = [searching, settings, placing, reviewing].map(store => store.subscribe(paint))
  return () => {
    for (const stop of stops) stop()
  }
}
