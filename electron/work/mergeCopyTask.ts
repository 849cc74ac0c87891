import * as shape from '../../shared/contract/shapes.ts'
import { type CopySource, type MergedCopy, mergeCopy } from '../../shared/merging/mergeCopy.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { hashOf } from './pastTask.ts'

/** What merging a copy of a layer comes to; runs in the worker, since the copy may be anybody's bytes. Throws as `mergeCopy` does. */
export function mergeCopyTask(source: CopySource): MergedCopy {
  const merged = mergeCopy(source, hashOf, () => performance.now())
  // A file may hold what no window could hand over: that is no edit.
  if (merged.edit !== null && !shape.Edit.safeParse(JSON.parse(merged.edit)).success)
    throw new Problem('copy-damaged', 'It holds values that are too long.')
  return merged
}
