import { mergeFiles } from '../../shared/merging/files/mergeFiles.ts'

/**
 * What merges files that others wrote: in a worker with nothing else in it,
 * since git starts a program for each file, and no reader of articles is wanted.
 */
export const mergeTasks = { mergeFiles }

export type MergeTasks = typeof mergeTasks
