import { type Hash, type History, readHistory } from '../history/history.ts'
import type { Copy, Recovery } from '../history/recover.ts'
import { Problem } from '../problems/problem.ts'
import type { Finding } from './finding.ts'

/** A device's history of one file, with that file and what the history began with; null for what isn't there. */
export interface CheckedHistory {
  /** The history's name, and that of the file, inside the workspace. */
  readonly name: string
  readonly of: string
  readonly bytes: Uint8Array
  readonly file: Copy | null
  readonly copy: Copy | null
}

/** How the file would be taken up. Throws a Problem for a file that can't be. */
export type Recover = (file: Copy | null, history: History, copy: Copy | null) => Recovery

/** Whether a history is whole, and whether the file has everything that it says. */
export function checkHistory({ name, of, bytes, file, copy }: CheckedHistory, hash: Hash, recover: Recover): Finding[] {
  const history = readHistory(bytes, hash)
  const { entries, damage } = history
  const found: Finding[] = []
  if (damage !== 'none')
    found.push({
      kind: damage === 'torn' ? 'history-cut' : 'history-broken',
      file: name,
      about: '',
      line: entries.length + 1,
    })
  const base = entries.findLast(({ kind }) => kind === 'base')
  if (base?.kind === 'base' && !base.file && copy?.sha256 !== base.sha256 && file?.sha256 !== base.sha256)
    found.push({ kind: 'history-without-beginning', file: name, about: '' })
  try {
    const taken = recover(file, history, copy)
    if (taken.isUnfit && damage !== 'broken') found.push({ kind: 'history-broken', file: name, about: '' })
    found.push(...lackedBy(of, file, taken))
  } catch (problem) {
    // What is wrong with the file itself is told of the file.
    if (!(problem instanceof Problem)) throw problem
  }
  return found
}

function lackedBy(
  of: string,
  file: Copy | null,
  { due, problem, readOnly, file: taken, contradictions }: Recovery,
): Finding[] {
  if (!file) return taken ? [{ kind: 'only-in-history', file: of, about: '' }] : []
  if (problem?.kind === 'sidecar-rebuilt') return [{ kind: 'can-be-rebuilt', file: of, about: '' }]
  if (problem?.kind === 'sidecar-changed')
    return [{ kind: 'both-changed', file: of, about: String(contradictions?.length ?? '') }]
  return due && !readOnly ? [{ kind: 'not-in-file', file: of, about: '' }] : []
}
