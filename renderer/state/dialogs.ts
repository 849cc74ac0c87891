import { createStore } from 'zustand/vanilla'
import type { CommentKind, CommentTarget } from '../../shared/annotation/comment.ts'
import type { Span } from '../../shared/annotation/span.ts'

/** What can stand before everything else, one at a time. */
export type Dialog =
  | 'palette'
  | 'keys'
  | 'person'
  | 'clipboard'
  | 'codebook'
  | 'organise'
  | 'entities'
  | 'correct'
  | 'encoding'
  | 'unpack'
  | 'bring'
  | 'export'
  | 'agreement'
  | 'tell'
  | 'about'
/** What opens beside the text to choose from. */
export type Picker = 'tag' | 'zone' | 'attribute' | 'stack' | 'cue' | 'fix' | 'entity' | 'reason' | 'layer' | 'whose'

/** Annotations at one place, of which one is meant. */
export interface Asked {
  readonly ids: readonly string[]
  /** The words that they stand on, UTF-16. */
  readonly place: Span
  /** Shown beside the work after a click: the keys go on being those of the text. */
  readonly isQuiet: boolean
}

/** Something that a comment can be about. */
export interface Commentable {
  readonly on: CommentTarget
  /** Whose it is; '' where that needn't be asked. */
  readonly label: string
  /** Of the layer, among those that are compared; '' for none. */
  readonly letter: string
  /** The id of its tag. */
  readonly tag?: string
  readonly hint?: string
}

export interface Dialogs {
  readonly dialog: Dialog | null
  readonly picker: Picker | null
  /** What the picker `stack` asks about. */
  readonly asked: Asked | null
  /** What the picker `whose` asks about, and how the comment is meant. */
  readonly topics: readonly Commentable[]
  readonly meant: CommentKind
  /** The attribute that the picker of attributes begins with; null to choose one first. */
  readonly attribute: string | null
  /** What the clipboard dialog begins with. */
  readonly pasted: string
}

const nothing: Dialogs = {
  dialog: null,
  picker: null,
  asked: null,
  topics: [],
  meant: 'note',
  attribute: null,
  pasted: '',
}

/** Which dialog is open. */
export function makeDialogs() {
  const store = createStore<Dialogs>(() => nothing)
  const { setState } = store
  return {
    ...store,
    open: (dialog: Dialog, pasted = '') => setState({ ...nothing, dialog, pasted }),
    pick: (picker: Picker, attribute: string | null = null) => setState({ picker, asked: null, attribute }),
    /** Which of several annotations is meant? */
    ask: (asked: Asked) => setState({ picker: 'stack', asked, attribute: null }),
    /** Which of several layers is a comment about? */
    askWhose: (topics: readonly Commentable[], meant: CommentKind) =>
      setState({ ...nothing, picker: 'whose', topics, meant }),
    close: () => setState(nothing),
  }
}

export type DialogsStore = ReturnType<typeof makeDialogs>
