import { createStore } from 'zustand/vanilla'

/** What can stand before everything else, one at a time. */
export type Dialog = 'palette' | 'keys' | 'person' | 'clipboard'
/** What opens beside the text to choose from. */
export type Picker = 'tag' | 'zone' | 'attribute'

export interface Dialogs {
  readonly dialog: Dialog | null
  readonly picker: Picker | null
  /** What the clipboard dialog begins with. */
  readonly pasted: string
}

/** Which dialog is open. */
export function makeDialogs() {
  const store = createStore<Dialogs>(() => ({ dialog: null, picker: null, pasted: '' }))
  const { setState } = store
  return {
    ...store,
    open: (dialog: Dialog, pasted = '') => setState({ dialog, picker: null, pasted }),
    pick: (picker: Picker) => setState({ picker }),
    close: () => setState({ dialog: null, picker: null, pasted: '' }),
  }
}

export type DialogsStore = ReturnType<typeof makeDialogs>
