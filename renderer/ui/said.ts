import { createContext } from 'react'

/** The sentence that is said last to whoever listens to the screen: a modal dialog says it itself, for what lies behind it is silent. */
export const SaidContext = createContext('')
