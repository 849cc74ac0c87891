import { toldIn } from '../../shared/review/toldIn.ts'
import { words as en } from '../../shared/words/words.ts'
import { columnsOf, flat, goToCase, reviewListId } from '../commands/reviewingActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import type { QueueEntry } from '../state/reviewQueue.ts'
import { shownName } from '../state/reviewView.ts'
import { fileName } from '../state/visibleRows.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'

const ROW_HEIGHT = 30

/** The differences, one a line. */
export function Queue() {
  const { desk } = useWorkbench()
  useValue(desk.reviewing, state => state.version)
  const phase = useValue(desk.reviewing, state => state.phase)
  const current = useValue(desk.reviewing, state => state.current)
  const view = useValue(desk.reviewView, state => state)
  const rows = useValue(desk.workspace, state => state.rows)
  const tags = useTags()
  const entries = desk.reviewing.list()
  if (entries.length === 0 && phase !== 'running') {
    const { total } = desk.reviewing.counts()
    return <p className="review-told faint">{total === 0 ? en.deciding.none : en.deciding.noneShown}</p>
  }
  const articleOf = ({ article }: QueueEntry) =>
    rows.get(article)?.known?.title || fileName(rows.get(article)?.path ?? '')
  const quoteOf = ({ case: one }: QueueEntry) => flat(toldIn(one)[0]?.quote ?? en.deciding.withdrawn)
  const whoOf = ({ case: one }: QueueEntry) =>
    one.opinions.length === 0
      ? [...new Set(one.verdicts.map(({ on }) => shownName(view, on.layer)))]
      : columnsOf(view, one).flatMap(({ opinion, name }) => (opinion ? [name] : []))
  const nameOf = (entry: QueueEntry) => {
    const { state, kinds } = entry.case
    const named = kinds.map(kind => en.deciding.kinds[kind])
    return en.deciding.row(en.deciding.states[state], named, quoteOf(entry), articleOf(entry), whoOf(entry))
  }
  const go = (row: number) => entries[row] && void goToCase(desk, entries[row])
  return (
    <div id={reviewListId} className="review-list">
      <VirtualList
        label={en.deciding.list}
        count={entries.length}
        rowHeight={ROW_HEIGHT}
        chosen={entries.findIndex(({ key }) => key === current)}
        keyOf={row => entries[row]?.key ?? String(row)}
        nameOf={row => (entries[row] ? nameOf(entries[row]) : '')}
        onMove={go}
        onChoose={go}
      >
        {at => {
          const entry = entries[at]
          if (!entry) return null
          const { state, kinds } = entry.case
          const tag = tagOf(tags, toldIn(entry.case)[0]?.tag ?? '')
          return (
            <div className={`review-row ${state}`}>
              <span className="sign" aria-hidden="true">
                {en.deciding.signs[state]}
              </span>
              <span className="what">{kinds.map(kind => en.deciding.kinds[kind]).join(', ')}</span>
              <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
                {tag.label.slice(0, 1)}
              </Swatch>
              <span className="words" dir="auto">
                {quoteOf(entry)}
              </span>
              <span className="where" dir="auto">
                {articleOf(entry)}
              </span>
              <span className="who" dir="auto">
                {whoOf(entry).join(', ')}
              </span>
            </div>
          )
        }}
      </VirtualList>
    </div>
  )
}
