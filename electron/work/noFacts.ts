import type { OpenedFacts } from './takeUp.ts'

/**
 * What `factsTask` makes of facts that have neither a file nor a history: most
 * articles have none, and where nothing was written there is nothing to parse
 * in a worker, which would be handed the whole text for it.
 */
export const noFacts: OpenedFacts = {
  head: null,
  corrections: [],
  fields: [],
  encoding: null,
  contradictions: [],
  saidContradicted: [],
  unplaced: '[]',
  readOnly: false,
  problem: null,
  start: {
    sha256: null,
    due: false,
    needsBase: true,
    putAside: false,
    history: { size: 0, goodBytes: 0, last: '', broken: false },
  },
}
