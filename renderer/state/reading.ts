import { createStore } from 'zustand/vanilla'
import { extent } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy, namesIn } from '../../shared/annotation/footprint.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { BulkEntry } from './bulk.ts'
import { type Edited, editedBy } from './edited.ts'
import type { OpenArticle } from './openArticle.ts'
import type { ProjectStore } from './project.ts'
import type { KeysEntry } from './rebinding.ts'
import type { Change, Recorder } from './recorder.ts'
import type { RightEntry } from './rightAsIs.ts'

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
export type Back = Change & { readonly takesBack: Change }

/** One step of undo or redo: changes of one article, its facts and the project, in the order in which they are made; many articles' at once; a word on a problem; or keys, which are of no workspace. */
export type Entry = { readonly kind: 'changes'; readonly changes: readonly Back[] } | BulkEntry | KeysEntry | RightEntry

/** Steps of undo and redo that are of one layer, put aside while another is worked on. */
export interface Steps {
  readonly undos: readonly Entry[]
  readonly redos: readonly Entry[]
}

export type Edits =
  | { readonly file: 'layer'; readonly edit: Edit }
  | { readonly file: 'facts'; readonly edit: FactsEdit }
  | { readonly file: 'project'; readonly edit: ProjectEdit }

interface Parts {
  readonly recorder: Pick<Recorder, 'record'>
  readonly project: ProjectStore
  /** Says why the project can't be changed. */
  readonly refuseProject: (problem: ProblemNotice) => void
}

