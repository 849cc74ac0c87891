import type { History } from '../history/history.ts'

/** The versions that git left in one file, as texts. */
export interface GitVersions {
  /** What both began with; null where git was not told to say so (`merge.conflictStyle`). */
  readonly agreed: string | null
  readonly ours: string
  readonly theirs: string
}

const OURS = '<<<<<<< '
const AGREED = '||||||| '
const MIDDLE = '======='
const THEIRS = '>>>>>>> '

/** Whether there are git's marks at the beginning of a line, which stand in no JSON. Cheap for a file without them. */
export function hasGitMarkers(bytes: Uint8Array): boolean {
  const mark = new TextEncoder().encode(OURS)
  for (let at = bytes.indexOf(mark[0]!); at !== -1; at = bytes.indexOf(mark[0]!, at + 1)) {
    if ((at === 0 || bytes[at - 1] === LINE_FEED) && mark.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

const LINE_FEED = 0x0a

/**
 * Takes apart a file in which git left its conflict markers, each at the
 * beginning of a line. null for a file without them, or where they don't
 * follow each other as git writes them: nobody can say what such a file means.
 */
export function parseGitConflict(text: string): GitVersions | null {
  if (!text.startsWith(OURS) && !text.includes(`\n${OURS}`)) return null
  const versions = { agreed: '', ours: '', theirs: '' }
  let saysAgreed = true
  let side: 'all' | 'ours' | 'agreed' | 'theirs' = 'all'
  let said = false
  for (const line of text.split(/(?<=\n)/)) {
    const bare = line.replace(/\r?\n$/, '')
    if (line.startsWith(OURS)) {
      if (side !== 'all') return null
      side = 'ours'
      said = false
    } else if (bare === AGREED.trim() || line.startsWith(AGREED)) {
      if (side !== 'ours') return null
      side = 'agreed'
      said = true
    } else if (bare === MIDDLE) {
      if (side !== 'ours' && side !== 'agreed') return null
      saysAgreed &&= said
      side = 'theirs'
    } else if (line.startsWith(THEIRS)) {
      if (side !== 'theirs') return null
      side = 'all'
    } else
      for (const of of ['agreed', 'ours', 'theirs'] as const) if (side === 'all' || side === of) versions[of] += line
  }
  return side === 'all' ? { ...versions, agreed: saysAgreed ? versions.agreed : null } : null
}

/** As `parseGitConflict`, of a file's bytes. */
export function gitVersionsIn(bytes: Uint8Array): GitVersions | null {
  return parseGitConflict(new TextDecoder().decode(bytes))
}

/** Whether the last beginning of a history knows these bytes, and no file has been written since. */
export function isBegunWith(sha256: string, { entries }: History): boolean {
  const since = entries.slice(entries.findLastIndex(({ kind }) => kind === 'base'))
  const [base] = since
  return base?.kind === 'base' && base.sha256 === sha256 && !since.some(({ kind }) => kind === 'kept')
}
