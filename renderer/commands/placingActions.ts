import { Layer } from '../../shared/annotation/layer.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { PlacingRow } from '../state/placing.ts'
import { selectedText } from '../state/reading.ts'
import { labelOf } from './labelOf.ts'
import { labelOfLink } from './linkActions.ts'
import { focusPane, showDrawer, whenThere } from './panes.ts'

/** Where the focus goes for the list of what is to be decided. */
export const placingListId = 'placing-list'

/** Shows what a changed text did to the annotations, and goes to the first that is to be decided. */
export function openPlacing(desk: Desk): void {
  showDrawer(desk, 'placing')
  void desk.placing.look().then(() => {
    const rows = desk.placing.list()
    if (rows.length === 0) desk.notices.say(en.placing.none)
    else if (!desk.placing.current()) goToRow(desk, rows[0]!)
    whenThere(placingListId, () => focusPane('drawer'))
  })
}

/** Shows one annotation: the page goes to where it may be, or to where it stood. */
export function goToRow(desk: Desk, row: PlacingRow): void {
  desk.placing.goTo(row.id)
  showPlace(desk)
  desk.notices.say(sentenceOf(desk, row))
}

/** Shows another of the places that may be meant. */
export function chooseCandidate(desk: Desk, index: number): void {
  const row = desk.placing.current()
  const places = row ? desk.placing.placesOf(row) : []
  if (!row || !places[index]) {
    desk.notices.say(en.placing.noSuchPlace)
    return
  }
  desk.placing.choose(index)
  showPlace(desk)
  const words = places[index]
    .map(({ start, end }) => desk.reading.getState().article!.text.slice(start, end))
    .join(' … ')
  desk.notices.say(en.placing.placeOf(index + 1, places.length, flat(words)))
}

function showPlace({ placing, reading }: Desk): void {
  const row = placing.current()
  if (!row) return
  reading.select(row.kind === 'moved' ? row.id : row.kind === 'cue' ? row.link.from : null)
  const place = placing.shown()?.[0]
  const near =
    place ??
    (row.entry?.near === null || row.entry === undefined ? null : { start: row.entry.near, end: row.entry.near })
  if (near) reading.reveal(near)
}

/** What a row is of: a tag, or the kind of a link. */
export function labelOfRow(desk: Desk, row: PlacingRow): string {
  return row.kind === 'cue'
    ? labelOfLink(desk, row.link)
    : labelOf(desk.workspace.getState().codebook.tags, row.annotation.tag)
}

/** The words of a row, as short as a line. */
export function wordsOf(row: PlacingRow): string {
  return Layer.describe(row.kind === 'cue' ? { spans: [row.cue] } : row.annotation)
}

function sentenceOf(desk: Desk, row: PlacingRow): string {
  const { placing } = desk
  const rows = placing.list()
  const places = placing.placesOf(row).length
  return en.placing.said(
    en.placing.kinds[row.kind],
    labelOfRow(desk, row),
    wordsOf(row),
    row.kind === 'moved' ? 0 : places,
    rows.indexOf(row) + 1,
    rows.length,
  )
}

/** Runs `act` on the row that is looked at, says what was done and how many are left, and goes to the next. */
function decide(desk: Desk, act: (row: PlacingRow) => string | null): void {
  const { placing, notices, reading } = desk
  const row = placing.current()
  if (!row) return
  if (!reading.getState().article?.canAnnotate) {
    notices.news(en.news.readOnly)
    return
  }
  const at = placing.list().indexOf(row)
  const done = act(row)
  if (done === null) return
  const rows = placing.list()
  const next = rows.includes(row) ? rows[at + 1] : (rows.find(({ id }, i) => i >= at && id !== row.id) ?? rows[0])
  placing.goTo(next?.id ?? null)
  showPlace(desk)
  notices.say([done, en.placing.left(rows.length), next ? sentenceOf(desk, next) : ''].filter(Boolean).join(' '))
}

/** It belongs where it is shown. */
export function acceptPlace(desk: Desk): void {
  decide(desk, row => {
    if (desk.placing.accept(row)) return en.placing.accepted
    desk.notices.say(en.placing.noPlace)
    return null
  })
}

/** Nothing is decided: it stays where it is kept. */
export function leavePlace(desk: Desk): void {
  decide(desk, row => (row.kind === 'moved' ? en.placing.leftMoved : en.placing.leftAside))
}

export function removeUnplaced(desk: Desk): void {
  decide(desk, row => {
    desk.placing.remove(row)
    return row.kind === 'cue' ? en.placing.cueLetGo(wordsOf(row)) : en.placing.removed(wordsOf(row))
  })
}

export function acceptAllMoved(desk: Desk): void {
  const { placing, notices, reading } = desk
  if (!reading.getState().article?.canAnnotate) {
    notices.news(en.news.readOnly)
    return
  }
  const count = placing.acceptMoved()
  if (placing.current() === undefined) placing.goTo(placing.list()[0]?.id ?? null)
  notices.say(`${en.placing.acceptedMoved(count)} ${en.placing.left(placing.list().length)}`)
}

/** From now on words that are selected and Enter say where the annotation belongs. */
export function placeByHand(desk: Desk, id?: string): void {
  const { placing, reading, notices } = desk
  if (id !== undefined) {
    showDrawer(desk, 'placing')
    void placing.look()
    placing.goTo(id)
    showPlace(desk)
  }
  const row = placing.current()
  if (!row) return
  if (!reading.getState().article?.canAnnotate) {
    notices.news(en.news.readOnly)
    return
  }
  if (selectedText(reading.getState()) && id !== undefined) {
    placeHere(desk)
    return
  }
  placing.byHand(true)
  desk.stage.page?.focus()
  notices.say(en.placing.byHand(wordsOf(row)))
}

/** The annotation belongs on the selected words. */
export function placeHere(desk: Desk): void {
  const { placing, reading, tagging, notices } = desk
  const selected = selectedText(reading.getState())
  const span = selected && tagging.snap(selected)
  if (!span) {
    notices.say(en.placing.selectFirst)
    return
  }
  const row = placing.current()
  if (!row) return
  placing.byHand(false)
  decide(desk, one => {
    placing.place(one, span)
    return en.placing.placedHere
  })
  reading.selectText({ start: span.end, end: span.end })
  if (placing.list().length > 0) focusPane('drawer')
}

export function stopPlacingByHand(desk: Desk): void {
  desk.placing.byHand(false)
  desk.notices.say(en.placing.stopped)
  focusPane('drawer')
}

function flat(words: string): string {
  return words.slice(0, 160).replace(/\s+/g, ' ')
}
