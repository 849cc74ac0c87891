import { createStore } from 'zustand/vanilla'

/** What is being typed in fields that keep it to themselves until it is an edit. */
export interface Writing {
  /** In how many fields something stands that is no edit yet. */
  readonly fields: number
}

/** The fields that hold something unsaved: the status line counts them, and whatever is done next makes edits of them first. */
export function makeWriting() {
  const store = createStore<Writing>(() => ({ fields: 0 }))
  const settlers = new Set<() => void>()
  const count = () => store.setState({ fields: settlers.size })
  return {
    ...store,
    /** Something stands in a field. `settle` makes an edit of it, where it can be one; what is returned is called once nothing does. */
    begin(settle: () => void): () => void {
      settlers.add(settle)
      count()
      return () => {
        settlers.delete(settle)
        count()
      }
    },
    /** Makes edits of what can be one. */
    settle(): void {
      for (const settle of [...settlers]) settle()
    },
    /** Nothing that was begun is made an edit of any more: it was of another workspace. */
    forget(): void {
      settlers.clear()
      count()
    },
  }
}

export type WritingStore = ReturnType<typeof makeWriting>
