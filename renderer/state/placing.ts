import { createStore } from 'zustand/vanilla'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Anchor, Annotation, Link, Unplaced } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'
import { lostCueIn, withoutLostCue } from '../../shared/annotation/lostCue.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { cueKey, type Review, type ReviewEntry } from '../../shared/placing/review.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ReadingStore } from './reading.ts'

/** What became of an annotation in the changed text, in the order in which a person goes through it. */
export const rowKinds = ['changed', 'ambiguous', 'lost', 'cue', 'moved'] as const
export type RowKind = (typeof rowKinds)[number]

interface Row {
  readonly id: string
  /** Undefined until the desktop has looked. */
  readonly entry: ReviewEntry | undefined
}

/** An annotation, or the cue of a link, whose place a person has yet to see or to decide. */
export type PlacingRow = AnnotationRow | CueRow

export interface AnnotationRow extends Row {
  readonly kind: Exclude<RowKind, 'cue'>
  /** In the layer for one that was moved, among the unplaced otherwise. */
  readonly annotation: Annotation | Unplaced
}

export interface CueRow extends Row {
  readonly kind: 'cue'
  readonly link: Link
  readonly cue: Anchor
}

export interface PlacingState {
  /** Grows with whatever changes of the rows. */
  readonly version: number
  readonly phase: 'idle' | 'looking' | 'ready'
  readonly problem: ProblemNotice | null
  /** False where the texts could not be compared to the end: rows may lack places that there are. */
  readonly isWhole: boolean
  /** The id of the row that a person went to last. */
  readonly current: string | null
  /** Which of its places is shown, from 0. */
  readonly candidate: number
  /** Whether words are being selected for it by hand. */
  readonly byHand: boolean
}

interface Parts {
  readonly ask: Ask
  readonly reading: ReadingStore
  readonly settle: () => void
  readonly now: () => Date
}

