import { useMemo } from 'react'
import { annotationIn } from '../../shared/history/fields.ts'
import type { Past } from '../../shared/history/past.ts'
import { words as en } from '../../shared/words/words.ts'
import { goToMoment, namingOn, whoOf } from '../commands/historyActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Desk } from '../state/desk.ts'
import { tellMoment, wordsOf } from '../state/tellMoment.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import { deletedRows, isGoneFrom, type Row, rowOf, rowsOf } from './rows.ts'

const ROW_HEIGHT = 26

/** What was done, the latest first; going through it shows the text as it stood. */
export function MomentList({ past }: { past: Past }) {
  const { desk } = useWorkbench()
  const at = useValue(desk.past, state => state.at)
  const filter = useValue(desk.past, state => state.filter)
  const count = past.moments.length
  const changes = useValue(desk.reading, state => state.article?.present && state.undos.length + state.redos.length)
  const selected = useValue(desk.reading, state => state.selected)
  const wanted = filter === 'selected' ? selected : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the past changes in place; it has more moments then, or the layer is another
  const rows = useMemo(() => {
    const present = desk.reading.getState().article?.present
    if (filter === 'deleted') return present ? deletedRows(past, isGoneFrom(present)) : []
    return rowsOf(past, filter, wanted)
  }, [desk, past, filter, wanted, count, changes])

  function look(row: number): void {
    const one = rows[row]
    if (!one) return
    goToMoment(desk, one.kind === 'now' ? null : one.kind === 'session' ? one.last : one.index)
    if (one.kind === 'deleted') desk.reading.select(one.id, { reveal: true })
  }

  return (
    <section className="history-list" aria-label={en.history.list}>
      {rows.length === 0 ? (
        <p className="history-none faint">{en.history.nothingOf[filter]}</p>
      ) : (
        <VirtualList
          label={en.history.list}
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          chosen={rowOf(rows, at, selected)}
          keyOf={row => keyOf(rows[row]!)}
          nameOf={row => nameOf(desk, past, rows[row]!)}
          onMove={look}
          onChoose={look}
        >
          {row => rows[row] && <Line past={past} row={rows[row]} />}
        </VirtualList>
      )}
      <Unread />
    </section>
  )
}

function keyOf(row: Row): string {
  if (row.kind === 'now') return 'now'
  if (row.kind === 'session') return `session ${row.first}`
  return row.kind === 'moment' ? `moment ${row.index}` : `deleted ${row.id}`
}

function Unread() {
  const { desk } = useWorkbench()
  const unread = useValue(desk.past, state => state.head?.unread ?? 0)
  return unread === 0 ? null : <p className="history-none wrong">{en.history.unread(unread)}</p>
}

/** What a row says: when, what, and on which words. */
function partsOf(desk: Desk, { moments }: Past, row: Row): { time: string; what: string; words: string; mark: string } {
  if (row.kind === 'now') return { time: '', what: en.history.nowLong, words: '', mark: '' }
  if (row.kind === 'session') {
    const [from, to] = [moments[row.first]!.at, moments[row.last]!.at]
    const until = en.history.clock(from) === en.history.clock(to) ? '' : en.history.clock(to)
    return { time: '', what: en.history.session(en.time(from), until, row.last - row.first + 1), words: '', mark: '' }
  }
  if (row.kind === 'deleted') {
    const annotation = annotationIn(row.thing)!
    const tags = desk.workspace.getState().codebook.tags
    const tag = tags.find(one => one.id === annotation.tag)?.label ?? annotation.tag
    return { time: en.time(row.at), what: en.history.deleted(tag), words: wordsOf(annotation), mark: '' }
  }
  const moment = moments[row.index]!
  const { what, words } = tellMoment(moment, namingOn(desk))
  return { time: en.history.clock(moment.at), what, words, mark: moment.version ?? '' }
}

function nameOf(desk: Desk, past: Past, row: Row): string {
  const { time, what, words, mark } = partsOf(desk, past, row)
  return [mark && en.history.version(mark), what, words && `“${words}”`, time].filter(Boolean).join(', ')
}

function Line({ past, row }: { past: Past; row: Row }) {
  const { desk } = useWorkbench()
  const { time, what, words, mark } = partsOf(desk, past, row)
  const moment = row.kind === 'moment' ? past.moments[row.index]! : undefined
  const isBad = moment?.kind === 'broken' || moment?.kind === 'torn'
  return (
    <div className={`history-row ${row.kind} ${isBad ? 'bad' : ''}`} title={moment && whoOf(desk, moment)}>
      {row.kind === 'moment' && <span className="time">{time}</span>}
      {mark && <span className="version">{mark}</span>}
      <span className="what">{what}</span>
      {words && (
        <span className="words" dir="auto">
          {words}
        </span>
      )}
      {row.kind === 'deleted' && <span className="time">{time}</span>}
    </div>
  )
}
