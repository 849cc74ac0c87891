import type { ProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'

const whenWriting: Record<string, ProblemKind> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'not-permitted',
}

const whenReading: Record<string, ProblemKind> = {
  ENOENT: 'not-there',
  ENOTDIR: 'not-there',
  ENAMETOOLONG: 'not-there', // nothing can have such a name
  ELOOP: 'not-a-file',
  ENXIO: 'not-a-file',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
}

/**
 * Throws what the system said of a write as a Problem: made for `.catch(explain)`.
 * A Problem passes as it is, and so does what no system said: that is a bug.
 */
export function explain(error: unknown): never {
  throw translated(error, code => whenWriting[code] ?? 'cannot-save')
}

/** Throws what the system said of a read as a Problem. A Problem and a bug pass as they are. */
export function explainReading(error: unknown): never {
  throw translated(error, code => whenReading[code] ?? 'cannot-read')
}

/** The code of a system's failure, or null for anything else. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Only "not there" means not there: gives `fallback` for ENOENT and throws anything else on. */
export function unlessMissing<T>(fallback: T): (error: unknown) => T {
  return error => {
    if (codeOf(error) === 'ENOENT') return fallback
    throw error
  }
}

function translated(error: unknown, kindOf: (code: string) => ProblemKind): unknown {
  const code = codeOf(error)
  if (error instanceof Problem || code === null) return error
  // The system's own message names absolute paths, so only its code goes into the detail.
  const call = error instanceof Error && 'syscall' in error ? ` (${String(error.syscall)})` : ''
  return new Problem(kindOf(code), `The system answered ${code}${call}.`, { cause: error })
}
