import { type KeyboardEvent, useEffect } from 'react'
import { words as en } from '../../shared/words/words.ts'
import {
  acceptAllMoved,
  acceptPlace,
  chooseCandidate,
  goToRow,
  labelOfRow,
  leavePlace,
  placeByHand,
  placingListId,
  removeUnplaced,
  wordsOf,
} from '../commands/placingActions.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import type { PlacingRow, RowKind } from '../state/placing.ts'
import { rowKinds } from '../state/placing.ts'
import { Button } from '../ui/Button.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { Decision } from './Decision.tsx'
import { listenWhilePlacing } from './listenWhilePlacing.ts'
import './placing.css'

const ROW_HEIGHT = 30

/** What a changed text did to the annotations of the open article: a list, and one of them with both its surroundings. */
export function PlacingPane() {
  const { desk } = useWorkbench()
  const article = useValue(desk.reading, state => state.article)
  useLate(desk.placing, state => state.version)
  const phase = useValue(desk.placing, state => state.phase)
  const problem = useValue(desk.placing, state => state.problem)
  const isWhole = useValue(desk.placing, state => state.isWhole)
  useEffect(() => listenWhilePlacing(desk), [desk])
  useEffect(() => {
    if (article) void desk.placing.look()
  }, [desk, article])

  const rows = desk.placing.list()
  if (!article) return <p className="placing-empty faint">{en.placing.noArticle}</p>
  if (rows.length === 0) return <p className="placing-empty faint">{en.placing.none}</p>
  return (
    <div className="placing" onKeyDownCapture={event => onKeyDown(event)}>
      <Bar />
      {problem && (
        <p className="placing-empty" role="alert">
          {en.problems[problem.kind].title}. {en.problems[problem.kind].remedy}
        </p>
      )}
      {!isWhole && phase === 'ready' && (
        <p className="placing-limit" role="status">
          {en.placing.notWhole} <Button onClick={() => void desk.placing.look(true)}>{en.placing.lookAgain}</Button>
        </p>
      )}
      <div className="placing-sides">
        <div id={placingListId} className="placing-list">
          <Rows rows={rows} />
        </div>
        <Decision isLooking={phase === 'looking'} />
      </div>
    </div>
  )

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isInList = event.target instanceof Element && event.target.getAttribute('role') === 'listbox'
    const act = actOf(event.key, isInList)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  function actOf(key: string, isInList: boolean): (() => void) | undefined {
    if (key === 'Enter') return isInList ? () => acceptPlace(desk) : undefined
    if (/^[1-9]$/.test(key)) return () => chooseCandidate(desk, Number(key) - 1)
    if (key === 'h' || key === 'H') return () => placeByHand(desk)
    if (key === 'l' || key === 'L') return () => leavePlace(desk)
    if (key === 'A') return () => acceptAllMoved(desk)
    if (key === 'Delete') return () => removeUnplaced(desk)
    return undefined
  }
}

/** How many there are of each kind, and what can be done with all at once. */
function Bar() {
  const { desk } = useWorkbench()
  useLate(desk.placing, state => state.version)
  const counts = desk.placing.counts()
  return (
    <div className="placing-bar">
      <ul className="placing-counts">
        {rowKinds
          .filter(kind => counts[kind] > 0)
          .map(kind => (
            <li key={kind}>
              <KindSign kind={kind} /> {en.placing.counts[kind](counts[kind])}
            </li>
          ))}
      </ul>
      <span className="gap" />
      {counts.moved > 0 && (
        <Button keys="⇧A" title={en.placing.acceptMovedWhy} onClick={() => acceptAllMoved(desk)}>
          {en.placing.acceptMoved(counts.moved)}
        </Button>
      )}
    </div>
  )
}

function Rows({ rows }: { rows: readonly PlacingRow[] }) {
  const { desk } = useWorkbench()
  const tags = useTags()
  const current = useValue(desk.placing, state => state.current)
  const nameOf = (row: PlacingRow) => en.placing.row(en.placing.kinds[row.kind], labelOfRow(desk, row), wordsOf(row))
  return (
    <VirtualList
      label={en.placing.list}
      count={rows.length}
      rowHeight={ROW_HEIGHT}
      chosen={rows.findIndex(({ id }) => id === current)}
      keyOf={row => rows[row]?.id ?? String(row)}
      nameOf={row => (rows[row] ? nameOf(rows[row]) : '')}
      onMove={row => rows[row] && goToRow(desk, rows[row])}
      onChoose={row => rows[row] && goToRow(desk, rows[row])}
    >
      {at => {
        const row = rows[at]
        if (!row) return null
        const tag = row.kind === 'cue' ? null : tagOf(tags, row.annotation.tag)
        return (
          <div className="placing-row">
            <span className="what">
              <KindSign kind={row.kind} /> {en.placing.kinds[row.kind]}
            </span>
            {tag ? (
              <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
                {tag.label.slice(0, 1)}
              </Swatch>
            ) : (
              <span className="of">{labelOfRow(desk, row)}</span>
            )}
            <span className="words" dir="auto">
              {wordsOf(row)}
            </span>
          </div>
        )
      }}
    </VirtualList>
  )
}

/** A sign for each kind, beside its word. */
function KindSign({ kind }: { kind: RowKind }) {
  return (
    <span className={`kind-sign ${kind}`} aria-hidden="true">
      {en.placing.signs[kind]}
    </span>
  )
}
