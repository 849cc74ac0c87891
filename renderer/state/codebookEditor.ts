import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { codebookEdits } from '../../shared/codebook/codebookEdits.ts'
import type { Item } from '../../shared/codebook/items.ts'
import type { Migration } from '../../shared/codebook/migration.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { ProjectStore } from './project.ts'

/** What stands beside the list: an entry, or something about all of them. */
export type Chosen = Item | { readonly of: 'standard' | 'rules' | 'older' }

/** A question that has to be answered before an entry goes, or what a migration would do. */
export type Step =
  | { readonly kind: 'remove'; readonly item: Item }
  | { readonly kind: 'merge' | 'split'; readonly tag: string }
  | { readonly kind: 'merge-choices'; readonly tag: string; readonly attribute: string; readonly choice: string }
  /** A codebook out of a file, as it stands there. */
  | { readonly kind: 'import'; readonly file: string; readonly codebook: JsonObject }
  /** `before` is the codebook that it was begun with; `after` has what the migration leads to, such as new tags. */
  | {
      readonly kind: 'try'
      readonly migration: Migration
      readonly before: Codebook
      readonly after: Codebook
      readonly back: Step
    }

export interface CodebookEditor {
  readonly chosen: Chosen | null
  readonly step: Step | null
  readonly naming: Naming | null
  /** What stands in the field that is typed in: in which one, the words, and whether they are an edit by now. */
  readonly draft: { readonly field: string; readonly text: string; readonly isEdit: boolean } | null
  /** Whether changes of the words of an entry change what it means: the entry, and since when it meant what it did. */
  readonly meaning: { readonly of: Item; readonly was: string | undefined } | null
}

interface Parts {
  readonly project: Pick<ProjectStore, 'getState'>
  /** Makes an edit of the project, as one undo. */
  readonly edit: (edit: ProjectEdit) => boolean
}

/** What a new entry is, while its name is still being asked for: its id will come from that. */
export type Naming =
  | { readonly kind: 'tags' | 'links' | 'reasons' }
  | { readonly kind: 'attributes'; readonly tag: string }
  /** A copy of an entry. */
  | { readonly kind: 'copy'; readonly item: Item }

/** How long a person pauses until what they typed becomes one edit, as with notes. */
export const DRAFT_PAUSE_MS = 400

/** The codebook as it is being edited: every change is one edit of the project, and one undo. */
export function makeCodebookEditor({ project, edit }: Parts) {
  const store = createStore<CodebookEditor>(() => ({
    ...{ chosen: null, step: null, naming: null, draft: null, meaning: null },
  }))
  const { getState, setState } = store
  let make: ((codebook: Codebook, text: string) => Codebook | null) | null = null
  let pause: ReturnType<typeof setTimeout> | undefined

  const codebook = () => project.getState().codebook

  /** The edit that leads to another codebook; null where they say the same. */
  function editTo(after: Codebook): ProjectEdit | null {
    const { project: held } = project.getState()
    return codebookEdits(codebook(), after, (of, id) => held.record(of, id))
  }

  /** Makes a change of the codebook. False where it changes nothing, or can't be made. */
  function change(to: (codebook: Codebook) => Codebook): boolean {
    settle()
    const made = editTo(to(codebook()))
    return made !== null && edit(made)
  }

  /** What stands in a field; it becomes an edit at a pause. `to` gives null for words that can't stand there. */
  function write(field: string, text: string, to: (codebook: Codebook, text: string) => Codebook | null): void {
    if (getState().draft?.field !== field) settle()
    make = to
    setState({ draft: { field, text, isEdit: false } })
    clearTimeout(pause)
    pause = setTimeout(() => settle(false), DRAFT_PAUSE_MS)
  }

  /**
   * Makes an edit of what is being typed. At a pause the words go on standing in
   * their field; on leaving it, those that can't stand there are given up.
   */
  function settle(isLeft = true): void {
    clearTimeout(pause)
    const { draft } = getState()
    const to = make
    if (isLeft && draft) setState({ draft: null })
    make = null
    if (!draft || !to) return
    const after = to(codebook(), draft.text)
    if (!after && !isLeft) make = to
    else if (!isLeft) setState({ draft: { ...draft, isEdit: true } })
    const made = after && editTo(after)
    if (made) edit(made)
  }

  return {
    ...store,
    change,
    editTo,
    write,
    settle,
    choose(chosen: Chosen | null): void {
      settle()
      setState({ chosen, step: null, naming: null, meaning: null })
    },
    go(step: Step | null): void {
      settle()
      setState({ step, naming: null })
    },
    /** Asks for the name of a new entry; null to leave it. */
    name(naming: Naming | null): void {
      settle()
      setState({ naming })
    },
    /** Another workspace: what stood in a field was of the one before. */
    forget(): void {
      clearTimeout(pause)
      make = null
      setState(store.getInitialState())
    },
    setMeaning: (meaning: CodebookEditor['meaning']) => setState({ meaning }),
  }
}

export type CodebookEditorStore = ReturnType<typeof makeCodebookEditor>