/** What a changed text did to the open article's annotations, and what a person decides about each. */
export function makePlacing({ ask, reading, settle, now }: Parts) {
  const fresh = { phase: 'idle', problem: null, isWhole: true, current: null, candidate: 0, byHand: false } as const
  const store = createStore<PlacingState>(() => ({ version: 0, ...fresh }))
  const { getState, setState } = store
  let article: OpenArticle | null = null
  /** Ids of what was carried elsewhere and no person has seen. */
  let carried = new Set<string>()
  let entries = new Map<string, ReviewEntry>()
  let rows: readonly PlacingRow[] | null = null
  let painted: { readonly key: string; readonly spans: readonly Span[] } = { key: '', spans: [] }

  const touch = () => {
    rows = null
    setState(({ version }) => ({ version: version + 1 }))
  }

  reading.subscribe(({ article: open }) => {
    if (open === article) return
    article = open
    carried = new Set()
    entries = new Map()
    rows = null
    setState(({ version }) => ({ version: version + 1, ...fresh }))
    void open?.filled.then(() => {
      if (open !== article) return
      for (const { id, carriedFrom } of open.present.annotations.values()) if (carriedFrom) carried.add(id)
      touch()
    })
  })

  reading.onEdited((edited, edit) => {
    if (edited !== article) return
    let concerns = false
    for (const left of leftBy(edit)) {
      if (left.part === 'unplaced') concerns ||= left.value !== undefined || entries.has(left.id) || isListed(left.id)
      if (left.part === 'link')
        concerns ||= isListed(cueKey(left.id)) || (left.value !== undefined && lostCueIn(left.value) !== undefined)
      if (left.part !== 'annotation') continue
      const isCarried = left.value?.carriedFrom !== undefined
      if (isCarried !== carried.has(left.id)) concerns = true
      if (isCarried) carried.add(left.id)
      else carried.delete(left.id)
    }
    if (concerns) touch()
  })

  const isListed = (id: string) => rows?.some(row => row.id === id) ?? true

  function list(): readonly PlacingRow[] {
    if (rows) return rows
    if (!article) return []
    const { annotations, unplaced, links } = article.present
    const moved = [...carried].flatMap(id => {
      const annotation = annotations.get(id)
      return annotation ? [rowOf(annotation, 'moved')] : []
    })
    const open = [...unplaced.values()].map(one => rowOf(one, kindOf(one, entries.get(one.id))))
    const cues = [...links.values()].flatMap((link): CueRow[] => {
      const cue = lostCueIn(link)?.anchor
      const id = cueKey(link.id)
      return cue ? [{ id, kind: 'cue', link, cue, entry: entries.get(id) }] : []
    })
    const rank = ({ kind }: PlacingRow) => rowKinds.indexOf(kind)
    const placeOf = (row: PlacingRow) => (row.kind === 'moved' ? row.annotation.spans[0]!.start : placeIn(row))
    const placeIn = ({ entry }: PlacingRow) => entry?.candidates[0]?.[0]?.start ?? entry?.near ?? Infinity
    rows = [...open, ...cues, ...moved].sort((one, other) => rank(one) - rank(other) || placeOf(one) - placeOf(other))
    return rows
  }

  const rowOf = (annotation: Annotation | Unplaced, kind: AnnotationRow['kind']): AnnotationRow => ({
    id: annotation.id,
    kind,
    annotation,
    entry: entries.get(annotation.id),
  })

  function current(): PlacingRow | undefined {
    const { current: id } = getState()
    return id === null ? undefined : list().find(row => row.id === id)
  }

  /** The places that a row offers: the one where it stands, for what was moved. */
  function placesOf(row: PlacingRow): readonly (readonly Span[])[] {
    return row.kind === 'moved' ? [row.annotation.spans] : (row.entry?.candidates ?? [])
  }

  /** The place of the current row that is shown; undefined where it has none. */
  function shown(): readonly Span[] | undefined {
    const row = current()
    return row && placesOf(row)[getState().candidate]
  }

  /** Asks the desktop where things may be: once for each article, after something has come up that it didn't know, and when told to look again. */
  async function look(again = false): Promise<void> {
    const open = article
    if (!open || getState().phase === 'looking') return
    await open.filled
    if (open !== article) return
    const lacks = list().some(({ entry }) => entry === undefined)
    if (!lacks && !again) return setState({ phase: 'ready' })
    setState({ phase: 'looking', problem: null })
    try {
      const found = JSON.parse(await ask('layer.review', open.ticket)) as Review
      if (open !== article) return
      for (const entry of found.entries) entries.set(entry.id, entry)
      setState({ phase: 'ready', isWhole: found.isWhole })
      touch()
    } catch (failure) {
      if (open === article) setState({ phase: 'ready', problem: asNotice(failure, 'cannot-read') })
    }
  }

  /** Puts an annotation, or the cue of a link, on places of the present text. */
  function put(row: PlacingRow, spans: readonly Span[]): void {
    const edit: Edit =
      row.kind === 'cue'
        ? { kind: 'putLink', link: { ...withoutLostCue(row.link), cue: makeAnchor(article!.text, spans[0]!) } }
        : { kind: 'put', annotation: placedAt(row.annotation, spans) }
    reading.edit({ file: 'layer', edit })
  }

  function placedAt(annotation: Annotation | Unplaced, spans: readonly Span[]): Annotation {
    const { placement: _, textSha256: __, carriedFrom: ___, ...others } = annotation as Unplaced
    const anchors = spans.map((span, i) => {
      const rest = spans.length === annotation.spans.length ? annotation.spans[i]!.rest : undefined
      return { ...makeAnchor(article!.text, span), ...(rest === undefined ? {} : { rest }) }
    })
    return { ...others, spans: anchors, modified: now().toISOString() }
  }

  return {
    ...store,
    list,
    current,
    placesOf,
    shown,
    look,
    /** How many rows there are of each kind. */
    counts(): Record<RowKind, number> {
      const counts = { changed: 0, ambiguous: 0, lost: 0, cue: 0, moved: 0 }
      for (const { kind } of list()) counts[kind]++
      return counts
    },
    /** What is to be painted on the page: the places of the current row, and the index of the first one that is shown. */
    preview(): { readonly spans: readonly Span[]; readonly current: number | null } {
      const row = current()
      const { candidate } = getState()
      if (!row) return none
      const places = placesOf(row)
      const key = `${row.id} ${places.length} ${candidate} ${getState().version}`
      if (painted.key !== key) {
        const all = places.flat().sort((one, other) => one.start - other.start)
        painted = { key, spans: all.filter((span, i) => i === 0 || all[i - 1]!.end <= span.start) }
      }
      const first = places[candidate]?.[0]
      const at = first ? painted.spans.findIndex(span => span.start === first.start) : -1
      return { spans: painted.spans, current: at < 0 ? null : at }
    },
    goTo: (id: string | null) => setState({ current: id, candidate: 0, byHand: false }),
    choose: (candidate: number) => setState({ candidate, byHand: false }),
    byHand: (byHand: boolean) => setState({ byHand }),
    /** Takes the place that is shown. False where there is none. */
    accept(row: PlacingRow): boolean {
      settle()
      const spans = placesOf(row)[row.id === getState().current ? getState().candidate : 0]
      if (!spans || !article?.canAnnotate) return false
      put(row, spans)
      return true
    },
    /** Puts the annotation of a row on words that a person selected. */
    place(row: PlacingRow, span: Span): void {
      settle()
      put(row, [span])
    },
    /** Everything that was carried stands where it should; one undo for all. */
    acceptMoved(): number {
      settle()
      const moved = list().flatMap(row => (row.kind === 'moved' ? [row] : []))
      if (moved.length === 0 || !article?.canAnnotate) return 0
      const edits = moved.map(({ annotation }) => {
        const { carriedFrom: _, ...seen } = annotation
        return { kind: 'put', annotation: { ...seen, modified: now().toISOString() } } as const
      })
      reading.edit({ file: 'layer', edit: { kind: 'all', edits } })
      return moved.length
    },
    /** Deletes an annotation with the links that would hang in the air; of a link only its cue. */
    remove(row: PlacingRow): void {
      settle()
      if (row.kind === 'cue') {
        reading.edit({ file: 'layer', edit: { kind: 'putLink', link: withoutLostCue(row.link) } })
        return
      }
      const { id, kind } = row
      const layer = article!.present
      const links = layer.linksOf(id).map(link => ({ kind: 'removeLink', id: link.id }) as const)
      const edit: Edit =
        kind === 'moved' ? layer.removal(id) : { kind: 'all', edits: [...links, { kind: 'removeUnplaced', id }] }
      reading.edit({ file: 'layer', edit })
    },
  }
}

export type Placing = ReturnType<typeof makePlacing>

const none = { spans: [], current: null } as const

function kindOf({ placement }: Unplaced, entry: ReviewEntry | undefined): 'changed' | 'ambiguous' | 'lost' {
  if (!entry) return placement
  if (entry.candidates.length === 0) return 'lost'
  return entry.candidates.length > 1 ? 'ambiguous' : 'changed'
}
