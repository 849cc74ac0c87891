import { type KeyboardEvent, useEffect, useRef } from 'react'
import { flat } from '../../shared/search/fits.ts'
import type { HitRow } from '../../shared/search/hitList.ts'
import { words as en } from '../../shared/words/words.ts'
import { toggleNever } from '../commands/bulkActions.ts'
import { labelOf } from '../commands/labelOf.ts'
import { nameOfLink } from '../commands/linkActions.ts'
import { goToHit, lookAtHit } from '../commands/searchActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useWhose } from '../look/useWhose.ts'
import { fileName, titleOf } from '../state/visibleRows.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import { ArticleOfHits } from './ArticleOfHits.tsx'
import { HitLine } from './HitLine.tsx'

const ROW_HEIGHT = 26

/** Hits as keyword in context, article by article, and which are ticked. Only those in view are drawn. */
export function Results() {
  const { desk, run } = useWorkbench()
  const whoseIs = useWhose()
  const { searching } = desk
  useValue(searching, state => state.version)
  const current = useValue(searching, state => state.current)
  const tagAll = useValue(searching, state => state.tagAll)
  const rows = useValue(desk.workspace, state => state.rows)
  /** The row that the keys are at, and the one that a stretch of ticks begins with. */
  const at = useRef({ row: 0, anchor: 0 })
  const { found } = searching.getState()
  const { list } = found
  const hasHits = found.count > 0
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever asked for hits, and has gone nowhere since, is waiting for this list.
    if (hasHits && found.count > 0 && document.activeElement?.id === 'search-pane')
      box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
    // Hits of an earlier search may have stood here already.
  }, [found, hasHits])
  if (found.count === 0) return null

  /** The hits that a row stands for. */
  function hitsOf(row: number): { first: number; count: number } | null {
    const line = list.at(row)
    if (!line) return null
    return line.kind === 'article' ? line.group : { first: line.index, count: 1 }
  }

  function tick(row: number, isRange: boolean): void {
    const these = hitsOf(row)
    const anchor = isRange ? hitsOf(at.current.anchor) : null
    if (!these) return
    const first = Math.min(these.first, anchor?.first ?? these.first)
    const last = Math.max(these.first + these.count, anchor ? anchor.first + anchor.count : 0) - 1
    const on = isRange || found.tickedFrom(these.first, these.count) !== 'all'
    searching.tick(first, last, on)
    at.current = { row, anchor: row }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { row } = at.current
    if (event.key === ' ') tick(row, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey))
      searching.tick(0, found.count - 1, found.ticked.size < found.tickable)
    else if (event.key.toLowerCase() === 'x' && tagAll && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const these = hitsOf(row)
      if (these) toggleNever(desk, list.hits[these.first]!.quote)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  function choose(row: number, { isRange }: { readonly isRange: boolean }): void {
    if (isRange) {
      tick(row, true)
      return
    }
    at.current = { row, anchor: row }
    const these = hitsOf(row)
    if (!these) return
    const isOpen = desk.reading.getState().article?.ticket === list.hits[these.first]!.article
    if (these.first === searching.getState().current && isOpen) run('focus.article')
    else void goToHit(desk, these.first)
  }

  function nameOf(line: HitRow): string {
    if (line.kind === 'article')
      return en.search.article(titleIn(line.group.article), line.group.count, list.hits[line.group.first]?.written)
    const { before, quote, after, annotation, annotator, link } = line.hit
    const why = found.misfits(line.index).map(en.tagAll.misfit)
    const tag = annotation && labelOf(desk.workspace.getState().codebook.tags, annotation.tag)
    const whose = annotator === undefined ? undefined : en.search.by(whoseIs(annotator))
    const words = flat(`${before.slice(-40)}${quote}${after.slice(0, 40)}`)
    return [words, tag, link && nameOfLink(desk, link), whose, ...why].filter(Boolean).join(', ')
  }

  function titleIn(article: string): string {
    const row = rows.get(article)
    return row ? titleOf(row) : ''
  }

  function tickOf(row: number): boolean | 'mixed' | undefined {
    const these = hitsOf(row)
    const ticked = these && found.tickedFrom(these.first, these.count)
    return ticked === null ? undefined : ticked === 'some' ? 'mixed' : ticked === 'all'
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list within has the focus and says what is chosen
    <div ref={box} className="hits" onKeyDown={onKeyDown}>
      <VirtualList
        label={en.search.results}
        count={list.rows}
        rowHeight={ROW_HEIGHT}
        chosen={current === null ? -1 : list.rowOf(current)}
        keyOf={row => String(row)}
        nameOf={row => nameOf(list.at(row)!)}
        tickOf={tickOf}
        onMove={row => {
          at.current.row = row
          const line = list.at(row)
          if (line?.kind === 'hit') lookAtHit(desk, line.index)
        }}
        onChoose={choose}
      >
        {row => {
          const line = list.at(row)
          if (!line) return null
          const ticks = { ticked: tickOf(row), onTick: (isRange: boolean) => tick(row, isRange) }
          if (line.kind === 'hit') return <HitLine hit={line.hit} misfits={found.misfits(line.index)} {...ticks} />
          const { path = '' } = rows.get(line.group.article) ?? {}
          return (
            <ArticleOfHits
              title={titleIn(line.group.article)}
              path={fileName(path)}
              written={list.hits[line.group.first]?.written}
              count={line.group.count}
              {...ticks}
            />
          )
        }}
      </VirtualList>
    </div>
  )
}
