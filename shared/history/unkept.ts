import type { Entry } from './history.ts'

/**
 * How many edits of a history its file lacks, as far as the history knows: those
 * recorded since the file was last written. `sha256` is the file's as it stands;
 * null where there is none.
 */
export function unkeptEdits(entries: readonly Entry[], sha256: string | null): number {
  let unkept = 0
  let announced: string | null = null
  let lacks = 0
  for (const entry of entries) {
    if (entry.kind === 'edit') {
      unkept++
      lacks++
    } else if (entry.kind === 'checkpoint') {
      announced = entry.sha256
      lacks = entry.lacks
    } else if (entry.kind === 'kept' && entry.sha256 === announced) unkept = lacks
  }
  // The program may have ended between writing the file and saying so.
  return announced !== null && announced === sha256 ? lacks : unkept
}
