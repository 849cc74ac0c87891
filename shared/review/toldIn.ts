import type { Case, Opinion } from './case.ts'

/** What is told of a case: what layers say there, or said until they withdrew it. */
export function toldIn({ opinions, was }: Pick<Case, 'opinions' | 'was'>): readonly Opinion[] {
  return was ? [was] : opinions
}
