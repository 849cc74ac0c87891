import { flat } from '../../shared/search/fits.ts'
import type { HitRow } from '../../shared/search/hitList.ts'
import { words as en } from '../../shared/words/words.ts'
import { goToHit, lookAtHit } from '../commands/searchActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { fileName, titleOf } from '../state/visibleRows.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import { ArticleOfHits } from './ArticleOfHits.tsx'
import { HitLine } from './HitLine.tsx'

const ROW_HEIGHT = 26

/** Hits as keyword in context, article by article. Only those in view are drawn. */
export function Results() {
  const { desk, run } = useWorkbench()
  const { searching } = desk
  useValue(searching, state => state.version)
  const current = useValue(searching, state => state.current)
  const rows = useValue(desk.workspace, state => state.rows)
  const { found } = searching.getState()
  const { list } = found
  if (found.count === 0) return null

  function choose(row: number): void {
    const at = list.at(row)
    const index = at?.kind === 'article' ? at.group.first : at?.index
    if (index === undefined) return
    const isOpen = desk.reading.getState().article?.ticket === list.hits[index]!.article
    if (index === searching.getState().current && isOpen) run('focus.article')
    else void goToHit(desk, index)
  }

  function nameOf(at: HitRow): string {
    if (at.kind === 'article') return en.search.article(titleIn(at.group.article), at.group.count)
    return flat(`${at.hit.before.slice(-40)} ${at.hit.quote} ${at.hit.after.slice(0, 40)}`)
  }

  function titleIn(article: string): string {
    const row = rows.get(article)
    return row ? titleOf(row) : ''
  }

  return (
    <div className="hits">
      <VirtualList
        label={en.search.results}
        count={list.rows}
        rowHeight={ROW_HEIGHT}
        chosen={current === null ? -1 : list.rowOf(current)}
        keyOf={row => String(row)}
        nameOf={row => nameOf(list.at(row)!)}
        onMove={row => {
          const at = list.at(row)
          if (at?.kind === 'hit') lookAtHit(desk, at.index)
        }}
        onChoose={choose}
      >
        {row => {
          const at = list.at(row)
          if (!at) return null
          if (at.kind === 'hit') return <HitLine hit={at.hit} />
          const { path = '' } = rows.get(at.group.article) ?? {}
          return <ArticleOfHits title={titleIn(at.group.article)} path={fileName(path)} count={at.group.count} />
        }}
      </VirtualList>
    </div>
  )
}
