import { createStore } from 'zustand/vanilla'
import { extent } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { type Edited, editedBy } from './edited.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Change, Recorder } from './recorder.ts'

/** What is on the desk. The article changes in place; `version` grows with each change of it. */
export interface Reading {
  readonly article: OpenArticle | null
  /** The ticket of the article that is being opened. */
  readonly opening: string | null
  /** Why the article that was chosen last isn't open. */
  readonly failed: { readonly ticket: string; readonly problem: ProblemNotice } | null
  readonly version: number
  /** The id of the selected annotation. */
  readonly selected: string | null
  /** The selected text, or the caret; null before the text was ever entered. */
  readonly selection: Span | null
  /** A place that should come into view; each one is an object of its own. */
  readonly revealed: Span | null
  /** How to go back, to the opening of the window's first article; the last one first undone. */
  readonly undos: readonly Entry[]
  readonly redos: readonly Entry[]
}

/** A change that takes back another, and that other: what it left behind is what has to be there still. */
export type Entry = Change & { readonly takesBack: Change }

export type Edits =
  | { readonly file: 'layer'; readonly edit: Edit }
  | { readonly file: 'facts'; readonly edit: FactsEdit }

/** The open article and its changes. Every edit is applied here at once and handed to the recorder in the same breath. */
export function makeReading({ recorder }: { recorder: Pick<Recorder, 'record'> }) {
  const store = createStore<Reading>(() => ({
    article: null,
    opening: null,
    failed: null,
    version: 0,
    selected: null,
    selection: null,
    revealed: null,
    undos: [],
    redos: [],
  }))
  const { getState, setState } = store
  const painters = new Set<(span: Span) => void>()
  const hearers = new Set<(article: OpenArticle, edit: Edit, undo: Edit) => void>()
  /** Where each change was made, and how to go back, while anybody still holds on to the change. */
  const made = new WeakMap<Change, { readonly article: OpenArticle; readonly undo: Entry }>()

  /** Does what the edit says, here and on disk, so that it can be undone. */
  function edit(edits: Edits): void {
    const { article } = getState()
    if (!article) throw new RangeError('There is no open article to edit')
    const change: Change = { ...edits, article: article.ticket }
    const undo = perform(article, change)
    setState(({ undos }) => ({ undos: [...undos, undo], redos: [] }))
  }

  /** Applies a change to the open article, records it, and hands back its undo. */
  function perform(article: OpenArticle, change: Change): Entry {
    recorder.record(change)
    const undo = apply(article, change)
    made.set(change, { article, undo })
    return undo
  }

  /** Applies a change to the window's copy of an article, on the desk or resting, and hands back its undo. */
  function apply(article: OpenArticle, change: Change): Entry {
    if (change.file === 'facts') {
      const undo = article.correct(change.edit)
      setState(({ version }) => ({ version: version + 1 }))
      return { article: change.article, file: 'facts', edit: undo, takesBack: change }
    }
    const undo = article.layer.apply(change.edit)
    for (const hear of hearers) hear(article, change.edit, undo)
    const edited = editedBy(change.edit, undo)
    for (const one of edited) {
      article.tally.follow(one)
      article.touch((one.now ?? one.was)!.id)
    }
    const isShown = getState().article === article
    if (isShown)
      setState(({ version, selected }) => ({
        version: version + 1,
        selected: selected && article.layer.annotations.has(selected) ? selected : null,
      }))
    if (isShown) for (const one of edited) repaint(one)
    return { article: change.article, file: 'layer', edit: undo, takesBack: change }
  }

  /** Changes that will never be saved can't be undone, nor done again. */
  function forget(changes: readonly Change[]): void {
    const isKept = ({ takesBack }: Entry) => !changes.includes(takesBack)
    setState(({ undos, redos }) => ({ undos: undos.filter(isKept), redos: redos.filter(isKept) }))
  }

  function repaint({ was, now }: Edited): void {
    for (const annotation of [was, now]) {
      if (annotation) for (const painter of painters) painter(extent(annotation))
    }
  }

  /** Takes back the last edit of the open article, or does it again; the entry must be of this article. */
  function step(from: 'undos' | 'redos', to: 'undos' | 'redos'): void {
    const { article, [from]: entries } = getState()
    const entry = entries.at(-1)
    if (!article || !entry || entry.article !== article.ticket)
      throw new RangeError('The last entry is of another article')
    const back = perform(article, withoutPast(entry))
    setState(state => ({ [from]: state[from].slice(0, -1), [to]: [...state[to], back] }) as Partial<Reading>)
    show(entry, back)
  }

  /** Motion only to show where something went: an undone edit comes into view and is selected. */
  function show(entry: Change, back: Change): void {
    if (entry.file === 'layer' && back.file === 'layer') {
      const last = editedBy(entry.edit, back.edit).at(-1)
      const annotation = last?.now ?? last?.was
      if (!annotation) return
      const place = extent(annotation)
      const caret = { start: place.start, end: place.start }
      setState({ selected: last?.now?.id ?? null, selection: caret, revealed: { ...place } })
    } else if (entry.file === 'facts' && entry.edit.kind === 'zone') {
      setState({ revealed: { ...entry.edit.span } })
    }
  }

  return {
    ...store,
    edit,
    /** The article that a change was made in, and how to go back; undefined for a change that wasn't made here. */
    madeIn: (change: Change) => made.get(change),
    /** Takes a change that was refused out of the window's copy. Nothing may have touched the same things since. */
    takeBack(change: Change): void {
      const place = made.get(change)
      if (place) apply(place.article, place.undo)
    },
    forget,
    /** What was done belongs to another person, or to another workspace. */
    forgetAll: () => setState({ undos: [], redos: [] }),
    undo: () => step('undos', 'redos'),
    redo: () => step('redos', 'undos'),
    /** Selects an annotation, or none; `reveal` brings it into view. */
    select(id: string | null, { reveal = false } = {}): void {
      const annotation = id === null ? undefined : getState().article?.layer.annotations.get(id)
      setState({
        selected: annotation?.id ?? null,
        ...(annotation && reveal ? { revealed: { ...extent(annotation) } } : {}),
      })
    },
    reveal(span: Span): void {
      setState({ revealed: { ...span } })
    },
    selectText(selection: Span | null): void {
      const before = getState().selection
      if (before?.start === selection?.start && before?.end === selection?.end) return
      setState({ selection })
    },
    /** Hears where annotations changed, so that the page paints no more than that. */
    onRepaint(painter: (span: Span) => void): () => void {
      painters.add(painter)
      return () => void painters.delete(painter)
    },
    /** Hears every edit of an article's layer once it is applied, with the edit that undoes it. */
    onEdited(hear: (article: OpenArticle, edit: Edit, undo: Edit) => void): () => void {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    /** Something came from outside the hands of the person: a piece of the layer, which lies in `span`, or all of it. */
    arrived(article: OpenArticle, span: Span = { start: 0, end: article.text.length }): void {
      setState(({ version }) => ({ version: version + 1 }))
      for (const painter of painters) painter(span)
    },
  }
}

export type ReadingStore = ReturnType<typeof makeReading>

/** An entry as a change of its own: entries don't hold on to all that came before them. */
function withoutPast({ takesBack: _, ...change }: Entry): Change {
  return change
}

/** The selected annotation as it is now. */
export function selectedAnnotation({ article, selected }: Pick<Reading, 'article' | 'selected'>) {
  return selected === null ? undefined : article?.layer.annotations.get(selected)
}

/** The selected text, where it is more than a caret. */
export function selectedText({ selection }: Pick<Reading, 'selection'>): Span | null {
  return selection && selection.start < selection.end ? selection : null
}