/** The open article and its changes. Every edit is applied here at once and handed to the recorder in the same breath. */
export function makeReading({ recorder, project, refuseProject }: Parts) {
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
  const made = new WeakMap<Change, { readonly article: OpenArticle | null; readonly undo: Back }>()
  /** How many changes of each article were made here. */
  const counts = new Map<string, number>()

  /**
   * Does what the edits say, here and on disk, so that one undo takes them back.
   * Layer and facts are those of the open article. What is made first is handed
   * over first: a new entity before the annotation that refers to it. Nothing is
   * done, and false answered, where one of them is of a project that can't be changed.
   * What is done `forGood` no undo takes back.
   */
  function editAll(edits: readonly Edits[], forGood = false): boolean {
    const { article } = getState()
    const { workspace, problem } = project.getState()
    if (problem && edits.some(({ file }) => file === 'project')) {
      refuseProject(problem)
      return false
    }
    if (edits.length === 0) return true
    const changes = edits.map((one): Change => {
      if (one.file === 'project') {
        if (workspace === null) throw new RangeError('There is no workspace whose project could be edited')
        return { file: 'project', edit: project.completed(one.edit), article: workspace }
      }
      if (!article) throw new RangeError('There is no open article to edit')
      return { ...one, article: article.ticket }
    })
    for (const change of changes) refuseOthers(article, change)
    const backs = changes.map(change => perform(article, change)).reverse()
    if (!forGood) put({ kind: 'changes', changes: backs })
    return true
  }

  /** The last two entries, both of the open article, become one: the later change belongs to the one before. */
  function join(): void {
    const [first, second] = getState().undos.slice(-2)
    if (first?.kind !== 'changes' || second?.kind !== 'changes' || articleOf(first) !== articleOf(second)) return
    const joined: Entry = { kind: 'changes', changes: [...second.changes, ...first.changes] }
    setState(({ undos }) => ({ undos: [...undos.slice(0, -2), joined] }))
  }

  /** Puts an entry among the undos, and what was undone before can't be redone. */
  function put(entry: Entry): void {
    setState(({ undos }) => ({ undos: [...undos, entry], redos: [] }))
  }

  /** Throws where a change would take what a colleague says into the own layer, before anything of it is done or recorded. */
  function refuseOthers(article: OpenArticle | null, change: Change): void {
    if (change.file === 'layer' && namesIn(change.edit).some(id => article?.isOfOthers(id)))
      throw new RangeError('An edit would take what a colleague says into the own layer')
  }

  /** Applies a change, records it, and hands back its undo. `article` is the open one, which a change of the project doesn't need. */
  function perform(article: OpenArticle | null, change: Change): Back {
    refuseOthers(article, change)
    recorder.record(change)
    counts.set(change.article, countOf(change.article) + 1)
    if (change.file === 'project') {
      const undo: Back = { ...change, edit: project.apply(change.edit), takesBack: change }
      made.set(change, { article: null, undo })
      return undo
    }
    const undo = apply(article!, change)
    made.set(change, { article, undo })
    return undo
  }

  const countOf = (article: string): number => counts.get(article) ?? 0

  /** Applies a change to the window's copy of an article, on the desk or resting, and hands back its undo. */
  function apply(article: OpenArticle, change: Exclude<Change, { file: 'project' }>): Back {
    if (change.file === 'facts') {
      const undo = article.correct(change.edit)
      setState(({ version }) => ({ version: version + 1 }))
      return { article: change.article, file: 'facts', edit: undo, takesBack: change }
    }
    refuseOthers(article, change)
    const undo = article.present.apply(change.edit)
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
    const without = (entry: Entry): Entry[] => {
      if (entry.kind !== 'changes') return [entry]
      const kept = entry.changes.filter(({ takesBack }) => !changes.includes(takesBack))
      if (kept.length === entry.changes.length) return [entry]
      return kept.length > 0 ? [{ kind: 'changes', changes: kept }] : []
    }
    setState(({ undos, redos }) => ({ undos: undos.flatMap(without), redos: redos.flatMap(without) }))
  }

  function repaint({ was, now }: Edited): void {
    for (const annotation of [was, now]) {
      if (annotation) for (const painter of painters) painter(extent(annotation))
    }
  }

  /** Takes back what was done last, or does it again; what it changes of an article must be of the open one. */
  function step(from: 'undos' | 'redos', to: 'undos' | 'redos'): void {
    const { article, [from]: entries } = getState()
    const entry = entries.at(-1)
    const ticket = entry && articleOf(entry)
    if (entry?.kind !== 'changes' || (ticket !== null && ticket !== article?.ticket))
      throw new RangeError('The last entry is of another article')
    for (const back of entry.changes) refuseOthers(article, back)
    const backs = entry.changes.map(back => perform(article, presentOf(back)))
    replace(from, entry, to, { kind: 'changes', changes: [...backs].reverse() })
    const shown = entry.changes.findLastIndex(({ file }) => file !== 'project')
    if (shown !== -1) show(entry.changes[shown]!, backs[shown]!)
  }

  /** An entry was carried out: its way back stands among the others now. */
  function replace(from: 'undos' | 'redos', entry: Entry, to: 'undos' | 'redos', back: Entry | null): void {
    setState(state => {
      const left = state[from].filter(one => one !== entry)
      return { [from]: left, [to]: back ? [...state[to], back] : state[to] } as Partial<Reading>
    })
  }

  /** A change of its own, as it has to be made now: entries don't hold on to all that came before them. */
  function presentOf(back: Back): Change {
    const { takesBack, ...change } = back
    if (change.file !== 'project') return change
    return { ...change, edit: project.present(change.edit) }
  }

  /** Motion only to show where something went: an undone edit comes into view and is selected. */
  function show(entry: Change, back: Change): void {
    if (entry.file === 'layer' && back.file === 'layer') {
      const last = editedBy(entry.edit, back.edit).at(-1) ?? linkedBy(entry.edit, back.edit)
      const annotation = last?.now ?? last?.was
      if (!annotation) return
      const place = extent(annotation)
      const caret = { start: place.start, end: place.start }
      setState({ selected: last?.now?.id ?? null, selection: caret, revealed: { ...place } })
    } else if (entry.file === 'facts' && entry.edit.kind === 'zone') {
      setState({ revealed: { ...entry.edit.span } })
    }
  }

  /** The annotation that a changed link begins at: there the link is drawn and listed. */
  function linkedBy(edit: Edit, undo: Edit): Edited | undefined {
    const links = [edit, undo].flatMap(leftBy).flatMap(left => (left.part === 'link' && left.value ? [left.value] : []))
    const from = getState().article?.layer.annotations.get(links[0]?.from ?? '')
    return from && { was: from, now: from }
  }

  return {
    ...store,
    edit: (edits: Edits) => editAll([edits]),
    editAll,
    join,
    put,
    replace,
    countOf,
    /** Applies to the window's copy of an article what the desktop has done there already. */
    follow: (article: OpenArticle, edit: Edit) => void apply(article, { article: article.ticket, file: 'layer', edit }),
    /** The article that a change was made in, and how to go back; undefined for a change that wasn't made here. */
    madeIn: (change: Change) => made.get(change),
    /** Takes a change that was refused out of the window's copy. Nothing may have touched the same things since. */
    takeBack(change: Change): void {
      const place = made.get(change)
      if (place?.article && place.undo.file !== 'project') apply(place.article, place.undo)
    },
    /** The same for the project; what later changes touched stays as they left it. */
    takeBackProject(change: Change, later: readonly Change[]): void {
      const undo = made.get(change)?.undo
      const edits = later.flatMap(one => (one.file === 'project' ? [one.edit] : []))
      if (undo?.file === 'project') project.takeBack(undo.edit, edits)
    },
    forget,
    /** What was done belongs to another person, or to another workspace; keys belong to neither. */
    forgetAll: () =>
      setState(({ undos, redos }) => ({
        undos: undos.filter(({ kind }) => kind === 'keys'),
        redos: redos.filter(({ kind }) => kind === 'keys'),
      })),
    /**
     * Takes the steps out that are of the layer which is worked on, and what was done to the project before them, so that
     * nothing is undone before what was done after it. What comes after all of them stays, and so do steps of keys.
     */
    setAside(): Steps {
      const { undos, redos } = getState()
      const [undo, redo] = [parted(undos), parted(redos)]
      setState({ undos: undo.stays, redos: redo.stays })
      return { undos: undo.goes, redos: redo.goes }
    },
    /** The layer of these steps is worked on again: they come before those that were done, or taken back, since. */
    bringBack: (steps: Steps) =>
      setState(({ undos, redos }) => ({ undos: [...steps.undos, ...undos], redos: [...steps.redos, ...redos] })),
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

/** Steps that can be taken whatever layer is worked on, and those that can't, the last one first taken. */
function parted(entries: readonly Entry[]): { readonly stays: Entry[]; readonly goes: Entry[] } {
  const last = entries.findLastIndex(entry => !isOfNoLayer(entry))
  const isFree = (entry: Entry, at: number) => entry.kind === 'keys' || at > last
  return { stays: entries.filter(isFree), goes: entries.filter((entry, at) => !isFree(entry, at)) }
}

/** Whether a step is the same to take whatever layer is worked on. */
function isOfNoLayer(entry: Entry): boolean {
  return entry.kind === 'keys' || (entry.kind === 'changes' && entry.changes.every(({ file }) => file === 'project'))
}

/** The article that an entry changes, which has to be open for it; null for one that changes the project alone, many articles, or keys. */
export function articleOf(entry: Entry): string | null {
  if (entry.kind !== 'changes') return null
  return entry.changes.find(({ file }) => file !== 'project')?.article ?? null
}

/** The selected annotation as it is now. */
export function selectedAnnotation({ article, selected }: Pick<Reading, 'article' | 'selected'>) {
  return selected === null ? undefined : article?.layer.annotations.get(selected)
}

/** The selected annotation, where it can be changed. */
export function changeableAnnotation(state: Pick<Reading, 'article' | 'selected'>) {
  const annotation = selectedAnnotation(state)
  return annotation && state.article?.canChange(annotation.id) ? annotation : undefined
}

/** The selected text, where it is more than a caret. */
export function selectedText({ selection }: Pick<Reading, 'selection'>): Span | null {
  return selection && selection.start < selection.end ? selection : null
}
