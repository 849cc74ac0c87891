import { join } from 'node:path'
import type { Finding } from '../../shared/checking/finding.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { HistoryToCheck } from '../work/checkTask.ts'
import type { FoundHistory } from './ownFolder.ts'

/** The bytes of a file in the workspace by its path there, or what is wrong with it; null where there is none. */
export type ReadFile = (path: string, mostBytes: number) => Promise<Uint8Array | Finding | null>

/** Reads inside the fence; a problem is a finding. */
export function fileReader(disk: Disk, fence: Fence): ReadFile {
  return async (path, mostBytes) => {
    try {
      return await readBounded(disk, join(fence.root, ...path.split('/')), mostBytes, fence)
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.kind === 'not-there') return null
      return { kind: 'unreadable', file: path, about: problem.detail || problem.kind }
    }
  }
}

/** Histories with what they began with, as a worker takes them. */
export async function readHistories(
  found: readonly FoundHistory[],
  read: ReadFile,
): Promise<{ readonly histories: readonly HistoryToCheck[]; readonly findings: readonly Finding[] }> {
  const histories: HistoryToCheck[] = []
  const findings: Finding[] = []
  for (const { path, annotator, of, copy: copyPath } of found) {
    const bytes = await read(path, MAX_SIDECAR_BYTES)
    const copy = copyPath === null ? null : await read(copyPath, MAX_SIDECAR_BYTES)
    if (bytes && 'kind' in bytes) findings.push(bytes)
    else if (bytes) histories.push({ path, annotator, of, bytes, copy: copy && 'kind' in copy ? null : copy })
  }
  return { histories, findings }
}
