import type { LayerHead } from './contract.ts'

/** What is told of a layer that isn't there, or isn't anybody's yet: empty, and for reading. */
export const noLayer: LayerHead = {
  access: 'read',
  problem: null,
  holder: null,
  revision: 0,
  status: 'in-progress',
  moved: 0,
  isPlacedWhole: true,
  annotations: 0,
  pieces: [],
  links: '[]',
  unplaced: '[]',
  comments: '[]',
  verdicts: '[]',
  contradictions: '[]',
}
