import { type MergedTerms, mergedTerms } from '../codebook/mergedTerms.ts'
import { type MergedEntities, mergedEntities } from './mergedEntities.ts'
import type { Project } from './project.ts'

/** Whatever was merged in a project, with what stands for it now: colleagues' files, which nobody rewrites, may name either. */
export interface Merged extends MergedTerms {
  readonly entities: MergedEntities
}

/** Nothing was merged. */
export const noneMerged: Merged = { entities: new Map(), tags: new Map(), questions: new Map(), choices: new Map() }

/** What a project says of it. */
export function mergedIn({ entities, codebook }: Pick<Project, 'entities' | 'codebook'>): Merged {
  return { entities: mergedEntities(entities), ...mergedTerms(codebook) }
}
