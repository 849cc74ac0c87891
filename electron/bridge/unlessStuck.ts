import type { Saving } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'

/** Something that is kept by edits: an article, or the project. */
interface Kept {
  /** How many edits are not on disk. */
  readonly unsaved: number
  saving(): Omit<Saving, 'article'>
}

/**
 * Work that waits for a disk, given up as soon as the disk refuses an edit: a
 * ledger tries for as long as it takes, and a person doesn't wait that long. A
 * file that can't be written stops nothing while its edits are on disk.
 * `watchers` are called at every turn of the saving.
 */
export function unlessStuck(kept: Kept, watchers: Set<() => void>, work: () => Promise<void>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const look = () => {
      const { problem } = kept.saving()
      if (problem && kept.unsaved > 0) reject(new Problem(problem.kind, problem.detail))
    }
    watchers.add(look)
    look()
    work()
      .then(resolve, error => (kept.unsaved > 0 ? reject(error) : resolve()))
      .finally(() => watchers.delete(look))
  })
}
